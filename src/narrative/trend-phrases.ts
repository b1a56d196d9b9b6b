import type { Change } from '../judgements/change.ts';
import type { Crossing } from '../judgements/crossing.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Pace } from '../judgements/pace.ts';
import { withComparator } from '../judgements/setting.ts';
import type { Pattern, Way } from '../judgements/trend.ts';
import type { Figure } from '../model/figure.ts';
import { numberText, sizeText } from '../model/format.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import { timeLabel } from '../model/time.ts';
import {
  countWords,
  type Draft,
  listed,
  mention,
  possessive,
  say,
  size,
  sizeAlone,
  verdictWords,
} from './sentence.ts';

const done: Readonly<Record<Way, string>> = { rose: 'risen', fell: 'fallen' };

/** What may be said over several years: a run, a turn, a slowing, a standstill, a record, the change since the first. */
export function trendSentences(findings: Findings): readonly Draft[] {
  const { trend, crossing } = findings;
  const { streak, turn, slowing, plateau } = trend;
  const isStill = plateau.outcome === 'found';
  return [
    ...(streak.outcome === 'found' ? [streakSentence(findings, streak)] : []),
    ...(turn.outcome === 'found' && !isStill ? [turnSentence(turn.before, findings.indicator)] : []),
    ...(slowing.outcome === 'found' && !isStill ? [slowingSentence(slowing.before, findings.indicator)] : []),
    ...(plateau.outcome === 'found' ? [plateauSentence(plateau, findings.indicator)] : []),
    ...recordSentences(findings),
    ...(crossing.outcome === 'found' ? [say`It is ${crossingWords(crossing, findings.indicator)}.`] : []),
  ];
}

/** What the nation and the neighbours did over the same years (P07), and on whom ground was gained or lost. */
export function paceSentence({ paces, change, indicator }: Findings): Draft | null {
  const clauses = paces.flatMap(({ beside, outcome, change }) => {
    const words = movedWords(outcome, change, indicator);
    const { list, phrase } = beside;
    const whose =
      list === null || phrase.endsWith('s')
        ? say`${possessive(phrase)} ${list === null ? 'figure' : 'average'}`
        : say`the average of ${phrase}`;
    return words === null ? [] : [say`${whose} ${words}`];
  });
  if (clauses.length === 0) return null;
  return say`Over the same time ${listed(clauses)}${groundWords(paces, change.outcome)}.`;
}

/** ", so it lost ground on England and kept pace with the statistical neighbours"; nothing where that is open. */
function groundWords(paces: Findings['paces'], own: Change['outcome']): Draft {
  const verbs = { gained: 'gained ground on', kept: 'kept pace with', lost: 'lost ground on' } as const;
  // Of two that stood still, or went a little apart, nobody says that they kept pace.
  const isPace = ({ ground, outcome }: Pace) =>
    ground !== 'kept' || (outcome === own && (own === 'rose' || own === 'fell'));
  const clauses = (['gained', 'kept', 'lost'] as const).flatMap(ground => {
    const [first, second] = paces.filter(each => each.ground === ground && isPace(each));
    if (first === undefined) return [];
    const whom = second === undefined ? first.beside.phrase : say`${mention(second.figure, 'both')}`;
    return [say`${mention(first.figure, verbs[ground])} ${whom}`];
  });
  return clauses.length === 0 ? [] : say`, so it ${listed(clauses)}`;
}

/** "ours up 0.13 points, England’s up 0.80 points". */
export function bothMoved({ indicator, change, paces }: Findings): Draft {
  const theirs = withComparator(paces, 'nation');
  if (theirs === undefined) return [];
  const own = briefly(change.outcome, change.figure, indicator);
  return say`ours ${own}, ${possessive(theirs.beside.phrase)} ${briefly(theirs.outcome, theirs.change, indicator)}`;
}

/** Of a change that is a rise or a fall. */
export function wayOf(outcome: Change['outcome']): 'up' | 'down' {
  return outcome === 'rose' ? 'up' : 'down';
}

/** "up 3 percentage points", "unchanged". */
export function briefly(outcome: Change['outcome'], figure: Figure, indicator: Indicator): Draft {
  switch (outcome) {
    case 'rose':
    case 'fell':
      return say`${wayOf(outcome)} ${sizeAlone(figure, indicator)}`;
    case 'unchanged':
      return [mention(figure, 'unchanged')];
    case 'barely':
      return say`changed by ${sizeAlone(figure, indicator)}`;
    case 'uncertain':
      return say`${sizeAlone(figure, indicator)} apart`;
    case 'refused':
      return [];
  }
}

/** "up 2.11", "no change": a change in few words, where what it is in stands elsewhere. */
export function wayWords({ figure, outcome }: Pick<Change, 'figure' | 'outcome'>, unit: Unit): string {
  switch (outcome) {
    case 'rose':
    case 'fell':
      return `${wayOf(outcome)} ${amountIn(figure, unit)}`;
    case 'unchanged':
      return 'no change';
    case 'barely':
      return 'hardly any change';
    case 'uncertain':
      return 'too close to say';
    case 'refused':
      return figure.text;
  }
}

