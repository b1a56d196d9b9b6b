import type { PublicFolder } from '../gate/public-folder.ts';
import { editionBefore } from '../model/edition.ts';
import type { Figure } from '../model/figure.ts';
import { bookOf, type PlanFile, type PlanKind, planKinds } from './kit/file.ts';
import type { Setting } from '../judgements/setting.ts';
import type { PlansFindings } from '../judgements/target-findings.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import { actionPlansFindings } from './action-plans/findings.ts';
import { caseStudiesFindings } from './case-studies/findings.ts';
import { deliveryFindings } from './delivery/findings.ts';
import { governanceFindings } from './governance/findings.ts';
import { impactFindings } from './impact/findings.ts';
import { newsFindings } from './news/findings.ts';
import type { PlanGiven } from './kit/given.ts';
import { referencesFindings } from './references/findings.ts';
import { scorecardFindings } from './scorecard/findings.ts';
import { scrutinyFindings } from './scrutiny/findings.ts';
import { selfAssessmentFindings } from './self-assessment/findings.ts';
import { statementsFindings } from './statements/findings.ts';

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
  targets: PlansFindings | null,
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

/** Every figure that the plans of an edition add to the ledger. */
export function planFigures(plans: JudgedPlans): readonly Figure[] {
  return planKinds.flatMap(kind => plans[kind]?.found.figures ?? []);
}
