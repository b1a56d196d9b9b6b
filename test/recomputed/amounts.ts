// How figures are subtracted and averaged, by the methodology: in whole numbers, a second time.
import {
  type Fraction,
  fraction,
  less,
  order,
  over,
  plus,
  rounded,
  signOf,
  sizeOf,
  sum,
  times,
  unitOf,
  whole,
} from './fractions.ts';
import { isFull, printed, type Value } from './known.ts';

/** What came of some arithmetic: a number as printed with its true direction, the ends it is between, or why there is none. */
export type Amount =
  | {
      readonly kind: 'number';
      readonly number: Fraction;
      readonly decimals: number;
      /** Null where the figures leave it open. */
      readonly sign: -1 | 0 | 1 | null;
      readonly ends: { readonly low: Fraction; readonly high: Fraction; readonly decimals: number } | null;
      readonly isAbout: boolean;
      /** Before it was rounded. */
      readonly exact: Fraction;
    }
  | { readonly kind: 'none'; readonly because: string };

/** No amount, and why. */
export function none(because: string): Amount {
  return { kind: 'none', because };
}

/** A number rounded as it is printed, with its direction before that. */
export function amountTo(
  exact: Fraction,
  decimals: number,
  sign = signOf(exact),
): Amount & { kind: 'number' } {
  return {
    kind: 'number',
    number: rounded(exact, decimals),
    decimals,
    sign,
    ends: null,
    isAbout: false,
    exact,
  };
}

/** A value as an amount. */
export function amountOf(value: Value): Amount {
  return value.kind === 'none' ? none(value.because) : amountTo(value.exact, value.decimals);
}

/** True of two that are printed as one number. */
export function areAlike(a: Value, b: Value): boolean {
  return a.kind === 'number' && b.kind === 'number' && order(printed(a), printed(b)) === 0;
}

/** One figure less another. */
export function differenceOf(a: Value, b: Value): Amount {
  if (a.kind === 'none') return none(a.because);
  if (b.kind === 'none') return none(b.because);
  if (a.precision === 'about' || b.precision === 'about') return none('approximate');
  const decimals = Math.max(a.decimals, b.decimals);
  if (isFull(a) && isFull(b)) return amountTo(less(a.exact, b.exact), decimals);
  const difference = less(printed(a), printed(b));
  if (a.decimals === b.decimals) return amountTo(difference, decimals);
  const coarse = Math.min(a.decimals, b.decimals);
  return between(difference, over(unitOf(coarse), whole(2)), coarse, decimals);
}

/** A difference that is known to so much either way. */
function between(difference: Fraction, room: Fraction, coarse: number, fine: number): Amount {
  const [low, high] = [less(difference, room), plus(difference, room)];
  const sign = signOf(low) > 0 ? 1 : signOf(high) < 0 ? -1 : null;
  return { ...amountTo(difference, fine), sign, ends: endsOf(low, high, coarse, fine) };
}

/** The ends in full, with as few decimals as that takes. */
function endsOf(
  low: Fraction,
  high: Fraction,
  fewest: number,
  most: number,
): (Amount & { kind: 'number' })['ends'] {
  const isFull = [low, high].every(end => order(rounded(end, fewest), end) === 0);
  if (!isFull && fewest < most) return endsOf(low, high, fewest + 1, most);
  return { low: rounded(low, fewest), high: rounded(high, fewest), decimals: fewest };
}

/** One difference less another: of rounded figures each may be a unit out, so it is only about so much. */
export function differenceOfDifferences(a: Value, b: Value): Amount {
  const found = differenceOf(a, b);
  if (found.kind === 'none' || a.kind === 'none' || b.kind === 'none' || (isFull(a) && isFull(b)))
    return found;
  if (found.ends === null) {
    const isOpen = order(sizeOf(found.number), times(whole(2), unitOf(found.decimals))) < 0;
    return { ...found, sign: isOpen ? null : found.sign, isAbout: true };
  }
  const roomOf = (value: Value & { kind: 'number' }) => (isFull(value) ? whole(0) : unitOf(value.decimals));
  const room = plus(roomOf(a), roomOf(b));
  const difference = less(printed(a), printed(b));
  const [low, high] = [less(difference, room), plus(difference, room)];
  const sign = signOf(low) >= 0 ? 1 : signOf(high) <= 0 ? -1 : null;
  const fine = Math.max(a.decimals, b.decimals);
  return { ...amountTo(difference, fine), sign, ends: endsOf(low, high, 0, fine), isAbout: true };
}

/** The plain mean of those that are known, and how many they are. */
export function meanOf(values: readonly Value[]): { readonly mean: Value; readonly count: number } {
  const held = values
    .filter(value => value.kind === 'number')
    .filter(({ precision }) => precision !== 'about');
  if (held.length === 0) return { mean: { kind: 'none', because: 'not-available' }, count: 0 };
  const precision = held.every(each => each.precision === 'counted')
    ? 'counted'
    : held.every(isFull)
      ? 'full'
      : 'printed';
  const mean: Value = {
    kind: 'number',
    exact: over(sum(held.map(({ exact }) => exact)), whole(held.length)),
    decimals: Math.min(...held.map(({ decimals }) => decimals)),
    precision,
  };
  return { mean, count: held.length };
}

/** As a share of a hundred. */
export function percentOf(part: number, of: number, decimals: number): Amount {
  return amountTo(of === 0 ? whole(0) : fraction(BigInt(part) * 100n, BigInt(of)), decimals);
}

/** To two significant figures. */
export function roughly(number: Fraction): Fraction {
  let scale = whole(1);
  const ten = whole(10);
  while (order(over(number, scale), whole(100)) >= 0) scale = times(scale, ten);
  while (order(over(number, scale), ten) < 0) scale = over(scale, ten);
  const first = times(rounded(over(number, scale), 0), scale);
  return first;
}
