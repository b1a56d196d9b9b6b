// The reader that the properties rest on must bite: it is given sentences that contradict a table and ones that do not.
import { describe, expect, it } from 'vitest';
import {
  contradictions,
  type GapSubject,
  gapContradictions,
  gapTableContradictions,
  type Subject,
  summaryContradictions,
  tableContradictions,
} from '../support/reader.ts';
import { textAt } from '../support/reader-truth.ts';

const columns = ['Academic year', 'Cheshire East', 'Change (percentage points)', 'England', 'North West'];

/** A measure from 2013/14 backwards: the council's figure and change, England's and the North West's. */
function measure(
  rows: readonly (readonly [string, string, string?, string?])[],
  said: Partial<Subject> = {},
): Subject {
  const years = rows.map(([own, change, england = '[x]', northWest = '[x]'], index) => {
    const start = 2013 - index;
    return [`${start}/${String((start + 1) % 100).padStart(2, '0')}`, own, change, england, northWest];
  });
  return {
    short: 'Reading',
    isOfEveryone: true,
    polarity: 'high',
    bands: { similar: 0.5, slight: 1, well: 5 },
    breaks: [],
    pauses: [],
    reach: 3,
    isBanded: true,
    years: { columns, rows: years.toReversed() },
    comparison: null,
    authorities: new Map(),
    behind: { unrounded: new Map(), published: new Map() },
    ...said,
  };
}

const rise = measure([
  ['84%', '+3', '82%', '90%'],
  ['81%', '+1', '83%', '88%'],
  ['80%', '−1', '80%', '86%'],
  ['81%', '[z]', '80%', '86%'],
]);
const low = measure(
  [
    ['4.8', '+0.7', '4.5'],
    ['4.1', '[z]', '4.5'],
  ],
  { polarity: 'low', bands: { similar: 0.1, slight: 0.2, well: 1 } },
);
const neutral = { ...low, polarity: 'neutral' as const };
const mixed = measure([
  ['84%', '+2 to +3', '84.2%'],
  ['81.3%', '[z]', '90%'],
]);
const broken = { ...rise, breaks: ['2013/14'] };
const level = measure([
  ['84%', '0', '84%'],
  ['84%', '0', '84%'],
  ['84%', '[z]', '84%'],
]);
const run = measure([
  ['84%', '+1'],
  ['83%', '+3'],
  ['80%', '+1'],
  ['79%', '−1'],
  ['80%', '[z]'],
]);
const suppressed = measure([
  ['[c]', '[c]', '82%'],
  ['81%', '[z]', '80%'],
]);
const rough = measure([
  ['84%', '[z]'],
  ['about 81%', '[z]'],
]);
const ranked = {
  ...rise,
  authorities: new Map([
    [
      '2013/14',
      ['84%', '84%', ...Array.from({ length: 10 }, () => '90%'), ...Array.from({ length: 20 }, () => '70%')],
    ],
    [
      '2012/13',
      ['81%', ...Array.from({ length: 14 }, () => '90%'), ...Array.from({ length: 16 }, () => '70%')],
    ],
  ]),
};
/** Two that were better are of the later year alone. */
const without = {
  ...ranked,
  authorities: new Map(
    [...ranked.authorities].map(([year, all]) => [
      year,
      year === '2013/14' ? all : all.map((text, at) => (at === 1 || at === 2 ? '[x]' : text)),
    ]),
  ),
};
const counted = {
  ...level,
  behind: {
    unrounded: new Map([
      ['cheshire east 2013/14', 84.2],
      ['cheshire east 2012/13', 83.8],
    ]),
    published: new Map([['cheshire east 2013/14 less england 2013/14', '0.4']]),
  },
};

