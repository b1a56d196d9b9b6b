import type { Report } from '../issues.ts';
import { inBraces, namesInBraces, withoutNames } from '../model/commentary.ts';
import { type Place, valueAt } from '../model/place.ts';
import type { FactAt, FiguredWords } from '../plans/kit/form.ts';
import { mislabelled } from '../profiles/checks.ts';
import type { Weighting } from '../profiles/schema.ts';
import type { Read } from './catalogue.ts';
import { entryOf, isUnknown, type Known, suggestion } from './names.ts';
import {
  attached,
  claimsIn,
  cutYears,
  expectedForInspected,
  isAimed,
  isAttributed,
  keyStage1Tests,
  typedFigures,
  typedShares,
  universalsIn,
} from './typed-claims.ts';

type PlaceOf = (index: number) => Place;

/** The facts that the words at an index rest on, as they are written. */
type FactsOf = (index: number) => readonly string[];

/** "per cent" after a figure in braces: "{ks2-rwm-l4 change} per cent". */
const afterName = new RegExp(String.raw`(?<name>${inBraces.source})\s*(?<said>%|per ?cent\b)`, 'g');

/** "per cent higher"; with a figure typed before it, that is a fault already. */
const compared =
  /(?:%|\bper ?cent)\s+(?:higher|lower|above|below|better|worse|wider|narrower|ahead|behind|(?:more|less) than)\b/gi;

/** Marks of words that are not finished. */
const unfinished = new RegExp(
  [
    String.raw`\[\[[^\]\n]*\]\]`,
    String.raw`\[\s*(?:…|\.{2,})\s*\]`,
    String.raw`\b(?:TBC|TBD|TODO|FIXME|X{2,})\b`,
    String.raw`\?{2,}`,
    String.raw`\b[Ee]\.g\.\s*\?`,
    String.raw`\b[Ll]orem ipsum\b`,
    String.raw`\b[Ii]nsert\b[^.!?\n]{0,40}\bhere\b`,
    String.raw`\b[Dd]on['’]t understand\b`,
  ].join('|'),
  'g',
);

/** A title with a name after it, "Cllr Green", "Dr. A. N. Other"; and an address made of a name, "jo.green@". */
const persons =
  /\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd)\b\.?\s+(?:\p{Lu}\.\s*)*\p{Lu}[\p{L}’'-]+/gu;
/** What web pages set around an article, which comes along when it is copied. */
const furniture = new RegExp(
  [
    String.raw`\b(?:read |view |see )?more(?: [a-z]+){0,4}\s*(?:>|›|»|…\s*>)`,
    String.raw`\[email[\s\u00a0]protected\]`,
    String.raw`\b(?:add|leave|post) (?:your|a) comment\b`,
    String.raw`\bthere are no comments\b`,
    String.raw`\bhave your say\b`,
    String.raw`\bshare (?:this|on)(?= (?:article|page|post|story|facebook|twitter|linkedin)\b|\s*[.:>|]|\s*$)`,
    String.raw`\bview all (?:news|articles|stories|comments)\b`,
    String.raw`\b(?:skip to|back to) (?:main )?(?:content|top)\b`,
    String.raw`\brelated (?:articles|stories|news)\s*[:>]`,
    String.raw`\bsubscribe to our newsletter\b`,
  ].join('|'),
  'gim',
);
/** A picture in officers' words, as Markdown or HTML has it, or the bare name of its file. */
const pictures =
  /!\[[^\]\n]*\](?:\([^)\n]*\))?|<img\b[^>\n]*>?|(?<![\w/.])[\w-]+\.(?:jpe?g|png|gif|webp|svg)\b/gi;

const links = /(?<!!)\[[^\]\n]+\]\([^)\n]*\)|<a\s[^>\n]*>|<https?:[^>\n]*>/gi;

const significance = /\bsignifican(?:t|tly|ce)\b/gi;

/** What may not be left in any words: drafts, names of persons, what was copied along, and slips that turn the sense (X26, F47). */
const leftIn = [
  [unfinished, 'drafting-note'],
  [persons, 'personal-name'],
  [furniture, 'page-furniture'],
  [pictures, 'picture-in-words'],
  [cutYears, 'year-cut-short'],
  [expectedForInspected, 'word-mistaken'],
  [keyStage1Tests, 'key-stage-one-tests'],
  [attached, 'nothing-attached'],
] as const;

/** A brace that is left where names are made blank, with what stands right after it. */
const braceAlone = /[{}][^{}\s]*/g;

