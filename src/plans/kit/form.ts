import type { z } from 'zod';
import type { Place } from '../../model/place.ts';

export type PlanFile<Value> = {
  readonly form: PlanForm<Value>;
  readonly file: string;
  readonly value: Value;
  /** The place of a value, by the steps to it. */
  readonly place: (path: readonly (string | number)[]) => Place;
};

/** How a kind of plan is written down: its file is `data/plans/<edition>/<id>.yaml`, and its page is named after it too. */
export type PlanForm<Value> = {
  readonly id: string;
  /** What the kind is called in lists of pages. */
  readonly name: string;
  readonly schema: z.ZodType<Value>;
  /** The plan of this form in an edition's book, or null where it has none. */
  readonly in: (book: PlanBook | null) => PlanFile<Value> | null;
};

export type FiguredWords = {
  readonly text: string;
  readonly names: readonly { readonly name: string; readonly place: Place }[];
};

export type FactAt = { readonly fact: string; readonly words: string; readonly place: Place };

/** The plans of one edition in the order of their kinds, and those of their words that name figures. */
export type PlanBook = {
  readonly edition: string;
  readonly plans: readonly PlanFile<unknown>[];
  readonly words: readonly FiguredWords[];
  readonly facts: readonly FactAt[];
};

export function planForm<Value>(about: Pick<PlanForm<Value>, 'id' | 'name' | 'schema'>): PlanForm<Value> {
  const isOfForm = (plan: PlanFile<unknown>): plan is PlanFile<Value> => plan.form === form;
  const form: PlanForm<Value> = { ...about, in: book => book?.plans.find(isOfForm) ?? null };
  return form;
}

export function bookOf(books: readonly PlanBook[], edition: string | undefined): PlanBook | null {
  return books.find(book => book.edition === edition) ?? null;
}
