import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { noteNumbers, notesOf, type Table } from '../../src/pages/cells.ts';
import { unlinked } from '../../src/pages/printer.ts';
import {
  comparisonTable,
  gapTable,
  gapYearsTable,
  groupsTable,
  yearsTable,
} from '../../src/pages/section-tables.ts';
import {
  cell,
  council,
  findingsOf,
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
const before = 'Worked out before rounding';
const indicator = indicatorOf({ decimals: 1, breakdowns: ['Sex'] });
const settingWith = (rows: readonly Row[]) =>
  settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
  );
const counted = (number: string, said: Partial<Row> = {}): Row => ({
  value: known(number, 1, 'exact'),
  ...said,
});

/** The rows of a table as a reader sees them, marks included. */
function rowsOf(table: Table | null): readonly (readonly string[])[] {
  return (table?.rows ?? []).map(({ header, cells }) => [
    header,
    ...cells.map(({ text, marks }) => [text, ...marks.map(mark => mark.text)].join(' ')),
  ]);
}

describe('a change or difference that the printed figures do not give', () => {
  const setting = settingWith([
    counted('62.0461'),
    counted('56.3507', { period: '201213' }),
    counted('56.3507', { area: nation.code }),
  ]);
  const found = findingsOn(setting, indicator);

  it('carries a note in the table of years', () => {
    const table = found === null ? null : yearsTable(found, council.name, unlinked);
    expect(rowsOf(table)[1]).toEqual(['2013/14', '62.0%', '+5.7 [note 1]', '56.4%']);
    expect(table?.notes).toMatchObject([{ number: 1, text: expect.stringContaining(before) }]);
  });

  it('carries a note in the table of comparators', () => {
    const table = found === null ? null : comparisonTable(found, council.name, unlinked);
    expect(rowsOf(table)[0]?.slice(0, 3)).toEqual(['England', '56.4%', '+5.7 [note 1]']);
    expect(table?.notes).toHaveLength(1);
  });

  it('carries a note in the table of a gap', () => {
    const gaps = settingWith([
      counted('56.3507', { breakdown: boys }),
      counted('62.0461', { breakdown: girls }),
    ]);
    const [gap] = gapFindings(gaps, indicator, [sex]);
    const table = gap === undefined ? null : gapTable(gap, unlinked);
    expect(rowsOf(table)).toEqual([['Cheshire East, 2013/14', '56.4%', '62.0%', '5.7 [note 1]']]);
    expect(table?.notes).toHaveLength(1);
  });

  it('carries none where they give it, or where there is a range', () => {
    for (const values of [
      ['84', '81'],
      ['84', '78.5'],
    ]) {
      expect(yearsTable(findingsOf(values), council.name, unlinked).notes).toEqual([]);
    }
  });
});

describe('the table of a gap', () => {
  it('notes what a minus sign means where there is one, and there alone', () => {
    const table = (boysText: string, girlsText: string) => {
      const rows = [
        { value: cell(boysText), breakdown: boys },
        { value: cell(girlsText), breakdown: girls },
      ];
      const [gap] = gapFindings(settingWith(rows), indicator, [sex]);
      return gap === undefined ? null : gapTable(gap, unlinked);
    };
    expect(table('54', '71')?.notes).toEqual([]);
    expect(rowsOf(table('71', '54'))[0]?.at(-1)).toBe('−17 [note 1]');
    expect(table('71', '54')?.notes).toEqual([
      { number: 1, text: 'A minus sign means that boys did better than girls.' },
    ]);
  });
});

