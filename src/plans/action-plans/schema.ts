import { z } from 'zod';
import { someTime } from '../../model/time.ts';
import { documentSchema, entryId, entryRef, plain, ref, role, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';
import { projectionSchema } from '../kit/projection-schema.ts';

/** The five states of a rating, best first: each is a word, a shape and a colour, never a colour alone. */
export const ratings = ['green', 'amber-green', 'amber', 'amber-red', 'red'] as const;
/** A rating of an action plan. */
export type Rating = (typeof ratings)[number];

/** The ratings in a sentence. */
export const ratingNames: Readonly<Record<Rating, string>> = {
  green: 'green',
  'amber-green': 'amber/green',
  amber: 'amber',
  'amber-red': 'amber/red',
  red: 'red',
};

/** How a rating stands to that of the edition before. */
export const ratingMoves = ['improved', 'same', 'worse', 'first-rated'] as const;
/** How a rating stands to that of the edition before. */
export type RatingMove = (typeof ratingMoves)[number];

/** How a rating stands to that of the edition before, under the same id; there may be none. */
export function ratingMove(now: Rating, before: Rating | null): RatingMove {
  if (before === null) return 'first-rated';
  const steps = ratings.indexOf(now) - ratings.indexOf(before);
  return steps === 0 ? 'same' : steps < 0 ? 'improved' : 'worse';
}

/** The action plans of an edition. */
export type ActionPlans = z.output<typeof actionPlansSchema>;
/** One plan of action: what it is for, what is done, what it should bring, how it is rated and on what evidence. */
const actionPlanSchema = z.strictObject({
  id: entryId('action plan'),
  short: plain('Its name on pages'),
  priority: entryRef(
    'priority',
    'The priority of governance.yaml that it serves; left out of what the whole strategy needs',
  ).optional(),
  owner: role(),
  need: words('Why it is needed, figures named in braces').optional(),
  interventions: z.array(words('Something that is done')).min(1),
  intended: z.array(words('Something that it should bring')).default([]),
  rating: z.enum(ratings).describe('The officers’ own rating'),
  rated: someTime('When it was rated: a day, or the month where no day is known'),
  progress: z.array(words('Something that has been done or seen')).default([]),
  evidence: words('What the rating rests on').optional(),
  'too-early': plain('Instead of evidence: why there is no effect to measure yet').optional(),
  next: z.array(words('Something for the next year')).default([]),
  without: z
    .strictObject({
      need: plain('Why no need is stated').optional(),
      intended: plain('Why it is not said what it should bring').optional(),
      evidence: plain('Why the rating has no evidence').optional(),
      next: plain('Why nothing is planned for the next year').optional(),
    })
    .default({})
    .describe('What the plan leaves out, each with the reason that readers are given'),
  moves: z.array(ref('measure')).default([]).describe('The measures that it means to move'),
  targets: z.array(ref('target')).default([]).describe('The targets that it serves'),
  projections: z.array(projectionSchema).default([]),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});

/** `data/plans/<edition>/action-plans.yaml`. */
const actionPlansSchema = z.strictObject({
  document: documentSchema.optional(),
  note: plain('Full sentences for readers on the ratings as a whole').optional(),
  plans: z.array(actionPlanSchema).min(1),
});

/** One plan of action. */
export type ActionPlan = z.output<typeof actionPlanSchema>;

/** How action plans are written down. */
export const actionPlansForm = planForm({
  id: 'action-plans',
  name: 'Action plans',
  schema: actionPlansSchema,
});
