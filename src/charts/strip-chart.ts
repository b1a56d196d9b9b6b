import type { StripChart } from '../model/chart.ts';
import { labelled, ticksFor } from './axis.ts';
import { type Axis, type ChartSheet, gather, position, type Rule, rule } from './drawing.ts';
import * as vl from './kit.ts';
import { type Weight, type Words, wordsBox } from './lettering.ts';
import { type LookName, looks, markLabel, paper, seriesLooks } from './palette.ts';
import { endWord } from './placing.ts';

const axis = vl.footline({ labelPadding: { expr: 'small * 1.46 - 5' } });
const { fill, shape } = vl.pointLook();

const spec = vl.specOf('low high ticks labels labelled dot rise', [
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
    mark: { ...vl.point, stroke: paper, strokeWidth: 0, size: { expr: 'pow(dot - 1, 2)' } },
    encoding: {
      x: vl.amount('middle', axis),
      y: vl.pixel('y'),
      shape,
      fill: { ...fill, condition: undefined },
      ...vl.hint('text'),
    },
  },
  {
    data: { name: 'rows' },
    mark: vl.point,
    encoding: {
      x: vl.amount('number', axis),
      y: vl.pixel('y'),
      ...vl.pointLook(1.5),
      ...vl.hint('name', 'text'),
    },
  },
]);

/** Every authority as a dot over one axis, equal and near values piled up; those picked out stand over the dots. */
export const stripKind: vl.ChartKind<StripChart> = { spec, tell };

function tell(chart: StripChart, sheet: ChartSheet): vl.ChartTold {
  const { width, small, words } = sheet;
  const numbers = chart.others.flatMap(({ number }) => number ?? []);
  const picked = chart.picked.flatMap(({ number }) => number ?? []);
  const ticks = ticksFor([...numbers, ...picked], chart.scale, true);
  const edge = Math.max(small.widest(ticks.labels) / 2, 10);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [edge, width - edge] };
  const flags = flagsOf(chart.picked, x, sheet);
  const { dot, rise, height } = pilesOf(numbers, x, sheet);
  const foot = flags.height + height + 8;
  const notes = notesUnder(chart, foot + small.size * 1.7, sheet);
  return {
    // Faces hang by up to two fifths of their size below the line that words stand on.
    height: notes.bottom + words.size / 4,
    plot: { left: edge, right: width - edge, top: 0, bottom: foot },
    params: { ...ticks, labelled: labelled(ticks, width - 2 * edge, small), dot, rise },
    data: {
      others: chart.others.map(mark => ({
        look: mark.isNeighbour === true ? 'neighbours' : 'context',
        number: mark.number,
        text: markLabel(mark),
      })),
      rows: flags.rows.map(flag => ({
        look: flag.look,
        name: flag.name,
        ...vl.printed(flag),
        text: labelOf(flag),
        y: flag.middle,
      })),
    },
    ...gather(
      ...flags.rows.map((row, index) => ({
        rules: pole(row, flags.rows.slice(index + 1), foot),
        words: row.words,
      })),
      notes,
    ),
  };
}

/** Dots as large as lets the tallest pile stand within its height; the smallest are pressed together where none does. */
function pilesOf(numbers: readonly number[], x: Axis, { isWide }: ChartSheet) {
  const tallest = isWide ? 120 : 100;
  let [dot, most] = [0, 1];
  for (dot of isWide ? [10, 9, 8, 7, 6, 5] : [7, 6, 5, 4]) {
    most = mostAlike(numbers.map(number => Math.floor((position(x, number) - x.range[0]) / dot)));
    if (dot * most <= tallest) break;
  }
  const rise = Math.min(dot, tallest / most);
  return { dot, rise, height: numbers.length === 0 ? 0 : most * rise };
}

/** How often the number stands in a list that stands there most often; 1 at least. */
function mostAlike(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  let most = 1;
  for (const number of numbers) {
    const now = (times.get(number) ?? 0) + 1;
    times.set(number, now);
    most = Math.max(most, now);
  }
  return most;
}

/** Under the axis: which end is better, and those picked out whose figure is absent. */
function notesUnder({ better, picked }: StripChart, top: number, { small, words, width }: ChartSheet) {
  let bottom = top + (better === null ? 0 : small.height(1));
  const parts = [better === null ? {} : endWord('Better', better, (top + bottom) / 2, { small, width })];
  for (const { number, name, text, role } of picked) {
    if (number !== null) continue;
    const weight = role === 'council' ? 'bold' : 'normal';
    const lines = words.wrap(`${name}: ${text}`, width, weight);
    const height = words.height(lines.length);
    parts.push({ words: words.block(lines, 0, bottom + 4 + height / 2, { weight }) });
    bottom += 4 + height;
  }
  return { ...gather(...parts), bottom };
}

