import type { Change } from '../judgements/change.ts';
import type { Comparison } from '../judgements/comparison.ts';
import type { Level } from '../judgements/figures.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Beside } from '../judgements/setting.ts';
import { valueText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, periodLabel } from '../model/period.ts';
import { absences } from '../model/value.ts';
import { capitalised, type Draft, listed, type Mention, mention, say } from './sentence.ts';
import { possessive, size, statusWords, verdictWords } from './words.ts';

/** "84% of pupils reached level 4 or above", with the figure in its place. */
export function statement(indicator: Indicator, value: Mention): Draft {
  const [before = '', after = ''] = indicator.statement.split('{value}');
  return say`${before}${value}${after}`;
}

/** The level, or why there is none (P01, P02, R11, R12). */
export function levelSentence({ indicator, latest, level }: Findings, edition: Period): Draft {
  const year = periodLabel(latest.period);
  if (level.value.kind === 'absent') {
    const why = mention(level.figure, absences[level.value.because]);
    return say`No figure is given for ${indicator.subject} in ${year}: it is ${why}.`;
  }
  const held = latest.period === edition ? '' : ', the latest year for which a figure is held';
  const said = statement(indicator, mention(level.figure));
  return say`In ${year}${held}, ${said}${statusWords(latest.status)}.`;
}

/** The change on the last comparable year, or why it is not given (P04, P06, P29, R11, R15). */
export function changeSentence({ indicator, change }: Findings): Draft | null {
  const { figure, earlier, outcome, verdict } = change;
  if (outcome === 'refused' || earlier === null) return refusalSentence(change);
  const by = size(figure, indicator.unit);
  const from = earlierWords(change, indicator);
  switch (outcome) {
    case 'rose':
      return say`This rose by ${by} from ${from}${verdictWords(verdict, indicator.polarity)}.`;
    case 'fell':
      return say`This fell by ${by} from ${from}${verdictWords(verdict, indicator.polarity)}.`;
    case 'unchanged':
      return say`This was ${mention(figure, 'unchanged')} from ${from}.`;
    case 'barely':
      return say`This changed by ${by} from ${from}.`;
    case 'uncertain':
      return say`The earlier figure was ${from}: the two differ by ${by}, too close to say which is higher.`;
  }
}

/** Where the figure stands beside each comparator with a figure for the year (P07, P08, R05, R06, R16). */
export function comparisonSentences({ indicator, comparisons, latest }: Findings): readonly Draft[] {
  const clauses = comparisons.held
    .filter(({ degree }) => degree !== 'refused')
    .map(comparison => comparisonClause(comparison, indicator));
  const sentences = pairs(clauses).map(clauses => say`It was ${listed(clauses)}.`);
  const missing = comparisons.missing.map(({ phrase }) => [phrase]);
  if (missing.length === 0) return sentences;
  return [...sentences, say`No figure for ${periodLabel(latest.period)} is held for ${listed(missing)}.`];
}

/** One sentence with the level, its change and its place beside the nation: for key messages. */
export function summarySentence(findings: Findings, edition: Period): Draft {
  const { indicator, latest, level } = findings;
  if (level.value.kind === 'absent') return levelSentence(findings, edition);
  const said = statement(indicator, mention(level.figure));
  return say`In ${periodLabel(latest.period)}, ${said}${statusWords(latest.status)}${changeAndPlace(findings)}.`;
}

/** ", up 3 percentage points on 2012/13 and 2 percentage points above England", as far as either can be said. */
export function changeAndPlace(findings: Findings): Draft {
  const place = tileComparison(findings);
  const clauses = [...judgedChange(findings.change, findings.indicator), ...(place === null ? [] : [place])];
  return clauses.length === 0 ? [] : say`, ${listed(clauses)}`;
}

/** A rise or fall in a line of a list: "Writing: 90%, up 3 percentage points from 87% in 2012/13." */
export function movementSentence({ indicator, level, change, latest }: Findings): Draft {
  const way = change.outcome === 'rose' ? 'up' : 'down';
  const by = size(change.figure, indicator.unit);
  const from = earlierWords(change, indicator);
  const status = statusWords(latest.status);
  const verdict = verdictWords(change.verdict, indicator.polarity);
  return say`${indicator.short}: ${mention(level.figure)}${status}, ${way} ${by} from ${from}${verdict}.`;
}

/** The finding as a chart's title, without a full stop: the level and its change, or the level alone. */
export function findingTitle({ indicator, latest, level, change }: Findings): Draft {
  const by = size(change.figure, indicator.unit);
  const value = mention(level.figure);
  switch (change.outcome) {
    case 'rose':
      return say`${indicator.short}: ${value}, up ${by}`;
    case 'fell':
      return say`${indicator.short}: ${value}, down ${by}`;
    case 'unchanged':
      return say`${indicator.short}: ${mention(change.figure, 'unchanged')} at ${value}`;
    case 'barely':
      return say`${indicator.short}: ${mention(change.figure, 'little changed')} at ${value}`;
    case 'uncertain':
    case 'refused':
      return say`${indicator.short}: ${value} in ${periodLabel(latest.period)}`;
  }
}

