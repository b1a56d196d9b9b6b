import { Big } from 'big.js';
import { type Key, keyText } from '../model/observation.ts';
import type { HiddenCell } from './hidden-cells.ts';
import {
  isNamedIn,
  mayBeOfYear,
  measureIsNamedIn,
  type NumberInWords,
  numbersIn,
  tellingOf,
} from './telling.ts';
import { channels, type LinkedFigure, type Passage } from './units.ts';

/** The checks of what a ledger and what stands in the place of a figure tell, each with what it looks for. */
const ofFigures = {
  'hidden-figure': 'a number in the place of a hidden figure',
  'worked-out': 'a figure that is worked out of a hidden one',
  'base-printed': 'how many pupils a figure is of, which is kept back',
  unrounded: 'a figure to more decimals than are printed, from which its pupils follow',
  'drawn-place': 'a mark drawn where a hidden figure lies',
  note: 'the note of a hidden figure',
  follows: 'a hidden figure that follows from what is printed beside it',
} as const;

/** Every check of the finished site by its name, with what it looks for. */
export const checks = { ...ofFigures, ...channels } as const;
export type Check = keyof typeof checks;

export type Leak = {
  readonly check: Check;
  readonly cell: HiddenCell;
  readonly file: string;
  readonly index: number;
  readonly spelling: string;
};

export type LedgerFigure = Key & {
  readonly id: string;
  readonly kind: string;
  readonly part?: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly count?: number;
  readonly of?: number;
  readonly text: string;
  readonly working: string;
  readonly inputs: readonly string[];
};

export type LedgerKnown = {
  readonly byId: ReadonlyMap<string, LedgerFigure>;
  readonly ofMeasure: ReadonlyMap<string, readonly LedgerFigure[]>;
  /** By the id of its figure. */
  readonly hidden: ReadonlyMap<string, HiddenCell>;
};

/** The cells by the numbers that tell them, so that a number is held against few. */
export type Sought = {
  readonly byCount: ReadonlyMap<number, readonly HiddenCell[]>;
  /** By the whole part of a share, of what it is the rest of, and of those beside. */
  readonly byShare: ReadonlyMap<number, readonly HiddenCell[]>;
  readonly cells: readonly HiddenCell[];
};

export function soughtOf(hidden: readonly HiddenCell[]): Sought {
  const byCount = new Map<number, HiddenCell[]>();
  const byShare = new Map<number, HiddenCell[]>();
  const put = (map: Map<number, HiddenCell[]>, key: number, cell: HiddenCell) => {
    const held = map.get(key);
    if (held === undefined) map.set(key, [cell]);
    else if (held.at(-1) !== cell) held.push(cell);
  };
  for (const cell of hidden) {
    const { inside, base, value, whole } = cell;
    const rest = inside !== null && base !== null ? base - inside : null;
    for (const count of [inside, base, rest]) if (count !== null) put(byCount, count, cell);
    if (value === null) continue;
    // As it is, and as so many in every hundred.
    for (const share of [value, ...(whole === null ? [] : [new Big(whole).minus(value)])])
      for (const each of new Set([
        Number(share),
        whole === null ? Number(share) : (100 * Number(share)) / whole,
      ]))
        for (const key of [-1, 0, 1]) put(byShare, Math.trunc(each) + key, cell);
  }
  return { byCount, byShare, cells: hidden };
}

/** Each cell once for each unit. */
export function toldByUnits(
  units: readonly Passage[],
  file: string,
  sought: Sought,
  known: LedgerKnown,
): readonly Leak[] {
  if (sought.cells.length === 0) return [];
  return units.flatMap(unit => {
    const found = numbersIn(unit.text);
    if (found.length === 0) return [];
    const near = new Set(
      found.flatMap(({ number, of }) => [
        ...(sought.byCount.get(number) ?? []),
        ...(sought.byShare.get(Math.trunc(number)) ?? []),
        ...(of === null ? [] : (sought.byShare.get(Math.trunc((100 * number) / of)) ?? [])),
      ]),
    );
    return [...near].flatMap((cell): readonly Leak[] => {
      const told = toldBy(unit, cell, found, known);
      return told === null
        ? []
        : [{ check: unit.channel, cell, file, index: unit.index, spelling: spellingOf(unit, told) }];
    });
  });
}

type Told = { readonly index: number; readonly spelling: string };

