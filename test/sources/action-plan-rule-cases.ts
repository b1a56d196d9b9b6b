import { actionPlans, actionPlanWith, impact, impactWith } from '../support/action-plans.ts';

/** One fault for every rule of action plans, the impact analysis and projections, on the invented council. */
export const actionPlanCases = {
  'rating-too-early': {
    plant: actionPlanWith(
      ['rating: amber', 'rating: green'],
      ['evidence: The books were read.', 'too-early: The books were given out in May.'],
    ),
    at: `${actionPlans}:9:13`,
  },
  'rated-after-cut-off': {
    plant: actionPlanWith(['rated: 2014-10-01', 'rated: 2015-10-01']),
    at: `${actionPlans}:10:12`,
  },
  'grade-count-not-so': {
    plant: actionPlanWith(['The books were read.', 'More schools are Outstanding (5) than Poor (0).']),
    at: `${actionPlans}:11:15`,
  },
  'projection-upside-down': {
    plant: impactWith([
      '    next: [',
      '    projections:\n      - { indicator: ks2-reading, low: 88, high: 86, made: in May, basis: a guess, assumes: Much. }\n    next: [',
    ]),
    at: `${impact}:9:40`,
  },
  'projection-not-of-data': {
    plant: impactWith([
      '    next: [',
      '    projections:\n      - { indicator: ks2-reading, low: 86, from: 80, made: in May, basis: a guess, assumes: Much. }\n    next: [',
    ]),
    at: `${impact}:9:50`,
  },
  'projection-claim-not-so': {
    plant: impactWith([
      '    next: [',
      '    projections:\n      - { indicator: ks2-reading, low: 86, high: 88, claims: { operator: above, by: 5 }, made: in May, basis: a guess, assumes: Much. }\n    next: [',
    ]),
    at: `${impact}:9:62`,
  },
} as const;
