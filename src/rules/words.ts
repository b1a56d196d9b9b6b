import { quote, quoteWhole, type Said, say, warn } from './say.ts';

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
  'override-out-of-date': (sentence: string, says: string) =>
    say(
      `the sentence ${quote(sentence)} now says ${quoteWhole(says)}: read what is printed instead once more, then write this here, or take the override out`,
    ),
  'unknown-sentence': (sentence: string, near: string | null) =>
    say(
      `no sentence ${quote(sentence)} is computed in this edition: correct it (figures.json lists the sentences with their ids), or take the override out`,
      near,
    ),
  'percent-for-points': (spelling: string) =>
    say(
      `${quote(spelling)} gives a difference between percentages in per cent: it is in percentage points, which a change, a difference or a gap in braces prints by itself`,
    ),
  'pass-misnamed': (spelling: string) =>
    say(
      `${quote(spelling)} mixes two measures: a strong pass is grade 5 or above, a standard pass grade 4 or above; name the one that is meant`,
    ),
  'drafting-note': (spelling: string) =>
    say(`${quote(spelling)} was left in while drafting: finish the words or take it out`),
  'page-furniture': (spelling: string) =>
    say(
      `${quote(spelling)} is part of a web page and not of what it says: take it out (it came along when the words were copied)`,
    ),
  'picture-in-words': (spelling: string) =>
    say(
      `${quote(spelling)} is a picture, and officers' words have none: say in words what it shows, or take it out`,
    ),
  'untested-significance': (spelling: string) =>
    warn(
      `${quote(spelling)} is kept for differences that were tested against chance: write "large", "marked" or "important", or give the size`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
