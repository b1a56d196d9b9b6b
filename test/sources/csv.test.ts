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
  'Key stage 2\narea,value,note\n',
  'area;value;note\n',
  'area\tvalue\tnote\n',
  '\narea,value,note\n',
])('a first line that is not the header is one issue: %j', text => {
  expect(read(text)).toMatchObject({ rows: [], said: ['1:1 bad-header'] });
});

test('a header alone is a table without rows; nothing at all is an empty file', () => {
  expect(read('area,value,note\n')).toMatchObject({ rows: [], said: [] });
  expect(read(' \n')).toMatchObject({ rows: [], said: ['1:1 empty-file'] });
});
