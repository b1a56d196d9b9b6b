import { quote, type Said, say, warn } from './say.ts';

/** The rules that case studies are held to. */
export const caseStudyRules = {
  'unknown-case-theme': (name: string, near: string | null) =>
    say(`no theme ${quote(name)} is among the themes of this file: correct it or add the theme`, near),
  'repeated-fact': (id: string) =>
    say(`the fact ${quote(id)} is already in this case study: give it another id`),
  'fact-without-value': (label: string) =>
    say(`${quote(label)} has no value: give it, or the parts that it is the sum of`),
  'fact-keys-at-odds': (key: string, other: string) =>
    say(`${quote(key)} does not go with ${quote(other)} in a fact: keep one of them`),
  'parts-not-sum': (label: string, value: string, sum: string) =>
    say(`the parts of ${quote(label)} make ${sum}, and its value is ${quote(value)}: correct one of them`),
  'more-than-all': (value: string, of: number) =>
    say(`${quote(value)} is more than the ${of} there are in all: correct one of them`),
  'impossible-share': (share: string, of: string, near: string) =>
    say(
      `${quote(share)} per cent cannot be had of ${of}: the nearest are ${near}; correct it, say how many may not have been inspected ("uninspected"), or leave out what it is a share of and say so in the note`,
    ),
  'change-in-percent': (by: string, value: string, before: string) =>
    say(
      `${quote(by)} is given as per cent of a percentage: up ${by} points to ${value} is from ${before}, up ${by} per cent is another thing; write "in: points" if points are meant`,
    ),
  'zero-without-window': (label: string) =>
    say(`${quote(label)} is none: say in what time that was watched ("over", with its from and to)`),
  'window-not-over': (end: string, at: string) =>
    say(
      `the time watched runs to ${quote(end)}, and the fact is as at "${at}": nobody can have seen it all; correct one`,
    ),
  'tally-incomplete': (same: number, up: number, of: number) =>
    say(
      `of ${of}, ${same} stayed and ${up} went up, and nothing is said of those that went down: add "down" (0, where the others make up all)`,
    ),
  'tally-not-sum': (sum: number, of: number) =>
    say(
      `those that stayed, went up and went down make ${sum}, and there were ${of} in all: correct one of them`,
    ),
  'contact-not-reviewed': (reviewed: string, cutOff: string) =>
    warn(
      `${quote(reviewed)} is more than a year before the edition's cut-off, "${cutOff}": find out whether the role is still the right one`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
