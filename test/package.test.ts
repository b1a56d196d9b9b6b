// The package that councils install, made and used as they do: in a folder of its own, with no clone in sight. What it
// depends on is linked instead of fetched: its own dependencies and no others.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCouncilFolder } from './support/council-folder.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const pkg = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'keystage-package-'));
// As officers name folders: with what patterns, shells and addresses take for signs of their own.
const folder = join(scratch, "Children's services (draft) [2] 50%");
const packages = join(folder, 'node_modules');
const bin = join(packages, 'keystage/bin/keystage.js');
const env = {
  ...process.env,
  NO_COLOR: '1',
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
};
let packed: readonly string[] = [];
let server: ChildProcess | null = null;

/** Runs a program and gives what it said; one that fails says why. */
function run(program: string, line: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, line, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const keystage = (...line: readonly string[]) => run(process.execPath, [bin, ...line], folder);

const files = (site: string) =>
  Object.fromEntries(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(site.length), readFileSync(path, 'latin1')])
      .sort(),
  );

beforeAll(() => {
  const made = run('npm', ['pack', '--json', '--pack-destination', scratch], repository);
  const [{ filename, files: held }] = JSON.parse(made.stdout.slice(made.stdout.indexOf('[')));
  packed = held.map(({ path }: { path: string }) => path);
  mkdirSync(join(packages, '.bin'), { recursive: true });
  run('tar', ['-xzf', join(scratch, filename), '-C', packages], scratch);
  renameSync(join(packages, 'package'), join(packages, 'keystage'));
  for (const name of Object.keys(pkg.dependencies)) {
    mkdirSync(dirname(join(packages, name)), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), join(packages, name));
  }
  chmodSync(bin, 0o755);
  symlinkSync(bin, join(packages, '.bin/keystage'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { keystage: '*' } }));
  writeCouncilFolder(folder);
});
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

describe('the package', () => {
  it('holds the code compiled, what it draws with and what is true of every council, and nothing that tests or lints', () => {
    const wanted =
      /^(?:bin|dist|templates|docs|data\/(?:england|schemas))\/|^(?:package\.json|(?:README|CHANGELOG)\.md|LICENSE)$/;
    expect(packed.filter(path => !wanted.test(path))).toEqual([]);
    expect(packed.filter(path => /\.ts$|\.test\./.test(path))).toEqual([]);
    expect(packed).toEqual(
      expect.arrayContaining([
        'bin/keystage.js',
        'dist/cli/run.js',
        'templates/styles/site.scss',
        'templates/council-folder/dot-gitignore',
        'docs/accessibility-checks.json',
        ...(existsSync(join(repository, 'data/england')) ? ['data/england/areas.csv'] : []),
      ]),
    );
  });

  it('leaves no compiled code in the clone', () => {
    expect(existsSync(join(repository, 'dist'))).toBe(false);
  });

  it('checks the folder that one stands in, by the name that officers type', () => {
    expect(run('npx', ['keystage', 'check'], folder)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringContaining('No issues.'),
    });
  });

  it('builds what a clone builds, byte for byte', () => {
    expect(keystage('build', '--no-documents')).toMatchObject({ status: 0, stdout: '' });
    const line = ['build', '--no-documents', '--root', folder, '--out', join(scratch, 'by-clone')];
    expect(run(process.execPath, [join(repository, 'bin/keystage.js'), ...line], scratch).status).toBe(0);
    expect(files(join(folder, '_site'))).toEqual(files(join(scratch, 'by-clone')));
  });

  it('keeps what it made beside the packages, and nothing inside its own', () => {
    expect(readdirSync(join(packages, '.cache/keystage')).sort()).toEqual([
      'drawings',
      'embed-styles',
      'pages',
      'read',
      'search',
      'styles',
      'workbooks',
    ]);
    expect(existsSync(join(packages, 'keystage/node_modules'))).toBe(false);
  });

  it('serves the report, and leaves nothing half made when it is stopped', async () => {
    server = spawn(process.execPath, [bin, 'serve', '--port', '0', '--no-documents'], { cwd: folder, env });
    let said = '';
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (text: Buffer) => {
        said += text;
      });
    await expect
      .poll(() => said, { timeout: 300_000 })
      .toMatch(/The pages are ready at http:\/\/localhost:\d+\//);
    const [address = ''] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
    expect(await fetch(address).then(answer => answer.text())).toContain('Winterfold');
    const ended = new Promise(done => server?.on('close', done));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['_site', 'content', 'data', 'node_modules', 'package.json']);
  });

  it('says on a Node that is too old which one it needs and what to do', () => {
    const older = 'Object.defineProperty(process, "versions", { value: { node: "20.1.0" } })';
    const line = ['--import', `data:text/javascript,${older}`, bin, 'check'];
    expect(run(process.execPath, line, folder)).toEqual({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(/needs Node 24 or later, and this is Node 20\.1\.0\. Install /),
    });
  });
});
