import type { Refusal } from '../model/figure.ts';
import type { PhaseFindings } from './profile-counts.ts';
import { fewestForShares } from './profile-time.ts';

/** The aspects with the highest and the lowest share of a subtotal, or why neither is named. */
export type Extremes =
  | {
      readonly outcome: 'found';
      readonly strongest: readonly PhaseFindings[];
      readonly weakest: readonly PhaseFindings[];
    }
  | { readonly outcome: 'refused'; readonly because: Refusal }
  | { readonly outcome: 'alike' };

/** More aspects than these at one end are no end: the list of all of them says it better. */
const mostAtOneEnd = 2;

/** The strongest and the weakest of several aspects, by the counts behind the shares; not of a handful of schools. */
export function extremesOf(aspects: readonly PhaseFindings[]): Extremes {
  if (aspects.some(({ shares }) => shares.total < fewestForShares))
    return { outcome: 'refused', because: 'small-cohort' };
  // Shares of different wholes may lie nearer than their counts tell: cross-multiplied, they are exact.
  const below = (a: PhaseFindings, b: PhaseFindings) =>
    countOf(a) * b.shares.total - countOf(b) * a.shares.total;
  const ordered = aspects.toSorted(below);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined || below(lowest, highest) === 0)
    return { outcome: 'alike' };
  const strongest = aspects.filter(aspect => below(aspect, highest) === 0);
  const weakest = aspects.filter(aspect => below(aspect, lowest) === 0);
  if (Math.max(strongest.length, weakest.length) > mostAtOneEnd) return { outcome: 'alike' };
  return { outcome: 'found', strongest, weakest };
}

function countOf({ subtotal }: PhaseFindings): number {
  const { amount } = subtotal.count;
  return amount.kind === 'known' ? Number(amount.number) : 0;
}
