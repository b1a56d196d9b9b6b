import type { PlanCheck } from '../kit/check.ts';
import { checkGradeCounts } from '../kit/grade-counts.ts';
import { checkProjections } from '../kit/projection-checks.ts';

/** Reports rows without next steps, and projections that are not whole. */
export function checkImpact(check: PlanCheck<'impact'>): void {
  const { plan, report } = check;
  checkGradeCounts(check, plan.value);
  plan.value.rows.forEach((row, at) => {
    const path = ['rows', at];
    const isLeftOut = row.without.next !== undefined;
    if (row.next.length === 0 && !isLeftOut) report(plan.place([...path, 'id']), 'empty-next-steps');
    if (row.next.length > 0 && isLeftOut)
      report(plan.place([...path, 'without', 'next']), 'given-and-left-out', 'next');
    checkProjections(check, row.projections, path);
  });
}
