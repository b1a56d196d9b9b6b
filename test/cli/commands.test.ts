// The commands as scripts use them: exit statuses, issue lines, JSON, and what is left on disk.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { writeCouncilFolder } from '../support/council-folder.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'keystage-cli-'));
const root = join(scratch, 'council');
const out = join(scratch, 'site');
const ks2 = 'data/observations/ks2/201314.csv';

/** Runs a command line as the program does, in this process: starting it takes longer than most commands. */
async function keystage(...line: readonly string[]) {
  const said = { log: '', error: '' };
  const hearing = (['log', 'error'] as const).map(stream =>
    vi.spyOn(console, stream).mockImplementation(text => {
      said[stream] += `${stripVTControlCharacters(`${text}`)}\n`;
    }),
  );
  try {
    return { status: await run(line), stdout: said.log, stderr: said.error };
  } finally {
    for (const each of hearing) each.mockRestore();
  }
}

/** Runs it as scripts do, in a process of its own. */
function keystageIn(env: NodeJS.ProcessEnv, line: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'bin/keystage.js'), ...line],
    {
      cwd: scratch,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env },
    },
  );
  return { status, stdout, stderr };
}

/** The exit status of a build without documents. */
const built = async (...options: readonly string[]) =>
  (await keystage('build', '--no-documents', '--root', root, '--out', out, ...options)).status;

