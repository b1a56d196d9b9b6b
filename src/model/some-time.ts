import { z } from 'zod';
import { dateLabel } from './date.ts';

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

/** The last day that the time can mean, for one to be held against another; an academic year ends in August. */
export function lastDayOf(time: string): string {
  if (time.includes('/')) return `${Number(time.slice(0, 4)) + 1}-08-31`;
  return `${time}${'-12-31'.slice(time.length - 4)}`;
}
