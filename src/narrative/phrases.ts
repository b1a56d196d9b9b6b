import { Big } from 'big.js';
import type { Change } from '../judgements/change.ts';
import { pauseIn } from '../judgements/comparability.ts';
import { intervalWords, type Level } from '../judgements/figures.ts';
import type { Findings } from '../judgements/findings.ts';
import { withComparator } from '../judgements/setting.ts';
import type { Figure } from '../model/figure.ts';
import { valueText } from '../model/format.ts';
import { type Indicator, perHowMany } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { type Period, timeIn, timeLabel, timeWords } from '../model/time.ts';
import { absences, covers, type Value } from '../model/value.ts';
import { isOfUnrounded, tileComparison } from './comparison-phrases.ts';
import {
  type Draft,
  fitting,
  joined,
  lengthOf,
  levelAlone,
  listed,
  mention,
  say,
  size,
  statusRemark,
  verdictWords,
} from './sentence.ts';
import { crossingNote, wayOf } from './trend-phrases.ts';

/** "84% of pupils reached level 4 or above", with the figure in its place; and more after it, as its interval. */
function statement(indicator: Indicator, figure: Figure, more = ''): Draft {
  const { statement: ofMany, 'statement-of-one': ofOne = ofMany } = indicator;
  const [before = '', after = ''] = (figure.text === '1' ? ofOne : ofMany).split('{value}');
  // A rate whose statement does not say of how many it is has its unit with it.
  const per = perHowMany(indicator.unit)?.toLocaleString('en-GB') ?? '';
  const value = ofMany.includes(per) ? mention(figure) : levelAlone(figure, indicator);
  return say`${before}${{ ...value, text: value.text + more }}${after}${moreThanAll(figure, indicator)}`;
}

/** Why more than all took part, where a share is of a number that is estimated. */
export function moreThanAll({ amount }: Figure, { unit }: Indicator): string {
  const isMore = unit === 'percent' && amount.kind === 'known' && amount.number.gt(100);
  return isMore ? ' (more than all of them, as their number is an estimate)' : '';
}

/** The level, or why there is none (P01, P02, R11, R12). */
export function levelSentence({ indicator, latest, level }: Findings, edition: Period): Draft {
  if (level.value.kind === 'absent') {
    const { because } = level.value;
    const why = mention(level.figure, absences[because]);
    const is = because === 'low' || because === 'k' ? '' : 'is ';
    const pause = pauseIn(indicator, latest.period);
    const when = timeWords(indicator, latest.period).replace(/^./, first => first.toLowerCase());
    return say`No figure is given for ${indicator.subject} ${when}: it ${is}${why}.${pause === null ? '' : ` ${pause.because}`}`;
  }
  const said = statement(indicator, level.figure, intervalAfter(level, indicator));
  const when = timeWords(indicator, latest.period);
  return say`${when}${heldWords(latest.period, edition, indicator)}, ${said}${statusRemark(latest.status)}.`;
}

/** The interval of a level, where one was published, and whether that includes nought. */
function intervalAfter({ interval }: Level, indicator: Indicator): string {
  if (interval === null) return '';
  const nought = indicator.unit === 'points' && covers(interval, new Big(0)) ? ', which includes zero' : '';
  return ` (${intervalWords(interval, indicator)}${nought})`;
}

/** Why a figure is not of the edition's own year: the measure had ended, or none is held. */
function heldWords(period: Period, edition: Period, { end, successor }: Indicator): string {
  if (period === edition) return '';
  return successor !== undefined && period === end
    ? ', the last year of this measure'
    : ', the latest year with a figure';
}

/** The change on the last comparable year, or why it is not given (P04, P06, P29, R11, R15). */
export function changeSentence({ indicator, change, level }: Findings): Draft | null {
  const { figure, earlier, outcome, verdict } = change;
  if (outcome === 'refused' || earlier === null)
    return refusalSentence(change, indicator, isRough(level.value));
  const by = say`${size(figure, indicator.unit)}${roundingWords(change)}`;
  const from = earlierWords(change, indicator);
  switch (outcome) {
    case 'rose':
    case 'fell':
      return say`This ${outcome} by ${by} from ${from}${verdictWords(verdict, indicator.polarity)}.`;
    case 'unchanged':
      return say`This was ${mention(figure, 'unchanged')} from ${from}.`;
    case 'barely':
      return say`This changed by ${by} from ${from}.`;
    case 'uncertain':
      return say`The earlier figure was ${from}: the two differ by ${size(figure, indicator.unit)}, too close to say which is higher.`;
  }
}

/** What has more words than this is told in two sentences. */
const mostWords = 25;

/** The level, its change and its place beside the nation, in one sentence or two short ones: for key messages. */
export function summarySentence(findings: Findings, edition: Period): Draft {
  const { indicator, latest, level } = findings;
  if (level.value.kind === 'absent') return levelSentence(findings, edition);
  const said = statement(indicator, level.figure);
  const when = timeWords(indicator, latest.period);
  const start = say`${when}, ${said}${statusRemark(latest.status)}`;
  const rest = movedAndPlaced(findings);
  const whole = say`${start}${changeAndPlace(findings)}.`;
  const isLong = rest.length > 0 && lengthOf(whole) > mostWords;
  return isLong ? say`${start}. That is ${rest}.` : whole;
}

