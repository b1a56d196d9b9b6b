import { type Comparison, comparisonsSaid } from '../judgements/comparison.ts';
import { givesPrinted, type Level } from '../judgements/figures.ts';
import type { Findings, Pending } from '../judgements/findings.ts';
import { type Beside, withComparator } from '../judgements/setting.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital } from '../model/spelling.ts';
import { dateLabel, timeLabel } from '../model/time.ts';
import {
  countWords,
  type Draft,
  joined,
  lengthOf,
  listed,
  mention,
  mostInSentence,
  possessive,
  roughSize,
  say,
  size,
  textOf,
} from './sentence.ts';

/** Where the figure stands beside each comparator with a figure for the year (P07, P08, R05, R06, R16). */
export function comparisonSentences({ indicator, comparisons, latest, pending }: Findings): readonly Draft[] {
  const held = comparisonsSaid(comparisons.held).filter(({ degree }) => degree !== 'refused');
  const around = estimatesAround(held);
  const clauses = [
    ...held.filter(each => !around.includes(each)).map(each => comparisonClause(each, indicator)),
    ...(around.length === 0 ? [] : [betweenClause(around)]),
  ];
  const sentences = pairs(clauses)
    .flatMap(pair => (lengthOf(wasWords(pair)) > mostInSentence ? pair.map(clause => [clause]) : [pair]))
    .map(wasWords);
  const lacking = comparisons.missing.filter(({ former }) => former !== true);
  const promised = lacking.flatMap(({ code, phrase }) => {
    const due = pending.find(({ area }) => area === code);
    return due === undefined ? [] : [{ code, sentence: dueSentence(due, phrase) }];
  });
  const missing = lacking
    .filter(({ code }) => !promised.some(each => each.code === code))
    .map(({ phrase }) => [phrase]);
  const due = promised.map(({ sentence }) => sentence);
  if (missing.length === 0) return [...sentences, ...due];
  return [
    ...sentences,
    ...due,
    say`No figure for ${timeLabel(indicator, latest.period)} is available for ${listed(missing)}.`,
  ];
}

/** "It was" and two clauses with "and"; after a level set off by a comma, with a comma before it as well. */
function wasWords(clauses: readonly Draft[]): Draft {
  const [first = []] = clauses;
  return say`It was ${/, \S+$/.test(textOf(first)) ? joined(clauses, ', and ') : listed(clauses)}.`;
}

/** What is promised and for when (P30, R16): "Provisional results for England are due on 23 October 2014." */
export function dueSentence({ what, due }: Pending, phrase: string | null): Draft {
  const whose = phrase === null ? '' : ` for ${phrase}`;
  return say`${capital(what)}${whose} are due on ${dateLabel(due)}.`;
}

/** The place beside the nation in a tile: "2 percentage points above England". */
export function tileComparison({ indicator, comparisons }: Findings): Draft | null {
  const nation = withComparator(comparisons.held, 'nation');
  return nation === undefined || nation.degree === 'refused' ? null : shortComparison(nation, indicator);
}

/** Two estimates with the figure between them, the lower first (P25); none where it is not between two. */
function estimatesAround(held: readonly Comparison[]): readonly Comparison[] {
  const estimates = held.filter(({ beside }) => beside.comparator === 'estimates');
  const over = estimates.filter(({ side }) => side === 'above');
  const under = estimates.filter(({ side }) => side === 'below');
  return estimates.length === 2 && over.length === 1 && under.length === 1 ? [...over, ...under] : [];
}

function betweenClause(around: readonly Comparison[]): Draft {
  return say`between ${listed(around.map(({ beside, level }) => theirLevel(beside, level)))}`;
}

function comparisonClause(
  { beside, level, figure, relative, side, degree, verdict }: Comparison,
  indicator: Indicator,
): Draft {
  const money = relative === null ? [] : say`, or ${mention(relative, relative.text.replace('−', ''))}`;
  const by = say`${size(figure, indicator.unit)}${money}`;
  const theirs = theirLevel(beside, level);
  // "Less than" says it already.
  const isNothing = figure.amount.kind === 'known' && figure.amount.number.eq(0);
  const rounded = isOfUnrounded(figure) && !isNothing ? ', before rounding' : '';
  const where = sideWords(side, verdict, indicator);
  switch (degree) {
    case 'same':
      return say`${mention(figure, 'the same as')} ${theirs}`;
    case 'similar':
      return say`broadly in line with ${theirs} (${by} ${side}${rounded})`;
    case 'slight':
      return say`slightly ${where} ${theirs} (by ${by}${rounded})`;
    case 'plain':
      return say`${by}${money.length > 0 ? ',' : ''} ${where} ${theirs}${rounded === '' ? '' : ' (before rounding)'}`;
    case 'well':
      return say`well ${where} ${theirs} (by ${by}${rounded})`;
    case 'within':
      return say`too close to ${theirs} to call (${by} ${side}, within the 95% confidence interval)`;
    case 'chance':
      return say`too close to ${theirs} to rule out chance (${by} ${side})`;
    case 'uncertain':
      return say`close to ${theirs} (the two differ by ${by})`;
    case 'refused':
      return [];
  }
}

/** True of a difference that the two figures as they are printed do not give; a range says so itself. */
export function isOfUnrounded(difference: Figure): boolean {
  const [from, less] = difference.inputs;
  return !givesPrinted(difference, from, less);
}

/** Where a figure stands beside one comparator, in a clause: "2 percentage points above England". */
export function shortComparison(
  { beside, figure, side, degree, verdict }: Comparison,
  indicator: Indicator,
): Draft {
  const by = roughSize(figure, indicator.unit);
  switch (degree) {
    case 'same':
      return say`${mention(figure, 'the same as')} ${beside.phrase}`;
    case 'similar':
      return say`broadly in line with ${beside.phrase} (${by} ${side})`;
    case 'slight':
    case 'plain':
    case 'well':
      return say`${by} ${sideWords(side, verdict, indicator)} ${beside.phrase}`;
    case 'within':
      return say`too close to ${beside.phrase} to call (${by} ${side})`;
    case 'chance':
      return say`too close to ${beside.phrase} to rule out chance (${by} ${side})`;
    case 'uncertain':
      return say`close to ${beside.phrase} (${by} apart)`;
    case 'refused':
      return [];
  }
}

/**
 * "England’s 78.5%", "the statistical neighbours’ average of 58.9%", with how many it is of where some have no figure; a
 * list that says its year follows "of" instead.
 */
function theirLevel({ phrase, list }: Beside, { figure }: Level): Draft {
  if (list === null) return say`${possessive(phrase)} ${mention(figure)}`;
  const some =
    figure.count !== null && figure.count < list.areas.length
      ? ` from ${countWords(figure.count)} of the ${countWords(list.areas.length)}`
      : '';
  return phrase.endsWith('s')
    ? say`${possessive(phrase)} average of ${mention(figure)}${some}`
    : say`the average of ${phrase}, ${mention(figure)}${some}`;
}

/** "above", or for a measure where lower is better "above (worse than)". */
function sideWords(side: Comparison['side'], verdict: Comparison['verdict'], indicator: Indicator): string {
  if (indicator.polarity !== 'low' || verdict === 'same' || verdict === 'none') return side;
  return `${side} (${verdict} than)`;
}

function pairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
