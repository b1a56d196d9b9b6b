import type { Place } from './model/place.ts';
import { type Advice, fault, misnamed, nameList, quote, quoteWhole, warning } from './rules/advice.ts';
import { auditRules, disclosureRules } from './rules/disclosure.ts';
import { importRules } from './rules/imports.ts';
import { planRules } from './rules/plans.ts';

const factForms =
  '"ks2-rwm-l4 rose" (or fell, unchanged, improved, worsened), "ks2-rwm-l4 above England" (or below, in line with, better than, worse than; England, the region or neighbours), "ks2-rwm-l4 highest since 2009/10" (or lowest, best, worst; with or without the year), "ks2-rwm-l4 ranked 53", "ks2-rwm-l4 for Girls rose", "ks2-rwm-l4 gap Boys narrowed" (or widened, unchanged), "ks2-rwm-l4 gap Boys wider than England" (or narrower than), "all headlines rose", "all of ks2 above England", each perhaps with "in 2012/13" after it';

const absenceAdvice =
  'c (suppressed), z (not applicable), x (not available), u (unreliable), low, not-collected or not-yet-published';

const heldAgainst = {
  authorities: 'the same figure of other authorities',
  years: 'the same figure in other years',
} as const;
type HeldAgainst = keyof typeof heldAgainst;

function andMore(others: number): string {
  return others === 0 ? '' : ` (as with ${others} more in this file)`;
}

const hereOr = (beside: string) => (beside === '' ? 'here' : `beside ${quote(beside)}`);

/** "next", or "next" under "without". */
const keyName = (key: string) => key.split('.').toReversed().map(quote).join(' under ');

/** What is said of a name that the data does not have. */
const unknown = (what: string, where: string) => (name: string, near: string | null) =>
  misnamed(near)`no ${what} "${name}" is in ${where}: correct it or add it there`;

