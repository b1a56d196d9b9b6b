// Inconsistencies of reports on inspection and support, planted as they were printed: each is an issue at its place.
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';

const catalogue = 'data/catalogue/inspection.yaml';
const inspections = 'data/inspections/201314.csv';
const observations = 'data/observations/inspection/201314.csv';
const home = 'content/commentary/2013-14/home.md';
const columns = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';

/** "file:line:column rule" of every issue. */
function issues(overrides: Readonly<Record<string, Override>>): readonly string[] {
  const result = withCouncilFolder(overrides, root => makeReport(root));
  if (result.outcome === 'unknown') return [result.why];
  return result.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

/** Indicators of schools' grades, put before the profiles of the invented council. */
const withIndicators =
  (...keys: readonly string[]) =>
  (text: string) =>
    text.replace(
      'profiles:\n',
      `indicators:\n${keys
        .map(
          (own, index) => `  - id: measure-${index}
    label: Measure ${index} of schools
    short: Measure ${index}
    definition: Schools by grade.
    statement: '{value} of schools were so'
    subject: the share of schools that were so
    decimals: 0
    polarity: high
    comparators: []
    source: invented-inspections
    method: Counted.
    start: 201213
${own}
`,
        )
        .join('')}profiles:\n`,
    );

const percentage = '    measure: percentage\n    unit: percent\n    counted: schools';
const count = '    measure: count\n    unit: schools\n    counted: schools';
const profile = (id: string, keys: string) => (text: string) =>
  `${text}  - id: ${id}
    label: Support
    short: Support
    definition: Schools by what they are given.
    unit: schools
    framework: The council's own
    source: invented-inspections
    method: Counted.
${keys}
`;
const rows =
  (id: string, counts: Readonly<Record<string, number>>, note = '') =>
  (text: string) =>
    `${text}${Object.entries(counts)
      .map(
        ([part, number]) =>
          `${id},W01,201314,2014-09-30,All,${part},${number},,invented-inspections,${note}\n`,
      )
      .join('')}`;

describe('whom a figure counts', () => {
  const learners = 'promise: 100% of learners attend good or outstanding schools.'.replace('100% of', 'All');

  it('X02: a target of learners measured by a share of schools is an issue, unless a note says so', () => {
    const bare = planWith(['promise: Every school is good.', learners]);
    expect(issues({ [targets]: bare })).toEqual([`${targets}:22:22 weighting-differs`]);
    const noted = planWith(
      ['promise: Every school is good.', learners],
      [
        'aim: { period: 201617, value: 100 }',
        'aim: { period: 201617, value: 100 }\n            note: Reckoned in schools.',
      ],
    );
    expect(issues({ [targets]: noted })).toEqual([]);
    const schools = planWith(
      ['promise: Every school is good.', learners],
      ['profile: school-grades', 'profile: school-grades\n            of: schools'],
    );
    expect(issues({ [targets]: schools })).toEqual([]);
  });

  it('X02: a review that answers a target of learners with a share of schools is an issue', () => {
    const answered = planWith([
      'Reading stood at {ks2-reading}.',
      'By now {school-grades share All} are good.',
    ]);
    expect(issues({ [targets]: answered })).toEqual([`${targets}:38:26 weighting-differs`]);
  });

  it('X02: over 85% of learners and 87% of schools are not set beside each other in a sentence', () => {
    const folder = {
      [catalogue]: withIndicators(
        `${percentage}\n    weighted: schools`,
        `${percentage.replace('schools', 'pupils')}\n    weighted: pupils`,
      ),
      [observations]: `${columns}\nmeasure-0,W01,201314,Total,Total,87,,,final,,invented-inspections,\nmeasure-1,W01,201314,Total,Total,85,,,final,,invented-inspections,\n`,
    };
    const beside = {
      ...folder,
      [home]: 'Of schools {measure-0} are good, and {measure-1} of learners attend one.\n',
    };
    expect(issues(beside)).toEqual([`${home}:1:38 weightings-set-beside`]);
    const apart = {
      ...folder,
      [home]: 'Of schools {measure-0} are good. Of learners {measure-1} attend one.\n',
    };
    expect(issues(apart)).toEqual([]);
  });
});

describe('labels and sums', () => {
  const belowGood = {
    [catalogue]: withIndicators(
      `${count}\n    grades: { profile: school-grades, parts: [Good, Poor] }`,
      `${count}`,
    ),
    [observations]: `${columns}\nmeasure-0,W01,201314,Total,Total,11,,,final,,invented-inspections,\nmeasure-1,W01,201314,Total,Total,40,,,final,,invented-inspections,\n`,
  };

  it('X06: a count of two grades is not called by one of them', () => {
    const said = 'We have more outstanding schools ({measure-1}) than Poor ({measure-0}).\n';
    expect(issues({ ...belowGood, [home]: said })).toEqual([`${home}:1:53 label-not-of-count`]);
    const right = 'We have more outstanding schools ({measure-1}) than good or poor ones ({measure-0}).\n';
    expect(issues({ ...belowGood, [home]: right })).toEqual([]);
  });

  it('X06: a count that is not the sum of its grades is an issue', () => {
    const sum = (text: string) => text;
    expect(
      issues({ ...belowGood, [observations]: sum(belowGood[observations] ?? '').replace(',11,', ',9,') }),
    ).toEqual([`${observations}:2:1 count-not-of-profile`]);
  });

  it('X06: levels of support that add to one school more than the grades need the note that says why', () => {
    const levels = profile(
      'levels',
      '    kind: levels\n    parts: [Intensive, Targeted, Universal]\n    same-schools-as: school-grades',
    );
    const fifteen = { Intensive: 1, Targeted: 2, Universal: 12 };
    expect(issues({ [catalogue]: levels, [inspections]: rows('levels', fifteen) })).toEqual([
      `${inspections}:8:1 totals-differ`,
    ]);
    const vague = rows('levels', fifteen, 'One school has no grade.');
    expect(issues({ [catalogue]: levels, [inspections]: vague })).toEqual([
      `${inspections}:8:1 totals-differ`,
    ]);
    const noted = rows('levels', fifteen, '15 have a level and 14 a grade: one school is new.');
    expect(issues({ [catalogue]: levels, [inspections]: noted })).toEqual([]);
  });
});

describe('bases', () => {
  const programme = profile(
    'stepping-up',
    `    kind: programme
    programme:
      members: schools in the programme
      seen: schools inspected so far
      reach: had been inspected
      unreached: had not yet been inspected
      headings: { seen: Inspected so far, unseen: Not yet inspected }
      outcomes: { improved: had become good, same: were as before, declined: had declined }`,
  );
  const counted = { 'In programme': 22, Seen: 12, Improved: 9, Same: 1, Declined: 2, 'Not yet seen': 10 };
  const told = (counts: Readonly<Record<string, number>>) =>
    issues({ [catalogue]: programme, [inspections]: rows('stepping-up', counts) });

  it('X08: outcomes that do not add to those inspected are an issue, and so are members left out', () => {
    expect(told(counted)).toEqual([]);
    expect(told({ ...counted, Declined: 1 })).toEqual([`${inspections}:9:1 programme-not-summing`]);
    expect(told({ ...counted, 'In programme': 20 })).toEqual([`${inspections}:8:1 programme-not-summing`]);
  });

  it('X08: a tally without those that declined is not complete (P40)', () => {
    const { Declined: _, ...others } = counted;
    expect(told(others)).toEqual([`${inspections}:8:1 missing-part`]);
    expect(told({ 'In programme': 20, Improved: 5 })).toEqual([]);
  });

  it('X08: 75, 8 and 16 add to 99, and are not typed', () => {
    expect(issues({ [home]: 'Of 12 schools, 75%, 8% and 16% are so.\n' })).toEqual([
      `${home}:1:16 typed-figure`,
      `${home}:1:21 typed-figure`,
      `${home}:1:28 typed-figure`,
    ]);
  });

  it('X19: 93.6% of 141 schools under one framework is not the next figure after 87.9% of 149', () => {
    const source = (text: string) => `${text}  - id: article
    title: An article
    organisation: A paper
    url: https://paper.example/
    licence: Open
    covers: inspected-under-one-framework
`;
    const row = (period: string, cells: string, from: string) =>
      `measure-0,W01,${period},Total,Total,${cells},final,,${from},\n`;
    const folder = (from: string) => ({
      [catalogue]: withIndicators(`${percentage}\n    covers: all-schools`),
      'data/sources.yaml': source,
      [observations]: `${columns}\n${row('201314', ',131,149', 'invented-inspections')}`,
      'data/observations/inspection/201415.csv': `${columns}\n${row('201415', ',132,141', from)}`,
    });
    expect(issues(folder('article'))).toEqual([
      'data/observations/inspection/201415.csv:2:50 coverage-differs',
    ]);
    expect(issues(folder('invented-inspections'))).toEqual([]);
  });

  it('a count dated outside its framework is an issue, and so is a grade or an area that it does not have', () => {
    const cards = profile(
      'cards',
      `    kind: aspects
    first: '2014-09-01'
    parts: [Strong, Weak]
    subtotal: { label: Strong, parts: [Strong] }
    aspects: [Teaching]`,
    );
    const row = (day: string, area: string, grade: string) =>
      `cards,W01,201314,${day},${area},${grade},1,,invented-inspections,\n`;
    const told = (...lines: readonly string[]) =>
      issues({ [catalogue]: cards, [inspections]: text => text + lines.join('') });
    expect(told(row('2014-08-31', 'Teaching', 'Strong'))).toEqual([
      `${inspections}:8:18 framework-not-in-force`,
    ]);
    expect(told(row('2014-09-30', 'Teaching', 'Outstanding'))).toEqual([`${inspections}:8:38 unknown-part`]);
    expect(told(row('2014-09-30', 'Sport', 'Strong'))).toEqual([`${inspections}:8:29 unknown-phase`]);
  });
});
