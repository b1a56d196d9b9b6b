import type { ProfileChart } from '../model/chart.ts';
import { type Axis, type ChartSheet, gather, type Placed, position, rule } from './drawing.ts';
import * as vl from './kit.ts';
import { firstEdged, partLooks } from './palette.ts';
import { keysFor, rowsFor, spread } from './placing.ts';

const rim = 1.5;

const byPart = (of: 'fill' | 'stroke' | 'text') => ({
  field: 'part',
  type: 'ordinal',
  scale: {
    type: 'ordinal',
    domain: partLooks.map((_, part) => part),
    range: partLooks.map(look => look[of]),
  },
  legend: null,
});
const looks = { fill: byPart('fill'), stroke: byPart('stroke') };
const share = { ...vl.amount('number'), stack: 'zero' };
const order = { field: 'part', type: 'quantitative' };

const spec = vl.specOf('low high drop count extent', [
  {
    data: { name: 'rows' },
    layer: [
      {
        mark: {
          ...vl.bar,
          strokeWidth: rim,
          // Half an outline lies outside its bar: one that is a gap makes the bar look lower, any other higher.
          height: { expr: `datum.part < ${firstEdged} ? extent : extent - ${2 * rim}` },
        },
        encoding: { x: share, y: vl.rows, order, ...looks, ...vl.hint('name', 'grade', 'text') },
      },
      {
        mark: { ...vl.value, ...vl.drop },
        encoding: {
          x: { ...share, bandPosition: 0.5 },
          y: vl.rows,
          order,
          text: { condition: { test: 'datum.isInside', field: 'text' }, value: '' },
          fill: byPart('text'),
        },
      },
    ],
    resolve: { scale: { fill: 'independent' } },
  },
  vl.keys(looks, { shape: 'square', size: 196, strokeWidth: 1 }),
]);

/** One bar a phase, its parts in order from the left, each with its share; parts of nothing are left out. */
export const profileKind: vl.ChartKind<ProfileChart> = { spec, tell };

type Segment = { readonly part: number; readonly from: number; readonly to: number; readonly text: string };

function tell({ parts, rows }: ProfileChart, sheet: ChartSheet): vl.ChartTold {
  const { width, isWide, words } = sheet;
  const extent = isWide ? 32 : 28;
  const key = keysFor(parts, 0, sheet);
  const names = rows.map(({ name }) => name);
  const wish = { names, isBold: () => false, extent, air: 12, top: key.height + 10 };
  const { left } = rowsFor(wish, sheet);
  // A hundred per cent, or a little more where rounded shares add up to it: bars are as long as what is printed.
  const sums = rows.map(({ marks }) => marks.reduce((sum, { number }) => sum + (number ?? 0), 0));
  const x: Axis = { domain: [0, Math.max(100, ...sums)], range: [left, width - 1] };
  const found = rows.map(segments);
  const isInside = ({ from, to, text }: Segment) =>
    words.room(text) + 4 <= position(x, to) - position(x, from);
  // Where a part is withheld no part after it has a place: texts stand in the bar's stead.
  const texts = rows.map(({ marks }, row) =>
    found[row] === null
      ? keysFor(
          marks.map(({ text }) => text),
          left,
          sheet,
        )
      : null,
  );
  const placed = rowsFor(
    {
      ...wish,
      extent: Math.max(extent, ...texts.map(each => each?.height ?? 0)),
      over: found.flat().some(each => each !== null && !isInside(each)) ? words.height(1) + 6 : 0,
    },
    sheet,
  );
  const plot = placed.plot(left, width - 1);
  const keys = [
    key.from(0),
    ...texts.flatMap((each, row) => each?.from((placed.middles[row] ?? 0) - each.height / 2) ?? []),
  ];
  return {
    height: placed.bottom,
    plot,
    params: { ...placed.params, low: 0, high: x.domain[1], extent },
    data: {
      rows: found.flatMap((each, row) =>
        (each ?? []).map(segment => ({
          row,
          name: names[row] ?? '',
          part: segment.part,
          grade: parts[segment.part] ?? '',
          number: rows[row]?.marks[segment.part]?.number ?? null,
          text: segment.text,
          isInside: isInside(segment),
        })),
      ),
      keys: keys.flatMap(({ swatches }) =>
        swatches.map(({ x, y }, part) => ({ x: x - plot.left, y: y - plot.top, part })),
      ),
    },
    ...gather(
      { words: [...placed.names, ...keys.flatMap(({ words }) => words)] },
      ...found.map((each, row) => {
        const outside = (each ?? []).filter(segment => !isInside(segment));
        return overBar(outside, (placed.middles[row] ?? 0) - extent / 2, x, sheet);
      }),
    ),
  };
}

/** The parts that are there, end to end; null when one is withheld. */
function segments({ marks }: ProfileChart['rows'][number]): readonly Segment[] | null {
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
function overBar(outside: readonly Segment[], top: number, x: Axis, { width, words }: ChartSheet): Placed {
  const centres = outside.map(({ from, to }) => position(x, (from + to) / 2));
  const wishes = outside.map(({ text }, at) => ({ middle: centres[at] ?? 0, extent: words.room(text) + 4 }));
  const middles = spread(wishes, x.range[0], width);
  return gather(
    ...outside.map(({ text }, at) => ({
      words: words.block([text], middles[at] ?? 0, top - 8 - words.size / 2, { align: 'center' }),
      rules: [rule([centres[at] ?? 0, top - 1], [middles[at] ?? 0, top - 7])],
    })),
  );
}
