import { z } from 'zod';
import { day, entryId, plain, ref, words } from '../kit/fields.ts';
import { documentSchema } from '../kit/document.ts';
import { projectionSchema } from '../kit/projection.ts';

/** What the work on one thing brought about, and what comes next. */
const impactRowSchema = z.strictObject({
  id: entryId('impact'),
  short: plain('Its name on pages'),
  priority: ref(
    'priority',
    'The priority of governance.yaml that it serves; left out of what the whole strategy needs',
  ).optional(),
  plans: z.array(ref('action-plan')).default([]).describe('The action plans whose effect this is'),
  seen: day('As at which day'),
  impact: z.array(words('Something that was brought about, figures named in braces')).min(1),
  'too-early': plain('Why there is no effect to measure yet').optional(),
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
  document: documentSchema.optional(),
  note: plain('Full sentences for readers on the analysis as a whole').optional(),
  rows: z.array(impactRowSchema).min(1),
});

/** What the work on one thing brought about. */
export type ImpactRow = z.output<typeof impactRowSchema>;
