import { expect, test } from 'vitest';
import { z } from 'zod';
import { academicYear } from '../../src/model/time.ts';
import { validate } from '../../src/sources/validate.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { reporting } from '../support/reporting.ts';

const schema = z.strictObject({
  name: z.string().min(1).describe('Who'),
  period: academicYear.optional(),
  kind: z.enum(['authority', 'region']).optional(),
  size: z.int().min(1).max(9).optional(),
  day: z.iso.date().optional(),
  site: z.url({ protocol: /^https$/ }).optional(),
  list: z
    .array(
      z.strictObject({ id: z.string().regex(/^[a-z]+$/, 'must be lower case'), note: z.string().optional() }),
    )
    .min(1)
    .optional(),
});

function check(text: string) {
  const { report, said, issues } = reporting();
  const document = readYaml(text, 'a.yaml', report);
  const value = document === null ? null : validate(document, schema, report).value;
  return {
    value,
    said: said(),
    messages: issues.map(issue => issue.message),
    hints: issues.map(issue => issue.hint),
  };
}

test('text without quotes that looks like a number is the text that was written', () => {
  expect(check('name: 0123\nperiod: 201314\nlist: [{ id: true }]\n')).toMatchObject({
    value: { name: '0123', period: '201314', list: [{ id: 'true' }] },
    said: [],
  });
});

test.each([
  ['name: W\nkind: regoin\n', '2:7 wrong-value', '"regoin" is not one of authority, region: choose one'],
  [
    'name: W\nsize: five\n',
    '2:7 wrong-type',
    '"five" is not a number: write digits without quotes, commas or signs such as %',
  ],
  [
    'name: W\nsize: 1.5\n',
    '2:7 wrong-type',
    '"1.5" is not a whole number: write digits without quotes, commas or signs such as %',
  ],
  ['name: W\nsize: 10\n', '2:7 wrong-value', '"10" is too long or too large: the most is 9'],
  ['name: W\nday: 2014-02-30\n', '2:6 bad-date', '"2014-02-30" is not a date: write it as 2014-07-31'],
  ['name: W\nperiod: 2013-14\n', '2:9 bad-period', '"2013-14" is not an academic year: write it as 201314'],
  [
    'name: W\nsite: http://x.example\n',
    '2:7 wrong-value',
    '"http://x.example" is not an address: write it in full, from https://',
  ],
  ['name: W\nlist: []\n', '2:7 empty-value', '"list" is empty: write at least one'],
  [
    'name: W\nlist: x\n',
    '2:7 wrong-type',
    '"x" is not a list: write each item on a line of its own after "- "',
  ],
  [
    'name: W\nlist:\n  - x\n',
    '3:5 wrong-type',
    '"x" is not a set of keys: write "key: value" on each line, indented below',
  ],
  ['name: W\nlist:\n  - id: A\n', '3:9 wrong-value', '"A" must be lower case: correct it'],
  ['name: W\nlist:\n  - note: x\n', '3:5 missing-key', '"id" is missing here: add it'],
  ['name: ""\n', '1:7 empty-value', '"name" is empty: write a value, or take the line out'],
  ['name:\n', '1:1 empty-value', '"name" is empty: write a value after it, or take the line out'],
  ['kind: region\n', '1:1 missing-key', '"name" is missing here: add it (Who)'],
  [
    '- name: W\n',
    '1:1 wrong-type',
    '"a.yaml" is not a set of keys: write "key: value" on each line, indented below',
  ],
])('%j is one issue', (text, said, message) => {
  expect(check(text)).toMatchObject({ value: null, said: [said], messages: [message] });
});

test('a misspelt key is one issue, not also a missing one', () => {
  expect(check('nmae: W\n')).toMatchObject({ said: ['1:1 unknown-key'], hints: ['Did you mean "name"?'] });
  expect(check('name: W\nlist:\n  - id: a\n    noet: x\n')).toMatchObject({
    said: ['4:5 unknown-key'],
    hints: ['Did you mean "note"?'],
  });
});

test('all faults of a file are reported at once', () => {
  expect(check('kind: x\nsize: y\nday: z\nextra: 1\n').said.toSorted()).toEqual([
    '1:1 missing-key',
    '1:7 wrong-value',
    '2:7 wrong-type',
    '3:6 bad-date',
    '4:1 unknown-key',
  ]);
});
