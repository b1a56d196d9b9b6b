import type { ComparisonChart } from '../model/chart.ts';
import { fromNought } from './axis.ts';
import type { ChartSheet } from './drawing.ts';
import * as vl from './kit.ts';
import { barLooks, markLabel } from './palette.ts';
import { keysFor, rowsFor } from './placing.ts';

const spec = vl.specOf('low high drop count extent reach beside', [
  {
    data: { name: 'rows' },
    layer: [
      vl.bars({ expr: 'extent' }),
      vl.uprights(vl.nought, 'reach'),
      {
        // A value stands at the end of its bar, a symbol where a bar would begin; both at the right where the nation's stands beside.
        transform: [
          { filter: '!beside' },
          { calculate: 'isValid(datum.number) ? datum.number : 0', as: 'end' },
        ],
        mark: {
          ...vl.value,
          ...vl.drop,
          align: { expr: "datum.end < 0 ? 'right' : 'left'" },
          xOffset: { expr: 'datum.end < 0 ? -6 : 6' },
          fontWeight: { expr: "datum.look === 'council' ? 'bold' : 'normal'" },
        },
        encoding: { x: vl.amount('end'), y: vl.rows, text: { field: 'text' } },
      },
    ],
  },
  {
    data: { name: 'nations' },
    mark: { ...vl.point, ...vl.drop },
    encoding: { x: vl.amount('number'), y: vl.rows, ...vl.pointLook(1.5), ...vl.hint('text') },
  },
  vl.keys(vl.pointLook(1.5)),
]);

/** Horizontal bars from zero, in the order given, each with its value at its end or its symbol in its stead. */
export const comparisonKind: vl.ChartKind<ComparisonChart> = { spec, tell };

function tell({ bars, nation }: ComparisonChart, sheet: ChartSheet): vl.ChartTold {
  const [extent, air] = sheet.isWide ? [20, 10] : [16, 12];
  const looks = barLooks(bars.map(({ role }) => role));
  const isBold = (row: number) => bars[row]?.role === 'council';
  const names = bars.map(({ name }) => name);
  const key = nation === undefined ? null : keysFor([nation], 0, sheet);
  const beside =
    key === null
      ? {}
      : {
          asides: bars.map(bar => [
            bar.nation === undefined
              ? markLabel(bar)
              : `${markLabel(bar)}; ${nation} ${markLabel(bar.nation)}`,
          ]),
          top: key.height + 4,
        };
  const placed = rowsFor({ names, isBold, extent, air, ...beside }, sheet);
  const ends = fromNought(bars.flatMap(bar => [bar.number ?? [], bar.nation?.number ?? []].flat()));
  // Past either end for what is printed there, or for half a mark.
  const room = key === null ? sheet.words.widest(bars.map(markLabel), 'bold') + 8 : 8;
  const plot = placed.plot(placed.left + (ends.low < 0 ? room : 1), placed.right - room);
  const { words: named, swatches } = key?.from(0) ?? { words: [], swatches: [] };
  return {
    height: placed.bottom,
    plot,
    params: { ...placed.params, ...ends, extent, reach: placed.reach, beside: key !== null },
    data: {
      rows: bars.map((bar, row) => ({
        row,
        name: bar.name,
        look: looks[row] ?? 'context',
        number: bar.number,
        text: markLabel(bar),
      })),
      nations: bars.flatMap((bar, row) =>
        bar.nation === undefined ? [] : { row, look: 'nation', ...vl.printed(bar.nation) },
      ),
      keys: swatches.map(({ x, y }) => ({ x: x - plot.left, y: y - plot.top, look: 'nation' })),
    },
    words: [...named, ...placed.names, ...placed.asides],
  };
}
