// The folder of a council that has none yet: whole, without a fault, and nothing of what was there touched.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { helpText, readArguments } from '../../src/cli/arguments.ts';
import { run } from '../../src/cli/run.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';

const scratch = mkdtempSync(join(tmpdir(), 'keystage-begun-'));
const root = join(scratch, 'council');
const file = join(scratch, 'bds_long.csv');
const data = process.env.KEYSTAGE_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The numbers that the publisher's tool has for areas. */
const numbers: Readonly<Record<string, number>> = {
  England: 970,
  'South East': 989,
  'South West': 990,
  Hampshire: 850,
  Kent: 886,
  Cumberland: 942,
  'Isles of Scilly': 420,
  'West Berkshire': 869,
  Buckinghamshire: 825,
  Wokingham: 872,
  Oxfordshire: 931,
  Surrey: 936,
};

/** The layout is the publisher's; every figure is invented. */
function lait(areas: readonly string[], years: readonly string[] = ['2023', '2024', '2025']): string {
  const series = ['KS2RWM_Expected_STD', 'TotAbs', 'FSP_NEW_GOODDEV'];
  const rows = series.flatMap((key, at) =>
    years.flatMap((year, step) =>
      areas.map(
        (area, place) => `${key},Words,${year},${area},${60 - 25 * at + 2 * step + place},${numbers[area]},`,
      ),
    ),
  );
  return ['Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region', ...rows, ''].join('\n');
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  writeFileSync(file, lait(['Hampshire', 'England', 'South East']));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the command and gives its exit status with all that it printed. */
async function init(...line: readonly string[]) {
  const said: string[] = [];
  const spies = (['log', 'error'] as const).map(way =>
    vi.spyOn(console, way).mockImplementation(text => void said.push(String(text))),
  );
  const status = await run(['init', ...line]);
  for (const spy of spies) spy.mockRestore();
  return { status, said: said.join('\n') };
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const held = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

/** Everything to be said in the first edition of the folder; every issue where it has an error. */
function material() {
  const made = materialFrom(readCouncil(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const [edition] = made.material;
  if (edition === undefined) throw new Error('no edition');
  return { edition, issues: made.issues };
}

describe('keystage init', () => {
  it('writes a whole folder, whose only issues are that the commentary is to be written', async () => {
    const { status } = await init('--la', '850', root, '--from', file);
    expect(status).toBe(0);
    const day = readdirSync(join(root, 'data/published/lait'))[0];
    expect(held()).toEqual(
      [
        '.gitattributes',
        '.github/workflows/publish.yml',
        '.gitignore',
        '.vscode/settings.json',
        'README.md',
        ...['attendance', 'eyfs', 'home', 'ks2'].map(name => `content/commentary/2024-25/${name}.md`),
        'data/council.yaml',
        'data/editions/202425.yaml',
        ...['attendance', 'eyfs', 'ks2'].map(name => `data/published/lait/${day}/${name}.csv`),
        `data/published/lait/${day}/release.yaml`,
        `data/published/lait/${day}/series.csv`,
        'package.json',
      ].sort(),
    );
    const { issues } = material();
    expect(new Set(issues.map(({ rule }) => rule))).toEqual(new Set(['commentary-to-write']));
    expect(read('README.md')).toContain('The annual education report of Hampshire');
  });

  it('has no sources of its own, and still knows the names of none but England’s', async () => {
    await init('--la', '850', root, '--from', file);
    mkdirSync(join(root, 'data/observations/ks2'), { recursive: true });
    const columns =
      'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';
    const row = (source: string) =>
      `ks2-rwm-expected,E10000014,202425,Total,Total,35,,,final,2025-12-11,${source},`;
    const rulesWith = (source: string) => {
      writeFileSync(join(root, 'data/observations/ks2/202425.csv'), `${columns}\n${row(source)}\n`);
      return readCouncil(root).issues.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []));
    };
    expect(rulesWith('lait')).toEqual([]);
    expect(rulesWith('nonsense')).toEqual(['unknown-source']);
  });

  it('takes the newest year, the chapters and the headlines that have figures, and the newest neighbours', async () => {
    writeFileSync(
      file,
      lait(['Hampshire', 'England']) + lait(['Kent'], ['2026']).split('\n').slice(1).join('\n'),
    );
    await init('--la', '850', root, '--from', file);
    const today = new Date().toISOString().slice(0, 10);
    expect(material().edition.setting.edition).toMatchObject({
      id: '2024-25',
      status: 'draft',
      'cut-off': today,
      neighbours: 'statistical-neighbours-2025-05',
      themes: ['eyfs', 'ks2', 'attendance'],
      headlines: ['eyfs-good-level', 'ks2-rwm-expected', 'overall-absence'],
      'leaves-out': [],
    });
  });

  it('leaves out a measure that has no figure of the last three years, or of the last two and is not taken now', async () => {
    const series = readFileSync('data/england/series/lait.csv', 'utf8');
    const keyOf = (id: string) => new RegExp(`^([^,]+),,${id},Total,Total,,`, 'm').exec(series)?.[1] ?? '';
    const row = (id: string, year: number) => `${keyOf(id)},Words,${year},Hampshire,1,850,\n`;
    // Key stage 2 progress has no starting point in 2024 and 2025.
    const old = [row('ks2-gps-expected', 2016), row('ks2-reading-progress', 2023)];
    writeFileSync(file, lait(['Hampshire', 'England']) + old.join(''));
    const { said } = await init('--la', '850', root, '--from', file);
    expect(material().edition.setting.edition['leaves-out']).toEqual([
      'ks2-gps-expected',
      'ks2-reading-progress',
    ]);
    expect(said).toMatch(/leaves out.*: ks2-gps-expected, ks2-reading-progress$/m);
  });

  it('names in its prompts only figures that there are', async () => {
    await init('--la', '850', root, '--from', file);
    const folder = join(root, 'content/commentary/2024-25');
    for (const name of readdirSync(folder)) {
      const prompt = readFileSync(join(folder, name), 'utf8');
      expect(prompt).toMatch(/What changed, and why\?[\s\S]*\{[a-z0-9-]+ change\}/);
      writeFileSync(join(folder, name), prompt.replaceAll(/<!--|-->/g, ''));
    }
    expect(read('content/commentary/2024-25/ks2.md')).toContain(
      '{ks2-rwm-expected}  {ks2-rwm-expected change}  {ks2-rwm-expected of nation}',
    );
    expect(material().issues).toEqual([]);
  });

  it('lists at the end what it had to assume', async () => {
    const { said } = await init('--la', '850', root, '--from', file);
    const review = said.slice(said.indexOf('Review these'));
    for (const what of [
      'website',
      'colours',
      'neighbours',
      'chapters',
      'headlines',
      'days of release',
      'taken',
    ])
      expect(review).toContain(what);
    expect(review).toMatch(/^Next: npx keystage check --root /m);
  });

  it('without figures has all of the usual chapters of the school year that ended, and can be checked', async () => {
    const { said } = await init('--la', '850', root);
    const { edition, issues } = material();
    expect(edition.setting.edition.themes).toContain('ks4');
    expect(edition.setting.edition.headlines).toHaveLength(11);
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(said).toContain('No figures are in it yet');
  });

  it('begins where figures have been imported already', async () => {
    await init('--la', '850', root, '--from', file);
    for (const path of ['data/council.yaml', 'data/editions', 'content'])
      rmSync(join(root, path), { recursive: true });
    const figures = held().filter(path => path.startsWith('data/published'));
    const before = figures.map(read);
    expect((await init('--la', '850', root)).status).toBe(0);
    expect(figures.map(read)).toEqual(before);
    expect(material().edition.setting.edition.themes).toEqual(['eyfs', 'ks2', 'attendance']);
  });
});

describe('what is there already', () => {
  it('a council is left as it is, with exit status 2', async () => {
    await init('--la', '850', root);
    const before = held().map(path => [path, read(path)]);
    const { status, said } = await init('--la', 'Kent', root, '--from', file);
    expect(status).toBe(2);
    expect(said).toContain('holds a council already');
    expect(held().map(path => [path, read(path)])).toEqual(before);
  });

  it('a file of the same name stays, and is said to', async () => {
    mkdirSync(root);
    writeFileSync(join(root, 'package.json'), '{ "dependencies": { "keystage": "file:mine.tgz" } }');
    const { status, said } = await init('--la', '850', root);
    expect(status).toBe(0);
    expect(read('package.json')).toBe('{ "dependencies": { "keystage": "file:mine.tgz" } }');
    expect(said).toContain('package.json was there, and is as it was');
  });

  it('nothing is written where a file of figures is faulty', async () => {
    writeFileSync(file, 'Nothing,that,anybody,knows\n1,2,3,4\n');
    const { status, said } = await init('--la', '850', root, '--from', file);
    expect(status).toBe(1);
    expect(said).toContain('unknown-file');
    expect(existsSync(root)).toBe(false);
  });
});

describe('the authority', () => {
  it.each([
    ['850', 'E10000014'],
    ['Hampshire County Council', 'E10000014'],
    ['e10000014', 'E10000014'],
    ['St Helens', 'E08000013'],
    ['E10000027', 'E06000066'],
  ])('may be called %s', async (called, code) => {
    expect((await init('--la', called, root)).status).toBe(0);
    expect(read('data/council.yaml')).toContain(`code: ${code}\n`);
  });

  it.each([
    [
      'Cumbria',
      'ended on 31 March 2023; in its place are Cumberland (942) and Westmorland and Furness (943)',
    ],
    ['Hamshire', 'is Hampshire (850)'],
    ['Atlantis', 'give its name, its three-digit number or its code'],
    ['North West', 'no authority of England is called'],
  ])('%s: is told why not', async (called, why) => {
    const { status, said } = await init('--la', called, root);
    expect(status).toBe(2);
    expect(said).toContain(why);
    expect(existsSync(root)).toBe(false);
  });

  it('a London borough lies in London', async () => {
    await init('--la', 'Camden', root);
    expect(material().edition.setting.region).toMatchObject({ code: 'E12000007', name: 'London' });
  });

  it('whose neighbours are all far away is not judged by their average', async () => {
    const neighbours = [
      'West Berkshire',
      'Buckinghamshire',
      'Wokingham',
      'Oxfordshire',
      'Hampshire',
      'Surrey',
    ];
    writeFileSync(file, lait(['Isles of Scilly', 'England', 'South West', ...neighbours]));
    const { said } = await init('--la', 'Isles of Scilly', root, '--from', file);
    expect(said).toContain('none of which is close');
    const { found } = material().edition;
    const differences = found.headlines.flatMap(({ comparisons }) =>
      comparisons.held.map(({ beside, figure, degree }) => [beside.comparator, figure.amount.kind, degree]),
    );
    expect(differences.filter(([who]) => who === 'neighbours')).toEqual(
      Array.from({ length: 3 }, () => ['neighbours', 'refused', 'refused']),
    );
    expect(differences.filter(([who]) => who === 'nation').map(([, kind]) => kind)).toEqual(
      Array.from({ length: 3 }, () => 'known'),
    );
    // Of so few children nothing is called better or worse, beside anybody.
    expect(found.front.headlines).toEqual([]);
  });

  it('has no section on a measure that its publisher never gave for it', async () => {
    const text = lait(['Hampshire', 'England']);
    writeFileSync(file, text.replaceAll(/^(FSP_NEW_GOODDEV,Words,\d+,Hampshire),\d+/gm, '$1,x'));
    await init('--la', '850', root, '--from', file);
    const { edition } = material();
    expect(edition.setting.edition.themes).toEqual(['ks2', 'attendance']);
    const whole = read('data/editions/202425.yaml').replace('  - ks2\n', '  - eyfs\n  - ks2\n');
    writeFileSync(join(root, 'data/editions/202425.yaml'), whole);
    const [early, ks2] = material().edition.found.themes;
    expect([early?.theme.id, early?.indicators]).toEqual(['eyfs', []]);
    expect(ks2?.indicators).toHaveLength(1);
  });

  it('that was made by reorganisation has no years before', async () => {
    const years = ['2019', '2022', '2023', '2024', '2025'];
    const before = lait(['England'], years).concat(
      lait(['Cumberland'], years)
        .split('\n')
        .slice(1)
        .map(row => row.replace(/,(2019|2022),Cumberland,\d+/, ',$1,Cumberland,x'))
        .join('\n'),
    );
    writeFileSync(file, before);
    await init('--la', 'Cumberland', root, '--from', file);
    const [first] = material().edition.found.headlines;
    expect(first?.years.map(({ period }) => period)).toEqual(['202223', '202324', '202425']);
  });
});

describe('the command line of init', () => {
  const asked = (...line: readonly string[]) => {
    const found = readArguments(['init', ...line]);
    return found.outcome === 'run' ? found.arguments : found;
  };

  it('has the folder before the files, and any number of files', () => {
    expect(asked('--la', '850', '/a', '--from', 'x.csv', 'y.csv')).toMatchObject({
      root: '/a',
      authority: '850',
      files: ['x.csv', 'y.csv'],
    });
    expect(asked('--from', 'x.csv', 'y.csv', '--la', '850')).toMatchObject({
      root: process.cwd(),
      files: ['x.csv', 'y.csv'],
    });
  });

  it('wants an authority and one folder, and takes no options of others', () => {
    expect(asked('/a')).toEqual({ outcome: 'usage', why: 'no authority was given, as --la 850' });
    expect(asked('--la', '850', '/a', '/b')).toEqual({ outcome: 'usage', why: '"/b" is one word too many' });
    expect(asked('--la', '850', '--root', '/a')).toEqual({ outcome: 'usage', why: '"init" takes no --root' });
    expect(helpText()).toMatch(/^ {2}init {5}.*--la CODE \[FOLDER\] \[--from FILE…\]$/m);
  });
});

describe.skipIf(!existsSync(data))('with the long table as it is published', () => {
  it('a first draft of a whole report is there in under two minutes', async () => {
    const begun = Date.now();
    const { status } = await init('--la', 'Camden', root, '--from', join(data, 'lait/bds_long.csv.gz'));
    expect(status).toBe(0);
    expect(Date.now() - begun).toBeLessThan(120_000);
    const { edition, issues } = material();
    expect(edition.found.headlines).toHaveLength(11);
    expect(edition.themes).toHaveLength(12);
    expect(new Set(issues.map(({ rule }) => rule))).toEqual(new Set(['commentary-to-write']));
  });
});
