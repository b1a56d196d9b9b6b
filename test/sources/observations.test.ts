import { expect, test } from 'vitest';
import { valueText } from '../../src/model/format.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const header = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';
const file = 'data/observations/ks2/201314.csv';

/** Loads the invented folder with these rows for 2013/14, and these changes to other files. */
function load(rows: readonly string[], overrides: Readonly<Record<string, Override>> = {}) {
  const loaded = withCouncilFolder({ [file]: `${[header, ...rows].join('\n')}\n`, ...overrides }, loadFolder);
  const said = loaded.issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  const kept = loaded.outcome === 'read' ? loaded.folder.observations : [];
  return { said, observations: kept.filter(one => one.place.file === file) };
}

const row = (figure: string, area = 'W01') =>
  `ks2-reading,${area},201314,Total,Total,${figure},final,,invented-results,`;

test('a row is read with its place, and takes its release from its source', () => {
  expect(
    load(['ks2-reading,W01,201314,Sex,Girls,84.0,,,provisional,,invented-results,"A note, quoted"'])
      .observations,
  ).toMatchObject([
    {
      indicator: 'ks2-reading',
      area: 'W01',
      period: '201314',
      breakdown: { topic: 'Sex', group: 'Girls' },
      value: { kind: 'known', decimals: 0, precision: 'rounded' },
      numerator: null,
      denominator: null,
      status: 'provisional',
      released: '2014-08-28',
      source: 'invented-results',
      note: 'A note, quoted',
      place: { file, line: 2, column: 1 },
    },
  ]);
});

test("a release of the row's own wins, and a source without one leaves the row always known", () => {
  const { observations } = load([
    'ks2-reading,W01,201314,Total,Total,84,,,final,2014-12-11,invented-results,',
    'ks2-reading,N01,201314,Total,Total,83,,,final,,invented-inspections,',
  ]);
  expect(observations.map(one => one.released)).toEqual(['2014-12-11', null]);
});

test('an empty value is worked out from both counts, which are handed on', () => {
  const [one] = load([row(',2,3')]).observations;
  expect(one).toMatchObject({
    numerator: 2,
    denominator: 3,
    value: { kind: 'known', decimals: 0, precision: 'exact' },
  });
});

test('the counts behind a symbol that rounds to zero are handed on; a whole is no fault beside any symbol', () => {
  expect(load([row('k,3,9000')]).said).toEqual([]);
  expect(load([row('low,3,9000'), row('c,,9', 'W02')])).toMatchObject({
    said: [],
    observations: [
      { numerator: 3, denominator: 9000 },
      { numerator: null, denominator: 9 },
    ],
  });
});

test('an empty group of nobody is not applicable', () => {
  expect(load([row('z,,0')]).said).toEqual([]);
});

test.each([
  ['87.3,,149', ['2:36 impossible-percentage']],
  ['71.7,,21', ['2:36 impossible-percentage']],
  ['87.2,,149', ['2:36 decimals-unlike']],
  ['~87.3,,149', []],
  ['50,1,3', ['2:36 value-not-of-counts']],
  ['33,1,3', []],
  ['33.3,1,3', ['2:36 decimals-unlike']],
  ['33.4,1,3', ['2:36 value-not-of-counts']],
  ['13,1,8', []],
  ['12,1,8', []],
  [',4,3', ['2:37 numerator-above-denominator']],
  [',3,3', []],
  [',0,0', ['2:39 zero-denominator']],
  [',3,', ['2:36 missing-figure']],
  [',,3', ['2:36 missing-figure']],
  [',,', ['2:36 missing-figure']],
  [',x3,', ['2:36 missing-figure', '2:37 wrong-type']],
  [',x3,9', ['2:37 wrong-type']],
  ['c,3,9', ['2:38 numerator-without-value']],
  ['100.1,,', ['2:36 percentage-out-of-range']],
  ['-0.1,,', ['2:36 percentage-out-of-range']],
  ['100,,', []],
  ['0,,', []],
])('a percentage with its counts, "%s", has the issues %j', (figure, said) => {
  expect(load([row(figure)]).said).toEqual(said);
});

test('a published value is kept as it was published, whatever its counts would give', () => {
  expect(load([row('33.3,1,3')]).observations).toMatchObject([
    { value: { kind: 'known', decimals: 0, precision: 'unrounded' }, numerator: 1, denominator: 3 },
  ]);
});

test('the points behind a mean may have decimals', () => {
  const mean = {
    'data/catalogue/ks2.yaml': (text: string) => text.replace('measure: given', 'measure: mean'),
  };
  const score = 'ks2-progress,W01,201314,Total,Total,,30.5,20,final,,invented-results,';
  expect(load([score], mean)).toMatchObject({ said: [], observations: [{ numerator: 30.5 }] });
});

test('a topic that its indicator does not list is a warning, and the row is kept', () => {
  const girls = 'ks2-progress,W01,201314,Sex,Girls,1.5,,,final,,invented-results,';
  expect(load([girls])).toMatchObject({
    said: ['2:25 topic-not-listed'],
    observations: [{ breakdown: { topic: 'Sex', group: 'Girls' } }],
  });
});

test('a published score may be below zero, and is not held against its whole', () => {
  const score = (value: string) => `ks2-progress,W01,201314,Total,Total,${value},,7,final,,invented-results,`;
  expect(load([score('-1.3')]).said).toEqual([]);
});

test('a count of pupils is whole and not below zero', () => {
  const pupils = {
    'data/catalogue/ks2.yaml': (text: string) =>
      text.replace('unit: points', 'unit: pupils').replace('measure: given', 'measure: count'),
    'data/observations/ks2/201213.csv': null,
  };
  const count = (value: string, area: string) =>
    `ks2-progress,${area},201314,Total,Total,${value},,,final,,invented-results,`;
  const rows = [count('-1', 'W01'), count('1.5', 'W02'), count('15', 'N01')];
  expect(load(rows, pupils).said).toEqual(['2:37 negative-count', '3:37 wrong-type']);
});

