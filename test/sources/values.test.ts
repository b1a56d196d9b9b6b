import { expect, test } from 'vitest';
import { type Issue, issueOf, type Say } from '../../src/issues.ts';
import { readCount, readValue } from '../../src/sources/values.ts';

const place = { file: 'a.csv', line: 2, column: 1 };

function collect(): { readonly say: Say; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  return { issues, say: (rule, ...args) => void issues.push(issueOf(place, rule, ...args)) };
}

test.each([
  ['84', '84', 0, 'rounded'],
  ['84.0', '84.0', 1, 'rounded'],
  ['-0.43', '-0.43', 2, 'rounded'],
  ['-0.00', '0.00', 2, 'rounded'],
  ['0', '0', 0, 'rounded'],
  ['~5', '5', 0, 'about'],
  ['~ 5.5', '5.5', 1, 'about'],
  ['0.1', '0.1', 1, 'rounded'],
] as const)('"%s" is %s with %d decimals, %s', (cell, number, decimals, precision) => {
  const { say, issues } = collect();
  const value = readValue(cell, say);
  expect(issues).toEqual([]);
  if (value?.kind !== 'known') throw new Error('not known');
  expect(value.number.toFixed(value.decimals)).toBe(number);
  expect(value).toMatchObject({ decimals, precision });
});

test.each(['c', 'z', 'x', 'low', 'k', 'u', 'not-collected', 'not-yet-published', 'discontinued'])(
  '"%s" is a reason why there is no number',
  symbol => {
    expect(readValue(symbol, collect().say)).toEqual({ kind: 'absent', because: symbol });
  },
);

test.each([
  ['-', null],
  ['..', null],
  ['N/A', null],
  ['NULL', null],
  ['#N/A', null],
  ['~', null],
  ['C', 'Did you mean "c"?'],
  ['[z]', 'Did you mean "z"?'],
  ['SUPP', 'Did you mean "c"?'],
  ['not yet published', 'Did you mean "not-yet-published"?'],
])('"%s" marks a missing figure without its reason', (cell, hint) => {
  const { say, issues } = collect();
  expect(readValue(cell, say)).toBeNull();
  expect(issues).toMatchObject([{ rule: 'not-a-symbol' }]);
  expect(issues[0]?.hint ?? null).toBe(hint);
});

test.each([
  ['84%', 'leave out the "%" sign'],
  ['1,234', 'leave out the commas between thousands'],
  ['84,5', 'write the decimal point as "."'],
  ['7.6E-2', 'write it as a plain decimal, 0.076'],
  ['7.6991234567891234E-2', 'write it as a plain decimal, 0.076991'],
  ['1e6', 'write it as a plain decimal, 1000000'],
  ['+0.57', 'leave out the plus sign'],
  ['- +0.57', 'a hyphen before it may mean "missing" or "minus": write one of the two'],
  ['−5', 'write the minus sign as "-"'],
  ['.5', 'write a 0 before the point'],
  ['£5', 'leave out the currency sign'],
  ['five', 'write digits only, or a symbol that says why there is no figure, as c or z'],
  ['1e999999999', 'write digits only, or a symbol that says why there is no figure, as c or z'],
  ['Infinity', 'write digits only, or a symbol that says why there is no figure, as c or z'],
  ['0x10', 'write digits only, or a symbol that says why there is no figure, as c or z'],
])('"%s" is not a number, with advice', (cell, advice) => {
  const { say, issues } = collect();
  expect(readValue(cell, say)).toBeNull();
  expect(issues).toMatchObject([{ rule: 'wrong-type', message: `"${cell}" is not a number: ${advice}` }]);
});

test('a letter for the digit it looks like is pointed out', () => {
  const { say, issues } = collect();
  for (const cell of ['8O', 'l2.5', '1S']) readValue(cell, say);
  expect(issues.map(issue => issue.hint)).toEqual([
    'Did you mean "80"?',
    'Did you mean "12.5"?',
    'Did you mean "15"?',
  ]);
});

test('the noise of binary arithmetic and enormous numbers are not figures', () => {
  const { say, issues } = collect();
  for (const cell of ['72.900000000000006', '9'.repeat(400)]) expect(readValue(cell, say)).toBeNull();
  expect(issues.map(issue => issue.rule)).toEqual(['too-many-digits', 'too-many-digits']);
  expect(issues[0]?.message).toContain('perhaps 72.9');
});

test.each(['7.6999999999999999E-2', '7.6991234567891234E-2', '72.900000000000006', '0.123456789123456789'])(
  'the decimal advised for "%s" is one that is accepted',
  cell => {
    const { say, issues } = collect();
    readValue(cell, say);
    const advised = /[\d.]+$/.exec(issues[0]?.message ?? '')?.[0] ?? '';
    expect(readValue(advised, say)).toMatchObject({ kind: 'known' });
    expect(issues).toHaveLength(1);
  },
);

test.each([
  ['', null, null],
  ['0', 0, null],
  ['149', 149, null],
  ['-3', null, 'negative-count'],
  ['1.5', null, 'wrong-type'],
  ['c', null, 'wrong-type'],
  ['1,234', null, 'wrong-type'],
])('the count "%s" is %s', (cell, count, rule) => {
  const { say, issues } = collect();
  expect(readCount(cell, true, say)).toBe(count);
  expect(issues.map(issue => issue.rule)).toEqual(rule === null ? [] : [rule]);
});

test('a sum of points may have decimals', () => {
  expect(readCount('1234.5', false, collect().say)).toBe(1234.5);
});
