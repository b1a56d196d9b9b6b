import type { Published } from '../gate/primary.ts';
import type { Amount } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Bands } from './bands.ts';

/** What of a figure says how far chance alone may have moved it. */
export type Chancy = Pick<Published, 'value' | 'base' | 'interval'>;

/** How many standard errors there are in half of a 95 per cent interval. */
const halfWidth = 1.96;

/** In its unit squared: from the published interval, or of a share p(100 − p)/n; else null (R07). */
export function varianceOf({ value, base, interval }: Chancy, indicator: Indicator): number | null {
  if (value.kind === 'absent') return null;
  if (interval !== null)
    return ((Number(interval.high.number) - Number(interval.low.number)) / 2 / halfWidth) ** 2;
  if (base === null || indicator.unit !== 'percent' || indicator.counted !== 'pupils') return null;
  const share = Number(value.number);
  return (share * (100 - share)) / base;
}

/** Within 1.96 times the root of the variances together; null where any is not known. */
export function isChance(amount: Amount, variances: readonly (number | null)[]): boolean | null {
  if (amount.kind === 'refused') return null;
  const held = variances.filter(variance => variance !== null);
  if (held.length < variances.length) return null;
  return Number(amount.number.abs()) <= halfWidth * Math.sqrt(held.reduce((sum, each) => sum + each, 0));
}

/** How many times its usual move a figure moves by in one year of twenty, where chance alone moves it: 1.96 over the 0.6745 of a middle one. */
const seldom = 2.9;

/** The fewest moves that tell how much is usual. */
const fewestMoves = 3;

/**
 * True of what moves by more than authorities lie apart in most years, and moved no more than it usually does: however many
 * pupils are behind it, they are too few for one move to tell anything. `moves` are those of a year that may be compared,
 * this one among them.
 */
export function isUsualMove(amount: Amount, moves: readonly Amount[], { spread }: Bands): boolean {
  const sizes = moves
    .flatMap(move => (move.kind === 'known' ? [Number(move.number.abs())] : []))
    .toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const isUnsteady = spread !== null && sizes.length >= fewestMoves && usual > spread.deviation;
  return isUnsteady && amount.kind === 'known' && Number(amount.number.abs()) <= seldom * usual;
}
