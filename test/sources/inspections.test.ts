import { expect, test } from 'vitest';
import { withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const header = 'profile,area,period,as_at,phase,part,count,released,source,note';
const file = 'data/inspections/201314.csv';

function load(...rows: readonly string[]) {
  const loaded = withCouncilFolder({ [file]: `${[header, ...rows].join('\n')}\n` }, loadFolder);
  const said = loaded.issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  return { said, counts: loaded.outcome === 'read' ? loaded.folder.profileCounts : [] };
}

/** The other parts of a phase at a date, so that none is missing. */
const others = (date: string) =>
  ['Outstanding', 'Poor'].map(
    part => `school-grades,W01,201314,${date},Primary,${part},0,,invented-inspections,`,
  );

test('a count is read with its date, phase, part and place', () => {
  const row = 'school-grades,W01,201314,2014-08-31,Primary,Good,9,,invented-inspections,';
  expect(load(row, ...others('2014-08-31')).counts.slice(0, 1)).toEqual([
    {
      profile: 'school-grades',
      area: 'W01',
      period: '201314',
      asAt: '2014-08-31',
      phase: 'Primary',
      part: 'Good',
      count: 9,
      released: null,
      source: 'invented-inspections',
      note: null,
      place: { file, line: 2, column: 1 },
    },
  ]);
});

test('all the faults of a row are reported at once', () => {
  expect(load('school-grade,W1,201213,31/08/2014,,,,soon,nowhere,').said).toEqual([
    '2:1 unknown-profile',
    '2:14 unknown-area',
    '2:17 period-mismatch',
    '2:24 bad-date',
    '2:35 empty-value',
    '2:36 empty-value',
    '2:37 empty-value',
    '2:38 bad-date',
    '2:43 unknown-source',
  ]);
});

test.each([
  ['2013-07-31', ['2:26 profile-in-wrong-period']],
  ['2013-09-01', []],
  ['2014-08-31', []],
  ['2014-12-31', []],
  ['2015-08-31', ['2:26 profile-in-wrong-period']],
])('a date of %s in 2013/14 has the issues %j', (date, said) => {
  const row = `school-grades,W01,201314,${date},Primary,Good,9,,invented-inspections,`;
  expect(load(row, ...(said.length === 0 ? others(date) : [])).said).toEqual(said);
});

test('a count given twice is reported, at another date it is not', () => {
  const row = (date: string) => `school-grades,W01,201314,${date},Primary,Good,9,,invented-inspections,`;
  const rows = [row('2014-08-31'), row('2014-08-31'), row('2014-03-31')];
  expect(load(...rows, ...others('2014-08-31'), ...others('2014-03-31')).said).toEqual([
    '3:1 duplicate-observation',
  ]);
});

test('a council without inspections needs no folder for them', () => {
  expect(withCouncilFolder({ [file]: null }, loadFolder).outcome).toBe('read');
});
