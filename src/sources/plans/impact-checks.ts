import type { ImpactRow } from '../../model/plans/impact.ts';
import type { PlanCheck } from '../plan-check.ts';
import { checkGradeCounts, checkPriority, checkPriorityCount } from './priority-checks.ts';
import { checkProjections } from './projection-checks.ts';

/** Reports rows without next steps, counts that do not come to their total, and unknown priority areas. */
export function checkImpact(check: PlanCheck<'impact'>): void {
  const { plan, book, report } = check;
  const priorities = book.plans['action-plans']?.value.priorities ?? null;
  if (priorities !== null) checkPriorityCount(plan.value, priorities.length, [], plan, report);
  checkGradeCounts(check, plan.value, []);
  plan.value.rows.forEach((row, at) => {
    const path = ['rows', at];
    checkPriority(row.priority, priorities ?? [], plan.place([...path, 'priority']), report);
    const isLeftOut = row.without.next !== undefined;
    if (row.next.length === 0 && !isLeftOut) report(plan.place([...path, 'id']), 'empty-next-steps');
    if (row.next.length > 0 && isLeftOut)
      report(plan.place([...path, 'without', 'next']), 'given-and-left-out', 'next');
    checkTally(check, row, path);
    checkProjections(check, row.projections, path);
  });
}

/** Groups of the schools that a profile counts come to as many as the profile has, or it is said why not (X06). */
function checkTally(
  { plan, edition, known, profileCounts, report }: PlanCheck<'impact'>,
  { tally }: ImpactRow,
  path: readonly (string | number)[],
): void {
  if (tally?.beside === undefined) return;
  const rows = profileCounts.filter(
    row => row.profile === tally.beside && row.area === known.council && row.period === edition.period,
  );
  const latest = rows
    .map(({ asAt }) => asAt)
    .toSorted()
    .at(-1);
  const total = rows.filter(({ asAt }) => asAt === latest).reduce((sum, { count }) => sum + count, 0);
  const sum = tally.parts.reduce((all, { count }) => all + count, 0);
  if (rows.length === 0 || sum === total || tally.differs !== undefined) return;
  report(plan.place([...path, 'tally', 'parts']), 'tally-not-of-total', sum, tally.of, total, tally.beside);
}
