import type { Report } from '../../issues.ts';
import type { Edition } from '../../model/edition.ts';
import type { PlanBook, PlanFile, PlanKind } from './file.ts';
import type { ProfileCount } from '../../model/profile.ts';
import type { Role } from '../../model/role.ts';
import type { Plan } from '../../model/target.ts';
import type { Observation } from '../../sources/council-folder.ts';
import type { Known } from '../../sources/names.ts';

/** What a plan of one edition is held against: its edition, the plans beside it and before it, and the data. */
export type PlanCheck<K extends PlanKind> = {
  readonly plan: PlanFile<K>;
  readonly book: PlanBook;
  readonly before: PlanBook | null;
  readonly edition: Edition;
  readonly known: Known;
  readonly observations: readonly Observation[];
  readonly profileCounts: readonly ProfileCount[];
  readonly targets: readonly Plan[];
  readonly roles: readonly Role[];
  readonly report: Report;
};
