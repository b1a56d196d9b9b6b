import type { Figure } from '../../model/figure.ts';
import { governanceForm } from '../governance/schema.ts';
import { counted, type PlanGiven } from '../kit/findings.ts';
import { type ProjectionFindings, projectionFindings } from '../kit/projection-findings.ts';
import {
  type ActionPlan,
  type ActionPlans,
  type Rating,
  type RatingMove,
  ratingMove,
  ratingMoves,
  ratingNames,
  ratings,
} from './schema.ts';

/** A rating with how many plans have it. */
export type Rated = { readonly rating: Rating; readonly count: number; readonly figure: Figure };

/** A plan with last year's rating beside this year's, and what it projected. */
export type PlanRated = {
  readonly plan: ActionPlan;
  readonly before: Rating | null;
  readonly move: RatingMove;
  readonly projections: readonly ProjectionFindings[];
};

/** A priority of the strategy. */
type Priority = { readonly id: string; readonly name: string; readonly words: string };

/** The plans of a priority area, or those of the whole strategy (`priority` null). */
export type PriorityRated = {
  readonly priority: Priority | null;
  readonly plans: readonly PlanRated[];
  readonly all: Figure;
  readonly counts: readonly Rated[];
};

/** What may be said of the action plans of an edition. */
export type ActionPlansFindings = {
  readonly plans: readonly PlanRated[];
  readonly all: Figure;
  readonly counts: readonly Rated[];
  readonly priorities: readonly PriorityRated[];
  /** How the ratings stand to those of the edition before. */
  readonly moves: readonly { readonly move: RatingMove; readonly count: number; readonly figure: Figure }[];
  /** The plans whose rating rests on no stated evidence, and how many they are. */
  readonly unproved: { readonly plans: readonly PlanRated[]; readonly figure: Figure };
  /** Those of which it is too early to tell. */
  readonly early: { readonly count: number; readonly figure: Figure };
  /** Those that do not set out the need. */
  readonly needless: { readonly count: number; readonly figure: Figure };
};

/** The findings on the action plans of an edition: how many are rated what, in all and by priority area (G15). */
export function actionPlansFindings(given: PlanGiven<ActionPlans>): ActionPlansFindings {
  const { plan, before } = given;
  const plans = plan.value.plans.map((each, at) => ratedPlan(given, each, at));
  const of = { setting: given.setting, form: plan.form, where: plan.place(['plans']) };
  const count = (part: string, some: readonly unknown[]) => counted(of, part, some.length);
  const countsOf = (some: readonly PlanRated[], name: string): readonly Rated[] =>
    ratings.map(rating => {
      const found = some.filter(each => each.plan.rating === rating);
      return { rating, count: found.length, figure: count(`${name}rated ${ratingNames[rating]}`, found) };
    });
  const listed = governanceForm.in(given.book)?.value.priorities ?? [];
  const groups = [null, ...listed].map((priority): PriorityRated => {
    const own = plans.filter(each => each.plan.priority === priority?.id);
    const name = `${priority?.name ?? 'The whole strategy'}: `;
    return { priority, plans: own, all: count(`${name}all`, own), counts: countsOf(own, name) };
  });
  const priorities = groups.filter(group => group.plans.length > 0);
  const unproved = plans.filter(each => each.plan.without.evidence !== undefined);
  const early = plans.filter(each => each.plan['too-early'] !== undefined);
  const needless = plans.filter(each => each.plan.without.need !== undefined);
  return {
    plans,
    all: count('all', plans),
    counts: countsOf(plans, ''),
    priorities,
    moves:
      before === null
        ? []
        : ratingMoves.map(move => {
            const moved = plans.filter(each => each.move === move);
            return { move, count: moved.length, figure: count(move.replace('-', ' '), moved) };
          }),
    unproved: { plans: unproved, figure: count('rated without evidence', unproved) },
    early: { count: early.length, figure: count('too early to tell', early) },
    needless: { count: needless.length, figure: count('without a stated need', needless) },
  };
}

function ratedPlan(
  { setting, plan, before }: PlanGiven<ActionPlans>,
  each: ActionPlan,
  at: number,
): PlanRated {
  const earlier = before?.value.plans.find(({ id }) => id === each.id)?.rating ?? null;
  return {
    plan: each,
    before: earlier,
    move: ratingMove(each.rating, earlier),
    projections: each.projections.map((projection, index) =>
      projectionFindings(
        setting,
        projection,
        `action plan ${each.id} ${index + 1}`,
        plan.place(['plans', at, 'projections', index]),
      ),
    ),
  };
}
