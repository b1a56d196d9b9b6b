import { checkDue, type PlanCheck } from '../kit/checks.ts';
import type { Scrutiny } from './schema.ts';

/** Recommendations are answered by the day they were due. */
export function checkScrutiny(check: PlanCheck<Scrutiny>): void {
  check.plan.value.recommendations.forEach((each, at) => {
    checkDue(check, each, ['recommendations', at]);
  });
}