/** Every rule, by its permanent name: what it needs to know, and what it says. */
export const rules = {
  // Files and folders
  'missing-file': (
    what: string,
    advice: string = "add it (another council's folder shows how it is laid out)",
  ) => fault`${what} is missing: ${advice}`,
  'not-a-file': () => fault`this is a folder where a file is needed: rename it or move it away`,
  'not-a-folder': () => fault`this is a file where a folder is needed: rename it or move it away`,
  unreadable: (reason: string) =>
    fault`this cannot be read (${reason}): check its permissions and that no other program holds it`,
  'outside-folder': () =>
    fault`this is a link to a place outside the council folder: put the file itself here`,
  'unexpected-file': (expected: string) =>
    warning`nothing reads this file: only ${expected} belong here; move it or rename it`,
  'reserved-name': (name: string, why: string) =>
    fault`"${name}" ${why}, and it would name a file there: choose another name`,
  'same-but-for-case': (name: string, other: string) =>
    fault`"${name}" and "${other}" differ only in capitals, and are one file on Windows and on Macs: rename one of them`,
  'wrong-capitals': (name: string, right: string) =>
    fault`"${name}" is written "${right}": rename it (Windows takes one for the other, and most servers do not)`,
  'file-too-large': (most: number) =>
    fault`this file is larger than ${most} MB, which no file of a council folder is: take it out, or bring a publisher's file in with import`,
  'too-many-rows': (most: number) =>
    fault`this file has more than ${most.toLocaleString('en-GB')} rows, so none was read: divide it, or bring a publisher's file in with import`,
  'field-too-long': (most: number) =>
    fault`what stands here is longer than ${most.toLocaleString('en-GB')} characters: shorten it, or take out what was pasted in by mistake`,
  'empty-file': (needed: string) => fault`this file is empty: ${needed}`,
  'wrong-encoding': (what: string) => fault`${what}; save the file as UTF-8 (in Excel, "CSV UTF-8")`,
  'nul-byte': () => fault`there is a NUL byte here, so this is not text: save the file again as UTF-8 text`,
  'invisible-character': (name: string) =>
    fault`there is a character here that does not show (${name}), which readers' programs stumble over: take it out, and any other of its kind in this file (it often comes along when words are copied)`,
  'personal-data': (what: string) =>
    fault`this looks like ${what}: nothing about one person belongs in a council folder, so take it out here and in every copy, and tell whoever looks after data protection if it was shared`,
  'personal-column': (name: string) =>
    fault`the column "${name}" is about single people: only figures about many belong here, so take the whole file out and enter counts or shares in its place`,
  'not-a-picture': (name: string) =>
    fault`"${name}" cannot be read as the kind of picture that its name says, or is damaged: save it again as JPEG (.jpg) or PNG (.png)`,
  'picture-unfit': (why: string) => fault`${why}`,
  workbook: () =>
    fault`this is a workbook (Excel or OpenDocument), whatever its name: open it and save the sheet as "CSV UTF-8"`,

  // CSV
  'bad-header': (first: string, columns: readonly string[]) =>
    fault`the first line, "${first}", does not name the columns: it must be ${quoteWhole(columns.join(','))}, separated by commas`,
  'wrong-separator': (mark: string) =>
    fault`the columns are divided by ${mark === '\t' ? 'tabs' : quote(mark)}, not by commas: save the file as CSV with commas (in Excel, "CSV UTF-8"; where that writes semicolons, the region set in Windows has a decimal comma)`,
  footnote: (words: string) =>
    warning`"${words}" is below the rows and is not read: take it out, or put it in the note of the rows it is about`,
  'decimal-comma': ([whole = '', rest = '']: readonly string[]) => {
    const thousands = rest.length === 3 ? `"${whole}${rest}" if it counts thousands, or ` : '';
    return fault`"${whole},${rest}" takes up two columns, so all that follows it stands one column too far: write ${thousands}"${whole}.${rest}", with a decimal point`;
  },
  'unknown-column': (name: string, near: string | null) =>
    misnamed(near)`there is no column "${name}": rename it or take it out`,
  'missing-column': (name: string) =>
    fault`the column "${name}" is missing: add it to the first line and to every row`,
  'duplicate-column': (name: string) => fault`the column "${name}" is there twice: keep one`,
  'short-row': (fields: number, columns: number) =>
    fault`this row has ${fields} of ${columns} fields: add the commas that are missing`,
  'long-row': (fields: number, columns: number) =>
    fault`this row has ${fields} fields for ${columns} columns: put text that holds a comma in double quotes`,
  'blank-row': () => fault`this row is blank, with rows after it: take it out`,
  'quote-fault': (what: string) =>
    fault`${what}, so this row cannot be read: put the whole field in double quotes and write a quote inside it twice ("")`,

  // Published figures
  'series-twice': (what: string, where: string) => fault`"${what}" is there twice (${where}): keep one`,
  'publications-differ': (
    series: string,
    [area, year]: readonly [string, string],
    [one, other]: readonly [string, string],
    [first, second]: readonly [string, string],
    others: number,
  ) =>
    warning`"${series}" of ${area} in ${year} is ${first} in "${one}" and ${second} in "${other}"${others === 0 ? '' : `, and ${others} more of its figures differ`}: readers may hold either; the report has those of the source that the catalogue names for the measure`,
  'group-resized': (
    group: string,
    indicator: string,
    year: string,
    [now, before]: readonly [string, string],
  ) =>
    warning`by the figures of "${indicator}" in ${year}, "${group}" are about ${now}% of everyone, and ${before}% the year before: make sure that they are of the same pupils, and say in the commentary that the group changed`,
  'series-not-listed': (series: string, period: string) =>
    fault`series.csv has no row for "${series}" in ${period}, so nothing says when its figures came out: import the file of its publisher again`,

  // YAML
  'broken-yaml': (reason: string) =>
    fault`this is not YAML (${reason}): check the indentation and quotes here and on the line before; text that holds ": " or begins with a sign needs quotes`,
  'tab-in-yaml': () => fault`there is a tab in the indentation: use spaces`,
  'yaml-alias': (name: string, what: 'nothing' | 'too much') =>
    what === 'nothing'
      ? fault`"${name}" stands for nothing written before it in this file: mark what it stands for with "${name.replace('*', '&')}", or write it out in full`
      : fault`"${name}" stands for more than a file may hold: write out what is meant`,
  'several-documents': () => fault`a second document begins here ("---"): keep one document in a file`,
  'duplicate-key': (key: string, line: number) =>
    fault`"${key}" is already given on line ${line}: keep one of them`,
  'unknown-key': (key: string, near: string | null) =>
    misnamed(near)`there is no "${key}" here: correct it or take it out`,
  'missing-key': (key: string, about: string | null, beside = '') =>
    fault`"${key}" is missing ${hereOr(beside)}: add it${about === null ? '' : ` (${about})`}`,
  'needs-one-of': (keys: readonly (readonly [string, string | null])[], beside: string) => {
    const named = keys.map(([key, about]) => `${keyName(key)}${about === null ? '' : ` (${about})`}`);
    return fault`one of these is missing ${hereOr(beside)}: add ${nameList(named, 'or')}`;
  },
  'keys-at-odds': (key: string, other: string) =>
    fault`${keyName(key)} does not go with ${keyName(other)}: take one of them out or correct it`,
  'empty-value': (name: string, advice: string) => fault`"${name}" is empty: ${advice}`,
  'wrong-value': (spelling: string, advice: string, near: string | null = null) =>
    misnamed(near)`"${spelling}" ${advice}`,
  'wrong-type': (spelling: string, advice: string, near: string | null = null) =>
    misnamed(near)`"${spelling}" ${advice}`,

  // Names
  'unknown-indicator': unknown('indicator', 'data/catalogue'),
  'unknown-profile': unknown('profile', 'data/catalogue'),
  'unknown-area': (name: string, near: string | null) =>
    misnamed(
      near,
    )`no area has the code "${name}", in England’s list or in data/areas.yaml: correct it, or add it there`,
  'overlapping-neighbours': (name: string, other: string, isCouncil: boolean) =>
    isCouncil
      ? fault`"${name}" is the council itself, or one of those whose place it took, so its own pupils would be in the average it is compared with: leave it out`
      : fault`"${name}" and "${other}" are one area, or one took the place of the other, so the same pupils would be in their average twice: keep one of them`,
  'unknown-neighbours': (name: string, near: string | null) =>
    misnamed(
      near,
    )`this council has no list of neighbours "${name}": correct it, or add it to data/areas.yaml`,
  'unknown-topic': unknown('topic', 'data/breakdowns.yaml'),
  'unknown-group': (name: string, topic: string, near: string | null) =>
    misnamed(near)`the topic "${topic}" has no group "${name}": correct it or add it to data/breakdowns.yaml`,
  'group-in-others': (name: string, topics: readonly string[]) =>
    topics.length === 0
      ? fault`the group "${name}" says in which groups it lies, and its topic refines none: add "refines", or take "in" out`
      : fault`the group "${name}" does not say in which group of ${nameList(topics, 'and')} it lies: list one of each, in that order, under "in"`,
  'unknown-source': unknown('source', 'data/sources.yaml'),
  'unknown-break': (name: string, near: string | null) =>
    misnamed(near)`no break "${name}" is in breaks.yaml: correct it, or write its from, kind and note here`,
  'unknown-pause': (name: string, near: string | null) =>
    misnamed(
      near,
    )`no pause "${name}" is in breaks.yaml: correct it, or write its from, to, because and before here`,
  'unknown-theme': (name: string, near: string | null) =>
    misnamed(near)`no theme "${name}" is in data/catalogue: correct it or add data/catalogue/${name}.yaml`,
  'unknown-edition': (name: string, near: string | null) =>
    misnamed(near)`no edition "${name}" is in data/editions: correct it or add the edition there`,
  'unknown-part': (name: string, profile: string, near: string | null) =>
    misnamed(near)`the profile "${profile}" has no part "${name}": correct it or add it to the profile`,
  'unknown-phase': (name: string, profile: string, near: string | null) =>
    misnamed(near)`the profile "${profile}" has no phase "${name}": correct it or add it to the profile`,
  'summed-phase': (phase: string) => fault`the phase "${phase}" is the sum of the others: leave its rows out`,
  'missing-part': (phase: string, missing: readonly string[]) =>
    fault`the phase "${phase}" lacks ${missing.map(quote).join(', ')}: add a row for each part, with 0 where there are none`,
  'alike-names': (name: string, other: string) =>
    fault`"${name}" and "${other}" differ only in marks, so their figures could not be told apart: rename one of them`,
  'low-contrast': (ratio: string) =>
    fault`these two colours have a contrast of ${ratio} to 1, and text needs 4.5 to 1: choose others`,
  'figure-not-given': (name: string, why: string) =>
    fault`the figure "{${name}}" may not be given (${why}): write the sentence without it`,
  'duplicate-id': (name: string, first: Place) =>
    fault`"${name}" is already used at ${first.file}:${first.line}: give each a name of its own`,

  // Figures
  'missing-figure': () =>
    fault`there is no value here and not both counts: write the value, the numerator and the denominator, or a symbol that says why there is none: ${absenceAdvice}`,
  'not-a-symbol': (spelling: string, near: string | null) =>
    misnamed(near)`"${spelling}" does not say why there is no figure: write ${absenceAdvice}`,
  'too-many-digits': (spelling: string, advice: string) =>
    fault`"${spelling}" has more digits than any figure was published with: ${advice}`,
  'percentage-out-of-range': (spelling: string) =>
    fault`"${spelling}" is not between 0 and 100: correct the percentage`,
  'impossible-percentage': (spelling: string, denominator: number, nearest: readonly string[]) =>
    fault`"${spelling}" cannot be a percentage of ${denominator}: correct it (${nameList(nearest, 'and')} would be possible), say under "decimals" with how many it was published, or leave the denominator out if it was rounded`,
  'value-not-of-counts': (spelling: string, numerator: number, denominator: number, made: string) =>
    fault`"${spelling}" is not what ${numerator} of ${denominator} makes (${made}): correct one of the three, say under "decimals" with how many it was published, or leave the value empty to have it worked out`,
  'decimals-unlike': (spelling: string, indicator: string, shown: string, others: number) =>
    warning`"${spelling}" has more decimals than "${indicator}" is printed with${others === 0 ? '' : ` (and so have ${others} more in this file)`}, so it is printed as "${shown}": correct "decimals" in the catalogue, or say under "decimals" in the row with how many it was published, if that is not meant`,
  'proportion-for-percentage': (spelling: string, meant: string, against: HeldAgainst, others: number) =>
    fault`"${spelling}" is a proportion where a percentage is asked for, going by ${heldAgainst[against]}${andMore(others)}: write ${meant}, or say in its note why it is so small`,
  'implausible-value': (spelling: string, meant: string, against: HeldAgainst, others: number) =>
    warning`"${spelling}" does not fit ${heldAgainst[against]}, and "${meant}" would${andMore(others)}: if the point is in the wrong place, move it; if the figure is right, say why in its note`,
  'implausible-release': (
    spelling: string,
    indicator: string,
    year: string,
    [meant, against]: readonly [string | null, HeldAgainst],
  ) =>
    warning`"${spelling}" is given for "${indicator}" in ${year}, which does not fit ${heldAgainst[against]}${meant === null ? '' : `, and "${meant}" would`}: look at the publisher's file, and ask whoever publishes it; until then an edition can leave the measure out ("leaves-out")`,
  'all-alike': (indicator: string, number: string, year: string) =>
    warning`"${indicator}" is ${number} of every area in ${year}, which can hardly be right: ask the publisher, or let the catalogue begin the measure in a later year ("start")`,
  'numerator-above-denominator': (numerator: string, denominator: string) =>
    fault`the numerator "${numerator}" is more than the denominator "${denominator}": correct them`,
  'numerator-without-value': (symbol: string) =>
    fault`the value "${symbol}" says there is no figure, and there is a numerator: write the value or take the numerator out`,
  'negative-count': (spelling: string) => fault`"${spelling}" is a count below zero: correct it`,
  'zero-denominator': () =>
    fault`the denominator is "0", so nothing can be a share of it: correct it, or write z (not applicable) as the value`,
  'bad-period': (spelling: string, near: string | null = null) =>
    misnamed(near)`"${spelling}" is not an academic year: write it as 201314`,
  'period-mismatch': (spelling: string, file: string) =>
    fault`the period "${spelling}" is not that of the file, "${file}": correct it or move the row to its own file`,
  'bad-date': (spelling: string) => fault`"${spelling}" is not a date: write it as 2014-07-31`,
  'bad-status': (spelling: string, known: readonly string[], near: string | null) =>
    misnamed(near)`"${spelling}" is not a status: write ${nameList(known, 'or')}`,
  'duplicate-observation': (first: Place) =>
    fault`this figure is already given at ${first.file}:${first.line}: take one out, or give them different "released" dates if one revises the other`,
  'one-as-several': (words: string, indicator: string) =>
    warning`"${words}" is how this would be printed: give "${indicator}" a "statement-of-one" in the catalogue, as "{value} school was in deficit"`,
  'provisional-after-final': (status: string, released: string | null, first: Place) =>
    fault`"${status}" comes after the final figure at ${first.file}:${first.line}${released === null ? '' : ` ("${released}")`}, and a final figure is not made provisional again: correct the status, or the days on which the two came out`,
  'part-above-whole': (group: string, theirs: string, all: string) =>
    fault`"${group}" is counted as ${theirs}, and everyone as ${all}: correct one of them`,
  'whole-outside-parts': (whole: string, parts: readonly string[], topic: string) =>
    fault`"${whole}" of everyone cannot be made of ${nameList(parts, 'and')}: correct one of them, or say in data/breakdowns.yaml that the groups of "${topic}" together are not everyone ("partial: true")`,
  'extreme-without-base': (spelling: string, group: string) =>
    fault`"${spelling}" of "${group}" is none or all of a group, and nothing says how many are in it: write its denominator, from which it is told whether that may be published, or c in place of the value`,
  'change-without-base': (spelling: string, before: string) =>
    fault`"${spelling}" is of a group that is very small, and would be compared with its figure of ${before} though one child may be all the difference: write the denominators, or c in place of the value`,
  'coverage-jumps': (count: string, before: string, year: string, indicator: string) =>
    warning`${count} are counted here and ${before} in ${year}, several times as many or as few: if other schools or pupils are covered, give "${indicator}" a break of the kind "coverage" in the catalogue; if not, say in the note of this row what happened`,
  'area-not-of-source': (source: string, kinds: readonly string[], area: string, kind: string) =>
    fault`the source "${source}" has figures of ${nameList(kinds, 'and')} only, and "${area}" is of the kind "${kind}": enter the figure under the area that it is of, or take it from a source that has that area`,
  'publisher-differs': (source: string, publisher: string, other: string, area: string) =>
    warning`"${source}" is of "${publisher}", and the other figures of ${area} in this measure are of "${other}": make sure that it covers the same, and say so in its note`,
  'difference-without-figures': (against: string) =>
    fault`one of the two figures this is the difference of is not in data/observations (against "${against}"): add it, or take this row out`,
  'difference-not-of-values': (spelling: string) =>
    fault`"${spelling}" cannot be the difference of the two figures, however they were rounded: correct one of the three (its sign says which is more)`,
  'difference-not-earlier': (against: string, period: string) =>
    fault`"${against}" is not before "${period}": write the earlier of the two years`,
  'coverage-differs': (source: string, theirs: string, indicator: string, ours: string) =>
    fault`the source "${source}" covers "${theirs}", and the indicator "${indicator}" "${ours}", so the two may not stand in one table: take the figure from a source that covers the same, or give it an indicator of its own`,
  'indicator-in-wrong-theme': (name: string, theme: string, folder: string) =>
    fault`the indicator "${name}" belongs to the theme "${theme}", not "${folder}": move the row to that theme's folder`,
  'area-not-there': (name: string, period: string, recast: string) =>
    warning`there was no "${name}" in "${period}": take the row out if the figure is of an authority before or after it, say in its note that it was worked out again, or give the measure "${recast}"`,
  'figure-before-its-year': (period: string, released: string) =>
    fault`the year "${period}" had only begun when this came out, on "${released}": correct the period, or write the status "projection" if it is one`,
  'profile-in-wrong-period': (asAt: string, period: string) =>
    fault`the date "${asAt}" is not in the academic year "${period}" or the months after it: correct one of them`,
  'outside-start-end': (name: string, period: string, years: string) =>
    fault`the indicator "${name}" has no "${period}": it runs ${years}; correct the period, or its start and end in the catalogue`,
  'topic-not-listed': (topic: string, indicator: string) =>
    warning`the indicator "${indicator}" does not list the topic "${topic}", so no page shows this row: add it to its breakdowns`,

  // The catalogue and editions
  'wrong-file-name': (spelling: string, name: string) =>
    fault`"${spelling}" does not match the file's name: make both "${name}"`,
  'wrong-unit': (unit: string, measure: string, right: string) =>
    fault`the unit "${unit}" does not go with the measure "${measure}": make it "${right}"`,
  'pupils-unprotected': (counted: string) =>
    fault`it is counted in pupils, and "counted: ${counted}" would leave it unprotected: take that line out, or correct the unit`,
  'end-before-start': (end: string, start: string) =>
    fault`the end, "${end}", is before the start, "${start}": correct one of them`,
  'break-outside-start-end': (from: string, years: string) =>
    fault`a break at "${from}" separates nothing, for the indicator runs ${years}: correct it or take it out`,
  'break-out-of-order': (from: string) =>
    fault`the break at "${from}" is not after the one before it: put them in order, one a year`,
  'bands-out-of-order': () =>
    fault`the bands must grow, "similar" at most "slight" at most "well": correct them`,
  'bands-missing': (id: string, authorities: number) =>
    fault`nothing says how near is near on "${id}": the figures of at least 20 authorities would (there are ${authorities}), else write "bands" for it in data/catalogue`,
  'missing-comparator': (name: string, needed: string) =>
    fault`the comparator "${name}" needs ${needed} in data/areas.yaml: add it there or take it out here`,
  'pending-overdue': (due: string, cutOff: string) =>
    fault`"${due}" is not after the edition's cut-off, "${cutOff}": enter the figure, or say when it is now promised`,
  'edition-empty': (edition: string, cutOff: string, first: string, rows: number) =>
    warning`all ${rows} of the council's figures for the year of the edition "${edition}" came out after its cut-off, "${cutOff}" (the first on "${first}"), so it has none: move the cut-off, or correct the days of release (a source that is brought out again each year has a "released" for each of its rows)`,
  'headline-without-figure': (indicator: string, edition: string, cutOff: string) =>
    warning`the edition "${edition}" knows no figure of its headline "${indicator}" by its cut-off, "${cutOff}": enter one, say under "pending" when it is due, or take the headline out`,
  'gap-not-shown': (topic: string) =>
    warning`no chapter of an edition shows the gaps of the topic "${topic}": list it under "topics" of a chapter in data/catalogue, or take its gaps out`,
  'theme-not-in-edition': (theme: string, edition: string) =>
    fault`the theme "${theme}" is not one of the edition "${edition}": add it to the edition's themes or take this out`,
  'unknown-figure': (name: string, near: string | null = null) =>
    misnamed(
      near,
    )`no figure is known by the name "{${name}}" in this edition: correct it (an indicator's id, then for instance "change", "of nation", "for Girls" or "in 2012/13")`,
  'brace-alone': (spelling: string) =>
    fault`"${spelling}" has one brace without the other, so no figure would be put in its place: write the name between "{" and "}"`,
  'year-of-no-figure': (typed: string, name: string, year: string) =>
    fault`"{${name}}" is a figure of ${year}, and its sentence says "${typed}" (words of an earlier edition keep their year): correct the year, or name the year of the figure, as "{${name.replace(/ in .*/s, '')} in 2012/13}"`,
  'typed-figure': (spelling: string) =>
    fault`"${spelling}" is typed by hand and would not follow the data: name the figure in braces instead`,
  'empty-commentary': () => warning`this commentary has no words: write some or take the file out`,
  'commentary-to-write': () =>
    warning`this commentary is still to be written: its prompts are not printed; write below them, or take the file out`,
  'commentary-unread': (edition: string) =>
    fault`this was carried over and nobody has read it for ${edition} yet: read it, put right what has changed, then take this line out`,

  // Wards and localities
  'locality-without-parent': (name: string, kind: string, council: string) =>
    fault`the ${kind} "${name}" does not say which council it lies in: add "parent: ${council}"`,
  'locality-elsewhere': (parent: string, kind: string, council: string) =>
    fault`this ${kind} lies in "${parent}", and the report is on "${council}": correct the parent, or take the ${kind} out`,
  'parent-of-no-locality': (parent: string, kind: string) =>
    fault`only a ward or a locality has a parent, and this is of the kind "${kind}": take "${parent}" out, or correct the kind`,
  'locality-alone': (name: string, kind: string) =>
    warning`no make-up lists the ${kind} "${name}", so a figure that is hidden of it could follow from the council’s and those of others: list it under "make-up" with all the others, or say in "stands-alone" why they do not add up`,
  'make-up-mixed': (name: string, kind: string, others: string) =>
    kind === others
      ? fault`"${name}" is of the kind "${kind}": only wards, or only localities, make up a council; take it out`
      : fault`"${name}" is of the kind "${kind}", and the list begins with a ${others}: make a list of each kind`,
  'make-up-elsewhere': (of: string, council: string) =>
    fault`the report is on "${council}", and this list makes up "${of}": correct it, or take the list out`,

  // Persons
  'personal-name': (spelling: string) =>
    warning`"${spelling}" looks like the name of a person: a report names roles, as "the cabinet member", so that nobody’s name is published or goes out of date`,
  'contact-review-due': (reviewed: string, edition: string, cutOff: string) =>
    warning`"${reviewed}" is more than a year before the cut-off of the edition "${edition}", "${cutOff}": make sure that the contact is still right, then write the day here`,

  ...planRules,
  ...auditRules,
  ...disclosureRules,
  ...importRules,

  // Profiles
  'framework-not-in-force': (asAt: string, profile: string, years: string) =>
    fault`the framework of the profile "${profile}" was not in force on "${asAt}" (it runs ${years}): correct the date, or give the count to the profile of the framework that was`,
  'break-outside-framework': (from: string, years: string) =>
    fault`a break at "${from}" separates nothing, for the framework runs ${years}: correct it or take it out`,
  'aspects-differ': (aspect: string, total: number, other: string, otherTotal: number) =>
    fault`the counts of "${aspect}" add to ${total} and those of "${other}" to ${otherTotal}, though each school is judged on both: correct them, or say why in the note of a row of "${aspect}", with both totals`,
  'totals-differ': (profile: string, total: number, other: string, otherTotal: number) =>
    fault`the counts of "${profile}" add to ${total} and those of "${other}" in the same year to ${otherTotal}, though both count the same schools: correct them, or say why in the note of one of these rows, with both totals`,
  'programme-not-summing': (whole: string, counted: number, parts: readonly string[], sum: number) =>
    fault`"${whole}" is ${counted}, and ${nameList(parts.map(quote), 'and')} add to ${sum}: correct the counts, for each member is in one of them`,
  'part-without-outcomes': (part: string, profile: string) =>
    fault`the programme "${profile}" has no words for outcomes, so "${part}" cannot be said: add "outcomes" to it or take the row out`,
  'weighting-differs': (measure: string, measured: string, promised: string) =>
    fault`"${measure}" counts ${measured}, and the promise is of ${promised}, which is a different measure: measure it by ${promised}, or say in a note how the one stands for the other`,
  'weightings-set-beside': (name: string, its: string, other: string, others: string) =>
    fault`"{${name}}" counts ${its}, and "{${other}}" in the same sentence counts ${others}, so the two cannot be compared: write a sentence for each`,
  'count-not-of-profile': (value: string, profile: string, parts: readonly string[], sum: number) =>
    fault`"${value}" is not what the profile "${profile}" counts for the same year: ${nameList(parts.map(quote), 'and')} add to ${sum}; correct one of them`,
  'label-not-of-count': (label: string, name: string, counted: readonly string[]) =>
    fault`"${label}" is said of "{${name}}", which counts ${nameList(counted.map(quote), 'and')} together: call it by a name for all of them, or name the count of that grade alone`,

  // Words
  'bad-rests-on': (what: string) =>
    fault`${what}: directly beneath the words that rest on it, write a line such as "rests-on: [ks2-rwm-l4 rose, ks2-rwm-l4 above England]"`,
  'unknown-fact': (fact: string, near: string | null) =>
    misnamed(near)`"${fact}" is no fact that can be checked: write ${factForms}`,
  'fact-not-so': (fact: string, says: string, opening: string) =>
    fault`"${fact}" is not so: ${quoteWhole(says)}; correct the paragraph "${opening}" or the fact`,
  'override-out-of-date': (sentence: string, says: string) =>
    fault`the sentence "${sentence}" now says ${quoteWhole(says)}: read what is printed instead once more, then write this here, or take the override out`,
  'unknown-sentence': (sentence: string, near: string | null) =>
    misnamed(
      near,
    )`no sentence "${sentence}" is computed in this edition: correct it (figures.json lists the sentences with their ids), or take the override out`,
  'percent-for-points': (spelling: string) =>
    fault`"${spelling}" gives a difference between percentages in per cent: it is in percentage points, which a change, a difference or a gap in braces prints by itself`,
  'pass-misnamed': (spelling: string) =>
    fault`"${spelling}" mixes two measures: a strong pass is grade 5 or above, a standard pass grade 4 or above; name the one that is meant`,
  'link-nowhere': (href: string, why: string) =>
    fault`the link to "${href}" ${why}: write a page of the report from its root, as "/2013-14/ks2/" or "/2013-14/ks2/#ks2-rwm-l4", a section of this page, as "#ks2-rwm-l4", or a whole address that begins "https://"`,
  'link-in-plain-words': (spelling: string) =>
    fault`"${spelling}" is a link, and these words are printed as they stand: say in words where it is to be found, or link to it in commentary`,
  'typed-rank': (spelling: string) =>
    fault`"${spelling}" is a rank typed by hand, and lasts only until the next results are out: leave it to the report, which ranks by itself, or rest a paragraph of commentary on it ("rests-on: [ks4-5ac-em ranked 53]"); in a note say who printed it`,
  'record-without-years': (spelling: string) =>
    fault`"${spelling}" claims more years than any figures go back to: say since when ("the highest since 2009/10"), and rest the paragraph on it ("rests-on: [ks4-5ac-em highest since 2009/10]")`,
  'record-without-fact': (spelling: string) =>
    fault`"${spelling}" is a claim that no fact supports: add it beneath the paragraph ("rests-on: [ks4-5ac-em highest since 2009/10]"; lowest, best and worst are written alike), or take it out`,
  'universal-without-fact': (spelling: string) =>
    fault`"${spelling}" is said of every one, and no fact supports it: add one beneath the paragraph ("rests-on: [all headlines improved]", "[all of ks2 above England]", or a fact for each), or name those that it is so of`,
  'year-cut-short': (spelling: string) =>
    fault`"${spelling}" is no year: it has lost a digit, or has one too many; write it out`,
  'word-mistaken': (spelling: string) =>
    fault`"${spelling}" seems to stand for "inspected": correct it, or say what was expected of them`,
  'key-stage-one-tests': (spelling: string) =>
    fault`"${spelling}": the results of key stage 1 were judged by teachers, who used tests to inform them; call them teacher assessments`,
  'nothing-attached': (spelling: string) =>
    fault`"${spelling}" leads nowhere, for a page of the report has nothing attached to it: name the page or the section that is meant and link to it, or name the publication it is in ("appendix 9 of the plan")`,
  'drafting-note': (spelling: string) =>
    fault`"${spelling}" was left in while drafting: finish the words or take it out`,
  'page-furniture': (spelling: string) =>
    fault`"${spelling}" is part of a web page and not of what it says: take it out (it came along when the words were copied)`,
  'picture-in-words': (spelling: string) =>
    fault`"${spelling}" is a picture, and officers' words have none: say in words what it shows, or take it out`,
  'untested-significance': (spelling: string) =>
    warning`"${spelling}" is kept for differences that were tested against chance: write "large", "marked" or "important", or give the size`,
} as const satisfies Record<string, (...args: never[]) => Advice>;

export type RuleName = keyof typeof rules;