/** Sentences, the measure they are of, and whether they contradict its table. */
const sentences: readonly (readonly [string, Subject, string, boolean])[] = [
  ['a level', rise, 'In 2013/14, the figure was 84%.', true],
  ['a level of another figure', rise, 'In 2013/14, the figure was 85%.', false],
  ['a level of another year', rise, 'In 2012/13, the figure was 81%.', false],
  ['a rise', rise, 'This rose by 3 percentage points from 81% in 2012/13.', true],
  ['a fall that was a rise', rise, 'This fell by 3 percentage points from 81% in 2012/13.', false],
  ['a rise by too much', rise, 'This rose by 4 percentage points from 81% in 2012/13.', false],
  ['a rise by a tenth too much', rise, 'This rose by 3.1 percentage points from 81% in 2012/13.', false],
  ['a rise from another figure', rise, 'This rose by 3 percentage points from 80% in 2012/13.', false],
  ['a rise from another year', rise, 'This rose by 3 percentage points from 81% in 2010/11.', false],
  [
    'a year named the last comparable for nothing',
    rise,
    'This rose by 3 percentage points from 81% in 2012/13, the last year with a figure.',
    false,
  ],
  ['a rise across a break', broken, 'This rose by 3 percentage points from 81% in 2012/13.', false],
  ['no change across a break', broken, 'No change is given from 2012/13. It was measured anew.', true],
  ['no change without a break', rise, 'No change is given from 2012/13. It was measured anew.', false],
  ['unchanged', level, 'This was unchanged from 84% in 2012/13.', true],
  ['unchanged that rose', rise, 'This was unchanged from 81% in 2012/13.', false],
  ['unchanged that was counted otherwise', counted, 'This was unchanged from 84% in 2012/13.', false],
  [
    'little change that was counted',
    counted,
    'This changed by less than 1 percentage point from 84% in 2012/13.',
    true,
  ],
  [
    'little change that was large',
    rise,
    'This changed by less than 1 percentage point from 81% in 2012/13.',
    false,
  ],
  [
    'a rise to different precision',
    mixed,
    'This rose by between 2 and 3 percentage points from 81.3% in 2012/13.',
    true,
  ],
  [
    'a rise too exact for its figures',
    mixed,
    'This rose by 2.7 percentage points from 81.3% in 2012/13.',
    false,
  ],
  [
    'a range beside the figures',
    mixed,
    'This rose by between 4 and 5 percentage points from 81.3% in 2012/13.',
    false,
  ],
  ['no earlier figure', measure([['84%', '[z]']]), 'There is no comparable earlier figure.', true],
  ['no earlier figure where there is one', rise, 'There is no comparable earlier figure.', false],
  [
    'a figure known roughly',
    rough,
    'The figure for 2012/13 is only known roughly, so no change is given.',
    true,
  ],
  [
    'the wrong figure known roughly',
    rough,
    'The figure is only known roughly, so no change is given.',
    false,
  ],
  [
    'worse where lower is better',
    low,
    'This rose by 0.7 points from 4.1 in 2012/13, a change for the worse.',
    true,
  ],
  [
    'an improvement that is worse',
    low,
    'This rose by 0.7 points from 4.1 in 2012/13, an improvement.',
    false,
  ],
  [
    'a judgement of a neutral measure',
    neutral,
    'This rose by 0.7 points from 4.1 in 2012/13, an improvement.',
    false,
  ],
  ['the nation’s own fall', rise, 'Over the same time England’s figure fell by 1 percentage point.', true],
  [
    'the nation’s rise that was a fall',
    rise,
    'Over the same time England’s figure rose by 1 percentage point.',
    false,
  ],
  ['a place above', rise, 'It was 2 percentage points above England’s 82%.', true],
  ['a place below that is above', rise, 'It was 2 percentage points below England’s 82%.', false],
  ['a place beside another level', rise, 'It was 2 percentage points above England’s 83%.', false],
  ['a place by another distance', rise, 'It was 3 percentage points above England’s 82%.', false],
  ['well below', rise, 'It was well below the North West’s 90% (by 6 percentage points).', true],
  [
    'slightly that is well',
    rise,
    'It was slightly below the North West’s 90% (by 6 percentage points).',
    false,
  ],
  [
    'broadly in line that is well below',
    rise,
    'It was broadly in line with the North West’s 90% (6 percentage points below).',
    false,
  ],
  [
    'worse above where lower is better',
    low,
    'It was well above (worse than) England’s 4.5 (by 0.3 points).',
    false,
  ],
  ['plainly above where lower is better', low, 'It was 0.3 points above (worse than) England’s 4.5.', true],
  ['better above where lower is better', low, 'It was 0.3 points above (better than) England’s 4.5.', false],
  ['the same', level, 'It was the same as England’s 84%.', true],
  ['the same that is not', rise, 'It was the same as England’s 82%.', false],
  [
    'too close to say',
    mixed,
    'It was close to England’s 84.2% (the two differ by no more than 1 percentage point).',
    true,
  ],
  [
    'too close to say that is not',
    rise,
    'It was close to England’s 82% (the two differ by no more than 3 percentage points).',
    false,
  ],
  [
    'a published difference',
    counted,
    'It was broadly in line with England’s 84% (0.4 percentage points above).',
    true,
  ],
  ['another than the published difference', counted, 'It was the same as England’s 84%.', false],
  [
    'a comparator missing',
    measure([['84%', '[z]']]),
    'No figure for 2013/14 is available for England.',
    true,
  ],
  ['a comparator missing that is held', rise, 'No figure for 2013/14 is available for England.', false],
  ['a crossing', rise, 'It is now above England; the year before it was 2 percentage points below.', true],
  ['a crossing in a plot', rise, 'Now above England', true],
  ['a crossing in a plot to the other side', rise, 'Now below England', false],
  [
    'a crossing to the other side',
    rise,
    'It is now below England; the year before it was 2 percentage points above.',
    false,
  ],
  [
    'a crossing from another distance',
    rise,
    'It is now above England; the year before it was 5 percentage points below.',
    false,
  ],
  [
    'a first time that is not',
    rise,
    'It is now above England, for the first time in the four consecutive years that can be compared.',
    false,
  ],
  ['a run', run, 'It has risen three years in a row.', true],
  ['a run too long', run, 'It has risen four years in a row.', false],
  ['a run too short', run, 'It has risen two years in a row.', false],
  ['a run the other way', run, 'It has fallen three years in a row.', false],
  ['a run’s sum', run, 'It has risen three years in a row, by 5 percentage points in all.', true],
  ['a run’s wrong sum', run, 'It has risen three years in a row, by 4 percentage points in all.', false],
  ['a slowing', run, 'The rise was smaller than the year before, when it rose by 3 percentage points.', true],
  [
    'a slowing that is none',
    rise,
    'The rise was smaller than the year before, when it rose by 1 percentage point.',
    false,
  ],
  [
    'a turn',
    measure([
      ['84%', '+3'],
      ['81%', '−1'],
      ['82%', '[z]'],
    ]),
    'The year before, it fell by 1 percentage point.',
    true,
  ],
  ['a turn that is none', rise, 'The year before, it fell by 1 percentage point.', false],
  ['a standstill', level, 'It has been the same for three years.', true],
  ['a standstill too long', level, 'It has been the same for four years.', false],
  ['a standstill that moved', rise, 'It has stayed within 1 percentage point for three years.', false],
  ['a record', run, 'This is the highest of the five years that can be compared, from 2009/10.', true],
  [
    'a record the other way',
    run,
    'This is the lowest of the five years that can be compared, from 2009/10.',
    false,
  ],
  [
    'a record of fewer years',
    run,
    'This is the highest of the four years that can be compared, from 2010/11.',
    false,
  ],
  [
    'a change since the first year',
    run,
    'From 2009/10 to 2013/14 it rose by 4 percentage points in all.',
    true,
  ],
  [
    'a wrong change since the first year',
    run,
    'From 2009/10 to 2013/14 it fell by 4 percentage points in all.',
    false,
  ],
  [
    'suppression',
    suppressed,
    'No figure is given for the figure in 2013/14: it is suppressed to protect confidential information.',
    true,
  ],
  [
    'a change of a suppressed figure',
    suppressed,
    'This rose by 1 percentage point from 81% in 2012/13.',
    false,
  ],
  [
    'suppression of a figure that is given',
    rise,
    'No figure is given for the figure in 2013/14: it is suppressed to protect confidential information.',
    false,
  ],
  [
    'a rank',
    ranked,
    'It was joint 11th of 32 authorities, in the second quarter (band B); in 2012/13 it was 15th of 31, so it moved up four places.',
    true,
  ],
  ['a wrong place', ranked, 'It was joint 12th of 32 authorities.', false],
  ['a wrong number of authorities', ranked, 'It was joint 11th of 33 authorities.', false],
  ['a tie left out', ranked, 'It was 11th of 32 authorities.', false],
  ['a wrong quarter', ranked, 'It was joint 11th of 32 authorities, in the bottom quarter (band D).', false],
  [
    'a move that the two places do not give',
    without,
    'It was joint 11th of 32 authorities, in the second quarter (band B); in 2012/13 it was 13th of 29, and it moved up three places among the 29 with a figure in both years.',
    true,
  ],
  [
    'a move among those of either year',
    without,
    'It was joint 11th of 32 authorities, in the second quarter (band B); in 2012/13 it was 13th of 29, so it moved up two places.',
    false,
  ],
  [
    'a move of as many places as were level',
    {
      ...ranked,
      authorities: new Map(
        [...ranked.authorities].map(([year, all]) => [
          year,
          year === '2013/14' ? all : all.map(text => (text === '70%' ? '81%' : text)),
        ]),
      ),
    },
    'It was joint 11th of 32 authorities, in the second quarter (band B); in 2012/13 it was joint 15th of 31, so it moved up four places.',
    false,
  ],
  [
    'a move the other way',
    ranked,
    'It was joint 11th of 32 authorities; in 2012/13 it was 15th of 31, so it moved down four places.',
    false,
  ],
  [
    'a summary',
    rise,
    'In 2013/14, the figure was 84%, up 3 percentage points on 2012/13 and 2 percentage points above England.',
    true,
  ],
  [
    'a summary with a wrong way',
    rise,
    'In 2013/14, the figure was 84%, down 3 percentage points on 2012/13 and 2 percentage points above England.',
    false,
  ],
  ['a chart’s title', rise, 'Reading: 84%, up 3 percentage points', true],
  ['a chart’s title with a wrong way', rise, 'Reading: 84%, down 3 percentage points', false],
  ['one pupil', rise, 'There are 85 pupils in the group, so one is 1.2 percentage points.', true],
  [
    'a wrong share of one pupil',
    rise,
    'There are 85 pupils in the group, so one is 2.2 percentage points.',
    false,
  ],
  ['a shortfall of one who is ahead', rise, 'At England’s rate there would have been about 20 more.', false],
  ['words it does not know', rise, 'The figure soared to 84%.', false],
];

