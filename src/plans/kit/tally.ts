import type { Figure } from '../../model/figure.ts';
import { type Response, responses } from './response.ts';
import { counted } from './counted.ts';

/** A number of entries, and the figure that the ledger has of it. */
export type Tally = { readonly count: number; readonly figure: Figure };

/** How many recommendations have an answer of a kind. */
export type AnswerTally = Tally & { readonly response: Response };

/** Counts entries of a plan for the ledger, and keeps the number for sentences to choose their words by. */
export function tally(
  of: Parameters<typeof counted>[0],
  part: string,
  count: number,
  working?: string,
): Tally {
  return { count, figure: counted(of, part, count, working) };
}

/** How many of some recommendations have each answer, in the order of the list of answers. */
export function answerTallies(
  some: readonly { readonly status: Response }[],
  make: (part: Response, count: number) => Tally,
): readonly AnswerTally[] {
  return responses.map(response => ({
    response,
    ...make(response, some.filter(({ status }) => status === response).length),
  }));
}

/** The figures of tallies. */
export function figuresOf(tallies: readonly (Tally | null)[]): readonly Figure[] {
  return tallies.flatMap(held => held?.figure ?? []);
}
