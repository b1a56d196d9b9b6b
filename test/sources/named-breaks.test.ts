import { expect, test } from 'vitest';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const ks2 = 'data/catalogue/ks2.yaml';
const shared = `breaks:
  - { id: new-test, from: 201213, kind: definition, note: A new test replaced the old one. }
pauses:
  - { id: strike, from: 201112, to: 201112, because: There were no tests., before: the last tests }
`;
const listing =
  (...lines: readonly string[]): Override =>
  text =>
    text.replace('unit: percent', ['unit: percent', ...lines].join('\n    '));
const load = (files: Readonly<Record<string, Override | string>>) => withCouncilFolder(files, loadFolder);
const entries = (loaded: ReturnType<typeof load>) =>
  loaded.outcome === 'read' ? loaded.folder.indicators[0] : undefined;

test('a break or a pause told once is read as if each indicator had told it', () => {
  const named = listing('breaks: [new-test]', 'pauses: [strike]');
  const told = listing(
    'breaks: [{ from: 201213, kind: definition, note: A new test replaced the old one. }]',
    'pauses: [{ from: 201112, to: 201112, because: There were no tests., before: the last tests }]',
  );
  const one = entries(load({ 'data/breaks.yaml': shared, [ks2]: named }));
  expect(one?.breaks.map(({ note }) => note)).toEqual(['A new test replaced the old one.']);
  expect(one).toEqual(entries(load({ [ks2]: told })));
});

test('a name and an entry in full stand side by side', () => {
  const both = listing('breaks: [new-test, { from: 201314, kind: scale, note: A new scale. }]');
  const one = entries(load({ 'data/breaks.yaml': shared, [ks2]: both }));
  expect(one?.breaks.map(({ from }) => from)).toEqual(['201213', '201314']);
});

test('names in a file that was not understood are not called unknown as well', () => {
  const { issues } = load({
    'data/breaks.yaml': shared.replace('kind: definition', 'kind: defnition'),
    [ks2]: listing('breaks: [new-test]'),
  });
  expect(issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['data/breaks.yaml wrong-value']);
});

test('two breaks of one name are told of', () => {
  const twice = shared.replace(
    'pauses:',
    '  - { id: new-test, from: 201314, kind: scale, note: Again. }\npauses:',
  );
  expect(load({ 'data/breaks.yaml': twice }).issues.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
    'duplicate-id 3',
  ]);
});