/** The change in a tile: "Up 3 percentage points on 2012/13", or in few words why there is none. */
export function tileChange({ indicator, change }: Findings): Draft {
  const { across, figure } = change;
  if (across !== null) {
    return say`${mention(figure, 'No change is given')}: new ${across.kind} from ${periodLabel(across.from)}`;
  }
  const clause = changeClause(change, indicator);
  if (clause === null) return say`${mention(figure, 'No comparable earlier figure')}`;
  return capitalised(clause);
}

/** The place beside the nation in a tile: "2 percentage points above England". */
export function tileComparison({ indicator, comparisons }: Findings): Draft | null {
  const nation = comparisons.held.find(({ beside }) => beside.comparator === 'nation');
  return nation === undefined || nation.degree === 'refused' ? null : shortComparison(nation, indicator);
}

function refusalSentence({ figure, across, earlier }: Change): Draft | null {
  if (figure.amount.kind === 'known') return null;
  const reason = (words: string) => mention(figure, words);
  switch (figure.amount.because) {
    case 'break':
      return across === null || earlier === null
        ? null
        : say`${reason(`No change is given from ${periodLabel(earlier.period)}`)}. ${across.note}`;
    case 'no-earlier-figure':
      return say`There is ${reason('no comparable earlier figure')}.`;
    case 'missing-year':
      return earlier === null
        ? null
        : say`The last earlier figure is for ${periodLabel(earlier.period)}, ${reason('too long ago for a change to be given')}.`;
    case 'approximate':
      return say`The figure is only known roughly, so ${reason('no change is given')}.`;
    default:
      return null;
  }
}

/** "81% in 2012/13", naming a gap in the years where there is one. */
function earlierWords({ earlier, lastYear, figure }: Change, indicator: Indicator): Draft {
  if (earlier === null) return [];
  const id = figure.inputs[1] ?? figure.id;
  const value = { figure: id, text: valueText(earlier.value, indicator.unit) };
  const year = periodLabel(earlier.period);
  return lastYear ? say`${value} in ${year}` : say`${value} in ${year}, the last comparable year`;
}

/** "up 3 percentage points on 2012/13", or null when no change is given. */
function changeClause({ figure, earlier, outcome }: Change, indicator: Indicator): Draft | null {
  if (earlier === null) return null;
  const on = periodLabel(earlier.period);
  switch (outcome) {
    case 'rose':
      return say`up ${size(figure, indicator.unit)} on ${on}`;
    case 'fell':
      return say`down ${size(figure, indicator.unit)} on ${on}`;
    case 'unchanged':
      return say`${mention(figure, 'unchanged')} from ${on}`;
    case 'barely':
      return say`${mention(figure, 'little changed')} from ${on}`;
    case 'uncertain':
      return say`close to the ${on} figure (${size(figure, indicator.unit)} apart)`;
    case 'refused':
      return null;
  }
}

/** The change in a sentence, where a lower-is-better measure needs saying which way is better. */
function judgedChange(change: Change, indicator: Indicator): readonly Draft[] {
  const clause = changeClause(change, indicator);
  if (clause === null) return [];
  const judged = indicator.polarity === 'low' && (change.verdict === 'better' || change.verdict === 'worse');
  return [judged ? say`${clause} (${change.verdict})` : clause];
}

function comparisonClause(
  { beside, level, figure, side, degree, verdict }: Comparison,
  indicator: Indicator,
): Draft {
  const by = size(figure, indicator.unit);
  const theirs = theirLevel(beside, level);
  const where = sideWords(side, verdict, indicator);
  switch (degree) {
    case 'same':
      return say`${mention(figure, 'the same as')} ${theirs}`;
    case 'similar':
      return say`broadly in line with ${theirs} (${by} ${side})`;
    case 'slight':
      return say`slightly ${where} ${theirs} (by ${by})`;
    case 'plain':
      return say`${by} ${where} ${theirs}`;
    case 'well':
      return say`well ${where} ${theirs} (by ${by})`;
    case 'uncertain':
      return say`close to ${theirs} (the two differ by ${by})`;
    case 'refused':
      return [];
  }
}

/** Where a figure stands beside one comparator, in a clause: "2 percentage points above England". */
export function shortComparison(
  { beside, figure, side, degree, verdict }: Comparison,
  indicator: Indicator,
): Draft {
  const by = size(figure, indicator.unit);
  switch (degree) {
    case 'same':
      return say`${mention(figure, 'the same as')} ${beside.phrase}`;
    case 'similar':
      return say`broadly in line with ${beside.phrase} (${by} ${side})`;
    case 'slight':
    case 'plain':
    case 'well':
      return say`${by} ${sideWords(side, verdict, indicator)} ${beside.phrase}`;
    case 'uncertain':
      return say`close to ${beside.phrase} (${by} apart)`;
    case 'refused':
      return [];
  }
}

/** "England’s 78.5%", "the statistical neighbours’ average of 58.9%". */
function theirLevel(beside: Beside, level: Level): Draft {
  const owner = possessive(beside.phrase);
  return beside.list === null
    ? say`${owner} ${mention(level.figure)}`
    : say`${owner} average of ${mention(level.figure)}`;
}

/** "above", or for a measure where lower is better "above (worse than)". */
function sideWords(side: Comparison['side'], verdict: Comparison['verdict'], indicator: Indicator): string {
  if (indicator.polarity !== 'low' || verdict === 'same' || verdict === 'none') return side;
  return `${side} (${verdict} than)`;
}

function pairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
