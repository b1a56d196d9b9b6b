import { capital } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import {
  capitalised,
  type Draft,
  fitting,
  joined,
  listed,
  mention,
  say,
  size,
} from '../narrative/sentence.ts';
import {
  type AspectFindings,
  fewestForShares,
  type GradeFindings,
  type LevelFindings,
  type OverTime,
  type PhaseFindings,
  type ProfileChange,
  type ProfileFindings,
} from './findings.ts';
import type { ProgrammeFindings, ProgrammeOutcome, ProgrammeSnapshot } from './programme.ts';
import { type Profile, subtotalOf, type Weighting } from './schema.ts';

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
      return programmeParagraphs(found);
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

export function phasesSentence({ profile, phases }: GradeFindings): Draft | null {
  if (phases.length < 2) return null;
  const each = phases.map(
    ({ phase, subtotal, total }) =>
      say`${mention(subtotal.count)} of ${mention(total)} ${phase === phase.toUpperCase() ? phase : phase.toLowerCase()} ${profile.unit} (${mention(subtotal.share)})`,
  );
  return say`By phase: ${listed(each)}.`;
}

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

function extremesSentence({ profile, asAt, aspects, extremes }: AspectFindings): Draft {
  const start = capital(dayText(profile, asAt));
  const [first] = aspects;
  const base = profile.base ?? profile.unit;
  if (extremes.outcome !== 'found')
    return first === undefined
      ? say`${start}, no ${base}.`
      : say`${start}, there were ${mention(first.total)} ${base}.`;
  const { strongest, weakest } = extremes;
  return say`${start}, the share of ${countedPhrase(profile)} was highest in ${ends(strongest)} and lowest in ${ends(weakest)}.`;
}

function aspectsTitle({ profile, extremes }: AspectFindings): Draft {
  const { label } = subtotalOf(profile);
  if (extremes.outcome !== 'found') return say`${label}, by area judged`;
  const named = (aspects: readonly PhaseFindings[]) =>
    listed(aspects.map(({ phase, subtotal }) => say`${phase.toLowerCase()} (${mention(subtotal.share)})`));
  const whole = say`${label}: highest in ${named(extremes.strongest)}, lowest in ${named(extremes.weakest)}`;
  const shareOf = ([first]: readonly PhaseFindings[]) =>
    first === undefined ? [] : [mention(first.subtotal.share)];
  return fitting(
    whole,
    say`${label}: ${shareOf(extremes.weakest)} to ${shareOf(extremes.strongest)} across the areas judged`,
  );
}