/** ", up 3 percentage points on 2012/13 and 2 percentage points above England", as far as either can be said. */
export function changeAndPlace(findings: Findings): Draft {
  const said = movedAndPlaced(findings);
  return said.length === 0 ? [] : say`, ${said}`;
}

function movedAndPlaced(findings: Findings): Draft {
  const place = tileComparison(findings);
  const clauses = [...judgedChange(findings.change, findings.indicator), ...(place === null ? [] : [place])];
  return isMixed(findings) ? joined(clauses, ' but ') : listed(clauses);
}

/** True of a change and a place beside the nation of which one is for the better and the other for the worse. */
function isMixed({ change, comparisons }: Findings): boolean {
  const nation = withComparator(comparisons.held, 'nation');
  const verdicts = [change.verdict, nation?.verdict];
  return verdicts.includes('better') && verdicts.includes('worse');
}

/** Without a full stop: the level, its change and, where there is room, whether it crossed the nation's. */
export function findingTitle(findings: Findings): Draft {
  const { indicator, latest, level, change } = findings;
  const note = crossingNote(findings);
  const crossed = note === null ? [] : say`, ${note}`;
  const value = levelAlone(level.figure, indicator);
  const named = (rest: Draft) => say`${indicator.short}: ${rest}`;
  const { figure, outcome } = change;
  switch (outcome) {
    case 'rose':
    case 'fell': {
      const chance = chanceWords(change);
      const whole = named(say`${value}, ${wayOf(outcome)} ${size(figure, indicator.unit)}${chance}`);
      const short = named(say`${mention(figure, outcome)} to ${value}${chance}`);
      return fitting(say`${whole}${crossed}`, whole, short);
    }
    case 'unchanged':
    case 'barely': {
      const whole = named(
        say`${mention(figure, outcome === 'barely' ? 'little changed' : outcome)} at ${value}`,
      );
      return fitting(say`${whole}${crossed}`, whole);
    }
    case 'uncertain':
    case 'refused':
      return named(
        say`${value} ${timeWords(indicator, latest.period).replace(/^./, first => first.toLowerCase())}`,
      );
  }
}

/** Said of a change that is within chance, wherever it is said (R07). */
function chanceWords({ byChance }: Change): string {
  return byChance === true ? ' (may be chance)' : '';
}

function refusalSentence(
  { figure, across, earlier }: Change,
  indicator: Indicator,
  isRough: boolean,
): Draft | null {
  if (figure.amount.kind === 'known') return null;
  const reason = (words: string) => mention(figure, words);
  switch (figure.amount.because) {
    case 'break':
      return across === null || earlier === null
        ? null
        : say`${reason(`No change is given from ${timeLabel(indicator, earlier.period)}`)}. ${across.note}`;
    case 'no-earlier-figure':
      return say`There is ${reason('no comparable earlier figure')}.`;
    case 'missing-year':
      return earlier === null
        ? null
        : say`The last earlier figure is for ${timeLabel(indicator, earlier.period)}, ${reason('too long ago for a change to be given')}.`;
    case 'approximate': {
      const when = isRough || earlier === null ? '' : ` for ${timeLabel(indicator, earlier.period)}`;
      return say`The figure${when} is only known roughly, so ${reason('no change is given')}.`;
    }
    default:
      return null;
  }
}

function isRough(value: Value): boolean {
  return value.kind === 'known' && value.precision === 'about';
}

function roundingWords({ figure }: Change): string {
  return isOfUnrounded(figure) ? ' (before rounding)' : '';
}

/** "81% in 2012/13", naming a gap in the years and a difference of status where there is one (R11, R14). */
function earlierWords({ earlier, lastYear, figure, pause, mixed }: Change, indicator: Indicator): Draft {
  if (earlier === null) return [];
  const value = { figure: figure.inputs[1] ?? figure, text: valueText(earlier.value, indicator.unit) };
  const status = mixed ? `, ${anEarlierStatus(earlier.status)}` : '';
  const year = `${timeIn(indicator, earlier.period)}${status}`;
  if (lastYear) return say`${value} ${year}`;
  return say`${value} ${year}, ${pause?.before ?? 'the last year with a figure'}`;
}

/** "up 3 percentage points on 2012/13", or null when no change is given. */
function changeClause(change: Change, indicator: Indicator): Draft | null {
  const { figure, earlier, outcome } = change;
  if (earlier === null) return null;
  const on = `${timeLabel(indicator, earlier.period)}${change.mixed ? ` (${earlier.status})` : ''}`;
  switch (outcome) {
    case 'rose':
    case 'fell':
      return say`${wayOf(outcome)} ${size(figure, indicator.unit)} on ${on}${chanceWords(change)}`;
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

/** "a provisional figure", for the earlier of two figures of which one may yet change. */
function anEarlierStatus(status: Status): string {
  return `${status === 'early' ? 'an' : 'a'} ${status} figure`;
}
