import { quote, type Said, say } from './say.ts';

/** The rules that the days and years of figures are held to. */
export const dayRules = {
  'figure-before-its-year': (period: string, released: string) =>
    say(
      `the year ${quote(period)} had only begun when this came out, on "${released}": correct the period, or write the status "projection" if it is one`,
    ),
  'profile-in-wrong-period': (asAt: string, period: string) =>
    say(
      `the date ${quote(asAt)} is not in the academic year "${period}" or the months after it: correct one of them`,
    ),
  'pending-overdue': (due: string, cutOff: string) =>
    say(
      `${quote(due)} is not after the edition's cut-off, "${cutOff}": enter the figure, or say when it is now promised`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