function toldBy(
  unit: Passage,
  cell: HiddenCell,
  found: readonly NumberInWords[],
  known: LedgerKnown,
): Told | null {
  const { around } = unit;
  if (!mayBeOfYear(around, cell.period)) return null;
  const isOfMeasure =
    measureIsNamedIn(around, cell) ||
    new RegExp(String.raw`(?:^|[\s"#])${cell.indicator}(?:[.\s-]|$)`).test(around);
  if (!isOfMeasure) return null;
  const isNamed = isNamedIn(around, cell);
  const beside = tellingOf(unit.text, cell, false, found);
  if (
    isNamed &&
    beside !== null &&
    /^\S+(?: (?:of|out of|in|from)(?: the| all| every)? |\/)\S+$/.test(beside.spelling)
  )
    return beside;
  const unexplained = found.filter(each => !isPrinted(each, around, cell, known));
  const telling = tellingOf(unit.text, cell, isNamed, unexplained);
  if (telling !== null) return telling;
  if (!unit.isData || !isNamed) return null;
  const { inside, base, value } = cell;
  return (
    unexplained.find(
      ({ number, decimals }) =>
        number === inside || number === base || (value?.round(decimals).eq(number) ?? false),
    ) ?? null
  );
}

/** True of a number that the ledger has of the same measure, of another group, area or year that the words name too. */
function isPrinted(
  { number, decimals }: NumberInWords,
  around: string,
  cell: HiddenCell,
  known: LedgerKnown,
) {
  const folded = around.toLowerCase();
  const near = 10 ** -decimals;
  return (known.ofMeasure.get(cell.indicator) ?? []).some(({ value, count, breakdown }) => {
    const isEqual =
      count === number ||
      // Few are so near that it has to be worked out whether they round to it.
      (value !== null &&
        Math.abs(Math.abs(value) - number) < near &&
        new Big(value).abs().round(decimals).eq(number));
    return isEqual && (breakdown.group === 'Total' || folded.includes(breakdown.group.toLowerCase()));
  });
}

function spellingOf({ text }: Passage, { index, spelling }: Told): string {
  return text
    .slice(Math.max(0, index - 20), index + spelling.length + 20)
    .replace(/\s+/g, ' ')
    .trim();
}

export function toldByLedger(
  figures: readonly LedgerFigure[],
  file: string,
  { hidden }: LedgerKnown,
  placeOf: (id: string) => number,
): readonly Leak[] {
  return figures.flatMap((figure): readonly Leak[] => {
    const { id, kind, value, text, working, part, inputs } = figure;
    const leak = (check: Check, cell: HiddenCell): Leak => ({
      check,
      cell,
      file,
      index: placeOf(id),
      spelling: `${id}: ${text}`,
    });
    const own = hidden.get(id);
    const isTold = value !== null || figure.low !== undefined || /\d/.test(`${text} ${working}`);
    if (own?.isHidden) return isTold ? [leak('hidden-figure', own)] : [];
    if (own !== undefined) return [];
    if (value === null || (kind === 'count' && part !== 'base')) return [];
    const from = inputs.flatMap(each => hidden.get(each) ?? []).filter(({ isHidden }) => isHidden);
    const [first] = from;
    // An average, and a place in an order, name those that were left out of them as well.
    const isWithout = (figure.of ?? figure.count ?? inputs.length) <= inputs.length - from.length;
    return first === undefined || isWithout ? [] : [leak('worked-out', first)];
  });
}

/** Figures that say how many pupils a cell is of, where that is kept back. */
export function basesPrinted(
  figures: readonly LedgerFigure[],
  file: string,
  cells: readonly HiddenCell[],
  placeOf: (id: string) => number,
): readonly Leak[] {
  return figures.flatMap(({ id, part, kind, value, text, ...key }) => {
    if (value === null || (part !== 'base' && kind !== 'one-pupil' && kind !== 'equivalent')) return [];
    const cell = cells.find(each => isKeyOf(each, key));
    return cell === undefined
      ? []
      : [{ check: 'base-printed', cell, file, index: placeOf(id), spelling: `${id}: ${text}` }];
  });
}

/** From least to greatest, how many pupils a figure is about, as far as what is printed of it tells. */
type Bounds = { readonly low: number; readonly high: number };

const nothingTold: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/**
 * Hidden cells of which the number of pupils follows more closely than it may from the whole and the other parts of it, as a
 * ledger prints them: the bounds of each printed number, by its rounding and its base, carried through the declared sums.
 */
