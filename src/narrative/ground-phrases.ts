import type { Ground } from '../judgements/ground.ts';
import type { Setting } from '../judgements/setting.ts';
import { countWords, type Draft, inYear, many, say } from './sentence.ts';
import { bothMoved } from './trend-phrases.ts';

/** In how many measures ground was gained on the nation, and in how many lost, the more first: the title of the chart of both changes. */
export function groundTitle({ counts }: Ground, nation: string): Draft {
  const { of, better, worse } = counts;
  const ways = [
    { verb: 'Gained', ...better },
    { verb: 'Lost', ...worse },
  ];
  const [most, least] = ways.toSorted((a, b) => b.count - a.count);
  if (most === undefined || least === undefined) return [];
  return say`${most.verb} ground on ${nation} in ${many(most)} of ${many(of)} measures, ${least.verb.toLowerCase()} in ${many(least)}`;
}

/** The measures in which most ground was gained and most was lost, with both changes. */
export function groundSentences({ measures }: Ground, { edition }: Setting): readonly Draft[] {
  const ends = [
    { verb: 'gained', found: measures.find(({ pace }) => pace.ground === 'gained') },
    { verb: 'lost', found: measures.findLast(({ pace }) => pace.ground === 'lost') },
  ];
  return ends.flatMap(({ verb, found }) => {
    if (found === undefined) return [];
    const { indicator, latest } = found.findings;
    const name = `${indicator.short}${inYear(indicator, latest.period, edition.period)}`;
    return [say`Most ground ${verb}: ${name} (${bothMoved(found.findings)}).`];
  });
}

const because: Readonly<Record<Ground['left'][number]['because'], string>> = {
  'no-direction': 'neither direction is better',
  few: 'few pupils are behind them',
  'no-change': 'both changes of the same years are not held, or cannot be made',
  rounded: 'the figures were rounded too far to tell',
  'no-spread': 'too few authorities have a figure',
};

/** How many measures of a chapter have no row, and why; null where all have one. */
export function leftOutWords({ left }: Ground): string | null {
  if (left.length === 0) return null;
  const parts = left.map(({ count, because: why }) => `${countWords(count)}, as ${because[why]}`);
  return `Measures left out: ${parts.join('; ')}.`;
}
