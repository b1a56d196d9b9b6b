import type { BulletChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { linesRoom, wrapText } from './lettering.ts';
import { acrossMarker, barColours, context, markLabel, paper } from './palette.ts';
import { namesAbove, namesBeside } from './placing.ts';

type Kpi = BulletChart['rows'][number];

const bar = 12;
const across = 24;

/** A row an indicator: what was reached as a bar from zero, the target as a mark across it, and both in words. */
export function drawBullet(chart: BulletChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const wide = width === 'wide';
  const said = chart.rows.map(row => saidOf(row, sheet, wide));
  const beside = wide ? Math.max(...said.map(lines => linesRoom(lines, sheet.size))) + 16 : 0;
  const wishes = chart.rows.map(({ name }, index) => {
    const words = linesHeight(said[index]?.length ?? 1, sheet.size);
    const extent = wide ? Math.max(across + 2, words) : across + 4 + words;
    return { name, weight: wide ? 'normal' : 'bold', extent } as const;
  });
  const { rows, left, bottom } = wide
    ? namesBeside(wishes, { sheet, top: 0, air: 14 })
    : namesAbove(wishes, { sheet, top: 0, air: 14 });
  const x = axisOf(chart, left, sheet.width - beside);
  return {
    width: sheet.width,
    height: Math.ceil(bottom),
    x,
    y: pixels(bottom),
    ...gather(
      ...rows.map((row, index) => {
        const lines = said[index] ?? [];
        const words = linesHeight(lines.length, sheet.size);
        const middle = wide ? row.middle : row.middle - (4 + words) / 2;
        return gather(drawRow(chart.rows[index] as Kpi, middle, x), {
          words: [
            ...block(row.name, 0, row.nameMiddle, { size: sheet.size, weight: row.weight }),
            ...(wide
              ? block(lines, sheet.width, middle, { size: sheet.size, align: 'right' })
              : block(lines, 0, middle + across / 2 + 4 + words / 2, { size: sheet.size })),
          ],
        });
      }),
    ),
  };
}

/** "91.4%, target at least 95%. Slightly behind": everything that is drawn, in words. */
function saidOf(
  { actual, target, status }: Kpi,
  { size, width }: DrawingSize,
  wide: boolean,
): readonly string[] {
  const aim = target === null ? 'no target' : `target ${target.text}`;
  const text = `${markLabel(actual)}, ${aim}`;
  const room = wide ? 190 : width;
  return [...wrapText(text, room, size), ...(status === '' ? [] : wrapText(status, room, size))];
}

/** From zero to the furthest of what is drawn. */
function axisOf({ rows }: BulletChart, left: number, right: number): Axis {
  const numbers = rows.flatMap(({ actual, target, bands }) => [
    ...(actual.number === null ? [] : [actual.number]),
    ...(target?.number == null ? [] : [target.number]),
    ...bands,
  ]);
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  return { domain: least === most ? [0, 1] : [least, most], range: [left + 2, right - 8] };
}

function drawRow({ actual, target, bands }: Kpi, middle: number, x: Axis): Partial<Marks> {
  const [fill = ''] = barColours(['council']);
  const zero = position(x, 0);
  return {
    bars: [
      ...bands
        .toSorted((a, b) => b - a)
        .map(end => ({
          x: 0,
          x2: end,
          y: middle,
          thickness: across - 2,
          fill: paper,
          stroke: context,
          rim: 1,
        })),
      ...(actual.number === null || actual.number === 0
        ? []
        : [{ x: 0, x2: actual.number, y: middle, thickness: bar, fill, stroke: paper, rim: 0 }]),
    ],
    rules: [rule([zero, middle - across / 2], [zero, middle + across / 2])],
    keys:
      target?.number == null ? [] : [{ x: position(x, target.number), y: middle, ...acrossMarker(across) }],
  };
}
