import type { MultiplesChart } from '../model/chart.ts';
import type { Ticks } from './axis.ts';
import {
  type Axis,
  block,
  gather,
  gridline,
  linesHeight,
  type Marks,
  position,
  rule,
  type Sheet,
  type Vertex,
} from './drawing.ts';
import { type Look, marker } from './palette.ts';
import { labelOf, statusMarker } from './status.ts';
import { symbolRows } from './trend-symbols.ts';
import { textRoom, wrapText } from './words.ts';

type Panel = MultiplesChart['panels'][number];

/** Where one panel stands, and the axes that all of them share but for their place. */
export type Frame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  readonly x: Axis;
  readonly y: Axis;
};

/** The name of a panel, and under it the last value of each of its lines. */
export function headOf(chart: MultiplesChart, panel: Panel, extent: number, { small }: Sheet) {
  const values = panel.marks.flatMap((marks, index) => {
    const at = marks.findLastIndex(mark => mark !== null);
    const mark = marks[at];
    if (!mark) return [];
    const when = at === marks.length - 1 ? '' : `, ${chart.periods[at]}`;
    return [
      {
        series: index,
        text:
          index === 0 ? `${labelOf(mark)}${when}` : `${chart.series[index]?.name} ${labelOf(mark)}${when}`,
      },
    ];
  });
  return {
    name: wrapText(panel.name, extent, small, 'bold'),
    values: values.flatMap(({ series, text }) =>
      wrapText(text, extent, small, series === 0 ? 'bold' : 'normal').map(line => ({ series, text: line })),
    ),
  };
}

type Place = {
  readonly frame: Frame;
  readonly ticks: Ticks;
  readonly looks: readonly Look[];
  readonly sheet: Sheet;
  readonly words: ReturnType<typeof headOf>;
  readonly id: string;
};

/** A panel in its frame, and how far down it reaches. */
export function drawPanel(
  chart: MultiplesChart,
  panel: Panel,
  place: Place,
): { marks: Marks; bottom: number } {
  const { frame, looks, sheet, words, id } = place;
  const { small } = sheet;
  const nameHeight = linesHeight(words.name.length, small);
  // Values line up along a row, however long the names are.
  const values = frame.y.range[1] - 12 - linesHeight(words.values.length, small);
  const asTrend = {
    kind: 'trend' as const,
    scale: chart.scale,
    periods: chart.periods,
    breaks: [],
    series: chart.series.map((series, index) => ({ ...series, marks: panel.marks[index] ?? [] })),
  };
  const symbols = symbolRows(asTrend, looks, {
    x: frame.x,
    left: frame.x.range[0] - 8,
    top: frame.foot,
    sheet,
  });
  return {
    bottom: symbols.bottom + small * 1.7,
    marks: gather(
      {
        words: [
          ...block(words.name, frame.left, frame.top + nameHeight / 2, { size: small, weight: 'bold' }),
          ...words.values.flatMap(({ series, text }, index) =>
            block([text], frame.left, values + linesHeight(index + 0.5, small), {
              size: small,
              weight: series === 0 ? 'bold' : 'normal',
            }),
          ),
        ],
      },
      axes(chart.periods, symbols.bottom, place),
      symbols.marks,
      breakRules(panel, frame),
      ...panel.marks
        .map((marks, index) => line(marks, panel.breaks, `${id}-${index}`, looks[index] as Look, frame))
        .reverse(),
    ),
  };
}

/** The lowest and the highest gridline, and the first and the last year. */
function axes(periods: readonly string[], bottom: number, { frame, ticks, sheet }: Place): Partial<Marks> {
  const { small } = sheet;
  const [start, end] = frame.x.range;
  const shown = [
    { label: ticks.labels[0] ?? '', at: ticks.low },
    { label: ticks.labels.at(-1) ?? '', at: ticks.high },
  ];
  const years = bottom + small * 0.9;
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const both =
    periods.length > 1 && textRoom(first, small) + textRoom(last, small) + 8 <= frame.right - start + 8;
  return {
    rules: ticks.at.map((tick, index) =>
      (index === 0 ? rule : gridline)(
        [start - 8, position(frame.y, tick)],
        [end + 12, position(frame.y, tick)],
      ),
    ),
    words: [
      ...shown.flatMap(({ label, at }) =>
        block([label], start - 14, position(frame.y, at), { size: small, align: 'right' }),
      ),
      ...(both ? block([first], start - 8, years, { size: small }) : []),
      ...block([last], frame.right, years, { size: small, align: 'right' }),
    ],
  };
}

function breakRules({ breaks }: Panel, { x, y }: Frame): Partial<Marks> {
  return {
    rules: breaks.map(before => {
      const at = position(x, before - 0.5);
      return rule([at, y.range[1]], [at, y.range[0]], { dash: [4, 3], opacity: 0.75 });
    }),
  };
}

/** One line of a panel, at pixels; its last point is marked. */
function line(
  marks: readonly Panel['marks'][number][number][],
  breaks: readonly number[],
  series: string,
  look: Look,
  { x, y }: Frame,
): Partial<Marks> {
  const pen = { series, stroke: look.colour, dash: look.dash, width: thin(look) };
  const vertices: Vertex[] = [];
  for (const [index, mark] of marks.entries()) {
    const at = position(x, index);
    if (breaks.includes(index)) vertices.push({ ...pen, order: index - 0.5, x: at, y: null });
    const number = mark?.number ?? null;
    vertices.push({ ...pen, order: index, x: at, y: number === null ? null : position(y, number) });
  }
  const last = marks.findLastIndex(mark => typeof mark?.number === 'number');
  return {
    lines: vertices,
    points: vertices.flatMap(({ order, x: at, y: height }, place) => {
      const mark = marks[order];
      const alone = (vertices[place - 1]?.y ?? null) === null && (vertices[place + 1]?.y ?? null) === null;
      if (height === null || !mark || !(order === last || alone)) return [];
      const own = statusMarker(marker(look), mark);
      return [{ x: at, y: height, ...own, size: own.size * 0.6 }];
    }),
  };
}

/** The width of a line in so small a drawing. */
export function thin({ width }: Look): number {
  return width > 2 ? 2.75 : 1.75;
}
