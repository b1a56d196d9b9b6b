import type { Report } from '../issues.ts';
import type { Edition } from '../model/edition.ts';
import type { Place } from '../model/place.ts';
import type { Known } from './names.ts';

/** Warns of a contact that was last looked at more than a year before the latest edition's cut-off. */
export function checkContactReview(reviewed: string, place: Place, known: Known, report: Report): void {
  const latest = latestEdition(known);
  if (latest === null || !/^\d{4}-\d{2}-\d{2}$/.test(reviewed)) return;
  const cutOff = latest['cut-off'];
  const yearBefore = `${Number(cutOff.slice(0, 4)) - 1}${cutOff.slice(4)}`;
  if (reviewed < yearBefore) report(place, 'contact-review-due', reviewed, latest.id, cutOff);
}

function latestEdition({ editions }: Known): Edition | null {
  const whole = [...editions.entries.values()].flatMap(({ whole }) => whole ?? []);
  return whole.toSorted((a, b) => (a.period < b.period ? 1 : -1))[0] ?? null;
}
