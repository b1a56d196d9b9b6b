import type { DisclosurePolicy } from '../model/council.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../sources/council-folder.ts';

/** What is known of the pupils behind a row: how many, and how many of them are in the figure; null where not held. */
export type Counts = { readonly inside: number | null; readonly all: number | null };

/** A row as primary suppression left it. */
export type JudgedRow = {
  readonly observation: Observation;
  readonly indicator: Indicator;
  /** Hidden by us, or suppressed by its publisher. */
  readonly isHidden: boolean;
  readonly counts: Counts;
  /** True of what is left of a whole: it has no row, and so nothing is printed of it. */
  readonly isUnlisted?: true;
};

/** The area and group of a row; a projection is no outcome, and stands apart. */
export function placeOf({ observation: { area, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([area, breakdown.topic, breakdown.group, status === 'projection']);
}

/** What tells the figure of a row from others of its period. */
export function figureOf(row: JudgedRow): string {
  return `${row.observation.indicator}\n${placeOf(row)}`;
}

/** True of so few pupils, and not none, that a number of them is hidden (R13). */
export function isFew(count: number, policy: DisclosurePolicy): boolean {
  return count >= 1 && count < policy['count-below'];
}

/** Whether so many of a group, or so few beside them, are few: what is said of them says who they are. */
export function isOfFewPupils({ inside, all }: Counts, policy: DisclosurePolicy): boolean {
  if (all !== null && all <= policy['base-at-most']) return true;
  if (inside === null) return false;
  return isFew(inside, policy) || (all !== null && isFew(all - inside, policy));
}
