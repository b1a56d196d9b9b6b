import type { Published } from '../gate/primary.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { type Promised, promisesOf } from '../model/edition.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, yearsAfter, yearsBetween } from '../model/time.ts';
import { isNeverGiven } from '../series.ts';
import { type Change, changeOf, changeSince } from './change.ts';
import { type Cohort, cohortOf, shortfallOf } from './cohort.ts';
import { isPast } from './comparability.ts';
import { type Comparisons, compare } from './comparison.ts';
import { type Crossing, crossingOf } from './crossing.ts';
import { type Level, levelOf, observed } from './figures.ts';
import { type Rank, type RankMove, rankMove, rankOf } from './rank.ts';
import { type Beside, comparatorsOf, nationBeside, remembered, type Setting } from './setting.ts';
import { type Pattern, type Trend, trendOf } from './trend.ts';

/** One year of a table: the council's figure and change, and each comparator's level. */
export type Year = {
  readonly period: Period;
  readonly level: Level | null;
  readonly row: Published | null;
  readonly change: Change | null;
  /** In the order of the comparators; null where none is held. */
  readonly beside: readonly (Level | null)[];
};

/** A figure that is promised for a day. */
export type Pending = Promised;

/** All judgements on one indicator (for everyone or for one group) in one edition. */
export type Findings = {
  readonly indicator: Indicator;
  readonly breakdown: Breakdown;
  /** The latest figure, known or absent, and the row it came from. */
  readonly latest: Published;
  readonly level: Level;
  readonly change: Change;
  readonly comparisons: Comparisons;
  /** Comparators with a figure in any year shown. */
  readonly comparators: readonly Beside[];
  /** Every academic year from the first figure to the last, missing ones too; none before the council was made. */
  readonly years: readonly Year[];
  /** Patterns over the comparable years. */
  readonly trend: Trend;
  /** Whether the figure came to the other side of the nation's this year; none of a measure not set beside it. */
  readonly crossing: Pattern<Crossing>;
  /** The nation's own change over the same years, where both are held. */
  readonly nationChange: Change | null;
  /** The place among all authorities, and the move since the year before; null for what is not ranked. */
  readonly rank: Rank | null;
  readonly rankMove: RankMove | null;
  /** What the publisher has promised of this measure: the council's own figure, or a comparator's. */
  readonly pending: readonly Pending[];
  /** What the size of the group lets be said; null where that is not published. */
  readonly cohort: Cohort | null;
  /** About how many pupils the distance from the nation stands for. */
  readonly shortfall: Figure | null;
};

/** The findings on an indicator for one breakdown, or null when the edition knows no figure of the council's. */
export function findingsOn(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown = total,
): Findings | null {
  return known(setting, indicator, breakdown);
}

const known = remembered(
  ({ id }: Indicator, { topic, group }: Breakdown) => `${id} ${topic} ${group}`,
  findings,
);

function findings(setting: Setting, indicator: Indicator, breakdown: Breakdown): Findings | null {
  const series = setting.known.series(indicator.id, setting.council.code, breakdown);
  const latest = series.at(-1);
  if (latest === undefined || isNeverGiven(series)) return null;
  if (isPast(indicator, latest.period, setting.edition.period)) return null;
  const considered = comparatorsOf(setting, indicator);
  const periods = periodsOf(setting, indicator, breakdown, considered, latest.period);
  const comparators = considered.filter(beside =>
    periods.some(period => levelOf(setting, indicator, beside, breakdown, period) !== null),
  );
  const change = changeOf(series, latest, indicator);
  const comparisons = compare(setting, indicator, latest, saidWhenMissing(considered, comparators));
  const rank = rankOf(setting, indicator, latest);
  const cohort = cohortOf(latest, change, indicator);
  const national = comparisons.held.find(({ beside }) => beside.comparator === 'nation');
  return {
    indicator,
    breakdown,
    latest,
    level: observed(latest, indicator),
    change,
    comparisons,
    comparators,
    years: periods.map(period => yearOf(setting, indicator, breakdown, comparators, period)),
    trend: trendOf(series, latest, indicator),
    crossing: indicator.comparators.includes('nation')
      ? crossingOf(setting, indicator, series, latest, nationBeside(setting))
      : { outcome: 'none' },
    nationChange: nationChange(setting, indicator, latest, change),
    pending: promisesOf(setting.edition, indicator),
    rank,
    rankMove: rankMove(setting, indicator, latest, rank, change.earlier),
    cohort,
    shortfall:
      national === undefined || cohort === null ? null : shortfallOf(latest, national, indicator, cohort),
  };
}

/** The nation's change over the same two years as the council's, where it has both figures (P07). */
function nationChange(
  { known, nation }: Setting,
  indicator: Indicator,
  { breakdown, period }: Published,
  { earlier, outcome }: Change,
): Change | null {
  if (earlier === null || outcome === 'refused' || !indicator.comparators.includes('nation')) return null;
  const [then, now] = [earlier.period, period].map(when =>
    known.at(indicator.id, nation.code, breakdown, when),
  );
  if (then === undefined || now === undefined) return null;
  const change = changeSince(then, now, indicator);
  return change.outcome === 'refused' ? null : change;
}

/** A missing nation is always said; another comparator only when it has figures in other years. */
function saidWhenMissing(considered: readonly Beside[], held: readonly Beside[]): readonly Beside[] {
  return considered.filter(beside => beside.comparator === 'nation' || held.includes(beside));
}

function periodsOf(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  comparators: readonly Beside[],
  last: Period,
): readonly Period[] {
  const areas = [
    setting.council.code,
    ...comparators.filter(({ list }) => list === null).map(({ code }) => code),
  ];
  const held = areas.flatMap(area =>
    setting.known.series(indicator.id, area, breakdown).map(row => row.period),
  );
  const { began = '' } = setting.council;
  const first = held.filter(period => period >= began).toSorted()[0] ?? last;
  return Array.from({ length: yearsBetween(first, last) + 1 }, (_, years) => yearsAfter(first, years));
}

function yearOf(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  comparators: readonly Beside[],
  period: Period,
): Year {
  const series = setting.known.series(indicator.id, setting.council.code, breakdown);
  const row = series.find(held => held.period === period) ?? null;
  return {
    period,
    row,
    level: row === null ? null : observed(row, indicator),
    change: row === null ? null : changeOf(series, row, indicator),
    beside: comparators.map(beside => levelOf(setting, indicator, beside, breakdown, period)),
  };
}