describe('the reader of a measure', () => {
  it.each(sentences)('judges %s', (_, subject, text, isTrue) => {
    const found = contradictions(text, subject);
    if (isTrue) expect(found).toEqual([]);
    else expect(found).not.toEqual([]);
  });

  it('allows for any rounding where it is told of print alone, but for no more', () => {
    const alone = { ...rise, behind: null };
    expect(contradictions('This rose by 2.4 percentage points from 81% in 2012/13.', alone)).toEqual([]);
    expect(contradictions('This rose by 4.6 percentage points from 81% in 2012/13.', alone)).not.toEqual([]);
    expect(contradictions('This fell by 3 percentage points from 81% in 2012/13.', alone)).not.toEqual([]);
  });

  it('reads the tables against themselves', () => {
    expect(tableContradictions(rise)).toEqual([]);
    expect(
      tableContradictions(
        measure([
          ['84%', '+2'],
          ['81%', '[z]'],
        ]),
      ),
    ).not.toEqual([]);
    expect(
      tableContradictions(
        measure([
          ['84%', '−3'],
          ['81%', '[z]'],
        ]),
      ),
    ).not.toEqual([]);
    const beside = (words: string) => ({
      ...rise,
      comparison: { columns: [], rows: [['England', '82%', '+2', words]] },
    });
    expect(tableContradictions(beside('above (better)'))).toEqual([]);
    expect(tableContradictions(beside('below (worse)'))).not.toEqual([]);
    expect(tableContradictions(beside('above (worse)'))).not.toEqual([]);
    expect(tableContradictions(beside('the same'))).not.toEqual([]);
  });

  it('finds the figures of a table by the names that sentences use', () => {
    expect(textAt(rise, { who: 'the North West', year: '2012/13' })).toBe('88%');
  });
});

