import type { GapChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type DrawingSize,
  drawingSizes,
  linesHeight,
  position,
  type Width,
  type Words,
} from './drawing.ts';
import {
  amounts,
  type ChartKind,
  type ChartTold,
  drop,
  hint,
  point,
  pointLook,
  type Row,
  rows,
  specOf,
  uprights,
} from './kit.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { ink, markLabel } from './palette.ts';
import { rowsFor, spread } from './placing.ts';

const axis = {
  grid: false,
  values: { expr: 'labelled' },
  labelPadding: { expr: 'small * 1.2' },
  labelBaseline: 'alphabetic',
};
const number = amounts('number', axis);

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'labelled', 'drop', 'count', 'reach'],
  [
    uprights(
      {
        data: { name: 'spans' },
        // Through rows with figures alone: words stand where one is absent.
        transform: [
          { filter: 'isValid(datum.distance)' },
          { calculate: 'ticks', as: 'tick' },
          { flatten: ['tick'] },
        ],
      },
      { ...number, field: 'tick' },
      'reach',
      { opacity: 0.2 },
    ),
    {
      data: { name: 'spans' },
      transform: [{ filter: 'isValid(datum.distance)' }],
      mark: { type: 'rule', color: ink, strokeWidth: 2, opacity: 0.45, yOffset: drop },
      encoding: {
        x: { ...number, field: 'from' },
        x2: { field: 'to' },
        y: rows,
        ...hint('name', 'distance'),
      },
    },
    {
      data: { name: 'rows' },
      layer: [
        {
          mark: { ...point, yOffset: drop },
          encoding: { x: number, y: rows, ...pointLook(), ...hint('name', 'group', 'text') },
        },
        {
          // Values stand on the outer sides of their markers.
          mark: {
            type: 'text',
            color: ink,
            baseline: 'middle',
            yOffset: drop,
            fontSize: { expr: 'size' },
            align: { expr: "datum.side < 0 ? 'right' : 'left'" },
            xOffset: { expr: '10 * datum.side' },
          },
          encoding: { x: number, y: rows, text: { field: 'text' } },
        },
      ],
    },
    {
      // Which group has which marker.
      data: { name: 'keys' },
      mark: point,
      encoding: {
        x: { field: 'x', type: 'quantitative', scale: null, axis: null },
        y: { field: 'y', type: 'quantitative', scale: null, axis: null },
        ...pointLook(),
      },
    },
  ],
);

/** Two groups a row, a marker each, joined by a line; their values beside them and the distance at the right. */
export const gapKind: ChartKind<GapChart> = { spec, tell };

const groupLooks = ['first', 'second'] as const;

function tell(chart: GapChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const { size, small } = sheet;
  const isWide = width === 'wide';
  const header = groupNames(chart, sheet);
  const distances = chart.rows.map(row => wrapText(row.distance, 110, size));
  const distance = linesRoom(distances.flat(), size);
  const tallest = linesHeight(Math.max(...distances.map(lines => lines.length)), size);
  const extent = Math.max(22, isWide ? tallest : 0);
  const air = isWide ? 14 : 10;
  const placed = rowsFor(
    {
      names: chart.rows.map(({ name }) => ({ text: name, weight: isWide ? 'normal' : 'bold' })),
      extent,
      air,
      top: header.height,
      aside: distance + 12,
      asideLines: Math.max(...distances.map(lines => lines.length)),
    },
    sheet,
    width,
  );
  const values = chart.rows.flatMap(row =>
    row.marks.flatMap(mark => (mark.number === null ? [] : markLabel(mark))),
  );
  const ticks = gapTicks(chart);
  // Past either end for a value beside its marker, and for half the label of a gridline.
  const value = Math.max(linesRoom(values, size) + 12, linesRoom(ticks.labels, small) / 2);
  const [left, right] = [placed.left, sheet.width - (isWide ? distance + 12 : 0)];
  const plot = { left: left + value, right: right - value, top: placed.top, bottom: placed.bottom };
  const x: Axis = { domain: [ticks.low, ticks.high], range: [plot.left, plot.right] };
  const apart = position(x, ticks.at[1] ?? ticks.high) - plot.left;
  const every = Math.ceil((linesRoom(ticks.labels, small) + 4) / apart);
  const named = header.draw(x, left);
  const dumbbells = chart.rows.map((row, index) =>
    dumbbell(chart.groups, row, placed.middles[index] ?? 0, { x, left, right, size }),
  );
  return {
    width: sheet.width,
    height: Math.ceil(placed.bottom + small * 1.6),
    plot,
    params: {
      low: ticks.low,
      high: ticks.high,
      ticks: ticks.at,
      labels: ticks.labels,
      labelled: ticks.at.filter((_, index) => index % every === 0),
      count: chart.rows.length,
      drop: placed.drop,
      reach: isWide ? (placed.bottom - placed.top) / chart.rows.length / 2 : extent / 2 + 3,
    },
    data: {
      spans: chart.rows.map(({ name, marks: [one, other], distance }, row) => ({
        row,
        name,
        from: one.number,
        to: other.number,
        distance: one.number === null || other.number === null ? null : distance,
      })),
      rows: chart.rows.flatMap(({ name, marks }, row) =>
        marks.flatMap((mark, group): readonly Row[] =>
          mark.number === null
            ? []
            : [
                {
                  row,
                  name,
                  group: chart.groups[group] ?? '',
                  look: groupLooks[group] ?? 'first',
                  number: mark.number,
                  text: markLabel(mark),
                  side: dumbbells[row]?.sides[group] ?? 1,
                  ...(mark.status === undefined ? {} : { status: mark.status }),
                },
              ],
        ),
      ),
      keys: named.keys.map((key, group) => ({
        x: key.x - plot.left,
        y: key.y - plot.top,
        look: groupLooks[group] ?? 'first',
      })),
    },
    words: [
      ...named.words,
      ...placed.names,
      ...dumbbells.flatMap(({ words }) => words),
      ...distances.flatMap((lines, row) => {
        const middle = placed.middles[row] ?? 0;
        // On a phone beside the name, on the line that is next to the marks.
        const beside = middle - extent / 2 - 3 - linesHeight(lines.length, size) / 2;
        return block(lines, sheet.width, isWide ? middle : beside, { size, align: 'right' });
      }),
    ],
    rules: [],
  };
}

