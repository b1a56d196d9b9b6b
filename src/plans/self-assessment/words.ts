import { countWords, type Draft, listed, mention, say } from '../../narrative/sentence.ts';
import type { Tally } from '../kit/findings.ts';
import { answersDraft, many, numberedSentences, plural } from '../kit/words.ts';
import type { ReviewFound, SelfAssessmentFindings } from './findings.ts';

/** How the council judges itself, where reviewers saw more to do, and what became of it. */
export function selfAssessmentSentences(found: SelfAssessmentFindings) {
  const { review, lessons } = found;
  return {
    overall: numberedSentences('self-assessment.overall', [judgedDraft(found), ...contestedDrafts(review)]),
    review: review === null ? [] : numberedSentences('self-assessment.review', reviewDrafts(review)),
    lessons:
      lessons === null
        ? []
        : numberedSentences('self-assessment.lessons', [
            say`Weaknesses listed: ${mention(lessons.all.figure)}. Those for which an answer is given: ${mention(lessons.answered.figure)}.`,
          ]),
  };
}

/** "The council judges its work effective overall, and in all nine areas of the framework." */
function judgedDraft({ overall, judged, all }: SelfAssessmentFindings): Draft {
  const given = judged.filter(({ count }) => count > 0);
  const [only] = given;
  const number = mention(all.figure, countWords(all.count));
  if (given.length === 1 && only?.judgement.id === overall.id)
    return say`The council judges its work ${overall.label} overall, and in ${wholeDraft(all)} of the framework.`;
  const parts = given.map(each => say`${each.judgement.label} in ${many(each)}`);
  return say`The council judges its work ${overall.label} overall. Of the ${number} areas of the framework, it judges its work ${listed(parts)}.`;
}

/** "all nine areas", "both areas", "the one area". */
function wholeDraft({ figure, count }: Tally): Draft {
  if (count === 1) return say`the ${mention(figure, 'one')} area`;
  if (count === 2) return say`${mention(figure, 'both')} areas`;
  return say`all ${mention(figure, countWords(count))} areas`;
}

/** "In six of the areas that it judges well, reviewers from other councils asked for more." */
function contestedDrafts(review: ReviewFound | null): readonly Draft[] {
  if (review === null || review.contested.count === 0) return [];
  return [
    say`In ${many(review.contested)} of the areas that it judges well, reviewers from other councils asked for more.`,
  ];
}

function reviewDrafts({ strengths, asked, answers }: ReviewFound): readonly Draft[] {
  return [
    say`The reviewers named ${many(strengths)} ${plural(strengths, 'strength', 'strengths')}.`,
    answersDraft(asked, answers),
  ];
}
