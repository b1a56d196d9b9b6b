import { quote, quoteWhole, type Said, say, warn } from './say.ts';

/** The rules on how a council judges and governs its own work, and is held to account for it. */
export const oversightRules = {
  'area-not-assessed': (area: string) =>
    say(
      `the framework’s area ${quote(area)} is not judged: add it under areas with its judgement, evidence and next steps`,
    ),
  'unknown-judgement': (name: string, allowed: readonly string[], near: string | null) =>
    say(`the framework has no judgement ${quote(name)}: write ${allowed.join(' or ')}`, near),
  'assessment-without-evidence': (area: string) =>
    say(`the judgement of ${quote(area)} rests on nothing: give its evidence, a sentence or more`),
  'next-steps-missing': (area: string) =>
    say(
      `the area ${quote(area)} has no next steps: give them, or say why there are none as "next-steps-not-stated"`,
    ),
  'peer-review-unanswered': (what: string, area: string | null) =>
    say(
      area === null
        ? `the reviewers ask for this (${quote(what)}), and nothing joins it to the self-assessment: name the area it bears on as "bears-on"`
        : `the reviewers ask for this (${quote(what)}) where the council judges itself well, in ${quote(area)}: give the council’s "response", or the "reason" why none is stated`,
    ),
  'duties-empty': () =>
    say('no duty is listed: add the duties that the law gives the council, each with its Act and section'),
  'duty-without-law': (duty: string) =>
    say(`${quote(duty)} has no law: give its Act, section and address, or say why not as "law-not-stated"`),
  'reports-in-a-circle': (ids: readonly string[]) =>
    say(`this reports to itself (${quoteWhole(ids.join(' → '))}): correct one of them`),
  'consultation-without-result': (who: string) =>
    say(
      `nothing says what came of asking ${quote(who)}: give what they "said", or why that is not known as "said-not-stated"`,
    ),
  'principles-miscounted': (spelling: string, held: number, what: string, file: string) =>
    say(
      `${quote(spelling)} is not the number of ${what} that ${file} lists (${held}): write that number, or use the other word if something else is meant`,
    ),
  'response-overdue': (what: string, due: string, cutOff: string) =>
    warn(
      `${quote(what)} was to be answered by ${quote(due)}, and at the edition's cut-off, "${cutOff}", was not: give the "response", or say in a "reason" why there is none`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
