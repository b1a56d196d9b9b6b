import { z } from 'zod';
import { isoDate } from './time.ts';

/** `accessibility-checks.json`: what the last complete run of the checks looked at and found. */
export const checksRecordSchema = z.strictObject({
  date: isoDate,
  pages: z.int().positive(),
  tools: z.array(z.strictObject({ name: z.string().min(1), version: z.string().min(1) })),
  items: z.array(
    z.strictObject({
      item: z.int().positive(),
      title: z.string().min(1),
      result: z.enum(['passed', 'failed', 'not run', 'for people', 'not yet', 'does not apply']),
    }),
  ),
});

/** `accessibility-exceptions.yaml`: findings that are switched off, each with its reason. */
export const exceptionsSchema = z.strictObject({
  exceptions: z.array(
    z.strictObject({
      check: z.string().min(1),
      finding: z.string().min(8),
      what: z.string().min(8).optional(),
      reason: z.string().min(8),
      alternative: z.string().min(8),
      review: isoDate,
    }),
  ),
});

/** `accessibility-people.yaml`: the checks that no tool can make. */
export const peopleSchema = z.strictObject({
  checks: z.array(
    z.strictObject({
      item: z.int().positive(),
      what: z.string().min(1),
      who: z.string().min(1),
      with: z.string().min(1),
      pages: z.string().min(1),
      every: z.string().min(1),
      last: z.union([z.literal('never'), isoDate]),
      result: z.enum(['none', 'passed', 'failed']),
      criteria: z.string().min(1),
      alternative: z.string().min(1),
    }),
  ),
});

/** What is known of the accessibility of the pages that this software makes; no record before the first complete run. */
export type Testing = {
  readonly record: z.infer<typeof checksRecordSchema> | null;
  readonly exceptions: z.infer<typeof exceptionsSchema>['exceptions'];
  readonly people: z.infer<typeof peopleSchema>['checks'];
};

export type Compliance = 'fully' | 'partially' | 'not';

/**
 * The status that follows from what was tested: full where every check by tools and by people has passed and none is
 * switched off; none where nothing was tested, or more checks failed than passed; else partial.
 */
export function complianceOf({ record, exceptions, people }: Testing): Compliance {
  if (record === null) return 'not';
  const count = (...results: readonly string[]) =>
    record.items.filter(({ result }) => results.includes(result)).length;
  const failed = count('failed', 'not run');
  if (failed > count('passed')) return 'not';
  const isWhole =
    failed === 0 && exceptions.length === 0 && people.every(({ result }) => result === 'passed');
  return isWhole ? 'fully' : 'partially';
}