describe('the table of a gap over the years', () => {
  const pairs = (...years: readonly (readonly [string, string, string])[]) => {
    const rows = years.flatMap(([period, boysHad, girlsHad]) => [
      { value: cell(boysHad), breakdown: boys, period },
      { value: cell(girlsHad), breakdown: girls, period },
    ]);
    const [found] = gapFindings(settingWith(rows), indicator, [sex]);
    return found === undefined ? null : gapYearsTable(found, unlinked);
  };

  it('has both groups and their gap in every year that is held', () => {
    const table = pairs(['201112', '60', '70'], ['201213', '61', 'c'], ['201314', '64', '70']);
    expect(table?.caption).toBe('Reading: girls and boys, 2011/12 to 2013/14');
    expect(rowsOf(table)).toEqual([
      ['2011/12', '60%', '70%', '10'],
      ['2012/13', '61%', '[c]', '[c]'],
      ['2013/14', '64%', '70%', '6'],
    ]);
  });

  it('is not printed of two years, which the table of the gap has', () => {
    expect(pairs(['201213', '61', '70'], ['201314', '64', '70'])).toBeNull();
  });
});

describe('the table of groups', () => {
  it('gives each group its own year, status and note, and each comparator its own column', () => {
    const note = 'Boys were counted twice.';
    const rows = [
      { value: cell('71'), breakdown: girls, period: '201213' },
      { value: cell('54'), breakdown: boys, status: 'early' as const },
      { value: cell('60'), breakdown: boys, area: nation.code },
      { value: cell('58'), breakdown: boys, area: region.code },
    ].map(row => ({ ...observationOf(indicator, row), ...(row.status === 'early' ? { note } : {}) }));
    const setting = settingOf(rows, [indicator]);
    const groups = [girls, boys].flatMap(breakdown => findingsOn(setting, indicator, breakdown) ?? []);
    const table = groupsTable({ indicator, topic: sex, groups }, council.name, unlinked);
    expect(table.columns.map(({ text }) => text).slice(4)).toEqual(['England', 'North West']);
    expect(rowsOf(table)).toEqual([
      ['Girls', '2012/13', '71%', '[z]', '[x]', '[x]'],
      ['Boys', '2013/14', '54% [e] [note 1]', '[z]', '60%', '58%'],
    ]);
    expect(table.notes).toEqual([{ number: 1, text: note }]);
  });
});

describe('the table of years', () => {
  const years = (said: Partial<Indicator>, values: Readonly<Record<string, string>>) => {
    const measure = indicatorOf({ comparators: [], ...said });
    const rows = Object.entries(values).map(([period, value]) =>
      observationOf(measure, { value: cell(value), period }),
    );
    const found = findingsOn(settingOf(rows, [measure]), measure);
    if (found === null) throw new Error('no figure is held');
    return yearsTable(found, council.name, unlinked);
  };

  it('gives the reason for years without the measure, and the year that a change is since', () => {
    const because = 'There were no tests in 2011 and 2012, because of the pandemic.';
    const pauses = [{ from: '201011', to: '201112', because, before: 'the last tests before the pandemic' }];
    const table = years({ pauses }, { 200910: '68', 201213: '60', 201314: '61' });
    expect(rowsOf(table)).toEqual([
      ['2009/10', '68%', '[z]'],
      ['2010/11', '[x] [note 1]', '[x]'],
      ['2011/12', '[x] [note 1]', '[x]'],
      ['2012/13', '60%', '−8 since 2009/10'],
      ['2013/14', '61%', '+1'],
    ]);
    expect(table.notes).toEqual([{ number: 1, text: because }]);
  });

  it.each<[Indicator['time'], string, string]>([
    [{ kind: 'academic-year' }, 'Academic year', '2012/13'],
    [{ kind: 'financial-year' }, 'Financial year', '2012-13'],
    [{ kind: 'calendar-year' }, 'Calendar year', '2013'],
    [{ kind: 'as-at', day: '03-31' }, 'At 31 March', '2013'],
    [{ kind: 'as-at', day: '10-01' }, 'At 1 October', '2012'],
  ])('says what its years are: %o', (time, heading, label) => {
    const table = years({ time }, { 201213: '60', 201314: '61' });
    expect([table.columns[0]?.text, table.rows[0]?.header]).toEqual([heading, label]);
  });
});

describe('notes', () => {
  it('are numbered from 1 in the order given, the same words once', () => {
    const notes = notesOf(['A.', null, 'B.', 'A.', undefined]);
    expect([noteNumbers(notes, 'B.', 'A.'), noteNumbers(notes, 'C.', null)]).toEqual([[2, 1], []]);
  });
});
