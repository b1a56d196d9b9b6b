import type { EditionTargets, TargetFindings } from '../../targets/findings.ts';
import { isOverdue } from '../kit/answer-schema.ts';
import { type AnswerTally, answerTallies, type PlanGiven, type Tally, tally } from '../kit/findings.ts';
import { type Development, selfAssessmentForm } from '../self-assessment/schema.ts';
import type { Recommendation, Scrutiny } from './schema.ts';

/** A recommendation, by whom and when it was made, and whether its answer is late. */
export type Recommended = {
  readonly entry: Development | Recommendation;
  /** Names of the councils that sent reviewers, or who made it. */
  readonly madeBy: readonly string[] | string;
  readonly date: string | null;
  readonly isOverdue: boolean;
};

/** The statuses of parts of targets that members are shown, the furthest behind first. */
const behindStatuses = ['off-track', 'slightly-behind'] as const;

/** What scrutiny members need: recommendations and what became of them, and the targets that are behind. */
export type ScrutinyFindings = {
  readonly recommendations: readonly Recommended[];
  readonly all: Tally;
  readonly answers: readonly AnswerTally[];
  readonly overdue: Tally;
  readonly behind: readonly TargetFindings[];
  /** How many targets stand where; null where no plan is in force. */
  readonly targets: EditionTargets | null;
};

/** The findings for a scrutiny pack: what reviewers and members recommended, and which targets are behind. */
export function scrutinyFindings(given: PlanGiven<Scrutiny>): ScrutinyFindings {
  const { setting, plan, targets } = given;
  const recommendations = recommendedIn(given);
  const of = { setting, form: plan.form, where: plan.place(['recommendations']) };
  const count = (part: string, number: number) =>
    tally(
      of,
      part,
      number,
      'Counted from the recommendations here and of the reviewers of the self-assessment',
    );
  const all = count('recommendations', recommendations.length);
  const answers = answerTallies(
    recommendations.map(({ entry }) => entry),
    (response, number) => count(`recommendations, ${response}`, number),
  );
  const overdue = count(
    'recommendations, overdue',
    recommendations.filter(({ isOverdue }) => isOverdue).length,
  );
  const promised = (targets?.plans ?? []).flatMap(each => each.targets);
  return {
    recommendations,
    all,
    answers,
    overdue,
    behind: behindStatuses.flatMap(status => promised.filter(each => furthestBehind(each) === status)),
    targets,
  };
}

/** How far behind the part of a target is that is furthest behind; undefined where none is. */
function furthestBehind({ parts }: TargetFindings): (typeof behindStatuses)[number] | undefined {
  return behindStatuses.find(status => parts.some(part => part.status === status));
}

function recommendedIn({ setting, plan, book }: PlanGiven<Scrutiny>): readonly Recommended[] {
  const review = selfAssessmentForm.in(book)?.value['peer-review'];
  const cutOff = setting.edition['cut-off'];
  return [
    ...(review?.development ?? []).map(entry => ({
      entry,
      madeBy: review?.by ?? [],
      date: review?.date ?? null,
      isOverdue: isOverdue(entry, cutOff),
    })),
    ...plan.value.recommendations.map(entry => ({
      entry,
      madeBy: entry['made-by'],
      date: entry.date ?? null,
      isOverdue: isOverdue(entry, cutOff),
    })),
  ];
}
