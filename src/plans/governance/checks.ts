import type { PlanCheck } from '../kit/checks.ts';
import { checkMiscounted } from './miscounted-checks.ts';
import type { Governance } from './schema.ts';

type Check = PlanCheck<Governance>;

/** Duties have their law, lines of reporting come to an end, and nobody is asked without anything coming of it. */
export function checkGovernance(check: Check): void {
  const { plan, report } = check;
  const { duties, consultation } = plan.value;
  if (duties?.length === 0) report(plan.place(['duties']), 'duties-empty');
  duties?.forEach(({ duty, law, 'law-not-stated': why }, at) => {
    if (law === undefined && why === undefined) report(plan.place(['duties', at]), 'duty-without-law', duty);
  });
  checkReporting(check);
  checkMiscounted(check);
  consultation.forEach(({ who, said, 'said-not-stated': why }, at) => {
    if (said === undefined && why === undefined)
      report(plan.place(['consultation', at]), 'consultation-without-result', who);
  });
}

/** Each circle is reported once, at the first of its boards in the file. */
function checkReporting({ plan, report }: Check): void {
  const { boards } = plan.value;
  const above = new Map(boards.map(board => [board.id, board['reports-to']]));
  const order = boards.map(({ id }) => id);
  boards.forEach(({ id }, at) => {
    const circle = circleFrom(id, above);
    if (circle?.every(each => order.indexOf(each) >= at))
      report(plan.place(['boards', at, 'reports-to']), 'reports-in-a-circle', [...circle, id]);
  });
}

/** The boards passed through on the way from one back to itself; null where the way ends elsewhere. */
function circleFrom(id: string, above: ReadonlyMap<string, string | undefined>): readonly string[] | null {
  const passed = [id];
  for (let next = above.get(id); next !== undefined; next = above.get(next)) {
    if (next === id) return passed;
    if (passed.includes(next)) return null;
    passed.push(next);
  }
  return null;
}
