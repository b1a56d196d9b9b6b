import { quote, type Said, say, warn } from './say.ts';

/** The rules that scorecards are held to. */
export const scorecardRules = {
  'needs-one-of': (keys: readonly string[], given: readonly string[]) =>
    say(
      given.length === 0
        ? `one of ${keys.map(quote).join(', ')} is needed here: write it`
        : `${given.map(quote).join(' and ')} do not go together: keep one of them`,
    ),
  'years-differ': (given: string, needed: string) =>
    say(
      `the targets are for ${quote(given)}, and the scorecard is for "${needed}": write one for each year, in order (where none is set, "missing" with the reason)`,
    ),
  'target-met-when-set': (spelling: string, value: string, year: string) =>
    warn(
      `${quote(spelling)} was met already by the ${value} of ${year}, so it asks for nothing: set it anew, or say that the measure is to be kept there`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
