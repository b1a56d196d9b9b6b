import type { Report } from '../../issues.ts';
import type { Commentary } from '../../model/commentary.ts';
import type { Edition } from '../../model/edition.ts';
import type { Path } from '../../model/place.ts';
import type { ProfileCount } from '../../profiles/schema.ts';
import type { Observation } from '../../sources/council-folder.ts';
import type { Known } from '../../sources/names.ts';
import type { Plan } from '../../targets/schema.ts';
import { type Answered, isOverdue } from './answer-schema.ts';
import type { PlanBook, PlanFile, PlanForm } from './form.ts';

/** What a plan of one edition is held against: its edition, the plans beside it and before it, and the data. */
export type PlanCheck<Value> = {
  readonly plan: PlanFile<Value>;
  readonly book: PlanBook;
  readonly before: PlanBook | null;
  readonly edition: Edition;
  readonly known: Known;
  readonly observations: readonly Observation[];
  readonly profileCounts: readonly ProfileCount[];
  readonly targets: readonly Plan[];
  readonly commentary: readonly Commentary[];
  readonly report: Report;
};

/** A kind of plan as far as its files are read: their form, and what the plan of that form in a book is held to. */
export type PlanReader = {
  readonly form: PlanForm<unknown>;
  readonly check: (held: Omit<PlanCheck<unknown>, 'plan'>) => void;
};

/** A recommendation without an answer by the day it was due is shown as overdue, and warned of. */
export function checkDue(
  { plan, edition, report }: PlanCheck<unknown>,
  each: Answered & { readonly label: string },
  path: Path,
): void {
  const { label, due = '' } = each;
  const cutOff = edition['cut-off'];
  if (isOverdue(each, cutOff)) report(plan.place([...path, 'due']), 'response-overdue', label, due, cutOff);
}
