import { z } from 'zod';

/** A day as data writes it: `2014-07-31`. */
export const isoDate = z.iso.date();

/** True for a day that exists, written `2014-07-31`. */
export function isDate(text: string): boolean {
  return z.regexes.date.test(text);
}

const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day as readers see it: `31 July 2014`. */
export function dateLabel(date: string): string {
  return long.format(new Date(`${date}T00:00:00Z`));
}

/** The same day a year before. */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
