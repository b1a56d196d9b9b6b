import type { Figure } from '../../model/figure.ts';
import { countWords, type Draft, listed, mention, say, type Written } from '../../narrative/sentence.ts';
import { projectionSentences } from '../kit/projection-words.ts';
import { numberedSentences } from '../kit/words.ts';
import type { ActionPlansFindings, PlanRated, PriorityRated, Rated } from './findings.ts';
import { type RatingMove, ratingNames } from './schema.ts';

/** How many plans are rated what (G15), what their ratings rest on, how they moved, and what each plan projected. */
export function actionPlansSentences(found: ActionPlansFindings) {
  return {
    counts: numberedSentences('action-plans.counts', [
      ratingsSentence(found),
      ...movesSentences(found),
      ...evidenceSentences(found),
    ]),
    priorities: found.priorities.map(
      (each): PrioritySaid => ({
        ...each,
        sentences: numberedSentences(`action-plans.priority-${each.priority?.id ?? 'all'}`, [
          prioritySentence(each),
        ]),
      }),
    ),
    plans: found.plans.map(
      (each): PlanSaid => ({
        ...each,
        projected: numberedSentences(
          `action-plans.${each.plan.id}.projections`,
          each.projections.flatMap(projectionSentences),
        ),
      }),
    ),
  };
}

/** A priority area with how its plans are rated. */
export type PrioritySaid = PriorityRated & { readonly sentences: readonly Written[] };

/** A plan with what it projected. */
export type PlanSaid = PlanRated & { readonly projected: readonly Written[] };

/** "Of 16 action plans, one is rated green, two amber/green, 10 amber, one amber/red and two red." */
function ratingsSentence({ all, counts }: ActionPlansFindings): Draft {
  return say`Of ${mention(all)} action ${all.text === '1' ? 'plan' : 'plans'}, ${ratingsDraft(counts)}.`;
}

/** "Both are rated amber", "all three are rated red": the one rating of several plans; null where they have more than one. */
function alikeDraft(all: Figure, counts: readonly Rated[]): Draft | null {
  const [only, second] = counts.filter(({ count }) => count > 0);
  if (only === undefined || second !== undefined || only.count < 2) return null;
  const every = only.count === 2 ? 'Both' : `All ${countWords(only.count)}`;
  return say`${mention(all, every)} of its plans are rated ${mention(only.figure, ratingNames[only.rating])}.`;
}

/** "one is rated green, two amber/green and 10 amber". */
function ratingsDraft(counts: readonly Rated[]): Draft {
  const some = counts.filter(({ count }) => count > 0);
  return listed(
    some.map(({ rating, count, figure }, at) => {
      const is = at > 0 ? '' : count === 1 ? 'is rated ' : 'are rated ';
      return say`${mention(figure, countWords(count))} ${is}${ratingNames[rating]}`;
    }),
  );
}

function prioritySentence({ all, counts }: PriorityRated): Draft {
  const only = counts.find(({ count }) => count > 0);
  if (all.text === '1' && only !== undefined)
    return say`Its ${mention(all, 'one')} plan is rated ${ratingNames[only.rating]}.`;
  return (
    alikeDraft(all, counts) ??
    say`Of its ${mention(all, countWords(Number(all.text)))} plans, ${ratingsDraft(counts)}.`
  );
}

/** "Beside the edition before, two ratings improved and one is worse." */
function movesSentences({ moves, plans }: ActionPlansFindings): readonly Draft[] {
  if (moves.length === 0) return [];
  const some = moves.filter(({ count }) => count > 0);
  const [only] = some;
  if (some.length === 1 && only?.move === 'first-rated' && plans.length > 0)
    return [
      plans.length === 1
        ? say`${mention(only.figure, 'It')} is rated for the first time.`
        : say`${mention(only.figure, 'All')} are rated for the first time.`,
    ];
  const clauses = some.map(
    ({ move, count, figure }) => say`${mention(figure, countWords(count))} ${moveWords(move, count)}`,
  );
  return [say`Compared with the ratings in the last edition, ${listed(clauses)}.`];
}

function moveWords(move: RatingMove, count: number): string {
  const is = count === 1 ? 'is' : 'are';
  switch (move) {
    case 'improved':
      return count === 1 ? 'has improved' : 'have improved';
    case 'same':
      return `${is} the same`;
    case 'worse':
      return `${is} worse`;
    case 'first-rated':
      return `${is} rated for the first time`;
  }
}

/** What the ratings rest on: officers' own judgement, and for some on no evidence that the plan states. */
function evidenceSentences({ unproved, early, all, needless }: ActionPlansFindings): readonly Draft[] {
  const { plans, figure } = unproved;
  const own = say`The ratings are the officers’ own`;
  const good = listed(
    plans.filter(isGood).map(({ plan }) => say`one rated ${ratingNames[plan.rating]} (“${plan.short}”)`),
  );
  const among = good.length === 0 ? [] : say`, among them ${good}`;
  const tooEarly =
    early.count === 0
      ? []
      : say`; for ${mention(early.figure, countWords(early.count))} it is too early to tell`;
  const evidence =
    plans.length === 0
      ? provedSentence(early, Number(all.text))
      : say`For ${mention(figure, countWords(plans.length))} of the ${mention(all)} the plan states no evidence${among}${tooEarly}.`;
  const need =
    needless.count === 0
      ? []
      : [say`For ${mention(needless.figure, countWords(needless.count))} it does not set out the need.`];
  return [say`${own}.`, evidence, ...need];
}

/** Where no plan is without evidence: each has it, or says why it is too early for any. */
function provedSentence({ count, figure }: ActionPlansFindings['early'], all: number): Draft {
  if (count === 0) return say`Each comes with the evidence that officers gave.`;
  if (count === all) return say`For ${mention(figure, 'each')} it is too early to tell.`;
  const some = say`${mention(figure, countWords(count))} ${count === 1 ? 'does' : 'do'}`;
  return say`Each comes with its evidence, or with why it is too early to tell, as ${some}.`;
}

function isGood({ plan }: PlanRated): boolean {
  return plan.rating === 'green' || plan.rating === 'amber-green';
}
