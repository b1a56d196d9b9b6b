import { z } from 'zod';
import type { Breakdown } from './breakdown.ts';
import type { Status } from './observation.ts';
import { dayYearsLater, isoDate, type Period, startYear, yearsBetween } from './time.ts';

/** `release.yaml`: the file of a publisher that a folder of published figures was made from. */
export const releaseSchema = z.strictObject({
  publication: z.string().describe('The publication, as in sources.yaml'),
  title: z.string().min(1),
  address: z.url({ protocol: /^https$/ }),
  retrieved: isoDate.describe('The day the file was taken; when its figures came out is in series.csv'),
  file: z.string().min(1).describe('What the publisher calls the file'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  licence: z.string().min(1),
  rows: z.int().nonnegative().describe('Rows of the file'),
  kept: z.int().nonnegative().describe('Values that were kept of them'),
});

/** The columns of `series.csv`: a row for each series and year of a release. */
export const seriesColumns = [
  ...['indicator', 'topic', 'group', 'period', 'key', 'filters', 'label', 'status', 'released', 'stated'],
  'decimals',
] as const;

/** The first columns of a file of figures; a column for each academic year follows. */
export const firstColumns = ['indicator', 'topic', 'group', 'area'] as const;

/** What a companion of a series gives: the pupils it is a share of, or the ends of its confidence interval. */
export const companions = ['base', 'low', 'high'] as const;
export type Companion = (typeof companions)[number];

/** A year of a series in one release: what the publisher calls it, when it came out and how settled it is. */
export type ReleasedYear = {
  readonly period: Period;
  readonly status: Status;
  readonly released: string;
  /** False where the day was worked out from the release calendar and not stated by the publisher. */
  readonly isStated: boolean;
  /** Decimals, where it was really published to others than the catalogue's; else null. */
  readonly decimals: number | null;
  /** The publisher's own name: a key or column, its filters, and the label of the year. */
  readonly series: string;
};

/** What stands in a cell of published figures: nothing, a number, or one of the symbols after it. */
export const cellStates = ['', 'number', 'c', 'z', 'x', 'low', 'k', 'u'] as const;

/** In columns: `numbers` and `states` hold a row for each area, a cell for each year. All of it is public. */
export type ReleasedSeries = {
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly companion: Companion | null;
  readonly publication: string;
  readonly file: string;
  /** The row of each area. */
  readonly rows: ReadonlyMap<string, number>;
  /** The line of each row in the file. */
  readonly lines: Int32Array;
  /** Each year by its column among the years; null where series.csv says nothing of it. */
  readonly years: readonly (ReleasedYear | null)[];
  readonly numbers: Float64Array;
  readonly states: Uint8Array;
};

type CalendarEntry = {
  readonly period: Period;
  readonly status: Status;
  readonly released: string;
  readonly stated: boolean;
};

export type ReleaseCalendar = ReadonlyMap<string, readonly CalendarEntry[]>;

export type ReleaseDay = { readonly status: Status; readonly released: string; readonly stated: boolean };

/** As the calendar has it, or by its other years beyond its reach; null for a family that is not in it. */
export function firstRelease(
  calendar: ReleaseCalendar,
  family: string | undefined,
  period: Period,
): ReleaseDay | null {
  const known = (family === undefined ? undefined : calendar.get(family)) ?? [];
  const last = known.at(-1)?.period;
  if (family === undefined || last === undefined) return null;
  const pattern = known.find(entry => entry.period === last);
  return (
    known.find(entry => entry.period === period) ??
    releaseDay(calendar, family, period, pattern?.status ?? null, '9999-12-31')
  );
}

/**
 * When figures came out that were in a file taken on a day. The calendar says so for the family's release of that period and
 * status; where it does not, the day is that of the nearest year it has, or failing that the end of the year, and assumed.
 */
export function releaseDay(
  calendar: ReleaseCalendar,
  family: string | null,
  period: Period,
  status: Status | null,
  taken: string,
): ReleaseDay {
  const known = (family === null ? undefined : calendar.get(family)) ?? [];
  const before = known.filter(entry => entry.period === period && entry.released <= taken);
  // What does not say how settled it is was revised: the figures that are called final come a year later, with the next year's.
  const revised = before.findLast(entry => entry.status === 'revised');
  const same =
    status === null ? (revised ?? before.at(-1)) : before.findLast(entry => entry.status === status);
  if (same !== undefined) return same;
  const other = before.at(-1);
  if (other !== undefined) return { ...other, status: status ?? other.status, stated: false };
  const settled = status ?? 'final';
  const near = known
    .filter(entry => entry.period !== period)
    .toSorted((a, b) => unlikeness(a, period, settled) - unlikeness(b, period, settled))[0];
  const day =
    near === undefined
      ? `${startYear(period) + 1}-12-31`
      : dayYearsLater(near.released, yearsBetween(near.period, period));
  return { status: settled, released: day < taken ? day : taken, stated: false };
}

/** How little a release tells of another: first by how settled it is, then by the years between. */
function unlikeness(entry: ReleaseDay & { readonly period: Period }, period: Period, status: Status): number {
  return (entry.status === status ? 0 : 1000) + Math.abs(yearsBetween(entry.period, period));
}
