import { lower } from './spelling.ts';

/** Every status a page can show, each with its word; `templates/components/status.njk` holds the shape of each. */
export const statusWords = {
  early: 'Early figure',
  provisional: 'Provisional',
  revised: 'Revised',
  better: 'Better',
  worse: 'Worse',
  close: 'About the same',
  achieved: 'Achieved',
  'already-achieved': 'Already achieved when set',
  'on-track': 'On track',
  'slightly-behind': 'Slightly behind',
  'off-track': 'Off track',
  projected: 'Projected only',
  'not-comparable': 'Not comparable',
  'no-figure': 'No figure',
  'no-number': 'No measurable target',
  'under-way': 'Under way',
  'passed-not-stated': 'Deadline passed, status not stated',
  'not-started': 'Not started',
  'was-to-begin': 'Was to begin by now, status not stated',
  'to-come': 'Not yet due, status not stated',
  'each-year': 'Due each year, status not stated',
  'going-on': 'No deadline, status not stated',
  green: 'Green',
  'amber-green': 'Amber/green',
  amber: 'Amber',
  'amber-red': 'Amber/red',
  red: 'Red',
  done: 'Done',
  accepted: 'Accepted',
  'in-part': 'Accepted in part',
  refused: 'Not accepted',
  'no-status': 'No status stated',
  'no-answer': 'No answer stated',
  overdue: 'Overdue',
  'judged-well': 'Judged well',
  'judged-badly': 'Judged badly',
  holds: 'Borne out',
  'does-not-hold': 'Not borne out',
  'out-of-date': 'Out of date',
  'cannot-be-checked': 'Cannot be checked',
} as const;
export type StatusKind = keyof typeof statusWords;

/** The same within a sentence: "already achieved when set". */
export function statusName(kind: StatusKind): string {
  return lower(statusWords[kind]);
}
