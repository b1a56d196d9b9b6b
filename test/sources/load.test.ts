import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventedFolder, type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

function load(overrides: Readonly<Record<string, Override>>, prepare: (folder: string) => void = () => {}) {
  const loaded = withCouncilFolder(overrides, folder => {
    prepare(folder);
    return loadFolder(folder);
  });
  return { loaded, said: loaded.issues.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`) };
}

test('a sound folder is read whole, without issues', () => {
  const { loaded, said } = load({});
  expect(said).toEqual([]);
  if (loaded.outcome !== 'read') throw new Error('not read');
  const { folder } = loaded;
  expect(folder.council).toMatchObject({ code: 'W01', disclosure: { 'count-below': 6 } });
  expect(folder.areas.slice(0, 4).map(area => area.code)).toEqual(['W01', 'W02', 'R01', 'N01']);
  expect(folder.areas.slice(4).every(({ code }) => /^E\d{8}$/.test(code))).toBe(true);
  expect(folder.themes.slice(0, 3).map(theme => theme.id)).toEqual(['inspection', 'ks2', 'attendance']);
  expect(folder.indicators.map(one => `${one.theme} ${one.id} ${one.start}`)).toEqual([
    'ks2 ks2-reading 201112',
    'ks2 ks2-progress 201213',
  ]);
  expect(folder.profiles.map(one => `${one.theme} ${one.id}`)).toEqual(['inspection school-grades']);
  expect(folder.glossary[0]?.term).toBe('KS2');
  expect([folder.observations.length, folder.profileCounts.length]).toEqual([10, 6]);
  expect(folder.commentary).toEqual([
    {
      edition: '2013-14',
      theme: 'home',
      markdown: 'A good year.\n',
      place: { file: 'content/commentary/2013-14/home.md', line: 1, column: 1 },
    },
    {
      edition: '2013-14',
      theme: 'ks2',
      markdown: 'Reading rose in most schools.\n',
      place: { file: 'content/commentary/2013-14/ks2.md', line: 1, column: 1 },
    },
  ]);
});

test('the mailbox of a team is read where it is asked for, and an e-mail address anywhere else is an issue', () => {
  const council = (more: string) =>
    load({ 'data/council.yaml': text => text.replace('  reviewed', `  ${more}\n  reviewed`) }).said;
  expect(council('email: schools@winterfold.example')).toEqual([]);
  expect(council('email: schools')).toEqual(['data/council.yaml wrong-value error']);
  expect(council('# ask mole@winterfold.example')).toEqual(['data/council.yaml personal-data error']);
  expect(council('email: schools@winterfold.example # or mole@winterfold.example')).toEqual([
    'data/council.yaml personal-data error',
  ]);
});

test('editions come oldest first', () => {
  const earlier: Override = () => withPeriod('2012-13', '201213');
  const { loaded } = load({ 'data/editions/201213.yaml': earlier });
  expect(loaded.outcome === 'read' && loaded.folder.editions.map(one => one.id)).toEqual([
    '2012-13',
    '2013-14',
  ]);
});

function withPeriod(id: string, period: string): string {
  return `id: ${id}\nperiod: ${period}\ntitle: Report\nstatus: draft\ncut-off: 2013-12-31\nthemes: [ks2]\nheadlines: [ks2-reading]\n`;
}

test('files saved by Windows, with byte order marks and CRLF, are read the same', () => {
  const windows: Override = text => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  const paths = [
    'data/council.yaml',
    'data/catalogue/ks2.yaml',
    'data/observations/ks2/201314.csv',
    'content/commentary/2013-14/ks2.md',
  ];
  const { loaded } = load(Object.fromEntries(paths.map(path => [path, windows])));
  expect(loaded).toEqual(load({}).loaded);
});

test('warnings do not keep a folder from being read', () => {
  const { loaded, said } = load({
    'data/observations/ks2/notes.txt': 'x',
    'data/scratch.csv': 'x',
    'content/commentary/2013-14/x.docx': 'x',
    'data/plans/ks2.yaml': 'x',
  });
  expect(loaded.outcome).toBe('read');
  expect(said).toEqual([
    'content/commentary/2013-14/x.docx unexpected-file warning',
    'data/observations/ks2/notes.txt unexpected-file warning',
    'data/plans/ks2.yaml unexpected-file warning',
    'data/scratch.csv unexpected-file warning',
  ]);
});

test("hidden files, readmes, plans and schemas are nobody's fault", () => {
  const strays = [
    'data/.DS_Store',
    'data/README.md',
    'data/observations/ks2/.~lock.201314.csv#',
    'data/plans/README.md',
    'data/schemas/x.json',
    'content/news/x.md',
  ];
  expect(load(Object.fromEntries(strays.map(path => [path, 'x']))).said).toEqual([]);
});

test('glossary, commentary, inspections and observations may be left out', () => {
  const { loaded } = load({
    'data/glossary.yaml': null,
    'content/commentary/2013-14/ks2.md': null,
    'content/commentary/2013-14/home.md': null,
    'data/inspections/201314.csv': null,
    'data/observations/ks2/201213.csv': null,
    'data/observations/ks2/201314.csv': null,
  });
  expect(loaded.outcome).toBe('read');
});

test('every file that is needed and missing is reported', () => {
  const needed = ['data/council.yaml', 'data/areas.yaml'];
  expect(load(Object.fromEntries(needed.map(path => [path, null]))).said).toEqual(
    needed.toSorted().map(path => `${path} missing-file error`),
  );
});

test('a folder of observations for no theme, and a file for no year, are issues', () => {
  const header =
    'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\n';
  expect(
    load({ 'data/observations/ks3/201314.csv': header, 'data/observations/ks2/2013-14.csv': header }).said,
  ).toEqual([
    'data/observations/ks2/2013-14.csv bad-period error',
    'data/observations/ks3 unknown-theme error',
  ]);
});

test('a root that is missing or a file is one issue; of an empty one, every file that is to be written is listed', () => {
  expect(loadFolder('/no/such/folder').issues.map(issue => issue.rule)).toEqual(['missing-file']);
  expect(loadFolder(import.meta.filename).issues.map(issue => issue.rule)).toEqual(['not-a-folder']);
  expect(loadFolder(import.meta.dirname).issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'data/areas.yaml missing-file',
    'data/council.yaml missing-file',
    'data/editions missing-file',
    'data/observations missing-file',
  ]);
});

test('links inside the folder are followed, links out of it are not', () => {
  const inside = (folder: string) => {
    renameSync(join(folder, 'data/observations/ks2/201314.csv'), join(folder, 'kept.csv'));
    symlinkSync('../../../kept.csv', join(folder, 'data/observations/ks2/201314.csv'));
  };
  expect(load({}, inside).said).toEqual([]);
  const outside = (folder: string) => {
    symlinkSync('/etc/hostname', join(folder, 'data/observations/ks2/201415.csv'));
    symlinkSync('/etc', join(folder, 'content/commentary/2012-13'));
  };
  expect(load({}, outside).said).toEqual([
    'content/commentary/2012-13 outside-folder error',
    'data/observations/ks2/201415.csv outside-folder error',
  ]);
});

test('a link that leads to itself, and folders where files should be, are issues', () => {
  const prepare = (folder: string) => {
    symlinkSync('201415.csv', join(folder, 'data/observations/ks2/201415.csv'));
    mkdirSync(join(folder, 'data/catalogue/ks4.yaml'));
    mkdirSync(join(folder, 'data/glossary.yaml'));
    writeFileSync(join(folder, 'data/plans'), 'x');
  };
  expect(load({ 'data/glossary.yaml': null }, prepare).said).toEqual([
    'data/catalogue/ks4.yaml not-a-file error',
    'data/glossary.yaml not-a-file error',
    'data/observations/ks2/201415.csv unreadable error',
    'data/plans not-a-folder error',
  ]);
});

// The superuser may read anything, so there this cannot be tried.
test.skipIf(process.getuid?.() === 0)('a file that may not be read is an issue', () => {
  const prepare = (folder: string) => chmodSync(join(folder, 'data/areas.yaml'), 0);
  expect(load({}, prepare).said).toEqual(['data/areas.yaml unreadable error']);
});

test('five thousand rows of two thousand areas are all read', () => {
  const header = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';
  const period = (year: number) => `${year}${String((year + 1) % 100).padStart(2, '0')}`;
  const years = Array.from({ length: 2 }, (_, at) => period(2011 + at));
  const codes = Array.from({ length: 2500 }, (_, at) => `A${at}`);
  const rows = (year: string) =>
    codes.map(code => `ks2-reading,${code},${year},Total,Total,50,100,200,final,,invented-results,`);
  const files = Object.fromEntries(
    years.map(year => [`data/observations/ks2/${year}.csv`, `${[header, ...rows(year)].join('\n')}\n`]),
  );
  const areas = codes.map(code => `  - { code: ${code}, name: ${code}, kind: authority }\n`).join('');
  withCouncilFolder(
    { ...files, 'data/areas.yaml': text => text.replace('areas:\n', `areas:\n${areas}`) },
    folder => {
      const loaded = loadFolder(folder);
      expect(loaded.outcome === 'read' && loaded.folder.observations.length).toBe(5007);
    },
  );
});

test('a single error keeps a folder from being read', () => {
  const { loaded } = load({
    'data/observations/ks2/201314.csv': text => text.replace('84,168,200', '84,169,20O'),
  });
  expect(loaded).toMatchObject({ outcome: 'issues' });
  expect(loaded).not.toHaveProperty('folder');
});

test('a file whose name Windows keeps for itself is an issue, whatever it holds', () => {
  const { said } = load({
    'data/plans/nul.yaml': '',
    'content/commentary/2013-14/Aux.md': 'Reading rose.\n',
  });
  expect(said.filter(each => each.includes('reserved-name'))).toEqual([
    'content/commentary/2013-14/Aux.md reserved-name error',
    'data/plans/nul.yaml reserved-name error',
  ]);
});

test('a folder whose capitals are wrong is told, since it is found on some machines only', () => {
  expect(load({}, folder => renameSync(join(folder, 'content'), join(folder, 'Content'))).said).toEqual([
    'Content wrong-capitals error',
  ]);
  expect(load({}, folder => renameSync(join(folder, 'data'), join(folder, 'Data'))).said).toEqual([
    'Data wrong-capitals error',
  ]);
});

test('line ends of Windows change nothing of what is read', () => {
  const windows = Object.fromEntries(
    Object.entries(inventedFolder).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
  );
  expect(load(windows).loaded).toEqual(load({}).loaded);
});