type Picked = StripChart['picked'][number];
/** Where its pole stands, in pixels, and how it is named. */
type Flag = Picked & {
  readonly at: number;
  readonly look: LookName;
  readonly weight: Weight;
};
type FlagRow = Flag & { readonly middle: number; readonly words: readonly Words[] };
type Side = 'left' | 'right';
/** The side of the marker that words go to first; a firm one is left only for words that no break makes fit. */
type Preference = { readonly first: Side; readonly firm: boolean };

// From the middle of a marker to its words, between rows, and around a pole.
const aside = 13;
const air = 5;
const clear = 3;
const markerHeight = 16;

/**
 * Those picked out, each in a row of its own: a marker at its number, its name and value beside it, a pole under it. Rows from
 * the lowest value down to the highest keep their words clear of every pole at the right, and from the highest down at the
 * left: whichever leaves the fewest words in the way of a pole, on one line each if it can be.
 */
function flagsOf(picked: readonly Picked[], x: Axis, sheet: ChartSheet) {
  const looks = seriesLooks(picked.map(({ role }) => role));
  const flags = picked.flatMap((mark, index): readonly Flag[] => {
    if (mark.number === null) return [];
    const weight = mark.role === 'council' ? 'bold' : 'normal';
    return [{ ...mark, at: position(x, mark.number), look: looks[index] ?? 'other', weight }];
  });
  // Of equal values the first, the council's, comes lowest: its pole is the one that goes on.
  const rising = flags.toReversed().toSorted((a, b) => a.at - b.at);
  const falling = flags.toReversed().toSorted((a, b) => b.at - a.at);
  const tries = [false, true].flatMap(firm => [
    flagged(rising, { first: 'right', firm }, sheet),
    flagged(falling, { first: 'left', firm }, sheet),
  ]);
  const crossed = tries.map(({ rows }) =>
    rows.reduce((sum, row, index) => sum + inTheWay(row, rows.slice(index + 1)).length, 0),
  );
  return tries[crossed.indexOf(Math.min(...crossed))] ?? { rows: [], height: 0 };
}

function labelOf(flag: Flag): string {
  return `${flag.name} ${markLabel(flag)}`;
}

function flagged(flags: readonly Flag[], preference: Preference, sheet: ChartSheet) {
  let height = 0;
  const rows = flags.map((flag): FlagRow => {
    const { lines, side } = wordsOf(flag, preference, sheet);
    const { words: letters, width } = sheet;
    const { at, weight } = flag;
    const [top, words] = [height, letters.height(lines.length)];
    if (side === 'over') {
      height += words + markerHeight + air;
      const half = letters.widest(lines, weight) / 2;
      const centre = Math.max(half, Math.min(at, width - half));
      return {
        ...flag,
        middle: top + words + markerHeight / 2,
        words: letters.block(lines, centre, top + words / 2, { weight, align: 'center' }),
      };
    }
    const extent = Math.max(words, markerHeight);
    height += extent + air;
    const middle = top + extent / 2;
    const [edge, align] =
      side === 'right' ? ([at + aside, 'left'] as const) : ([at - aside, 'right'] as const);
    return { ...flag, middle, words: letters.block(lines, edge, middle, { weight, align }) };
  });
  return { rows, height };
}

/** Beside the marker, on one line or on up to three; over it where neither side has the room. */
function wordsOf(
  flag: Flag,
  { first, firm }: Preference,
  { width, words }: ChartSheet,
): { readonly lines: readonly string[]; readonly side: Side | 'over' } {
  const { at, weight } = flag;
  const text = labelOf(flag);
  const room = { left: at - aside, right: width - at - aside };
  const sides: readonly Side[] = [first, first === 'left' ? 'right' : 'left'];
  const beside = sides.map(side => ({ side, lines: words.wrap(text, room[side], weight) }));
  const fitting = beside.filter(
    ({ side, lines }) => lines.length <= 3 && words.widest(lines, weight) <= room[side],
  );
  const whole = firm ? undefined : fitting.find(({ lines }) => lines.length === 1);
  return whole ?? fitting[0] ?? { lines: words.wrap(text, width, weight), side: 'over' };
}

/** The words of lower rows that a pole would run through, from top to bottom. */
function inTheWay({ at }: FlagRow, below: readonly FlagRow[]) {
  return below
    .flatMap(({ words }) => words.map(wordsBox))
    .filter(box => box.left - clear < at && at < box.right + clear);
}

/** From the marker to the line that the dots stand on, or to a marker right under it; interrupted where there are words. */
function pole(row: FlagRow, lower: readonly FlagRow[], line: number): readonly Rule[] {
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
