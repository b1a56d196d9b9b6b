// Inconsistencies that councils' published reports really held, about how they judge and govern their own work, planted as
// they were printed. docs/rules.md explains the codes (X).
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { governance, paths, roles, selfAssessment } from '../support/oversight.ts';
import { changed } from '../support/plans.ts';

const home = 'content/commentary/2013-14/home.md';

/** "file:line:column rule" of every issue of the invented folder with some files added. */
function issues(files: Readonly<Record<string, Override>>): readonly string[] {
  return withCouncilFolder({ [paths.roles]: roles, ...files }, root => {
    const made = makeReport(root);
    if (made.outcome === 'unknown') return [made.why];
    return made.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
  });
}

describe('a controlled list', () => {
  it('X12: six core principles in one place and three in another cannot both be', () => {
    const said = (words: string) => issues({ [paths.governance]: governance, [home]: `${words}\n` });
    expect(said('The strategy has three core principles.')).toEqual([]);
    expect(said('The strategy has six core principles.')).toEqual([`${home}:1:18 principles-miscounted`]);
    expect(said('It has two key priorities in 3 priority areas.')).toEqual([
      `${home}:1:30 principles-miscounted`,
    ]);
  });

  it('X12: the words of plans are held to it too, and other counts are left alone', () => {
    const aim = (words: string) => changed(governance, ['aim: Everyone can read.', `aim: ${words}`]);
    expect(issues({ [paths.governance]: aim('Four shared principles guide us.') })).toEqual([
      `${paths.governance}:1:6 principles-miscounted`,
    ]);
    expect(issues({ [paths.governance]: aim('Three priorities for next year, and six schools.') })).toEqual(
      [],
    );
    const review = changed(selfAssessment, ['Tell schools of it.', 'Explain the six core principles.']);
    expect(issues({ [paths.governance]: governance, [paths.selfAssessment]: review })).toEqual([
      `${paths.selfAssessment}:20:18 principles-miscounted`,
    ]);
  });

  it('X12: nothing is counted where no governance lists them', () => {
    expect(issues({ [home]: 'The strategy has six core principles.\n' })).toEqual([]);
  });
});

describe('what is counted', () => {
  const terms = (text: string) =>
    `${text}  - { term: NLE, expansion: National leader of education, meaning: A head who helps others. }\n`;
  const said = (words: string) =>
    issues({
      'data/glossary.yaml': terms,
      [paths.governance]: changed(governance, ['aim: Everyone can read.', `aim: ${words}`]),
    });

  it('X11: four NLEs that are available and eight that worked are told apart by their words', () => {
    expect(said('There are 4 NLEs. Eight NLEs have worked with schools.')).toEqual([
      `${paths.governance}:1:24 counts-differ`,
    ]);
    expect(said('There are 4 NLEs, and eight deployed NLEs.')).toEqual([]);
    expect(said('There are 4 NLEs, all four NLEs at work.')).toEqual([]);
    expect(said('There are 4 NLEs, and eight national leaders of education.')).toEqual([]);
  });
});

describe('judgement and evidence', () => {
  const answer = '      status: accepted\n      response: They will be told.\n';

  it('X29: “effective” may not stand beside what peers said of it without an answer', () => {
    const silent = changed(selfAssessment, [answer, '      status: not-stated\n']);
    expect(issues({ [paths.selfAssessment]: silent })).toEqual([
      `${paths.selfAssessment}:33:7 peer-review-unanswered`,
    ]);
  });

  it('X29: nor may what peers said stand by itself, with nothing that joins it to an area', () => {
    const apart = changed(selfAssessment, ['      bears-on: policy\n', '']);
    expect(issues({ [paths.selfAssessment]: apart })).toEqual([
      `${paths.selfAssessment}:33:7 peer-review-unanswered`,
    ]);
  });

  it('X29: an answer, a reason why none is stated, or a judgement that agrees with peers will do', () => {
    const because = changed(selfAssessment, [
      answer,
      '      status: not-stated\n      reason: Nobody said.\n',
    ]);
    const agrees = changed(
      selfAssessment,
      ['area: policy\n    judgement: effective', 'area: policy\n    judgement: ineffective'],
      [answer, '      status: not-stated\n'],
    );
    for (const file of [selfAssessment, because, agrees])
      expect(issues({ [paths.selfAssessment]: file })).toEqual([]);
  });

  it('X26: empty next steps and an empty list of duties are not left blank', () => {
    const none = changed(selfAssessment, ['next-steps: [Visit more.]', 'next-steps: []']);
    expect(issues({ [paths.selfAssessment]: none })).toEqual([`${paths.selfAssessment}:21:5 needs-one-of`]);
    const said = changed(none, ['next-steps: []', 'next-steps-not-stated: The source leaves this empty.']);
    expect(issues({ [paths.selfAssessment]: said })).toEqual([]);
    const noDuties = `${governance.slice(0, governance.indexOf('duties:'))}duties: []\n`;
    expect(issues({ [paths.governance]: noDuties })).toEqual([`${paths.governance}:9:9 empty-value`]);
  });
});
