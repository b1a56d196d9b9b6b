import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { cellsIn, emptyFolder, imported } from '../support/importing.ts';

// Every figure below is invented. The layouts are those that publishers use.

const laitHead = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n';
const lait = `${laitHead}KS2RWM_Expected_STD,Words,2024,Cheshire East,63,895,North West
KS2RWM_Expected_STD,"Words, with a comma",2025 (prov),Cheshire East,65.300000000000004,895,North West
KS2RWM_Expected_STD,Words,2024,Cumbria,-,909,North West
KS2RWM_Expected_STD,Words,2025 (prov),Cumbria,-,909,North West
KS2RWM_Expected_STD,Words,2024,England,6.1E1,970,NA
KS2RWM_Expected_STD,Words,2025 (prov),England,-,970,NA
RTA,Words,2014-16,Barnet,10.79,302,Outer London
`;

const eesHead =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name';
const nation = '202223,Academic year,National,E92000001,England,,,,,';
const council =
  '202223,Academic year,Local authority,E92000001,England,E12000002,North West,895,E06000049,Cheshire East';
const ks4 = `${eesHead},version,establishment_type,gender,t_pupils,avg_att8,avg_p8score
${nation},Revised,State-funded schools (LA),Total,600000,46.4,-0.03
${nation},Revised,State-funded schools (LA),Girls,300000,48.8,0.1
${council},Revised,State-funded schools (LA),Total,4098,46.8,-0.12
${council},Revised,State-funded schools (LA),Girls,c,c,c
${council.replace('Local authority', 'Local authority district')},Revised,State-funded schools (LA),Total,4000,40,z
`;

