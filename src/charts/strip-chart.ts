import type { StripChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type DrawingSize,
  drawingSizes,
  gather,
  linesHeight,
  type Placed,
  position,
  type Rule,
  rule,
  type Width,
  type Words,
  wordsBox,
} from './drawing.ts';
import { amounts, type ChartKind, type ChartTold, hint, point, pointLook, specOf } from './kit.ts';
import { linesRoom, type Weight, wrapText } from './lettering.ts';
import { ink, type LookName, looks, markLabel, paper, seriesLooks } from './palette.ts';

const tallest = { wide: 120, narrow: 100 } as const;

const number = amounts('number', {
  grid: false,
  ticks: true,
  tickColor: ink,
  domain: true,
  domainColor: ink,
  labelExpr: "indexof(labelled, datum.value) < 0 ? '' : labels[indexof(ticks, datum.value)]",
  labelPadding: { expr: 'small * 1.46 - 5' },
  labelBaseline: 'alphabetic',
});
const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'labelled', 'dot', 'rise'],
  [
    {
      data: { name: 'others' },
      // Dots that would overlap are piled up, each in a slot as wide as a dot: the council's neighbours lowest.
      transform: [
        { calculate: 'floor((datum.number - low) / (high - low) * width / dot)', as: 'slot' },
        {
          window: [{ op: 'row_number', as: 'place' }],
          groupby: ['slot'],
          sort: [
            { field: 'look', order: 'descending' },
            { field: 'number', order: 'ascending' },
          ],
          ignorePeers: true,
        },
        { calculate: 'low + (datum.slot + 0.5) * dot / width * (high - low)', as: 'middle' },
        { calculate: 'height - 1.5 - (datum.place - 0.5) * rise', as: 'y' },
      ],
      mark: { ...point, stroke: paper },
      encoding: {
        x: { ...number, field: 'middle' },
        y: pixel('y'),
        shape: pointLook().shape,
        fill: { field: 'look', type: 'nominal', scale: pointLook().fill.scale, legend: null },
        size: { value: { expr: 'pow(dot - 1, 2)' } },
        strokeWidth: { value: 0 },
        ...hint('text'),
      },
    },
    {
      data: { name: 'rows' },
      mark: point,
      encoding: { x: number, y: pixel('y'), ...pointLook(1.5), ...hint('name', 'text') },
      resolve: { scale: { size: 'independent' } },
    },
  ],
);

/** Every authority as a dot over one axis, equal and near values piled up; those picked out stand over the dots. */
export const stripKind: ChartKind<StripChart> = { spec, tell };

function tell(chart: StripChart, width: Width): ChartTold {
  const sheet = drawingSizes[width];
  const { small } = sheet;
  const ticks = stripTicks(chart);
  const edge = Math.max(linesRoom(ticks.labels, small) / 2, 10);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [edge, sheet.width - edge] };
  const flags = flagsOf(chart.picked, x, sheet);
  const others = chart.others.flatMap(({ number }) => (number === null ? [] : number));
  const piles = pilesOf(others, x, width);
  const foot = flags.height + piles.height + 8;
  const apart = position(x, ticks.at[1] ?? ticks.high) - edge;
  const every = Math.ceil((linesRoom(ticks.labels, small) + 4) / apart);
  const notes = notesUnder(chart, foot + small * 1.7, sheet);
  return {
    width: sheet.width,
    // Faces hang by up to two fifths of their size below the line that words stand on.
    height: Math.ceil(notes.bottom + sheet.size / 4),
    plot: { left: edge, right: sheet.width - edge, top: 0, bottom: foot },
    params: {
      low: ticks.low,
      high: ticks.high,
      ticks: ticks.at,
      labels: ticks.labels,
      labelled: ticks.at.filter((_, index) => index % every === 0),
      dot: piles.dot,
      rise: piles.rise,
    },
    data: {
      others: chart.others.map(mark => ({
        look: mark.isNeighbour === true ? 'neighbours' : 'context',
        number: mark.number,
        text: markLabel(mark),
      })),
      rows: flags.rows.map(({ look, name, number, status, text, middle }) => ({
        look,
        name,
        number,
        text,
        y: middle,
        ...(status === undefined ? {} : { status }),
      })),
    },
    ...gather(
      ...flags.rows.map((row, index) => ({
        rules: pole(row, flags.rows.slice(index + 1), foot),
        words: row.words,
      })),
      notes.placed,
    ),
  };
}

