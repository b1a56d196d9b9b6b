import type { Place } from './model/place.ts';
import { caseStudyRules } from './rules/case-studies.ts';
import { fileRules } from './rules/files.ts';
import { localityRules } from './rules/localities.ts';
import { newsRules } from './rules/news.ts';
import { oversightRules } from './rules/oversight.ts';
import { peopleRules } from './rules/people.ts';
import { planRules } from './rules/plans.ts';
import { profileRules } from './rules/profiles.ts';
import { referenceRules } from './rules/references.ts';
import { joined, quote, type Said, say, warn } from './rules/say.ts';
import { wordRules } from './rules/words.ts';

export { onOneLine, quote, type Said } from './rules/say.ts';

const absenceAdvice =
  'c (suppressed), z (not applicable), x (not available), u (unreliable), low, not-collected or not-yet-published';

/** Every rule, by its permanent name: what it needs to know, and what it says. */
export const rules = {
  ...fileRules,

  // CSV
  'bad-header': (first: string, columns: readonly string[]) =>
    say(
      `the first line, ${quote(first)}, does not name the columns: it must be "${columns.join(',')}", separated by commas`,
    ),
  'unknown-column': (name: string, near: string | null) =>
    say(`there is no column ${quote(name)}: rename it or take it out`, near),
  'missing-column': (name: string) =>
    say(`the column "${name}" is missing: add it to the first line and to every row`),
  'duplicate-column': (name: string) => say(`the column ${quote(name)} is there twice: keep one`),
  'short-row': (fields: number, columns: number) =>
    say(`this row has ${fields} of ${columns} fields: add the commas that are missing`),
  'long-row': (fields: number, columns: number) =>
    say(`this row has ${fields} fields for ${columns} columns: put text that holds a comma in double quotes`),
  'blank-row': () => say('this row is blank, with rows after it: take it out'),
  'quote-fault': (what: string) =>
    say(
      `${what}, so this row cannot be read: put the whole field in double quotes and write a quote inside it twice ("")`,
    ),

  // YAML
  'broken-yaml': (reason: string) =>
    say(
      `this is not YAML (${reason}): check the indentation and quotes here and on the line before; text that holds ": " or begins with a sign needs quotes`,
    ),
  'tab-in-yaml': () => say('there is a tab in the indentation: use spaces'),
  'yaml-alias': (name: string) =>
    say(`${quote(name)} stands for something written elsewhere: write it out in full`),
  'several-documents': () => say('a second document begins here ("---"): keep one document in a file'),
  'duplicate-key': (key: string, line: number) =>
    say(`${quote(key)} is already given on line ${line}: keep one of them`),
  'unknown-key': (key: string, near: string | null) =>
    say(`there is no ${quote(key)} here: correct it or take it out`, near),
  'missing-key': (key: string, about: string | null) =>
    say(`${quote(key)} is missing here: add it${about === null ? '' : ` (${about})`}`),
  'empty-value': (name: string, advice: string) => say(`${quote(name)} is empty: ${advice}`),
  'wrong-value': (spelling: string, advice: string, near: string | null = null) =>
    say(`${quote(spelling)} ${advice}`, near),
  'wrong-type': (spelling: string, advice: string, near: string | null = null) =>
    say(`${quote(spelling)} ${advice}`, near),

  // Names
  'unknown-indicator': (name: string, near: string | null) =>
    say(`no indicator ${quote(name)} is in data/catalogue: correct it or add it there`, near),
  'unknown-profile': (name: string, near: string | null) =>
    say(`no profile ${quote(name)} is in data/catalogue: correct it or add it there`, near),
  'unknown-area': (name: string, near: string | null) =>
    say(`no area has the code ${quote(name)} in data/areas.yaml: correct it or add it there`, near),
  'unknown-neighbours': (name: string, near: string | null) =>
    say(`no list of neighbours ${quote(name)} is in data/areas.yaml: correct it or add it there`, near),
  'unknown-topic': (name: string, near: string | null) =>
    say(`no topic ${quote(name)} is in data/breakdowns.yaml: correct it or add it there`, near),
  'unknown-group': (name: string, topic: string, near: string | null) =>
    say(
      `the topic ${quote(topic)} has no group ${quote(name)}: correct it or add it to data/breakdowns.yaml`,
      near,
    ),
  'unknown-source': (name: string, near: string | null) =>
    say(`no source ${quote(name)} is in data/sources.yaml: correct it or add it there`, near),
  'unknown-theme': (name: string, near: string | null) =>
    say(`no theme ${quote(name)} is in data/catalogue: correct it or add data/catalogue/${name}.yaml`, near),
  'unknown-edition': (name: string, near: string | null) =>
    say(`no edition ${quote(name)} is in data/editions: correct it or add the edition there`, near),
  'unknown-part': (name: string, profile: string, near: string | null) =>
    say(
      `the profile ${quote(profile)} has no part ${quote(name)}: correct it or add it to the profile`,
      near,
    ),
  'unknown-phase': (name: string, profile: string, near: string | null) =>
    say(
      `the profile ${quote(profile)} has no phase ${quote(name)}: correct it or add it to the profile`,
      near,
    ),
  'summed-phase': (phase: string) =>
    say(`the phase ${quote(phase)} is the sum of the others: leave its rows out`),
  'missing-part': (phase: string, missing: readonly string[]) =>
    say(
      `the phase ${quote(phase)} lacks ${missing.map(quote).join(', ')}: add a row for each part, with 0 where there are none`,
    ),
  'alike-names': (name: string, other: string) =>
    say(
      `${quote(name)} and ${quote(other)} differ only in marks, so their figures could not be told apart: rename one of them`,
    ),
  'low-contrast': (ratio: string) =>
    say(`these two colours have a contrast of ${ratio} to 1, and text needs 4.5 to 1: choose others`),
  'figure-not-given': (name: string, why: string) =>
    say(`the figure ${quote(`{${name}}`)} may not be given (${why}): write the sentence without it`),
  'duplicate-id': (name: string, first: Place) =>
    say(`${quote(name)} is already used at ${first.file}:${first.line}: give each a name of its own`),

  // Figures
  'missing-figure': () =>
    say(
      `there is no value here and not both counts: write the value, the numerator and the denominator, or a symbol that says why there is none: ${absenceAdvice}`,
    ),
  'not-a-symbol': (spelling: string, near: string | null) =>
    say(`${quote(spelling)} does not say why there is no figure: write ${absenceAdvice}`, near),
  'too-many-digits': (spelling: string, advice: string) =>
    say(`${quote(spelling)} has more digits than any figure was published with: ${advice}`),
  'percentage-out-of-range': (spelling: string) =>
    say(`${quote(spelling)} is not between 0 and 100: correct the percentage`),
  'impossible-percentage': (spelling: string, denominator: number, nearest: readonly string[]) =>
    say(
      `${quote(spelling)} cannot be a percentage of ${denominator}: correct it (${joined(nearest, 'and')} would be possible), or leave the denominator out if it was rounded`,
    ),
  'value-not-of-counts': (spelling: string, numerator: number, denominator: number, made: string) =>
    say(
      `${quote(spelling)} is not what ${numerator} of ${denominator} makes (${made}): correct one of the three, or leave the value empty to have it worked out`,
    ),
  'numerator-above-denominator': (numerator: string, denominator: string) =>
    say(`the numerator ${quote(numerator)} is more than the denominator ${quote(denominator)}: correct them`),
  'numerator-without-value': (symbol: string) =>
    say(
      `the value ${quote(symbol)} says there is no figure, and there is a numerator: write the value or take the numerator out`,
    ),
  'negative-count': (spelling: string) => say(`${quote(spelling)} is a count below zero: correct it`),
  'zero-denominator': () =>
    say(
      'the denominator is "0", so nothing can be a share of it: correct it, or write z (not applicable) as the value',
    ),
  'bad-period': (spelling: string, near: string | null = null) =>
    say(`${quote(spelling)} is not an academic year: write it as 201314`, near),
  'period-mismatch': (spelling: string, file: string) =>
    say(
      `the period ${quote(spelling)} is not that of the file, "${file}": correct it or move the row to its own file`,
    ),
  'bad-date': (spelling: string) => say(`${quote(spelling)} is not a date: write it as 2014-07-31`),
  'bad-status': (spelling: string, known: readonly string[], near: string | null) =>
    say(`${quote(spelling)} is not a status: write ${joined(known, 'or')}`, near),
  'duplicate-observation': (first: Place) =>
    say(
      `this figure is already given at ${first.file}:${first.line}: take one out, or give them different "released" dates if one revises the other`,
    ),
  'difference-without-figures': (against: string) =>
    say(
      `one of the two figures this is the difference of is not in data/observations (against ${quote(against)}): add it, or take this row out`,
    ),
  'difference-not-of-values': (spelling: string) =>
    say(
      `${quote(spelling)} cannot be the difference of the two figures, however they were rounded: correct one of the three (its sign says which is more)`,
    ),
  'difference-not-earlier': (against: string, period: string) =>
    say(`${quote(against)} is not before "${period}": write the earlier of the two years`),
  'coverage-differs': (source: string, theirs: string, indicator: string, ours: string) =>
    say(
      `the source ${quote(source)} covers "${theirs}", and the indicator ${quote(indicator)} "${ours}", so the two may not stand in one table: take the figure from a source that covers the same, or give it an indicator of its own`,
    ),
  'indicator-in-wrong-theme': (name: string, theme: string, folder: string) =>
    say(
      `the indicator ${quote(name)} belongs to the theme "${theme}", not "${folder}": move the row to that theme's folder`,
    ),
  'figure-before-its-year': (period: string, released: string) =>
    say(
      `the year ${quote(period)} had only begun when this came out, on "${released}": correct the period, or write the status "projection" if it is one`,
    ),
  'profile-in-wrong-period': (asAt: string, period: string) =>
    say(
      `the date ${quote(asAt)} is not in the academic year "${period}" or the months after it: correct one of them`,
    ),
  'outside-start-end': (name: string, period: string, years: string) =>
    say(
      `the indicator ${quote(name)} has no ${quote(period)}: it runs ${years}; correct the period, or its start and end in the catalogue`,
    ),
  'topic-not-listed': (topic: string, indicator: string) =>
    warn(
      `the indicator ${quote(indicator)} does not list the topic ${quote(topic)}, so no page shows this row: add it to its breakdowns`,
    ),

  // The catalogue and editions
  'wrong-file-name': (spelling: string, name: string) =>
    say(`${quote(spelling)} does not match the file's name: make both "${name}"`),
  'wrong-unit': (unit: string, measure: string, right: string) =>
    say(`the unit ${quote(unit)} does not go with the measure "${measure}": make it "${right}"`),
  'end-before-start': (end: string, start: string) =>
    say(`the end, ${quote(end)}, is before the start, "${start}": correct one of them`),
  'break-outside-start-end': (from: string, years: string) =>
    say(
      `a break at ${quote(from)} separates nothing, for the indicator runs ${years}: correct it or take it out`,
    ),
  'break-out-of-order': (from: string) =>
    say(`the break at ${quote(from)} is not after the one before it: put them in order, one a year`),
  'bands-out-of-order': () =>
    say('the bands must grow, "similar" at most "slight" at most "well": correct them'),
  'missing-comparator': (name: string, needed: string) =>
    say(`the comparator ${quote(name)} needs ${needed} in data/areas.yaml: add it there or take it out here`),
  'pending-overdue': (due: string, cutOff: string) =>
    say(
      `${quote(due)} is not after the edition's cut-off, "${cutOff}": enter the figure, or say when it is now promised`,
    ),
  'theme-not-in-edition': (theme: string, edition: string) =>
    say(
      `the theme ${quote(theme)} is not one of the edition "${edition}": add it to the edition's themes or take this out`,
    ),
  'unknown-figure': (name: string, near: string | null = null) =>
    say(
      `no figure is known by the name ${quote(`{${name}}`)} in this edition: correct it (an indicator's id, then for instance "change", "of nation", "for Girls" or "in 2012/13")`,
      near,
    ),
  'typed-figure': (spelling: string) =>
    say(
      `${quote(spelling)} is typed by hand and would not follow the data: name the figure in braces instead`,
    ),
  'empty-commentary': () => warn('this commentary has no words: write some or take the file out'),
  ...localityRules,
  ...oversightRules,
  ...peopleRules,
  ...caseStudyRules,
  ...newsRules,
  ...planRules,
  ...referenceRules,
  ...profileRules,
  ...wordRules,
} as const satisfies Record<string, (...args: never[]) => Said>;

/** The name of a rule. */
export type Rule = keyof typeof rules;
