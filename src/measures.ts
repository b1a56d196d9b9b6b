import { Big } from 'big.js';
import { type Indicator, perHowMany } from './model/indicator.ts';
import { absent, decimalsIn, known, type Value } from './model/value.ts';

/**
 * The figure that counts make, by the indicator's measure: 100 times the share for a percentage, the share times
 * what a rate is of, the quotient for a mean, the numerator for a count. Exact, shown with the indicator's decimals.
 */
export function fromCounts(indicator: Indicator, numerator: number, denominator: number): Value {
  switch (indicator.measure) {
    case 'percentage':
      return quotient(numerator, 100, denominator, indicator.decimals);
    case 'rate':
      return quotient(numerator, perHowMany(indicator.unit) ?? 100, denominator, indicator.decimals);
    case 'mean':
      return quotient(numerator, 1, denominator, indicator.decimals);
    case 'count':
    case 'given':
      return known(numerator, indicator.decimals, 'exact');
  }
}

function quotient(numerator: number, times: number, denominator: number, decimals: number): Value {
  if (denominator === 0) return absent('z');
  const isWhole = [numerator, denominator].every(Number.isSafeInteger) && numerator >= 0;
  const number = isWhole
    ? wholeQuotient(BigInt(numerator) * BigInt(times), BigInt(denominator))
    : new Big(numerator).times(times).div(denominator);
  return known(number, decimals, 'exact');
}

/** As `div` of big.js, to its 20 places, but several times as fast: large files hold a hundred thousand shares. */
function wholeQuotient(numerator: bigint, denominator: bigint): string {
  const units = (2n * numerator * 10n ** 20n + denominator) / (2n * denominator);
  const digits = String(units).padStart(21, '0');
  return `${digits.slice(0, -20)}.${digits.slice(-20)}`;
}

/**
 * Whether a percentage published to so many decimals can be a share of a whole: some count from 0 to the
 * denominator must round to it. Exact, in integers; a half may have been rounded either way.
 */
export function isAttainable(percentage: string, denominator: number): boolean {
  const { low, high } = countsBetween(percentage, denominator);
  return low <= high;
}

/** The attainable percentages next below and above one that is not, as "87.2 (130 of 149)". */
export function nearestAttainable(percentage: string, denominator: number): readonly string[] {
  const decimals = decimalsIn(percentage);
  const { low, high } = countsBetween(percentage, denominator);
  return [high, low]
    .filter(count => count >= 0n && count <= BigInt(denominator))
    .map(count => `${percentageOf(Number(count), denominator, decimals)} (${count} of ${denominator})`);
}

/** A share in per cent to so many decimals, half away from zero. */
function percentageOf(numerator: number, denominator: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const units = (200n * BigInt(numerator) * scale + BigInt(denominator)) / (2n * BigInt(denominator));
  const text = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** The least and the greatest count whose share lies within half a unit of the percentage; none when crossed. */
function countsBetween(
  percentage: string,
  denominator: number,
): { readonly low: bigint; readonly high: bigint } {
  const [before = '0', after = ''] = percentage.split('.');
  const units = BigInt(before + after);
  const whole = BigInt(denominator);
  const step = 200n * 10n ** BigInt(after.length);
  const least = whole * (2n * units - 1n);
  const low = least <= 0n ? 0n : (least + step - 1n) / step;
  const high = (whole * (2n * units + 1n)) / step;
  return { low, high: high > whole ? whole : high };
}