export function toldBySums(
  figures: readonly LedgerFigure[],
  file: string,
  cells: readonly HiddenCell[],
  placeOf: (id: string) => number,
): readonly Leak[] {
  const byKey = Map.groupBy(figures, keyText);
  const boundsOf = (key: Key) => boundsBy(byKey.get(keyText(key)) ?? []);
  return cells.flatMap(cell =>
    cell.wholes.flatMap(({ whole, parts }): readonly Leak[] => {
      const all = boundsOf(whole);
      if (!cell.isHidden || all.high === Number.POSITIVE_INFINITY) return [];
      const others = parts.filter(part => !isKeyOf(cell, part)).map(boundsOf);
      const low = Math.max(0, all.low - others.reduce((sum, { high }) => sum + high, 0));
      const high = all.high - others.reduce((sum, { low }) => sum + low, 0);
      if (high - low >= cell.width) return [];
      const id = byKey.get(keyText(whole))?.[0]?.id ?? '';
      const spelling =
        low === high ? 'one number alone is left' : `no more than ${high - low + 1} numbers are left`;
      return [{ check: 'follows', cell, file, index: placeOf(id), spelling: `${id}: ${spelling}` }];
    }),
  );
}

function boundsBy(figures: readonly LedgerFigure[]): Bounds {
  const base = figures.find(({ kind, part }) => kind === 'count' && part === 'base')?.value ?? null;
  const level = figures.find(({ kind }) => kind === 'observation');
  if (level === undefined || level.value === null) return nothingTold;
  if (!level.text.endsWith('%'))
    return /^[\d,]+$/.test(level.text) ? { low: level.value, high: level.value } : nothingTold;
  if (base === null) return nothingTold;
  const half = 0.5 / 10 ** (/\.(\d+)%$/.exec(level.text)?.[1]?.length ?? 0);
  const pupils = (share: number) => (share * base) / 100;
  return {
    low: Math.max(0, Math.ceil(pupils(level.value - half) - 1e-9)),
    high: Math.min(base, Math.floor(pupils(level.value + half) + 1e-9)),
  };
}

export function isKeyOf(cell: Key, { indicator, area, period, breakdown }: Key): boolean {
  return (
    cell.indicator === indicator &&
    cell.area.toLowerCase() === area.toLowerCase() &&
    cell.period === period &&
    cell.breakdown.topic === breakdown.topic &&
    cell.breakdown.group === breakdown.group
  );
}

/** What pages print where a hidden figure is linked: its symbol, and never a number. */
export function toldByLinks(
  linked: readonly LinkedFigure[],
  file: string,
  { hidden }: LedgerKnown,
): readonly Leak[] {
  return linked.flatMap(({ id, text, index }) => {
    const cell = hidden.get(id);
    return cell?.isHidden && /\d/.test(text)
      ? [{ check: 'hidden-figure' as const, cell, file, index, spelling: text }]
      : [];
  });
}

/** True where a page prints a figure as the ledger has it, or one of a measure in which nothing is hidden. */
export function isAsPrinted({ id, text }: LinkedFigure, { byId, ofMeasure }: LedgerKnown): boolean {
  const figure = byId.get(id);
  if (figure === undefined) return !ofMeasure.has(id.slice(0, id.indexOf('.')));
  const held = numbersIn(figure.text.replace('−', ''));
  return numbersIn(text.replace('−', '')).every(
    ({ number }) =>
      held.some(each => each.number === number) ||
      (figure.value !== null && Math.abs(figure.value) === number) ||
      figure.count === number,
  );
}

/** Shares to so many decimals that their pupils follow, wherever they stand. */
export function toldUnrounded(text: string, file: string, cells: readonly HiddenCell[]): readonly Leak[] {
  return cells.flatMap((cell): readonly Leak[] => {
    const { inside, base, whole } = cell;
    if (inside === null || base === null || whole === null || base === 0) return [];
    const exact = (whole * inside) / base;
    const spellings = [exact, exact / whole].flatMap(share => {
      const digits = share.toFixed(9).slice(0, share < 1 ? 7 : -5);
      return /0{3}$/.test(digits) ? [] : [digits.slice(0, -1)];
    });
    return spellings.flatMap((spelling): readonly Leak[] => {
      const index = text.indexOf(spelling);
      const isWhole = index !== -1 && !/[\d.]/.test(text[index - 1] ?? ' ');
      return isWhole ? [{ check: 'unrounded', cell, file, index, spelling }] : [];
    });
  });
}

