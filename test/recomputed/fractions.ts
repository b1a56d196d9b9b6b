/** A number as it is: a whole number over another, which is above nothing. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** A fraction of two whole numbers, in its lowest terms. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  const shared = commonOf(top < 0n ? -top : top, bottom) * (bottom < 0n ? -1n : 1n);
  return shared === 0n ? { top: 0n, bottom: 1n } : { top: top / shared, bottom: bottom / shared };
}

/** The number of a decimal text, all of its places kept. */
export function decimal(text: string): Fraction {
  const [, minus, units = '', places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (units === '') throw new Error(`no decimal: ${text}`);
  return fraction(BigInt(`${minus}${units}${places}`), 10n ** BigInt(places.length));
}

/** A whole number as a fraction. */
export function whole(number: number): Fraction {
  return fraction(BigInt(number));
}

/** One and another. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

/** One less another. */
export function less(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

/** One times another. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** One divided by another that is not nothing. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Below nothing, nothing, or above it. */
export function signOf({ top }: Fraction): -1 | 0 | 1 {
  return top < 0n ? -1 : top > 0n ? 1 : 0;
}

/** Which of two is the larger: below nothing where the second is. */
export function order(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [one, other] = [a.top * b.bottom, b.top * a.bottom];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Without its sign. */
export function sizeOf(a: Fraction): Fraction {
  return a.top < 0n ? { top: -a.top, bottom: a.bottom } : a;
}

/** One unit of the last of so many decimal places. */
export function unitOf(places: number): Fraction {
  return fraction(1n, 10n ** BigInt(places));
}

/** Rounded to so many places, a half away from nothing. */
export function rounded(a: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  const size = a.top < 0n ? -a.top : a.top;
  const units = (2n * size * scale + a.bottom) / (2n * a.bottom);
  return fraction(a.top < 0n ? -units : units, scale);
}

/** As text with so many places: "-0.40", never minus nothing. */
export function textTo(a: Fraction, places: number): string {
  const { top, bottom } = rounded(a, places);
  const units = (top * 10n ** BigInt(places)) / bottom;
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

/** As a number, where a root or a line is to be drawn. */
export function numberOf(a: Fraction): number {
  return Number(textTo(a, 20));
}

/** The sum of some, over the least number that all of theirs divide. */
export function sum(all: readonly Fraction[]): Fraction {
  const bottoms = new Set(all.map(({ bottom }) => bottom));
  const shared = [...bottoms].reduce((held, each) => (held / commonOf(held, each)) * each, 1n);
  const top = all.reduce((total, each) => total + each.top * (shared / each.bottom), 0n);
  return fraction(top, shared);
}

/** The square of the standard deviation of some numbers, of which there is one at least. */
export function variance(all: readonly Fraction[]): Fraction {
  const meanOf = (numbers: readonly Fraction[]) => over(sum(numbers), whole(numbers.length));
  const mean = meanOf(all);
  return less(meanOf(all.map(each => times(each, each))), times(mean, mean));
}

function commonOf(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
