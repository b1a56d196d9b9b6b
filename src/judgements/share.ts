import { Big } from 'big.js';

/** A part of a whole: its count and its share in per cent, rounded. */
type Share = { readonly part: string; readonly count: number; readonly percent: Big };

/** Parts of a whole: the total, each share, and what the rounded shares add up to. */
export type Shares = {
  readonly total: number;
  readonly shares: readonly Share[];
  /** The sum of the rounded shares; printed as a note when it is not 100. */
  readonly sum: Big;
};

/** The shares of counts in their sum, in per cent to so many decimals. An empty whole has shares of zero. */
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

/** A count as a percentage of a whole, rounded half away from zero; zero of nothing is zero. */
export function percentOf(count: number, whole: number, decimals: number): Big {
  return whole === 0 ? new Big(0) : new Big(count).times(100).div(whole).round(decimals, Big.roundHalfUp);
}

/** A change in per cent of what was there before, for counts and money only (R01). */
export function relativeChange(before: Big, after: Big, decimals: number): Big {
  return after.minus(before).times(100).div(before).round(decimals, Big.roundHalfUp);
}
