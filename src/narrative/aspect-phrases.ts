import type { AspectFindings, PhaseFindings } from '../judgements/profile.ts';
import { fewestForShares } from '../judgements/profile-time.ts';
import { subtotalOf } from '../model/profile.ts';
import { dateLabel } from '../model/time.ts';
import { sharedBy } from './profile-words.ts';
import { type Draft, joined, listed, mention, say } from './sentence.ts';

/** How many schools were judged, and in which areas most and fewest of them reached the subtotal, where that may be said. */
export function extremesSentence({ profile, asAt, aspects, extremes }: AspectFindings): Draft {
  const day = dateLabel(asAt);
  const start = profile.unit === 'inspections' ? `In the year to ${day}` : `At ${day}`;
  const [first] = aspects;
  const base = profile.base ?? profile.unit;
  if (extremes.outcome !== 'found')
    return first === undefined
      ? say`${start}, no ${base}.`
      : say`${start}, there were ${mention(first.total)} ${base}.`;
  const { strongest, weakest } = extremes;
  return say`${start}, the share of ${sharedBy(profile)} was highest in ${ends(strongest)} and lowest in ${ends(weakest)}.`;
}

/** A chart's title: in which areas most and fewest reached the subtotal, where that may be said. */
export function aspectsTitle({ profile, extremes }: AspectFindings): Draft {
  const { label } = subtotalOf(profile);
  if (extremes.outcome !== 'found') return say`${label}, by area judged`;
  const named = (aspects: readonly PhaseFindings[]) =>
    listed(aspects.map(({ phase, subtotal }) => say`${phase.toLowerCase()} (${mention(subtotal.share)})`));
  return say`${label}: highest in ${named(extremes.strongest)}, lowest in ${named(extremes.weakest)}`;
}

/** Each area judged, with the count of the subtotal and its base; a share where the base is not a handful. */
export function aspectsSentence({ profile, aspects }: AspectFindings): Draft {
  const each = aspects.map(aspect => {
    const { phase, subtotal, total } = aspect;
    const share = isSmall(aspect) ? '' : say` (${mention(subtotal.share)})`;
    return say`${phase.toLowerCase()} ${mention(subtotal.count)} of ${mention(total)}${share}`;
  });
  return say`${subtotalOf(profile).label}, by area judged: ${joined(each, '; ')}.`;
}

/** "curriculum and teaching, 20 of 24 (83.3%)". */
function ends(aspects: readonly PhaseFindings[]): Draft {
  return listed(
    aspects.map(
      ({ phase, subtotal, total }) =>
        say`${phase.toLowerCase()} (${mention(subtotal.count)} of ${mention(total)}, ${mention(subtotal.share)})`,
    ),
  );
}

function isSmall({ shares }: PhaseFindings): boolean {
  return shares.total < fewestForShares;
}
