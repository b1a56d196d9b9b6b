import { createHash } from 'node:crypto';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { issueLine } from '../../src/issues.ts';
import type { importRules } from '../../src/rules/imports.ts';
import { type Asked, emptyFolder, imported } from '../support/importing.ts';

type Case = Asked & { readonly at: string };

const laitHead = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n';
const lait = `${laitHead}KS2RWM_Expected_STD,Words,2024,Cheshire East,63,895,North West\n`;
const inspections = 'URN,Local authority,Ofsted phase,Overall effectiveness\n1,Cheshire East,Primary,2\n';
const head =
  'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,gender,rate\n';
const ours = '202223,Academic year,Local authority,E92000001,England,895,E06000049,Cheshire East,Total,5\n';
const meta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
gender,Filter,Sex,,,,,
rate,Indicator,A rate,,%,1,,
`;
/** A pair of files of open data with one fault in the first. */
const pair = (data: string, described = meta) => ({ files: { 'a.csv': data, 'a.meta.csv': described } });
const asked = (agreed: boolean) => ({
  ...emptyFolder,
  'data/imports/a.yaml': `publication: a
agreed: ${agreed}
title: A
address: https://example.org/a
licence: Open Government Licence v3.0
series:
  - { key: rate, indicator: overall-absence, year: academic }
`,
});
const two = (one: string) => `publication: ${one}
agreed: true
series:
  - { key: rate, indicator: overall-absence, year: academic }
`;
const wide = 'Measure,2022/23,2023/24\nOverall absence,5,6\n';

/** A workbook of one part, which says that it unpacks to so many bytes, and is listed so often. */
function workbook(packed: Buffer, declared: number, listed = 1): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const sizes = Buffer.alloc(26);
  sizes.writeUInt16LE(20, 0);
  sizes.writeUInt16LE(8, 4);
  sizes.writeUInt32LE(packed.length, 14);
  sizes.writeUInt32LE(declared, 18);
  sizes.writeUInt16LE(name.length, 22);
  const part = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, name, packed]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), sizes, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(listed, at);
  end.writeUInt32LE(entry.length * listed, 8);
  end.writeUInt32LE(part.length, 12);
  const list = Array.from({ length: listed }, () => entry);
  return Buffer.concat([part, ...list, Buffer.from('PK\x05\x06'), end]);
}

/** One fault for every rule: the compiler asks for a case when a rule is added. */
const cases: Readonly<Record<keyof typeof importRules, Case>> = {
  'wrong-file-form': { files: { 'a.csv': '%PDF-1.7' }, at: 'a.csv:1:1' },
  'record-too-long': {
    files: { 'a.csv.gz': gzipSync(`${lait}"${'1,2,3,4,5,6,7\n'.repeat(9000)}`) },
    at: 'a.csv.gz:3:1',
  },
  'unpacks-too-far': {
    files: { 'a.xlsx': workbook(deflateRawSync('<workbook/>'), 400 * 2 ** 20) },
    at: 'a.xlsx:1:1',
  },
  'unknown-file': { files: { 'a.csv': 'One,Two\n1,2\n' }, at: 'a.csv:1:1' },
  'unknown-kind': { files: { 'a.csv': lait }, as: 'leit', at: 'a.csv:1:1' },
  'which-publication': {
    folder: { ...emptyFolder, 'data/imports/a.yaml': two('one'), 'data/imports/b.yaml': two('two') },
    files: { 'a.csv': head + ours },
    at: 'a.csv:1:1',
  },
  'no-series-asked': { files: { 'a.csv': head + ours }, at: 'a.csv:1:1' },
  'not-yet-agreed': { folder: asked(false), files: { 'a.csv': head + ours }, at: 'a.csv:1:1' },
  'only-some-pupils': {
    folder: asked(true),
    files: { 'a.csv': head + ours.replace('Total', 'Girls') },
    at: 'a.csv:1:1',
  },
  'no-year-said': {
    folder: asked(true),
    files: { 'a.csv': 'RECTYPE,LEA,RATE\n3,895,5\n' },
    at: 'a.csv:1:1',
  },
  'unread-year-label': {
    files: { 'a.csv': lait + lait.replace(laitHead, '').replace('2024', '0') },
    at: 'a.csv:1:1',
  },
  'unknown-import-area': { files: { 'a.csv': lait.replace('895', '999') }, at: 'a.csv:2:1' },
  'unknown-import-symbol': { files: { 'a.csv': lait.replace('63', 'n/k') }, at: 'a.csv:2:1' },
  'repeated-import-row': {
    files: { 'a.csv': lait + lait.replace(laitHead, '').replace('63', '64') },
    at: 'a.csv:3:1',
  },
  'already-imported': {
    folder: {
      ...emptyFolder,
      'data/published/lait/2026-04-08/release.yaml': `sha256: ${createHash('sha256').update(lait).digest('hex')}\n`,
    },
    files: { 'a.csv': lait },
    at: 'a.csv:1:1',
  },
  'other-value-held': {
    folder: {
      ...emptyFolder,
      'data/imports/a.yaml': two('ours').replace('key: rate', 'key: Overall absence'),
      'data/observations/attendance/202223.csv':
        'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\noverall-absence,E06000049,202223,Total,Total,7,,,final,,ours,\n',
    },
    files: { 'a.csv': wide },
    at: 'data/observations/attendance/202223.csv:2:1',
  },
  'inspections-not-imported': { files: { 'a.csv': inspections }, at: 'a.csv:1:1' },
  'screen-missing-column': {
    ...pair(head.replace('country_code', 'nation_code') + ours),
    at: 'a.csv:1:1',
  },
  'screen-column-name': {
    ...pair(head.replace('rate', 'rate of it') + ours, meta.split('rate,')[0]),
    at: 'a.csv:1:1',
  },
  'screen-empty-column': { ...pair(head + ours.replace('Total', '')), at: 'a.csv:1:1' },
  'screen-level': { ...pair(head + ours.replace('Local authority', 'Local Authority')), at: 'a.csv:2:22' },
  'screen-time-identifier': { ...pair(head + ours.replace('Academic year', 'School year')), at: 'a.csv:2:8' },
  'screen-time-period': { ...pair(head + ours.replace('202223', '202224')), at: 'a.csv:2:1' },
  'screen-area': { ...pair(head + ours.replace('895', '896')), at: 'a.csv:2:56' },
  'screen-blank-value': { ...pair(`${head}${ours}${ours.replace('Total,5', 'Girls,')}`), at: 'a.csv:3:90' },
  'screen-symbol': { ...pair(head + ours.replace('Total,5', 'Total,..')), at: 'a.csv:2:90' },
  'screen-repeated-row': { ...pair(head + ours + ours), at: 'a.csv:3:1' },
  'screen-metadata': { ...pair(head + ours, meta.replace('%,1', '%,-1')), at: 'a.meta.csv:3:1' },
};