/** Each area judged, with the count of the subtotal and its base; a share where the base is not a handful. */
function aspectsSentence({ profile, aspects }: AspectFindings): Draft {
  const each = aspects.map(aspect => {
    const { phase, subtotal, total } = aspect;
    const share = aspect.shares.total < fewestForShares ? '' : say` (${mention(subtotal.share)})`;
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

/** How the subtotal moved since the day before under the same framework, and why nothing is said across frameworks. */
function overTimeSentences(profile: Profile, time: OverTime): readonly Draft[] {
  const [latest] = time.earlier;
  const changes = latest === undefined ? [] : changeSentences(profile, time.changes, latest.across);
  if (time.superseded === null) return changes;
  const { profile: before, note, figure } = time.superseded;
  return [
    ...changes,
    say`${mention(figure, 'No change')} is given from “${before.label}”, which is of another framework. ${note}`,
  ];
}

function changeSentences(
  profile: Profile,
  changes: readonly ProfileChange[],
  across: string | null,
): readonly Draft[] {
  const [first] = changes;
  if (first === undefined) return [];
  const day = dayText(profile, first.since);
  if (across !== null)
    return [
      say`${mention(first.figure, 'No change')} is given from ${plain(profile, first.since)}, as the counts cannot be compared. ${across}`,
    ];
  if (changes.length > 1) {
    const each = changes.map(change => say`${change.now.phase.toLowerCase()} ${movement(change)}`);
    const when = whenOthers(profile, changes);
    return [say`Compared with ${plain(profile, first.since)}${when}: ${joined(each, '; ')}.`];
  }
  const { before, figure } = first;
  const { count, share } = before.subtotal;
  const what = `The share of ${countedPhrase(profile)}`;
  if (figure.amount.kind === 'refused')
    return [
      say`${capital(day)}, it was ${mention(count)} of ${mention(before.total)}, too few for shares to be compared.`,
    ];
  const was = say`${mention(count)} of ${mention(before.total)} (${mention(share)})`;
  if (figure.amount.sign === 0)
    return [say`${what} is unchanged from ${plain(profile, first.since)}: ${was}.`];
  return [say`${what} is ${moved(first)} than ${day}, when it was ${was}.`];
}

/** ", when there were 12 schools with a report card and not 24": a share may move with who is counted. */
function whenOthers(profile: Profile, changes: readonly ProfileChange[]): Draft | string {
  const [first] = changes;
  const differs = changes.some(({ now, before }) => now.shares.total !== before.shares.total);
  if (first === undefined || !differs) return '';
  return say`, when there were ${mention(first.before.total)} ${profile.base ?? profile.unit} and not ${mention(first.now.total)}`;
}

/** "up 4.2 percentage points from 15 of 18", or the counts alone where there are too few for shares. */
function movement(change: ProfileChange): Draft {
  const { before, figure } = change;
  const was = say`${mention(before.subtotal.count)} of ${mention(before.total)}`;
  if (figure.amount.kind === 'refused') return say`was ${was}`;
  if (figure.amount.sign === 0) return say`${mention(figure, 'unchanged')} from ${was}`;
  return say`${figure.amount.sign === 1 ? 'up' : 'down'} ${size(figure, 'percent')} from ${was}`;
}

function moved({ figure }: ProfileChange): Draft {
  const { amount } = figure;
  const way = amount.kind === 'known' && amount.sign === 1 ? 'higher' : 'lower';
  return say`${size(figure, 'percent')} ${way}`;
}

function dayText(profile: Profile, date: string): string {
  return `${profile.unit === 'inspections' ? 'in' : 'at'} ${plain(profile, date)}`;
}

/** The day itself: "31 August 2014", "the year to 31 August 2014". */
function plain({ unit }: Profile, date: string): string {
  return unit === 'inspections' ? `the year to ${dateLabel(date)}` : dateLabel(date);
}

type Words = NonNullable<Profile['programme']>;

/**
 * What became of a programme's members so far, of how many, and how many are still to be seen (P26, P40); then the same at
 * earlier days, and that no change is given between them: the bases are not the same.
 */
function programmeParagraphs({ profile, now, earlier, refused }: ProgrammeFindings) {
  const { programme } = profile;
  if (programme === undefined) return [];
  const none = refused
    .slice(0, 1)
    .map(
      first =>
        say`The counts of different days are not shares of the same schools, so ${mention(first, 'no change')} is given between them.`,
    );
  return [
    [snapshotSentence(programme, now)],
    [...earlier.map(snapshot => snapshotSentence(programme, snapshot)), ...none],
  ];
}

function programmeTitle({ profile, now }: ProgrammeFindings): Draft {
  const members = profile.programme?.members ?? profile.unit;
  if (now.seen === null) return say`${mention(now.members)} ${members}`;
  return say`${mention(now.seen)} of ${mention(now.members)} ${members}`;
}

function snapshotSentence(words: Words, snapshot: ProgrammeSnapshot): Draft {
  const { asAt, members, seen, unseen, outcomes } = snapshot;
  const day = `At ${dateLabel(asAt)}`;
  const [first, ...others] = outcomes;
  if (seen === null) {
    const improved = first === undefined ? [] : say`${mention(first.count)} of the `;
    const did = first === undefined ? '' : ` ${outcomeWords(words, first)}`;
    return say`${day}, ${improved}${mention(members)} ${words.members}${did}; how many ${words.reach} was not recorded.`;
  }
  const rest =
    unseen === null
      ? ''
      : say`; of the ${mention(members)} ${words.members}, ${numberOf(unseen)} ${words.unreached}`;
  if (first === undefined)
    return say`${day}, ${numberOf(seen)} of the ${mention(members)} ${words.members} ${words.reach}${unseen === null ? '' : say`; ${numberOf(unseen)} ${words.unreached}`}.`;
  const start = say`${day}, ${numberOf(first.count)} of the ${mention(seen)} ${words.seen}${shareOf(first)} ${outcomeWords(words, first)}`;
  const and = others.map(
    outcome => say`${numberOf(outcome.count)}${shareOf(outcome)} ${outcomeWords(words, outcome)}`,
  );
  return say`${listed([start, ...and])}${rest}.`;
}

function outcomeWords({ outcomes }: Words, { part }: ProgrammeOutcome): string {
  const {
    improved = 'had improved',
    same = 'had stayed the same',
    declined = 'had declined',
  } = outcomes ?? {};
  return { Improved: improved, Same: same, Declined: declined }[part];
}

function shareOf({ share }: ProgrammeOutcome): Draft | string {
  return share === null ? '' : say` (${mention(share)})`;
}

/** A count, or "none" where it is nothing: a tally is complete (P40). */
function numberOf(count: ProgrammeOutcome['count']) {
  return count.amount.kind === 'known' && count.amount.number.eq(0) ? mention(count, 'none') : mention(count);
}

/** What the schools did that a subtotal counts: "were good or outstanding". */
function subtotalPhrase(profile: Profile): string {
  const { label, phrase } = subtotalOf(profile);
  return phrase ?? `were ${label.toLowerCase()}`;
}

/** Whom a share counts: "schools that were good or outstanding", "inspections that found schools good or outstanding". */
function countedPhrase(profile: Profile): string {
  const base = profile.base ?? profile.unit;
  switch (profile.unit) {
    case 'schools':
      return `${base} that ${subtotalPhrase(profile)}`;
    case 'inspections':
      return `${base} that found schools ${subtotalOf(profile).label.toLowerCase()}`;
  }
}

/** "Framework: Ofsted school inspection framework, from 1 September 2012 to 31 August 2015." */
export function frameworkText({ framework, first, last }: Profile): string {
  const from = first === undefined ? '' : ` from ${dateLabel(first)}`;
  const to = last === undefined ? '' : ` to ${dateLabel(last)}`;
  return `Framework: ${framework}${from === '' && to === '' ? '' : ','}${from}${to}.`;
}

const onceWords: Readonly<Record<Weighting, string>> = {
  schools:
    'Weighted by schools: each school counts once, however many pupils it has. It cannot be compared with a share of pupils.',
  pupils:
    'Weighted by pupils: each pupil counts once, so a large school counts for more than a small one. It cannot be compared with a share of schools.',
  inspections:
    'Weighted by inspections: each inspection of the year counts once, and schools that were not inspected do not count. It cannot be compared with a share of all schools.',
};

/** What counts once in a figure, for readers: a school-weighted share is not a pupil-weighted one (X02). */
export function countedOnce(weighted: Weighting | undefined): readonly string[] {
  return weighted === undefined ? [] : [onceWords[weighted]];
}
