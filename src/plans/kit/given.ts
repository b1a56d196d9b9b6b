import type { PublicFolder } from '../../gate/public-folder.ts';
import type { PlanBook, PlanFile, PlanKind } from './file.ts';
import type { Setting } from '../../judgements/setting.ts';
import type { PlansFindings } from '../../judgements/target-findings.ts';
import type { ThemeFindings } from '../../judgements/theme-findings.ts';

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
