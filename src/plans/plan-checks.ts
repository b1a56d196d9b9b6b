import type { PlanFile, PlanKind } from './kit/file.ts';
import type { PlanCheck } from './kit/check.ts';
import { checkActionPlans } from './action-plans/checks.ts';
import { checkCaseStudies } from './case-studies/checks.ts';
import { checkDelivery } from './delivery/checks.ts';
import { checkGovernance } from './governance/checks.ts';
import { checkImpact } from './impact/checks.ts';
import { checkNews } from './news/checks.ts';
import { checkReferences } from './references/checks.ts';
import { checkScorecard } from './scorecard/checks.ts';
import { checkScrutiny } from './scrutiny/checks.ts';
import { checkSelfAssessment } from './self-assessment/checks.ts';
import { checkStatements } from './statements/checks.ts';

/** What each kind of plan is held to, beyond its schema, its names and its words. */
const checks: { readonly [K in PlanKind]: (check: PlanCheck<K>) => void } = {
  scorecard: checkScorecard,
  delivery: checkDelivery,
  statements: checkStatements,
  governance: checkGovernance,
  'self-assessment': checkSelfAssessment,
  scrutiny: checkScrutiny,
  'case-studies': checkCaseStudies,
  news: checkNews,
  'action-plans': checkActionPlans,
  impact: checkImpact,
  references: checkReferences,
};

/** Reports what is wrong with a plan in ways that only its own kind knows. */
export function checkPlan<K extends PlanKind>(plan: PlanFile<K>, rest: Omit<PlanCheck<K>, 'plan'>): void {
  const check: (check: PlanCheck<K>) => void = checks[plan.kind];
  check({ ...rest, plan });
}
