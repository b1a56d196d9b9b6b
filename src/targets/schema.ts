import { z } from 'zod';
import { localityKinds } from '../model/area.ts';
import type { Place } from '../model/place.ts';
import { lower } from '../model/spelling.ts';
import { academicYear } from '../model/time.ts';
import { decimalText } from '../model/value.ts';
import { askOfKeys, naming, plain, role, words } from '../plans/kit/fields.ts';
import { weightings } from '../profiles/schema.ts';

/** What a target asks of a figure: to come up to a number or pass it, or to come down to it or pass it. */
export const operators = ['at-least', 'above', 'at-most', 'below'] as const;
export type Operator = (typeof operators)[number];
export function isUpwards(operator: Operator | undefined): operator is 'at-least' | 'above' {
  return operator === 'at-least' || operator === 'above';
}

/** How a target stands, as computed. Only outcomes achieve a target; a projection is never more than projected. */
export const targetStatuses = [
  'achieved',
  'already-achieved',
  'on-track',
  'slightly-behind',
  'off-track',
  'projected',
  'not-comparable',
  'no-figure',
  'no-number',
] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** True of a target that the figures cannot judge, for whichever reason. */
export function isUntold(status: TargetStatus): boolean {
  return status === 'not-comparable' || status === 'no-figure' || status === 'no-number';
}

/** What officers may say of a target in a review, besides that they state no judgement. */
const toldJudgements = ['achieved', 'on-track', 'slightly-behind', 'off-track'] as const;
const officerJudgements = [...toldJudgements, 'not-stated'] as const;
export type OfficerJudgement = (typeof officerJudgements)[number];

/** What a figure may be held against instead of a fixed number. */
export const targetComparators = ['nation', 'region', 'neighbours'] as const;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const decimal = decimalText('56 or 56.5');

const pointSchema = z.strictObject({ period: academicYear, value: decimal });
const baselineSchema = pointSchema.extend({
  about: z
    .literal(true)
    .optional()
    .describe('Where the plan gives its starting point only roughly: no line is drawn from it'),
});

/** One thing that a target asks for; a target of several is on track only if each of them is. */
const targetPartSchema = z.strictObject({
  label: plain('What this part is, where a target has several: "Good level of development"').optional(),
  indicator: naming('indicator').optional().describe('The measure, an id in data/catalogue'),
  topic: naming('topic').optional().describe('With group: the pupils it is about, if not all'),
  group: z.string().optional(),
  profile: naming('profile')
    .optional()
    .describe('Instead of an indicator: a profile, whose share is the measure'),
  phase: z.string().optional().describe('The phase of the profile; all phases where left out'),
  grade: z.string().optional().describe('The part of the profile; its subtotal where left out'),
  against: z
    .enum(targetComparators)
    .optional()
    .describe('Where the aim is a place beside others: baseline, milestones and aim are then differences'),
  outpaces: naming('indicator')
    .optional()
    .describe(
      'Where the aim is to grow at least as fast as an index: the indicator of its yearly rate, in per cent. The aim is then how much faster, in percentage points',
    ),
  worst: z
    .enum(localityKinds)
    .optional()
    .describe('Where the aim is for each ward, or each locality: the worst of them decides'),
  baseline: baselineSchema.optional().describe('Where it stood when the target was set'),
  milestones: z.array(pointSchema).default([]).describe('Where it should stand in years between, in order'),
  operator: z.enum(operators).optional(),
  aim: pointSchema.optional().describe('The number aimed for, and the academic year by which'),
  equates: z
    .strictObject({
      more: z.int().min(1).describe('How many more are needed'),
      now: z.int().min(0).describe('How many there were'),
      of: z.int().min(1).describe('Of how many'),
    })
    .optional()
    .describe('How many the plan says the aim equates to; checked against the aim'),
  measure: z.literal('none').optional().describe('Instead of a measure: none can tell, for the reason given'),
  reason: plain('Why no measure can tell, in plain sentences').optional(),
  of: z
    .enum(weightings)
    .optional()
    .describe('What the promise counts; of pupils where left out and the promise speaks of them'),
  see: z
    .array(naming('indicator'))
    .default([])
    .describe('Indicators that bear on it, for readers to look at: most of use where no measure can tell'),
  owner: role(
    'Who answers for this part, where it is not who answers for the target: a role, never a name',
  ).optional(),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});
