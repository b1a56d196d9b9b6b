import type { StripChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
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
  type Rule,
  rule,
  type Width,
  type Words,
  wordsBox,
} from './drawing.ts';
import { linesRoom, type Weight, wrapText } from './lettering.ts';
import {
  dotMarker,
  type Look,
  largeMarker,
  type Marker,
  markLabel,
  seriesLooks,
  statusMarker,
} from './palette.ts';
import { spread } from './placing.ts';

const extents = { wide: [10, 9, 8, 7, 6, 5], narrow: [7, 6, 5, 4] } as const;
const tallest = { wide: 120, narrow: 100 } as const;

/** Every authority as a dot over one axis, equal and near values piled up; those picked out stand over the dots. */
export function drawStrip(chart: StripChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const ticks = stripTicks(chart);
  const edge = Math.max(linesRoom(ticks.labels, sheet.small) / 2, 10);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [edge, sheet.width - edge] };
  const flags = flagsOf(chart.picked, seriesLooks(chart.picked.map(({ role }) => role)), { x, sheet });
  const piles = pileUp(
    chart.others.flatMap(({ number }) => (number === null ? [] : position(x, number))),
    { extents: extents[width], height: tallest[width], left: 0, right: sheet.width },
  );
  const foot = flags.height + piles.height + 8;
  const scale = scaleUnder(ticks, x, foot, sheet);
  const notes = notesUnder(chart, scale.bottom, sheet);
  // Faces hang by up to two fifths of their size below the line that words stand on.
  const height = Math.ceil(notes.bottom + sheet.size / 4);
  return {
    width: sheet.width,
    height,
    x,
    y: pixels(height),
    ...gather(flags.draw(foot), dots(piles, foot), scale.marks, notes.marks),
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

type Part = { readonly marks: Partial<Marks>; readonly bottom: number };

/** Dots stand at pixels, being moved a little where they are piled; a pixel of each dot's room keeps it apart. */
function dots({ dots, extent }: Piles, foot: number): Partial<Marks> {
  return { keys: dots.map(({ x, rise }) => ({ x, y: foot - 1.5 - rise, ...dotMarker(extent - 1) })) };
}

/** The line that the dots stand on, on past the axis as a broad pile may be, with as many labels under it as fit. */
function scaleUnder(ticks: Ticks, x: Axis, foot: number, { small, width }: DrawingSize): Part {
  const places = ticks.at.map(tick => position(x, tick));
  const apart = (places[1] ?? 0) - (places[0] ?? 0);
  const every = Math.ceil((linesRoom(ticks.labels, small) + 4) / apart);
  const setting = { size: small, align: 'center' } as const;
  return {
    marks: {
      rules: [rule([0, foot], [width, foot]), ...places.map(at => rule([at, foot], [at, foot + 5]))],
      words: places.flatMap((at, index) =>
        index % every === 0 ? block([ticks.labels[index] ?? ''], at, foot + small * 1.1, setting) : [],
      ),
    },
    bottom: foot + small * 1.7,
  };
}

/** Under the axis: which end is better, and those picked out whose figure is absent. */
function notesUnder({ better, picked }: StripChart, top: number, { small, size, width }: DrawingSize): Part {
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
  return { marks: gather(...parts), bottom };
}

/** A word and an arrow at the better end of the axis. The arrow is drawn: not every face has one. */
function betterEnd(better: 'low' | 'high', middle: number, size: number, width: number): Partial<Marks> {
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
function flagsOf(
  picked: readonly Picked[],
  looks: readonly Look[],
  { x, sheet }: { readonly x: Axis; readonly sheet: DrawingSize },
): Flags {
  const flags = picked.flatMap((mark, index): readonly Flag[] => {
    const { number, name, role } = mark;
    const look = looks[index];
    if (number === null || look === undefined) return [];
    const weight = role === 'council' ? 'bold' : 'normal';
    const marker = statusMarker(largeMarker(look), mark);
    return [{ number, at: position(x, number), look, marker, weight, text: `${name} ${markLabel(mark)}` }];
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
    const pen = { stroke: row.look.colour, width: row.weight === 'bold' ? 2.5 : 1.5 };
    return start < end ? [rule([row.at, start], [row.at, end], pen)] : [];
  });
}

/** A dot's place in pixels: the middle of it, across and above the line that the piles stand on. */
type Dot = { readonly x: number; readonly rise: number };

/** Dots piled on one line: the room each takes, the height of the tallest pile, and every dot. */
type Piles = { readonly extent: number; readonly height: number; readonly dots: readonly Dot[] };

type Room = {
  /** The room a dot may take, largest first. */
  readonly extents: readonly number[];
  readonly height: number;
  readonly left: number;
  readonly right: number;
};

/**
 * Dots that would overlap, piled up within the height: as large as lets every pile hold one value and all be as many
 * dots across, so that heights compare; else as large as lets them be one across; else the smallest, with tall piles
 * wider than the others.
 */
export function pileUp(places: readonly number[], room: Room): Piles {
  const sorted = places.toSorted((a, b) => a - b);
  const tries = room.extents.map(extent => {
    const piles = pilesOf(sorted, extent);
    return { piles, extent, across: Math.max(0, ...piles.map(pile => acrossOf(pile, extent, room))) };
  });
  const fitting =
    tries.find(
      ({ piles, extent, across }) => piles.every(isOneValue) && areApart(piles, roomOf(across, extent), room),
    ) ?? tries.find(({ across }) => across <= 1);
  if (fitting) return piledUp(fitting, () => fitting.across, room);
  const last = tries.at(-1) ?? { piles: [], extent: 0 };
  return piledUp(last, pile => acrossOf(pile, last.extent, room), room);
}

type Pile = readonly number[];

/** Dots in order, each in the pile before it when it lies less than a dot from where that pile begins. */
function pilesOf(sorted: readonly number[], extent: number): readonly Pile[] {
  const piles: number[][] = [];
  for (const place of sorted) {
    const last = piles.at(-1);
    if (last?.[0] !== undefined && place - last[0] < extent) last.push(place);
    else piles.push([place]);
  }
  return piles;
}

function acrossOf(pile: Pile, extent: number, { height }: Room): number {
  return Math.ceil(pile.length / Math.floor(height / extent));
}

function isOneValue(pile: Pile): boolean {
  return pile[0] === pile.at(-1);
}

/** The room of a pile: a broad one keeps a dot's room from the next. */
function roomOf(across: number, extent: number): number {
  return extent * (across > 1 ? across + 1 : across);
}

/** Whether piles of this breadth can all stand right over their values. */
function areApart(piles: readonly Pile[], breadth: number, { left, right }: Room): boolean {
  const middles = piles.map(middleOf);
  const bounds = [left - breadth / 2, ...middles, right + breadth / 2];
  return bounds.every((place, index) => index === 0 || place - (bounds[index - 1] ?? 0) >= breadth);
}

function middleOf(pile: Pile): number {
  return ((pile[0] ?? 0) + (pile.at(-1) ?? 0)) / 2;
}

function piledUp(
  { piles, extent }: { readonly piles: readonly Pile[]; readonly extent: number },
  across: (pile: Pile) => number,
  { left, right }: Room,
): Piles {
  const wishes = piles.map(pile => ({ middle: middleOf(pile), extent: across(pile) * extent }));
  const middles = spread(wishes, left, right);
  const dots = piles.flatMap((pile, index) => pileOf(pile.length, across(pile), middles[index] ?? 0, extent));
  return { extent, height: Math.max(0, ...dots.map(({ rise }) => rise + extent / 2)), dots };
}

/** So many dots in rows of so many, the last row centred. */
function pileOf(count: number, across: number, middle: number, extent: number): readonly Dot[] {
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / across);
    const inRow = Math.min(across, count - row * across);
    return { x: middle + ((index % across) - (inRow - 1) / 2) * extent, rise: (row + 0.5) * extent };
  });
}
