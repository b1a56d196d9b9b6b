import type { ReferencesFindings } from '../../judgements/plans/references.ts';
import { mention, say, written } from '../sentence.ts';

/** How many publications are listed, and what became of their addresses. */
export function referencesSentences({ all, live, gone, unchecked, archived }: ReferencesFindings) {
  return {
    counts: [
      written(
        'references.counts',
        say`Publications listed: ${mention(all)}. Addresses found when last looked at: ${mention(live)}; leading nowhere: ${mention(gone)}; not looked at: ${mention(unchecked)}.`,
      ),
      written('references.archived', say`With the address of a copy in an archive: ${mention(archived)}.`),
    ],
  };
}
