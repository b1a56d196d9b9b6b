import { nearest } from '../../model/spelling.ts';
import { checkDue, type PlanCheck } from '../kit/checks.ts';
import type { AssessedArea, Development, SelfAssessment } from './schema.ts';

type Check = PlanCheck<SelfAssessment>;

/** Every area of the framework is judged once, on evidence and with next steps; what reviewers asked for is answered. */
export function checkSelfAssessment(check: Check): void {
  const { plan, report } = check;
  const { framework, overall, areas } = plan.value;
  framework.groups.forEach((group, at) => {
    group.areas.forEach((area, index) => {
      if (areas.every(each => each.area !== area.id))
        report(
          plan.place(['framework', 'groups', at, 'areas', index, 'id']),
          'area-not-assessed',
          area.label,
        );
    });
  });
  checkJudgement(check, overall.judgement, ['overall', 'judgement']);
  areas.forEach((area, at) => {
    checkArea(check, area, at);
  });
  plan.value['peer-review']?.development.forEach((each, at) => {
    checkDevelopment(check, each, at);
  });
}

function checkArea(check: Check, area: AssessedArea, at: number): void {
  const { plan, report } = check;
  const here = ['areas', at];
  const first = plan.value.areas.findIndex(each => each.area === area.area);
  if (first < at)
    report(plan.place([...here, 'area']), 'duplicate-id', area.area, plan.place(['areas', first, 'area']));
  checkJudgement(check, area.judgement, [...here, 'judgement']);
  const label = areaLabel(check, area.area);
  if (area.evidence.length === 0)
    report(plan.place([...here, 'evidence']), 'assessment-without-evidence', label);
  if (area['next-steps'].length === 0 && area['next-steps-not-stated'] === undefined)
    report(plan.place([...here, 'next-steps']), 'next-steps-missing', label);
}

function checkJudgement(
  { plan, report }: Check,
  judgement: string,
  path: readonly (string | number)[],
): void {
  const allowed = plan.value.framework.judgements.map(({ id }) => id);
  if (!allowed.includes(judgement))
    report(plan.place(path), 'unknown-judgement', judgement, allowed, nearest(judgement, allowed));
}

/** X29: a council may not judge itself well and leave what its peers said beside it unanswered. */
function checkDevelopment(check: Check, development: Development, at: number): void {
  const { plan, report } = check;
  const here = ['peer-review', 'development', at];
  const area = development['bears-on'];
  const isAnswered = development.response !== undefined || development.reason !== undefined;
  if (area === undefined) report(plan.place(here), 'peer-review-unanswered', development.label, null);
  else if (!isAnswered && isJudgedGood(check, area))
    report(plan.place(here), 'peer-review-unanswered', development.label, areaLabel(check, area));
  checkDue(check, development, here);
}

function isJudgedGood({ plan }: Check, id: string): boolean {
  const { framework, areas } = plan.value;
  const judgement = areas.find(({ area }) => area === id)?.judgement;
  return framework.judgements.find(({ id }) => id === judgement)?.good ?? false;
}

function areaLabel({ plan }: Check, id: string): string {
  const areas = plan.value.framework.groups.flatMap(group => group.areas);
  return areas.find(area => area.id === id)?.label ?? id;
}
