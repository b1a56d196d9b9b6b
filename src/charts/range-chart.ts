import type { LocalityFindings } from '../judgements/localities.ts';
import type { Mark, RangeChart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  gridline,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { markOf, scaleOf } from './from-findings.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { largeMarker, markLabel, seriesLooks, statusMarker, targetLook } from './palette.ts';
import { namesAbove, namesBeside, type Row } from './placing.ts';

type Spread = RangeChart['rows'][number];

/** How much wider long lines grow where a reader sets letters and words apart. */
const apart = 1.15;

/** A row a measure or a year: a line from the lowest place to the highest, both named, and the average on it. */
export function drawRange(chart: RangeChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const wide = width === 'wide';
  const ticks = rangeTicks(chart);
  const plot = wide ? sheet.width * 0.64 : sheet.width;
  const said = chart.rows.map(row => saidOf(row, plot / apart, sheet));
  const over = linesHeight(1, sheet.size) + 4;
  const wishes = chart.rows.map(({ name }, index) => {
    const extent = over + 22 + linesHeight(said[index]?.length ?? 1, sheet.size);
    return { name, weight: wide ? 'normal' : 'bold', extent } as const;
  });
  const limit = chart.limit === null ? [] : wrapText(chart.limit.text, plot / apart, sheet.small);
  const top = chart.limit === null ? 0 : linesHeight(limit.length, sheet.small) + 10;
  const { rows, left, bottom } = wide
    ? namesBeside(wishes, { sheet, top, air: 16 })
    : namesAbove(wishes, { sheet, top, air: 14 });
  const edge = linesRoom(ticks.labels, sheet.small) / 2 + 6;
  const x: Axis = { domain: [ticks.low, ticks.high], range: [left + edge, sheet.width - edge] };
  const height = bottom + sheet.small * 1.6 + 6;
  const frame = { x, left, sheet, over };
  const heights = rows.map((row, index) => lineOf(row, said[index]?.length ?? 1, frame));
  return {
    width: sheet.width,
    height: Math.ceil(height),
    x,
    y: pixels(height),
    ...gather(
      chart.limit === null ? {} : limitRule(chart.limit.number, limit, heights, frame),
      grid(ticks, heights, bottom, frame),
      ...rows.map((row, index) =>
        gather(
          {
            words: block(row.name, 0, wide ? (heights[index] ?? 0) : row.nameMiddle, {
              size: sheet.size,
              weight: row.weight,
            }),
          },
          drawSpread(chart, chart.rows[index] as Spread, heights[index] ?? 0, {
            ...frame,
            said: said[index] ?? [],
          }),
        ),
      ),
    ),
  };
}

/** The gridlines of the axis of a range, in either drawing: its lowest says where the axis starts. */
export function rangeTicks({ rows, limit, scale }: RangeChart): Ticks {
  const numbers = rows.flatMap(({ low, high, average }) =>
    [low, high, average].flatMap(({ number }) => number ?? []),
  );
  return ticksFor([...numbers, ...(limit === null ? [] : [limit.number])], scale);
}

type Frame = { readonly x: Axis; readonly left: number; readonly sheet: DrawingSize; readonly over: number };

/** The ends in words: on one line, the lowest at the left and the highest at the right, where both fit; else on two. */
function saidOf({ low, high }: Spread, room: number, { size }: DrawingSize): readonly (readonly string[])[] {
  const [lowest, highest] = [
    `Lowest: ${low.place} ${markLabel(low)}`,
    `Highest: ${high.place} ${markLabel(high)}`,
  ];
  if (textRoom(lowest, size) + textRoom(highest, size) + 24 <= room) return [[lowest, highest]];
  return [...wrapText(lowest, room, size), ...wrapText(highest, room, size)].map(line => [line]);
}

/** The height of the line of a row: under the words of the average, over those of the ends. */
function lineOf({ middle }: Row, said: number, { sheet, over }: Frame): number {
  const extent = over + 22 + linesHeight(said, sheet.size);
  return middle - extent / 2 + over + 10;
}

function drawSpread(
  { average: name }: RangeChart,
  { low, high, average }: Spread,
  y: number,
  { x, left, sheet, said }: Frame & { readonly said: readonly (readonly string[])[] },
): Partial<Marks> {
  const { size } = sheet;
  const [look = targetLook] = seriesLooks(['council']);
  const ends = [low, high].flatMap(({ number }) => (number === null ? [] : position(x, number)));
  const [from, to] = ends;
  const text = `${name} ${markLabel(average)}`;
  const half = (textRoom(text, size, 'bold') * apart) / 2;
  const wish = average.number === null ? left + half : position(x, average.number);
  const at = Math.max(left + half, Math.min(wish, sheet.width - half));
  return {
    rules: [
      ...ends.map(end => rule([end, y - 7], [end, y + 7], { width: 2 })),
      ...(from === undefined || to === undefined ? [] : [rule([from, y], [to, y], { width: 2 })]),
    ],
    points:
      average.number === null ? [] : [{ x: average.number, y, ...statusMarker(largeMarker(look), average) }],
    words: [
      ...block([text], at, y - 10 - size * 0.6, { size, align: 'center', weight: 'bold' }),
      ...said.flatMap((line, index) => {
        const middle = y + 12 + linesHeight(index + 0.5, size);
        return line.flatMap((words, side) =>
          side === 0
            ? block([words], left, middle, { size })
            : block([words], sheet.width, middle, { size, align: 'right' }),
        );
      }),
    ],
  };
}

/** Gridlines where the lines of the rows are, clear of their words, and labels under the last row. */
function grid(ticks: Ticks, heights: readonly number[], bottom: number, { x, sheet }: Frame): Partial<Marks> {
  const places = ticks.at.map(tick => position(x, tick));
  const step = (places[1] ?? 0) - (places[0] ?? 0);
  const every = Math.max(1, Math.ceil((linesRoom(ticks.labels, sheet.small) + 6) / step));
  const setting = { size: sheet.small, align: 'center' } as const;
  const foot = bottom - 2;
  return {
    rules: [
      rule([x.range[0], foot], [x.range[1], foot], { opacity: 0.5 }),
      ...places.map(at => rule([at, foot], [at, foot + 5], { opacity: 0.5 })),
      ...heights.flatMap(y => places.map(at => gridline([at, y - 9], [at, y + 9]))),
    ],
    words: places.flatMap((at, index) =>
      index % every === 0
        ? block([ticks.labels[index] ?? ''], at, bottom + 6 + sheet.small * 0.6, setting)
        : [],
    ),
  };
}

/** A broken rule through all rows where no place should be beyond, its words over it. */
function limitRule(
  number: number,
  lines: readonly string[],
  heights: readonly number[],
  { x, left, sheet }: Frame,
): Partial<Marks> {
  const { small } = sheet;
  const at = position(x, number);
  const half = (linesRoom(lines, small) * apart) / 2;
  const middle = Math.max(left + half, Math.min(at, sheet.width - half));
  const pen = { stroke: targetLook.colour, dash: targetLook.dash, width: 2.5 };
  return {
    rules: heights.map(y => rule([at, y - 12], [at, y + 12], pen)),
    words: block(lines, middle, linesHeight(lines.length, small) / 2, { size: small, align: 'center' }),
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

const unheld: Mark = { number: null, text: '[x]' };
