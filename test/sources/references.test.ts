import { expect, test } from 'vitest';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

function issuesWith(path: string, ...changes: readonly (readonly [string, string])[]): readonly string[] {
  const override: Override = text =>
    changes.reduce((changed, [from, to]) => {
      if (!changed.includes(from)) throw new Error(`"${from}" is not there to be changed`);
      return changed.replace(from, to);
    }, text);
  const { issues } = withCouncilFolder({ [path]: override }, loadFolder);
  return issues.map(
    ({ file, line, column, rule }) => `${file === path ? '' : `${file}:`}${line}:${column} ${rule}`,
  );
}

test.each([
  ['data/council.yaml', 'code: W01', 'code: W09', '2:7 unknown-area'],
  ['data/council.yaml', 'region: R01', 'region: R09', '4:9 unknown-area'],
  ['data/council.yaml', 'nation: N01', 'nation: N09', '5:9 unknown-area'],
  ['data/areas.yaml', '[W02]', '[W02, W09]', '19:18 unknown-area'],
  ['data/areas.yaml', '[W02]', '[W02, W02]', '19:18 duplicate-id'],
  ['data/areas.yaml', 'source: invented-results', 'source: x', '18:13 unknown-source'],
  ['data/breakdowns.yaml', 'group: Boys', 'group: Lads', '13:16 unknown-group'],
  ['data/catalogue/ks2.yaml', 'topics: [Sex]', 'topics: [FSM]', '5:12 unknown-topic'],
  [
    'data/catalogue/ks2.yaml',
    'breakdowns: [Sex]',
    'topic: FSM\n    breakdowns: [Sex]',
    '19:12 unknown-topic',
  ],
  ['data/catalogue/ks2.yaml', 'breakdowns: [Sex]', 'breakdowns: [Sex, FSM]', '19:23 unknown-topic'],
  ['data/catalogue/inspection.yaml', 'source: invented-inspections', 'source: x', '17:13 unknown-source'],
  [
    'data/catalogue/inspection.yaml',
    '      parts: [Outstanding, Good]',
    '      parts: [Outstanding, Fine]',
    '15:28 unknown-part',
  ],
  ['data/catalogue/inspection.yaml', 'phases: [Primary', 'phases: [Primary, Primary', '16:23 duplicate-id'],
  ['data/editions/201314.yaml', '[ks2-reading]', '[ks2-reading, ks2-maths]', '8:26 unknown-indicator'],
  ['data/editions/201314.yaml', '[ks2, inspection]', '[ks2, inspection, ks9]', '7:27 unknown-theme'],
  ['data/editions/201314.yaml', '[ks2-reading]', '[ks2-reading, ks2-reading]', '8:26 duplicate-id'],
] as const)('in %s, "%s" made "%s" is one issue', (path, from, to, said) => {
  expect(issuesWith(path, [from, to])).toEqual([said]);
});

test('a headline whose theme the edition leaves out is an issue, as are words on that theme', () => {
  expect(issuesWith('data/editions/201314.yaml', ['[ks2, inspection]', '[inspection]'])).toEqual([
    'content/commentary/2013-14/ks2.md:1:1 theme-not-in-edition',
    '8:13 theme-not-in-edition',
  ]);
});

test('an indicator of one name in two files is an issue that names the first', () => {
  const copy = { 'data/catalogue/ks3.yaml': (_: string) => '' };
  const { issues } = withCouncilFolder(
    {
      ...copy,
      'data/catalogue/ks3.yaml': `theme: { id: ks3, label: Key stage 3, about: No tests. }
indicators:
  - id: ks2-reading
    label: Reading
    short: Reading
    definition: A copy.
    statement: '{value} of pupils'
    subject: the share
    measure: percentage
    unit: percent
    decimals: 0
    polarity: high
    comparators: []
    source: invented-results
    method: A copy.
    start: 201112
`,
    },
    loadFolder,
  );
  expect(issues).toMatchObject([
    { file: 'data/catalogue/ks3.yaml', line: 3, column: 9, rule: 'duplicate-id' },
  ]);
  expect(issues[0]?.message).toContain('data/catalogue/ks2.yaml:7');
});

test('names that no file could give, because it is missing, are not called unknown', () => {
  const { issues } = withCouncilFolder(
    { 'data/areas.yaml': null, 'data/sources.yaml': 'sources: 1\n' },
    loadFolder,
  );
  expect(issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'data/areas.yaml missing-file',
    'data/sources.yaml wrong-type',
  ]);
});

test('a list whose key is misspelt is one issue', () => {
  const path = 'data/catalogue/inspection.yaml';
  expect(issuesWith(path, ['profiles:', 'profile:'])).toEqual(['5:1 unknown-key']);
});

test('an edition or theme under another name than its file is one issue', () => {
  expect(issuesWith('data/catalogue/ks2.yaml', ['id: ks2\n', 'id: ks3\n'])).toEqual(['2:7 wrong-file-name']);
  expect(issuesWith('data/editions/201314.yaml', ['id: 2013-14', 'id: 2014-15'])).toEqual([
    '1:5 wrong-file-name',
  ]);
});

