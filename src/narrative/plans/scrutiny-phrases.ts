import type { ScrutinyFindings } from '../../judgements/plans/scrutiny.ts';
import { type Draft, listed, say } from '../sentence.ts';
import { targetsOf } from '../target-counts.ts';
import { answersDraft, many, numbered, plural } from './answer-phrases.ts';

/** How many targets are behind, and what became of the recommendations. */
export function scrutinySentences(found: ScrutinyFindings) {
  return {
    targets: numbered('scrutiny.targets', targetDrafts(found)),
    recommendations: numbered('scrutiny.recommendations', recommendationDrafts(found)),
  };
}

/** "Of 13 targets, three are off track and one is slightly behind." */
function targetDrafts({ targets }: ScrutinyFindings): readonly Draft[] {
  if (targets === null) return [];
  const behind = targets.behind.filter(({ count }) => count > 0);
  if (behind.length === 0)
    return [say`Of ${targetsOf(targets.all)}, none is known to be off track or behind.`];
  const parts = behind.map(each => {
    const standing = each.status === 'off-track' ? 'off track' : 'slightly behind';
    return say`${many(each)} ${plural(each, 'is', 'are')} ${standing}`;
  });
  return [say`Of ${targetsOf(targets.all)}, ${listed(parts)}.`];
}

function recommendationDrafts({ all, answers, overdue }: ScrutinyFindings): readonly Draft[] {
  if (all.count === 0) return [];
  const late = overdue.count === 0 ? [] : [say`For ${many(overdue)} of them, the answer is overdue.`];
  return [answersDraft(all, answers), ...late];
}
