import { type Draft, say } from '../../narrative/sentence.ts';
import { tallySentence } from '../../targets/words.ts';
import { answersDraft, many, numberedSentences } from '../kit/words.ts';
import type { ScrutinyFindings } from './findings.ts';

/** How many targets are behind, and what became of the recommendations. */
export function scrutinySentences(found: ScrutinyFindings) {
  return {
    targets: numberedSentences('scrutiny.targets', targetDrafts(found)),
    recommendations: numberedSentences('scrutiny.recommendations', recommendationDrafts(found)),
  };
}

/** How many targets stand where, those that cannot be told too: a count of some would read as one of all. */
function targetDrafts({ targets }: ScrutinyFindings): readonly Draft[] {
  return targets === null ? [] : [tallySentence(targets)];
}

function recommendationDrafts({ all, answers, overdue }: ScrutinyFindings): readonly Draft[] {
  if (all.count === 0) return [];
  const late = overdue.count === 0 ? [] : [say`For ${many(overdue)} of them, the answer is overdue.`];
  return [answersDraft(all, answers), ...late];
}
