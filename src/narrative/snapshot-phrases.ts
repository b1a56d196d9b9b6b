import type { OverTime, ProfileChange, Superseded } from '../judgements/profile-time.ts';
import { dateLabel } from '../model/date.ts';
import { type Profile, subtotalOf } from '../model/profile.ts';
import { type Draft, joined, mention, say } from './sentence.ts';
import { size } from './words.ts';

/** How the subtotal moved since the day before under the same framework, and why nothing is said across frameworks. */
export function overTimeSentences(profile: Profile, time: OverTime): readonly Draft[] {
  const [latest] = time.earlier;
  const changes = latest === undefined ? [] : changeSentences(profile, time.changes, latest.across);
  return [...changes, ...(time.superseded === null ? [] : supersededSentences(time.superseded))];
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
      say`${mention(first.figure, 'No change')} is given from ${plain(profile, first.since)}, for the counts are on another footing. ${across}`,
    ];
  if (changes.length > 1) {
    const each = changes.map(change => say`${change.now.phase.toLowerCase()} ${movement(change)}`);
    return [
      say`Compared with ${plain(profile, first.since)}: ${joined(each, '; ')}.`,
      ...otherSchools(profile, changes),
    ];
  }
  const { before, figure } = first;
  const { count, share } = before.subtotal;
  const what = subtotalOf(profile).label.toLowerCase();
  if (figure.amount.kind === 'refused')
    return [
      say`${capital(day)}, it was ${mention(count)} of ${mention(before.total)}, too few for shares to be set beside each other.`,
    ];
  const was = say`${mention(count)} of ${mention(before.total)} (${mention(share)})`;
  if (figure.amount.sign === 0)
    return [say`The share that is ${what} is unchanged from ${plain(profile, first.since)}: ${was}.`];
  return [
    say`That share is ${moved(first)} than ${day}, when it was ${was}.`,
    ...otherSchools(profile, changes),
  ];
}

/** That the two days are not of the same schools, where they are not: a share may move with who is counted. */
function otherSchools(profile: Profile, changes: readonly ProfileChange[]): readonly Draft[] {
  if (profile.unit === 'inspections')
    return [say`The inspections of the two years were of different schools.`];
  const [first] = changes;
  const differs = changes.some(({ now, before }) => now.shares.total !== before.shares.total);
  if (first === undefined || !differs) return [];
  const base = profile.base ?? profile.unit;
  return [
    say`There were ${mention(first.before.total)} ${base} then and there are ${mention(first.now.total)} now.`,
  ];
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

/** That no change is given from the framework before, and why. */
function supersededSentences({ profile, note, figure }: Superseded): readonly Draft[] {
  return [
    say`${mention(figure, 'No change')} is given from “${profile.label}”, which is of another framework. ${note}`,
  ];
}

function dayText({ unit }: Profile, date: string): string {
  return unit === 'inspections' ? `in the year to ${dateLabel(date)}` : `at ${dateLabel(date)}`;
}

/** The day itself: "31 August 2014", "the year to 31 August 2014". */
function plain({ unit }: Profile, date: string): string {
  return unit === 'inspections' ? `the year to ${dateLabel(date)}` : dateLabel(date);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
