import { describe, expect, it } from 'vitest';
import { concernsOf } from '../../src/judgements/concerns.ts';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Area } from '../../src/model/area.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { questionsOf } from '../../src/narrative/questions.ts';
import {
  cell,
  indicatorOf,
  nation,
  neighbours,
  observationOf,
  type Row,
  settingOf,
} from '../support/findings.ts';

const sex: Topic = {
  id: 'Sex',
  label: 'Girls and boys',
  about: 'Pupils by sex.',
  groups: [
    { id: 'Girls', label: 'Girls', phrase: 'girls' },
    { id: 'Boys', label: 'Boys', phrase: 'boys' },
  ],
  gaps: [{ group: 'Boys', against: 'Girls' }],
};

const need: Topic = {
  id: 'Need',
  label: 'Special educational needs',
  about: 'Pupils by need.',
  groups: [
    { id: 'Support', label: 'SEN support', phrase: 'pupils on SEN support' },
    { id: 'None', label: 'None', phrase: 'pupils with no special educational need' },
  ],
  gaps: [{ group: 'Support', against: 'None' }],
};

type Asked = { readonly rows: readonly Row[]; readonly said?: Partial<Indicator> };

/** Forty authorities beside the council. */
const authorities = Array.from(
  { length: 40 },
  (_, at): Area => ({ code: `A${100 + at}`, name: `Area ${at}`, kind: 'authority' }),
);

/** The kinds of concern and the questions of a theme of some measures, named A, B, C … */
function ask(...asked: readonly Asked[]) {
  const indicators = asked.map(({ said }, index) =>
    indicatorOf({
      id: `m${index}`,
      short: String.fromCharCode(65 + index),
      breakdowns: ['Sex', 'Need'],
      ...said,
    }),
  );
  const observations = asked.flatMap(({ rows }, index) =>
    rows.map(row => observationOf(indicators[index] ?? indicatorOf(), row)),
  );
  const plain = settingOf(observations, indicators);
  const areas = [...plain.areas.values(), ...authorities].map(area => [area.code, area] as const);
  const setting = { ...plain, areas: new Map(areas) };
  const found = {
    theme: { id: 'ks2', label: 'Key stage 2', about: 'Tests.', topics: ['Sex'] },
    indicators: indicators.map(indicator => ({
      indicator,
      everyone: findingsOn(setting, indicator),
      groups: [],
      localities: [],
    })),
    profiles: [],
    topics: [
      {
        topic: sex,
        gaps: indicators.flatMap(each => gapFindings(setting, each, [sex, need])),
        alone: [],
        about: [],
        standing: null,
      },
    ],
    standing: [],
    ground: null,
  };
  const put = questionsOf(setting, found).map(({ question }) => question);
  // A claim is looked up by its id, so their order is part of it.
  expect(put.map(({ id }) => id)).toEqual(put.map((_, at) => `ks2.questions.${at + 1}`));
  return {
    kinds: concernsOf(found, setting).map(({ kind }) => kind),
    questions: put.map(({ text }) => text),
  };
}

const own = (...values: string[]): readonly Row[] =>
  values.map((text, back) => ({ value: cell(text), period: back === 0 ? '201314' : '201213' }));
const england = (...values: string[]): readonly Row[] =>
  own(...values).map(row => ({ ...row, area: nation.code }));
const similar = (text: string): readonly Row[] => neighbours.areas.map(area => ({ value: cell(text), area }));
const pair = (boys: string, girls: string, said: Partial<Row> = {}): readonly Row[] => [
  { value: cell(boys), breakdown: { topic: 'Sex', group: 'Boys' }, ...said },
  { value: cell(girls), breakdown: { topic: 'Sex', group: 'Girls' }, ...said },
];
const before = { period: '201213' };
const there = { area: nation.code };

