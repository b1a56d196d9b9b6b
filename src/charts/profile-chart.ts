import type { ProfileChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  type DrawingSize,
  drawingSizes,
  gather,
  linesHeight,
  type Placed,
  position,
  rule,
  type Width,
  type Words,
} from './drawing.ts';
import { amounts, type ChartKind, type ChartTold, drop, hint, rows, specOf } from './kit.ts';
import { textRoom } from './lettering.ts';
import { firstEdged, partLooks } from './palette.ts';
import { rowsFor, spread } from './placing.ts';

const rim = 1.5;
const swatch = 14;

const byPart = (range: readonly string[]) => ({
  field: 'part',
  type: 'ordinal',
  scale: { type: 'ordinal', domain: range.map((_, part) => part), range },
  legend: null,
});
const looks = {
  fill: byPart(partLooks.map(({ fill }) => fill)),
  stroke: byPart(partLooks.map(({ stroke }) => stroke)),
};
const share = { ...amounts('number', { grid: false, labels: false }), stack: 'zero' };
const order = { field: 'part', type: 'quantitative' };
const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'drop', 'count', 'extent'],
  [
    {
      data: { name: 'rows' },
      layer: [
        {
          mark: {
            type: 'bar',
            orient: 'horizontal',
            yOffset: drop,
            strokeWidth: rim,
            // Half an outline lies outside its bar: one that is a gap makes the bar look lower, any other higher.
            height: { expr: `datum.part < ${firstEdged} ? extent : extent - ${2 * rim}` },
          },
          encoding: { x: share, y: rows, order, ...looks, ...hint('name', 'grade', 'text') },
        },
        {
          mark: { type: 'text', baseline: 'middle', yOffset: drop, fontSize: { expr: 'size' } },
          encoding: {
            x: { ...share, bandPosition: 0.5 },
            y: rows,
            order,
            text: { condition: { test: 'datum.isInside', field: 'text' }, value: '' },
            fill: { ...byPart(partLooks.map(({ text }) => text)) },
          },
        },
      ],
      resolve: { scale: { fill: 'independent' } },
    },
    {
      data: { name: 'keys' },
      mark: { type: 'point', filled: true, opacity: 1, shape: 'square', size: swatch ** 2, strokeWidth: 1 },
      encoding: { x: pixel('x'), y: pixel('y'), ...looks },
    },
  ],
);

/** One bar a phase, its parts in order from the left, each with its share; parts of nothing are left out. */
export const profileKind: ChartKind<ProfileChart> = { spec, tell };

type Shares = ProfileChart['rows'][number];
type Segment = { readonly part: number; readonly from: number; readonly to: number; readonly text: string };

function tell(chart: ProfileChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const bar = width === 'wide' ? 32 : 28;
  const key = partFlow(chart.parts, 0, sheet);
  const wish = {
    names: chart.rows.map(({ name }) => ({ text: name, weight: 'normal' as const })),
    extent: bar,
    air: 12,
    top: key.height + 10,
  };
  const { left } = rowsFor(wish, sheet, width);
  const x: Axis = { domain: [0, whole(chart)], range: [left, sheet.width - 1] };
  const found = chart.rows.map(segments);
  const isInside = ({ from, to, text }: Segment) =>
    textRoom(text, sheet.size) + 4 <= position(x, to) - position(x, from);
  // Where a part is withheld no part after it has a place: texts stand in the bar's stead.
  const flows = chart.rows.map(({ marks }, row) =>
    found[row] === null
      ? partFlow(
          marks.map(mark => mark.text),
          left,
          sheet,
        )
      : null,
  );
  const placed = rowsFor(
    {
      ...wish,
      extent: Math.max(bar, ...flows.map(flow => flow?.height ?? 0)),
      over: found.some(each => each?.some(segment => !isInside(segment)))
        ? linesHeight(1, sheet.size) + 6
        : 0,
    },
    sheet,
    width,
  );
  const plot = { left, right: sheet.width - 1, top: placed.top, bottom: placed.bottom };
  const drawn = [
    key.draw(0),
    ...flows.flatMap((flow, row) => flow?.draw((placed.middles[row] ?? 0) - flow.height / 2) ?? []),
  ];
  return {
    width: sheet.width,
    height: Math.ceil(placed.bottom),
    plot,
    params: {
      low: 0,
      high: whole(chart),
      ticks: [],
      labels: [],
      count: chart.rows.length,
      drop: placed.drop,
      extent: bar,
    },
    data: {
      rows: found.flatMap((each, row) =>
        (each ?? []).map(segment => ({
          row,
          name: chart.rows[row]?.name ?? '',
          part: segment.part,
          grade: chart.parts[segment.part] ?? '',
          number: chart.rows[row]?.marks[segment.part]?.number ?? null,
          text: segment.text,
          isInside: isInside(segment),
        })),
      ),
      keys: drawn.flatMap(({ keys }) =>
        keys.map(({ x: at, y, part }) => ({ x: at - plot.left, y: y - plot.top, part })),
      ),
    },
    ...gather(
      { words: [...placed.names, ...drawn.flatMap(({ words }) => words)] },
      ...found.map((each, row) =>
        overBar(
          (each ?? []).filter(segment => !isInside(segment)),
          (placed.middles[row] ?? 0) - bar / 2,
          x,
          sheet,
        ),
      ),
    ),
  };
}

