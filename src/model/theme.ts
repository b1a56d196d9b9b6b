import { z } from 'zod';
import { profileSchema } from '../profiles/schema.ts';
import { indicatorSchema } from './indicator.ts';

/** Names of other pages of an edition, which a chapter may not take. */
const reserved: readonly string[] = [
  'home',
  'indicators',
  'downloads',
  'methodology',
  'glossary',
  'numbers',
  'claims',
  'targets',
  'plans',
  'embed',
];

/** `catalogue/<theme>.yaml`: a chapter of the report and its indicators, in order. */
export const catalogueFileSchema = z.strictObject({
  theme: z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
      .refine(id => !reserved.includes(id), 'is the name of another page: choose another'),
    label: z.string().min(1).describe('Chapter heading, as "Key stage 2"'),
    question: z
      .string()
      .endsWith('?', 'must end with ?')
      .optional()
      .describe('What a governor would ask that this answers, for the front page: "Can children read well?"'),
    about: z.string().min(1).describe('One or two sentences: which children, when, assessed how'),
    topics: z
      .array(z.string())
      .default([])
      .describe('Topics of breakdown gathered from all indicators into this chapter (closing the gaps)'),
  }),
  indicators: z.array(indicatorSchema).default([]),
  profiles: z.array(profileSchema).default([]),
});

/** A chapter of the report. */
export type Theme = z.infer<typeof catalogueFileSchema>['theme'];
