import type { Published } from '../gate/primary.ts';
import type { Amount } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';

/** What of a figure says how far chance alone may have moved it. */
export type Chancy = Pick<Published, 'value' | 'base' | 'interval'>;

/** How many standard errors there are in half of a 95 per cent interval. */
const halfWidth = 1.96;

/**
 * The variance of a figure, in its unit squared: from the confidence interval that was published with it, else of a
 * percentage of pupils p(100 − p)/n; null where neither is held (R07).
 */
export function varianceOf({ value, base, interval }: Chancy, indicator: Indicator): number | null {
  if (value.kind === 'absent') return null;
  if (interval !== null)
    return ((Number(interval.high.number) - Number(interval.low.number)) / 2 / halfWidth) ** 2;
  if (base === null || indicator.unit !== 'percent' || indicator.counted !== 'pupils') return null;
  const share = Number(value.number);
  return (share * (100 - share)) / base;
}

/**
 * True when a difference is inside what the sizes of the groups behind it leave to chance: 1.96 times the root of
 * their variances taken together. Null where any is not known: then nobody can say.
 */
export function isChance(amount: Amount, variances: readonly (number | null)[]): boolean | null {
  if (amount.kind === 'refused') return null;
  const held = variances.filter(variance => variance !== null);
  if (held.length < variances.length) return null;
  return Number(amount.number.abs()) <= halfWidth * Math.sqrt(held.reduce((sum, each) => sum + each, 0));
}
