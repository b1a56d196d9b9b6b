import type { ComparisonChart } from '../model/chart.ts';
import { drawingSizes, type Width } from './drawing.ts';
import {
  amounts,
  barLook,
  type ChartKind,
  type ChartTold,
  drop,
  hint,
  rows,
  specOf,
  uprights,
} from './kit.ts';
import { linesRoom } from './lettering.ts';
import { barLooks, ink, markLabel } from './palette.ts';
import { rowsFor } from './placing.ts';

const number = amounts('number', { grid: false, labels: false });

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'drop', 'count', 'extent', 'reach'],
  [
    {
      data: { name: 'rows' },
      layer: [
        {
          transform: [{ filter: 'datum.number' }],
          mark: { type: 'bar', orient: 'horizontal', height: { expr: 'extent' }, yOffset: drop },
          encoding: { x: number, x2: { datum: 0 }, y: rows, ...barLook, ...hint('name', 'text') },
        },
        uprights({}, { datum: 0, type: 'quantitative' }, 'reach'),
        {
          // A value stands at the end of its bar; a symbol where a bar would begin.
          transform: [{ calculate: 'isValid(datum.number) ? datum.number : 0', as: 'end' }],
          mark: {
            type: 'text',
            color: ink,
            baseline: 'middle',
            yOffset: drop,
            fontSize: { expr: 'size' },
            align: { expr: "datum.end < 0 ? 'right' : 'left'" },
            xOffset: { expr: 'datum.end < 0 ? -6 : 6' },
            fontWeight: { expr: "datum.look === 'council' ? 'bold' : 'normal'" },
          },
          encoding: { x: { ...number, field: 'end' }, y: rows, text: { field: 'text' } },
        },
      ],
    },
  ],
);

/** Horizontal bars from zero, in the order given, each with its value at its end or its symbol in its stead. */
export const comparisonKind: ChartKind<ComparisonChart> = { spec, tell };

function tell({ bars }: ComparisonChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const extent = width === 'wide' ? 20 : 16;
  const looks = barLooks(bars.map(({ role }) => role));
  const weightOf = (role: string) => (role === 'council' ? 'bold' : 'normal');
  const names = bars.map(({ name, role }) => ({ text: name, weight: weightOf(role) }) as const);
  const placed = rowsFor({ names, extent, air: width === 'wide' ? 10 : 12, top: 0 }, sheet, width);
  const numbers = bars.flatMap(bar => bar.number ?? []);
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  // Past either end for what is printed there.
  const room = linesRoom(bars.map(markLabel), sheet.size, 'bold') + 8;
  return {
    width: sheet.width,
    height: Math.ceil(placed.bottom),
    plot: {
      left: placed.left + (least < 0 ? room : 1),
      right: sheet.width - room,
      top: 0,
      bottom: placed.bottom,
    },
    params: {
      low: least,
      high: least === most ? 1 : most,
      ticks: [],
      labels: [],
      count: bars.length,
      drop: placed.drop,
      extent,
      reach: width === 'wide' ? placed.bottom / bars.length / 2 : extent / 2 + 3,
    },
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
    rules: [],
  };
}
