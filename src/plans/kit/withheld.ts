import { dateLabel } from '../../model/date.ts';
import type { Edition } from '../../model/edition.ts';
import type { Block } from '../../pages/blocks.ts';
import { plainRuns } from '../../pages/blocks.ts';

/** Why the words of persons are held back from an edition, in sentences; null where they are not. */
export function withheldNote(edition: Edition): string | null {
  const period = edition['pre-election'];
  if (period === undefined) return null;
  const when = `${dateLabel(period.from)} to ${dateLabel(period.to)}`;
  return `Forewords and quotations are held back during the period before an election, ${when}. The figures and what is worked out from them stay.`;
}

/** Blocks without what persons say, with a note in its place; as they are outside the period before an election. */
export function withoutQuotations(blocks: readonly Block[], note: string | null): readonly Block[] {
  if (note === null) return blocks;
  return blocks.flatMap((block, at): readonly Block[] => {
    if (block.kind === 'entry') return [{ ...block, blocks: withoutQuotations(block.blocks, note) }];
    if (block.kind !== 'quotation') return [block];
    return blocks[at - 1]?.kind === 'quotation' ? [] : [{ kind: 'note', runs: plainRuns(note) }];
  });
}
