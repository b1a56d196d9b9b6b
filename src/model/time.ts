import { z } from 'zod';
import { capital, lower } from './spelling.ts';

/** A day as data writes it: `2014-07-31`. */
export const isoDate = z.iso.date();

/** True for a day that exists, written `2014-07-31`. */
export function isDate(text: string): boolean {
  return z.regexes.date.test(text);
}

export const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** The day as readers see it: `31 July 2014`. */
export function dateLabel(date: string): string {
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** The same day so many years later; of 29 February the day before it, where the year has none. */
export function dayYearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isDate(later) ? later : `${later.slice(0, 8)}28`;
}

/** An academic year as data writes it: six digits, `201314`. */
export type Period = string;

/** True for six digits naming two consecutive years, as `201314` or `199900`. */
export function isPeriod(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false;
  return (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(4));
}

/** An academic year in a file, as 201314. */
export const academicYear = z
  .string()
  .refine(isPeriod, { error: 'is not an academic year such as 201314', params: { wants: 'period' } });

/** The year the period begins in: 2013 for `201314`. */
export function startYear(period: Period): number {
  return Number(period.slice(0, 4));
}

/** Whole years from one period to a later one: 1 for neighbours, negative when `to` is earlier. */
export function yearsBetween(from: Period, to: Period): number {
  return startYear(to) - startYear(from);
}

/** The period so many years later (or earlier, when negative). */
export function yearsAfter(period: Period, years: number): Period {
  const start = startYear(period) + years;
  return `${start}${String((start + 1) % 100).padStart(2, '0')}`;
}

/** 2013/14, 2013-14, 2013-2014, 13/14; or by the year of the results, as 2014 or 2014 (prov). */
export function periodMeant(written: string): Period | null {
  const results = /^20(\d{2})(?:\.0)?\s*(?:\((?:early|prov|provisional|rev|revised|final)\))?$/i.exec(
    written.trim(),
  );
  if (results !== null) return yearsAfter(`20${results[1]}00`, -1);
  const years = /^(?:20)?(\d{2})\s*[-/–]\s*(?:20)?(\d{2})$/.exec(written.trim());
  const period = years === null ? '' : `20${years[1]}${years[2]}`;
  return isPeriod(period) ? period : null;
}

/** The academic year that a day lies in, which begins in September. */
export function schoolYearOf(day: string): Period {
  return yearsAfter(`${day.slice(0, 4)}00`, day.slice(5, 7) >= '09' ? 0 : -1);
}

/** The period as readers see it: `2013/14`. */
export function periodLabel(period: Period): string {
  return `${period.slice(0, 4)}/${period.slice(4)}`;
}

/** The period as an edition's address and name: `2013-14`. */
export function editionId(period: Period): string {
  return `${period.slice(0, 4)}-${period.slice(4)}`;
}

/** What time a figure is for (R19): a school year, a day in it, a calendar year or a financial year. */
export const timeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('academic-year') }),
  z.strictObject({
    kind: z.literal('as-at'),
    day: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as 07-31')
      .describe('Month and day, as 07-31; it falls within the academic year of the row'),
  }),
  z.strictObject({ kind: z.literal('calendar-year') }),
  z.strictObject({ kind: z.literal('financial-year') }),
]);

type FigureTime = z.infer<typeof timeSchema>;

/** The time of a figure as readers see it (R19): "2013/14", "31 July 2014", "2014", "2013-14". */
export function timeLabel({ time }: { readonly time: FigureTime }, period: Period): string {
  const end = startYear(period) + 1;
  switch (time.kind) {
    case 'academic-year':
      return periodLabel(period);
    case 'as-at':
      return dateLabel(`${time.day >= '09-01' ? end - 1 : end}-${time.day}`);
    case 'calendar-year':
      return String(end);
    case 'financial-year':
      return periodLabel(period).replace('/', '-');
  }
}

/** What the times of a figure are, over a column of them: "Academic year", "At 31 March". */
export function timeHeading({ time }: { readonly time: FigureTime }): string {
  switch (time.kind) {
    case 'academic-year':
      return 'Academic year';
    case 'as-at':
      return `At ${dateLabel(`2000-${time.day}`).replace(/ \d+$/, '')}`;
    case 'calendar-year':
      return 'Calendar year';
    case 'financial-year':
      return 'Financial year';
  }
}

