import { spread } from './place.ts';

/** A dot's place in pixels: the middle of it, across and above the line that the piles stand on. */
export type Dot = { readonly x: number; readonly rise: number };

/** Dots piled on one line: the room each takes, the height of the tallest pile, and every dot. */
export type Piles = { readonly extent: number; readonly height: number; readonly dots: readonly Dot[] };

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
  if (fitting) return stacked(fitting, () => fitting.across, room);
  const last = tries.at(-1) ?? { piles: [], extent: 0 };
  return stacked(last, pile => acrossOf(pile, last.extent, room), room);
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

function stacked(
  { piles, extent }: { readonly piles: readonly Pile[]; readonly extent: number },
  across: (pile: Pile) => number,
  { left, right }: Room,
): Piles {
  const wishes = piles.map(pile => ({ middle: middleOf(pile), extent: across(pile) * extent }));
  const middles = spread(wishes, left, right);
  const dots = piles.flatMap((pile, index) => block(pile.length, across(pile), middles[index] ?? 0, extent));
  return { extent, height: Math.max(0, ...dots.map(({ rise }) => rise + extent / 2)), dots };
}

/** So many dots in rows of so many, the last row centred. */
function block(count: number, across: number, middle: number, extent: number): readonly Dot[] {
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / across);
    const inRow = Math.min(across, count - row * across);
    return { x: middle + ((index % across) - (inRow - 1) / 2) * extent, rise: (row + 0.5) * extent };
  });
}
