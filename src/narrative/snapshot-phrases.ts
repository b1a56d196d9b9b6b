import type { OverTime, ProfileChange, Superseded } from '../judgements/profile-time.ts';
import type { Profile } from '../model/profile.ts';
import { capital } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { sharedBy } from './profile-words.ts';
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
    const when = whenOthers(profile, changes);
    return [say`Compared with ${plain(profile, first.since)}${when}: ${joined(each, '; ')}.`];
  }
  const { before, figure } = first;
  const { count, share } = before.subtotal;
  const what = `The share of ${sharedBy(profile)}`;
  if (figure.amount.kind === 'refused')
    return [
      say`${capital(day)}, it was ${mention(count)} of ${mention(before.total)}, too few for shares to be set beside each other.`,
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
