import { expect, test } from 'vitest';
import { readYaml } from '../../src/sources/yaml.ts';
import { reporting } from '../support/reporting.ts';

function read(text: string) {
  const { report, said } = reporting();
  return { document: readYaml(text, 'a.yaml', report), said: said() };
}

function at(text: string, path: readonly (string | number)[]): string {
  const place = read(text).document?.place(path);
  return `${place?.line}:${place?.column}`;
}

const sample = `# a comment
name: Winterfold
list:
  - code: W01
    note: >-
      folded
      text
  - {code: "W02", note: }
plain: 201314
`;

test.each([
  [['name'], '2:7'],
  [['list'], '4:3'],
  [['list', 0], '4:5'],
  [['list', 0, 'code'], '4:11'],
  [['list', 1, 'code'], '8:12'],
  [['list', 1, 'note'], '8:19'],
  [['list', 1, 'missing'], '8:5'],
  [['list', 9, 'code'], '4:3'],
  [[], '2:1'],
] as const)('the place of %j is %s', (path, place) => {
  expect(at(sample, path)).toBe(place);
});

test('a key has a place of its own, and a scalar its spelling', () => {
  const { document } = read(sample);
  expect(document?.keyPlace(['list', 0], 'note')).toEqual({ file: 'a.yaml', line: 5, column: 5 });
  expect(document?.written(['plain'])).toBe('201314');
  expect(document?.written(['list', 1, 'code'])).toBe('W02');
  expect([document?.isPlain(['plain']), document?.isPlain(['list', 1, 'code'])]).toEqual([true, false]);
  expect(document?.data).toMatchObject({ plain: 201314, list: [{ note: 'folded text' }, { note: null }] });
});

test('every repeated key is reported', () => {
  expect(read('a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n').said).toEqual([
    '3:1 duplicate-key',
    '6:3 duplicate-key',
  ]);
});

test.each([
  ['a:\n\tb: 1\n', '2:1 tab-in-yaml'],
  ['a: b: c\n', '1:5 broken-yaml'],
  ['a: "open\n', '1:9 broken-yaml'],
  ['a: !!js/function x\n', '1:4 broken-yaml'],
  ['a: 1\nc: *b\n', '2:4 yaml-alias'],
  ['a: 1\n---\nb: 1\n', '2:1 several-documents'],
  ['# nothing\n', '1:1 empty-file'],
  ['---\n', '1:1 empty-file'],
  ['', '1:1 empty-file'],
  [`a: ${'['.repeat(50)}`, '1:23 broken-yaml'],
])('%j is one issue, and no document', (text, said) => {
  expect(read(text)).toEqual({ document: null, said: [said] });
});

test('a key named like a part of every object is only a key', () => {
  const { document, said } = read('__proto__: 1\nconstructor: 2\n');
  expect(said).toEqual([]);
  expect(Object.keys(document?.data as object)).toEqual(['__proto__', 'constructor']);
});

const aliased = `once: &once
  - from: 201920
twice: *once
pauses:
  - *once
`;

test('an alias stands for what was written, at the place where the alias is', () => {
  const { document, said } = read(aliased);
  expect([said, document?.data]).toMatchObject([[], { twice: [{ from: 201920 }] }]);
  expect([at(aliased, ['twice']), at(aliased, ['twice', 0, 'from'])]).toEqual(['3:8', '2:11']);
  expect(document?.written(['twice', 0, 'from'])).toBe('201920');
});

test('an alias for nothing, for itself, or for more than a file holds is one issue, and nothing is made of it', () => {
  const doubled = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
  expect(read('a: *b\n').said).toEqual(['1:4 yaml-alias']);
  expect(read('a: &b [*b]\n').said).toEqual(['1:8 yaml-alias']);
  expect(read(`a0: &a0 [x]\n${doubled.join('\n')}\n`).said).toHaveLength(1);
});

test('a character that does not show is an issue where it is written as an escape', () => {
  expect(read('a: "one\\vtwo"\n').said).toEqual(['1:4 invisible-character']);
});
