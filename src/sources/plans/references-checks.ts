import type { PlanCheck } from '../plan-check.ts';

/** A reference whose address leads nowhere needs a copy in an archive. */
export function checkReferences({ plan, report }: PlanCheck<'references'>): void {
  plan.value.references.forEach(({ status, archived, url }, at) => {
    if (status === 'gone' && archived === undefined)
      report(plan.place(['references', at, 'url']), 'link-gone', url);
  });
}
