import type { Override } from './council-folder.ts';
import { governance, paths, roles } from './oversight.ts';
import { changed } from './plans.ts';

/** The files of plans of the invented council: what is done about reading, and what it changed. */
export const actionPlans = 'data/plans/2013-14/action-plans.yaml';
/** The impact analysis of the invented council. */
export const impact = 'data/plans/2013-14/impact.yaml';

const plan = `plans:
  - id: reading
    short: Reading
    priority: readers
    owner: Head of education
    need: Reading stood at {ks2-reading}.
    interventions: [Give out books.]
    intended: [More pupils read well.]
    rating: amber
    rated: 2014-10-01
    evidence: The books were read.
    next: [Give out more.]
    moves: [ks2-reading]
`;

const row = `rows:
  - id: books
    short: Books
    priority: readers
    plans: [reading]
    seen: 2014-10-01
    impact: [Books were given out.]
    next: [Give out more.]
`;

/** An action plan with passages changed; each must be there, so that no fault goes unplanted. */
export function actionPlanWith(...changes: readonly (readonly [string, string])[]): Record<string, Override> {
  return { ...beside, [actionPlans]: changed(plan, ...changes) };
}

/** An impact analysis, beside a sound action plan, with passages changed. */
export function impactWith(...changes: readonly (readonly [string, string])[]): Record<string, Override> {
  return { ...beside, [actionPlans]: plan, [impact]: changed(row, ...changes) };
}

const beside: Record<string, Override> = { [paths.roles]: roles, [paths.governance]: governance };
