import type { BulletChart } from '../model/chart.ts';
import { block, type DrawingSize, drawingSizes, linesHeight, type Width } from './drawing.ts';
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
import { linesRoom, wrapText } from './lettering.ts';
import { acrossBar, looks, markLabel, paper } from './palette.ts';
import { rowsFor } from './placing.ts';

type Kpi = BulletChart['rows'][number];

const across = 24;
const axis = { grid: false, labels: false };
const horizontal = { type: 'bar', orient: 'horizontal', yOffset: drop };

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'drop', 'count'],
  [
    {
      data: { name: 'bands' },
      mark: { ...horizontal, height: across - 2, fill: paper, stroke: looks.context.colour, strokeWidth: 1 },
      encoding: { x: amounts('end', axis), x2: { datum: 0 }, y: rows },
    },
    {
      data: { name: 'rows' },
      layer: [
        {
          transform: [{ filter: 'datum.number' }],
          mark: { ...horizontal, height: 12 },
          encoding: {
            x: amounts('number', axis),
            x2: { datum: 0 },
            y: rows,
            ...barLook,
            ...hint('name', 'text'),
          },
        },
        uprights({}, { datum: 0, type: 'quantitative' }, `${across / 2}`),
        {
          // Rimmed, so that it is seen on the bar too.
          transform: [{ filter: 'isValid(datum.target)' }],
          mark: {
            type: 'point',
            filled: true,
            opacity: 1,
            shape: acrossBar,
            size: across ** 2,
            fill: looks.target.colour,
            stroke: paper,
            strokeWidth: 1.5,
            yOffset: drop,
          },
          encoding: { x: amounts('target', axis), y: rows, ...hint('name', 'aim') },
        },
      ],
    },
  ],
);

/** A row an indicator: what was reached as a bar from zero, the target as a mark across it, and both in words. */
export const bulletKind: ChartKind<BulletChart> = { spec, tell };

function tell(chart: BulletChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const isWide = width === 'wide';
  const said = chart.rows.map(row => saidOf(row, sheet, isWide));
  const lines = linesHeight(Math.max(...said.map(each => each.length)), sheet.size);
  const placed = rowsFor(
    {
      names: chart.rows.map(({ name }) => ({ text: name, weight: isWide ? 'normal' : 'bold' })),
      extent: isWide ? Math.max(across + 2, lines) : across,
      air: isWide ? 14 : 18 + lines,
      top: 0,
    },
    sheet,
    width,
  );
  const beside = isWide ? Math.max(...said.map(each => linesRoom(each, sheet.size))) + 16 : 0;
  const [low, high] = endsOf(chart);
  return {
    width: sheet.width,
    height: Math.ceil(placed.bottom),
    plot: { left: placed.left + 2, right: sheet.width - beside - 8, top: 0, bottom: placed.bottom },
    params: { low, high, ticks: [], labels: [], count: chart.rows.length, drop: placed.drop },
    data: {
      bands: chart.rows.flatMap(({ bands }, row) =>
        bands.toSorted((a, b) => b - a).map(end => ({ row, end })),
      ),
      rows: chart.rows.map(({ name, actual, target }, row) => ({
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
      ...said.flatMap((each, row) => {
        const middle = placed.middles[row] ?? 0;
        const under = middle + across / 2 + 4 + linesHeight(each.length, sheet.size) / 2;
        return isWide
          ? block(each, sheet.width, middle, { size: sheet.size, align: 'right' })
          : block(each, 0, under, { size: sheet.size });
      }),
    ],
    rules: [],
  };
}

/** "91.4%, target at least 95%. Slightly behind": everything that is drawn, in words. */
function saidOf(
  { actual, target, status }: Kpi,
  { size, width }: DrawingSize,
  isWide: boolean,
): readonly string[] {
  const aim = target === null ? 'no target' : `target ${target.text}`;
  const room = isWide ? 190 : width;
  const lines = wrapText(`${markLabel(actual)}, ${aim}`, room, size);
  return status === '' ? lines : [...lines, ...wrapText(status, room, size)];
}

/** From zero to the furthest of what is drawn. */
function endsOf({ rows }: BulletChart): readonly [number, number] {
  const numbers = rows.flatMap(({ actual, target, bands }) => [
    actual.number ?? 0,
    target?.number ?? 0,
    ...bands,
  ]);
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  return least === most ? [0, 1] : [least, most];
}
