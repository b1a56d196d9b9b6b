import type { LocalityFindings } from '../judgements/localities.ts';
import type { Mark, RangeChart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type DrawingSize,
  drawingSizes,
  linesHeight,
  position,
  type Width,
} from './drawing.ts';
import { markOf, scaleOf } from './from-findings.ts';
import {
  amounts,
  type ChartKind,
  type ChartTold,
  drop,
  hint,
  point,
  pointLook,
  rows,
  specOf,
  uprights,
} from './kit.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { ink, looks, markLabel } from './palette.ts';
import { rowsFor } from './placing.ts';

/** How much wider long lines grow where a reader sets letters and words apart. */
const apart = 1.15;

const number = amounts('number', {
  grid: false,
  ticks: true,
  tickColor: ink,
  tickOpacity: 0.5,
  domain: true,
  domainColor: ink,
  domainOpacity: 0.5,
  values: { expr: 'ticks' },
  labelExpr: "indexof(labelled, datum.value) < 0 ? '' : labels[indexof(ticks, datum.value)]",
  labelPadding: { expr: 'small' },
  labelBaseline: 'alphabetic',
});
const spans = { data: { name: 'rows' } };

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'labelled', 'drop', 'count'],
  [
    uprights(
      { ...spans, transform: [{ calculate: 'ticks', as: 'tick' }, { flatten: ['tick'] }] },
      { ...number, field: 'tick' },
      '9',
      { opacity: 0.2 },
    ),
    uprights({ data: { name: 'limits' } }, { ...number, field: 'limit' }, '12', {
      color: looks.target.colour,
      strokeDash: looks.target.dash,
      strokeWidth: 2.5,
    }),
    {
      ...spans,
      layer: [
        {
          transform: [{ filter: 'isValid(datum.lowest) && isValid(datum.highest)' }],
          mark: { type: 'rule', color: ink, strokeWidth: 2, yOffset: drop },
          encoding: {
            x: { ...number, field: 'lowest' },
            x2: { field: 'highest' },
            y: rows,
            ...hint('name', 'lowestText', 'highestText'),
          },
        },
        ...['lowest', 'highest'].map(field =>
          uprights({ transform: [{ filter: `isValid(datum.${field})` }] }, { ...number, field }, '7', {
            strokeWidth: 2,
          }),
        ),
        {
          mark: { ...point, yOffset: drop },
          encoding: { x: number, y: rows, ...pointLook(1.5), ...hint('name', 'text') },
        },
      ],
    },
  ],
);

/** A row a measure or a year: a line from the lowest place to the highest, both named, and the average on it. */
export const rangeKind: ChartKind<RangeChart> = { spec, tell };

function tell(chart: RangeChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const { size, small } = sheet;
  const isWide = width === 'wide';
  const ticks = rangeTicks(chart);
  const room = (isWide ? sheet.width * 0.64 : sheet.width) / apart;
  const said = chart.rows.map(row => saidOf(row, room, sheet));
  const under = linesHeight(Math.max(...said.map(lines => lines.length)), size);
  const limit = chart.limit === null ? [] : wrapText(chart.limit.text, room, small);
  const placed = rowsFor(
    {
      names: chart.rows.map(({ name }) => ({ text: name, weight: isWide ? 'normal' : 'bold' })),
      extent: 22,
      over: linesHeight(1, size) + 4,
      // Words under the line, and on a page with room as much over it, since marks stand in the middle of their rows.
      air: isWide ? 16 + under : 14 + under,
      top: chart.limit === null ? 0 : linesHeight(limit.length, small) + 10,
    },
    sheet,
    width,
  );
  // The words of a row are lower than its middle by half of what stands under it.
  const lift = isWide ? under / 2 : 0;
  const edge = linesRoom(ticks.labels, small) / 2 + 6;
  const plot = {
    left: placed.left + edge,
    right: sheet.width - edge,
    top: placed.top,
    bottom: placed.bottom,
  };
  const x: Axis = { domain: [ticks.low, ticks.high], range: [plot.left, plot.right] };
  const step = position(x, ticks.at[1] ?? ticks.high) - plot.left;
  const every = Math.max(1, Math.ceil((linesRoom(ticks.labels, small) + 6) / step));
  const middles = placed.middles.map(middle => middle - lift);
  const within = (half: number, at: number) => Math.max(placed.left + half, Math.min(at, sheet.width - half));
  return {
    width: sheet.width,
    height: Math.ceil(placed.bottom + small * 1.6 + 6),
    plot,
    params: {
      low: ticks.low,
      high: ticks.high,
      ticks: ticks.at,
      labels: ticks.labels,
      labelled: ticks.at.filter((_, index) => index % every === 0),
      count: chart.rows.length,
      drop: placed.drop - lift,
    },
    data: {
      limits:
        chart.limit === null ? [] : chart.rows.map((_, row) => ({ row, limit: chart.limit?.number ?? null })),
      rows: chart.rows.map(({ low, high, average }, row) => ({
        row,
        name: chart.average,
        look: 'council',
        lowest: low.number,
        lowestText: `${low.place} ${markLabel(low)}`,
        highest: high.number,
        highestText: `${high.place} ${markLabel(high)}`,
        number: average.number,
        text: markLabel(average),
        ...(average.status === undefined ? {} : { status: average.status }),
      })),
    },
    words: [
      ...placed.names.map(word => ({ ...word, y: word.y - lift })),
      ...(chart.limit === null
        ? []
        : block(
            limit,
            within((linesRoom(limit, small) * apart) / 2, position(x, chart.limit.number)),
            linesHeight(limit.length, small) / 2,
            {
              size: small,
              align: 'center',
            },
          )),
      ...chart.rows.flatMap(({ average }, row) => {
        const middle = middles[row] ?? 0;
        const text = `${chart.average} ${markLabel(average)}`;
        const half = (textRoom(text, size, 'bold') * apart) / 2;
        const at = average.number === null ? placed.left + half : within(half, position(x, average.number));
        return [
          ...block([text], at, middle - 10 - size * 0.6, { size, align: 'center', weight: 'bold' }),
          ...(said[row] ?? []).flatMap((line, index) =>
            line.flatMap((words, side) =>
              block(
                [words],
                side === 0 ? placed.left : sheet.width,
                middle + 12 + linesHeight(index + 0.5, size),
                {
                  size,
                  align: side === 0 ? 'left' : 'right',
                },
              ),
            ),
          ),
        ];
      }),
    ],
    rules: [],
  };
}

/** The gridlines of the axis of a range, in either drawing: its lowest says where the axis starts. */
export function rangeTicks({ rows, limit, scale }: RangeChart): Ticks {
  const numbers = rows.flatMap(({ low, high, average }) =>
    [low, high, average].flatMap(({ number }) => number ?? []),
  );
  return ticksFor([...numbers, ...(limit === null ? [] : [limit.number])], scale);
}

/** The ends in words: on one line, the lowest at the left and the highest at the right, where both fit; else on two. */
function saidOf(
  { low, high }: RangeChart['rows'][number],
  room: number,
  { size }: DrawingSize,
): readonly (readonly string[])[] {
  const [lowest, highest] = [
    `Lowest: ${low.place} ${markLabel(low)}`,
    `Highest: ${high.place} ${markLabel(high)}`,
  ];
  if (textRoom(lowest, size) + textRoom(highest, size) + 24 <= room) return [[lowest, highest]];
  return [...wrapText(lowest, room, size), ...wrapText(highest, room, size)].map(line => [line]);
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

const unheld: Mark = { number: null, text: '[x]' };
