import { quote, type Said, say } from './say.ts';

/** The rules that claims made elsewhere are held to. */
export const newsRules = {
  'claim-without-test': (said: string) =>
    say(
      `nothing is named that ${quote(said)} is held against: add an indicator with its number or how it moved, a rank with its place, "every" with "since", a target, or "untested" with the reason`,
    ),
  'claim-tests-at-odds': (key: string, other: string) =>
    say(`${quote(key)} and ${quote(other)} are two things to hold one claim against: make two claims of it`),
  'claim-test-incomplete': (key: string, needed: string) =>
    say(`${quote(key)} needs ${needed} beside it: add it`),
} as const satisfies Record<string, (...args: never[]) => Said>;