/** The size of a change as a number; one of pounds, or known as a range, as it is said. */
function amountIn({ amount }: Figure, unit: Unit): string {
  const isPlain = amount.kind === 'known' && amount.range === null && !amount.about && unit !== 'pounds';
  return isPlain ? numberText(amount.number.abs(), amount.decimals) : sizeText(amount, unit);
}

/** "rose by 3 percentage points", "was unchanged"; null where that is open. */
export function movedWords(
  outcome: Change['outcome'],
  figure: Figure,
  { unit }: Pick<Indicator, 'unit'>,
): Draft | null {
  switch (outcome) {
    case 'rose':
    case 'fell':
      return say`${outcome} by ${size(figure, unit)}`;
    case 'unchanged':
      return say`was ${mention(figure, 'unchanged')}`;
    case 'barely':
      return say`changed by ${size(figure, unit)}`;
    case 'uncertain':
    case 'refused':
      return null;
  }
}

/** A run of rises or falls (P15), with what they come to when they began with the first comparable year. */
function streakSentence(
  { trend: { since, streak }, change, indicator }: Findings,
  { way, years, figure }: Extract<Findings['trend']['streak'], { outcome: 'found' }>,
): Draft {
  const run = say`It has ${done[way]} ${mention(figure, countWords(years))} years in a row`;
  const whole =
    since.outcome === 'found' &&
    streak.outcome === 'found' &&
    since.change.outcome === way &&
    isSameStart(since.change.figure, figure);
  const all = whole ? say`, by ${size(since.change.figure, indicator.unit)} in all` : [];
  return say`${run}${all}${verdictWords(change.verdict, indicator.polarity)}.`;
}

/** True of two figures over years that begin with the same one. */
function isSameStart({ about: one }: Figure, { about: other }: Figure): boolean {
  return one.is === 'since' && other.is === 'since' && one.year === other.year;
}

/** A rise after a fall, or a fall after a rise (P16). */
function turnSentence({ figure, outcome }: Change, { unit }: Indicator): Draft {
  return say`The year before, it ${outcome} by ${size(figure, unit)}.`;
}

/** A smaller move than the year before (P17). */
function slowingSentence({ figure, outcome }: Change, { unit }: Indicator): Draft {
  const move = outcome === 'rose' ? 'rise' : 'fall';
  return say`The ${move} was smaller than the year before, when it ${outcome} by ${size(figure, unit)}.`;
}

/** Years that stayed within what counts as the same (P41). */
function plateauSentence(
  { years, figure }: Extract<Findings['trend']['plateau'], { outcome: 'found' }>,
  { unit }: Indicator,
): Draft {
  const { amount } = figure;
  if (amount.kind === 'known' && amount.number.eq(0))
    return say`It has been ${mention(figure, 'the same')} for ${countWords(years)} years.`;
  return say`It has stayed within ${size(figure, unit)} for ${countWords(years)} years.`;
}

/** The highest or lowest of the comparable years (P14, R20), or the change since the first of them. */
function recordSentences({
  trend: { record, since, streak },
  latest,
  indicator,
}: Findings): readonly Draft[] {
  if (record.outcome === 'found') return [recordSentence({ indicator }, record)];
  if (since.outcome !== 'found' || streak.outcome === 'found') return [];
  const { change } = since;
  const first = change.earlier;
  if (first === null || (change.outcome !== 'rose' && change.outcome !== 'fell')) return [];
  const to = timeLabel(indicator, latest.period);
  const by = size(change.figure, indicator.unit);
  return [say`From ${timeLabel(indicator, first.period)} to ${to} it ${change.outcome} by ${by} in all.`];
}

/** "This is the highest of the six years that can be compared, from 2008/09." */
export function recordSentence(
  { indicator }: Pick<Findings, 'indicator'>,
  { which, years, from, figure }: Extract<Findings['trend']['record'], { outcome: 'found' }>,
): Draft {
  const span = `the ${countWords(years)} years that can be compared, from ${timeLabel(indicator, from)}`;
  return say`This is the ${mention(figure, which)} of ${span}.`;
}

/** A crossing in a few words, for a chart's title and for its place in the plot; null where there is none, or no change is given. */
export function crossingNote({ crossing, change }: Pick<Findings, 'crossing' | 'change'>): Draft | null {
  const isOpen = change.outcome === 'uncertain' || change.outcome === 'refused';
  return crossing.outcome === 'found' && !isOpen ? crossedWords(crossing) : null;
}

function crossedWords({ beside, side }: Pick<Crossing, 'beside' | 'side'>): Draft {
  return say`now ${side} ${beside.phrase}`;
}

/** Coming to the other side of a comparator (P09, P34): "now above England, having been 2 points below the year before". */
export function crossingWords(
  crossing: Extract<Pattern<Crossing>, { outcome: 'found' }>,
  { unit }: Indicator,
): Draft {
  const { before, first } = crossing;
  const start = crossedWords(crossing);
  if (first !== null) {
    const years = mention(first.figure, countWords(first.years));
    return say`${start}, for the first time in the ${years} consecutive years that can be compared`;
  }
  const was =
    before.side === 'level'
      ? [mention(before.figure, 'level')]
      : say`${size(before.figure, unit)} ${before.side}`;
  return say`${start}; the year before it was ${was}`;
}
