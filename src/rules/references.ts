import type { Place } from '../model/place.ts';
import { quote, type Said, say, warn } from './say.ts';

/** The rules that references are held to. */
export const referenceRules = {
  'link-gone': (url: string) =>
    say(`${quote(url)} leads nowhere: give the address of a copy in an archive as "archived"`),
  'repeated-link': (url: string, first: Place) =>
    say(`${quote(url)} is already the address of another reference at ${first.file}:${first.line}: keep one`),
  'link-without-day': (status: string) =>
    say(
      `the status is ${quote(status)}, and no day is given on which that was found: add "checked", or write "not-checked"`,
    ),
  'link-check-old': (checked: string, cutOff: string) =>
    warn(
      `${quote(checked)} is more than a year before the edition's cut-off, "${cutOff}": look at the address again (node scripts/links.ts) and write down the day`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