/** The ticks of a strip's axis, in either drawing: the lowest says where it starts. */
export function stripTicks({ others, picked, scale }: StripChart): Ticks {
  return ticksFor(
    [...others, ...picked].flatMap(({ number }) => number ?? []),
    scale,
    true,
  );
}

/** Dots as large as lets the tallest pile stand within its height; the smallest are pressed together where none does. */
function pilesOf(numbers: readonly number[], { domain, range }: Axis, width: Width) {
  const sizes = width === 'wide' ? [10, 9, 8, 7, 6, 5] : [7, 6, 5, 4];
  const tries = sizes.map(dot => {
    const counts = new Map<number, number>();
    for (const number of numbers) {
      const slot = Math.floor(
        (((number - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0])) / dot,
      );
      counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    return { dot, most: Math.max(0, ...counts.values()) };
  });
  const { dot, most } =
    tries.find(each => each.dot * each.most <= tallest[width]) ?? (tries.at(-1) as (typeof tries)[0]);
  const rise = Math.min(dot, tallest[width] / Math.max(1, most));
  return { dot, rise, height: most * rise };
}

type Notes = { readonly placed: Placed; readonly bottom: number };

/** Under the axis: which end is better, and those picked out whose figure is absent. */
function notesUnder({ better, picked }: StripChart, top: number, { small, size, width }: DrawingSize): Notes {
  let bottom = top + (better === null ? 0 : linesHeight(1, small));
  const parts = [better === null ? {} : betterEnd(better, (top + bottom) / 2, small, width)];
  for (const { number, name, text, role } of picked) {
    if (number !== null) continue;
    const weight = role === 'council' ? 'bold' : 'normal';
    const lines = wrapText(`${name}: ${text}`, width, size, weight);
    const height = linesHeight(lines.length, size);
    parts.push({ words: block(lines, 0, bottom + 4 + height / 2, { size, weight }) });
    bottom += 4 + height;
  }
  return { placed: gather(...parts), bottom };
}

/** A word and an arrow at the better end of the axis. The arrow is drawn: not every face has one. */
function betterEnd(better: 'low' | 'high', middle: number, size: number, width: number): Partial<Placed> {
  const [tip, back, align] =
    better === 'high' ? ([width - 1, -1, 'right'] as const) : ([1, 1, 'left'] as const);
  const wing = tip + back * 6;
  const pen = { width: 1.5 };
  return {
    words: block(['Better'], tip + back * 24, middle, { size, align }),
    rules: [
      rule([tip + back * 18, middle], [tip, middle], pen),
      rule([wing, middle - 4.5], [tip, middle], pen),
      rule([wing, middle + 4.5], [tip, middle], pen),
    ],
  };
}

type Picked = StripChart['picked'][number];
type Flag = {
  readonly number: number;
  readonly name: string;
  /** Where its pole stands, in pixels. */
  readonly at: number;
  readonly look: LookName;
  readonly status: Picked['status'];
  readonly weight: Weight;
  readonly text: string;
};
/** A flag in its row: the height of its marker, and the words beside it. */
type Row = Flag & { readonly middle: number; readonly words: readonly Words[] };
type Side = 'left' | 'right';
/** The side of the marker that words go to first; a firm one is left only for words that no break makes fit. */
type Preference = { readonly first: Side; readonly firm: boolean };

// From the middle of a marker to its words, between rows, and around a pole.
const aside = 13;
const air = 5;
const clear = 3;
const markerHeight = 16;

/** Those picked out, each in a row of its own: a marker at its number, its name and value beside it, a pole under it. */
function flagsOf(picked: readonly Picked[], x: Axis, sheet: DrawingSize) {
  const looks = seriesLooks(picked.map(({ role }) => role));
  const flags = picked.flatMap((mark, index): readonly Flag[] => {
    const { number, name, role, status } = mark;
    if (number === null) return [];
    const weight = role === 'council' ? 'bold' : 'normal';
    const text = `${name} ${markLabel(mark)}`;
    return [{ number, name, at: position(x, number), look: looks[index] ?? 'other', status, weight, text }];
  });
  return arranged(flags, sheet);
}

/**
 * Rows from the lowest value down to the highest keep their words clear of every pole at the right, and from the highest
 * down at the left: whichever leaves the fewest words in the way of a pole, on one line each if it can be.
 */
function arranged(flags: readonly Flag[], sheet: DrawingSize): { rows: readonly Row[]; height: number } {
  // Of equal values the first, the council's, comes lowest: its pole is the one that goes on.
  const rising = flags.toReversed().toSorted((a, b) => a.at - b.at);
  const falling = flags.toReversed().toSorted((a, b) => b.at - a.at);
  const tries = ([false, true] as const).flatMap(firm => [
    flagged(rising, { first: 'right', firm }, sheet),
    flagged(falling, { first: 'left', firm }, sheet),
  ]);
  const crossed = tries.map(({ rows }) =>
    rows.reduce((sum, row, index) => sum + inTheWay(row, rows.slice(index + 1)).length, 0),
  );
  return tries[crossed.indexOf(Math.min(...crossed))] ?? { rows: [], height: 0 };
}

function flagged(flags: readonly Flag[], preference: Preference, sheet: DrawingSize) {
  let height = 0;
  const rows = flags.map((flag): Row => {
    const { lines, side } = wordsOf(flag, preference, sheet);
    const words = linesHeight(lines.length, sheet.size);
    const setting = { size: sheet.size, weight: flag.weight };
    const top = height;
    if (side === 'over') {
      height += words + markerHeight + air;
      const half = linesRoom(lines, sheet.size, flag.weight) / 2;
      const centre = Math.max(half, Math.min(flag.at, sheet.width - half));
      return {
        ...flag,
        middle: top + words + markerHeight / 2,
        words: block(lines, centre, top + words / 2, { ...setting, align: 'center' }),
      };
    }
    const extent = Math.max(words, markerHeight);
    height += extent + air;
    const middle = top + extent / 2;
    const edge = flag.at + (side === 'right' ? aside : -aside);
    const align = side === 'right' ? 'left' : 'right';
    return { ...flag, middle, words: block(lines, edge, middle, { ...setting, align }) };
  });
  return { rows, height };
}

/** Beside the marker, on one line or on up to three; over it where neither side has the room. */
function wordsOf(
  { at, text, weight }: Flag,
  { first, firm }: Preference,
  { width, size }: DrawingSize,
): { readonly lines: readonly string[]; readonly side: Side | 'over' } {
  const room = { left: at - aside, right: width - at - aside };
  const sides: readonly Side[] = [first, first === 'left' ? 'right' : 'left'];
  const beside = sides.map(side => ({ side, lines: wrapText(text, room[side], size, weight) }));
  const fitting = beside.filter(
    ({ side, lines }) => lines.length <= 3 && linesRoom(lines, size, weight) <= room[side],
  );
  const whole = firm ? undefined : fitting.find(({ lines }) => lines.length === 1);
  return whole ?? fitting[0] ?? { lines: wrapText(text, width, size, weight), side: 'over' };
}

/** The words of lower rows that a pole would run through, from top to bottom. */
function inTheWay({ at }: Row, below: readonly Row[]) {
  return below
    .flatMap(({ words }) => words.map(wordsBox))
    .filter(box => box.left - clear < at && at < box.right + clear);
}

/** From the marker to the line that the dots stand on, or to a marker right under it; interrupted where there are words. */
function pole(row: Row, lower: readonly Row[], line: number): readonly Rule[] {
  const under = lower.findIndex(({ at }) => at === row.at);
  const below = under === -1 ? lower : lower.slice(0, under);
  const foot = lower[under]?.middle ?? line;
  const boxes = inTheWay(row, below);
  const starts = [row.middle, ...boxes.map(({ bottom }) => bottom + clear)];
  const ends = [...boxes.map(({ top }) => top - clear), foot];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? foot;
    const pen = { stroke: looks[row.look].colour, width: row.weight === 'bold' ? 2.5 : 1.5 };
    return start < end ? [rule([row.at, start], [row.at, end], pen)] : [];
  });
}
