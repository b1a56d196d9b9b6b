import { fromRounded, knownAmount, refused, relativeChange, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { isDistant } from '../model/area.ts';
import type { Amount, Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Indicator, Polarity } from '../model/indicator.ts';
import type { GivenDifference } from '../model/observation.ts';
import { covers } from '../model/value.ts';
import { type Extent, extentOf, type Judged } from './bands.ts';
import { isChance, varianceOf } from './chance.ts';
import type { Verdict } from './change.ts';
import {
  arePrintedAlike,
  differenceText,
  figure,
  givenAmount,
  givenDifference,
  type Level,
  levelOf,
  madeOf,
  observed,
  ofGroupIn,
  subjectOf,
} from './figures.ts';
import { type Beside, type Setting, withComparator } from './setting.ts';

/**
 * How far: the same, broadly in line, slightly, plainly or well above or below (R06); within the published interval, or
 * within what chance may make of groups of this size (R07); or not to be told.
 */
type Degree = Extent | 'within' | 'chance' | 'uncertain' | 'refused';

/** A figure set beside a comparator in the same period. */
export type Comparison = {
  readonly beside: Beside;
  readonly own: Figure;
  readonly level: Level;
  readonly figure: Figure;
  /** Of money, the difference in per cent of theirs (R01); null of every other unit. */
  readonly relative: Figure | null;
  readonly side: 'above' | 'below' | 'level';
  readonly degree: Degree;
  readonly verdict: Verdict;
};

export type Comparisons = { readonly held: readonly Comparison[]; readonly missing: readonly Beside[] };

/** Sets a figure beside each comparator. Never another year's figure in place of a missing one (R16). */
export function compare(
  setting: Setting,
  indicator: Judged,
  at: Published,
  comparators: readonly Beside[],
): Comparisons {
  const levels = comparators.map(beside => ({
    beside,
    level: levelOf(setting, indicator, beside, at.breakdown, at.period),
  }));
  return {
    held: levels.flatMap(({ beside, level }) =>
      level === null ? [] : [compareWith(indicator, at, beside, level)],
    ),
    missing: levels.filter(({ level }) => level === null).map(({ beside }) => beside),
  };
}

/** The published one, else ours. Nothing is judged by neighbours of which none is close. */
function differenceOf(
  at: Published,
  { list }: Beside,
  { figure, value }: Level,
  given: GivenDifference | null,
): Amount {
  if (list !== null && isDistant(list)) return refused('not-close');
  if (given !== null) return givenAmount(given, at.value, value);
  const isTheirs = at.value.kind === 'known' && figure.amount.kind === 'refused';
  return isTheirs ? figure.amount : subtract(at.value, value);
}

export function compareWith(indicator: Judged, at: Published, beside: Beside, level: Level): Comparison {
  const given = level.value.kind === 'known' ? givenDifference(at, beside.code) : null;
  const amount = differenceOf(at, beside, level, given);
  const own = observed(at, indicator).figure;
  const alike = arePrintedAlike(at.value, level.value);
  const side = sideOf(amount, alike);
  const degree = degreeOf(indicator, at, beside, level, amount, alike);
  const text = differenceText(amount, indicator.unit);
  const made = figure(subjectOf(at, 'difference', { is: 'beside', code: beside.code }), amount, {
    text,
    what: ['Difference from ', { area: beside.code }, ...ofGroupIn(at.breakdown, at.period)],
    falseIf: differs(text),
    status: at.status,
    inputs: [own, level.figure],
    ...madeOf(at, amount, given, fromRounded(at.value, level.value)),
    count: level.figure.count,
  });
  return {
    beside,
    own,
    level,
    figure: made,
    relative: relativeFigure(indicator, at, beside, level, made),
    side,
    degree,
    verdict: verdictBeside(degree, side, indicator.polarity),
  };
}

function differs(text: string): string {
  return `either figure is revised so that the difference is not ${text}`;
}

/** A difference in per cent, which only money is given in beside its own unit. */
function relativeFigure(
  { unit }: Indicator,
  { value: own, status }: Published,
  { code }: Beside,
  { value: theirs, figure: of }: Level,
  difference: Figure,
): Figure | null {
  const { amount, breakdown, period, inputs } = difference;
  if (unit !== 'pounds' || amount.kind === 'refused' || amount.range !== null) return null;
  if (own.kind === 'absent' || theirs.kind === 'absent' || theirs.number.lte(0)) return null;
  const percent = relativeChange(theirs.number, own.number, 1);
  const text = `${numberText(percent, 1)}%`;
  return figure(subjectOf(difference, 'difference', { is: 'relative', code }), knownAmount(percent, 1), {
    text,
    what: ['Difference from ', { area: code }, ' in per cent', ...ofGroupIn(breakdown, period)],
    falseIf: differs(text),
    status,
    inputs,
    working: `The difference as a percentage of ${of.text}, rounded to 1 decimal place`,
  });
}

/** The side of an amount; level where it rounds to nothing and the two are printed alike. */
function sideOf(amount: Amount, alike: boolean): Comparison['side'] {
  if (amount.kind === 'refused' || amount.sign === null || amount.sign === 0) return 'level';
  if (alike && amount.number.eq(0)) return 'level';
  return amount.sign > 0 ? 'above' : 'below';
}

/** How far a figure is from another: near by the interval it was published with, by chance, or by the bands of the measure. */
function degreeOf(
  indicator: Judged,
  at: Published,
  { comparator }: Beside,
  { value, base, interval }: Level,
  amount: Amount,
  alike: boolean,
): Degree {
  if (amount.kind === 'refused') return 'refused';
  if (amount.sign === null) return 'uncertain';
  const extent = extentOf(amount, indicator.bands);
  if (alike) return extent;
  if (at.interval !== null && value.kind === 'known' && covers(at.interval, value.number)) return 'within';
  // Of the nation's pupils there are so many that their share is as good as certain, where their number is not held.
  const theirs = varianceOf({ value, base, interval }, indicator) ?? (comparator === 'nation' ? 0 : null);
  if (isChance(amount, [varianceOf(at, indicator), theirs]) === true) return 'chance';
  return extent === 'same' ? 'similar' : extent;
}

/** Better or worse on one side of a comparator; the same where it is near (R05). */
function verdictBeside(degree: Degree, side: Comparison['side'], polarity: Polarity): Verdict {
  if (degree === 'refused' || polarity === 'neutral') return 'none';
  if (side === 'level' || isNear(degree)) return 'same';
  return (side === 'above') === (polarity === 'high') ? 'better' : 'worse';
}

/** The comparisons to speak of: of the neighbours before only what stands otherwise beside those of the edition. */
export function comparisonsSaid(held: readonly Comparison[]): readonly Comparison[] {
  const now = withComparator(held, 'neighbours');
  return held.filter(
    each => each.beside.former !== true || now === undefined || standingOf(each) !== standingOf(now),
  );
}

function standingOf(comparison: Comparison): string {
  return isClose(comparison) ? 'close' : comparison.side;
}

/** Too near to call better or worse. */
export function isClose({ degree }: Comparison): boolean {
  return isNear(degree);
}

function isNear(degree: Degree): boolean {
  switch (degree) {
    case 'same':
    case 'similar':
    case 'within':
    case 'chance':
    case 'uncertain':
      return true;
    case 'slight':
    case 'plain':
    case 'well':
    case 'refused':
      return false;
  }
}
