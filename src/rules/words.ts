import { quote, quoteWhole, type Said, say } from './say.ts';

/** The forms in which a fact may be written. */
const factForms =
  '"ks2-rwm-l4 rose" (or fell, unchanged, improved, worsened), "ks2-rwm-l4 above England" (or below, in line with, better than, worse than; England, the region or neighbours), "ks2-rwm-l4 for Girls rose", "ks2-rwm-l4 gap Boys narrowed" (or widened, unchanged), "ks2-rwm-l4 gap Boys wider than England" (or narrower than), "all headlines rose", "all of ks2 above England", each perhaps with "in 2012/13" after it';

/** The rules that officers' words are held to, beyond the names in them. */
export const wordRules = {
  'bad-rests-on': (what: string) =>
    say(
      `${what}: directly beneath the words that rest on it, write a line such as "rests-on: [ks2-rwm-l4 rose, ks2-rwm-l4 above England]"`,
    ),
  'unknown-fact': (fact: string, near: string | null) =>
    say(`${quote(fact)} is no fact that can be checked: write ${factForms}`, near),
  'fact-not-so': (fact: string, says: string, opening: string) =>
    say(`${quote(fact)} is not so: ${quoteWhole(says)}; correct the paragraph ${quote(opening)} or the fact`),
} as const satisfies Record<string, (...args: never[]) => Said>;
