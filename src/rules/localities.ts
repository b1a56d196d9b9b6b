import { quote, type Said, say } from './say.ts';

/** The rules that wards and localities, and the lists of them that make up a council, are held to. */
export const localityRules = {
  'locality-without-parent': (name: string, kind: string, council: string) =>
    say(`the ${kind} ${quote(name)} does not say which council it lies in: add "parent: ${council}"`),
  'locality-elsewhere': (parent: string, kind: string, council: string) =>
    say(
      `this ${kind} lies in ${quote(parent)}, and the report is on "${council}": correct the parent, or take the ${kind} out`,
    ),
  'parent-of-no-locality': (parent: string, kind: string) =>
    say(
      `only a ward or a locality has a parent, and this is of the kind "${kind}": take ${quote(parent)} out, or correct the kind`,
    ),
  'make-up-mixed': (name: string, kind: string, others: string) =>
    say(
      kind === others
        ? `${quote(name)} is of the kind "${kind}": only wards, or only localities, make up a council; take it out`
        : `${quote(name)} is of the kind "${kind}", and the list begins with a ${others}: make a list of each kind`,
    ),
  'make-up-elsewhere': (of: string, council: string) =>
    say(
      `the report is on "${council}", and this list makes up ${quote(of)}: correct it, or take the list out`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
