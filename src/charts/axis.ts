import { Big } from 'big.js';
import type { Scale } from '../model/chart.ts';
import { numberText } from '../model/format.ts';
import type { Letters } from './lettering.ts';

export type Ticks = {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
};

/** The ends of an axis that bars stand on: nought, and the furthest of the numbers on either side of it. */
export function fromNought(numbers: readonly number[]): { readonly low: number; readonly high: number } {
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  return { low, high: low === high ? 1 : high };
}

/** Where an axis has labels: at every so many of its ticks as leave them `air` pixels apart. */
export function labelled({ low, high, ticks, labels }: Ticks, pixels: number, letters: Letters, air = 4) {
  const apart = (((ticks[1] ?? high) - low) / (high - low)) * pixels;
  const every = Math.max(1, Math.ceil((letters.widest(labels) + air) / apart));
  return ticks.filter((_, index) => index % every === 0);
}

/**
 * Round numbers around the numbers of a chart, some three to six of them, inside what the unit allows. Counts and
 * rates start at zero. Where only the order and the spread of the numbers matter (`spread`), the axis keeps to them.
 */
export function ticksFor(numbers: readonly number[], scale: Scale, spread = false): Ticks {
  const [least, most] =
    numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, scale.ceiling ?? 1];
  // Not so close together that a small change looks large.
  const size = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const ample = scale.ample ?? (scale.suffix === '%' ? Math.min(10, size) : size / 5);
  const enough = spread && most > least ? most - least : ample;
  const reach = Math.max(most - least, enough);
  const counted = scale.suffix === '' && scale.floor === 0;
  const from = !spread && least > 0 && (counted || least < reach / 2 || size <= enough) ? 0 : least;
  const whole = counted && numbers.every(Number.isInteger);
  const step = Math.max(roundStep(Math.max(most - from, enough) / 4), whole ? 1 : 0);
  const [first, last] = widened(tidy(from / step), tidy(most / step), tidy(enough / step), {
    floor: (scale.floor ?? Number.NEGATIVE_INFINITY) / step,
    ceiling: (scale.ceiling ?? Number.POSITIVE_INFINITY) / step,
  });
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const labels = ticks.map(tick => `${numberText(new Big(tick), decimals)}${scale.suffix}`);
  return { low: ticks[0] as number, high: ticks.at(-1) as number, ticks, labels };
}

/** Whole steps around `least` and `most`, at least `enough` of them, growing where the numbers are nearest the edge. */
function widened(
  least: number,
  most: number,
  enough: number,
  { floor, ceiling }: { readonly floor: number; readonly ceiling: number },
): readonly [number, number] {
  let first = Math.floor(least);
  let last = Math.ceil(most);
  while (last - first < enough) {
    const down = first - 1 >= floor;
    const up = last + 1 <= ceiling;
    if (down && (!up || least - first <= last - most)) first -= 1;
    else if (up) last += 1;
    else break;
  }
  return [first, last];
}

/** The least of 1, 2, 5, 10, 20, 50 … (and their tenths) that is no smaller. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  const times = [1, 2, 5].find(each => each * power >= size - power * 1e-9) ?? 10;
  return tidy(times * power);
}

// Steps such as 0.1 are not exact in binary: their multiples are.
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}