/** Reports whatever in some words is of a form, as it is spelled. */
function reportEach(
  form: RegExp,
  rule:
    | (typeof leftIn)[number][1]
    | 'brace-alone'
    | 'typed-figure'
    | 'link-in-plain-words'
    | 'untested-significance',
  words: string,
  placeOf: PlaceOf,
  report: Report,
): void {
  for (const { index, 0: spelling } of words.matchAll(form)) report(placeOf(index), rule, spelling);
}

/**
 * What can be said of officers' words before any figure is made: a percentage typed by hand would not follow
 * the data, a name in braces must begin with an indicator or a profile, and the words must be finished.
 */
export function checkWords(
  words: string,
  placeOf: PlaceOf,
  known: Known,
  report: Report,
  factsOf: FactsOf = () => [],
): void {
  checkTyped(words, placeOf, report);
  checkClaims(words, placeOf, report, factsOf);
  const named = namesInBraces(words);
  for (const { name, index } of named) {
    const id = name.trim().split(' ')[0] ?? '';
    if (!isUnknown(known.indicators, id) || !isUnknown(known.profiles, id)) continue;
    report(placeOf(index), 'unknown-figure', name, suggestion(known.indicators, id));
  }
  reportEach(braceAlone, 'brace-alone', withoutNames(words), placeOf, report);
  checkPercent(words, placeOf, known, report);
  checkPasses(words, placeOf, report);
  checkSideBySide(words, named, placeOf, known, report);
  for (const { index, label, name, counted } of mislabelled(words, named, known))
    report(placeOf(index), 'label-not-of-count', label, name, counted);
  checkFinished(words, placeOf, report);
  reportEach(significance, 'untested-significance', words, placeOf, report);
}

/** Reports a pass that is called by the other's name (X22): strong is grades 9 to 5, standard 9 to 4. */
function checkPasses(words: string, placeOf: PlaceOf, report: Report): void {
  for (const { index, 0: sentence } of words.matchAll(/[^.;]+/g)) {
    const [four, five] = [4, 5].map(grade =>
      new RegExp(String.raw`\b(?:9\s?(?:-|–|to)\s?|grade )${grade}\b`).test(sentence),
    );
    const wrong = four && !five ? /\bstrong\b/i : five && !four ? /\bstandard pass/i : null;
    const at = wrong?.exec(sentence) ?? null;
    if (at !== null) report(placeOf(index + at.index), 'pass-misnamed', sentence.trim());
  }
}

export function checkTyped(words: string, placeOf: PlaceOf, report: Report): void {
  reportEach(typedFigures, 'typed-figure', words, placeOf, report);
}

/** Reports shares of counts that are typed by hand: "four in five". */
export function checkShares(words: string, placeOf: PlaceOf, report: Report): void {
  reportEach(typedShares, 'typed-figure', words, placeOf, report);
}

/** Reports ranks and records that are typed by hand and that no fact bears out (X01, X04). */
export function checkClaims(
  words: string,
  placeOf: PlaceOf,
  report: Report,
  factsOf: FactsOf = () => [],
): void {
  for (const { rule, index, spelling, isBorneOut } of claimsIn(words)) {
    const sentence = sentenceAround(words, index);
    if (isAttributed(sentence) || isAimed(sentence) || factsOf(index).some(isBorneOut)) continue;
    report(placeOf(index), rule, spelling);
  }
}

/** Reports what is claimed of every measure, with no fact on all of them or on several (X25). */
export function checkUniversals(
  words: string,
  placeOf: PlaceOf,
  report: Report,
  factsOf: FactsOf = () => [],
): void {
  for (const { index, spelling } of universalsIn(words)) {
    const facts = factsOf(index);
    if (isAimed(sentenceAround(words, index))) continue;
    if (facts.length < 2 && !facts.some(fact => fact.startsWith('all ')))
      report(placeOf(index), 'universal-without-fact', spelling);
  }
}

function sentenceAround(words: string, index: number): string {
  const from = Math.max(...['. ', '! ', '? ', '\n\n'].map(end => words.lastIndexOf(end, index)), 0);
  const to = words.slice(index).search(/[.!?](?:\s|$)/);
  return words.slice(from, to === -1 ? undefined : index + to);
}

/** Reports what was left in words while they were being drafted, and what looks like the name of a person. */
export function checkFinished(words: string, placeOf: PlaceOf, report: Report): void {
  for (const [form, rule] of leftIn) reportEach(form, rule, words, placeOf, report);
}

/** Reports what is wrong with words that stand beside figures and name none, as notes and definitions: unfinished, or claims. */
export function checkStanding(words: string, placeOf: PlaceOf, report: Report): void {
  checkFinished(words, placeOf, report);
  checkLinks(words, placeOf, report);
  checkClaims(words, placeOf, report);
}

