import type { PublicFolder } from '../../gate/public-folder.ts';
import type { PlanBook, PlanFile, PlanKind } from '../../model/plan-files.ts';
import type { Setting } from '../setting.ts';
import type { PlansFindings } from '../target-findings.ts';
import type { ThemeFindings } from '../theme-findings.ts';

/** What the findings on a plan are made of: the plan, the same of the edition before, what stands beside it, the figures. */
export type PlanGiven<K extends PlanKind> = {
  readonly setting: Setting;
  readonly folder: PublicFolder;
  readonly plan: PlanFile<K>;
  readonly before: PlanFile<K> | null;
  readonly book: PlanBook;
  readonly bookBefore: PlanBook | null;
  readonly themes: readonly ThemeFindings[];
  readonly targets: PlansFindings | null;
};
