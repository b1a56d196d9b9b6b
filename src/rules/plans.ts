import type { Place } from '../model/place.ts';
import { deliveryRules } from './delivery.ts';
import { quote, type Said, say } from './say.ts';
import { scorecardRules } from './scorecard.ts';

/** The rules that plans and their targets are held to. */
export const planRules = {
  'unknown-entry': (name: string, what: string, edition: string, near: string | null) =>
    say(`no ${what} ${quote(name)} is in the data or the plans of "${edition}": correct it or add it`, near),
  'unknown-role': (name: string, near: string | null) =>
    say(`no role ${quote(name)} is in data/plans/roles.yaml: correct it or add the role`, near),
  'unknown-target': (name: string, near: string | null) =>
    say(`no target ${quote(name)} is in this plan: correct it or add the target`, near),
  'target-without-measure': () =>
    say(
      'this says neither how the target is measured nor that nothing can tell: name an indicator or a profile, or write "measure: none" with the reason',
    ),
  'target-keys-at-odds': (key: string, other: string) =>
    say(`${quote(key)} does not go with ${quote(other)}: keep one of them`),
  'target-out-of-order': (later: string, earlier: string) =>
    say(
      `${quote(later)} is not after "${earlier}": write the baseline, the milestones and the aim in order of year`,
    ),
  'target-wrong-way': (spelling: string, operator: string, before: string) =>
    say(
      `${quote(spelling)} goes back from "${before}", and the target is "${operator}": correct one of them (an outcome may have been written as a target)`,
    ),
  'target-against-polarity': (operator: string, indicator: string, better: string) =>
    say(
      `${quote(operator)} asks for the worse end, since ${better} is better in ${quote(indicator)}: correct it (for a gap, "no larger than" is "at-most")`,
    ),
  'repeated-target': (measure: string, year: string, first: Place) =>
    say(
      `${quote(measure)} already has a target for ${year} at ${first.file}:${first.line}: keep one aim for a measure and year`,
    ),
  'baseline-not-of-data': (spelling: string, held: string, period: string) =>
    say(
      `${quote(spelling)} is not what data/observations holds for "${period}" (${held}): correct one of them`,
    ),
  'equates-not-so': (claim: string, aim: string, says: string) =>
    say(`${quote(claim)} is not what ${aim} needs: ${says}; correct the numbers and say so in the note`),
  'target-without-review': (target: string, edition: string) =>
    say(
      `the target ${quote(target)} has no review for the edition "${edition}": add one (where officers stated no judgement, "judgement: not-stated" with the reason)`,
    ),
  'repeated-review': (target: string, first: Place) =>
    say(
      `the target ${quote(target)} is already reviewed for this edition at ${first.file}:${first.line}: keep one`,
    ),
  ...scorecardRules,
  ...deliveryRules,
} as const satisfies Record<string, (...args: never[]) => Said>;
