import type { Path } from '../../model/place.ts';
import type { PlanKind } from './file.ts';
import { type Answered, isOverdue } from './response.ts';
import type { PlanCheck } from './check.ts';

/** A recommendation without an answer by the day it was due is shown as overdue, and warned of. */
export function checkDue<K extends PlanKind>(
  { plan, edition, report }: PlanCheck<K>,
  each: Answered & { readonly label: string },
  path: Path,
): void {
  const { label, due = '' } = each;
  const cutOff = edition['cut-off'];
  if (isOverdue(each, cutOff)) report(plan.place([...path, 'due']), 'response-overdue', label, due, cutOff);
}
