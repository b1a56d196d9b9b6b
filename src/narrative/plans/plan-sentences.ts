import type { FoundOf, JudgedPlans } from '../../judgements/plans/plan-findings.ts';
import { type PlanKind, planKinds } from '../../model/plan-files.ts';
import type { Written } from '../sentence.ts';
import { actionPlansSentences } from './action-plans-phrases.ts';
import { caseStudiesSentences } from './case-studies-phrases.ts';
import { deliverySentences } from './delivery-phrases.ts';
import { governanceSentences } from './governance-phrases.ts';
import { impactSentences } from './impact-phrases.ts';
import { newsSentences } from './news-phrases.ts';
import { referencesSentences } from './references-phrases.ts';
import { scorecardSentences } from './scorecard-phrases.ts';
import { scrutinySentences } from './scrutiny-phrases.ts';
import { selfAssessmentSentences } from './self-assessment-phrases.ts';
import { statementsSentences } from './statements-phrases.ts';

/** Sentences on a plan, each list by a name that its page knows. */
export type Told = Readonly<Record<string, readonly Written[]>>;

const tellers = {
  scorecard: scorecardSentences,
  delivery: deliverySentences,
  statements: statementsSentences,
  governance: governanceSentences,
  'self-assessment': selfAssessmentSentences,
  scrutiny: scrutinySentences,
  'case-studies': caseStudiesSentences,
  news: newsSentences,
  'action-plans': actionPlansSentences,
  impact: impactSentences,
  references: referencesSentences,
} as const satisfies { readonly [K in PlanKind]: (found: FoundOf<K>) => Told };

/** The sentences on each plan of an edition. */
export type PlanSentences = { readonly [K in PlanKind]?: Told };

/** Writes the sentences on the plans of an edition. */
export function planSentences(plans: JudgedPlans): PlanSentences {
  const told = planKinds.flatMap(kind => {
    const judged = plans[kind];
    if (judged === undefined) return [];
    const tell = tellers[kind] as unknown as (found: FoundOf<PlanKind>) => Told;
    return [[kind, tell(judged.found)] as const];
  });
  return Object.fromEntries(told);
}
