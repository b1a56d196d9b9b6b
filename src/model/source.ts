import { z } from 'zod';
import { isoDate } from './date.ts';

/** A publication that figures come from. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  organisation: z.string().min(1),
  released: isoDate.optional().describe('When it came out; rows of this source count as known from then on'),
  url: z.url({ protocol: /^https$/ }),
  licence: z.string().min(1),
  coverage: z.string().optional().describe('Which schools and pupils, where it matters'),
  note: z.string().optional(),
});

/** A publication that figures come from. */
export type Source = z.infer<typeof sourceSchema>;
