import type { PlanCheck } from '../kit/check.ts';
import { checkDue } from '../kit/response-checks.ts';

/** Recommendations are answered by the day they were due. */
export function checkScrutiny(check: PlanCheck<'scrutiny'>): void {
  check.plan.value.recommendations.forEach((each, at) => {
    checkDue(check, each, ['recommendations', at]);
  });
}
