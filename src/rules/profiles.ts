import { joined, quote, type Said, say } from './say.ts';

/** The rules that profiles and their counts are held to. */
export const profileRules = {
  'profile-keys-at-odds': (key: string, kind: string) =>
    say(`${quote(key)} does not go with a profile of the kind "${kind}": take it out or correct the kind`),
  'framework-not-in-force': (asAt: string, profile: string, years: string) =>
    say(
      `the framework of the profile ${quote(profile)} was not in force on ${quote(asAt)} (it runs ${years}): correct the date, or give the count to the profile of the framework that was`,
    ),
  'break-outside-framework': (from: string, years: string) =>
    say(
      `a break at ${quote(from)} separates nothing, for the framework runs ${years}: correct it or take it out`,
    ),
  'aspects-differ': (aspect: string, total: number, other: string, otherTotal: number) =>
    say(
      `the counts of ${quote(aspect)} add to ${total} and those of "${other}" to ${otherTotal}, though each school is judged on both: correct them, or say why in the note of a row of ${quote(aspect)}, with both totals`,
    ),
  'totals-differ': (profile: string, total: number, other: string, otherTotal: number) =>
    say(
      `the counts of ${quote(profile)} add to ${total} and those of "${other}" in the same year to ${otherTotal}, though both count the same schools: correct them, or say why in the note of one of these rows, with both totals`,
    ),
  'programme-not-summing': (whole: string, counted: number, parts: readonly string[], sum: number) =>
    say(
      `${quote(whole)} is ${counted}, and ${joined(parts.map(quote), 'and')} add to ${sum}: correct the counts, for each member is in one of them`,
    ),
  'part-without-outcomes': (part: string, profile: string) =>
    say(
      `the programme ${quote(profile)} has no words for outcomes, so ${quote(part)} cannot be said: add "outcomes" to it or take the row out`,
    ),
  'weighting-differs': (measure: string, measured: string, promised: string) =>
    say(
      `${quote(measure)} counts ${measured}, and the promise is of ${promised}, which is a different measure: measure it by ${promised}, or say in a note how the one stands for the other`,
    ),
  'weightings-set-beside': (name: string, its: string, other: string, others: string) =>
    say(
      `${quote(`{${name}}`)} counts ${its}, and ${quote(`{${other}}`)} in the same sentence counts ${others}, so the two may not be set beside each other: write a sentence for each`,
    ),
  'count-not-of-profile': (value: string, profile: string, parts: readonly string[], sum: number) =>
    say(
      `${quote(value)} is not what the profile ${quote(profile)} counts for the same year: ${joined(parts.map(quote), 'and')} add to ${sum}; correct one of them`,
    ),
  'label-not-of-count': (label: string, name: string, counted: readonly string[]) =>
    say(
      `${quote(label)} is said of ${quote(`{${name}}`)}, which counts ${joined(counted.map(quote), 'and')} together: call it by a name for all of them, or name the count of that grade alone`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
