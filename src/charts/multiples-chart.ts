import type { MultiplesChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  gridline,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Vertex,
  type Width,
} from './drawing.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { type Look, marker, markLabel, seriesLooks, statusMarker } from './palette.ts';
import { symbolRows } from './trend-chart.ts';

const between = { wide: 28, narrow: 20 } as const;
const plotHeight = { wide: 92, narrow: 84 } as const;

/** A small panel a measure, on one vertical axis or on axes of their own: its name and last values over its lines, which are thin but for the council's. */
export function drawMultiples(chart: MultiplesChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const ticks = multiplesTicks(chart);
  const looks = seriesLooks(chart.series.map(({ role }) => role));
  const columns = columnsOf(chart, width);
  const extent = (sheet.width - between[width] * (columns - 1)) / columns;
  const ends = ticks.flatMap(({ labels }) => [labels[0] ?? '', labels.at(-1) ?? '']);
  const axisRoom = linesRoom(ends, sheet.small) + 8;
  const key = keyLine(chart, looks, sheet);
  const parts: Partial<Marks>[] = [key.marks];
  let top = key.height;
  for (let start = 0; start < chart.panels.length; start += columns) {
    const row = chart.panels.slice(start, start + columns);
    const heads = row.map(panel => headOf(chart, panel, extent, sheet));
    const head = Math.max(
      ...heads.map(lines => linesHeight(lines.name.length + lines.values.length, sheet.small)),
    );
    const foot = top + head + 12 + plotHeight[width];
    const drawn = row.map((panel, column) => {
      const left = column * (extent + between[width]);
      const own = ticks[start + column] as Ticks;
      const frame: Frame = {
        left,
        right: left + extent,
        top,
        foot,
        x: {
          domain: [Math.min(0, chart.periods.length - 2), chart.periods.length - 1],
          range: [left + axisRoom + 8, left + extent - 12],
        },
        y: { domain: [own.low, own.high], range: [foot, top + head + 12] },
      };
      const words = heads[column] ?? { name: [], values: [] };
      return drawPanel(chart, panel, { frame, ticks: own, looks, sheet, words, id: `${start + column}` });
    });
    parts.push(...drawn.map(({ marks }) => marks));
    top = Math.max(...drawn.map(({ bottom }) => bottom)) + 22;
  }
  const height = Math.ceil(top - 18);
  return { width: sheet.width, height, x: pixels(sheet.width), y: pixels(height), ...gather(...parts) };
}

/** The ticks of the axis of each panel, one that all share or its own: its ends alone are labelled. */
export function multiplesTicks({ panels, scale, axes }: MultiplesChart): readonly Ticks[] {
  const numbersOf = ({ marks }: Panel) => marks.flatMap(series => series.flatMap(mark => mark?.number ?? []));
  const shared = axes === 'shared' ? ticksFor(panels.flatMap(numbersOf), scale) : null;
  return panels.map(panel => shared ?? ticksFor(numbersOf(panel), scale));
}

/** Three panels a row, two on a phone; fewer where a symbol is too long a word for so small a panel. */
function columnsOf({ panels }: MultiplesChart, width: Width): number {
  const { small } = drawingSizes[width];
  const symbols = panels.flatMap(({ marks }) =>
    marks.flatMap(series => series.flatMap(mark => (mark?.number === null ? mark.text : []))),
  );
  const most = width === 'wide' ? 3 : 2;
  return linesRoom(symbols, small) > 60 ? most - 1 : most;
}

/** What the lines are, said once over all panels. */
function keyLine({ series }: MultiplesChart, looks: readonly Look[], { width, size }: DrawingSize) {
  const parts: Partial<Marks>[] = [];
  let [left, line] = [0, 0];
  for (const [index, { name, role }] of series.entries()) {
    const look = looks[index] as Look;
    const weight = role === 'council' ? 'bold' : 'normal';
    const extent = 34 + textRoom(name, size, weight);
    if (left > 0 && left + extent > width) [left, line] = [0, line + 1];
    const middle = linesHeight(line, size) + size * 0.6;
    parts.push({
      rules: [
        rule([left, middle], [left + 26, middle], {
          stroke: look.colour,
          dash: look.dash,
          width: thin(look),
        }),
      ],
      words: block([name], left + 34, middle, { size, weight }),
    });
    left += extent + 24;
  }
  return { marks: gather(...parts), height: linesHeight(line + 1, size) + 14 };
}

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
function headOf(chart: MultiplesChart, panel: Panel, extent: number, { small }: DrawingSize) {
  const values = panel.marks.flatMap((marks, index) => {
    const at = marks.findLastIndex(mark => mark !== null);
    const mark = marks[at];
    if (!mark) return [];
    const when = at === marks.length - 1 ? '' : `, ${chart.periods[at]}`;
    return [
      {
        series: index,
        text:
          index === 0
            ? `${markLabel(mark)}${when}`
            : `${chart.series[index]?.name} ${markLabel(mark)}${when}`,
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
  readonly sheet: DrawingSize;
  readonly words: ReturnType<typeof headOf>;
  readonly id: string;
};

/** A panel in its frame, and how far down it reaches. */
function drawPanel(chart: MultiplesChart, panel: Panel, place: Place): { marks: Marks; bottom: number } {
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
  const symbols = symbolRows(asTrend, {
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
function thin({ width }: Look): number {
  return width > 2 ? 2.75 : 1.75;
}
