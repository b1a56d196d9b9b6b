import type { PlanCheck } from '../kit/check.ts';

/** Nobody is quoted without permission: given by someone on a day, or by the words having been published. */
export function checkStatements({ plan, report }: PlanCheck<'statements'>): void {
  plan.value.statements.forEach(({ id, permission }, at) => {
    const isGiven = permission?.by !== undefined && permission.date !== undefined;
    const path = ['statements', at, ...(permission === undefined ? [] : ['permission'])];
    if (!isGiven && permission?.published === undefined)
      report(plan.place(path), 'quotation-without-permission', id);
  });
}
