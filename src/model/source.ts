import { z } from 'zod';
import { note } from '../plans/kit/fields.ts';
import { areaKinds } from './area.ts';
import { academicYear, isoDate } from './time.ts';

/** Which schools or entries figures cover (R17): those that cover different ones are not set beside one another. */
export const coverages = [
  'all-schools',
  'state-funded',
  'mainstream',
  'all-entries',
  'inspected-under-one-framework',
] as const;

/** A publication that figures come from. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  organisation: z.string().min(1),
  released: isoDate.optional().describe('When it came out; rows of this source count as known from then on'),
  url: z.url({ protocol: /^https$/ }),
  licence: z.string().min(1),
  from: academicYear
    .optional()
    .describe('The first edition that shows it, where older ones were made without it'),
  coverage: note.optional().describe('Which schools and pupils, where it matters'),
  covers: z
    .enum(coverages)
    .optional()
    .describe('The same from a closed list; its rows go only with indicators that cover the same'),
  areas: z
    .array(z.enum(areaKinds))
    .min(1)
    .optional()
    .describe('The only kinds of area that it has figures of: one entered under another kind is an issue'),
  national: z
    .literal(true)
    .optional()
    .describe(
      'Where a national body publishes it for every authority: what it prints of them is known to all, and is not hidden to protect another figure',
    ),
  note: note.optional(),
});

export type Source = z.infer<typeof sourceSchema>;