describe('the long table', () => {
  it('gives a row for each series and area, all years across, symbols as they are published', async () => {
    const { said, files, lines } = await imported({ files: { 'bds_long.csv': lait } });
    expect(said).toEqual([]);
    expect(lines('lait/2026-04-08/ks2.csv')).toEqual([
      'indicator,topic,group,area,202324,202425',
      'ks2-rwm-expected,Total,Total,E06000049,63,65.3',
      'ks2-rwm-expected,Total,Total,E92000001,61,x',
    ]);
    expect(Object.fromEntries(files[0]?.rows ?? [])).toEqual({ used: 4, empty: 2, unasked: 1 });
  });

  it('says of each series and year what the publisher calls it, how settled it is and when it came out', async () => {
    const { lines } = await imported({ files: { 'bds_long.csv': lait } });
    const [head, , provisional] = lines('series.csv');
    expect(head).toBe('indicator,topic,group,period,key,filters,label,status,released,stated,decimals');
    expect(provisional).toMatch(
      /^ks2-rwm-expected,Total,Total,202425,KS2RWM_Expected_STD,,2025 \(prov\),provisional,2025-\d\d-\d\d,(?:stated|assumed),$/,
    );
    expect(lines('release.yaml')).toContain('retrieved: 2026-04-08');
  });

  it('says with how many decimals a year was published, where no authority’s figure of it has as many as the measure', async () => {
    const authorities = readFileSync('data/england/areas.csv', 'utf8')
      .split('\n')
      .map(line => line.split(','))
      .filter(([code = '', , , , , , , , to]) => code.startsWith('E09') && to === '')
      .slice(0, 20);
    const rows = (year: string, value: (at: number) => string) =>
      authorities
        .map(
          ([, number, name], at) => `AVG_Attain8_Score,Words,${year},${name},${value(at)},${number},London\n`,
        )
        .join('');
    const whole = rows('2017', at => `${50 + at}`);
    const one = rows('2018', at => (at === 3 ? '61.4' : `${50 + at}`));
    const { lines, said } = await imported({ files: { 'a.csv': laitHead + whole + one } });
    expect(said).toEqual([]);
    const decimals = lines('series.csv')
      .slice(1)
      .map(line => line.split(',').at(-1));
    expect(decimals).toEqual(['0', '']);
    // A few figures may all end in nought.
    const few = await imported({ files: { 'a.csv': laitHead + whole.split('\n').slice(0, 19).join('\n') } });
    expect(few.lines('series.csv')[1]?.split(',').at(-1)).toBe('');
  });

  it('is read from a packed file, a workbook of either kind and a parquet file alike', async () => {
    const rows = lait
      .trimEnd()
      .split('\n')
      .map(line => line.replace('"Words, with a comma"', 'Words').split(','));
    const [head = [], ...below] = rows;
    const sheets = [
      { name: 'Notes', rows: [['About this file']] },
      { name: 'Data', rows },
    ];
    const columnData = head.map((name, at) => ({
      name,
      data: below.map(row => (name === 'LA Number' ? Number(row[at]) : (row[at] ?? ''))),
    }));
    const plain = await imported({ files: { 'a.csv': lait } });
    for (const files of [
      { 'a.csv.gz': gzipSync(lait) },
      { 'a.xlsx': new Uint8Array(await writeXlsx({ sheets })) },
      { 'a.ods': new Uint8Array(await writeOds({ sheets })) },
      { 'a.parquet': new Uint8Array(parquetWriteBuffer({ columnData })) },
      { 'a.csv': Buffer.from(`\ufeff${lait}`, 'utf16le') },
      { 'a.csv': lait.replaceAll('\n', '\r\n') },
      { 'a.csv': lait.replaceAll('\n', '\r') },
      {
        'a.csv': `Taken from the tool\n\n${lait}`.replace('Taken from the tool', 'Taken from the tool,,,,,,'),
      },
    ]) {
      const { said, lines } = await imported({ files });
      expect(said, Object.keys(files)[0]).toEqual([]);
      expect(lines('ks2.csv'), Object.keys(files)[0]).toEqual(plain.lines('ks2.csv'));
    }
  });

  it('brought in twice is brought in once', async () => {
    const first = await imported({ files: { 'bds_long.csv': lait } });
    const again = await imported({ folder: first.after, files: { 'bds_long.csv': lait } });
    expect(again.said).toEqual(['bds_long.csv:1:1 already-imported']);
    expect(again.written.size).toBe(0);
    const same = await imported({
      folder: first.after,
      files: { 'other.csv': `${lait}RTA,,2014-16,Bury,9,351,` },
    });
    expect(same.said).toEqual([]);
    expect(same.written.size).toBe(0);
  });

  it('taken again later adds only what is new or changed, known from the day it was taken', async () => {
    const first = await imported({ files: { 'bds_long.csv': lait } });
    const later = lait
      .replace('2024,Cheshire East,63', '2024,Cheshire East,64')
      .replace(',Cumbria,-', ',Cumbria,56')
      .replaceAll('2025 (prov)', '2025 (Final)');
    const { lines } = await imported({
      folder: first.after,
      files: { 'bds_long.csv': later },
      taken: '2026-11-08',
    });
    expect(lines('lait/2026-11-08/ks2.csv')).toEqual([
      'indicator,topic,group,area,202324,202425',
      'ks2-rwm-expected,Total,Total,E06000049,64,',
      'ks2-rwm-expected,Total,Total,E10000006,56,x',
    ]);
    expect(lines('series.csv').find(line => line.includes(',202324,'))).toContain(',2026-11-08,assumed,');
  });

  it('is stopped by numbers of no area, symbols of no kind and rows that contradict each other, all told at once', async () => {
    const { said, written } = await imported({
      files: {
        'bds_long.csv': `${lait}KS2RWM_Expected_STD,Words,2024,Nowhere,60,999,
KS2RWM_Expected_STD,Words,2024,Bury,SUPP,351,
KS2RWM_Expected_STD,Words,2024,Cheshire East,62,895,
KS2RWM_Expected_STD,Words,2024,Bolton,60
KS2RWM_Expected_STD,Words,20X4,Bolton,60,350,
`,
      },
    });
    expect(said).toEqual([
      'bds_long.csv:9:1 unknown-import-area',
      'bds_long.csv:10:1 unknown-import-symbol',
      'bds_long.csv:11:1 repeated-import-row',
      'bds_long.csv:12:1 short-row',
      'bds_long.csv:1:1 unread-year-label',
    ]);
    expect(written.size).toBe(0);
  });
});

