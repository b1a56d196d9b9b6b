import type { z } from 'zod';
import type { Place } from '../../model/place.ts';
import { actionPlansSchema } from '../action-plans/schema.ts';
import { caseStudiesSchema } from '../case-studies/schema.ts';
import { deliverySchema } from '../delivery/schema.ts';
import { governanceSchema } from '../governance/schema.ts';
import { impactSchema } from '../impact/schema.ts';
import { newsSchema } from '../news/schema.ts';
import { referencesSchema } from '../references/schema.ts';
import { scorecardSchema } from '../scorecard/schema.ts';
import { scrutinySchema } from '../scrutiny/schema.ts';
import { selfAssessmentSchema } from '../self-assessment/schema.ts';
import { statementsSchema } from '../statements/schema.ts';

/**
 * The kinds of plan, in the order of their pages, each with the schema of its file
 * `data/plans/<edition>/<kind>.yaml`. A kind added here is asked for by the compiler wherever plans are read, judged
 * and laid out.
 */
export const planSchemas = {
  scorecard: scorecardSchema,
  delivery: deliverySchema,
  statements: statementsSchema,
  governance: governanceSchema,
  'self-assessment': selfAssessmentSchema,
  scrutiny: scrutinySchema,
  'case-studies': caseStudiesSchema,
  news: newsSchema,
  'action-plans': actionPlansSchema,
  impact: impactSchema,
  references: referencesSchema,
} as const;

/** A kind of plan: the name of its file, and of its page. */
export type PlanKind = keyof typeof planSchemas;

/** The kinds of plan, in the order of their pages. */
export const planKinds = Object.keys(planSchemas) as readonly PlanKind[];

/** What each kind of plan is called. */
export const planNames: Readonly<Record<PlanKind, string>> = {
  scorecard: 'Scorecard',
  delivery: 'What is being done',
  statements: 'Forewords and statements',
  governance: 'Governance',
  'self-assessment': 'Self-assessment',
  scrutiny: 'Scrutiny',
  'case-studies': 'Case studies',
  news: 'In the news',
  'action-plans': 'Action plans',
  impact: 'Impact',
  references: 'References',
};

/** True of a name that is a kind of plan. */
export function isPlanKind(name: string): name is PlanKind {
  return Object.hasOwn(planSchemas, name);
}

/** Words that name figures in braces, and where. */
export type FiguredWords = {
  readonly text: string;
  readonly names: readonly { readonly name: string; readonly place: Place }[];
};

/** A fact that words rest on, the words, and where the fact was written. */
export type FactAt = { readonly fact: string; readonly words: string; readonly place: Place };

/** A plan as it was read: what it says, and where each part of it stands. */
export type PlanFile<K extends PlanKind = PlanKind> = {
  readonly kind: K;
  readonly file: string;
  readonly value: z.output<(typeof planSchemas)[K]>;
  /** The place of a value, by the steps to it. */
  readonly place: (path: readonly (string | number)[]) => Place;
};

/** The plans of one edition, and those of their words that name figures. */
export type PlanBook = {
  readonly edition: string;
  readonly plans: { readonly [K in PlanKind]?: PlanFile<K> };
  readonly words: readonly FiguredWords[];
  readonly facts: readonly FactAt[];
};

/** The plans of an edition, of which there may be none. */
export function bookOf(books: readonly PlanBook[], edition: string | undefined): PlanBook | null {
  return books.find(book => book.edition === edition) ?? null;
}
