import type { ReferencesFindings } from '../../judgements/plans/references.ts';
import { mention, say, written } from '../sentence.ts';

/** How many publications are listed, and how many are gone from their addresses. */
export function referencesSentences({ all, gone }: ReferencesFindings) {
  return {
    counts: [
      written(
        'references.counts',
        say`Publications listed: ${mention(all)}. Of these, ${mention(gone)} can no longer be found at their own address.`,
      ),
    ],
  };
}
