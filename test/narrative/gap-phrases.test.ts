import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import {
  gapElsewhere,
  gapMovement,
  gapSentence,
  gapTitle,
  groupSentence,
  pairPhrase,
} from '../../src/narrative/gap-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import {
  cell,
  indicatorOf,
  nation,
  observationOf,
  type Row,
  region,
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
const boys = { topic: 'Sex', group: 'Boys' };
const girls = { topic: 'Sex', group: 'Girls' };

function settingWith(indicator: Indicator, rows: readonly Row[]) {
  return settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
  );
}

/** The line for boys from their figures, from 2013/14 backwards. */
function boysLine(values: readonly string[], said: Partial<Indicator> = {}, row: Partial<Row> = {}) {
  const indicator = indicatorOf(said);
  const rows = values.map((text, years) => ({
    value: cell(text),
    period: `${2013 - years}${14 - years}`,
    breakdown: boys,
    ...row,
  }));
  const found = findingsOn(settingWith(indicator, rows), indicator, boys);
  return found === null ? null : textOf(groupSentence(found, sex));
}

/** The findings on girls and boys. */
function gapAmong(rows: readonly Row[]) {
  const indicator = indicatorOf({ breakdowns: ['Sex'] });
  const [found] = gapFindings(settingWith(indicator, rows), indicator, [sex]);
  if (found === undefined) throw new Error('the test has no gap');
  return found;
}

const pair = (boysText: string, girlsText: string, said: Partial<Row> = {}): readonly Row[] => [
  { value: cell(boysText), breakdown: boys, ...said },
  { value: cell(girlsText), breakdown: girls, ...said },
];

