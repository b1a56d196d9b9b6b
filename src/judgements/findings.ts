import type { Published } from '../gate/primary.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { type Promised, promisesOf } from '../model/edition.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, yearsAfter, yearsBetween } from '../model/time.ts';
import { isNeverGiven } from '../series.ts';
import { type Judged, judgedIn } from './bands.ts';
import { type Change, changeOf } from './change.ts';
import { type Cohort, cohortOf, shortfallOf } from './cohort.ts';
import { isPast } from './comparability.ts';
import { type Comparisons, compare } from './comparison.ts';
import { type Crossing, crossingOf } from './crossing.ts';
import { type Level, levelOf, observed } from './figures.ts';
import { type Pace, pacesOf } from './pace.ts';
import { type Rank, type RankMove, rankMove, rankOf } from './rank.ts';
import {
  type Beside,
  comparatorsOf,
  hasFewChildren,
  nationBeside,
  remembered,
  type Setting,
  withComparator,
} from './setting.ts';
import { type Pattern, type Trend, trendOf } from './trend.ts';

/** One year of a table: the council's figure and change, and each comparator's level. */
export type Year = {
  readonly period: Period;
  readonly level: Level | null;
  readonly row: Published | null;
  readonly change: Change | null;
  /** By the code of each comparator, in their order; null where none is held. */
  readonly beside: ReadonlyMap<string, Level | null>;
};

export type Pending = Promised;

/** All judgements on one indicator (for everyone or for one group) in one edition. */
export type Findings = {
  /** With what counts as near on it in the year of the latest figure. */
  readonly indicator: Judged;
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
  readonly trend: Trend;
  /** Whether the figure came to the other side of the nation's this year; none of a measure not set beside it. */
  readonly crossing: Pattern<Crossing>;
  /** What became of the nation and of the neighbours over the same years, where both are held. */
  readonly paces: readonly Pace[];
  /** The place among all authorities, and the move since the year before; null for what is not ranked, and of a handful of children. */
  readonly rank: Rank | null;
  readonly rankMove: RankMove | null;
  /** What the publisher has promised of this measure: the council's own figure, or a comparator's. */
  readonly pending: readonly Pending[];
  /** What the size of the group lets be said; null where that is not published. */
  readonly cohort: Cohort | null;
  /** About how many pupils the distance from the nation stands for. */
  readonly shortfall: Figure | null;
};

/** Null when the edition knows no figure of the council's. */
export function findingsOn(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown = total,
): Findings | null {
  return known(setting, indicator, breakdown);
}

const known = remembered(({ id }: Indicator, { topic, group }: Breakdown) => [id, topic, group], findings);

function findings(setting: Setting, entry: Indicator, breakdown: Breakdown): Findings | null {
  const series = setting.known.series(entry.id, setting.council.code, breakdown);
  const latest = series.at(-1);
  if (latest === undefined || isNeverGiven(series)) return null;
  if (isPast(entry, latest.period, setting.edition.period)) return null;
  const indicator = judgedIn(setting, entry, breakdown, latest.period);
  const considered = comparatorsOf(setting, indicator);
  const periods = periodsOf(setting, indicator, breakdown, considered, latest.period);
  const comparators = considered.filter(beside =>
    periods.some(period => levelOf(setting, indicator, beside, breakdown, period) !== null),
  );
  const change = changeOf(series, latest, indicator);
  const comparisons = compare(setting, indicator, latest, saidWhenMissing(considered, comparators));
  const rank = hasFewChildren(setting) ? null : rankOf(setting, indicator, latest);
  const cohort = cohortOf(latest, change, indicator);
  const national = withComparator(comparisons.held, 'nation');
  let years: readonly Year[] | null = null;
  return {
    indicator,
    breakdown,
    latest,
    level: observed(latest, indicator),
    change,
    comparisons,
    comparators,
    // Worked out when a table or a chart asks for them: a check draws none.
    get years() {
      years ??= periods.map(period => yearOf(setting, indicator, breakdown, comparators, period));
      return years;
    },
    trend: trendOf(series, latest, indicator),
    crossing: indicator.comparators.includes('nation')
      ? crossingOf(setting, indicator, series, latest, nationBeside(setting))
      : { outcome: 'none' },
    paces: pacesOf(setting, indicator, latest, change),
    pending: promisesOf(setting.edition, indicator),
    rank,
    rankMove: rankMove(setting, indicator, latest, rank, change.earlier),
    cohort,
    shortfall:
      national === undefined || cohort === null ? null : shortfallOf(latest, national, indicator, cohort),
  };
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
  const [own = [], ...others] = areas.map(area =>
    setting.known.series(indicator.id, area, breakdown).map(row => row.period),
  );
  // Before a council was there, its own years alone are shown: those that a publisher worked out again for it.
  const { began = '' } = setting.council;
  const held = [...own, ...others.flat().filter(period => period >= began)];
  const first = held.toSorted()[0] ?? last;
  return Array.from({ length: yearsBetween(first, last) + 1 }, (_, years) => yearsAfter(first, years));
}

function yearOf(
  setting: Setting,
  indicator: Judged,
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
    beside: new Map(
      comparators.map(beside => [beside.code, levelOf(setting, indicator, beside, breakdown, period)]),
    ),
  };
}
