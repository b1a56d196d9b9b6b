import { Big } from 'big.js';
import type { Amount, KnownAmount, Range, Refusal } from './model/figure.ts';
import { type Absence, decimalsIn, type KnownValue, known, shown, type Value } from './model/value.ts';
import type { Operator } from './targets/schema.ts';

const whyAbsent: Record<Absence, Refusal> = {
  c: 'suppressed',
  z: 'not-applicable',
  x: 'not-available',
  low: 'rounds-to-zero',
  k: 'rounds-to-zero',
  u: 'low-reliability',
  'not-collected': 'not-collected',
  'not-yet-published': 'not-yet-published',
  discontinued: 'discontinued',
};

export function refused(because: Refusal): Amount {
  return { kind: 'refused', because };
}

export function amountOf(value: Value): Amount {
  if (value.kind === 'absent') return refused(whyAbsent[value.because]);
  return knownAmount(shown(value), value.decimals, signOf(value.number));
}

/**
 * `a` minus `b` (R02): from unrounded figures where both are known so, then rounded; from printed figures where
 * both were published to the same decimals; otherwise a range as wide as the coarser figure leaves open.
 * Absence passes on; a figure known only roughly is refused.
 */
export function subtract(a: Value, b: Value): Amount {
  if (a.kind === 'absent') return refused(whyAbsent[a.because]);
  if (b.kind === 'absent') return refused(whyAbsent[b.because]);
  if (a.precision === 'about' || b.precision === 'about') return refused('approximate');
  if (isFull(a) && isFull(b)) return exactDifference(a, b);
  return a.decimals === b.decimals ? printedDifference(a, b) : differenceRange(a, b);
}

/** Absent values are left out. */
export function meanOf(values: readonly Value[]): {
  readonly mean: KnownValue | null;
  readonly count: number;
} {
  const held = values.filter(value => value.kind === 'known').filter(value => value.precision !== 'about');
  if (held.length === 0) return { mean: null, count: 0 };
  const decimals = Math.min(...held.map(value => value.decimals));
  const sum = held.reduce((total, value) => total.plus(value.number), new Big(0));
  const isCounted = held.every(value => value.precision === 'exact');
  const precision = isCounted ? 'exact' : held.every(isFull) ? 'unrounded' : 'rounded';
  return { mean: known(sum.div(held.length), decimals, precision), count: held.length };
}

function isFull({ precision }: KnownValue): boolean {
  return precision === 'exact' || precision === 'unrounded';
}

/** True when the amount was worked out from figures that had been rounded before. */
export function fromRounded(a: Value, b: Value): boolean {
  return a.kind === 'known' && b.kind === 'known' && !(isFull(a) && isFull(b));
}

/** A difference before it is rounded, where both figures are known in full; else null. */
export function fullDifference(a: Value, b: Value): Big | null {
  if (a.kind === 'absent' || b.kind === 'absent' || !isFull(a) || !isFull(b)) return null;
  return a.number.minus(b.number);
}

function exactDifference(a: KnownValue, b: KnownValue): Amount {
  const difference = a.number.minus(b.number);
  const decimals = Math.max(a.decimals, b.decimals);
  return knownAmount(difference, decimals, signOf(difference));
}

function printedDifference(a: KnownValue, b: KnownValue): Amount {
  const difference = shown(a).minus(shown(b));
  return knownAmount(difference, a.decimals, signOf(difference));
}

function differenceRange(a: KnownValue, b: KnownValue): Amount {
  const difference = shown(a).minus(shown(b));
  const [coarse, fine] = [Math.min(a.decimals, b.decimals), Math.max(a.decimals, b.decimals)];
  const half = new Big(10).pow(-coarse).div(2);
  const low = difference.minus(half);
  const high = difference.plus(half);
  const sign = low.gt(0) ? 1 : high.lt(0) ? -1 : null;
  return {
    kind: 'known',
    number: rounded(difference, fine),
    decimals: fine,
    sign,
    range: rangeOf(low, high, coarse, fine),
    about: false,
  };
}

/** Both ends in full, with as few decimals as that takes. */
function rangeOf(low: Big, high: Big, fewest: number, most: number): Range {
  const isFull = [low, high].every(end => rounded(end, fewest).eq(end));
  return isFull || fewest >= most
    ? { low: rounded(low, fewest), high: rounded(high, fewest), decimals: fewest }
    : rangeOf(low, high, fewest + 1, most);
}

