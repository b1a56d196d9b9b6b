import type { ReferencesFindings } from './findings.ts';
import type { Figure } from '../../model/figure.ts';
import { type Draft, mention, say, type Written, written } from '../../narrative/sentence.ts';

/** How many publications are listed, and what became of their addresses. */
export function referencesSentences({
  all,
  live,
  gone,
  unchecked,
  archived,
  sought,
  areChecked,
}: ReferencesFindings) {
  const counts = areChecked
    ? say`Publications listed: ${mention(all)}. Addresses found when last looked at: ${mention(live)}; leading nowhere: ${mention(gone)}; not looked at: ${mention(unchecked)}.`
    : say`Publications listed: ${mention(all)}. Whether their addresses still lead anywhere has not been checked for any of them.`;
  return {
    counts: [
      written('references.counts', counts),
      ...some(archived, say`With the address of a copy in an archive: ${mention(archived)}.`, 'archived'),
      ...some(sought, say`With a link that looks for a copy in an archive: ${mention(sought)}.`, 'sought'),
    ],
  };
}

function some({ text }: Figure, draft: Draft, name: string): readonly Written[] {
  return text === '0' ? [] : [written(`references.${name}`, draft)];
}
