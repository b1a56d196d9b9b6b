import type { DisclosurePolicy } from '../model/council.ts';
import { type Indicator, isShare, perHowMany } from '../model/indicator.ts';
import { type GivenDifference, type Key, keyText, type Status, sameKey } from '../model/observation.ts';
import type { Place } from '../model/place.ts';
import type { ReleasedSeries, ReleasedYear } from '../model/release.ts';
import { absent, type Interval, type Value } from '../model/value.ts';
import type { Observation } from '../sources/council-folder.ts';
import { basesOf } from './bases.ts';
import type { Relations } from './divisions.ts';
import { type Counts, isFew, isOfFewPupils, type JudgedRow } from './judged-rows.ts';
import { secondary } from './secondary.ts';

declare const gate: unique symbol;

/**
 * An observation that has passed the gate. Counts stop here, and only `protect` can make one: series,
 * judgements, sentences, charts, pages and downloads accept nothing else.
 */
export type Published = Key & {
  readonly [gate]: true;
  readonly value: Value;
  readonly status: Status;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
  readonly column: string;
  /** What its publisher calls the series and the year; null for a row of the officer's own. */
  readonly series: string | null;
  /** How many pupils (or schools) the figure is a share of, where saying so gives nobody away; else null. */
  readonly base: number | null;
  /** The 95% confidence interval that was published with it, if any. */
  readonly interval: Interval | null;
  readonly differences: readonly GivenDifference[];
};

/**
 * The one gate: every observation with its counts taken off, and its value and note too where the policy forbids it.
 * Primary suppression (R13): small counts of pupils, shares of small groups, all-or-nothing shares of
 * groups that are not large, and "more than none, but next to nothing" where that can only be a few. Secondary suppression: as many more as keep those from being worked out
 * (`gate/secondary.ts`), which knows how rows hang together by `relations`. The size of a group is printed with its figures:
 * it is never what keeps one safe. Who has no row, and should have one, is protected as if it were hidden.
 */
export function protect(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  policy: DisclosurePolicy,
  differences: readonly GivenDifference[] = [],
  relations: Partial<Relations> = {},
  tell: (exposed: Observation) => void = () => {},
): readonly Published[] {
  const given = Map.groupBy(differences, placeOf);
  const judged = judgedRows(observations, indicators, policy);
  const hidden = secondary(
    judged,
    { makeUp: [], topics: [], days: [], isPublic: () => false, ...relations },
    policy,
    tell,
  );
  const withheld = new Set([...hidden].map(keyText));
  return judged.map(({ observation, indicator }) => {
    if (hidden.has(observation))
      return published({ ...observation, note: null }, { value: absent('c'), base: null, differences: [] });
    const base = baseOf(observation, indicator);
    const beside = (given.get(placeOf(observation)) ?? []).filter(
      each => sameKey(each, observation) && !othersOf(each).some(other => withheld.has(other)),
    );
    return published(observation, { value: observation.value, base, differences: beside });
  });
}

/** Each row, and whether it is hidden for what it says by itself, or because its publisher hid it. */
export function judgedRows(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  policy: DisclosurePolicy,
): readonly JudgedRow[] {
  const baseBeside = basesOf(observations, indicators);
  return observations.map(observation => {
    const indicator = indicators.get(observation.indicator);
    if (indicator === undefined)
      throw new Error(`invalid observation: no indicator ${observation.indicator}`);
    const base = baseBeside(observation, indicator);
    const isHidden = isSuppressed(observation) || discloses(observation, indicator, base, policy);
    return { observation, indicator, isHidden, counts: countsOf(observation, indicator, base) };
  });
}

function placeOf({ indicator, area, period }: Pick<Key, 'indicator' | 'area' | 'period'>): string {
  return `${indicator}\n${area}\n${period}`;
}

/** What a published difference is against, an area or an earlier year: with its own figure it gives that one away. */
function othersOf(given: GivenDifference): readonly string[] {
  return [keyText({ ...given, area: given.against }), keyText({ ...given, period: given.against })];
}

function isSuppressed({ value }: Observation): boolean {
  return value.kind === 'absent' && value.because === 'c';
}

