import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, type Report, reportTo } from '../issues.ts';
import { type Status, statuses } from '../model/observation.ts';
import { dayYearsLater, isDate, isPeriod, type Period, startYear, yearsBetween } from '../model/time.ts';
import { readCsv } from '../sources/csv.ts';
import { englandFolder } from '../sources/england.ts';

/** One publication of one family's figures for one period. */
type CalendarEntry = {
  readonly period: Period;
  readonly status: Status;
  readonly released: string;
  readonly stated: boolean;
};

/** The releases of each family of publications. */
export type ReleaseCalendar = ReadonlyMap<string, readonly CalendarEntry[]>;

/** When figures of a period came out, how settled they are, and whether the publisher states the day. */
export type ReleaseDay = { readonly status: Status; readonly released: string; readonly stated: boolean };

/** Reads `england/calendar.csv`. */
export function readReleaseCalendar(text: string, file: string, report: Report): ReleaseCalendar {
  const rows = readCsv(text, file, ['series', 'period', 'status', 'released', 'stated'], report);
  const entries = rows.flatMap(({ fields, at }) => {
    const { series, period, status, released, stated } = fields;
    if (!isPeriod(period)) report(at('period'), 'bad-period', period);
    else if (!isStatus(status)) report(at('status'), 'bad-status', status, statuses, null);
    else if (!isDate(released)) report(at('released'), 'bad-date', released);
    else return [{ series, period, status, released, stated: stated === 'stated' }];
    return [];
  });
  const ordered = entries.toSorted((a, b) => (a.released < b.released ? -1 : 1));
  return Map.groupBy(ordered, ({ series }) => series);
}

/** The calendar that comes with the tool. Throws where it is faulty, which is no fault of a council's. */
export function nationalCalendar(): ReleaseCalendar {
  const issues: Issue[] = [];
  const text = readFileSync(join(englandFolder, 'calendar.csv'), 'utf8');
  const calendar = readReleaseCalendar(text, 'england/calendar.csv', reportTo(issues));
  if (issues[0] !== undefined) throw new Error(`invalid calendar: ${issues[0].message}`);
  return calendar;
}

/**
 * When a family's figures of a period are first to come: as the calendar has it, or by its other years where it does not
 * reach so far. Null for a family that is not in it.
 */
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
function unlikeness(entry: CalendarEntry, period: Period, status: Status): number {
  return (entry.status === status ? 0 : 1000) + Math.abs(yearsBetween(entry.period, period));
}

function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text);
}