const made = await Promise.all(
  Object.entries(cases).map(async ([rule, { at, ...asked }]) => ({ rule, at, ...(await imported(asked)) })),
);

test.each(made)('$rule is one issue, at its place', ({ rule, at, said }) => {
  expect(said).toEqual([`${at} ${rule}`]);
});

test.each(made.filter(({ issues }) => issues.some(({ severity }) => severity === 'error')))(
  'with $rule nothing is written but questions',
  ({ rule, written, questions }) => {
    expect([...written.keys()]).toEqual([]);
    expect(questions.size).toBe(rule === 'no-series-asked' ? 1 : 0);
  },
);

test('what every rule says is as it was agreed', async () => {
  const lines = made.flatMap(({ issues }) => issues.map(issueLine));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../editions-with-faults/imports.txt');
});

test('a workbook or a packed file that is more than it says, or broken, is one issue', async () => {
  const megabyte = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const bomb = Buffer.concat([...Array.from({ length: 310 }, () => megabyte), Buffer.from([3, 0])]);
  const rulesOf = async (files: NonNullable<Asked['files']>) =>
    (await imported({ files })).issues.map(({ rule }) => rule);
  expect(await rulesOf({ 'a.xlsx': workbook(bomb, 11) })).toEqual(['unpacks-too-far']);
  expect(await rulesOf({ 'a.xlsx': workbook(deflateRawSync('<workbook/>'), 11, 3) })).toEqual([
    'unpacks-too-far',
  ]);
  expect(await rulesOf({ 'a.xlsx': workbook(Buffer.from('none'), 11) })).toEqual(['unreadable']);
  expect(await rulesOf({ 'a.csv.gz': gzipSync(lait.repeat(99)).subarray(0, 60) })).toContain('unreadable');
});
