// Inconsistencies that a council's strategic plan really held, planted as they were printed: in its action plans, its
// impact analysis and the figures beside them. docs/rules.md explains the codes (X).

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { actionPlans, actionPlanWith, impact, impactWith } from '../support/action-plans.ts';
import { type Override, readingWith, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';
import { readablePlan } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const rows = 'data/observations/ks2/201314.csv';
const inspections = 'data/inspections/201314.csv';
const catalogue = 'data/catalogue/ks2.yaml';

type Files = Readonly<Record<string, Override>>;

function made(files: Files) {
  return withCouncilFolder(files, root => makeReport(root));
}

/** "file:line:column rule" of every issue of the invented folder with some files added. */
function issues(files: Files): readonly string[] {
  const result = made(files);
  if (result.outcome === 'unknown') return [result.why];
  return result.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

/** The council's schools as the plan's own Appendix 3 counts them, all phases together. */
const asPrinted: Override = text =>
  text
    .replace('Primary,Outstanding,3,', 'Primary,Outstanding,40,')
    .replace('Primary,Good,9,', 'Primary,Good,91,')
    .replace('Primary,Poor,0,', 'Primary,Poor,18,')
    .replace('Secondary,Good,2,', 'Secondary,Good,0,');

/** The reading measure as a gap of 38 points the year before. */
const gap: Files = {
  'data/observations/ks2/201213.csv': text =>
    text.replace('W01,201213,Total,Total,81', 'W01,201213,Total,Total,38'),
};
const projected = (claims: string) =>
  impactWith([
    '    next: [',
    `    projections:\n      - { indicator: ks2-reading, low: 25, high: 28, ${claims}made: in March, basis: what schools expected, assumes: Much. }\n    next: [`,
  ]);

describe('arithmetic of plans', () => {
  it('X05: “14 or the 20 schools currently graded below good” would not make 100%', () => {
    const hundred = '            aim: { period: 201617, value: 100 }\n';
    const equates = (more: number) =>
      planWith([hundred, `${hundred}            equates: { more: ${more}, now: 129, of: 149 }\n`]);
    const result = made({ [targets]: equates(14) });
    expect(result.outcome === 'issues' && result.issues[0]?.message).toContain('143 of 149 make 96.0%');
    expect(issues({ [targets]: equates(20) })).toEqual([]);
  });

  it('X08: “5 have now moved to Good (25%)” of 20 can be, and “2/12 regressed (16%)” cannot', () => {
    expect(issues({ [rows]: readingWith('25,5,20') })).toEqual([]);
    expect(issues({ [rows]: readingWith('75,9,12') })).toEqual([]);
    expect(issues({ [rows]: readingWith('8,1,12') })).toEqual([]);
    expect(issues({ [rows]: readingWith('16,2,12') })).toEqual([`${rows}:2:36 value-not-of-counts`]);
  });

  it('X09: “more than 10%”, from 38 to 25-28, is not so at its upper end', () => {
    const above = projected('claims: { operator: above, by: 10 }, ');
    expect(issues({ ...gap, ...above })).toEqual([`${impact}:9:62 projection-claim-not-so`]);
    expect(issues({ ...gap, ...projected('claims: { operator: at-least, by: 10 }, ') })).toEqual([]);
  });

  it('X09: “at least five” is not so of a range on both sides of where it stood', () => {
    const range = Object.fromEntries(
      Object.entries(projected('claims: { operator: at-least, by: 3 }, ')).map(([name, text]) => [
        name,
        String(text).replace('low: 25, high: 28', 'low: 30, high: 45'),
      ]),
    );
    expect(issues({ ...gap, ...range })).toEqual([`${impact}:9:62 projection-claim-not-so`]);
  });

  it('X09: a claim is held against the figure that was released last', () => {
    const revised = {
      'data/observations/ks2/201213.csv': (text: string) =>
        text
          .replace('W01,201213,Total,Total,81', 'W01,201213,Total,Total,30')
          .concat('ks2-reading,W01,201213,Total,Total,38,,,revised,2014-06-01,invented-results,\n'),
    };
    const claims = projected('claims: { operator: at-least, by: 10 }, ');
    expect(issues({ ...revised, ...claims })).toEqual([]);
  });

  it('X09: 32 and 38 are 70, and so are 45 and 25: the report says that no change of the others is assumed', () => {
    const group = 'group: { label: disadvantaged pupils, now: 32, projected: 45 }, ';
    const result = made({ ...gap, ...projected(group) });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    expect(JSON.stringify(viewsOf(result.report).plans)).toContain(
      'it assumes that the others do no better.',
    );
  });
});

describe('numbers of projections', () => {
  const said = (files: Files) => {
    const result = made(files);
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const page = viewsOf(result.report).plans.find(({ kind }) => kind === 'impact');
    if (page === undefined) throw new Error('there is no page of impact');
    return readablePlan(page).replace(/[⟨⟩]/g, '');
  };

  it('keep their decimals', () => {
    const group = 'group: { label: disadvantaged pupils, now: 32.5, projected: 45.5 }, ';
    const text = said({ ...gap, ...projected(group) });
    expect(text).toContain('Disadvantaged pupils were projected to reach 45.5%, from 32.5%.');
    // The gap is known to a whole number only.
    expect(text).toContain(
      'that puts all others at 71%, or at 74% with the wider gap; they had been at 71%.',
    );
  });

  it('have a true minus sign, and say what was only about so', () => {
    const of = (indicator: string, range: string) =>
      Object.fromEntries(
        Object.entries(projected('')).map(([name, text]) => [
          name,
          String(text).replace(
            'indicator: ks2-reading, low: 25, high: 28',
            `indicator: ${indicator}, ${range}`,
          ),
        ]),
      );
    expect(said(of('ks2-progress', 'low: "-0.5", high: "0.3"'))).toContain('between −0.5 and 0.3 points');
    const rough: Files = {
      'data/observations/ks2/201213.csv': text =>
        text.replace('W01,201213,Total,Total,81', 'W01,201213,Total,Total,~81'),
    };
    expect(said({ ...rough, ...of('ks2-reading', 'low: 82') })).toContain('from about 81% in 2012/13');
  });
});

describe('two of what there should be one', () => {
  it('X07: “moves above 90%” and “100% of schools” in one row are two targets for one measure', () => {
    const second = planWith([
      '          - measure: none\n            reason: Nothing was named that could be counted.\n',
      '          - profile: school-grades\n            baseline: { period: 201213, value: 87 }\n            operator: above\n            aim: { period: 201617, value: 90 }\n',
    ]);
    expect(issues({ [targets]: second })).toEqual([`${targets}:34:18 repeated-target`]);
  });

  it('X07: a target for the worst ward and one for the worst locality are two, and no repetition', () => {
    const worst = (kind: string) =>
      `          - indicator: ks2-reading\n            worst: ${kind}\n            baseline: { period: 201213, value: 81 }\n            operator: above\n            aim: { period: 201617, value: 90 }\n`;
    const none = '          - measure: none\n            reason: Nothing was named that could be counted.\n';
    const repeated = (one: string, other: string) =>
      issues({ [targets]: planWith([none, worst(one) + worst(other)]) }).filter(each =>
        each.includes('repeated-target'),
      );
    expect(repeated('ward', 'locality')).toEqual([]);
    expect(repeated('ward', 'ward')).toHaveLength(1);
  });

  it('X12: a priority that is not in the list is an issue', () => {
    expect(issues(actionPlanWith(['priority: readers', 'priority: closing-gaps']))).toEqual([
      `${actionPlans}:4:15 unknown-entry`,
    ]);
  });

  it('X12: “six core principles” beside a list of three is an issue in the words of a plan', () => {
    const words = 'The plan rests upon six core principles.';
    expect(issues(actionPlanWith(['The books were read.', words]))).toEqual([
      `${actionPlans}:11:15 principles-miscounted`,
    ]);
  });
});

describe('labels and notes', () => {
  it('X06: “more outstanding schools (40) than Poor (16)” is held against the counts', () => {
    const plan = (words: string) => ({
      ...actionPlanWith(['The books were read.', words]),
      [inspections]: asPrinted,
    });
    const printed = 'There are more Outstanding schools (40) than Poor (16).';
    expect(issues(plan(printed))).toEqual([`${actionPlans}:11:15 grade-count-not-so`]);
    expect(issues(plan(printed.replace('16', '18')))).toEqual([]);
  });

  it('X06: what was superseded is no count, days are not added up, and a grade is found in any of its forms', () => {
    const plan = (words: string, rows: string) => ({
      ...actionPlanWith(['The books were read.', words]),
      [inspections]: (text: string) => text + rows,
    });
    const row = (day: string, grade: string, count: number, released: string) =>
      `school-grades,W01,201314,${day},Primary,${grade},${count},${released},invented-inspections,\n`;
    const corrected = row('2014-08-31', 'Good', 8, '2014-12-01');
    expect(issues(plan('Good schools (8) are many.', corrected))).toEqual([]);
    expect(issues(plan('Good schools (9) are many.', corrected))).toEqual([
      `${actionPlans}:11:15 grade-count-not-so`,
    ]);
    const unknown = row('2014-08-31', 'Good', 8, '2015-12-01');
    expect(issues(plan('Good schools (9) are many.', unknown))).toEqual([]);
    const earlier = ['Outstanding', 'Good', 'Poor'].map(each => row('2014-03-31', each, 2, '')).join('');
    expect(issues(plan('Good schools (2) are many.', earlier))).toEqual([]);
    expect(issues(plan('Good schools (13) are many.', earlier))).toEqual([
      `${actionPlans}:11:15 grade-count-not-so`,
    ]);
  });

  it('X14: “Have the data don’t understand the sheet!”, “E.g.?” and an empty cell are issues in a plan', () => {
    const need = (words: string) => issues(actionPlanWith(['Reading stood at {ks2-reading}.', words]));
    expect(need('Year groups. Have the data don’t understand the sheet!')).toEqual([
      `${actionPlans}:6:38 drafting-note`,
    ]);
    expect(need('Share best practice from across the partnership. E.g.?')).toEqual([
      `${actionPlans}:6:60 drafting-note`,
    ]);
    expect(need('""')).toEqual([`${actionPlans}:6:11 empty-value`]);
  });

  it('X13: a strategic target without its row in the year’s overview is an issue', () => {
    const row =
      '      - edition: 2013-14\n        target: partners\n        date: 2014-10-01\n        judgement: not-stated\n        reason: The review was silent.\n';
    expect(issues({ [targets]: planWith([row, '']) })).toEqual([`${targets}:26:13 target-without-review`]);
  });
});

describe('a threshold that was moved', () => {
  const moved = (text: string) =>
    text.replace(
      '    start: 201112\n',
      '    start: 201112\n    breaks:\n      - { from: 201314, kind: threshold, note: The threshold was raised from 93.5% to 94.9%. }\n',
    );

  it('X15: no trend is said across it, and its note says what was raised (P31)', () => {
    const result = made({ [catalogue]: moved });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const sections = viewsOf(result.report).themes.flatMap(({ groups }) =>
      groups.flatMap(each => each.sections),
    );
    const said = JSON.stringify(sections.find(({ id }) => id === 'ks2-reading')?.paragraphs.flat());
    expect(said).toContain('The threshold was raised from 93.5% to 94.9%.');
    expect(said).not.toMatch(/\b(?:rose|fell|up|down|unchanged)\b/);
  });

  it('X15: 21.5% of 149 schools can be, and 16.4% cannot', () => {
    expect(issues({ [rows]: text => withDecimals(readingWith('21.5,32,149')(text)) })).toEqual([]);
    expect(issues({ [rows]: readingWith('16.4,,149') })).toEqual([`${rows}:2:36 impossible-percentage`]);
  });

  it('X15: a figure for a year that had only begun when it came out is an issue, and a projection is none', () => {
    const early = (status: string) => (text: string) =>
      text.replace('84,168,200,provisional,,', `84,168,200,${status},2013-09-30,`);
    expect(issues({ [rows]: early('final') })).toEqual([`${rows}:2:17 figure-before-its-year`]);
    expect(issues({ [rows]: text => early('projection')(text).replace('84,168,200', '84,,') })).toEqual([]);
  });
});
