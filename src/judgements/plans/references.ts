import type { Figure } from '../../model/figure.ts';
import { counted } from './counted.ts';
import type { PlanGiven } from './plan-given.ts';

/** How many publications are listed, and how many of their addresses lead nowhere. */
export type ReferencesFindings = {
  readonly all: Figure;
  readonly gone: Figure;
  readonly figures: readonly Figure[];
};

/** The findings on the references of an edition. */
export function referencesFindings({ setting, plan }: PlanGiven<'references'>): ReferencesFindings {
  const { references } = plan.value;
  const of = { setting, kind: plan.kind, where: plan.place(['references']) };
  const all = counted(of, 'all', references.length);
  const gone = counted(of, 'gone', references.filter(({ status }) => status === 'gone').length);
  return { all, gone, figures: [all, gone] };
}