describe('questions to ask', () => {
  it('put the gravest first, by what each weighs: worse and worsening, then a gap of one group wider than the nation’s and widening', () => {
    const { kinds, questions } = ask(
      { rows: [...own('60', '64'), ...england('66', '66')] },
      { rows: [...pair('50', '70'), ...pair('54', '70', before), ...pair('60', '70', there)] },
    );
    expect(kinds).toEqual(['worse-and-worsening', 'gap-wider-and-widening']);
    expect(questions).toEqual([
      'A: 6 percentage points below England, and down 4 percentage points. What is being done about it, and by when should it turn?',
      'B: the gap between boys and girls, at 20 percentage points, is wider than England’s 10 percentage points and has widened. For which schools and pupils is it widest, and what is being done?',
    ]);
  });

  it('ask why of what is worse, what gets worse and what is behind the neighbours', () => {
    expect(
      ask(
        { rows: [...own('60', '60'), ...england('66', '66')] },
        { rows: [...own('60', '64'), ...england('55', '55')] },
        { rows: [...own('60', '60'), ...england('55', '55'), ...similar('64')] },
      ).questions,
    ).toEqual([
      'A: 6 percentage points below England. What would it take to reach the national figure?',
      'B: down 4 percentage points. What is known of the reasons, and is it expected to go on?',
      'C: not behind England, but 4 percentage points below the statistical neighbours. What can be learned from similar authorities?',
    ]);
  });

  it('ask of an improvement that is plainly smaller than the nation’s', () => {
    expect(ask({ rows: [...own('64', '62'), ...england('60', '56')] }).questions).toEqual([
      'A: ours rose by 2 percentage points, while England’s rose by 4 percentage points. What explains the difference?',
    ]);
    expect(ask({ rows: [...own('64', '62'), ...england('60', '58')] }).kinds).toEqual([]);
  });

  it('are not put of what weighs little, nor of a part whose whole is better than the nation’s', () => {
    expect(ask({ rows: [...own('60.0', '60.0'), ...england('60.6', '60.6')] }).questions).toEqual([]);
    const part = { rows: [...own('60', '60'), ...england('66', '66')] };
    const whole = (ours: string) => ({
      rows: [...own(ours, ours), ...england('66', '66')],
      said: { 'sum-of': ['m0'] },
    });
    expect(ask(part, whole('72')).kinds).toEqual([]);
    expect(ask(part, whole('66')).kinds).toEqual(['worse']);
  });

  it('do not ask when a figure comes of a year in which nobody took the measure', () => {
    const pauses = [
      { from: '201314', to: '201314', because: 'No tests were held.', before: 'the last tests' },
    ];
    const last = own('60').map(row => ({ ...row, ...before }));
    expect(ask({ rows: last, said: { pauses } }).questions).toEqual([]);
    expect(ask({ rows: last }).questions).toHaveLength(1);
  });

  it('ask once of all without a figure, and not of those that cannot be compared', () => {
    const broken = { breaks: [{ from: '201314', kind: 'method' as const, note: 'New.' }], comparators: [] };
    expect(
      ask(
        { rows: own('60', '64'), said: broken },
        { rows: own('60', '64'), said: broken },
        { rows: own('60').map(row => ({ ...row, ...before })) },
        { rows: own('60').map(row => ({ ...row, ...before })), said: { end: '201213' } },
      ).questions,
    ).toEqual(['The report has no 2013/14 figure for: C. Why, and what do our own records show?']);
  });

  it('are not put of a gap in a measure without a better direction', () => {
    const wide = [...pair('50', '70'), ...pair('60', '70', there)];
    expect(ask({ rows: wide, said: { polarity: 'neutral' } }).kinds).toEqual([]);
    expect(ask({ rows: wide }).kinds).toEqual(['gap-wider']);
  });

  it('are not put of a gap that is the other way round in the nation, is no wider, or widened by next to nothing', () => {
    expect(ask({ rows: [...pair('68', '70'), ...pair('74', '70', there)] }).kinds).toEqual([]);
    expect(ask({ rows: [...pair('72', '70'), ...pair('78', '70', there)] }).kinds).toEqual([]);
    expect(ask({ rows: [...pair('60', '70'), ...pair('60', '70', there)] }).kinds).toEqual([]);
  });

  it('are none where there is nothing to ask about', () => {
    expect(ask({ rows: [...own('64', '60'), ...england('60', '60')] }).questions).toEqual([]);
  });
});

