/** An academic year as data writes it: six digits, `201314`. */
export type Period = string;

/** True for six digits naming two consecutive years, as `201314` or `199900`. */
export function isPeriod(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false;
  return (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(4));
}

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

/** The period as readers see it: `2013/14`. */
export function periodLabel(period: Period): string {
  return `${period.slice(0, 4)}/${period.slice(4)}`;
}

/** The period as an edition's address and name: `2013-14`. */
export function editionId(period: Period): string {
  return `${period.slice(0, 4)}-${period.slice(4)}`;
}
