import type { PhaseFindings, ProfileFindings } from '../judgements/profile.ts';
import { dateLabel } from '../model/date.ts';
import { type Draft, listed, mention, say } from './sentence.ts';

/** The subtotal of all phases with its base, as at its date (P01). */
export function profileSentence({ profile, asAt, all }: ProfileFindings): Draft {
  const were = profile.subtotal.label.toLowerCase();
  const { count, share } = all.subtotal;
  const of = say`${mention(count)} of ${mention(all.total)}`;
  switch (profile.unit) {
    case 'schools':
      return say`At ${dateLabel(asAt)}, ${of} schools (${mention(share)}) were ${were}.`;
    case 'inspections':
      return say`In the year to ${dateLabel(asAt)}, ${of} inspections (${mention(share)}) found the school ${were}.`;
  }
}

/** The subtotal of each phase. */
export function phasesSentence({ profile, phases }: ProfileFindings): Draft | null {
  if (phases.length < 2) return null;
  const each = phases.map(
    ({ phase, subtotal, total }) =>
      say`${mention(subtotal.count)} of ${mention(total)} ${phaseWord(phase)} ${profile.unit} (${mention(subtotal.share)})`,
  );
  return say`By phase: ${listed(each)}.`;
}

/** The same subtotal in the nation and region, each with its own base. */
export function profileElsewhere({ profile, elsewhere }: ProfileFindings): Draft | null {
  if (elsewhere.length === 0) return null;
  const each = elsewhere.map(
    ({ area, subtotal, total }) =>
      say`${mention(subtotal.share)} of ${mention(total)} in ${area.phrase ?? area.name}`,
  );
  return say`The same share of ${profile.unit} was ${listed(each)}.`;
}

/** What a reader must know of the arithmetic: rounded shares that do not add to 100, and very small wholes. */
export function profileNotes({ phases, all, profile }: ProfileFindings): readonly string[] {
  const rows = [...phases, all];
  const rounding = rows
    .filter(({ shares }) => !shares.sum.eq(100))
    .map(({ phase, shares }) => `${phaseName(phase)}: the rounded shares add to ${shares.sum.toFixed(1)}%.`);
  return [...rounding, ...rows.flatMap(row => smallWhole(row, profile.unit))];
}

/** A chart's title: the subtotal's share of the whole. */
export function profileTitle({ profile, all }: ProfileFindings): Draft {
  return say`${mention(all.subtotal.share)} of ${mention(all.total)} ${profile.unit}: ${profile.subtotal.label.toLowerCase()}`;
}

/** "All schools", "Primary", for row headings. */
export function phaseName(phase: string): string {
  return phase === 'All' ? 'All phases' : phase;
}

function smallWhole(
  { phase, shares: { total } }: PhaseFindings,
  unit: 'schools' | 'inspections',
): readonly string[] {
  if (total < 2 || total >= 10) return [];
  const points = (100 / total).toFixed(0);
  return [`${phaseName(phase)}: ${total} ${unit}, so one is ${points} percentage points.`];
}

function phaseWord(phase: string): string {
  return phase === phase.toUpperCase() ? phase : phase.toLowerCase();
}
