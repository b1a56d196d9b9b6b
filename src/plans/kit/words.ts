import { type Draft, type Written, written } from '../../narrative/sentence.ts';

/** Sentences under the ids `<name>.1`, `<name>.2` and so on. */
export function numberedSentences(name: string, drafts: readonly Draft[]): readonly Written[] {
  return drafts.map((draft, index) => written(`${name}.${index + 1}`, draft));
}
