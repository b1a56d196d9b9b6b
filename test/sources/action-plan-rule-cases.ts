import { actionPlans, actionPlanWith, impact, impactWith } from '../support/action-plans.ts';

/** One fault for every rule of action plans, the impact analysis and projections, on the invented council. */
export const actionPlanCases = {
  'empty-need': {
    plant: actionPlanWith(['    need: Reading stood at {ks2-reading}.\n', '']),
    at: `${actionPlans}:2:9`,
  },
  'empty-intention': {
    plant: actionPlanWith(['    intended: [More pupils read well.]\n', '']),
    at: `${actionPlans}:2:9`,
  },
  'empty-next-steps': {
    plant: impactWith(['    next: [Give out more.]\n', '']),
    at: `${impact}:2:9`,
  },
  'rating-without-evidence': {
    plant: actionPlanWith(['    evidence: The books were read.\n', '']),
    at: `${actionPlans}:9:13`,
  },
  'rating-too-early': {
    plant: actionPlanWith(
      ['rating: amber', 'rating: green'],
      ['evidence: The books were read.', 'too-early: The books were given out in May.'],
    ),
    at: `${actionPlans}:9:13`,
  },
  'given-and-left-out': {
    plant: actionPlanWith(['    moves: [ks2', '    without: { next: Nobody said. }\n    moves: [ks2']),
    at: `${actionPlans}:13:22`,
  },
  'rated-after-cut-off': {
    plant: actionPlanWith(['rated: 2014-10-01', 'rated: 2015-10-01']),
    at: `${actionPlans}:10:12`,
  },
  'grade-count-not-so': {
    plant: actionPlanWith(['The books were read.', 'More schools are Outstanding (5) than Poor (0).']),
    at: `${actionPlans}:11:15`,
  },
  'projection-keys': {
    plant: actionPlanWith([
      '    moves: [ks2',
      '    projections:\n      - { indicator: ks2-reading, made: in May, basis: a guess, assumes: Much. }\n    moves: [ks2',
    ]),
    at: `${actionPlans}:14:9`,
  },
  'projection-without-assumption': {
    plant: actionPlanWith([
      '    moves: [ks2',
      '    projections:\n      - { indicator: ks2-reading, low: 86, made: in May, basis: a guess }\n    moves: [ks2',
    ]),
    at: `${actionPlans}:14:9`,
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
