import type { StripChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  gather,
  linesHeight,
  type Marks,
  position,
  type Rule,
  rule,
  type Sheet,
  type Words,
  wordsBox,
} from './drawing.ts';
import { type Look, largeMarker, type Marker } from './palette.ts';
import { labelOf, statusMarker } from './status.ts';
import { linesRoom, type Weight, wrapText } from './words.ts';

/** The flags over the dots: the height they take, and how to draw them once the line they stand on is known. */
export type Flags = { readonly height: number; readonly draw: (foot: number) => Marks };

type Picked = StripChart['picked'][number];
type Flag = {
  readonly number: number;
  /** Where its pole stands, in pixels. */
  readonly at: number;
  readonly look: Look;
  readonly marker: Marker;
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
export function flagsOf(
  picked: readonly Picked[],
  looks: readonly Look[],
  { x, sheet }: { readonly x: Axis; readonly sheet: Sheet },
): Flags {
  const flags = picked.flatMap((mark, index): readonly Flag[] => {
    const { number, name, role } = mark;
    const look = looks[index];
    if (number === null || look === undefined) return [];
    const weight = role === 'council' ? 'bold' : 'normal';
    const marker = statusMarker(largeMarker(look), mark);
    return [{ number, at: position(x, number), look, marker, weight, text: `${name} ${labelOf(mark)}` }];
  });
  const { rows, height } = arranged(flags, sheet);
  return {
    height,
    draw: foot =>
      gather(
        ...rows.map((row, index) => ({
          rules: pole(row, rows.slice(index + 1), foot),
          points: [{ x: row.number, y: row.middle, ...row.marker }],
          words: row.words,
        })),
      ),
  };
}

/**
 * Rows from the lowest value down to the highest keep their words clear of every pole at the right, and from the highest
 * down at the left: whichever leaves the fewest words in the way of a pole, on one line each if it can be.
 */
function arranged(flags: readonly Flag[], sheet: Sheet): { rows: readonly Row[]; height: number } {
  // Of equal values the first, the council's, comes lowest: its pole is the one that goes on.
  const rising = flags.toReversed().toSorted((a, b) => a.at - b.at);
  const falling = flags.toReversed().toSorted((a, b) => b.at - a.at);
  const tries = ([false, true] as const).flatMap(firm => [
    stacked(rising, { first: 'right', firm }, sheet),
    stacked(falling, { first: 'left', firm }, sheet),
  ]);
  const crossed = tries.map(({ rows }) =>
    rows.reduce((sum, row, index) => sum + inTheWay(row, rows.slice(index + 1)).length, 0),
  );
  return tries[crossed.indexOf(Math.min(...crossed))] ?? { rows: [], height: 0 };
}

function stacked(flags: readonly Flag[], preference: Preference, sheet: Sheet) {
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
  { width, size }: Sheet,
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
    const pen = { stroke: row.look.colour, width: row.weight === 'bold' ? 2.5 : 1.5 };
    return start < end ? [rule([row.at, start], [row.at, end], pen)] : [];
  });
}