/** A folder that calls Winterfold by a code of England's list, and has no list of areas of its own. */
const english = (code: string, changes: Readonly<Record<string, Override>> = {}) => {
  const renamed: Override = text =>
    text
      .replaceAll('W01', code)
      .replaceAll('W02', 'E10000014')
      .replaceAll('R01', 'E12000009')
      .replaceAll('N01', 'E92000001');
  const paths = ['data/council.yaml', 'data/inspections/201314.csv', ...observations];
  const all: Record<string, Override> = Object.fromEntries(paths.map(path => [path, renamed]));
  const edition: Override = text => text.replace('neighbours-2014', 'neighbours-2021-04');
  return { ...all, 'data/areas.yaml': null, 'data/editions/201314.yaml': edition, ...changes };
};
const observations = ['data/observations/ks2/201213.csv', 'data/observations/ks2/201314.csv'];

test('a council of England needs no list of areas, whichever of its codes it is called by', () => {
  for (const code of ['E06000066', 'E10000027']) {
    const loaded = withCouncilFolder(english(code), loadFolder);
    expect(loaded.issues).toEqual([]);
    if (loaded.outcome !== 'read') throw new Error('not read');
    const { council, areas, neighbours, observations: rows } = loaded.folder;
    expect(council).toMatchObject({ code: 'E06000066', region: 'E12000009', nation: 'E92000001' });
    expect(new Set(rows.map(({ area }) => area))).toEqual(
      new Set(['E06000066', 'E10000014', 'E12000009', 'E92000001']),
    );
    expect(neighbours.map(({ id }) => id)).toEqual([
      'statistical-neighbours-2021-04',
      'statistical-neighbours-2025-05',
    ]);
    expect(areas.filter(({ kind, ended }) => kind === 'authority' && ended === undefined)).toHaveLength(153);
  }
});

test('figures under an old and a new code of one authority are of one series', () => {
  const [earlier = ''] = observations;
  const old: Override = text => text.replaceAll('W01', 'E10000027').replaceAll('N01', 'E92000001');
  const loaded = withCouncilFolder(english('E06000066', { [earlier]: old }), loadFolder);
  if (loaded.outcome !== 'read') throw new Error('not read');
  const own = loaded.folder.observations.filter(
    ({ area, indicator, breakdown }) =>
      area === 'E06000066' && indicator === 'ks2-reading' && breakdown.topic === 'Total',
  );
  expect(own.map(({ period }) => period)).toEqual(['201213', '201314']);
});

test('what a council says of an area in England’s list stands in its place, entry by entry', () => {
  const areas = `areas:
  - code: E10000023
    name: Yorkshire, North
    kind: authority
  - code: exmoor
    name: Exmoor
    kind: locality
    parent: E10000027
    stands-alone: No other has figures.
neighbours:
  - id: statistical-neighbours-2021-04
    label: The list of 2021
    source: invented-results
    areas: [E10000023]
`;
  const loaded = withCouncilFolder(english('E06000066', { 'data/areas.yaml': areas }), loadFolder);
  expect(loaded.issues).toEqual([]);
  if (loaded.outcome !== 'read') throw new Error('not read');
  const { areas: all, neighbours } = loaded.folder;
  const of = (code: string) => all.find(area => area.code === code);
  expect(of('E06000065')).toMatchObject({
    name: 'Yorkshire, North',
    old: '815',
    earlier: [{ code: 'E10000023', name: 'Yorkshire, North', to: '2023-03-31' }],
  });
  expect(of('E10000023')).toBeUndefined();
  expect(of('exmoor')?.parent).toBe('E06000066');
  expect(of('E06000053')?.phrase).toBe('the Isles of Scilly');
  expect(neighbours.map(({ label, areas }) => [label, areas.length])).toEqual([
    ['The list of 2021', 1],
    ['Statistical neighbours (May 2025 list)', 10],
  ]);
});

test('a number or a name in place of a code gets the code, with whose it is', () => {
  const [, path = ''] = observations;
  const hint = (written: string) => {
    const typed: Override = text =>
      text
        .replaceAll('W01', 'E06000066')
        .replaceAll('W02', written)
        .replaceAll('R01', 'E12000009')
        .replaceAll('N01', 'E92000001');
    return withCouncilFolder(english('E06000066', { [path]: typed }), loadFolder).issues.map(
      ({ line, rule, hint }) => `${line} ${rule} ${hint ?? ''}`,
    );
  };
  expect(hint('850')).toEqual(['5 unknown-area Did you mean "E10000014 (Hampshire)"?']);
  expect(hint('Bristol')).toEqual(['5 unknown-area Did you mean "E06000023 (Bristol)"?']);
});

test('a council that is not in England’s list needs a list of areas', () => {
  const { issues } = withCouncilFolder({ 'data/areas.yaml': null }, loadFolder);
  expect(issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['data/areas.yaml missing-file']);
});