describe('the line of a group', () => {
  it('says up of a rise and down of a fall, from the year it names', () => {
    expect(boysLine(['79', '78'])).toBe('Boys, 2013/14: 79%, up 1 percentage point on 2012/13.');
    expect(boysLine(['76', '78'])).toBe('Boys, 2013/14: 76%, down 2 percentage points on 2012/13.');
    expect(boysLine(['76', 'x', '78'])).toBe('Boys, 2013/14: 76%, down 2 percentage points on 2011/12.');
  });

  it('says which way is better where lower is', () => {
    expect(boysLine(['4.1', '4.8'], { polarity: 'low' })).toMatch(/ on 2012\/13 \(better\)\.$/);
    expect(boysLine(['4.8', '4.1'], { polarity: 'low' })).toMatch(/ on 2012\/13 \(worse\)\.$/);
  });

  it('says no way of a figure that did not move, may not be compared or is not given', () => {
    expect(boysLine(['79', '79'])).toBe('Boys, 2013/14: 79%, unchanged from 2012/13.');
    expect(boysLine(['79', '79.2'])).toMatch(/: 79%, close to the 2012\/13 figure \(/);
    const breaks = [{ from: '201314', kind: 'method' as const, note: 'New.' }];
    expect(boysLine(['79', '78'], { breaks })).toBe('Boys, 2013/14: 79%.');
    expect(boysLine(['c', '78'])).toBe('Boys, 2013/14: suppressed to protect confidential information.');
  });

  it('says that a figure is provisional or early', () => {
    expect(boysLine(['79'], {}, { status: 'provisional' })).toBe('Boys, 2013/14: 79% (provisional).');
    expect(boysLine(['79'], {}, { status: 'early' })).toBe('Boys, 2013/14: 79% (early figure).');
  });
});

describe('a gap in words', () => {
  it('says that it is provisional', () => {
    expect(textOf(gapSentence(gapAmong(pair('54', '71', { status: 'provisional' })), '201314'))).toMatch(
      /71% for girls \(provisional\), a gap of/,
    );
  });

  it('is no gap between equals, with neither group behind in the title', () => {
    const equal = gapAmong(pair('60', '60'));
    expect(textOf(gapSentence(equal, '201314'))).toMatch(/60% for boys and 60% for girls: no gap\.$/);
    expect(textOf(gapTitle(equal))).toBe('Reading: Boys and Girls');
  });

  it('names in its title the group that is behind, whichever it is', () => {
    expect(textOf(gapTitle(gapAmong(pair('54', '71'))))).toBe('Reading: Boys 17 percentage points behind');
    expect(textOf(gapTitle(gapAmong(pair('71', '54'))))).toBe('Reading: Girls 17 percentage points behind');
    expect(textOf(gapTitle(gapAmong(pair('c', '54'))))).toBe('Reading: Boys and Girls');
  });

  it('is told in sentences of a length to be read, and its title in few words', () => {
    const found = gapAmong(pair('54', '71'));
    const short = 'Five GCSEs at A* to C with English and maths';
    const subject = `the share of pupils${' of the same age'.repeat(6)}`;
    const long = { ...found, indicator: { ...found.indicator, short, subject } };
    expect(textOf(gapSentence(long, '201314'))).toMatch(
      / was 54% for boys\. For girls it was 71%\. That is a gap of 17 percentage points\.$/,
    );
    expect(textOf(gapTitle(long))).toBe(`${short}: 17 percentage points apart`);
  });

  it('is given of one area after the other where both would be long', () => {
    const others = [nation, region].flatMap(({ code }) => pair('71', '54', { area: code }));
    const found = gapAmong([...pair('54', '71'), ...others]);
    const groups = sex.groups.map(each => ({ ...each, phrase: 'pupils whose first language is another' }));
    expect(textOf(gapElsewhere({ ...found, topic: { ...sex, groups } }, nation))).toMatch(
      /^The same gap was 17 percentage points in England \(.*\)\. In the North West it was 17 percentage points \(.*\)\.$/,
    );
  });

  it('says in whose favour it was before it turned round, and that the side that fell fell', () => {
    const found = gapAmong([...pair('54', '71'), ...pair('60', '58', { period: '201213' })]);
    expect(gapMovement(found).map(textOf)).toEqual([
      'The gap was 2 percentage points in 2012/13, in favour of boys, so it has turned round.',
      'The figure for boys fell by 6 percentage points and the figure for girls rose by 13 percentage points.',
    ]);
  });

  it('says of a side whose change rounds to nothing how little it changed', () => {
    const counted = (number: string, breakdown: Row['breakdown'], period = '201314') =>
      ({ value: known(number, 1, 'exact'), breakdown, period }) as Row;
    const found = gapAmong([
      counted('54.01', boys),
      counted('71.00', girls),
      counted('54.04', boys, '201213'),
      counted('70.00', girls, '201213'),
    ]);
    expect(gapMovement(found).map(textOf)[1]).toBe(
      'The figure for boys changed by less than 0.1 percentage points and the figure for girls rose by 1.0 percentage points.',
    );
  });

  it('says that none is held elsewhere rather than a gap that is not given', () => {
    const found = gapAmong([...pair('54', '71'), ...pair('c', '70', { area: region.code })]);
    expect(textOf(gapElsewhere(found, nation))).toBe(
      'No figures of both groups for 2013/14 are available for England.',
    );
    expect(textOf(gapElsewhere(gapAmong(pair('54', '71')), nation))).toBe(
      'No figures of both groups for 2013/14 are available for England.',
    );
  });

  it('says the region’s alone where the nation’s is hidden, and who is wider of nobody', () => {
    const hidden = [...pair('c', '70', { area: nation.code }), ...pair('60', '70', { area: region.code })];
    expect(textOf(gapElsewhere(gapAmong([...pair('54', '71'), ...hidden]), nation))).toBe(
      'The same gap was 10 percentage points in the North West (60% and 70%).',
    );
  });

  it('says that the nation’s may not be given where neither it nor the region’s is', () => {
    const hidden = [nation, region].flatMap(({ code }) => pair('c', '70', { area: code }));
    expect(textOf(gapElsewhere(gapAmong([...pair('54', '71'), ...hidden]), nation))).toBe(
      'The same gap for 2013/14 cannot be given for England.',
    );
  });
});

describe('two groups in a sentence', () => {
  const called = (first: string, second: string) => {
    const groups = [
      { id: 'A', label: 'A', phrase: first },
      { id: 'B', label: 'B', phrase: second },
    ];
    return pairPhrase({ ...sex, groups }, { group: 'A', against: 'B' });
  };

  it.each([
    [
      'pupils eligible for free school meals',
      'pupils not eligible for free school meals',
      'pupils eligible for free school meals and those not eligible',
    ],
    [
      'pupils on SEN support',
      'pupils with no special educational need',
      'pupils on SEN support and those with no special educational need',
    ],
    ['disadvantaged pupils', 'other pupils', 'disadvantaged pupils and other pupils'],
    ['boys', 'girls', 'boys and girls'],
    ['boys', 'boys and girls', 'boys and boys and girls'],
  ])('are not called alike twice: %s', (first, second, both) => {
    expect(called(first, second)).toBe(both);
  });
});
