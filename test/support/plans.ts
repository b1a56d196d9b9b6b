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

/** The plan with passages changed; each must be there, so that no fault goes unplanted. */
export function planWith(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the plan`);
    return text.replace(from, to);
  }, plan);
}
