import { type Breakdown, total } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { type Authorities, authoritiesOf, fewestRanked } from './authorities.ts';
import { remembered, type Setting, withFewChildren } from './setting.ts';

/** How far authorities lie apart on a measure: the standard deviation of their figures, in the measure's unit. */
export type Spread = {
  readonly deviation: number;
  /** How many authorities it is of. */
  readonly areas: number;
  /** The year and the pupils it is of, where the measure's own had too few authorities. */
  readonly period: Period;
  readonly breakdown: Breakdown;
};

/**
 * The spread of authorities on a measure in a year: of the nearest earlier year, or else of the nearest later one, where
 * that has too few with a figure; of all pupils where a group has; null where no year has enough.
 */
export function spreadOf(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  period: Period,
): Spread | null {
  return nearestOf(setting, indicator, [breakdown], period);
}

/** The spread of authorities in the gap between two groups, in a year or the nearest, as of a measure. */
export function gapSpreadOf(
  setting: Setting,
  indicator: Indicator,
  groups: readonly [Breakdown, Breakdown],
  period: Period,
): Spread | null {
  return nearestOf(setting, indicator, groups, period);
}

/** One group, or two whose difference is meant. */
type Groups = readonly [Breakdown, Breakdown?];

const nearestOf = remembered(
  ({ id }: Indicator, [breakdown, against]: Groups, period: Period) => [
    ...([id, period, breakdown.topic, breakdown.group] as const),
    ...[against?.topic ?? '', against?.group ?? ''],
  ],
  nearest,
);

function nearest(setting: Setting, indicator: Indicator, groups: Groups, period: Period): Spread | null {
  const [breakdown] = groups;
  const own = spreadIn(setting, indicator, groups, period);
  if (own !== null) return own;
  const periods = [setting.nation, setting.council]
    .flatMap(({ code }) => setting.known.series(indicator.id, code, breakdown))
    .map(row => row.period);
  const years = [...new Set(periods)].toSorted();
  const inTurn = [
    ...years.filter(year => year < period).toReversed(),
    ...years.filter(year => year > period),
  ];
  for (const year of inTurn) {
    const found = spreadIn(setting, indicator, groups, year);
    if (found !== null) return found;
  }
  return breakdown.topic === total.topic ? null : spreadOf(setting, indicator, total, period);
}

function spreadIn(setting: Setting, indicator: Indicator, groups: Groups, period: Period): Spread | null {
  const [breakdown, against] = groups;
  const own = authoritiesOf(setting, indicator, breakdown, period);
  const others = against === undefined ? null : authoritiesOf(setting, indicator, against, period);
  const numbers = numbersOf(own, others);
  if (numbers.length < fewestRanked) return null;
  const mean = sum(numbers) / numbers.length;
  let squares = 0;
  for (const number of numbers) squares += (number - mean) ** 2;
  return { deviation: Math.sqrt(squares / numbers.length), areas: numbers.length, period, breakdown };
}

/** The authorities' numbers; of two groups, their differences where both are held. */
function numbersOf({ ranked }: Authorities, others: Authorities | null): readonly number[] {
  const held = ranked.filter(({ area }) => !withFewChildren.includes(area));
  if (others === null) return held.map(({ number }) => number);
  const theirs = new Map(others.ranked.map(({ area, number }) => [area, number]));
  return held.flatMap(({ area, number }) => {
    const other = theirs.get(area);
    return other === undefined ? [] : [number - other];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
