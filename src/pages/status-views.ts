import type { Figure } from '../model/figure.ts';
import { type Unsettled, unsettledOf } from '../model/observation.ts';
import { type StatusKind, statusWords } from '../model/status.ts';

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
