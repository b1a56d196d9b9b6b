import { Big } from 'big.js';
import { z } from 'zod';

/** Why there is no number: the symbols analysts type, the three words, and what the gate and the rules add. */
export const absences = {
  z: 'not applicable',
  c: 'suppressed to protect confidential information',
  x: 'not available',
  low: 'rounds to zero, but is not zero',
  k: 'rounds to zero, but is not zero',
  u: 'of low reliability',
  'not-collected': 'not collected',
  'not-yet-published': 'not yet published',
  discontinued: 'discontinued',
} as const;

export type Absence = keyof typeof absences;

/**
 * How close a number is to the truth: `exact` was counted or computed from counts, `unrounded` was published to more
 * places than it is shown with, `rounded` was published to its decimals (the truth lies within half a unit), `about`
 * was given only roughly.
 */
type Precision = 'exact' | 'unrounded' | 'rounded' | 'about';

export type KnownValue = {
  readonly kind: 'known';
  readonly number: Big;
  readonly decimals: number;
  readonly precision: Precision;
};

export type Absent = { readonly kind: 'absent'; readonly because: Absence };

/** A known number with its precision, or the reason there is none. */
export type Value = KnownValue | Absent;

/** Between what ends the truth lies 95 times in 100, as its publisher has worked out. */
export type Interval = { readonly low: KnownValue; readonly high: KnownValue };

/** True when a number lies within an interval, its ends among it. */
export function covers({ low, high }: Interval, number: Big): boolean {
  return low.number.lte(number) && high.number.gte(number);
}

/** `number` may be a decimal string, so that no binary noise enters. */
export function known(
  number: Big | string | number,
  decimals: number,
  precision: Precision = 'rounded',
): KnownValue {
  return { kind: 'known', number: new Big(number), decimals, precision };
}

/**
 * A value as it is shown: of a published one, to the decimals of its indicator, or to those that its own row says it was
 * published with, whatever zeros a spreadsheet took off its end. What is known only roughly stays as it was written.
 */
export function shownTo(value: KnownValue, decimals: number): KnownValue {
  switch (value.precision) {
    case 'about':
      return value;
    case 'exact':
      return { ...value, decimals };
    case 'rounded':
    case 'unrounded':
      return known(
        value.number,
        decimals,
        decimalsIn(value.number.toFixed()) > decimals ? 'unrounded' : 'rounded',
      );
  }
}

export function decimalsIn(number: string): number {
  const point = number.indexOf('.');
  return point === -1 ? 0 : number.length - point - 1;
}

export function absent(because: Absence): Absent {
  return { kind: 'absent', because };
}

/** The number as it is shown: rounded half away from zero to the value's decimals, never minus zero (R03). */
export function shown(value: KnownValue): Big {
  const rounded = value.number.round(value.decimals, Big.roundHalfUp);
  return rounded.eq(0) ? new Big(0) : rounded;
}

/**
 * What a figure is set in order by: all of the places that were published of it; one that we counted, or that was rounded,
 * is as it is printed. Null of one that is not known, or only roughly.
 */
export function rankedNumber(value: Value): number | null {
  if (value.kind === 'absent' || value.precision === 'about') return null;
  return Number(value.precision === 'unrounded' ? value.number : shown(value));
}

/** A decimal in a file, as text so that its places are kept; `such` are examples, for whoever wrote something else. */
export function decimalText(such: string) {
  return z.string().refine(text => /^-?\d{1,9}(\.\d{1,4})?$/.test(text), `is not a number such as ${such}`);
}

export function unsignedText(such: string) {
  return z.string().refine(text => /^\d{1,9}(\.\d{1,4})?$/.test(text), `is not a number such as ${such}`);
}
