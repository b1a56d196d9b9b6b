import { z } from 'zod';
import { isoDate } from './date.ts';
import { isPeriod, periodLabel, startYear } from './period.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** When in a year something is done each year: a month, or a term as far as the plan says. */
const seasons = [...monthNames, 'autumn', 'spring', 'summer'] as const;

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
    period: z.string().refine(isPeriod, 'is not an academic year such as 201314'),
  }),
  z.strictObject({ kind: z.literal('annual'), in: z.enum(seasons) }),
  z.strictObject({ kind: z.literal('from'), month }),
  z.strictObject({ kind: z.literal('ongoing') }),
  z.strictObject({ kind: z.literal('not-stated') }),
]);

/** When an action is due. */
export type Deadline = z.output<typeof deadlineSchema>;

/** The day an action should be done by, or begun where it goes on from a month; null where no day is set. */
export function dayOf(deadline: Deadline): string | null {
  switch (deadline.kind) {
    case 'day':
      return deadline.day;
    case 'month':
      return lastDayOf(deadline.month);
    case 'year':
      return `${startYear(deadline.period) + 1}-08-31`;
    case 'from':
      return lastDayOf(deadline.month);
    case 'annual':
    case 'ongoing':
    case 'not-stated':
      return null;
  }
}

/** The deadline as readers see it: "March 2019", "Each year, in autumn", "From June 2017". */
export function deadlineText(deadline: Deadline, dateLabel: (day: string) => string): string {
  switch (deadline.kind) {
    case 'day':
      return dateLabel(deadline.day);
    case 'month':
      return monthLabel(deadline.month);
    case 'year':
      return `In the school year ${periodLabel(deadline.period)}`;
    case 'annual':
      return `Each year, in ${isMonth(deadline.in) ? capital(deadline.in) : deadline.in}`;
    case 'from':
      return `From ${monthLabel(deadline.month)}`;
    case 'ongoing':
      return 'Ongoing';
    case 'not-stated':
      return 'Not stated';
  }
}

function lastDayOf(text: string): string {
  const [year = 0, month = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthLabel(text: string): string {
  const [year = '', month = '1'] = text.split('-');
  return `${capital(monthNames[Number(month) - 1] ?? '')} ${year}`;
}

function isMonth(season: string): boolean {
  return (monthNames as readonly string[]).includes(season);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