/** The time of a figure under such a heading, or along an axis: of a day in each year, the year it falls in. */
export function yearLabel(figure: { readonly time: FigureTime }, period: Period): string {
  const label = timeLabel(figure, period);
  return figure.time.kind === 'as-at' ? label.slice(-4) : label;
}

/** When a figure is for, as a sentence begins: "In 2013/14", "At 31 July 2014". */
export function timeWords(figure: { readonly time: FigureTime }, period: Period): string {
  const label = timeLabel(figure, period);
  switch (figure.time.kind) {
    case 'academic-year':
    case 'calendar-year':
      return `In ${label}`;
    case 'as-at':
      return `At ${label}`;
    case 'financial-year':
      return `In the financial year ${label}`;
  }
}

/** When a figure is for, after others in a sentence: "in 2013/14", "at 31 July 2014", "in 2013-14". */
export function timeIn(figure: { readonly time: FigureTime }, period: Period): string {
  return `${figure.time.kind === 'as-at' ? 'at' : 'in'} ${timeLabel(figure, period)}`;
}

const form = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|\/\d{2})?$/;

/** A time known to a day, a month, a year or an academic year, as the source has it. */
export function someTime(about: string) {
  return z
    .string()
    .regex(
      form,
      'is not a day, a month, a year or an academic year, such as 2013-06-21, 2013-06, 2013 or 2012/13',
    )
    .describe(about);
}

/** The time as readers see it: "21 June 2013", "June 2013", "2013", "2012/13". */
export function someTimeLabel(time: string): string {
  if (time.length === 10) return dateLabel(time);
  const month = /^\d{4}-\d{2}$/.test(time) ? dateLabel(`${time}-01`).replace(/^\d+ /, '') : null;
  return month ?? time;
}

/** The time in a sentence: "in June 2013", "on 21 June 2013". */
export function someTimeWords(time: string): string {
  return `${time.length === 10 ? 'on' : 'in'} ${someTimeLabel(time)}`;
}

/** The last day that the time can mean; an academic year ends in August. */
export function lastDayOf(time: string): string {
  if (time.includes('/')) return `${Number(time.slice(0, 4)) + 1}-08-31`;
  const [year = 0, month = 12, day] = time.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : time;
}

const monthNames: readonly string[] = months.map(lower);
const terms = ['autumn', 'spring', 'summer'] as const;

/** When in a year something is done each year: a month, or a term as far as the plan says. */
const seasons = [...monthNames, ...terms];

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a year and a month such as 2019-03')
  .describe('Year and month, as 2019-03');

/** When an action is due: a day, a month, a school year, each year, from a month on, always, or not said. */
export const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: isoDate }),
  z.strictObject({ kind: z.literal('month'), month }),
  z.strictObject({
    kind: z.literal('year'),
    period: academicYear,
  }),
  z.strictObject({ kind: z.literal('annual'), in: z.enum(seasons) }),
  z.strictObject({ kind: z.literal('from'), month }),
  z.strictObject({ kind: z.literal('ongoing') }),
  z.strictObject({ kind: z.literal('not-stated') }),
]);

export type Deadline = z.output<typeof deadlineSchema>;

/** The day an action should be done by, or begun where it goes on from a month; null where no day is set. */
export function dayOf(deadline: Deadline): string | null {
  switch (deadline.kind) {
    case 'day':
      return deadline.day;
    case 'month':
      return lastDayOf(deadline.month);
    case 'year':
      return lastDayOf(periodLabel(deadline.period));
    case 'from':
      return lastDayOf(deadline.month);
    case 'annual':
    case 'ongoing':
    case 'not-stated':
      return null;
  }
}

/** The deadline as readers see it: "March 2019", "Each year, in autumn", "From June 2017". */
export function deadlineText(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'day':
      return dateLabel(deadline.day);
    case 'month':
      return someTimeLabel(deadline.month);
    case 'year':
      return `In the school year ${periodLabel(deadline.period)}`;
    case 'annual':
      return `Each year, in ${monthNames.includes(deadline.in) ? capital(deadline.in) : deadline.in}`;
    case 'from':
      return `From ${someTimeLabel(deadline.month)}`;
    case 'ongoing':
      return 'Ongoing';
    case 'not-stated':
      return 'Not stated';
  }
}
