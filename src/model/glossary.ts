import { z } from 'zod';
import { standing } from '../plans/kit/fields.ts';
import { academicYear } from './time.ts';

export const termSchema = z.strictObject({
  term: z.string().min(1).describe('The word or acronym'),
  expansion: z.string().min(1).optional().describe('The acronym in full'),
  meaning: standing.describe('One or two plain sentences'),
  from: academicYear
    .optional()
    .describe('The first edition that shows it, where older ones were made without it'),
  until: academicYear.optional().describe('The last edition that shows it'),
  forms: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('How it is written in running text, where not just as the term; an added s is found as well'),
});

export type Term = z.infer<typeof termSchema>;