/** The pupils behind a figure: as held, or worked out from the share and its base. */
function countsOf({ value, numerator }: Observation, indicator: Indicator, base: number | null): Counts {
  if (value.kind === 'absent') return { inside: null, all: null };
  if (countsPupils(indicator)) return { inside: numerator ?? Number(value.number), all: null };
  if (indicator.measure === 'mean' || base === null) return { inside: numerator, all: base };
  const whole = perHowMany(indicator.unit) ?? 100;
  return { inside: numerator ?? Math.round((Number(value.number) * base) / whole), all: base };
}

function baseOf({ value, denominator }: Observation, { measure, counted }: Indicator): number | null {
  if (denominator === null || measure !== 'percentage' || value.kind === 'absent') return null;
  return counted === 'schools' || counted === 'pupils' ? denominator : null;
}

/** Takes the counts off: names what passes, so that a column added to observations does not pass by itself. */
function published(
  observation: Observation,
  { value, base, differences }: Pick<Published, 'value' | 'base' | 'differences'>,
): Published {
  const { indicator, area, period, breakdown, status, released, source, note, place } = observation;
  const interval = value.kind === 'known' ? (observation.interval ?? null) : null;
  return {
    ...{ indicator, area, period, breakdown, value, status, released, source, note, place },
    ...{ base, interval, differences, column: 'value', series: null },
  } as Published;
}

/** What a release has of one area in one year, beside what all of its series has. */
type ReleasedCell = Pick<Published, 'area' | 'value' | 'base' | 'interval'> & { readonly line: number };

/** A figure of a publisher's release. It was published with all that is shown beside it, so nothing has to be taken off. */
export function releasedFigure(
  { indicator, breakdown, publication, file }: ReleasedSeries,
  { period, status, released, series }: ReleasedYear,
  { area, value, base, interval, line }: ReleasedCell,
): Published {
  return {
    indicator,
    area,
    period,
    breakdown,
    value,
    status,
    released,
    source: publication,
    note: null,
    place: { file, line, column: 1 },
    column: period,
    series,
    base,
    interval,
    differences: [],
  } as unknown as Published;
}

/** About how many of what is counted each pupil has in a year. */
const ofEachPupil = { pupils: 1, entries: 3, sessions: 380 } as const;

/** Whether a figure of so many pupils says something of a few of them by itself. */
function discloses(
  observation: Observation,
  indicator: Indicator,
  base: number | null,
  policy: DisclosurePolicy,
): boolean {
  const { value, numerator } = observation;
  const { counted, measure } = indicator;
  const isLow = value.kind === 'absent' && value.because === 'low';
  if (counted === 'schools' || (value.kind === 'absent' && !isLow)) return false;
  if (base !== null && base <= policy['base-at-most'] * ofEachPupil[counted]) return true;
  // Of entries and sessions so few are a few pupils only where few have any.
  if (counted !== 'pupils' && indicator.pupils !== 'few') return false;
  if (isLow) {
    const most = numerator ?? (base === null ? null : mostInLow(indicator, base));
    return most !== null && isFew(Math.max(1, most), policy);
  }
  const { inside } = countsOf(observation, indicator, base);
  const isOfThem = isShare(indicator) || (measure === 'count' && indicator.unit === 'pupils');
  const counts = { inside: measure === 'mean' ? null : inside, all: isOfThem ? base : null };
  return isOfFewPupils(counts, policy) || isAllOrNothing(value, indicator, base, policy);
}

/** The most that there can be of a share that is more than none and rounds to nothing. */
function mostInLow({ unit, decimals }: Indicator, base: number): number {
  return Math.ceil((0.5 * 10 ** -decimals * base) / (perHowMany(unit) ?? 100)) - 1;
}

/** True when the figure itself is a number of pupils or of what happened to them, however it is measured. */
export function countsPupils({ measure, unit }: Indicator): boolean {
  return measure === 'count' || unit === 'pupils' || unit === 'incidents';
}

/** All or nothing of a group that is not large says something of every member. */
function isAllOrNothing(
  value: Value,
  { measure, unit }: Indicator,
  base: number | null,
  policy: DisclosurePolicy,
): boolean {
  if (value.kind === 'absent' || base === null || base >= policy['extremes-base-below']) return false;
  if (unit === 'pupils') return value.number.eq(0) || value.number.eq(base);
  // A mean of 100 points, or a scaled score of 100, is not all of the pupils; of every other measure 100 may be.
  const isScore = unit === 'scaled-score' || (measure === 'mean' && (unit === 'points' || unit === 'pounds'));
  return value.number.eq(0) || (value.number.eq(perHowMany(unit) ?? 100) && !isScore);
}