/** A hundred per cent, or a little more where rounded shares add up to it: bars are as long as what is printed. */
function whole(chart: ProfileChart): number {
  return Math.max(
    100,
    ...chart.rows.map(({ marks }) => marks.reduce((sum, { number }) => sum + (number ?? 0), 0)),
  );
}

/** The parts that are there, end to end; null when one is withheld. */
function segments({ marks }: Shares): readonly Segment[] | null {
  const found: Segment[] = [];
  let from = 0;
  for (const [part, { number, text }] of marks.entries()) {
    if (number === null) return null;
    if (number > 0) found.push({ part, from, to: from + number, text });
    from += number;
  }
  return found;
}

/** Shares that do not fit on their parts, over the bar, each with a leader to its part. */
function overBar(outside: readonly Segment[], top: number, x: Axis, { size, width }: DrawingSize): Placed {
  const centre = ({ from, to }: Segment) => position(x, (from + to) / 2);
  const wishes = outside.map(each => ({ middle: centre(each), extent: textRoom(each.text, size) + 4 }));
  const middles = spread(wishes, x.range[0], width);
  return {
    words: outside.flatMap((each, index) =>
      block([each.text], middles[index] ?? 0, top - 8 - size / 2, { size, align: 'center' }),
    ),
    rules: outside.map((each, index) => rule([centre(each), top - 1], [middles[index] ?? 0, top - 7])),
  };
}

/** Words in lines, each after the colour of its part; `height` is what the lines take. */
type Flow = {
  readonly height: number;
  readonly draw: (top: number) => {
    readonly words: readonly Words[];
    readonly keys: readonly { readonly x: number; readonly y: number; readonly part: number }[];
  };
};

/** One text a part (its name, or its share where no bar can be drawn), from `left`, in as many lines as needed. */
function partFlow(texts: readonly string[], left: number, { size, width }: DrawingSize): Flow {
  const [indent, air] = [swatch + 6, 12];
  const line = linesHeight(1, size) + 4;
  let x = left;
  let lines = 1;
  const places = texts.map(text => {
    const taken = indent + textRoom(text, size);
    if (x > left && x + taken > width) {
      x = left;
      lines += 1;
    }
    x += taken + air;
    return { text, x: x - taken - air, line: lines - 1 };
  });
  return {
    height: lines * line,
    draw: top => {
      const middle = (at: number) => top + (at + 0.5) * line;
      return {
        words: places.flatMap(({ text, x: start, line: at }) =>
          block([text], start + indent, middle(at), { size }),
        ),
        keys: places.map(({ x: start, line: at }, part) => ({
          x: start + swatch / 2 + 1,
          y: middle(at),
          part,
        })),
      };
    },
  };
}