/** Reports links in words that are printed as they stand, as all are but commentary: nobody could follow them. */
export function checkLinks(words: string, placeOf: PlaceOf, report: Report): void {
  reportEach(links, 'link-in-plain-words', words, placeOf, report);
}

/** Differences between percentages are in points, never in per cent (R01). */
function checkPercent(words: string, placeOf: PlaceOf, known: Known, report: Report): void {
  const named = [...words.matchAll(afterName)].flatMap(match => {
    const { name = '', said = '' } = match.groups ?? {};
    const index = match.index + match[0].length - said.length;
    return isDifference(name.slice(1, -1), known) ? [{ index, spelling: match[0] }] : [];
  });
  const plain = [...words.matchAll(compared)].map(({ index, 0: spelling }) => ({ index, spelling }));
  const typed = [...words.matchAll(typedFigures)];
  const isTyped = (at: number) => typed.some(({ index, 0: all }) => at > index && at < index + all.length);
  const once = plain.filter(({ index }) => !isTyped(index) && !named.some(found => found.index === index));
  for (const { index, spelling } of [...named, ...once])
    report(placeOf(index), 'percent-for-points', spelling);
}

/** True of a change, a difference or a gap, and of an indicator that is itself in percentage points. */
function isDifference(name: string, known: Known): boolean {
  const [id = '', what] = name.trim().split(' ');
  const inPoints = entryOf(known.indicators, id).unit === 'percentage-points';
  return inPoints || what === 'change' || what === 'against' || what === 'gap';
}

/** Reports what is wrong with the words of a document: unfinished, figures typed by hand, figures that nothing has. */
export function checkTextFields(
  { document, data, fields }: Read<unknown>,
  known: Known,
  report: Report,
): void {
  for (const { field, text, path } of fields) {
    const places = document.inside(path, text);
    if (field.kind === 'words') {
      const facts = valueAt(data, [...path.slice(0, -1), 'rests-on']);
      checkWords(text, places, known, report, () => (Array.isArray(facts) ? facts.map(String) : []));
      checkLinks(text, places, report);
    }
    if (field.kind !== 'plain') continue;
    checkStanding(text, places, report);
    checkPasses(text, places, report);
  }
}

/** Officers' words of a document, without notes on them, each with the place of an index in it. */
export function readableIn({ document, fields }: Read<unknown>) {
  return fields.flatMap(({ field, text, path }) =>
    field.kind === 'words' ? [{ text, placeOf: document.inside(path, text) }] : [],
  );
}

/** The words of a document that name figures, each once. */
export function figuredWords(read: Read<unknown>): readonly FiguredWords[] {
  return readableIn(read).flatMap(({ text, placeOf }) => {
    const names = namesInBraces(text).map(({ name, index }) => ({ name, place: placeOf(index) }));
    return names.length === 0 ? [] : [{ text: text.trim(), names }];
  });
}

/** The facts that the words of a document rest on, each with the words beside it. */
export function plannedFacts({ document, data, fields }: Read<unknown>): readonly FactAt[] {
  return fields.flatMap(({ field, text: fact, path }) => {
    if (field.kind !== 'fact') return [];
    const words = valueAt(data, [...path.slice(0, -2), 'words']);
    return [{ fact, words: typeof words === 'string' ? words : '', place: document.place(path) }];
  });
}

/** What counts once in a measure: an indicator that says so, or the grades of a profile. */
export function weightOf(id: string, known: Known): Weighting | undefined {
  const { kind, unit } = entryOf(known.profiles, id);
  const isShare = kind === 'phases' || kind === 'aspects';
  return entryOf(known.indicators, id).weighted ?? (isShare ? unit : undefined);
}

/** Reports two figures in one sentence of which one counts schools, say, and the other pupils (X02). */
function checkSideBySide(
  words: string,
  names: ReturnType<typeof namesInBraces>,
  placeOf: PlaceOf,
  known: Known,
  report: Report,
): void {
  const weighted = names.flatMap(({ name, index }) => {
    const weight = weightOf(name.trim().split(' ')[0] ?? '', known);
    return weight === undefined ? [] : [{ name, index, weight }];
  });
  for (const [at, { name, index, weight }] of weighted.entries()) {
    const other = weighted
      .slice(0, at)
      .findLast(each => each.weight !== weight && !/[.!?]\s|\n\s*\n/.test(words.slice(each.index, index)));
    if (other !== undefined)
      report(placeOf(index), 'weightings-set-beside', name, weight, other.name, other.weight);
  }
}
