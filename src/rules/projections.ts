import { quote, type Said, say } from './say.ts';

/** The rules that projections are held to, so that none is taken for an outcome or for more than it is. */
export const projectionRules = {
  'projection-keys': (needed: string) =>
    say(
      `this projection is not whole: ${needed}; give an indicator with "low" (and "high", for a range), or a profile with "more"`,
    ),
  'projection-without-assumption': () =>
    say(
      'this projection does not say what it takes for granted: write it as "assumes", in a full sentence (as "No other school’s grade is taken to decline.")',
    ),
  'projection-upside-down': (low: string, high: string) =>
    say(`the lower end, ${quote(low)}, is not below the upper end, "${high}": correct them`),
  'projection-not-of-data': (spelling: string, held: string, what: string) =>
    say(`${quote(spelling)} does not go with ${held}, ${what} in data/observations: correct one of them`),
  'projection-claim-not-so': (claim: string, from: string, range: string, least: string) =>
    say(
      `${quote(claim)} is not so at both ends: from ${from} to ${range} is ${least} at the least; correct the claim`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
