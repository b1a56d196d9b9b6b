import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cellsIn, imported } from '../support/importing.ts';

// The publishers' files are not part of the project; the tests of them run where they are kept beside it.
const repository = fileURLToPath(new URL('../..', import.meta.url));
const data = process.env.KEYSTAGE_DATA ?? join(repository, '../shared/data');
const bring = (file: string) => imported({ paths: [join(data, file)] });

const [east, northWest, england] = ['E06000049', 'E12000002', 'E92000001'];

describe.skipIf(!existsSync(data))('the files as they are published', () => {
  it.each([
    ['ees/ks4_la_201819_202223.csv', 'ees-ks4', { used: 2442 }],
    ['ees/eyfsp_headline_measures_2022.csv', 'ees-eyfsp', { used: 2460, group: 9462, level: 930 }],
    ['ees/ks2_la.csv', 'ees-care-ks2', { used: 3444 }],
    ['ees/absence_la.csv', 'ees-care-absence', { used: 3444, group: 13_776 }],
    ['history/absence_200607_201819.csv', 'dfe-absence-2006-2019', { used: 8400 }],
    ['history/exclusions_200607_201617.csv', 'dfe-exclusions-2006-2017', { used: 7120, area: 2 }],
    ['history/eyfsp_gld_201213_201819.csv', 'dfe-eyfsp-2013-2019', { used: 3420 }],
    ['history/ks4_table17_2005_2012.csv', 'dfe-ks4-2005-2013', { used: 154 }],
    ['history/ks4_english_expected_progress.csv', 'dfe-ks4-progress-english-2008-2013', { used: 152 }],
    ['history/ks4_mathematics_expected_progress.csv', 'dfe-ks4-progress-maths-2008-2013', { used: 152 }],
    ['history/ks4_characteristics_201213.csv', 'dfe-ks4-characteristics-2012-2013', { used: 164 }],
  ])('%s is brought in as %s, with every row accounted for', async (file, publication, rows) => {
    const { said, files } = await bring(file);
    expect(said).toEqual([]);
    expect([files[0]?.publication, Object.fromEntries(files[0]?.rows ?? [])]).toEqual([publication, rows]);
  });

  it.each([
    'lait/New_Statistical_Neighbour_Groupings_April_2021.csv',
    'lait/sn_model_2025_wide.csv',
    'lait/la_code_list.xlsx',
    'lait/lait_data_dictionary.csv',
    'geography/las.csv',
    'geography/regions.csv',
    'geography/region_la_hierarchy.csv',
  ])('%s is known for a look-up', async file => {
    const { said, files, written } = await bring(file);
    expect([said, written.size, files[0]?.says.length]).toEqual([[], 0, 1]);
    expect(files[0]?.says[0]).toMatch(/^(?:a table of statistical neighbours|a list of|the dictionary)/);
  });

  it.each([
    ['blanks_indicators', 'screen-blank-value'],
    ['col_name_duplicate', 'screen-metadata'],
    ['data_empty_cols', 'screen-empty-column'],
    ['data_mandatory_cols', 'screen-missing-column'],
    ['duplicate_rows', 'screen-repeated-row'],
    ['file_separator', 'screen-metadata'],
    ['geographic_catch', 'screen-column-name'],
    ['geographic_level', 'screen-level'],
    ['indicator_dp_negative', 'screen-metadata'],
    ['la_combinations', 'screen-area'],
    ['no_data_symbols', 'screen-symbol'],
    ['time_identifier', 'screen-time-identifier'],
    ['time_period', 'screen-time-period'],
  ])("the screener's %s is refused by %s, with its place", async (name, rule) => {
    const { issues, written } = await bring(`screener/${name}.csv`);
    expect(issues[0]).toMatchObject({ rule, severity: 'error' });
    expect(issues[0]?.line).toBeGreaterThan(0);
    expect(written.size).toBe(0);
  });

  it('the long table gives the figures that were looked up in it by hand', async () => {
    const { said, files, written } = await bring('lait/bds_long.csv.gz');
    expect(said).toEqual([]);
    expect([...(files[0]?.rows.values() ?? [])].reduce((sum, number) => sum + number, 0)).toBe(641_070);
    const cells = cellsIn(written);
    const of = (name: string, ...periods: string[]) =>
      periods.map(period => cells.get(name)?.[period] ?? 'none').join(' ');
    const years = ['201516', '201617', '201718', '201819', '202122', '202223', '202324', '202425'];
    expect(of(`ks2-rwm-expected, Total, ${east}`, ...years)).toBe('52 64 68 66 61 62 63 65');
    expect(of(`ks2-rwm-expected, Total, ${northWest}`, ...years)).toBe('53 61 65 65 58 59 60 61');
    expect(of(`ks2-rwm-expected, Total, ${england}`, ...years)).toBe('54 62 65 65 59 60 61 63');
    expect(of(`ks2-rwm-expected, Disadvantage: Disadvantaged, ${east}`, ...years)).toBe(
      '32 42 49 46 36 41 42 44',
    );
    expect(of(`ks2-rwm-expected, Disadvantage: Other, ${east}`, ...years)).toBe('58 70 73 71 67 67 69 70');
    expect(of(`ks2-rwm-expected, Total, ${east}`, '201920', '202021')).toBe('none none');
    expect(of(`phonics-year1, Total, ${east}`, ...years)).toBe('82 83 84 84 79 81 85 84');
    expect(of(`eyfs-good-level, Total, ${east}`, '202122', '202223', '202324', '202425')).toBe(
      '66.1 69 69.2 69.9',
    );
    expect(of(`ks4-attainment8, Total, ${east}`, '201819', '202223', '202324', '202425')).toBe(
      '49.3 46.8 46.8 47.1',
    );
    expect(of(`ks4-attainment8, Total, ${england}`, '201819', '202223', '202324', '202425')).toBe(
      '46.7 46.3 45.9 46',
    );
    expect(of(`ks4-progress8, Total, ${east}`, '201516', '202122', '202324')).toBe('-0.15 0.01 -0.03');
    expect(of(`ks4-grade5-em, Total, ${northWest}`, '202425')).toBe('42');
    expect(of(`overall-absence, Total, ${east}`, '202425')).toBe('6.14');
    expect(of(`persistent-absence, Total, ${england}`, '202425')).toBe('18.14');
    expect(of(`neet-not-known, Total, ${east}`, '202425')).toBe('3.7');
    expect(of(`cla-rate, Total, ${northWest}`, '202425')).toBe('90');
    expect(of(`post16-three-a, Total, ${england}`, '201920', '202425')).toBe('19.885 14.88');
    // An authority that is no more has no row of years after it, and one that is new none of years before.
    expect(of('ks2-rwm-expected, Total, E10000006', '201516')).not.toBe('none');
  });

  it('older files give the figures that were looked up in them by hand', async () => {
    const gld = cellsIn((await bring('history/eyfsp_gld_201213_201819.csv')).written);
    expect(Object.values(gld.get(`eyfs-good-level, Total, ${east}`) ?? {}).join(' ')).toBe(
      '56.4 62 68.4 71.3 71.7 72.9 72.8',
    );
    expect(gld.get(`eyfs-good-level.base, Total, ${east}`)).toMatchObject({ '201213': '4220' });
    const ks4 = cellsIn((await bring('history/ks4_table17_2005_2012.csv')).written);
    expect(Object.values(ks4.get(`ks4-five-good-em, Total, ${east}`) ?? {}).join(' ')).toBe(
      'x x x 57.3 62.5 64.4 62 62.4',
    );
    const groups = cellsIn((await bring('history/ks4_characteristics_201213.csv')).written);
    expect(Number(groups.get(`ks4-five-good-em, Sex: Girls, ${east}`)?.['201213'])).toBeCloseTo(69, 0);
    expect(groups.get(`ks4-five-good-em.base, Total, ${east}`)).toEqual({ '201213': '4108' });
    const absence = cellsIn((await bring('history/absence_200607_201819.csv')).written);
    expect(Number(absence.get(`overall-absence, Total, ${east}`)?.['201314'])).toBeCloseTo(4.06, 2);
    const exclusions = cellsIn((await bring('history/exclusions_200607_201617.csv')).written);
    expect(exclusions.get(`permanent-exclusions, Total, ${east}`)).toMatchObject({
      '200809': 'z',
      '201314': '0.04',
    });
    // Two places were called Dorset: until 2019 it was the county with its old borders.
    expect(exclusions.has('permanent-exclusions, Total, E10000009')).toBe(true);
    expect(exclusions.has('permanent-exclusions, Total, E06000059')).toBe(false);
  });

  it('what one publication suppresses stays so beside another that prints it', async () => {
    const cells = cellsIn((await bring('ees/ks4_la_201819_202223.csv')).written);
    expect(cells.get('ks4-attainment8, Total, E06000053')).toMatchObject({ '201920': 'c', '202223': '53.2' });
    expect(cells.get(`ks4-progress8, Total, ${east}`)).toMatchObject({ '201920': 'z', '202223': '-0.12' });
    expect(cells.get(`ks4-progress8.low, Total, ${east}`)).toMatchObject({ '202223': '-0.16' });
  });

  it("Ofsted's inspections of 2013/14 are counted for the council", async () => {
    const { files, said } = await bring('history/ofsted_inspections_201314.csv');
    expect(said).toEqual(['ofsted_inspections_201314.csv:1:1 inspections-not-imported']);
    expect([files[0]?.inspections?.rows, files[0]?.inspections?.ours]).toEqual([6469, 43]);
    expect(files[0]?.inspections?.counts).toContainEqual({ phase: 'Primary', grade: 'Good', count: 25 });
  });
});
