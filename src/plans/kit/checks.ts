import type { Report } from '../../issues.ts';
import type { Commentary } from '../../model/commentary.ts';
import type { Edition } from '../../model/edition.ts';
import type { ProfileCount } from '../../profiles/schema.ts';
import type { Observation } from '../../sources/council-folder.ts';
import type { Known } from '../../sources/names.ts';
import type { Plan } from '../../targets/schema.ts';
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
