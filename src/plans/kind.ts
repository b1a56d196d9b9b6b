import type { Layout } from '../pages/material.ts';
import type { PlanCheck, PlanReader } from './kit/checks.ts';
import type { PlanGiven } from './kit/findings.ts';
import type { PlanFile, PlanForm } from './kit/form.ts';
import type { FrontWords, JudgedPlan, PlanContents, PlanJudge } from './kit/judged.ts';
import type { Offers, StandingBy, Undertaking } from './kit/offers.ts';
import type { PlanLayout } from './kit/page.ts';

/** A kind of plan, whatever its plans hold: how they are read and held to account, and how they are judged. */
export type PlanKind = PlanReader & PlanJudge<Layout>;

/** What a kind of plan is made of: its form, then what is done with a plan of it, in the order in which it is done. */
type Parts<Value, Found, Said> = {
  readonly form: PlanForm<Value>;
  /** What a sound plan is held to beyond its schema, its names and its words. */
  readonly check?: (check: PlanCheck<Value>) => void;
  readonly find: (given: PlanGiven<Value>) => Found;
  /** What is said of it: a plain tree in which each sentence stands beside what it is about. */
  readonly say: (found: Found) => Said;
  readonly page: (given: PlanLayout<Value, Found, Said>) => PlanContents;
  readonly front?: (given: PlanLayout<Value, Found, Said>) => FrontWords | null;
  /** True where its page prints what others have the evidence of. */
  readonly gathers?: true;
  readonly offers?: {
    readonly by: StandingBy;
    /** What a plan says will be done, this year's or last year's. */
    readonly undertakings?: (value: Value) => readonly Undertaking[];
    readonly now: (judged: {
      readonly plan: PlanFile<Value>;
      readonly found: Found;
      readonly said: Said;
    }) => Omit<Offers, 'id' | 'by'>;
  };
};

/** Of plans that are printed as they are, with nothing worked out from them. */
export const asWritten = { find: () => null, say: () => null } as const;

/** Closes a kind of plan, so that what its plans hold and what is found of them is its own affair. */
export function planKind<Value, Found, Said>(parts: Parts<Value, Found, Said>): PlanKind {
  const { form, check, find, say, page, front, gathers = false, offers } = parts;
  return {
    form,
    check: held => {
      const plan = form.in(held.book);
      if (plan !== null) check?.({ ...held, plan });
    },
    judge: (given): JudgedPlan<Layout> | null => {
      const plan = form.in(given.book);
      if (plan === null) return null;
      const before = form.in(given.bookBefore);
      const found = find({ ...given, plan, before });
      const said = say(found);
      const laid = { book: given.book, plan, before, found, said };
      return {
        id: form.id,
        name: form.name,
        said,
        gathers,
        offers:
          offers === undefined ? null : { ...offers.now({ plan, found, said }), id: form.id, by: offers.by },
        page: layout => page({ layout, ...laid }),
        front: layout => front?.({ layout, ...laid }) ?? null,
      };
    },
    by: offers?.by ?? null,
    promised: book => {
      const plan = form.in(book);
      return plan === null ? [] : (offers?.undertakings?.(plan.value) ?? []);
    },
  };
}
