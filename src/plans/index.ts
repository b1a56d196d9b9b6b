import { actionPlans } from './action-plans/kind.ts';
import { caseStudies } from './case-studies/kind.ts';
import { delivery } from './delivery/kind.ts';
import { governance } from './governance/kind.ts';
import { impact } from './impact.ts';
import type { PlanKind } from './kind.ts';
import { news } from './news/kind.ts';
import { references } from './references.ts';
import { scorecard } from './scorecard/kind.ts';
import { scrutiny } from './scrutiny/kind.ts';
import { selfAssessment } from './self-assessment/kind.ts';
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
