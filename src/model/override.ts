import { z } from 'zod';
import type { Place } from './place.ts';

const words = z.string().trim().min(1);

/** One sentence of an edition said in other words. */
const overrideSchema = z.strictObject({
  sentence: words.describe('The id of the computed sentence, as figures.json lists it'),
  computed: words.describe(
    'What the computed sentence says, word for word: should it change, the build stops',
  ),
  instead: words.describe(
    'What is printed in its place: plain text, with figures named in braces as in commentary',
  ),
  reason: words.describe('Why the computed sentence will not do'),
  by: words.optional().describe('Who decided: a role, never a name'),
});

/** `overrides/<edition>.yaml`. */
export const overridesFileSchema = z.strictObject({ overrides: z.array(overrideSchema).min(1) });

/** What is printed instead of a computed sentence, why, and where that was written. */
export type Override = z.infer<typeof overrideSchema> & {
  /** "2013-14". */
  readonly edition: string;
  readonly places: { readonly sentence: Place; readonly computed: Place };
  /** The names in braces that `instead` holds, in order. */
  readonly names: readonly { readonly name: string; readonly place: Place }[];
};
