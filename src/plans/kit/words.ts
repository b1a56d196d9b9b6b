import { countAlone, type Draft, mention, say, type Written, written } from '../../narrative/sentence.ts';
import type { Tally, TallyOf } from './findings.ts';

/** A count in words inside a sentence, leading to its evidence: "three", "none". */
export function many({ figure, count }: Tally): Draft {
  return [mention(figure, countAlone(count))];
}

/** The word for one, or for any other number. */
export function plural({ count }: Tally, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** "two are done", "one is overdue": how many are what, in the words for one or for several; nothing of what none is. */
export function clausesOf<What extends string>(
  counts: readonly TallyOf<What>[],
  words: Readonly<Record<What, readonly [one: string, several: string]>>,
): readonly Draft[] {
  return counts
    .filter(({ count }) => count > 0)
    .map(each => {
      const [one, several] = words[each.of];
      return say`${many(each)} ${plural(each, one, several)}`;
    });
}

/** Sentences under the ids `<name>.1`, `<name>.2` and so on. */
export function numberedSentences(name: string, drafts: readonly Draft[]): readonly Written[] {
  return drafts.map((draft, index) => written(`${name}.${index + 1}`, draft));
}
