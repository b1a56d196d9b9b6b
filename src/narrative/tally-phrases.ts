import type { Figure } from '../model/figure.ts';
import { type Draft, listed, mention, say } from './sentence.ts';
import { countWords } from './words.ts';

/** What became of some members: the words for an outcome, how many, and their share of those seen. */
export type Outcome = {
  /** "are now good". */
  readonly words: string;
  readonly count: Figure;
  readonly share: Figure;
};

/** Shares of fewer than this are not given: the counts say enough. */
const fewestShared = 10;

/**
 * A programme's funnel (P26): "Of the twelve schools inspected so far, nine are now good (75%) and … Ten have not yet been
 * inspected." Shares only of ten or more.
 */
export function funnelSentences(
  members: string,
  seen: { readonly words: string; readonly total: Figure },
  outcomes: readonly Outcome[],
  notSeen: { readonly words: string; readonly count: Figure },
): readonly Draft[] {
  const shared = countOf(seen.total) >= fewestShared;
  const each = outcomes.map(({ words, count, share }) =>
    shared ? say`${counted(count)} ${words} (${mention(share)})` : say`${counted(count)} ${words}`,
  );
  const start = say`Of the ${counted(seen.total)} ${members} ${seen.words}, ${listed(each)}.`;
  if (countOf(notSeen.count) === 0) return [start];
  return [start, say`${capital(counted(notSeen.count))} ${notSeen.words}.`];
}

/** A tally of what went up, stayed and went down (P40): given only when all three are known and make up the whole. */
export function tallySentence(
  members: string,
  total: Figure,
  { up, same, down }: Readonly<Record<'up' | 'same' | 'down', Figure | null>>,
): Draft | null {
  if (up === null || same === null || down === null) return null;
  if (countOf(up) + countOf(same) + countOf(down) !== countOf(total)) return null;
  return say`Of ${counted(total)} ${members}, ${counted(up)} improved, ${counted(same)} stayed the same and ${counted(down)} declined.`;
}

/** Nothing of a kind happened in a window that was watched throughout (P28); null when it was not, or something did. */
export function noneSentence(
  subject: string,
  count: Figure,
  window: { readonly words: string; readonly isWhole: boolean },
): Draft | null {
  if (!window.isWhole || count.amount.kind === 'refused' || countOf(count) !== 0) return null;
  return say`${window.words}, ${mention(count, 'no')} ${subject}.`;
}

/** Two counts side by side (P27), never called significant. */
export function countsSentence(
  one: { readonly words: string; readonly count: Figure },
  other: { readonly words: string; readonly count: Figure },
): Draft {
  const [a, b] = [countOf(one.count), countOf(other.count)];
  const than = a === b ? 'as many' : a > b ? 'more' : 'fewer';
  return say`There were ${than} ${one.words} (${mention(one.count)}) ${a === b ? 'as' : 'than'} ${other.words} (${mention(other.count)}).`;
}

function counted(figure: Figure) {
  return mention(figure, countWords(countOf(figure)));
}

function capital({ figure, text }: ReturnType<typeof counted>) {
  return { figure, text: text.charAt(0).toUpperCase() + text.slice(1) };
}

function countOf({ amount }: Figure): number {
  return amount.kind === 'known' ? Number(amount.number) : Number.NaN;
}