/** The gridlines of a gap's horizontal axis, in either drawing: its lowest says where the axis starts. */
export function gapTicks(chart: GapChart): Ticks {
  return ticksFor(
    chart.rows.flatMap(row => row.marks.flatMap(mark => mark.number ?? [])),
    chart.scale,
  );
}

type Place = { readonly x: Axis; readonly left: number; readonly right: number; readonly size: number };

/** The side of its marker that each group's value stands on, and the symbol of a figure that is absent. */
function dumbbell(
  groups: GapChart['groups'],
  { marks }: GapChart['rows'][number],
  middle: number,
  { x, left, right, size }: Place,
): { readonly sides: readonly (1 | -1)[]; readonly words: readonly Words[] } {
  const [one, other] = marks.map(mark => (mark.number === null ? null : position(x, mark.number))) as [
    Pixel,
    Pixel,
  ];
  const halfway = (left + right) / 2;
  const firstLeft = firstIsLeft(one, other, halfway);
  const sides = marks.map((_, group) => ((group === 0) === firstLeft ? -1 : 1));
  const words = marks.flatMap(({ number, text }, group) => {
    if (number !== null) return [];
    const isLeft = sides[group] === -1;
    const edge = isLeft ? left : right;
    const free = Math.abs((one ?? other ?? halfway) - edge) - 20;
    const whole = `${groups[group]} ${text}`;
    return block([textRoom(whole, size) <= free ? whole : text], edge, middle, {
      size,
      align: isLeft ? 'left' : 'right',
    });
  });
  return { sides, words };
}

type Pixel = number | null;

/** Values stand on the outer sides of their markers; a symbol on the side that the other group's marker leaves free. */
function firstIsLeft(one: Pixel, other: Pixel, halfway: number): boolean {
  if (one !== null && other !== null) return one <= other;
  if (one !== null) return one <= halfway;
  return other === null || other > halfway;
}

type GroupNames = {
  readonly height: number;
  readonly draw: (
    x: Axis,
    left: number,
  ) => {
    readonly words: readonly Words[];
    readonly keys: readonly { readonly x: number; readonly y: number }[];
  };
};

// From the start of a name's room to its letters, with the marker between.
const indent = 20;
const air = 12;
// A line of letters that a reader sets apart is this much longer than is reckoned with.
const spacing = 1.2;

/**
 * The names of the two groups over the rows, each after its marker: over its mark in the first row that has both, or one
 * under the other if long. The height they take, and how to place them once the axis is known.
 */
function groupNames(chart: GapChart, { size, width }: DrawingSize): GroupNames {
  const extents = chart.groups.map(name => indent + textRoom(name, size) + air);
  const room = width > 400 ? width * 0.6 : width;
  if (extents.reduce((sum, extent) => sum + extent) <= room) {
    const middle = linesHeight(1, size) / 2;
    return { height: linesHeight(1, size) + 8, draw: (x, left) => besideEachOther(x, left, middle) };
  }
  const blocks = chart.groups.map(name => wrapText(name, (width - indent) / spacing, size));
  const heights = blocks.map(lines => linesHeight(lines.length, size));
  return {
    height: heights.reduce((sum, height) => sum + height, 14),
    draw: () => named(blocks, [0, 0], [(heights[0] ?? 0) / 2, (heights[0] ?? 0) + 4 + (heights[1] ?? 0) / 2]),
  };

  function besideEachOther(x: Axis, left: number, middle: number) {
    const figures = chart.rows.find(row => row.marks.every(mark => mark.number !== null));
    const wishes = extents.map((extent, group) => ({
      middle: position(x, figures?.marks[group]?.number ?? x.domain[group === 0 ? 0 : 1]) + air / 2,
      extent,
    }));
    const starts = spread(wishes, left, width + air).map((at, group) => at - (extents[group] ?? 0) / 2);
    return named(
      chart.groups.map(name => [name]),
      starts,
      [middle, middle],
    );
  }

  function named(
    lines: readonly (readonly string[])[],
    starts: readonly number[],
    middles: readonly number[],
  ) {
    return {
      words: lines.flatMap((each, group) =>
        block(each, (starts[group] ?? 0) + indent, middles[group] ?? 0, { size }),
      ),
      keys: lines.map((_, group) => ({ x: (starts[group] ?? 0) + 8, y: middles[group] ?? 0 })),
    };
  }
}
