import type { PublicFolder } from '../../gate/public-folder.ts';
import { editionBefore } from '../../model/edition.ts';
import type { Figure } from '../../model/figure.ts';
import { bookOf, type PlanFile, type PlanKind, planKinds } from '../../model/plan-files.ts';
import type { EditionTargets } from '../../targets/findings.ts';
import type { Setting } from '../setting.ts';
import type { ThemeFindings } from '../theme-findings.ts';
import { actionPlansFindings } from './action-plans.ts';
import { caseStudiesFindings } from './case-studies.ts';
import { deliveryFindings } from './delivery.ts';
import { governanceFindings } from './governance.ts';
import { impactFindings } from './impact.ts';
import { newsFindings } from './news.ts';
import type { PlanGiven } from './plan-given.ts';
import { referencesFindings } from './references.ts';
import { scorecardFindings } from './scorecard.ts';
import { scrutinyFindings } from './scrutiny.ts';
import { selfAssessmentFindings } from './self-assessment.ts';
import { statementsFindings } from './statements.ts';

/** What is found of each kind of plan: every one gives the figures that it adds to the ledger. */
const judges = {
  scorecard: scorecardFindings,
  delivery: deliveryFindings,
  statements: statementsFindings,
  governance: governanceFindings,
  'self-assessment': selfAssessmentFindings,
  scrutiny: scrutinyFindings,
  'case-studies': caseStudiesFindings,
  news: newsFindings,
  'action-plans': actionPlansFindings,
  impact: impactFindings,
  references: referencesFindings,
} as const satisfies {
  readonly [K in PlanKind]: (given: PlanGiven<K>) => { readonly figures: readonly Figure[] };
};

/** What was found of a kind of plan. */
export type FoundOf<K extends PlanKind> = ReturnType<(typeof judges)[K]>;

/** A plan of an edition with what was found of it. */
type JudgedPlan<K extends PlanKind = PlanKind> = {
  readonly plan: PlanFile<K>;
  /** The same kind of plan in the edition before. */
  readonly before: PlanFile<K> | null;
  readonly found: FoundOf<K>;
};

/** The plans of an edition, as far as it has them. */
export type JudgedPlans = { readonly [K in PlanKind]?: JudgedPlan<K> };

/** The findings on every plan of an edition; none for another area than the folder's own council. */
export function planFindings(
  setting: Setting,
  folder: PublicFolder,
  themes: readonly ThemeFindings[],
  targets: EditionTargets | null,
): JudgedPlans {
  const book = bookOf(folder.books, setting.edition.id);
  if (book === null || setting.council.code !== folder.council.code) return {};
  const bookBefore = bookOf(folder.books, editionBefore(folder.editions, setting.edition)?.id);
  const judged = planKinds.flatMap(kind => {
    const plan = book.plans[kind];
    if (plan === undefined) return [];
    const before = bookBefore?.plans[kind] ?? null;
    return [
      [kind, judge(kind, { setting, folder, plan, before, book, bookBefore, themes, targets })] as const,
    ];
  });
  return Object.fromEntries(judged);
}

function judge<K extends PlanKind>(kind: K, given: PlanGiven<K>): JudgedPlan<K> {
  const find = judges[kind] as unknown as (given: PlanGiven<K>) => FoundOf<K>;
  return { plan: given.plan, before: given.before, found: find(given) };
}
