import type { GapChart } from '../model/chart.ts';
import { labelled, ticksFor } from './axis.ts';
import { type Axis, type ChartSheet, position } from './drawing.ts';
import * as vl from './kit.ts';
import { ink, markLabel } from './palette.ts';
import { keysFor, rowsFor } from './placing.ts';

const axis = {
  values: { expr: 'labelled' },
  labelPadding: { expr: 'small * 1.2' },
  labelBaseline: 'alphabetic',
};
const number = vl.amount('number', axis);
// Where a figure of a row is absent, words stand in it and nothing else.
const isWhole = { filter: 'isValid(datum.from) && isValid(datum.to)' };

const spec = vl.specOf('low high ticks labels labelled drop count reach', [
  vl.uprights(
    vl.amount('tick', axis),
    'reach',
    {
      data: { name: 'spans' },
      transform: [isWhole, { calculate: 'ticks', as: 'tick' }, { flatten: ['tick'] }],
    },
    { opacity: 0.2 },
  ),
  {
    data: { name: 'spans' },
    transform: [isWhole],
    mark: { type: 'rule', color: ink, strokeWidth: 2, opacity: 0.45, ...vl.drop },
    encoding: { x: vl.amount('from', axis), x2: { field: 'to' }, y: vl.rows, ...vl.hint('name', 'distance') },
  },
  {
    data: { name: 'rows' },
    layer: [
      {
        mark: { ...vl.point, ...vl.drop },
        encoding: { x: number, y: vl.rows, ...vl.pointLook(), ...vl.hint('name', 'group', 'text') },
      },
      {
        // Values stand on the outer sides of their markers.
        mark: {
          ...vl.value,
          ...vl.drop,
          align: { expr: "datum.side < 0 ? 'right' : 'left'" },
          xOffset: { expr: '10 * datum.side' },
        },
        encoding: { x: number, y: vl.rows, text: { field: 'text' } },
      },
    ],
  },
  vl.keys(vl.pointLook()),
]);

/** Two groups a row, a marker each, joined by a line; their values beside them and the distance at the right. */
export const gapKind: vl.ChartKind<GapChart> = { spec, tell };

const looks = ['first', 'second'] as const;

function tell({ groups, rows, scale }: GapChart, sheet: ChartSheet): vl.ChartTold {
  const { isWide, words, small } = sheet;
  const key = keysFor(groups, 0, sheet);
  const names = rows.map(({ name }) => name);
  const asides = rows.map(({ distance }) => words.wrap(distance, 110));
  const air = isWide ? 14 : 10;
  const placed = rowsFor({ names, extent: 22, air, top: key.height + 4, asides }, sheet);
  const marks = rows.flatMap(row => row.marks.filter(mark => mark.number !== null));
  const ticks = ticksFor(
    marks.flatMap(mark => mark.number ?? []),
    scale,
  );
  // Past either end for a value beside its marker, and for half the label of a gridline.
  const room = Math.max(words.widest(marks.map(markLabel)) + 12, small.widest(ticks.labels) / 2);
  const { left, right } = placed;
  const plot = placed.plot(left + room, right - room);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [plot.left, plot.right] };
  const { words: named, swatches } = key.from(0);
  const sides = rows.map(row => (isFirstLeft(row, (ticks.low + ticks.high) / 2) ? [-1, 1] : [1, -1]));
  /** The symbols of a row's absent figures, each at its side with the name of its group, where there is room. */
  const symbolsOf = ({ marks }: GapChart['rows'][number], row: number) =>
    marks.flatMap(({ number, text }, group) => {
      if (number !== null) return [];
      const edge = sides[row]?.[group] === -1 ? left : right;
      const other = marks.find(mark => mark.number !== null)?.number;
      const free = Math.abs((other == null ? (left + right) / 2 : position(x, other)) - edge) - 20;
      const whole = `${groups[group]} ${text}`;
      const lines = [words.room(whole) <= free ? whole : text];
      return words.block(lines, edge, placed.middles[row] ?? 0, { align: edge === left ? 'left' : 'right' });
    });
  return {
    height: placed.bottom + small.size * 1.6,
    plot,
    params: {
      ...placed.params,
      ...ticks,
      labelled: labelled(ticks, plot.right - plot.left, small),
      reach: placed.reach,
    },
    data: {
      spans: rows.map(({ name, marks: [one, other], distance }, row) => ({
        row,
        name,
        from: one.number,
        to: other.number,
        distance,
      })),
      rows: rows.flatMap(({ name, marks }, row) =>
        marks.flatMap((mark, group) =>
          mark.number === null
            ? []
            : {
                row,
                name,
                group: groups[group] ?? '',
                look: looks[group] ?? 'first',
                side: sides[row]?.[group] ?? 1,
                ...vl.printed(mark),
              },
        ),
      ),
      keys: swatches.map(({ x, y }, group) => ({
        x: x - plot.left,
        y: y - plot.top,
        look: looks[group] ?? 'first',
      })),
    },
    words: [...named, ...placed.names, ...rows.flatMap(symbolsOf), ...placed.asides],
  };
}

/** Values stand on the outer sides of their markers; a symbol on the side that the other group's marker leaves free. */
function isFirstLeft({ marks: [one, other] }: GapChart['rows'][number], halfway: number): boolean {
  if (one.number !== null && other.number !== null) return one.number <= other.number;
  if (one.number !== null) return one.number <= halfway;
  return other.number === null || other.number > halfway;
}
