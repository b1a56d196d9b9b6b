import { z } from 'zod';
import { naming, standing } from '../plans/kit/fields.ts';
import { profileSchema } from '../profiles/schema.ts';
import { indicatorSchema } from './indicator.ts';
import { academicYear } from './time.ts';

/** The pages that each edition has beside its chapters and plans, by the last part of their addresses. */
const pageNames = [
  'indicators',
  'downloads',
  'explore',
  'methodology',
  'glossary',
  'claims',
  'targets',
  'plans',
  'embed',
] as const;
export type PageName = (typeof pageNames)[number];

const reserved: readonly string[] = [...pageNames, 'home', 'numbers'];

/** `catalogue/<theme>.yaml`: a chapter of the report and its indicators, in order. */
export const catalogueFileSchema = z.strictObject({
  theme: z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
      .refine(id => !reserved.includes(id), 'is the name of another page: choose another'),
    label: standing.describe('Chapter heading, as "Key stage 2"'),
    about: standing.describe('One or two sentences: which children, when, assessed how'),
    until: academicYear
      .optional()
      .describe('The last edition that this entry is for; later ones have the national entry of its name'),
    topics: z
      .array(naming('topic'))
      .default([])
      .describe('Topics of breakdown gathered from all indicators into this chapter (closing the gaps)'),
  }),
  indicators: z.array(indicatorSchema).default([]),
  profiles: z.array(profileSchema).default([]),
});

export type Theme = z.infer<typeof catalogueFileSchema>['theme'];
