import type { PlanCheck } from '../plan-check.ts';
import { checkDue } from './response-checks.ts';

/** Recommendations are answered by the day they were due. */
export function checkScrutiny(check: PlanCheck<'scrutiny'>): void {
  check.plan.value.recommendations.forEach((each, at) => {
    checkDue(check, each, ['recommendations', at]);
  });
}
