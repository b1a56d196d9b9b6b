import type { ComparisonChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  type Marks,
  pixels,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { linesRoom } from './lettering.ts';
import { barColours, markLabel, paper } from './palette.ts';
import { namesAbove, namesBeside, type Row } from './placing.ts';

type Bar = ComparisonChart['bars'][number];

/** Horizontal bars from zero, in the order given, each with its value at its end or its symbol in its stead. */
export function drawComparison(chart: ComparisonChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const extent = width === 'wide' ? 20 : 16;
  const wishes = chart.bars.map(bar => ({ name: bar.name, weight: weightOf(bar), extent }));
  const { rows, left, bottom } =
    width === 'wide'
      ? namesBeside(wishes, { sheet, top: 0, air: 10 })
      : namesAbove(wishes, { sheet, top: 0, air: 12 });
  const x = valueAxis(chart, left, sheet);
  const fills = barColours(chart.bars.map(bar => bar.role));
  const zero = position(x, 0);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    width: sheet.width,
    height: Math.ceil(bottom),
    x,
    y: pixels(bottom),
    ...gather(
      ...rows.map((row, index) =>
        drawBar(chart.bars[index] as Bar, row, { x, extent, sheet, fill: fills[index] ?? '' }),
      ),
      first && last && width === 'wide'
        ? { rules: [rule([zero, first.middle - extent / 2 - 3], [zero, last.middle + extent / 2 + 3])] }
        : {},
      width === 'narrow'
        ? {
            rules: rows.map(({ middle }) =>
              rule([zero, middle - extent / 2 - 2], [zero, middle + extent / 2 + 2]),
            ),
          }
        : {},
    ),
  };
}

function weightOf(bar: Bar): 'bold' | 'normal' {
  return bar.role === 'council' ? 'bold' : 'normal';
}

/** Numbers from zero to the longest bars, with room past either end for what is printed there. */
function valueAxis(chart: ComparisonChart, left: number, sheet: DrawingSize): Axis {
  const numbers = chart.bars.flatMap(bar => bar.number ?? []);
  const least = Math.min(0, ...numbers);
  const most = Math.max(0, ...numbers);
  const room =
    Math.max(
      0,
      ...chart.bars.map(bar => (bar.number === null ? 0 : linesRoom([markLabel(bar)], sheet.size, 'bold'))),
    ) + 8;
  return {
    domain: least === most ? [0, 1] : [least, most],
    range: [left + (least < 0 ? room : 1), sheet.width - room],
  };
}

type Place = {
  readonly x: Axis;
  readonly extent: number;
  readonly sheet: DrawingSize;
  readonly fill: string;
};

function drawBar(bar: Bar, row: Row, { x, extent, sheet, fill }: Place): Partial<Marks> {
  const backwards = bar.number !== null && bar.number < 0;
  const end = position(x, bar.number ?? 0) + (backwards ? -6 : 6);
  return {
    bars:
      bar.number === null || bar.number === 0
        ? []
        : [{ x: 0, x2: bar.number, y: row.middle, thickness: extent, fill, stroke: paper, rim: 0 }],
    words: [
      ...block(row.name, 0, row.nameMiddle, { size: sheet.size, weight: row.weight }),
      ...block([markLabel(bar)], end, row.middle, {
        size: sheet.size,
        weight: row.weight,
        align: backwards ? 'right' : 'left',
      }),
    ],
  };
}
