import { actionPlans } from './action-plans.ts';
import { caseStudies } from './case-studies.ts';
import { delivery } from './delivery-plan.ts';
import { governance } from './governance.ts';
import { impact } from './impact.ts';
import type { PlanKind } from './kind.ts';
import { news } from './news.ts';
import { references } from './references.ts';
import { scorecard } from './scorecard.ts';
import { scrutiny } from './scrutiny.ts';
import { selfAssessment } from './self-assessment.ts';
import { statements } from './statements.ts';

/** The kinds of plan, in the order of their pages. */
export const planKinds: readonly PlanKind[] = [
  scorecard,
  delivery,
  statements,
  governance,
  selfAssessment,
  scrutiny,
  caseStudies,
  news,
  actionPlans,
  impact,
  references,
];
