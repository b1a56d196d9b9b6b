import { describe, expect, it } from 'vitest';
import { readYearLabel, type YearForm } from '../../src/importers/year-labels.ts';

const cases: readonly (readonly [
  label: string,
  form: YearForm,
  period: string | null,
  status: string | null,
])[] = [
  ['2016', 'academic-end', '201516', null],
  ['2018 (Rev)', 'academic-end', '201718', 'revised'],
  ['2020 (Final)', 'academic-end', '201920', 'final'],
  ['2025 (prov)', 'academic-end', '202425', 'provisional'],
  ['2023(Prov)', 'academic-end', '202223', 'provisional'],
  ['2012', 'academic-start', '201213', null],
  ['2015/16', 'academic', '201516', null],
  ['2015-16', 'academic', '201516', null],
  ['201516', 'academic', '201516', null],
  ['199900', 'academic', '199900', null],
  ['201517', 'academic', null, null],
  ['2016-17 (OT)', 'financial', '201617', 'final'],
  ['2025', 'calendar', '202425', null],
  ['2025', 'march', '202425', null],
  ['2025', 'september', '202526', null],
  ['2014-16', 'window', '201516', null],
  ['2013/14-15/16', 'window', '201516', null],
  ['0', 'academic-end', null, null],
  ['2015/16', 'calendar', null, null],
];

describe('year labels', () => {
  it.each(cases)('%s read as %s is %s, %s', (label, form, period, status) => {
    expect(readYearLabel(label, form)).toEqual(period === null ? null : { period, status });
  });
});
