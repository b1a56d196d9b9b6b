// A small independent reader of the report: it reads sentences and tables as printed, works out again from the tables
// alone what may be said, and lists every contradiction. It imports nothing from src.

import { type Caught, type Reading, reading } from './reader-forms.ts';
import type { GapSubject } from './reader-gap-truth.ts';
import { againstGaps, gapReadings } from './reader-gaps.ts';
import { moves } from './reader-moves.ts';
import { asOneEach, mostGround } from './reader-questions.ts';
import { againstRollUp, ranks } from './reader-ranks.ts';
import { againstComparison, againstYears, sides } from './reader-sides.ts';
import { asInTable, readCell, readSigned, readSize } from './reader-text.ts';
import { trends } from './reader-trends.ts';
import { councilOf, latestOf, type Subject, textAt } from './reader-truth.ts';

export type { GapSubject } from './reader-gap-truth.ts';
export type { Behind, PrintedTable, Subject } from './reader-truth.ts';

const levels: readonly Reading[] = [
  reading(
    '(?:In|^(?:Boys|Girls),) (?<year>YEAR)(?:, the (?:latest year with a figure|last year of this measure))?(?:, the figure was|:) (?<value>VALUE)STATUS',
    levelled,
  ),
  reading(': (?<value>VALUE) in (?<year>YEAR)$', levelled),
  reading('No figure is given for the figure in (?<year>YEAR): it (?:is )?(?<why>[a-z ,]+)\\.', symbolised),
  reading('^(?:Boys|Girls), (?<year>YEAR): (?<why>[a-z ,]+)\\.', symbolised),
  reading(
    'The report has no (?<year>YEAR) figure for: (?<names>[A-Za-z; ]+)\\. Why, and what do our own records show\\?',
    () => [],
  ),
];

/** " in 2012/13" with a name or a level: the year that all else in the sentence is of. Read last. */
const ofYear = reading('in (?<year>YEAR)(?=[:.,]| \\()', ({ year = '' }, subject) => [
  year === latestOf(subject) ? null : `the latest year is ${latestOf(subject)}`,
]);

const readings = [...levels, ...moves, ...trends, ...ranks, ...sides, ofYear];

/** Words that say something of figures: none may be left unread. */
const telling =
  /\d|\b(?:rose|risen|fell|fallen|up|down|above|below|better|worse|improve\w*|unchanged|same|wider|narrower|narrowed|widened|highest|lowest|joint|level|turned|quarter)\b/i;

/** What in a sentence contradicts the tables of one measure, or cannot be read. */
export function contradictions(text: string, subject: Subject): readonly string[] {
  return readWith(text, readings, subject);
}

/** What in a sentence on a gap contradicts its table, or cannot be read. */
export function gapContradictions(text: string, gap: GapSubject): readonly string[] {
  return readWith(text, gapReadings, gap);
}

/** Answers of the front page, whose counts are made again from the rows in `test/recomputed/`. */
const answers =
  /^(?:Yes|Partly|No|Not overall|We cannot say yet): |^No headline is clearly worse|^(?:Neither better nor worse|Better|Worse) than .* headlines?\b|^(?:Worse|Better|No different|As well as) (?:than|from|in) |gained ground on .* lost ground|^(?:Gained|Lost) ground on .* measures, (?:gained|lost) in|; neither better nor worse in itself|^(?:Most of all|For [a-z]+ it was)|: for [a-z]+ it was/;

/** What in a sentence of a summary contradicts the tables: the measure or the gap is found by its name. */
export function summaryContradictions(
  text: string,
  subjects: readonly Subject[],
  gaps: readonly GapSubject[] = [],
): readonly string[] {
  const everyone = subjects.filter(({ isOfEveryone }) => isOfEveryone);
  const singly = asOneEach(text);
  if (singly !== null) return singly.flatMap(each => summaryContradictions(each, subjects, gaps));
  if (/^(?:(?:In \d{4}\/\d{2}, c|C)ompared with|Worse than) /.test(text))
    return againstRollUp(text, everyone);
  if (text.startsWith('Of the headline percentages, ')) return againstExtremes(text, everyone);
  if (text.startsWith('There is no figure for the figure')) return [];
  if (answers.test(text)) return [];
  const furthest = mostGround(text);
  if (furthest !== null) return summaryContradictions(furthest, subjects, gaps);
  if (/^(?:No comparison with earlier years|The report has no )/.test(text)) return asked(text, everyone);
  const isOfGap = /\bgap\b/.test(text);
  const named = (each: { readonly short: string }) =>
    new RegExp(`(?:^|: )${each.short}(?: in \\d{4}/\\d{2})?[:,]`).test(text);
  const candidates = <Of extends { readonly short: string }>(all: readonly Of[]) =>
    all.some(named) ? all.filter(named) : all;
  const read = isOfGap
    ? candidates(gaps).map(each => gapContradictions(text, each))
    : candidates(subjects).map(each => contradictions(text, each));
  return read.toSorted((a, b) => a.length - b.length)[0] ?? [`nothing is printed of it: ${text}`];
}

