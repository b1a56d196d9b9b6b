import { planKind } from '../kind.ts';
import type { Undertaking } from '../kit/offers.ts';
import { checkActionPlans } from './checks.ts';
import { actionPlansFindings } from './findings.ts';
import { actionPlansPage } from './page.ts';
import { type ActionPlan, actionPlansForm, type Rating } from './schema.ts';
import { actionPlansSentences } from './words.ts';

/** The plans of action of a strategy, each as officers rate it. */
export const actionPlans = planKind({
  form: actionPlansForm,
  check: checkActionPlans,
  find: actionPlansFindings,
  say: actionPlansSentences,
  page: actionPlansPage,
  offers: {
    by: 'rating',
    undertakings: ({ plans }) => plans.map(undertaking),
    now: ({ found, said }) => ({
      counts: said.counts,
      undertakings: found.plans.map(({ plan, before }) => ({
        ...undertaking(plan),
        standing: plan.rating,
        isBehind: behind.includes(plan.rating),
        deadline: null,
        next: plan.next,
        nextNotStated: plan.without.next ?? null,
        outcome: null,
        notStated: null,
        ratedBefore: before,
      })),
    }),
  },
});

const behind: readonly Rating[] = ['red', 'amber-red'];

function undertaking({ id, short, owner, moves, targets }: ActionPlan): Undertaking {
  const what = { kind: actionPlansForm.id, what: 'action plan', id, name: short };
  return { ...what, owners: [owner], ownerNotStated: null, moves, targets };
}
