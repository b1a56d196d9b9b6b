import type { FoundOf, JudgedPlans } from './plan-findings.ts';
import { type PlanKind, planKinds } from './kit/file.ts';
import type { Written } from '../narrative/sentence.ts';
import { actionPlansSentences } from './action-plans/words.ts';
import { caseStudiesSentences } from './case-studies/words.ts';
import { deliverySentences } from './delivery/words.ts';
import { governanceSentences } from './governance/words.ts';
import { impactSentences } from './impact/words.ts';
import { newsSentences } from './news/words.ts';
import { referencesSentences } from './references/words.ts';
import { scorecardSentences } from './scorecard/words.ts';
import { scrutinySentences } from './scrutiny/words.ts';
import { selfAssessmentSentences } from './self-assessment/words.ts';
import { statementsSentences } from './statements/words.ts';

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
