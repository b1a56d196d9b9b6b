import type { PaceChart } from '../model/chart.ts';
import { type Axis, type ChartSheet, gather, position } from './drawing.ts';
import * as vl from './kit.ts';
import { endWord, keysFor, rowsFor } from './placing.ts';

const data = { name: 'rows' };
const onceARow = { filter: 'datum.side < 0' };

/** Further right is better: a change turned by which way that is, in spreads of authorities on its measure. */
const transform = [{ calculate: 'datum.turn * datum.number / datum.spread', as: 'place' }];

/** A line of each row: the council's over the nation's, so that neither hides the other. */
const line = { yOffset: { expr: 'drop + datum.side * apart' } };

const spec = vl.specOf('low high ticks drop count apart reach', [
  vl.uprights(
    vl.amount('tick'),
    'reach',
    { data, transform: [onceARow, { calculate: 'ticks', as: 'tick' }, { flatten: ['tick'] }] },
    { opacity: 0.2 },
  ),
  vl.uprights(vl.nought, 'reach', { data, transform: [onceARow] }, { strokeWidth: 1.5 }),
  {
    data,
    transform,
    layer: [
      {
        mark: { type: 'rule', ...line },
        encoding: {
          x: vl.amount('place'),
          x2: { datum: 0 },
          y: { ...vl.rows, bandPosition: 0.5 },
          ...vl.lineLook,
        },
      },
      {
        mark: { ...vl.point, ...line },
        encoding: {
          x: vl.amount('place'),
          y: vl.rows,
          ...vl.pointLook(1.2),
          ...vl.hint('name', 'who', 'text'),
        },
      },
    ],
  },
  vl.keys(vl.pointLook(1.2)),
]);

/** A row a measure: from no change, how far the council and the nation went for better or for worse, and both in words. */
export const paceKind: vl.ChartKind<PaceChart> = { spec, tell };

/** As many spreads as the drawing shows on either side at least, so that a small change looks small; and from line to line. */
const [ample, step] = [0.5, 0.5];

function tell({ council, nation, rows }: PaceChart, sheet: ChartSheet): vl.ChartTold {
  const { isWide, small } = sheet;
  const key = keysFor([council, nation], 0, sheet);
  const head = key.height + small.height(1) + 4;
  const asides = rows.map(row =>
    isWide
      ? [row.own.words, `${nation} ${row.nation.words}`]
      : [`${row.own.words}; ${nation} ${row.nation.words}`],
  );
  const names = rows.map(({ name }) => name);
  const [extent, air] = isWide ? [24, 12] : [22, 10];
  const placed = rowsFor({ names, extent, air, top: head, asides }, sheet);
  const marks = rows.flatMap(({ name, own, nation: theirs, spread, better }, row) =>
    [
      { ...own, who: council, look: 'council', side: -1 },
      { ...theirs, who: nation, look: 'nation', side: 1 },
    ].map(({ number, text, status, who, look, side }) => ({
      row,
      name,
      who,
      look,
      side,
      number,
      text,
      ...(status === undefined ? {} : { status }),
      turn: better === 'low' ? -1 : 1,
      spread: spread.number,
    })),
  );
  const places = marks.map(({ turn, number, spread }) => (turn * (number ?? 0)) / (spread ?? 1));
  const [low, high] = [Math.min(-ample, ...places), Math.max(ample, ...places)];
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step).filter(
    tick => tick !== 0,
  );
  const edge = 9;
  const plot = placed.plot(placed.left + edge, placed.right - edge);
  const x: Axis = { domain: [low, high], range: [plot.left, plot.right] };
  const half = small.widest(['No change']) / 2;
  const nought = Math.max(placed.left + half, Math.min(position(x, 0), placed.right - half));
  const foot = placed.bottom + small.height(1) / 2 + 4;
  const { words, swatches } = key.from(0);
  return {
    height: foot + small.height(1) / 2 + 2,
    plot,
    params: { ...placed.params, low, high, ticks, apart: isWide ? 9.6 : 7, reach: placed.reach },
    data: {
      rows: marks,
      keys: swatches.map(({ x, y }, at) => ({
        x: x - plot.left,
        y: y - plot.top,
        look: at === 0 ? 'council' : 'nation',
      })),
    },
    ...gather(
      { words: [...words, ...placed.names, ...placed.asides] },
      { words: small.block(['No change'], nought, key.height + small.height(1) / 2, { align: 'center' }) },
      endWord('Worse', 'low', foot, sheet, placed.left),
      endWord('Better', 'high', foot, { small, width: placed.right }),
    ),
  };
}