test('all the faults of a row are reported at once', () => {
  expect(load(['ks2-readin,W1,2013/14,Sx,,8O,-1,x,done,soon,nowhere,']).said).toEqual([
    '2:1 unknown-indicator',
    '2:12 unknown-area',
    '2:15 bad-period',
    '2:26 empty-value',
    '2:27 wrong-type',
    '2:30 negative-count',
    '2:33 wrong-type',
    '2:35 bad-status',
    '2:40 bad-date',
    '2:45 unknown-source',
  ]);
});

test('everyone is written Total and Total, and nothing else', () => {
  const of = (breakdown: string) =>
    load([`ks2-reading,W01,201314,${breakdown},84,,,final,,invented-results,`]).said;
  expect(of('Total,Total')).toEqual([]);
  expect(of(',')).toEqual(['2:24 empty-value', '2:25 empty-value']);
  expect(of('Total,Girls')).toEqual(['2:30 unknown-group']);
  expect(of('Sex,Total')).toEqual(['2:28 unknown-group']);
});

test('a figure given twice says where it was first', () => {
  const loaded = withCouncilFolder(
    { 'data/observations/ks2/201314.csv': `${header}\n${row('84,,')}\n${row('85,,')}\n` },
    loadFolder,
  );
  expect(loaded.issues).toMatchObject([{ line: 3, rule: 'duplicate-observation' }]);
  expect(loaded.issues[0]?.message).toContain(`already given at ${file}:2`);
});

test('a figure released again, or projected before it was known, is not given twice', () => {
  const at = (status: string, released: string) =>
    `ks2-reading,W01,201314,Total,Total,84,,,${status},${released},invented-results,`;
  expect(load([at('provisional', '2014-08-28'), at('final', '2014-12-11')]).said).toEqual([]);
  expect(load([at('projection', '2014-08-28'), at('provisional', '2014-08-28')]).said).toEqual([]);
  expect(load([at('provisional', '2014-08-28'), at('final', '')]).said).toEqual([
    '3:1 duplicate-observation',
  ]);
});

test('a faulty entry of the catalogue is one issue: its rows are still held to what is sound of it', () => {
  const faulty = {
    'data/catalogue/ks2.yaml': (text: string) => text.replace('polarity: high', 'polarity: up'),
  };
  expect(load([row('84,,'), row('840,,', 'N01')], faulty).said).toEqual([
    '16:15 wrong-value',
    '3:36 percentage-out-of-range',
  ]);
});

test('a catalogue that is not YAML is one issue: nothing in it is called unknown', () => {
  expect(load([row('84,,')], { 'data/catalogue/ks2.yaml': 'theme: [\n' }).said).toEqual(['1:9 broken-yaml']);
});

const progress = (value: string, decimals: string) =>
  `ks2-progress,W01,201314,Total,Total,${value},${decimals},,,final,,invented-results,`;
const withDecimals = header.replace('value,', 'value,decimals,');

test.each([
  ['45', '', '45.0', []],
  ['44.8', '', '44.8', []],
  ['44.80', '', '44.8', []],
  ['65.099', '', '65.1', ['2:37 decimals-unlike']],
  ['45', '0', '45', []],
  ['65.099', '2', '65.10', []],
  ['~45', '', 'about 45', []],
  ['45', 'one', null, ['2:40 wrong-value']],
])('"%s" with "%s" decimals, of a measure with one, is printed %s', (value, decimals, text, faults) => {
  const { said, observations } = load([], { [file]: `${withDecimals}\n${progress(value, decimals)}\n` });
  const [held] = observations.map(one => one.value);
  expect([held === undefined ? null : valueText(held, 'points'), said]).toEqual([text, faults]);
});

test('a whole number of a measure with one decimal is held against its base as the measure is printed', () => {
  const finer = { 'data/catalogue/ks2.yaml': (text: string) => text.replace('decimals: 0', 'decimals: 1') };
  const rows = (decimals: string) => ({
    [file]: `${withDecimals}\nks2-reading,W01,201314,Total,Total,87,${decimals},,149,final,,invented-results,\n`,
  });
  expect(load([], { ...finer, ...rows('') }).said).toEqual(['2:36 impossible-percentage']);
  expect(load([], { ...finer, ...rows('0') }).said).toEqual([]);
});

test('values that have too many decimals are one warning for a measure and a file, which counts them', () => {
  const { said } = load([row('84.25,,'), row('83.75,,', 'N01'), row('82,,', 'R01')]);
  expect(said).toEqual(['2:36 decimals-unlike']);
});

test('a date that is none is one issue, and is not set beside other days', () => {
  const dated = row('84,,').replace('final,,', 'final,13/05/2026,');
  expect(load([dated]).said).toEqual(['2:47 bad-date']);
});

test('a decimal comma without quotes is one issue', () => {
  expect(load(['ks2-progress,W01,201314,Total,Total,44,8,,,final,,invented-results,']).said).toEqual([
    '2:37 decimal-comma',
  ]);
});

test.each(['-0.6', '103.2'])(
  'a given percentage may be %s, as a change or a rate of those at the start is',
  value => {
    const given = {
      'data/catalogue/ks2.yaml': (text: string) => text.replace('unit: points', 'unit: percent'),
    };
    const rows = [`ks2-progress,W01,201314,Total,Total,${value},,,final,,invented-results,`];
    expect(load(rows, given).said).toEqual([]);
  },
);
