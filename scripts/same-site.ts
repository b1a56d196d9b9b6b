// Builds a council folder with the code of another commit and with this one, and lists every file that is not the same:
// `node scripts/same-site.ts COMMIT [FOLDER …]`. Two sites that are built already: `--sites BEFORE AFTER`.
// PDFs of other bytes are compared by their text. Exit 1 when anything differs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPdf } from '../test/support/pdf.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const [first = '', ...rest] = process.argv.slice(2);

/** Every file of a site, relative, in order. */
function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(site, name)).isFile())
    .sort();
}

/** How a file of two sites differs, in a few words; null when it is the same. */
async function difference(before: string, after: string, name: string): Promise<string | null> {
  const [old, now] = [join(before, name), join(after, name)];
  if (!existsSync(old)) return 'new';
  if (!existsSync(now)) return 'gone';
  const [was, is] = [readFileSync(old), readFileSync(now)];
  if (was.equals(is)) return null;
  if (name.endsWith('.pdf')) return (await textOfPdf(was)) === (await textOfPdf(is)) ? null : 'another text';
  return firstDifference(was.toString('utf8'), is.toString('utf8'));
}

/** What a PDF says, page by page, with the places that it leads to. */
async function textOfPdf(bytes: Buffer): Promise<string> {
  const { pages, outline, inner, outer, title } = await readPdf(bytes);
  return JSON.stringify({ title, pages, outline, inner, outer });
}

function firstDifference(was: string, is: string): string {
  const [old, now] = [was.split('\n'), is.split('\n')];
  const at = old.findIndex((line, index) => line !== now[index]);
  const sorted = (lines: readonly string[]) => lines.toSorted().join('\n');
  if (sorted(old) === sorted(now)) return `the same lines in another order, from line ${at + 1}`;
  return `line ${at + 1}: ${(old[at] ?? '').trim().slice(0, 150)} → ${(now[at] ?? '').trim().slice(0, 150)}`;
}

/** Compares two sites and prints each file that differs; how many do. */
async function compare(before: string, after: string): Promise<number> {
  const names = [...new Set([...filesOf(before), ...filesOf(after)])].sort();
  const found: string[] = [];
  for (const name of names) {
    const how = await difference(before, after, name);
    if (how !== null) found.push(`${name}: ${how}`);
  }
  for (const line of found) console.log(line);
  console.log(`${names.length} files, ${found.length} not the same`);
  return found.length;
}

function build(code: string, folder: string, out: string): void {
  const node = join(repository, 'node_modules/node/bin/node');
  const line = [join(code, 'bin/keystage.js'), 'build', '--root', folder, '--out', out, '--quiet'];
  execFileSync(node, line, { cwd: code, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Builds each folder twice and compares: with the code of the commit, taken out beside, and with this code. */
async function buildAndCompare(commit: string, folders: readonly string[]): Promise<number> {
  const temporary = mkdtempSync(join(tmpdir(), 'keystage-same-'));
  const code = join(temporary, 'code');
  try {
    execFileSync('git', ['worktree', 'add', '--detach', code, commit], { cwd: repository, stdio: 'ignore' });
    // The commit's own packages, which may be others than ours.
    execFileSync('node', [join(code, 'scripts/setup.js')], { cwd: code, stdio: 'ignore' });
    let differing = 0;
    for (const [index, folder] of folders.entries()) {
      const [before, after] = [join(temporary, `${index}-before`), join(temporary, `${index}-after`)];
      console.log(`${folder}: ${commit} and now`);
      build(code, resolve(folder), before);
      build(repository, resolve(folder), after);
      differing += await compare(before, after);
    }
    return differing;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    execFileSync('git', ['worktree', 'prune'], { cwd: repository });
  }
}

const differing =
  first === '--sites'
    ? await compare(rest[0] ?? '', rest[1] ?? '')
    : await buildAndCompare(first, rest.length > 0 ? rest : [repository]);
process.exitCode = differing === 0 ? 0 : 1;
