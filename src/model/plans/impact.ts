import { z } from 'zod';
import { day, entryId, plain, ref, words } from '../plan-fields.ts';
import { projectionSchema } from './projection.ts';

/** How many are in each of several groups, beside a profile that counts the same things. */
export const tallySchema = z.strictObject({
  of: plain('What is counted, as "schools"'),
  parts: z
    .array(z.strictObject({ label: plain('A group'), count: z.int().min(0) }))
    .min(2)
    .describe('The groups, none of them twice and none a sum of others'),
  beside: ref('measure', 'A profile of the same things, whose total these should come to').optional(),
  differs: plain('Why the two totals differ, where they do').optional(),
});

/** What the work on one thing brought about, and what comes next. */
export const impactRowSchema = z.strictObject({
  id: entryId('impact'),
  short: plain('Its name on pages'),
  priority: plain('The id of a priority of action-plans.yaml, or "all" for the strategy as a whole'),
  plans: z.array(ref('action-plan')).default([]).describe('The action plans whose effect this is'),
  seen: day('As at which day'),
  impact: z.array(words('Something that was brought about, figures named in braces')).min(1),
  'too-early': plain('Why there is no effect to measure yet').optional(),
  tally: tallySchema.optional(),
  projections: z.array(projectionSchema).default([]),
  next: z.array(words('Something to be done next')).default([]),
  without: z
    .strictObject({ next: plain('Why nothing is planned next').optional() })
    .default({})
    .describe('What the analysis leaves out, with the reason that readers are given'),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});

/** `data/plans/<edition>/impact.yaml`. */
export const impactSchema = z.strictObject({
  source: ref('source', 'The publication the analysis is from'),
  note: plain('Full sentences for readers on the analysis as a whole').optional(),
  rows: z.array(impactRowSchema).min(1),
});

/** What the work on one thing brought about. */
export type ImpactRow = z.output<typeof impactRowSchema>;