describe('a question about several measures of one kind', () => {
  const worse = (ours: string) => ({ rows: [...own(ours, ours), ...england('66', '66')] });

  it('names them, the gravest first, so that no question is put twice', () => {
    expect(ask(worse('60'), worse('56'), worse('63')).questions).toEqual([
      'Worse than England: B (10 percentage points below); A (6 percentage points below); C (3 percentage points below). What would it take to reach the national figures?',
    ]);
    const falling = { rows: [...own('60', '64'), ...england('66', '66')] };
    expect(ask(falling, falling).questions).toEqual([
      'Worse than England and getting worse: A (6 percentage points below, down 4 percentage points); B (6 percentage points below, down 4 percentage points). What is being done about them, and by when should they turn?',
    ]);
  });

  it('names no more than three, and says how many others there are', () => {
    const six = Array.from({ length: 6 }, () => worse('60'));
    expect(ask(...six.slice(2)).questions[0]).toMatch(/; C \(6 percentage points below\); and one more\. /);
    expect(ask(...six).questions[0]).toMatch(/; and three more\. /);
    expect(ask(...six.slice(3)).questions[0]).toMatch(/; C \(6 percentage points below\)\. /);
  });

  it('says both changes where ground was lost on the nation, and of whom each is', () => {
    const slower = { rows: [...own('64', '62'), ...england('60', '56')] };
    const still = { rows: [...own('64', '64'), ...england('60', '57')] };
    expect(ask(slower, still).questions).toEqual([
      'Lost ground on England: B (ours unchanged, England’s up 3 percentage points); A (ours up 2 percentage points, England’s up 4 percentage points). What explains the difference?',
    ]);
  });

  it('says that all are not behind the nation only where none is', () => {
    const similarly = { rows: [...own('60', '60'), ...england('55', '55'), ...similar('64')] };
    const close = { rows: [...own('60.0', '60.0'), ...england('60.4', '60.4'), ...similar('64')] };
    expect(ask(similarly, similarly).questions).toEqual([
      'Not behind England, but worse than the statistical neighbours: A (4 percentage points below); B (4 percentage points below). What can be learned from similar authorities?',
    ]);
    expect(ask(similarly, close).questions[0]).toMatch(/^Worse than the statistical neighbours: /);
  });

  it('asks of measures on small numbers, whose size is not held, whether they are more than chance, and of no move in them', () => {
    const few = (ours: string, was: string) => ({
      rows: [...own(ours, was), ...england('66', '66')],
      said: { pupils: 'few' } as const,
    });
    expect(ask(few('60', '64')).questions).toEqual([
      'A: 6 percentage points below England, on small numbers. Is it more than chance, and what else shows how they are doing?',
    ]);
    expect(ask(few('60', '64'), few('56', '56')).questions).toEqual([
      'Worse than England, on small numbers: B (10 percentage points below); A (6 percentage points below). Is it more than chance, and what else shows how they are doing?',
    ]);
    expect(ask(few('70', '90')).questions).toEqual([]);
  });

  it('asks of places lost where few share them, for else one step of the figure is many places', () => {
    const among = (others: (at: number) => string): Asked => ({
      rows: [
        ...own('60.0', '60.0'),
        ...authorities.flatMap(({ code }, at) => [
          { value: cell(others(at)), area: code },
          { value: cell(at < 5 ? '70.0' : (40 + at / 10).toFixed(1)), area: code, period: '201213' },
        ]),
      ],
      said: { ranked: true, comparators: [] },
    });
    const apart = among(at => (at < 25 ? (70 + at / 10).toFixed(1) : '50.0'));
    expect(ask(apart).questions).toEqual([
      'A: from sixth of 41 in 2012/13 to 26th of 41. What did other authorities do that we did not?',
    ]);
    expect(ask(apart, apart).questions).toEqual([
      'Lost places among authorities: A (from sixth of 41 in 2012/13 to 26th of 41); B (from sixth of 41 in 2012/13 to 26th of 41). What did other authorities do that we did not?',
    ]);
    expect(ask(among(at => (at < 25 ? '70.0' : at < 29 ? '60.0' : '50.0'))).questions).toEqual([]);
  });

  it('is put of all gaps of a kind, and names the two groups once where they are the same in all', () => {
    const wide = { rows: [...pair('50', '70'), ...pair('60', '70', there)] };
    const wider = { rows: [...pair('50', '75'), ...pair('60', '70', there)] };
    expect(ask(wide, wider).questions).toEqual([
      'The gap between boys and girls is wider than England’s: B (25 percentage points, England’s 10); A (20 percentage points, England’s 10). What do places with a narrower gap do?',
    ]);
    // England's gap is wider still, and is not said.
    const grown = { rows: [...pair('54', '71'), ...pair('58', '62', before), ...pair('40', '70', there)] };
    expect(ask(grown, grown).questions).toEqual([
      'The gap between boys and girls has widened: A (17 percentage points); B (17 percentage points). Is the help for boys reaching them?',
    ]);
    const supported = (support: string, none: string, said: Partial<Row> = {}): readonly Row[] =>
      [support, none].map((text, at) => ({
        value: cell(text),
        breakdown: { topic: 'Need', group: ['Support', 'None'][at] ?? '' },
        ...said,
      }));
    const needy = { rows: [...supported('20', '80'), ...supported('40', '80', there)] };
    expect(ask(wide, needy).questions).toEqual([
      'Gaps wider than England’s: B for pupils on SEN support (60 percentage points, England’s 40); A for boys (20 percentage points, England’s 10). What do places with a narrower gap do?',
    ]);
    const needier = { rows: [...supported('20', '80'), ...supported('40', '80', before)] };
    expect(ask(grown, needier).questions).toEqual([
      'Gaps that have widened: B for pupils on SEN support (60 percentage points); A for boys (17 percentage points). Is help reaching those behind?',
    ]);
    const both = [
      { rows: [...pair('54', '71'), ...pair('58', '62', before), ...pair('60', '62', there)] },
      { rows: [...needier.rows, ...supported('60', '80', there)] },
    ];
    expect(ask(...both).questions).toEqual([
      'Gaps wider than England’s that have widened: B for pupils on SEN support (60 percentage points, England’s 20); A for boys (17 percentage points, England’s 2). For which schools and pupils are they widest, and what is being done?',
    ]);
    const turned = { rows: [...pair('71', '54'), ...pair('62', '58', before)] };
    expect(ask(grown, turned).questions[0]).toMatch(/ Is help reaching those behind\?$/);
  });
});