describe('two series that feed one', () => {
  it('may share its years, and are an issue where they contradict each other', async () => {
    const map = (key: string) => `  - { key: ${key}, indicator: ks4-attainment8, year: academic-start }\n`;
    const folder = {
      ...emptyFolder,
      'data/imports/tables.yaml': `publication: tables\ntitle: Tables\naddress: https://example.org/\nlicence: None\nagreed: true\nseries:\n${map('first_2012')}${map('second_2012')}${map('second_2013')}`,
    };
    const table = (second: string) =>
      `la_number,first_2012,second_2012,second_2013\nE06000049,50,${second},51\nE08000002,.,48,49\n`;
    const good = await imported({ folder, files: { 'a.csv': table('') } });
    expect(good.said).toEqual([]);
    expect(good.lines('ks4.csv').slice(1)).toEqual([
      'ks4-attainment8,Total,Total,E06000049,50,51',
      'ks4-attainment8,Total,Total,E08000002,48,49',
    ]);
    const bad = await imported({ folder, files: { 'a.csv': table('50.1') } });
    expect(bad.said).toEqual(['a.csv:1:1 repeated-import-row']);
  });
});

describe('open data', () => {
  it('gives the rows whose groups the map asks for, with bases beside them', async () => {
    const { said, files, written } = await imported({ files: { 'ks4.csv': ks4 } });
    expect(said).toEqual([]);
    const cells = cellsIn(written);
    expect(cells.get('ks4-attainment8, Total, E06000049')).toEqual({ '202223': '46.8' });
    expect(cells.get('ks4-attainment8.base, Total, E06000049')).toEqual({ '202223': '4098' });
    expect(cells.get('ks4-attainment8, Sex: Girls, E06000049')).toEqual({ '202223': 'c' });
    expect(Object.fromEntries(files[0]?.rows ?? [])).toEqual({ used: 4, level: 1 });
  });

  it('of some pupils only never feeds an indicator of all pupils', async () => {
    const limited = ks4
      .replace('gender,', 'gender,social_care_group,')
      .replace(/,(Total|Girls),/g, ',$1,CLA 12 months at 31 March,');
    const { said, written } = await imported({ files: { 'ks4.csv': limited } });
    expect(said).toEqual(['ks4.csv:1:1 only-some-pupils']);
    expect(written.size).toBe(0);
  });

  it('takes the row of everyone where a column of groups has one', async () => {
    const phases = ks4
      .replace('gender,', 'gender,pupil_group,')
      .replace(/,(Total|Girls),/g, ',$1,Total,')
      .concat(`${council},Revised,State-funded schools (LA),Total,Looked after,40,18.8,-1\n`);
    const { said, written } = await imported({ files: { 'ks4.csv': phases } });
    expect(said).toEqual([]);
    expect(cellsIn(written).get('ks4-attainment8, Total, E06000049')).toEqual({ '202223': '46.8' });
  });

  it('of before 2019/20 has x for suppressed', async () => {
    const older = ks4.replaceAll('202223', '201819').replace(/,c(?=[,\n])/g, ',x');
    const { written } = await imported({ files: { 'ks4.csv': older } });
    expect(cellsIn(written).get('ks4-attainment8, Sex: Girls, E06000049')).toEqual({ '201819': 'c' });
    const newer = await imported({ files: { 'ks4.csv': ks4.replace(/,c(?=[,\n])/g, ',x') } });
    expect(cellsIn(newer.written).get('ks4-attainment8, Sex: Girls, E06000049')).toEqual({ '202223': 'x' });
  });

  it('is read in any order of columns, its levels and codes as older files write them', async () => {
    const turned = ks4
      .trimEnd()
      .split('\n')
      .map(line => line.split(',').toReversed().join(','))
      .join('\r\n')
      .replaceAll('Local authority,', 'Local Authority,')
      .replaceAll('E06000049', '');
    const { said, written } = await imported({ files: { 'ks4.csv': turned } });
    expect(said).toEqual([]);
    expect(cellsIn(written).get('ks4-attainment8, Total, E06000049')).toEqual({ '202223': '46.8' });
  });

  it('that two files of one publication hold goes to two folders, and the later has only what is new', async () => {
    const { written } = await imported({
      files: { 'a.csv': ks4, 'b.csv': ks4.replace('4098,46.8', '4098,46.9') },
    });
    const folders = [...new Set([...written.keys()].map(path => path.split('/')[3]))];
    expect(folders).toHaveLength(2);
    const later = new Map([...written].filter(([path]) => path.includes(`/${folders[1]}/`)));
    expect([...cellsIn(later)]).toEqual([['ks4-attainment8, Total, E06000049', { '202223': '46.9' }]]);
  });

  it('of columns that no map names asks an officer, with the nearest indicators and what the publisher says', async () => {
    const unmet = `${eesHead},score,attainment_8_average
${nation},1,46.4
${council},2,46.8
`;
    const meta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
score,Indicator,Something of another kind,,,0,,
attainment_8_average,Indicator,Attainment 8,,,1,,
`;
    const files = { 'new-file.csv': unmet, 'new-file.meta.csv': meta };
    const first = await imported({ files });
    expect(first.said).toEqual(['new-file.csv:1:1 no-series-asked']);
    const questions = first.questions.get('data/imports/new-file.yaml') ?? '';
    expect(questions).toContain(
      `- key: "attainment_8_average" # Attainment 8, 1 decimals
    filters: ''
    indicator: ks4-attainment8 # Attainment 8: points, 1 decimals, polarity high
`,
    );
    expect(questions).toContain("indicator: '' # nothing in the catalogue is called alike");

    const asked = { ...emptyFolder, 'data/imports/new-file.yaml': questions };
    expect((await imported({ folder: asked, files })).said).toEqual(['new-file.csv:1:1 not-yet-agreed']);

    const answered = questions.replace(
      'agreed: false',
      'title: A new file\naddress: https://example.org/new\nlicence: Open Government Licence v3.0\nagreed: true',
    );
    const agreed = { ...emptyFolder, 'data/imports/new-file.yaml': answered };
    const last = await imported({ folder: agreed, files });
    expect(last.said).toEqual([]);
    expect(cellsIn(last.written).get('ks4-attainment8, Total, E06000049')).toEqual({ '202223': '46.8' });
  });
});

describe('performance tables', () => {
  const imports = (publication: string, key: string, indicator: string) => `publication: ${publication}
title: Performance tables
address: https://example.org/
licence: Open Government Licence v3.0
agreed: true
series:
  - { key: ${key}, indicator: ${indicator}, year: academic }
`;

  it('tell authorities and England by RECTYPE, whose numbers differ by stage, and their year by their name', async () => {
    const ks2 = `RECTYPE,LEA,ESTAB,SCHNAME,TELIG,PTRWM_EXP
1,895,3083,A school,2,SUPP
1,895,3084
2,895,7000,A special school,9,NE
3,895, ,,4112,66%
4, , ,,640000,64%
5, , ,,600000,65%
`;
    const folder = {
      ...emptyFolder,
      'data/imports/tables.yaml': imports('tables', 'PTRWM_EXP', 'ks2-rwm-expected'),
    };
    const { said, files, written } = await imported({ folder, files: { '2018-895-ks2.csv': ks2 } });
    expect(said).toEqual([]);
    const cells = cellsIn(written);
    expect(cells.get('ks2-rwm-expected, Total, E06000049')).toEqual({ '201819': '66' });
    expect(cells.get('ks2-rwm-expected, Total, E92000001')).toEqual({ '201819': '65' });
    expect(Object.fromEntries(files[0]?.rows ?? [])).toEqual({ school: 3, used: 2, level: 1 });
  });

  it('of key stage 4 have authorities under 4 and state-funded schools of England under 7', async () => {
    const ks4 = `RECTYPE,LEA,ESTAB,SCHNAME,ATT8SCR\n1,895,4000,A school,51.2\n4,895,,,48.8\n5,,,,44\n7,,,,46.6\n`;
    const folder = {
      ...emptyFolder,
      'data/imports/tables.yaml': imports('tables', 'ATT8SCR', 'ks4-attainment8'),
    };
    const { said, written } = await imported({ folder, files: { 'england_ks4final_2017-2018.csv': ks4 } });
    expect(said).toEqual([]);
    const cells = cellsIn(written);
    expect(cells.get('ks4-attainment8, Total, E06000049')).toEqual({ '201718': '48.8' });
    expect(cells.get('ks4-attainment8, Total, E92000001')).toEqual({ '201718': '46.6' });
    expect((await imported({ folder, files: { 'ks4.csv': ks4 } })).said).toEqual([
      'ks4.csv:1:1 no-year-said',
    ]);
  });
});

describe("a council's own table", () => {
  const own = `Measure,2022/23,2023/24\nGood level of development,69%,69.2%\nAnother thing,1,2\n`;

  it('with years across becomes rows of its observations, once an officer has said what feeds what', async () => {
    const first = await imported({ files: { 'our table.csv': own } });
    expect(first.said).toEqual(['our table.csv:1:1 no-series-asked']);
    const [[file = '', questions = ''] = []] = first.questions;
    expect(questions).toContain('indicator: eyfs-good-level');
    const folder = { ...emptyFolder, [file]: questions.replace('agreed: false', 'agreed: true') };
    const { said, after, lines } = await imported({ folder, files: { 'our table.csv': own } });
    expect(said).toEqual([]);
    expect(lines('observations/eyfs/202324.csv')).toEqual([
      'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note',
      'eyfs-good-level,E06000049,202324,Total,Total,69.2,,,final,,our-table,',
    ]);
    const again = await imported({ folder: after, files: { 'our table.csv': own } });
    expect([again.written.size, again.files[0]?.own]).toEqual([0, { added: 0, held: 2 }]);
    const other = await imported({ folder: after, files: { 'our table.csv': own.replace('69.2', '70') } });
    expect(other.said).toEqual(['data/observations/eyfs/202324.csv:2:1 other-value-held']);
  });
});

describe('other files', () => {
  it('of inspections are counted by phase and grade for the council, and not written', async () => {
    const list = `URN,School name,Local authority,Ofsted phase,Overall effectiveness
1,A,Cheshire East,Primary,2
2,B,Cheshire East,Primary,1
3,C,Cheshire East,Primary,2
4,D,Bury,Primary,2
`;
    const { said, files, written } = await imported({ files: { 'mi.csv': list } });
    expect(said).toEqual(['mi.csv:1:1 inspections-not-imported']);
    expect(files[0]?.inspections).toEqual({
      rows: 4,
      ours: 3,
      counts: [
        { phase: 'Primary', grade: 'Outstanding', count: 1 },
        { phase: 'Primary', grade: 'Good', count: 2 },
      ],
    });
    expect(written.size).toBe(0);
  });

  it('that are look-ups are said to be, and are no fault', async () => {
    const { said, files } = await imported({
      files: {
        'neighbours.csv': 'LA num,LA Name,SN1,SNP,SN2,SNP\n201,City of London,207,Not Close,213,Not Close\n',
      },
    });
    expect(said).toEqual([]);
    expect(files[0]?.says[0]).toContain('a table of statistical neighbours');
  });

  it.each([
    ['notes.csv', 'Some words,and others\n1,2\n', 'unknown-file'],
    ['page.csv', '<!doctype html><title>Not found</title>', 'wrong-file-form'],
    ['book.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'wrong-file-form'],
    ['broken.xlsx', Buffer.from('PK\x03\x04 nothing'), 'unreadable'],
  ])('%s is refused with advice', async (name, text, rule) => {
    const { said, written } = await imported({ files: { [name]: text } });
    expect(said).toEqual([`${name}:1:1 ${rule}`]);
    expect(written.size).toBe(0);
  });

  it('that are not there, or said to be what no file is, are issues', async () => {
    expect((await imported({ paths: ['/nowhere/at-all.csv'] })).said).toEqual([
      'at-all.csv:1:1 missing-file',
    ]);
    expect((await imported({ files: { 'a.csv': lait }, as: 'liat' })).said).toEqual([
      'a.csv:1:1 unknown-kind',
    ]);
  });
});
