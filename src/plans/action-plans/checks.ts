import type { PlanCheck } from '../kit/checks.ts';
import { checkGradeCounts } from '../kit/grade-count-checks.ts';
import { checkProjections } from '../kit/projection-checks.ts';
import type { ActionPlan, ActionPlans } from './schema.ts';

/** Reports ratings that rest on nothing, gaps without a reason, and projections that are not whole. */
export function checkActionPlans(check: PlanCheck<ActionPlans>): void {
  const { plan } = check;
  checkGradeCounts(check);
  plan.value.plans.forEach((each, at) => {
    const path = ['plans', at];
    checkGaps(check, each, path);
    checkRating(check, each, path);
    checkProjections(check, each.projections, path);
  });
}

type Steps = readonly (string | number)[];

/** What a plan leaves out, it says why; what it gives, it does not also leave out. */
function checkGaps({ plan, report }: PlanCheck<ActionPlans>, each: ActionPlan, path: Steps): void {
  const given = {
    need: each.need !== undefined,
    intended: each.intended.length > 0,
    evidence: each.evidence !== undefined || each['too-early'] !== undefined,
    next: each.next.length > 0,
  } as const;
  for (const key of Object.keys(given) as (keyof typeof given)[]) {
    const isLeftOut = each.without[key] !== undefined;
    if (given[key] && isLeftOut) report(plan.place([...path, 'without', key]), 'given-and-left-out', key);
    if (given[key] || isLeftOut) continue;
    const place = plan.place([...path, 'id']);
    switch (key) {
      case 'need':
        report(place, 'empty-need');
        break;
      case 'intended':
        report(place, 'empty-intention');
        break;
      case 'next':
        report(place, 'empty-next-steps');
        break;
      case 'evidence':
        report(plan.place([...path, 'rating']), 'rating-without-evidence', each.rating);
        break;
    }
  }
}

/** A plan of which it is too early to tell does not go well (P39), and a rating is known by the cut-off. */
function checkRating({ plan, edition, report }: PlanCheck<ActionPlans>, each: ActionPlan, path: Steps): void {
  const goesWell = each.rating === 'green' || each.rating === 'amber-green';
  if (each['too-early'] !== undefined && goesWell)
    report(plan.place([...path, 'rating']), 'rating-too-early', each.rating);
  // Held to a month, where the rating is.
  if (each.rated > edition['cut-off'].slice(0, each.rated.length))
    report(plan.place([...path, 'rated']), 'rated-after-cut-off', each.rated, edition['cut-off']);
}
