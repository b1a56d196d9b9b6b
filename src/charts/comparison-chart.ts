import type { ComparisonChart } from '../model/chart.ts';
import { fromNought } from './axis.ts';
import type { ChartSheet } from './drawing.ts';
import * as vl from './kit.ts';
import { barLooks, markLabel } from './palette.ts';
import { rowsFor } from './placing.ts';

const spec = vl.specOf('low high drop count extent reach', [
  {
    data: { name: 'rows' },
    layer: [
      {
        transform: [{ filter: 'datum.number' }],
        mark: { ...vl.bar, height: { expr: 'extent' } },
        encoding: {
          x: vl.amount('number'),
          x2: { datum: 0 },
          y: vl.rows,
          fill: vl.colour,
          ...vl.hint('name', 'text'),
        },
      },
      vl.uprights({ datum: 0, type: 'quantitative' }, 'reach'),
      {
        // A value stands at the end of its bar; a symbol where a bar would begin.
        transform: [{ calculate: 'isValid(datum.number) ? datum.number : 0', as: 'end' }],
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
]);

/** Horizontal bars from zero, in the order given, each with its value at its end or its symbol in its stead. */
export const comparisonKind: vl.ChartKind<ComparisonChart> = { spec, tell };

function tell({ bars }: ComparisonChart, sheet: ChartSheet): vl.ChartTold {
  const [extent, air] = sheet.isWide ? [20, 10] : [16, 12];
  const looks = barLooks(bars.map(({ role }) => role));
  const isBold = (row: number) => bars[row]?.role === 'council';
  const placed = rowsFor({ names: bars.map(({ name }) => name), isBold, extent, air }, sheet);
  const ends = fromNought(bars.flatMap(bar => bar.number ?? []));
  // Past either end for what is printed there.
  const room = sheet.words.widest(bars.map(markLabel), 'bold') + 8;
  return {
    height: placed.bottom,
    plot: placed.plot(placed.left + (ends.low < 0 ? room : 1), sheet.width - room),
    params: { ...placed.params, ...ends, extent, reach: placed.reach },
    data: {
      rows: bars.map((bar, row) => ({
        row,
        name: bar.name,
        look: looks[row] ?? 'context',
        number: bar.number,
        text: markLabel(bar),
      })),
    },
    words: placed.names,
  };
}
