import type { Big } from 'big.js';
import { fromRounded, knownAmount, subtract } from '../arithmetic.ts';
import type { Published } from '../disclosure.ts';
import type { Amount, Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Verdict, verdictOf } from './change.ts';
import {
  differenceText,
  figure,
  givenAmount,
  givenDifference,
  type Level,
  levelOf,
  madeOf,
  observed,
} from './figures.ts';
import type { Beside, Setting } from './setting.ts';
import { relativeChange } from './share.ts';

/** How far: the same, broadly in line, slightly, plainly or well above or below (R06). */
export type Degree = 'same' | 'similar' | 'slight' | 'plain' | 'well' | 'uncertain' | 'refused';

/** A figure set beside a comparator in the same period. */
export type Comparison = {
  readonly beside: Beside;
  /** The council's own figure. */
  readonly own: Figure;
  readonly level: Level;
  readonly figure: Figure;
  /** Of money, the difference in per cent of theirs (R01); null of every other unit. */
  readonly relative: Figure | null;
  readonly side: 'above' | 'below' | 'level';
  readonly degree: Degree;
  readonly verdict: Verdict;
};

/** Every comparator with a figure for the same period, and those without one. */
export type Comparisons = { readonly held: readonly Comparison[]; readonly missing: readonly Beside[] };

/** Sets a figure beside each comparator. Never another year's figure in place of a missing one (R16). */
export function compare(
  setting: Setting,
  indicator: Indicator,
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

function compareWith(indicator: Indicator, at: Published, beside: Beside, level: Level): Comparison {
  const given = level.value.kind === 'known' ? givenDifference(at, beside.code) : null;
  const amount = given === null ? subtract(at.value, level.value) : givenAmount(given);
  const own = observed(at, indicator).figure;
  const subject = {
    kind: 'difference',
    indicator: indicator.id,
    area: at.area,
    breakdown: at.breakdown,
    period: at.period,
    against: beside.code,
  } as const;
  const made = figure(subject, amount, {
    text: differenceText(amount, indicator.unit),
    status: at.status,
    inputs: [own.id, level.figure.id],
    ...madeOf(amount, given, fromRounded(at.value, level.value)),
    count: level.figure.count,
  });
  return {
    beside,
    own,
    level,
    figure: made,
    relative: relativeFigure(indicator, at, level, made),
    side: sideOf(amount),
    degree: degreeOf(amount, indicator.bands),
    verdict: sideOf(amount) === 'level' ? 'same' : verdictOf(amount, indicator.polarity),
  };
}

/** A difference in per cent, which only money is given in beside its own unit. */
function relativeFigure(
  { unit }: Indicator,
  { value: own, status }: Published,
  { value: theirs, figure: of }: Level,
  { amount, kind, indicator, area, breakdown, period, against, inputs }: Figure,
): Figure | null {
  if (unit !== 'pounds' || amount.kind === 'refused' || amount.range !== null) return null;
  if (own.kind === 'absent' || theirs.kind === 'absent' || theirs.number.lte(0)) return null;
  const percent = relativeChange(theirs.number, own.number, 1);
  const subject = { kind, indicator, area, breakdown, period, against, part: 'relative' };
  return figure(subject, knownAmount(percent, 1), {
    text: `${numberText(percent, 1)}%`,
    status,
    inputs,
    working: `The difference as a percentage of ${of.text}, rounded to 1 decimal place`,
  });
}

function sideOf(amount: Amount): Comparison['side'] {
  if (amount.kind === 'refused' || amount.sign === null || amount.number.eq(0)) return 'level';
  return amount.sign > 0 ? 'above' : 'below';
}

/** The band of an amount, judged on what is printed; a range that straddles two bands is plainly above or below. */
export function degreeOf(amount: Amount, bands: Indicator['bands']): Degree {
  if (amount.kind === 'refused') return 'refused';
  if (amount.sign === null) return 'uncertain';
  if (amount.range === null) return bandOf(amount.number.abs(), bands);
  const [low, high] = [bandOf(amount.range.low.abs(), bands), bandOf(amount.range.high.abs(), bands)];
  return low === high ? low : 'plain';
}

function bandOf(size: Big, bands: Indicator['bands']): Degree {
  if (size.eq(0)) return 'same';
  if (size.lte(bands.similar)) return 'similar';
  if (size.lte(bands.slight)) return 'slight';
  return size.lte(bands.well) ? 'plain' : 'well';
}

/** Too near to call better or worse. */
export function isClose({ degree }: Comparison): boolean {
  return degree === 'same' || degree === 'similar' || degree === 'uncertain';
}
