import type { GradeFindings, LevelFindings, PhaseFindings, ProfileFindings } from '../judgements/profile.ts';
import { subtotalOf } from '../model/profile.ts';
import { dateLabel } from '../model/time.ts';
import { aspectsSentence, aspectsTitle, extremesSentence } from './aspect-phrases.ts';
import { subtotalPhrase } from './profile-words.ts';
import { earlierProgrammes, programmeSentence, programmeTitle } from './programme-phrases.ts';
import { capitalised, type Draft, joined, listed, mention, say } from './sentence.ts';
import { overTimeSentences } from './snapshot-phrases.ts';

/** The paragraphs on a profile of any kind: where it stands, each part of it, and what may be said of it over time. */
export function profileParagraphs(found: ProfileFindings): readonly (readonly (Draft | null)[])[] {
  switch (found.kind) {
    case 'phases':
      return [
        [profileSentence(found), phasesSentence(found)],
        overTimeSentences(found.profile, found.time),
        [profileElsewhere(found)],
      ];
    case 'aspects':
      return [
        [extremesSentence(found), aspectsSentence(found)],
        overTimeSentences(found.profile, found.time),
      ];
    case 'levels':
      return [[levelsSentence(found)]];
    case 'programme':
      return [[programmeSentence(found)], earlierProgrammes(found)];
  }
}

/** What a profile gives to the key messages of its chapter: the first paragraph, and the same elsewhere. */
export function profileMessages(found: ProfileFindings): readonly Draft[] {
  const [first = []] = profileParagraphs(found);
  const elsewhere = found.kind === 'phases' ? [profileElsewhere(found)] : [];
  return [...first, ...elsewhere].filter(draft => draft !== null);
}

/** The subtotal of all phases with its base, as at its date (P01). */
export function profileSentence({ profile, asAt, all }: GradeFindings): Draft {
  const { count, share } = all.subtotal;
  const of = say`${mention(count)} of ${mention(all.total)}`;
  switch (profile.unit) {
    case 'schools':
      return say`At ${dateLabel(asAt)}, ${of} ${profile.base ?? 'schools'} (${mention(share)}) ${subtotalPhrase(profile)}.`;
    case 'inspections':
      return say`In the year to ${dateLabel(asAt)}, ${of} inspections (${mention(share)}) found the school ${subtotalOf(profile).label.toLowerCase()}.`;
  }
}

/** The subtotal of each phase. */
export function phasesSentence({ profile, phases }: GradeFindings): Draft | null {
  if (phases.length < 2) return null;
  const each = phases.map(
    ({ phase, subtotal, total }) =>
      say`${mention(subtotal.count)} of ${mention(total)} ${phaseWord(phase)} ${profile.unit} (${mention(subtotal.share)})`,
  );
  return say`By phase: ${listed(each)}.`;
}

/** The same subtotal in the nation and region, each with its own base. */
export function profileElsewhere({ profile, elsewhere }: GradeFindings): Draft | null {
  if (elsewhere.length === 0) return null;
  if (profile.unit === 'inspections') return inspectedElsewhere(elsewhere);
  const each = elsewhere.map(
    ({ area, subtotal, total }) =>
      say`${mention(subtotal.share)} of ${mention(total)} in ${area.phrase ?? area.name}`,
  );
  return say`The same share of ${profile.unit} was ${listed(each)}.`;
}

/** "In England 63.0% of 6,469 inspections did so, and in the North West 65.6% of 1,001.": after what was found here. */
function inspectedElsewhere(elsewhere: GradeFindings['elsewhere']): Draft {
  const each = elsewhere.map(({ area, subtotal, total }, at) => {
    const share = say`in ${area.phrase ?? area.name} ${mention(subtotal.share)} of ${mention(total)}`;
    return at === 0 ? say`${capitalised(share)} inspections did so` : share;
  });
  return say`${joined(each, ', and ')}.`;
}

/** How many schools are at each level of support: counts only, for a level is the council's own choice. */
function levelsSentence({ profile, asAt, all }: LevelFindings): Draft {
  const each = all.parts.map(({ part, count }) => say`${mention(count)} ${part.toLowerCase()}`);
  return say`At ${dateLabel(asAt)}, there were ${mention(all.total)} ${profile.base ?? profile.unit}: ${listed(each)}.`;
}

/** What a reader must know of the arithmetic: rounded shares that do not add to 100, and very small wholes. */
export function profileNotes(found: ProfileFindings): readonly string[] {
  const { unit } = found.profile;
  switch (found.kind) {
    case 'phases': {
      const rows = [...found.phases, found.all];
      return [...rounding(rows), ...rows.flatMap(row => smallWhole(row, unit))];
    }
    case 'aspects': {
      const [first] = found.aspects;
      const totals = new Set(found.aspects.map(({ shares }) => shares.total));
      const small =
        totals.size === 1 && first !== undefined
          ? smallWhole({ ...first, phase: 'Each area judged' }, unit)
          : found.aspects.flatMap(row => smallWhole(row, unit));
      return [...rounding(found.aspects), ...small];
    }
    case 'levels':
    case 'programme':
      return [];
  }
}

function rounding(rows: readonly PhaseFindings[]): readonly string[] {
  return rows
    .filter(({ shares }) => !shares.sum.eq(100) && shares.total > 0)
    .map(({ phase, shares }) => `${phaseName(phase)}: the rounded shares add to ${shares.sum.toFixed(1)}%.`);
}

/** A chart's title: the subtotal's share of the whole; of aspects, what is judged best and worst. */
export function profileTitle(found: ProfileFindings): Draft {
  const { profile } = found;
  const label = subtotalOf(profile).label.toLowerCase();
  switch (found.kind) {
    case 'phases': {
      const { subtotal, total } = found.all;
      const of = profile.base ?? profile.unit;
      const what = profile.subtotal?.phrase ?? label;
      return say`${mention(subtotal.share)} of ${mention(total)} ${of}: ${what}`;
    }
    case 'aspects':
      return aspectsTitle(found);
    case 'levels':
      return say`${mention(found.all.total)} ${profile.base ?? profile.unit} by level`;
    case 'programme':
      return programmeTitle(found);
  }
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
