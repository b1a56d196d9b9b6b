import { existedIn } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { remembered, type Setting } from './setting.ts';

/** How far authorities lie apart on a measure: the standard deviation of their figures, in the measure's unit. */
export type Spread = {
  readonly deviation: number;
  /** How many authorities it is of. */
  readonly areas: number;
  /** The year and the pupils it is of, where the measure's own had too few authorities. */
  readonly period: Period;
  readonly breakdown: Breakdown;
};

/** Fewer authorities than this say nothing about how far authorities lie apart. */
export const fewestAuthorities = 20;

/** City of London and Isles of Scilly, of a few pupils each: not among those that a spread is of. */
const tooSmall: ReadonlySet<string> = new Set(['E09000001', 'E06000053']);

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
  [group, against]: readonly [Breakdown, Breakdown],
  period: Period,
): Spread | null {
  return nearestOf(setting, indicator, [group, against], period);
}

/** One group, or two whose difference is meant. */
type Groups = readonly [Breakdown, Breakdown?];

const nearestOf = remembered(
  ({ id }: Indicator, groups: Groups, period: Period) =>
    [id, period, ...groups.map(each => `${each?.topic} ${each?.group}`)].join(' '),
  nearest,
);

function nearest(setting: Setting, indicator: Indicator, groups: Groups, period: Period): Spread | null {
  const [breakdown] = groups;
  const periods = [setting.nation, setting.council]
    .flatMap(({ code }) => setting.known.series(indicator.id, code, breakdown))
    .map(row => row.period);
  const years = [...new Set([period, ...periods])].toSorted();
  const inTurn = [
    ...years.filter(year => year <= period).toReversed(),
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
  const numbers = [...setting.areas.values()]
    .filter(area => area.kind === 'authority' && existedIn(area, period) && !tooSmall.has(area.code))
    .flatMap(({ code }) => {
      const own = numberOf(setting, indicator, code, breakdown, period);
      const other = against === undefined ? 0 : numberOf(setting, indicator, code, against, period);
      return own === null || other === null ? [] : [own - other];
    });
  if (numbers.length < fewestAuthorities) return null;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return { deviation: Math.sqrt(squares / numbers.length), areas: numbers.length, period, breakdown };
}

function numberOf(
  { known }: Setting,
  { id }: Indicator,
  area: string,
  breakdown: Breakdown,
  period: Period,
): number | null {
  const value = known.at(id, area, breakdown, period)?.value;
  return value?.kind === 'known' && value.precision !== 'about' ? Number(value.number) : null;
}
