import { Big } from 'big.js';
import { withFewChildren } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import type { KnownAmount } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { type Authorities, authoritiesOf, fewestRanked } from './authorities.ts';
import { hasFewChildren, remembered, type Setting } from './setting.ts';

/** How near is near on a measure, in its unit, and the spread of authorities that says so; null where the catalogue does. */
export type Bands = {
  readonly similar: number;
  readonly slight: number;
  readonly well: number;
  readonly spread: Spread | null;
};

/** A measure with what counts as near on it, for one group of pupils in one year. */
export type Judged = Indicator & { readonly bands: Bands };

/** Shares of the spread of authorities: up to the first broadly in line, up to the second slightly, above the third well. */
const sharesOfSpread = { similar: 0.1, slight: 0.5, well: 1 } as const;

/** By the catalogue's bands, else by the spread of authorities (R06); neutral of a handful of children. */
export function judgedIn(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  period: Period,
): Judged {
  return judged(setting, indicator, () => spreadOf(setting, indicator, breakdown, period));
}

/** A measure as the gap between two groups is judged: by the spread of authorities in that gap. */
export function gapJudgedIn(
  setting: Setting,
  indicator: Indicator,
  groups: readonly [Breakdown, Breakdown],
  period: Period,
): Judged {
  return judged(setting, indicator, () => gapSpreadOf(setting, indicator, groups, period));
}

function judged(setting: Setting, indicator: Indicator, spread: () => Spread | null): Judged {
  const polarity = hasFewChildren(setting) ? 'neutral' : indicator.polarity;
  return { ...indicator, polarity, bands: bandsOf(indicator, spread) };
}

/** Without bands or enough authorities the catalogue is at fault: until mended, nothing is near or far. */
function bandsOf(indicator: Indicator, spreadOfAuthorities: () => Spread | null): Bands {
  if (indicator.bands !== undefined) return { ...indicator.bands, spread: null };
  const spread = spreadOfAuthorities();
  if (spread === null) return { similar: 0, slight: 0, well: Number.POSITIVE_INFINITY, spread };
  const { deviation } = spread;
  return {
    similar: sharesOfSpread.similar * deviation,
    slight: sharesOfSpread.slight * deviation,
    well: sharesOfSpread.well * deviation,
    spread,
  };
}

/** How large a difference is: nothing, broadly nothing, slight, plain or large. */
export type Extent = 'same' | 'similar' | 'slight' | 'plain' | 'well';

/**
 * How large a difference is, judged on what is printed. Where the spread decides, one unit of the last place printed is
 * near whatever the spread, for it may be all rounding. A range that straddles two bands is plain.
 */
export function extentOf(amount: KnownAmount, bands: Bands): Extent {
  const unit = Number(new Big(10).pow(-amount.decimals));
  const { low, high } = amount.range ?? { low: amount.number, high: amount.number };
  const ends = [low, high].map(end => extentOfSize(Number(end.abs()), bands, unit));
  if (amount.range !== null && ends.every(end => end === 'same' || end === 'similar')) return 'similar';
  const [one = 'plain', other] = ends;
  return one === other ? one : 'plain';
}

function extentOfSize(size: number, { similar, slight, well, spread }: Bands, unit: number): Extent {
  if (size === 0) return 'same';
  if (size <= similar || (spread !== null && size <= unit)) return 'similar';
  if (size <= slight) return 'slight';
  return size <= well ? 'plain' : 'well';
}

export function isBeyondNear(amount: KnownAmount, bands: Bands): boolean {
  const extent = extentOf({ ...amount, range: null }, bands);
  return extent !== 'same' && extent !== 'similar';
}

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
function gapSpreadOf(
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