/** What contradicts itself in the tables of a measure. */
export function tableContradictions(subject: Subject): readonly string[] {
  return [...againstYears(subject), ...againstComparison(subject)];
}

/** What contradicts itself in the table of a gap. */
export function gapTableContradictions(gap: GapSubject): readonly string[] {
  return againstGaps(gap);
}

function readWith<Of>(
  text: string,
  readings: readonly {
    readonly form: RegExp;
    readonly against: (caught: Caught, of: Of) => readonly (string | null)[];
  }[],
  of: Of,
): readonly string[] {
  const found: string[] = [];
  let rest = text;
  for (const { form, against } of readings) {
    for (const match of rest.matchAll(form)) {
      const wrong = against(withoutUnits(match.groups ?? {}), of).filter(reason => reason !== null);
      found.push(...wrong.map(reason => `“${match[0]}” in “${text}”: ${reason}`));
    }
    rest = rest.replaceAll(form, ' ');
  }
  return telling.test(rest) ? [...found, `cannot be read: “${rest.trim()}” of “${text}”`] : found;
}

/** What was caught, each level as its table prints it. */
function withoutUnits(caught: Caught): Caught {
  const levels = ['value', 'from', 'level'];
  return Object.fromEntries(
    Object.entries(caught).map(([name, text]) => [
      name,
      levels.includes(name) && text !== undefined ? asInTable(text) : text,
    ]),
  );
}

function levelled({ year = '', value = '' }: Caught, subject: Subject): readonly (string | null)[] {
  const printed = textAt(subject, { who: councilOf(subject), year });
  return [
    year === latestOf(subject) ? null : `the latest year is ${latestOf(subject)}`,
    printed === value ? null : `${year} is ${printed}`,
  ];
}

function symbolised({ year = '', why = '' }: Caught, subject: Subject): readonly (string | null)[] {
  const printed = textAt(subject, { who: councilOf(subject), year });
  if (printed === null || readCell(printed).kind === 'number') return [`${year} is ${printed}`];
  return [(printed === '[c]') === why.startsWith('suppressed') ? null : `${year} is ${printed}`];
}

/** A question about several measures: each is one that cannot be compared, or has no figure but is not suppressed. */
function asked(text: string, subjects: readonly Subject[]): readonly string[] {
  const names = (/: ([A-Za-z; ]+)\. (?:How|Why|What)[a-z, ]+\?$/.exec(text)?.[1] ?? '').split('; ');
  return names.flatMap(name => {
    const subject = subjects.find(({ short }) => short === name);
    if (subject === undefined) return [`no measure is called ${name}: ${text}`];
    const year = /has no (\d{4}\/\d{2}) figure/.exec(text)?.[1];
    const printed = textAt(subject, { who: councilOf(subject), year: latestOf(subject) });
    if (year === undefined)
      return readCell(printed ?? '[x]').kind === 'number' ? [] : [`${name} has no figure: ${text}`];
    if (latestOf(subject) !== year) return [];
    return printed === '[x]' || printed === '[not yet published]' ? [] : [`${name} is ${printed}: ${text}`];
  });
}

/** "Alpha and Beta rose most": each rose so far, and none that is left out rose as far. */
function againstExtremes(text: string, subjects: readonly Subject[]): readonly string[] {
  const clauses = text.replace('Of the headline percentages, ', '').replace(/\.$/, '').split('; ');
  return clauses.flatMap(clause => {
    const [, names = '', way = '', moves = ''] = /^([A-Za-z, ]+) (rose|fell) most, (.+)$/.exec(clause) ?? [];
    const named = names.split(/, | and /).map(name => subjects.find(({ short }) => short === name));
    const said = moves.split(/,? ?(?:and )?\bby (?=about|between|less|no|\d)/).filter(each => each !== '');
    const rest = subjects.filter(
      each => !named.includes(each) && latestOf(each) === latestOf(named[0] ?? each),
    );
    const least = Math.min(...said.map(each => readSize(each.split(' to ')[0] ?? '').low));
    return [
      ...(named.length === said.length ? [] : [`cannot be read: ${text}`]),
      ...named.flatMap((subject, index) => {
        const [size = '', value = ''] = said[index]?.split(/ to (?=about|−?\d)/) ?? [];
        const line = `${value}, ${way === 'rose' ? 'up' : 'down'} ${size}`;
        return subject === undefined ? [`cannot be read: ${text}`] : contradictions(line, subject);
      }),
      ...rest
        .filter(each => (leastMove(each, way) ?? -1) >= least)
        .map(each => `${text}: ${each.short} ${way} as much`),
    ];
  });
}

/** The least that a percentage moved in a way, by its table; null where it did not. */
function leastMove({ years }: Subject, way: string): number | null {
  const [, level = '', change = '[x]'] = years.rows.at(-1) ?? [];
  const signed = level.endsWith('%') ? readSigned(change) : null;
  if (signed === null) return null;
  const [low, high] = way === 'rose' ? [signed.low, signed.high] : [-signed.high, -signed.low];
  return low > 0 && high > 0 ? low : null;
}