const gap: GapSubject = {
  short: 'Reading',
  polarity: 'high',
  breaks: [],
  group: 'boys',
  against: 'girls',
  council: 'Cheshire East',
  table: {
    columns: ['Area and year', 'Boys', 'Girls', 'Gap (percentage points)'],
    rows: [
      ['Cheshire East, 2013/14', '54%', '71%', '17'],
      ['Cheshire East, 2012/13', '56%', '66%', '10'],
      ['England, 2013/14', '52%', '69%', '17'],
    ],
  },
  behind: { unrounded: new Map(), published: new Map() },
};
const turned = { ...gap, table: { ...gap.table, rows: [['Cheshire East, 2013/14', '71%', '54%', '−17']] } };

const gaps: readonly (readonly [string, GapSubject, string, boolean])[] = [
  [
    'levels and their gap',
    gap,
    'In 2013/14, the figure was 54% for boys and 71% for girls, a gap of 17 percentage points.',
    true,
  ],
  [
    'another gap',
    gap,
    'In 2013/14, the figure was 54% for boys and 71% for girls, a gap of 16 percentage points.',
    false,
  ],
  [
    'groups the other way round',
    gap,
    'In 2013/14, the figure was 71% for boys and 54% for girls, a gap of 17 percentage points.',
    false,
  ],
  [
    'a gap in favour of the wrong group',
    gap,
    'In 2013/14, the figure was 54% for boys and 71% for girls, a gap of 17 percentage points, in favour of boys.',
    false,
  ],
  [
    'a gap whose favour is left out',
    turned,
    'In 2013/14, the figure was 71% for boys and 54% for girls, a gap of 17 percentage points.',
    false,
  ],
  [
    'no gap where there is one',
    gap,
    'In 2013/14, the figure was 54% for boys and 71% for girls: no gap.',
    false,
  ],
  [
    'a gap that widened',
    gap,
    'The gap widened by about 7 percentage points from 10 percentage points in 2012/13.',
    true,
  ],
  [
    'a gap that narrowed, but widened',
    gap,
    'The gap narrowed by about 7 percentage points from 10 percentage points in 2012/13.',
    false,
  ],
  [
    'a gap from another',
    gap,
    'The gap widened by about 7 percentage points from 12 percentage points in 2012/13.',
    false,
  ],
  [
    'a gap about the same, but wider',
    gap,
    'The gap was about the same as in 2012/13 (10 percentage points).',
    false,
  ],
  [
    'a gap that has not turned',
    gap,
    'The gap was 10 percentage points in 2012/13, in favour of boys, so it has turned round.',
    false,
  ],
  [
    'both sides',
    gap,
    'The figure for boys fell by 2 percentage points and the figure for girls rose by 5 percentage points.',
    true,
  ],
  [
    'a side that moved the other way',
    gap,
    'The figure for boys rose by 2 percentage points and the figure for girls rose by 5 percentage points.',
    false,
  ],
  ['the gap elsewhere', gap, 'The same gap was 17 percentage points in England (52% and 69%).', true],
  ['another gap elsewhere', gap, 'The same gap was 12 percentage points in England (52% and 69%).', false],
  ['a gap elsewhere that the table has', gap, 'The same gap for 2013/14 cannot be given for England.', false],
  [
    'a gap elsewhere that the table has not',
    {
      ...gap,
      table: {
        ...gap.table,
        rows: [...gap.table.rows.slice(0, 2), ['England, 2013/14', '[x]', '69%', '[x]']],
      },
    },
    'The same gap for 2013/14 cannot be given for England.',
    true,
  ],
  ['the group that is behind', gap, 'Reading: Boys 17 percentage points behind', true],
  ['the group that is not behind', gap, 'Reading: Girls 17 percentage points behind', false],
];

