import { Big } from 'big.js';
import type { Scale } from '../model/chart.ts';
import { numberText } from '../model/format.ts';

/** The ends of an axis and where its gridlines are. */
export type Ticks = {
  readonly low: number;
  readonly high: number;
  readonly at: readonly number[];
  readonly labels: readonly string[];
};

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
  const at = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const labels = at.map(tick => `${numberText(new Big(tick), decimals)}${scale.suffix}`);
  return { low: at[0] as number, high: at.at(-1) as number, at, labels };
}

type Bounds = { readonly floor: number; readonly ceiling: number };

/** Whole steps around `least` and `most`, at least `enough` of them, growing where the numbers are nearest the edge. */
function widened(
  least: number,
  most: number,
  enough: number,
  { floor, ceiling }: Bounds,
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
