import { quote, type Said, warn } from './say.ts';

/** The rules that keep persons out of what is printed. */
export const peopleRules = {
  'personal-name': (spelling: string) =>
    warn(
      `${quote(spelling)} looks like the name of a person: a report names roles, as "the cabinet member", so that nobody’s name is published or goes out of date`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
