import type { ImpactFindings } from './findings.ts';
import { type Draft, mention, say, type Written, written } from '../../narrative/sentence.ts';
import { countWords } from '../../narrative/words.ts';
import { projectionSentences } from '../kit/projection-phrases.ts';

/** How many rows there are, and what each row projected. */
export function impactSentences(found: ImpactFindings): Readonly<Record<string, readonly Written[]>> {
  const { rows, all, early } = found;
  const numbered = (name: string, drafts: readonly Draft[]) =>
    drafts.map((draft, at) => written(`impact.${name}.${at + 1}`, draft));
  const tooEarly =
    early.count === 0
      ? []
      : [say`For ${mention(early.figure, countWords(early.count))} of them it was too early to tell.`];
  return {
    counts: numbered('counts', [
      say`Officers told under ${mention(all)} ${all.text === '1' ? 'heading' : 'headings'} what the year’s work had changed.`,
      ...tooEarly,
    ]),
    ...Object.fromEntries(
      rows.map(({ row, projections }) => [
        row.id,
        numbered(row.id, projections.flatMap(projectionSentences)),
      ]),
    ),
  };
}
