import type { PlanKind } from '../../model/plan-files.ts';
import type { PlanCheck } from '../plan-check.ts';
import type { Path } from '../yaml.ts';

/** A recommendation without an answer by the day it was due is shown as overdue, and warned of. */
export function checkDue<K extends PlanKind>(
  { plan, edition, report }: PlanCheck<K>,
  each: {
    readonly label: string;
    readonly due?: string | undefined;
    readonly response?: string | undefined;
  },
  path: Path,
): void {
  const cutOff = edition['cut-off'];
  if (each.due !== undefined && each.due < cutOff && each.response === undefined)
    report(plan.place([...path, 'due']), 'response-overdue', each.label, each.due, cutOff);
}
