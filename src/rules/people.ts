import { quote, type Said, say, warn } from './say.ts';

/** The rules on persons, and on those who speak or answer for something. */
export const peopleRules = {
  'personal-name': (spelling: string) =>
    warn(
      `${quote(spelling)} looks like the name of a person: a report names roles, as "the cabinet member", so that nobody’s name is published or goes out of date`,
    ),
  'quotation-without-permission': (id: string) =>
    say(
      `nothing says that the words ${quote(id)} may be printed: under permission, give the role that allowed it ("by") and the day ("date"), or the publication they are from ("published")`,
    ),
  'contact-review-due': (reviewed: string, edition: string, cutOff: string) =>
    warn(
      `${quote(reviewed)} is more than a year before the cut-off of the edition "${edition}", "${cutOff}": make sure that the contact is still right, then write the day here`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
