import { expect, test } from 'vitest';
import { issueLine } from '../../src/issues.ts';
import { makeReport } from '../../src/report.ts';
import { actionPlanWith, impactWith } from '../support/action-plans.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { governance, paths, selfAssessment, statements } from '../support/oversight.ts';
import {
  changed,
  delivery,
  oneDelivery,
  oneRole,
  oneScorecard,
  planWith,
  roles,
  scorecard,
  targets,
} from '../support/plans.ts';
import { caseStudies, news, newsOf, references, referencesOf, studyOf } from '../support/stories.ts';

type Change = readonly [string, string];
const edited = (file: string, sound: string, change: Change) => ({
  [roles]: oneRole,
  [file]: changed(sound, change),
});
const inTargets = (...change: Change) => ({ [targets]: planWith(change) });
const inScorecard = (...change: Change) => edited(scorecard, oneScorecard, change);
const inDelivery = (...change: Change) => edited(delivery, oneDelivery, change);
const inGovernance = (...change: Change) => edited(paths.governance, governance, change);
const inAssessment = (...change: Change) => edited(paths.selfAssessment, selfAssessment, change);
const inStatements = (...change: Change) => edited(paths.statements, statements, change);
const reference = (keys: string) => ({
  [roles]: oneRole,
  [references]: referencesOf([`url: https://winterfold.example/a, ${keys}`]),
});
const inProfile = (line: string) => ({
  'data/catalogue/inspection.yaml': (text: string) => `${text}${line}\n`,
});
const withPending = (keys: string) => ({
  'data/editions/201314.yaml': (text: string) =>
    `${text}pending:\n  - { ${keys}what: results, due: 2016-01-28 }\n`,
});
const fact = (keys: string) => ({
  [roles]: oneRole,
  [caseStudies]: studyOf([`{ id: good, label: Good, ${keys} }`]),
});
const claim = (keys: string) => ({
  [roles]: oneRole,
  [news]: newsOf([`{ id: a-claim, said: Reading rose.${keys} }`]),
});
const projection = (keys: string) =>
  actionPlanWith([
    '    moves: [ks2',
    `    projections:\n      - { ${keys}made: in May, basis: a guess, assumes: Much. }\n    moves: [ks2`,
  ]);

const noReason = '            reason: Nothing was named that could be counted.\n';
const law = /^ {4}law: .*\n/m.exec(governance)?.[0] ?? '';

/** Keys that do not go together, or one that is missing where others ask for it, each in a folder of its own. */
const cases: readonly Readonly<Record<string, Override>>[] = [
  inTargets('          - indicator: ks2-reading\n            baseline', '          - baseline'),
  inTargets('          - measure: none\n', '          - measure: none\n            worst: ward\n'),
  inTargets(noReason, ''),
  inTargets('            operator: at-least\n            aim: { period: 201617, value: 89 }\n', ''),
  inTargets('            baseline: { period: 201213, value: 81 }\n', ''),
  inTargets('judgement: achieved\n', 'judgement: achieved\n        reason: None.\n'),
  inTargets('judgement: achieved\n', 'judgement: not-stated\n'),
  inScorecard('year: 201314, value: 84', 'year: 201314'),
  inDelivery('    measures: [ks2-reading]\n', ''),
  inDelivery('    measures: [ks2-reading]\n', '    measures: [ks2-reading]\n    unmeasured: No.\n'),
  inDelivery('    owners: [Head of education]\n', ''),
  inGovernance(law, ''),
  inGovernance(', said: They want books.', ''),
  inAssessment('next-steps: [Visit more.]', 'next-steps: []'),
  inAssessment('next-steps: [Visit more.]', 'next-stepps: [Visit more.]'),
  fact('kind: count'),
  fact('kind: count, value: 3, uninspected: 1'),
  fact('kind: money, value: 3, of: 5'),
  fact(
    'kind: percent, value: 84, from: { value: 77, as-at: 2013 }, change: { by: 7, in: points, since: 2013 }',
  ),
  fact('kind: count, value: 3, change: { by: 1, in: points, since: 2013 }'),
  claim(''),
  claim(', indicator: ks2-reading, moved: rose, untested: No.'),
  claim(', indicator: ks2-reading'),
  claim(', rank: ks2-reading'),
  claim(', every: [ks2-reading, ks2-reading]'),
  claim(', untested: No., number: 3'),
  actionPlanWith(['    need: Reading stood at {ks2-reading}.\n', '']),
  actionPlanWith(['    intended: [More pupils read well.]\n', '']),
  actionPlanWith(['    evidence: The books were read.\n', '']),
  actionPlanWith(['    moves: [ks2', '    without: { next: Nobody said. }\n    moves: [ks2']),
  impactWith(['    next: [Give out more.]\n', '']),
  projection(''),
  projection('indicator: ks2-reading, '),
  projection('indicator: ks2-reading, low: 86, more: 2, '),
  inStatements('    permission: { by: Head of education, date: 2014-12-02 }\n', ''),
  inStatements('{ by: Head of education, date: 2014-12-02 }', '{ date: 2014-12-02 }'),
  inStatements(', date: 2014-12-02 }', ' }'),
  inStatements('date: 2014-12-02 }', 'date: 2014-12-02, published: invented-results }'),
  reference('status: live'),
  reference('status: gone, checked: 2014-11-01'),
  inProfile('    aspects: [Teaching]'),
  withPending(''),
  withPending('indicator: ks2-reading, theme: ks2, '),
];

test('what is said of keys that do not go together is as it was agreed, at its place', async () => {
  const said = cases.map(plant => {
    const issues = withCouncilFolder(plant, folder => {
      const made = makeReport(folder);
      return made.outcome === 'unknown' ? [] : made.issues;
    });
    expect(issues).not.toEqual([]);
    return issues.map(issue => `${issueLine(issue)}\n`).join('');
  });
  await expect(said.join('')).toMatchFileSnapshot('../editions-with-faults/keys-at-odds.txt');
});