describe('what is not published yet', () => {
  const rows: readonly Row[] = [
    { value: cell('80'), period: '201213' },
    { value: cell('79'), period: '201112' },
  ];
  const england = (period: string): Row => ({ value: cell('78'), period, area: nation.code });

  it('is asked of our own records while it is out for nobody, and when it will come once England has it', () => {
    const said = { release: 'ks2' };
    expect(ask({ rows: [...rows, england('201213')], said }).questions).toEqual([
      'The report has no 2013/14 figure yet, ours or England’s, for: A. What do our own records show?',
    ]);
    expect(ask({ rows: [...rows, england('201314')], said }).questions).toEqual([
      'The report has no 2013/14 figure for: A. Why, and what do our own records show?',
    ]);
  });

  it('is asked of a whole chapter, beside what the latest year asks, which is then named', () => {
    const fell = [{ value: cell('60'), period: '201213' }, rows[1] as Row];
    expect(ask({ rows: fell, said: { release: 'ks2' } }).questions).toEqual([
      'A in 2012/13: down 19 percentage points. What is known of the reasons, and is it expected to go on?',
      'The report has no 2013/14 figure yet, ours or England’s, for: A. What do our own records show?',
    ]);
    const out = { rows: own('64', '64') };
    expect(ask({ rows, said: { release: 'ks2' } }, out).questions).toEqual([]);
    expect(ask({ rows: [...fell, england('201314')], said: { release: 'ks2' } }).questions[0]).toMatch(
      /^The report has no 2013\/14 figure for: A\./,
    );
  });

  it('is not asked about in a year without the measure, nor of one whose last figure is long past', () => {
    const pauses = [
      { from: '201314', to: '201314', because: 'No tests were held.', before: 'the last tests' },
    ];
    expect(ask({ rows, said: { pauses } }).questions).toEqual([]);
    expect(ask({ rows: [{ value: cell('80'), period: '201011' }] }).questions).toEqual([]);
  });
});