/** An amount rounded to its decimals, with its true direction. */
export function knownAmount(number: Big, decimals: number, sign: -1 | 0 | 1 = signOf(number)): KnownAmount {
  return { kind: 'known', number: rounded(number, decimals), decimals, sign, range: null, about: false };
}

export function writtenAmount(number: string): KnownAmount {
  return knownAmount(new Big(number), decimalsIn(number));
}

export function countAmount(count: number): KnownAmount {
  return knownAmount(new Big(count), 0);
}

/**
 * The difference of two differences (R02): as `subtract`, but where they were worked out from rounded figures each
 * may be out by a whole unit, so the result is "about", and has a direction only when it is more than two units; of
 * differences to different decimals, a range as wide as the units of both.
 */
export function subtractDifferences(a: Value, b: Value): Amount {
  const amount = subtract(a, b);
  if (amount.kind === 'refused' || !fromRounded(a, b)) return amount;
  if (amount.range !== null) return openRange(a, b);
  const open = new Big(10).pow(-amount.decimals).times(2);
  return { ...amount, sign: amount.number.abs().lt(open) ? null : amount.sign, about: true };
}

function openRange(a: Value, b: Value): Amount {
  if (a.kind === 'absent' || b.kind === 'absent') return subtract(a, b);
  const fine = Math.max(a.decimals, b.decimals);
  const difference = shown(a).minus(shown(b));
  const open = unitOf(a).plus(unitOf(b));
  const [low, high] = [difference.minus(open), difference.plus(open)];
  const sign = low.gte(0) ? 1 : high.lte(0) ? -1 : null;
  return {
    ...knownAmount(difference, fine),
    ...{ sign, range: rangeOf(low, high, 0, fine), about: true },
  };
}

/** What a difference of rounded figures may be out by; nothing, where they are known in full. */
function unitOf(value: KnownValue): Big {
  return isFull(value) ? new Big(0) : new Big(10).pow(-value.decimals);
}

function rounded(number: Big, decimals: number): Big {
  const result = number.round(decimals, Big.roundHalfUp);
  return result.eq(0) ? new Big(0) : result;
}

function signOf(number: Big): -1 | 0 | 1 {
  return number.gt(0) ? 1 : number.lt(0) ? -1 : 0;
}

/** How many of a whole a percentage asks for, how many more that is than now, and the share they make. */
export type Needed = { readonly needed: number; readonly more: number; readonly percent: Big };

/** How many of a whole a target upwards needs, having some now (P21); null when not even all of them would meet it. */
export function neededOf(
  {
    operator,
    percent,
  }: { readonly operator: Extract<Operator, 'at-least' | 'above'>; readonly percent: Big },
  whole: number,
  now: number,
): Needed | null {
  const exact = percent.times(whole).div(100);
  const needed =
    operator === 'above' ? Number(exact.round(0, Big.roundDown)) + 1 : Number(exact.round(0, Big.roundUp));
  if (needed > whole) return null;
  const share = new Big(needed).times(100).div(whole).round(1, Big.roundHalfUp);
  return { needed, more: Math.max(0, needed - now), percent: share };
}

type Share = { readonly part: string; readonly count: number; readonly percent: Big };

export type Shares = {
  readonly total: number;
  readonly shares: readonly Share[];
  /** The sum of the rounded shares; printed as a note when it is not 100. */
  readonly sum: Big;
};

/** In per cent to so many decimals. An empty whole has shares of zero. */
export function sharesOf(
  counts: readonly { readonly part: string; readonly count: number }[],
  decimals: number,
): Shares {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shares = counts.map(({ part, count }) => ({
    part,
    count,
    percent: percentOf(count, total, decimals),
  }));
  return { total, shares, sum: shares.reduce((sum, { percent }) => sum.plus(percent), new Big(0)) };
}

/** Rounded half away from zero; zero of nothing is zero. */
export function percentOf(count: number, whole: number, decimals: number): Big {
  return whole === 0 ? new Big(0) : new Big(count).times(100).div(whole).round(decimals, Big.roundHalfUp);
}

/** A change in per cent of what was there before, for counts and money only (R01). */
export function relativeChange(before: Big, after: Big, decimals: number): Big {
  return after.minus(before).times(100).div(before).round(decimals, Big.roundHalfUp);
}