describe('the reader of a gap', () => {
  it.each(gaps)('judges %s', (_, subject, text, isTrue) => {
    const found = gapContradictions(text, subject);
    if (isTrue) expect(found).toEqual([]);
    else expect(found).not.toEqual([]);
  });

  it('complains of wider and narrower only where rounding leaves no doubt', () => {
    const near = (england: readonly string[]) => ({
      ...gap,
      table: { ...gap.table, rows: [...gap.table.rows.slice(0, 2), ['England, 2013/14', ...england]] },
    });
    const wider = (than: string) =>
      `The same gap was 10 percentage points in England (${than}), so Cheshire East’s is about 7 percentage points wider than England’s.`;
    expect(gapContradictions(wider('60% and 70%'), near(['60%', '70%', '10']))).toEqual([]);
    expect(
      gapContradictions(wider('60% and 70%').replace('wider', 'narrower'), near(['60%', '70%', '10'])),
    ).not.toEqual([]);
  });

  it('reads its table against itself', () => {
    expect(gapTableContradictions(gap)).toEqual([]);
    const rows = [['Cheshire East, 2013/14', '54%', '71%', '−17']];
    expect(gapTableContradictions({ ...gap, table: { ...gap.table, rows } })).not.toEqual([]);
  });
});

describe('the reader of summaries', () => {
  const other = {
    ...measure([
      ['90%', '+5', '95%'],
      ['85%', '[z]', '84%'],
    ]),
    short: 'Writing',
  };
  const both = [rise, other];
  const cases: readonly (readonly [string, string, boolean])[] = [
    [
      'a count of measures',
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable measures. Worse than England: Writing (by 5 percentage points).',
      true,
    ],
    [
      'too many worse',
      'Compared with England, Cheshire East was worse on both comparable measures. Worse than England: Reading (by 2 percentage points); Writing (by 5 percentage points).',
      false,
    ],
    [
      'too many better',
      'Compared with England, Cheshire East was better on both comparable measures.',
      false,
    ],
    [
      'what rose most',
      'Of the headline percentages, Writing rose most, by 5 percentage points to 90%.',
      true,
    ],
    [
      'what did not rise most',
      'Of the headline percentages, Reading rose most, by 3 percentage points to 84%.',
      false,
    ],
    ['a largest fall that rose', 'Biggest step back: Reading, down 3 percentage points to 84%.', false],
    [
      'where most ground was lost',
      'Most ground lost: Writing (ours up 5 percentage points, England’s up 11 percentage points).',
      true,
    ],
    [
      'where most ground was lost, with the wrong change',
      'Most ground lost: Writing (ours down 5 percentage points, England’s up 11 percentage points).',
      false,
    ],
    [
      'where most ground was lost, with another change of England’s',
      'Most ground lost: Writing (ours up 5 percentage points, England’s down 11 percentage points).',
      false,
    ],
    [
      'a question on a rise as a fall',
      'Reading: down 3 percentage points. What is known of the reasons, and is it expected to go on?',
      false,
    ],
    [
      'a question on what can be compared',
      'Writing: 5 percentage points below England. What would it take to reach the national figure?',
      true,
    ],
    [
      'a question on the wrong side',
      'Reading: 5 percentage points below England. What would it take to reach the national figure?',
      false,
    ],
  ];

  it.each(cases)('judges %s', (_, text, isTrue) => {
    const found = summaryContradictions(text, both, [gap]);
    if (isTrue) expect(found).toEqual([]);
    else expect(found).not.toEqual([]);
  });

  it('lets nobody wait for a figure that is suppressed', () => {
    const text = 'The report has no 2013/14 figure for: Reading. Why, and what do our own records show?';
    expect(summaryContradictions(text, [suppressed])).not.toEqual([]);
    expect(summaryContradictions(text, [measure([['[x]', '[z]']])])).toEqual([]);
  });
});
