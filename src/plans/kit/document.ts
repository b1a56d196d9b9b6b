import { z } from 'zod';
import { day, plain, ref } from './fields.ts';

/** The document that a plan’s file was written from: which, in which version, which part of it, as at which day. */
export const documentSchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  version: plain('Its version, as "First-year results, September 2014"'),
  part: plain('The part of it that this is from').optional(),
  'as-at': day('The day up to which it tells of things, where it says so').optional(),
});

/** The document that a plan’s file was written from. */
export type PlanDocument = z.output<typeof documentSchema>;

/** A key within a file: lower case words joined by hyphens. */
export function key(about: string) {
  return z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
    .describe(about);
}
