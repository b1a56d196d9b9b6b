import type { PlansFindings, TargetFindings } from '../judgements/target-findings.ts';
import { isGood } from '../judgements/target-status.ts';
import type { Figure } from '../model/figure.ts';
import { type OfficerJudgement, statusNames, type TargetStatus } from '../model/target.ts';
import { type Draft, listed, mention, say } from './sentence.ts';
import { countWords } from './words.ts';

/** "Of 13 targets, none is on track, …": those that can be told first, then those that cannot. */
export function countSentences({ counts, all, plans }: PlansFindings): readonly Draft[] {
  const told = counts.filter(({ status }) => status !== 'not-measurable');
  const untold = counts.find(({ status }) => status === 'not-measurable');
  const some = told.filter(({ count }) => count > 0);
  const clauses = some.map(
    ({ count, figure, status }) => say`${mention(figure, countWords(count))} ${standing(status, count)}`,
  );
  const good = some.some(({ status }) => isGood(status));
  const none = good || some.length === 0 ? [] : say`; none is on track or achieved`;
  const silent = plans.flatMap(each => each.targets).filter(isUnmeasured).length;
  const why =
    silent === untold?.count
      ? 'for want of a measure'
      : 'for want of a measure or of a figure that may be compared';
  if (untold === undefined || untold.count === 0)
    return [say`Of ${targetsOf(all)}, ${listed(clauses)}${none}.`];
  if (clauses.length === 0) return [say`For ${wholeOf(untold)} the figures cannot tell, ${why}.`];
  return [
    say`Of ${targetsOf(all)}, ${listed(clauses)}${none}.`,
    say`For ${mention(untold.figure, countWords(untold.count))} of them the figures cannot tell, ${why}.`,
  ];
}

/** "all 12 targets", "the one target". */
function wholeOf({ figure, count }: PlansFindings['counts'][number]): Draft {
  if (count === 1) return say`the ${mention(figure, 'one')} target`;
  return say`all ${mention(figure, countWords(count))} targets`;
}

/** True of a target of which no part has a measure. */
export function isUnmeasured({ parts }: TargetFindings): boolean {
  return parts.every(({ measure }) => measure === null);
}

/** "Of 13 targets, none is on track or achieved, three are off track and ten cannot be told from the figures." */
export function homeSentence({ counts, all }: PlansFindings): Draft {
  const some = counts.filter(({ count }) => count > 0);
  const good = some.some(({ status }) => isGood(status));
  const clauses = [
    ...(good ? [] : [say`none is on track or achieved`]),
    ...some.map(
      ({ count, figure, status }) => say`${mention(figure, countWords(count))} ${standing(status, count)}`,
    ),
  ];
  return say`Of ${targetsOf(all)}, ${listed(clauses)}.`;
}

/** "13 targets", "1 target". */
function targetsOf(all: Figure): Draft {
  return say`${mention(all)} ${all.text === '1' ? 'target' : 'targets'}`;
}

/** "is on track", "are off track", "were already achieved when they were set". */
export function standing(status: TargetStatus, count: number): string {
  const one = count === 1;
  const is = one ? 'is' : 'are';
  switch (status) {
    case 'achieved':
    case 'on-track':
    case 'slightly-behind':
    case 'off-track':
      return `${is} ${statusNames[status]}`;
    case 'already-achieved':
      return one ? 'was already achieved when it was set' : 'were already achieved when they were set';
    case 'projected':
      return `${one ? 'has' : 'have'} a projection only`;
    case 'not-measurable':
      return 'cannot be told from the figures';
  }
}

/** What officers said, as a word. */
export const officerWords: Readonly<Record<OfficerJudgement, string>> = {
  achieved: 'Achieved',
  'on-track': 'On track',
  'slightly-behind': 'Slightly behind',
  'off-track': 'Off track',
  'not-stated': 'Not stated',
};

/** How the officers' judgement stands to what was worked out, in a sentence; null where they agree or none is stated. */
export function disagreement({ agreement, review, status }: TargetFindings): string | null {
  if (review === null) return null;
  const said = officerWords[review.judgement].toLowerCase();
  switch (agreement) {
    case 'differs':
      return `Officers judged this ${said}; the figures say ${statusNames[status]}.`;
    case 'cannot-be-checked':
      return `Officers judged this ${said}; no figure can bear that out.`;
    case 'agrees':
    case 'not-stated':
      return null;
  }
}
