import type { PlanFile, PlanKind } from '../model/plan-files.ts';
import type { PlanCheck } from './plan-check.ts';
import { checkActionPlans } from './plans/action-plans-checks.ts';
import { checkCaseStudies } from './plans/case-studies-checks.ts';
import { checkDelivery } from './plans/delivery-checks.ts';
import { checkGovernance } from './plans/governance-checks.ts';
import { checkImpact } from './plans/impact-checks.ts';
import { checkNews } from './plans/news-checks.ts';
import { checkReferences } from './plans/references-checks.ts';
import { checkScorecard } from './plans/scorecard-checks.ts';
import { checkScrutiny } from './plans/scrutiny-checks.ts';
import { checkSelfAssessment } from './plans/self-assessment-checks.ts';
import { checkStatements } from './plans/statements-checks.ts';

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