const files = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  writeCouncilFolder(root);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('keystage build', () => {
  it('builds the site, says where it is, and gives the same bytes from the same input', () => {
    const { status, stdout, stderr } = keystageIn({}, ['build', '--root', root, '--out', out]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('site/index.html');
    expect(existsSync(join(out, '2013-14/figures.json'))).toBe(true);
    const first = files(out);
    expect(keystageIn({}, ['build', '--root', root, '--out', out, '--quiet'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(files(out)).toEqual(first);
  });

  it.runIf(process.platform === 'linux')(
    'where no browser can be unpacked, says so and builds the rest',
    () => {
      // A council of another name, whose documents no earlier build has kept.
      writeCouncilFolder(root, {
        'data/areas.yaml': text => text.replace('name: Winterfold', `name: Winterfold ${Date.now()}`),
      });
      writeFileSync(join(scratch, 'no-folder'), '');
      const env = { TMPDIR: join(scratch, 'no-folder', 'tmp') };
      const { status, stderr } = keystageIn(env, ['build', '--quiet', '--root', root, '--out', out]);
      expect(status).toBe(0);
      expect(stderr).toMatch(/^keystage: no PDFs and no social card were made, .+: ENOTDIR/);
      const made = Object.keys(files(out));
      expect(made).toContain('/2013-14/ks2/index.html');
      expect(made.filter(name => /\.(?:pdf|png)$/.test(name))).toEqual([]);
    },
  );

  it('prints every issue, exits 1 and leaves the last good site as it was', async () => {
    await keystage('build', '--no-documents', '--root', root, '--out', out, '--quiet');
    const good = files(out);
    writeCouncilFolder(root, {
      [ks2]: text => text.replace('W01,201314,Total,Total,84', 'W09,201314,Total,Total,840'),
    });
    const { status, stdout } = await keystage('build', '--no-documents', '--root', root, '--out', out);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^data\/observations\/ks2\/201314\.csv:2:13 {2}unknown-area /m);
    expect(stdout).toMatch(/^data\/observations\/ks2\/201314\.csv:2:36 {2}percentage-out-of-range /m);
    expect(stdout).toMatch(/^2 issues in 1 file$/m);
    expect(files(out)).toEqual(good);
    expect(
      readdirSync(scratch)
        .filter(name => name !== 'no-folder')
        .sort(),
    ).toEqual(['council', 'site']);
  });

  it('finds a figure that commentary names and nothing knows, at its line and column', async () => {
    writeCouncilFolder(root, {
      'content/commentary/2013-14/ks2.md': 'A line.\nUp by {ks2-reading gap Ducks}.\n',
    });
    const { status, stdout } = await keystage('build', '--no-documents', '--root', root, '--out', out);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^content\/commentary\/2013-14\/ks2\.md:2:7 {2}unknown-figure /m);
  });

  it('refuses to put the site where other files are', async () => {
    const mine = join(scratch, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'thesis.txt'), 'years of work');
    const { status, stderr } = await keystage('build', '--no-documents', '--root', root, '--out', mine);
    expect(status).toBe(2);
    expect(stderr).toContain('it holds other files');
    expect(files(mine)).toEqual({ '/thesis.txt': 'years of work' });
    rmSync(mine, { recursive: true });
  });

  it('builds one edition, or the report of another area', async () => {
    expect(await built('--edition', '2013-14')).toBe(0);
    expect(await built('--area', 'W02')).toBe(0);
    const { council } = JSON.parse(readFileSync(join(out, '2013-14/figures.json'), 'utf8'));
    expect(council).toEqual({ code: 'W02', name: 'Summerdale' });
  });
});

describe('keystage check', () => {
  it('is silent and exits 0 when there is nothing to say', async () => {
    expect(await keystage('check', '--root', root, '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('prints issues as a JSON array and nothing else', () => {
    writeCouncilFolder(root, { [ks2]: text => text.replace('ks2-progress,W01', 'ks2-progess,W01') });
    const { status, stdout, stderr } = keystageIn({}, ['check', '--root', root, '--json']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: ks2,
        line: 8,
        column: 1,
        rule: 'unknown-indicator',
        message: expect.stringContaining('"ks2-progess"'),
        hint: 'Did you mean "ks2-progress"?',
        severity: 'error',
      },
    ]);
  });

  it('says what is printed as [c], and what is hidden for its sake', async () => {
    const own = join(scratch, 'hidden');
    const file = 'data/observations/ks2/201213.csv';
    const rowOf = (group: string, counts: string) =>
      `ks2-reading,W01,201213,Sex,${group},,${counts},final,2013-08-29,invented-results,\n`;
    mkdirSync(own);
    writeCouncilFolder(own, {
      [file]: text => `${text}${rowOf('Boys', '3,12')}${rowOf('Girls', '159,188')}`,
    });
    const { stderr } = await keystage('check', '--root', own);
    expect(stderr).toContain(
      'Printed as [c]: 2 that tell of too few pupils or came suppressed, and 1 from which',
    );
    expect(stderr).toMatch(/\n {2}data\/observations\/ks2\/201213\.csv:\d+ {2}Reading, Girls, 2012\/13\n/);
  });

  it('writes an empty array when there are none, and writes nothing to disk', async () => {
    const before = files(root);
    expect((await keystage('check', '--root', root, '--json')).stdout).toBe('[]\n');
    expect(files(root)).toEqual(before);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'no command was given'],
    [['biuld'], 'there is no command "biuld"'],
    [['build', '--colour'], '--colour'],
    [['check', '--out', 'x'], '"check" takes no --out'],
    [['build', 'now'], '"now" is one word too many'],
    [['build', '--root', root, '--edition', '1999-00'], 'there is no edition "1999-00"'],
    [['build', '--root', root, '--area', 'Q99'], 'no area has the code "Q99"'],
    [['serve', '--port', 'eighty'], '--port "eighty"'],
  ] as const)('%j exits 2 and says why', async (line, why) => {
    const { status, stdout, stderr } = await keystage(...line);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it('prints help and exits 0 when asked', () => {
    const { status, stdout } = keystageIn({}, ['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Exit status');
  });

  it('says a council folder that is not there is missing', async () => {
    const { status, stdout } = await keystage('check', '--root', join(scratch, 'nowhere'));
    expect(status).toBe(1);
    expect(stdout).toContain('missing');
  });
});

describe('where the site may go', () => {
  it.each(['data/site', 'content', 'data'])('not into the council’s own %s', async inside => {
    const { status, stderr } = await keystage(
      'build',
      '--no-documents',
      '--root',
      root,
      '--out',
      join(root, inside),
    );
    expect(status).toBe(2);
    expect(stderr).toContain('it is inside the council');
  });

  it('not where part of the path is a file: the reason is said, and it is no fault of ours', () => {
    writeFileSync(join(scratch, 'a-file'), '');
    const { status, stderr } = keystageIn({}, [
      'build',
      '--no-documents',
      '--root',
      root,
      '--out',
      join(scratch, 'a-file', 'site'),
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('part of its path is a file');
  });

  it('behind a link, into the folder that the link leads to', async () => {
    const real = join(scratch, 'real');
    mkdirSync(real);
    symlinkSync(real, join(scratch, 'link'));
    expect(
      (await keystage('build', '--no-documents', '--root', root, '--out', join(scratch, 'link'))).status,
    ).toBe(0);
    expect(existsSync(join(real, 'index.html'))).toBe(true);
    expect(lstatSync(join(scratch, 'link')).isSymbolicLink()).toBe(true);
  });
});

describe('what must not be lost or given away', () => {
  const inspections = 'data/inspections/201314.csv';
  const ledger = () => JSON.parse(readFileSync(join(out, '2013-14/figures.json'), 'utf8'));

  it('a corrected count takes the place of what it corrects', async () => {
    writeCouncilFolder(root, {
      [inspections]: text =>
        `${text}school-grades,W01,201314,2014-08-31,Primary,Good,8,2014-11-20,invented-inspections,Corrected.\n`,
    });
    expect(await built()).toBe(0);
    const good = ledger().figures.find((figure: { id: string }) =>
      /\.count\.phase-primary\.w01\.201314\.good$/.test(figure.id),
    );
    expect(good).toMatchObject({ value: 8 });
  });

  it('the note of a suppressed figure is not published', async () => {
    writeCouncilFolder(root, {
      [ks2]: text =>
        text.replace(
          'Boys,,78,100,provisional,,invented-results,',
          'Boys,,4,9,provisional,,invented-results,Four of nine CANARY',
        ),
    });
    expect(await built()).toBe(0);
    expect(
      Object.entries(files(out))
        .filter(([, text]) => text.includes('CANARY'))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('commentary may name a figure that no page prints: it is in the ledger, with its evidence', async () => {
    writeCouncilFolder(root, {
      'content/commentary/2013-14/home.md':
        'Reading was {ks2-reading in 2012/13}, and progress {ks2-progress in 2012/13}.\n',
    });
    expect(await built()).toBe(0);
    expect(readFileSync(join(out, '2013-14/index.html'), 'utf8')).toMatch(
      /progress <a class="figure" href="[^"]+#ks2-progress[^"]+">−0\.4<\/a>/,
    );
  });
});
