import type { Place } from '../model/place.ts';
import { type Advice, fault, misnamed, quoteWhole, warning } from './advice.ts';

export const planRules = {
  // Targets, and names in plans
  'unknown-entry': (name: string, what: string, edition: string, near: string | null) =>
    misnamed(near)`no ${what} "${name}" is in the data or the plans of "${edition}": correct it or add it`,
  'unknown-role': (name: string, near: string | null) =>
    misnamed(near)`no role "${name}" is in data/plans/roles.yaml: correct it or add the role`,
  'unknown-picture': (name: string, near: string | null) =>
    misnamed(near)`no picture "${name}" is in content/pictures: correct the name or put the picture there`,
  'unknown-target': (name: string, near: string | null) =>
    misnamed(near)`no target "${name}" is in this plan: correct it or add the target`,
  'target-out-of-order': (later: string, earlier: string) =>
    fault`"${later}" is not after "${earlier}": write the baseline, the milestones and the aim in order of year`,
  'target-wrong-way': (spelling: string, operator: string, before: string) =>
    fault`"${spelling}" goes back from "${before}", and the target is "${operator}": correct one of them (an outcome may have been written as a target)`,
  'target-against-polarity': (operator: string, indicator: string, better: string) =>
    fault`"${operator}" asks for the worse end, since ${better} is better in "${indicator}": correct it (for a gap, "no larger than" is "at-most")`,
  'repeated-target': (measure: string, year: string, first: Place) =>
    fault`"${measure}" already has a target for ${year} at ${first.file}:${first.line}: keep one aim for a measure and year`,
  'baseline-not-of-data': (spelling: string, held: string, period: string) =>
    fault`"${spelling}" is not what data/observations holds for "${period}" (${held}): correct one of them`,
  'target-as-outcome': (spelling: string, year: string, of: string) =>
    fault`"${spelling}" is what the plan aims for by ${year}, and the plan is given as the source of it for ${of}: if it is the target, take the row out or give it the status "projection"; if it came about, say so in its note`,
  'outcome-as-aimed': (spelling: string, year: string, of: string) =>
    warning`"${spelling}" for ${of} is exactly what a plan aims for by ${year}: make sure that it is an outcome and not the target, and say so in its note`,
  'equates-not-so': (claim: string, aim: string, says: string) =>
    fault`"${claim}" is not what ${aim} needs: ${says}; correct the numbers and say so in the note`,
  'target-without-review': (target: string, edition: string) =>
    fault`the target "${target}" has no review for the edition "${edition}": add one (where officers stated no judgement, "judgement: not-stated" with the reason)`,
  'repeated-review': (target: string, first: Place) =>
    fault`the target "${target}" is already reviewed for this edition at ${first.file}:${first.line}: keep one`,

  // The scorecard
  'years-differ': (given: string, needed: string) =>
    fault`the targets are for "${given}", and the scorecard is for "${needed}": write one for each year, in order (where none is set, "missing" with the reason)`,
  'target-met-when-set': (spelling: string, value: string, year: string) =>
    warning`"${spelling}" was met already by the ${value} of ${year}, so it asks for nothing: set it anew, or say that the measure is to be kept there`,

  // The delivery plan
  'deadline-passed': (id: string, day: string, cutOff: string, was: 'due' | 'to begin') =>
    warning`the action "${id}" was ${was} by ${day}, before the edition's cut-off, "${cutOff}", and its status is not stated: find out and say whether it is done`,
  'outcome-without-promise': (id: string, near: string | null) =>
    misnamed(
      near,
    )`the edition before has no action "${id}" that this could have come of: correct the id or take the outcome out`,
  'unchecked-comparison': (spelling: string) =>
    fault`"${spelling}" compares the council with others, and no figure supports it: add "rests-on" with the fact (as "neet-16-17 better than England"), or "unchecked" with the reason`,
  'numbered-by-hand': (spelling: string) =>
    fault`"${spelling}" is a number typed by hand: take it out, for lists are numbered by the report`,

  // Action plans and the impact analysis
  'rating-too-early': (rating: string) =>
    fault`"${rating}" says that the plan is going well, and "too-early" that this cannot be told yet: correct one of them`,
  'rated-after-cut-off': (day: string, cutOff: string) =>
    fault`the rating of "${day}" came after the edition's cut-off, "${cutOff}": correct one of them`,
  'grade-count-not-so': (spelling: string, part: string, held: readonly string[]) =>
    fault`"${spelling}" is not what data/inspections holds of "${part}" (${held.join(', ')}): correct the count or what it is called, or name the figure in braces`,

  // Projections, so that none is taken for an outcome or for more than it is
  'projection-upside-down': (low: string, high: string) =>
    fault`the lower end, "${low}", is not below the upper end, "${high}": correct them`,
  'projection-not-of-data': (spelling: string, held: string, what: string) =>
    fault`"${spelling}" does not go with ${held}, ${what} in data/observations: correct one of them`,
  'projection-claim-not-so': (claim: string, from: string, range: string, least: string) =>
    fault`"${claim}" is not so at both ends: from ${from} to ${range} is ${least} at the least; correct the claim`,

  // Case studies
  'unknown-case-theme': (name: string, near: string | null) =>
    misnamed(near)`no theme "${name}" is among the themes of this file: correct it or add the theme`,
  'repeated-fact': (id: string) => fault`the fact "${id}" is already in this case study: give it another id`,
  'parts-not-sum': (label: string, value: string, sum: string) =>
    fault`the parts of "${label}" make ${sum}, and its value is "${value}": correct one of them`,
  'more-than-all': (value: string, of: number) =>
    fault`"${value}" is more than the ${of} there are in all: correct one of them`,
  'impossible-share': (share: string, of: string, near: string) =>
    fault`"${share}" per cent cannot be had of ${of}: the nearest are ${near}; correct it, say how many may not have been inspected ("uninspected"), or leave out what it is a share of and say so in the note`,
  'change-in-percent': (by: string, value: string, before: string) =>
    fault`"${by}" is given as per cent of a percentage: up ${by} points to ${value} is from ${before}, up ${by} per cent is another thing; write "in: points" if points are meant`,
  'zero-without-window': (label: string) =>
    fault`"${label}" is none: say in what time that was watched ("over", with its from and to)`,
  'window-not-over': (end: string, at: string) =>
    fault`the time watched runs to "${end}", and the fact is as at "${at}": nobody can have seen it all; correct one`,
  'tally-not-sum': (sum: number, of: number) =>
    fault`those that stayed, went up and went down make ${sum}, and there were ${of} in all: correct one of them`,
  'contact-not-reviewed': (reviewed: string, cutOff: string) =>
    warning`"${reviewed}" is more than a year before the edition's cut-off, "${cutOff}": find out whether the role is still the right one`,

  // Claims made elsewhere

  // How a council judges and governs its own work, and is held to account for it
  'area-not-assessed': (area: string) =>
    fault`the framework’s area "${area}" is not judged: add it under areas with its judgement, evidence and next steps`,
  'unknown-judgement': (name: string, allowed: readonly string[], near: string | null) =>
    misnamed(near)`the framework has no judgement "${name}": write ${allowed.join(' or ')}`,
  'peer-review-unanswered': (what: string, area: string | null) =>
    area === null
      ? fault`the reviewers ask for this ("${what}"), and nothing joins it to the self-assessment: name the area it bears on as "bears-on"`
      : fault`the reviewers ask for this ("${what}") where the council judges itself well, in "${area}": give the council’s "response", or the "reason" why none is stated`,
  'reports-in-a-circle': (ids: readonly string[]) =>
    fault`this reports to itself (${quoteWhole(ids.join(' → '))}): correct one of them`,
  'principles-miscounted': (spelling: string, held: number, what: string, file: string) =>
    fault`"${spelling}" is not the number of ${what} that ${file} lists (${held}): write that number, or use the other word if something else is meant`,
  'counts-differ': (spelling: string, other: string, first: Place) =>
    fault`"${spelling}", and "${other}" at ${first.file}:${first.line}: where both are right they count different things, so say which between the number and the name ("8 deployed NLEs"), or say so in a note alone`,
  'response-overdue': (what: string, due: string, cutOff: string) =>
    warning`"${what}" was to be answered by "${due}", and at the edition's cut-off, "${cutOff}", was not: give the "response", or say in a "reason" why there is none`,

  // References
  'repeated-link': (url: string, first: Place) =>
    fault`"${url}" is already the address of another reference at ${first.file}:${first.line}: keep one`,
  'link-check-old': (checked: string, cutOff: string) =>
    warning`"${checked}" is more than a year before the edition's cut-off, "${cutOff}": look at the address again (node scripts/links.ts) and write down the day`,
} as const satisfies Record<string, (...args: never[]) => Advice>;
