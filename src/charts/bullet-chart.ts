import type { BulletChart } from '../model/chart.ts';
import { fromNought } from './axis.ts';
import type { ChartSheet } from './drawing.ts';
import * as vl from './kit.ts';
import { acrossBar, looks, markLabel, paper } from './palette.ts';
import { rowsFor } from './placing.ts';

const across = 24;

const spec = vl.specOf('low high drop count', [
  {
    data: { name: 'rows' },
    layer: [
      vl.bars(12),
      vl.uprights(vl.nought, `${across / 2}`),
      {
        // Rimmed, so that it is seen on the bar too.
        mark: {
          ...vl.point,
          ...vl.drop,
          shape: acrossBar,
          size: across ** 2,
          fill: looks.target.colour,
          stroke: paper,
          strokeWidth: 1.5,
        },
        encoding: { x: vl.amount('target'), y: vl.rows, ...vl.hint('name', 'aim') },
      },
    ],
  },
]);

/** A row an indicator: what was reached as a bar from zero, the target as a mark across it, and both in words. */
export const bulletKind: vl.ChartKind<BulletChart> = { spec, tell };

function tell({ rows }: BulletChart, sheet: ChartSheet): vl.ChartTold {
  const { width, isWide, words } = sheet;
  // "91.4%, target at least 95%", "Slightly behind": everything that is drawn, in words.
  const said = rows.map(({ actual, target, status }) => {
    const figures = `${markLabel(actual)}, ${target === null ? 'no target' : `target ${target.text}`}`;
    const lines = [figures, ...(status === '' ? [] : [status])];
    return lines.flatMap(line => words.wrap(line, isWide ? 190 : width));
  });
  const tall = words.height(Math.max(...said.map(({ length }) => length)));
  const [extent, air] = isWide ? [Math.max(across + 2, tall), 14] : [across, 18 + tall];
  const placed = rowsFor({ names: rows.map(({ name }) => name), extent, air }, sheet);
  const beside = isWide ? words.widest(said.flat()) + 16 : 0;
  const numbers = rows.flatMap(({ actual, target }) => [actual.number, target?.number ?? null]);
  return {
    height: placed.bottom,
    plot: placed.plot(placed.left + 2, width - beside - 8),
    params: { ...placed.params, ...fromNought(numbers.flatMap(number => number ?? [])) },
    data: {
      rows: rows.map(({ name, actual, target }, row) => ({
        row,
        name,
        look: 'council',
        number: actual.number,
        text: markLabel(actual),
        target: target?.number ?? null,
        aim: target?.text ?? null,
      })),
    },
    words: [
      ...placed.names,
      ...said.flatMap((lines, row) => {
        const middle = placed.middles[row] ?? 0;
        return isWide
          ? words.block(lines, width, middle, { align: 'right' })
          : words.block(lines, 0, middle + across / 2 + 4 + words.height(lines.length) / 2);
      }),
    ],
  };
}
