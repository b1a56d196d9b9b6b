import { quote, type Said, say, warn } from './say.ts';

/** The rules that plans of delivery are held to. */
export const deliveryRules = {
  'deadline-passed': (id: string, day: string, cutOff: string, was: 'due' | 'to begin') =>
    warn(
      `the action ${quote(id)} was ${was} by ${day}, before the edition's cut-off, "${cutOff}", and its status is not stated: find out and say whether it is done`,
    ),
  'outcome-without-promise': (id: string, near: string | null) =>
    say(
      `the edition before has no action ${quote(id)} that this could have come of: correct the id or take the outcome out`,
      near,
    ),
  'outcome-without-measure': (id: string) =>
    say(
      `nothing tells whether ${quote(id)} has come about: list its "measures", or write "unmeasured" with the reason`,
    ),
  'unchecked-comparison': (spelling: string) =>
    say(
      `${quote(spelling)} sets the council beside others, and no figure bears it out: add "rests-on" with the fact (as "neet-16-17 better than England"), or "unchecked" with the reason`,
    ),
  'numbered-by-hand': (spelling: string) =>
    say(`${quote(spelling)} is a number typed by hand: take it out, for lists are numbered by the report`),
} as const satisfies Record<string, (...args: never[]) => Said>;
