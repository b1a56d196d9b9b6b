import { expect, test } from 'vitest';
import { type Issue, issueLine, issueOf, sortIssues } from '../src/issues.ts';
import { fault, quote } from '../src/rules/advice.ts';

const place = { file: 'data/areas.yaml', line: 4, column: 11 };

test('an issue has its place, rule, message, hint and severity', () => {
  expect(issueOf(place, 'unknown-source', 'dfe-ks', 'dfe-ks2')).toEqual({
    file: 'data/areas.yaml',
    line: 4,
    column: 11,
    rule: 'unknown-source',
    message: 'no source "dfe-ks" is in data/sources.yaml: correct it or add it there',
    hint: 'Did you mean "dfe-ks2"?',
    severity: 'error',
  });
});

test('an issue has no hint when nothing is near', () => {
  expect(issueOf(place, 'unknown-source', 'x', null)).not.toHaveProperty('hint');
});

test('an issue is printed on one line, with a warning marked', () => {
  expect(issueLine(issueOf(place, 'bad-date', '2014-02-30'))).toBe(
    'data/areas.yaml:4:11  bad-date  "2014-02-30" is not a date: write it as 2014-07-31',
  );
  expect(issueLine(issueOf(place, 'empty-commentary'))).toContain(
    '  empty-commentary  warning: this commentary',
  );
});

test('a file name that breaks lines is printed on one line', () => {
  expect(issueLine(issueOf({ file: 'data/a\nb.csv', line: 1, column: 1 }, 'nul-byte'))).toMatch(
    /^data\/a\\nb\.csv:1:1 {2}/,
  );
});

test("a quotation keeps the writer's spelling, shows what does not show, and is cut when long", () => {
  expect(quote('8O')).toBe('"8O"');
  expect(quote('a\nb\u001b[31m\u202e')).toBe('"a\\nb\\u001b[31m\\u202e"');
  expect(quote('x'.repeat(200))).toBe(`"${'x'.repeat(79)}…"`);
});

test('what stands between double quotes in a message is spelled so, and all of it is on one line', () => {
  expect(fault`"${'x'.repeat(200)}" of ${'y'.repeat(200)}`.message).toBe(
    `"${'x'.repeat(79)}…" of ${'y'.repeat(200)}`,
  );
  expect(fault`"{${'a\nb'}}", ${'c\nd'} and "${3}"`.message).toBe('"{a\\nb}", c\\nd and "3"');
});

test('issues are sorted by file, line, column and rule, numbers as numbers', () => {
  const at = (file: string, line: number, column: number, rule = 'r') =>
    ({ file, line, column, rule, message: '', severity: 'error' }) satisfies Issue;
  const sorted = [at('a', 2, 9), at('a', 2, 10), at('a', 10, 1, 'p'), at('a', 10, 1, 'q'), at('b', 1, 1)];
  expect(sortIssues(sorted.toReversed())).toEqual(sorted);
});
