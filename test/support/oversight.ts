// Files of the invented council on how it judges and governs its work: each sound as it stands, and small.
/** Where the files stand. */
export const paths = {
  roles: 'data/plans/roles.yaml',
  governance: 'data/plans/2013-14/governance.yaml',
  selfAssessment: 'data/plans/2013-14/self-assessment.yaml',
  scrutiny: 'data/plans/2013-14/scrutiny.yaml',
  statements: 'data/plans/2013-14/statements.yaml',
} as const;

/** The register of roles. */
export const roles = `roles:
  - { role: Head of education, answers-for: Schools, reviewed: 2014-11-01 }
`;

/** Three principles that serve two priorities, a duty, a board with a group, and somebody who was asked. */
export const governance = `aim: Everyone can read.
priorities:
  - { id: readers, name: Readers, words: More readers. }
  - { id: teachers, name: Teachers, words: Better teaching. }
principles:
  - { id: together, name: Together, words: We work together., serves: [readers] }
  - { id: openly, name: Openly, words: We are open. }
  - { id: early, name: Early, words: We help early. }
duties:
  - id: standards
    duty: Promote high standards
    law: { act: Education Act 1996, section: section 13A, url: 'https://www.legislation.gov.uk/ukpga/1996/56/section/13A' }
boards:
  - { id: board, name: Board, kind: board, purpose: Leads }
  - { id: group, name: Group, kind: group, purpose: Works, reports-to: board }
consultation:
  - { id: parents, who: Parents, how: A meeting, said: They want books. }
`;

/** Two areas, both judged well, and a review that asked for something in one of them. */
export const selfAssessment = `framework:
  name: an invented framework
  judges: How well the council works.
  from: June 2013
  judgements:
    - { id: effective, label: effective, good: true }
    - { id: ineffective, label: ineffective, good: false }
  groups:
    - id: all
      label: All
      areas:
        - { id: policy, label: Clear policy }
        - { id: knowing, label: Knowing schools }
overall:
  judgement: effective
areas:
  - area: policy
    judgement: effective
    evidence: [There is a policy.]
    next-steps: [Tell schools of it.]
  - area: knowing
    judgement: effective
    evidence: ['Reading stands at {ks2-reading}.']
    next-steps: [Visit more.]
peer-review:
  by: [Summerdale]
  who: Officers
  date: 2014-04-23
  how: They asked people.
  questions: [Is it led well?]
  strengths: [It is led well.]
  development:
    - id: categories
      label: How schools are sorted
      words: Schools do not fully understand how they are sorted.
      bears-on: policy
      status: accepted
      response: They will be told.
`;

/** A recommendation that was answered. */
export const scrutiny = `recommendations:
  - id: visit
    label: Visit a school
    words: Members should see a school.
    made-by: Education committee
    due: 2014-11-01
    status: done
    response: They did.
`;

/** A foreword, with permission. */
export const statements = `statements:
  - id: foreword
    kind: foreword
    heading: Foreword
    paragraphs: ['Reading rose to {ks2-reading}.', Thank you.]
    by: Head of education
    date: 2014-12-01
    permission: { by: Head of education, date: 2014-12-02 }
`;