/** The notes of hidden rows, wherever they stand. */
export function toldByNotes(text: string, file: string, cells: readonly HiddenCell[]): readonly Leak[] {
  return cells.flatMap((cell): readonly Leak[] => {
    const { note } = cell;
    if (note === null) return [];
    const index = text.indexOf(note);
    return index === -1 ? [] : [{ check: 'note', cell, file, index, spelling: note }];
  });
}

const ticks = /<text\b([^>]*)>([+−-]?\d+(?:\.\d+)?)%?<\/text>/g;
const marks =
  /<(?:path|circle|rect|line)\b[^>]*?\btransform="translate\(([-\d.]+),([-\d.]+)\)"|(?<=\bd="[^"]*)[ML]([-\d.]+),([-\d.]+)/g;
const lines = /<line\b[^>]*?\btransform="translate\([-\d.]+,([-\d.]+)\)"/g;

/** Marks of drawings that lie where a hidden figure would, by the numbers at the axis, and no printed one. */
export function toldByMarks(
  html: string,
  file: string,
  cells: readonly HiddenCell[],
  known: LedgerKnown,
): readonly Leak[] {
  return [...html.matchAll(/<svg\b[\s\S]*?<\/svg>/g)].flatMap(({ 0: svg, index }) => {
    const those = cells.filter(cell => isLastNamed(html, index, cell));
    if (those.length === 0) return [];
    return scalesOf(svg).flatMap(({ axis, valueAt }) =>
      [...svg.matchAll(marks)].flatMap(({ 1: left, 2: top, 3: x = left, 4: y = top, index: at }) => {
        const value = valueAt(Number(axis === 'x' ? x : y));
        const within = Math.abs(valueAt(0) - valueAt(0.06));
        return those.flatMap((cell): readonly Leak[] => {
          const exact = exactOf(cell);
          if (exact === null || Math.abs(exact - value) > within) return [];
          const printed = (known.ofMeasure.get(cell.indicator) ?? []).some(
            each => each.value !== null && Math.abs(each.value - value) <= within,
          );
          const isTick = Math.abs(value - Math.round(value)) < 1e-6;
          return printed || isTick
            ? []
            : [{ check: 'drawn-place', cell, file, index: index + at, spelling: `${x},${y}` }];
        });
      }),
    );
  });
}

/** True where the section that a drawing stands in is of the measure: its id was the last before it. */
function isLastNamed(html: string, index: number, { indicator }: HiddenCell): boolean {
  const before = html.slice(Math.max(0, index - FAR), index);
  return [`id="${indicator}`, `id="chart-${indicator}`, `#${indicator}.`, `data-figure="${indicator}.`].some(
    name => before.includes(name),
  );
}

/** A drawing stands no further from its heading, or from the last figure before it, in characters. */
const FAR = 30_000;

function exactOf({ inside, base, whole, value }: HiddenCell): number | null {
  if (inside !== null && base !== null && base > 0 && whole !== null) return (whole * inside) / base;
  return value === null ? null : Number(value);
}

type Scale = { readonly axis: 'x' | 'y'; readonly valueAt: (coordinate: number) => number };

function scalesOf(svg: string): readonly Scale[] {
  const labels = [...svg.matchAll(ticks)].map(([, written = '', number = '']) => ({
    x: Number(/\bx="([-\d.]+)"/.exec(written)?.[1] ?? 0),
    y: Number(/\by="([-\d.]+)"/.exec(written)?.[1] ?? 0),
    number: Number(number.replace('−', '-')),
  }));
  return (['x', 'y'] as const).flatMap(axis => {
    const across = axis === 'x' ? 'y' : 'x';
    const rows = [...Map.groupBy(labels, each => each[across]).values()];
    const longest = rows.toSorted((a, b) => b.length - a.length)[0] ?? [];
    // What stands beside a line across is written a little lower than it.
    const heights = axis === 'x' ? [] : [...svg.matchAll(lines)].map(([, y]) => Number(y));
    const row = longest.map(each => {
      const [near = each[axis]] = heights.toSorted((a, b) => Math.abs(a - each.y) - Math.abs(b - each.y));
      return { ...each, [axis]: Math.abs(near - each[axis]) < 9 ? near : each[axis] };
    });
    const [first, second] = [row[0], row.at(-1)];
    if (first === undefined || second === undefined || row.length < 3 || first[axis] === second[axis])
      return [];
    const slope = (second.number - first.number) / (second[axis] - first[axis]);
    return [{ axis, valueAt: (coordinate: number) => first.number + (coordinate - first[axis]) * slope }];
  });
}
