/** The file of targets of the invented council: two that are measured, one that is not. */
export const targets = 'data/plans/targets.yaml';

/** A plan of the invented council, sound as it stands. */
export const plan = `plans:
  - id: reading-plan
    label: The reading plan
    source: invented-results
    first: 201314
    last: 201617
    targets:
      - id: readers
        short: Readers
        promise: Most pupils can read well.
        owner: Head of education
        parts:
          - indicator: ks2-reading
            baseline: { period: 201213, value: 81 }
            operator: at-least
            aim: { period: 201617, value: 89 }
      - id: good-schools
        short: Good schools
        promise: Every school is good.
        owner: Head of education
        parts:
          - profile: school-grades
            baseline: { period: 201213, value: 90 }
            operator: at-least
            aim: { period: 201617, value: 100 }
      - id: partners
        short: Partners
        promise: Schools work together.
        owner: Head of education
        parts:
          - measure: none
            reason: Nothing was named that could be counted.
    reviews:
      - edition: 2013-14
        target: readers
        date: 2014-10-01
        judgement: on-track
        evidence: Reading stood at {ks2-reading}.
      - edition: 2013-14
        target: good-schools
        date: 2014-10-01
        judgement: achieved
      - edition: 2013-14
        target: partners
        date: 2014-10-01
        judgement: not-stated
        reason: The review was silent.
`;

/** Text with passages changed; each must be there, so that no fault goes unplanted. */
export function changed(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`"${from}" is not in the plan`);
    return whole.replace(from, to);
  }, text);
}

/** The plan with passages changed. */
export function planWith(...changes: readonly (readonly [string, string])[]): string {
  return changed(plan, ...changes);
}

/** The roles that the plans below name. */
export const roles = 'data/plans/roles.yaml';
export const oneRole = 'roles:\n  - { role: Head of education, answers-for: Schools }\n';

/** A scorecard of the invented council with one measure, sound as it stands. */
export const scorecard = 'data/plans/2013-14/scorecard.yaml';
export const oneScorecard = `source: invented-results
years: [201314, 201415]
outcomes:
  - id: readers
    label: Pupils read well
    owner: Head of education
    rows:
      - id: reading
        label: Reading
        wants: increase
        indicator: ks2-reading
        baseline: { missing: The plan leaves it out. }
        targets:
          - { year: 201314, value: 84 }
          - { year: 201415, against: nation }
`;

/** A plan of delivery of the invented council with one action, sound as it stands. */
export const delivery = 'data/plans/2013-14/delivery.yaml';
export const oneDelivery = `source: invented-results
title: Pupils read well
intended-outcomes:
  # What is meant to come of it.
  - id: readers
    words: Pupils enjoy reading.
    measures: [ks2-reading]
actions:
  - id: a-festival
    words: Hold a festival of books.
    deadline: { kind: ongoing }
    owners: [Head of education]
    status: not-stated
    reason: The plan does not say.
`;
