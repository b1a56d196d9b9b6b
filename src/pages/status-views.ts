import type { Figure } from '../model/figure.ts';
import { type Unsettled, unsettledOf } from '../model/observation.ts';

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

/** A status as a word; its shape and colours follow from the kind, and say nothing that the word does not. */
export type StatusView = { readonly kind: StatusKind; readonly word: string };

export function statusView(kind: StatusKind): StatusView {
  return { kind, word: statusWords[kind] };
}

/** How far from settled a figure is, where readers must be told; else null. */
export function settledView({ amount, status, kind }: Figure): StatusView | null {
  const held = kind === 'observation' && amount.kind === 'known' ? unsettledOf(status) : null;
  return held === null ? null : statusView(held);
}

const meanings: Readonly<Record<Unsettled, (year: string) => string>> = {
  early: year =>
    `The figure for ${year} came before the first publication, and this report has no later one.`,
  provisional: year => `This report has no later figure for ${year}.`,
  revised: year => `The figure for ${year} has been revised since it was first published.`,
};

/** "This report has no later figure for 2013/14.": what the status of a figure means, or null when it is settled. */
export function settledNote(figure: Figure, year: string): string | null {
  const held = figure.amount.kind === 'known' ? unsettledOf(figure.status) : null;
  return held === null ? null : meanings[held](year);
}
