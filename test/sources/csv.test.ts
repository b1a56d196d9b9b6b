import { expect, test } from 'vitest';
import { readCsv } from '../../src/sources/csv.ts';
import { reporting } from '../support/reporting.ts';

function read(text: string) {
  const { report, said } = reporting();
  const rows = readCsv(text, 'a.csv', ['area', 'value', 'note'], report);
  return { rows: rows.map(row => Object.values(row.fields).join('|')), said: said(), all: rows };
}

test('columns may stand in any order', () => {
  expect(read('note,area,value\nn,W01,84\n')).toMatchObject({ rows: ['W01|84|n'], said: [] });
});

test('spaces around fields, quotes and a missing last line end are no faults', () => {
  expect(read(' area , value,note\n W01 , "84" ,"a, ""b"""')).toMatchObject({
    rows: ['W01|84|a, "b"'],
    said: [],
  });
});

test('a field that runs over lines is one field, and the lines after it keep their numbers', () => {
  const { rows, all } = read('area,value,note\nW01,84,"one\ntwo"\nW02,85,\n');
  expect(rows).toEqual(['W01|84|one\ntwo', 'W02|85|']);
  expect(all.map(row => row.place.line)).toEqual([2, 4]);
});

test('blank rows and empty columns at the end are no faults; a blank row before others is', () => {
  expect(read('area,value,note,,\nW01,84,,,\n,,,,\n\n  \n')).toMatchObject({ rows: ['W01|84|'], said: [] });
  expect(read('area,value,note\n\nW01,84,\n')).toMatchObject({ rows: ['W01|84|'], said: ['2:1 blank-row'] });
});

test('every short and long row is reported, and the rest are read', () => {
  expect(read('area,value,note\nW01,84\nW02,85,\nW03,86,a,b\nW04\n')).toMatchObject({
    rows: ['W02|85|'],
    said: ['2:1 short-row', '4:10 long-row', '5:1 short-row'],
  });
});

test('the place of a field is its first character, past spaces and quoted commas', () => {
  const row = read('note,area,value\n"a, ""b""", W01,84\n').all[0];
  expect(row?.at('note')).toEqual({ file: 'a.csv', line: 2, column: 1 });
  expect(row?.at('area')).toEqual({ file: 'a.csv', line: 2, column: 13 });
  expect(row?.at('value')).toEqual({ file: 'a.csv', line: 2, column: 17 });
});

test('a field after one that runs over lines is on the later line', () => {
  const row = read('note,area,value\n"one\ntwo",W01,84\n').all[0];
  expect(row?.at('area')).toEqual({ file: 'a.csv', line: 3, column: 6 });
});

test('a broken quote costs its row only', () => {
  expect(read('area,value,note\nW01,8"4,\nW02,85,\nW03,"86"x,\nW04,87,"open\nW05,88,\n')).toMatchObject({
    rows: ['W02|85|', 'W05|88|'],
    said: ['2:5 quote-fault', '4:5 quote-fault', '5:8 quote-fault'],
  });
});

test('hundreds of broken quotes are reported up to twenty', () => {
  expect(read(`area,value,note\n${'W01,8"4,\n'.repeat(300)}`).said).toHaveLength(20);
});

test('a misspelt column is one issue, and its rows are read as if it were right', () => {
  expect(read('area,vlaue,note\nW01,84,\n')).toMatchObject({
    rows: ['W01|84|'],
    said: ['1:6 unknown-column'],
  });
});

test('missing, unknown and repeated columns are all reported', () => {
  expect(read('area,value,area,colour\nW01,84,,\n')).toMatchObject({
    rows: [],
    said: ['1:12 duplicate-column', '1:17 unknown-column', '1:1 missing-column'],
  });
});

test.each([
  ['la code', 'area'],
  ['LA code', 'area'],
  ['new_la_code', 'area'],
])('the heading "%s" of other tables is one issue, and is read as what it means', (heading, meant) => {
  const { report, issues } = reporting();
  const rows = readCsv(`${heading},value,note\nW01,84,\n`, 'a.csv', ['area', 'value', 'note'], report);
  expect(issues.map(({ rule, hint }) => [rule, hint])).toEqual([
    ['unknown-column', `Did you mean "${meant}"?`],
  ]);
  expect(rows.map(({ fields }) => fields.area)).toEqual(['W01']);
});

test('an optional column may be left out, and is then empty', () => {
  const { report, said } = reporting();
  const columns = ['area', 'value', 'decimals'] as const;
  const of = (text: string) =>
    readCsv(text, 'a.csv', columns, report, { optional: ['decimals'] }).map(({ fields }) => fields.decimals);
  expect([of('area,value\nW01,84\n'), of('area,decimals,value\nW01,0,84\n')]).toEqual([[''], ['0']]);
  expect(said()).toEqual([]);
});

const status = { fits: ({ status }: { readonly status: string }) => status === 'final' };

test.each([
  ['E1,44,8,final,', []],
  ['E1,44,8,,final,', ['2:4 decimal-comma']],
  ['E1,1,234,,final,,', ['2:4 decimal-comma']],
  ['E1,44,8,final,a note, with a comma', ['2:23 long-row']],
  ['E1,44,8,final,,,', []],
])(
  'a number divided at its decimal comma is one issue, and commas elsewhere are not taken for it: %s',
  (row, faults) => {
    const { report, said } = reporting();
    const columns = ['area', 'value', 'cohort', 'status', 'note'] as const;
    readCsv(`${columns.join(',')}\n${row}\n`, 'a.csv', columns, report, status);
    expect(said()).toEqual(faults);
  },
);

test.each([
  'Source: Department for Education\n',
  '\nSource: Department, 3 May 2026\n* provisional,,\n',
  '"Note: London, without the City"\n',
])('words at the foot of a table are one warning: %j', foot => {
  const { rows, said } = read(`area,value,note\nW01,84,\n${foot}`);
  expect([rows, said.length, said[0]?.endsWith(' footnote')]).toEqual([['W01|84|'], 1, true]);
});

test.each([';', '\t', '|'])('columns divided by %j are told so', mark => {
  const { report, issues } = reporting();
  readCsv(`area${mark}value${mark}note\n`, 'a.csv', ['area', 'value', 'note'], report);
  expect(issues.map(({ rule }) => rule)).toEqual(['wrong-separator']);
});

test.each(['Key stage 2\narea,value,note\n', '\narea,value,note\n'])(
  'a first line that is not the header is one issue: %j',
  text => {
    expect(read(text)).toMatchObject({ rows: [], said: ['1:1 bad-header'] });
  },
);

test('a header alone is a table without rows; nothing at all is an empty file', () => {
  expect(read('area,value,note\n')).toMatchObject({ rows: [], said: [] });
  expect(read(' \n')).toMatchObject({ rows: [], said: ['1:1 empty-file'] });
});
