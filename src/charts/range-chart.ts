import type { LocalityFindings } from '../judgements/localities.ts';
import type { RangeChart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { labelled, ticksFor } from './axis.ts';
import { type Axis, type ChartSheet, position } from './drawing.ts';
import { markOf, scaleOf, unheld } from './from-findings.ts';
import * as vl from './kit.ts';
import { ink, looks, markLabel } from './palette.ts';
import { rowsFor } from './placing.ts';

const axis = vl.footline({ tickOpacity: 0.5, domainOpacity: 0.5, labelPadding: { expr: 'small' } });
const data = { name: 'rows' };

const spec = vl.specOf('low high ticks labels labelled drop count', [
  vl.uprights(
    vl.amount('tick', axis),
    '9',
    { data, transform: [{ calculate: 'ticks', as: 'tick' }, { flatten: ['tick'] }] },
    { opacity: 0.2 },
  ),
  vl.uprights(
    vl.amount('limit', axis),
    '12',
    { data: { name: 'limits' } },
    { color: looks.target.colour, strokeDash: looks.target.dash, strokeWidth: 2.5 },
  ),
  {
    data,
    layer: [
      {
        transform: [{ filter: 'isValid(datum.lowest) && isValid(datum.highest)' }],
        mark: { type: 'rule', color: ink, strokeWidth: 2, ...vl.drop },
        encoding: {
          x: vl.amount('lowest', axis),
          x2: { field: 'highest' },
          y: vl.rows,
          ...vl.hint('name', 'lowestText', 'highestText'),
        },
      },
      ...['lowest', 'highest'].map(end =>
        vl.uprights(
          vl.amount(end, axis),
          '7',
          { transform: [{ filter: `isValid(datum.${end})` }] },
          { strokeWidth: 2 },
        ),
      ),
      {
        mark: { ...vl.point, ...vl.drop },
        encoding: {
          x: vl.amount('number', axis),
          y: vl.rows,
          ...vl.pointLook(1.5),
          ...vl.hint('name', 'text'),
        },
      },
    ],
  },
]);

/** A row a measure or a year: a line from the lowest place to the highest, both named, and the average on it. */
export const rangeKind: vl.ChartKind<RangeChart> = { spec, tell };

/** How much wider long lines grow where a reader sets letters and words apart. */
const apart = 1.15;

function tell(chart: RangeChart, sheet: ChartSheet): vl.ChartTold {
  const { width, isWide, words, small } = sheet;
  const { rows, limit, scale } = chart;
  const room = (isWide ? width * 0.64 : width) / apart;
  const ends = rows.map(({ low, high }) => {
    const [lowest, highest] = [
      `Lowest: ${low.place} ${markLabel(low)}`,
      `Highest: ${high.place} ${markLabel(high)}`,
    ];
    // On one line, the lowest at the left and the highest at the right, where both fit; else on two.
    if (words.room(lowest) + words.room(highest) + 24 <= room) return [[lowest, highest]];
    return [lowest, highest].flatMap(end => words.wrap(end, room).map(line => [line]));
  });
  const under = words.height(Math.max(...ends.map(({ length }) => length)));
  const limitLines = limit === null ? [] : small.wrap(limit.text, room);
  const head = small.height(limitLines.length);
  const placed = rowsFor(
    {
      names: rows.map(({ name }) => name),
      extent: 22,
      over: words.height(1) + 4,
      // Words under the line, and on a page with room as much over it, since marks stand in the middle of their rows.
      air: isWide ? 16 + under : 14 + under,
      top: limit === null ? 0 : head + 10,
    },
    sheet,
  );
  // The words of a row are lower than its middle by half of what stands under it.
  const lift = isWide ? under / 2 : 0;
  const numbers = rows.flatMap(row => [row.low, row.high, row.average].flatMap(({ number }) => number ?? []));
  const ticks = ticksFor([...numbers, ...(limit === null ? [] : [limit.number])], scale);
  const edge = small.widest(ticks.labels) / 2 + 6;
  const plot = placed.plot(placed.left + edge, width - edge);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [plot.left, plot.right] };
  /** The middle of words half as wide, as near a number as lets them stay on the sheet. */
  const near = (half: number, number: number | null) =>
    number === null
      ? placed.left + half
      : Math.max(placed.left + half, Math.min(position(x, number), width - half));
  return {
    height: placed.bottom + small.size * 1.6 + 6,
    plot,
    params: {
      ...placed.params,
      ...ticks,
      labelled: labelled(ticks, plot.right - plot.left, small, 6),
      drop: placed.params.drop - lift,
    },
    data: {
      limits: limit === null ? [] : rows.map((_, row) => ({ row, limit: limit.number })),
      rows: rows.map(({ low, high, average }, row) => ({
        row,
        name: chart.average,
        look: 'council',
        lowest: low.number,
        lowestText: `${low.place} ${markLabel(low)}`,
        highest: high.number,
        highestText: `${high.place} ${markLabel(high)}`,
        ...vl.printed(average),
      })),
    },
    words: [
      ...placed.names.map(word => ({ ...word, y: word.y - lift })),
      ...small.block(
        limitLines,
        near((small.widest(limitLines) * apart) / 2, limit?.number ?? null),
        head / 2,
        { align: 'center' },
      ),
      ...rows.flatMap(({ average }, row) => {
        const middle = (placed.middles[row] ?? 0) - lift;
        const text = `${chart.average} ${markLabel(average)}`;
        const at = near((words.room(text, 'bold') * apart) / 2, average.number);
        return [
          ...words.block([text], at, middle - 10 - words.size * 0.6, { align: 'center', weight: 'bold' }),
          ...(ends[row] ?? []).flatMap((line, index) => {
            const foot = middle + 12 + words.height(index + 0.5);
            return line.flatMap((end, side) =>
              side === 0
                ? words.block([end], placed.left, foot)
                : words.block([end], width, foot, { align: 'right' }),
            );
          }),
        ];
      }),
    ],
  };
}

/** From the lowest locality to the highest, with the council's own figure between; null where no ends can be named. */
export function localityChart(
  { extremes, own, period, indicator }: LocalityFindings,
  council: string,
  limit: RangeChart['limit'],
): RangeChart | null {
  if (extremes.outcome !== 'found') return null;
  const { highest, lowest } = extremes;
  const [low, high] = [lowest[0], highest[0]];
  if (low === undefined || high === undefined) return null;
  const places = (rows: typeof lowest) =>
    new Intl.ListFormat('en-GB').format(rows.map(({ area }) => area.name));
  return {
    kind: 'range',
    scale: scaleOf(indicator),
    rows: [
      {
        name: periodLabel(period),
        low: { place: places(lowest), ...markOf(low.level.figure) },
        high: { place: places(highest), ...markOf(high.level.figure) },
        average: own === null ? unheld : markOf(own.figure),
      },
    ],
    average: council,
    limit,
  };
}