askOfKeys(
  targetPartSchema,
  { oneOf: ['indicator', 'profile', 'measure'] },
  { where: ['indicator'], needs: ['operator', 'aim'], excludes: ['phase', 'grade', 'reason'] },
  { where: ['indicator'], anyOf: ['baseline', 'worst'] },
  {
    where: ['profile'],
    needs: ['operator', 'aim', 'baseline'],
    excludes: ['topic', 'group', 'against', 'outpaces', 'worst', 'reason'],
  },
  {
    where: ['measure'],
    needs: ['reason'],
    excludes: [
      'topic',
      'group',
      'phase',
      'grade',
      'against',
      'outpaces',
      'worst',
      'baseline',
      'milestones',
      'equates',
    ],
  },
  { where: ['aim'], needs: ['operator'] },
);

const targetSchema = z.strictObject({
  id,
  short: plain('Its name on pages', 60),
  promise: plain('What was promised, in plain words of our own, without figures'),
  owner: role('Who answers for it: a role, never a name'),
  parts: z.array(targetPartSchema).min(1),
});

const reviewSchema = z.strictObject({
  edition: naming('edition').describe('The edition, as 2013-14'),
  target: z.string(),
  date: z.iso.date().describe('The day of the review'),
  judgement: z.enum(officerJudgements),
  reason: plain('Why no judgement is stated, in plain sentences').optional(),
  evidence: words('What officers gave as evidence, figures named in braces').optional(),
});
askOfKeys(
  reviewSchema,
  { where: ['judgement', 'not-stated'], needs: ['reason'] },
  { where: ['judgement', ...toldJudgements], excludes: ['reason'] },
);

/** `plans/targets.yaml`. */
export const targetsFileSchema = z.strictObject({
  plans: z
    .array(
      z.strictObject({
        id,
        label: plain('The name of the plan, as a sentence would have it'),
        source: naming('source').describe('The publication: an id in sources.yaml'),
        first: academicYear.describe('The first academic year of the plan'),
        last: academicYear.describe('The last academic year of the plan'),
        note: plain('Full sentences for readers on the plan as a whole').optional(),
        targets: z.array(targetSchema).min(1),
        reviews: z.array(reviewSchema).default([]),
      }),
    )
    .min(1),
});

export type TargetPart = z.output<typeof targetPartSchema> & { readonly place: Place };

export type PlanTarget = Omit<z.output<typeof targetSchema>, 'parts'> & {
  readonly parts: readonly TargetPart[];
};

/** What officers said of a target; `names` are those in braces in the evidence, in order. */
export type Review = z.output<typeof reviewSchema> & {
  readonly names: readonly { readonly name: string; readonly place: Place }[];
};

export function ownerOf(target: Pick<PlanTarget, 'owner'>, part: Pick<TargetPart, 'owner'>): string {
  return part.owner ?? target.owner;
}

/** Who answers for a target, and who for a part of it where that is another role. */
export function answeringFor({ owner, parts }: Pick<PlanTarget, 'owner' | 'parts'>): readonly string[] {
  const own = parts.flatMap(part =>
    part.owner === undefined
      ? []
      : [part.label === undefined ? part.owner : `${part.owner} (${lower(part.label)})`],
  );
  return own.length === parts.length ? own : [owner, ...own];
}

export type Plan = Omit<z.output<typeof targetsFileSchema>['plans'][number], 'targets' | 'reviews'> & {
  readonly targets: readonly PlanTarget[];
  readonly reviews: readonly Review[];
};

/** True when a plan was out by an edition's cut-off, and the edition's year is one of the plan's own. */
export function isInForce(
  plan: { readonly first: string; readonly last: string },
  released: string | undefined,
  edition: { readonly period: string; readonly 'cut-off': string },
): boolean {
  return (
    (released ?? '') <= edition['cut-off'] && plan.first <= edition.period && edition.period <= plan.last
  );
}

/** Statuses in the order in which promises are told: what is behind first. */
const gravest: readonly TargetStatus[] = [
  'off-track',
  'slightly-behind',
  'not-comparable',
  'no-figure',
  'no-number',
  'projected',
  'on-track',
  'achieved',
  'already-achieved',
];

/** Sets promises in order, what is behind first. */
export function byGravity(a: TargetStatus, b: TargetStatus): number {
  return gravest.indexOf(a) - gravest.indexOf(b);
}
