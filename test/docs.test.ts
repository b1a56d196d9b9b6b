// What the documents say is there: links, files, scripts, commands, rules and packages.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands, helpText } from '../src/cli/arguments.ts';
import { makeReport } from '../src/report.ts';
import { viewsOf } from './support/views.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const text = (name: string) => readFileSync(join(repository, name), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'docs/features.md',
  'docs/rules.md',
  'docs/officers-guide.md',
  'docs/council-folder.md',
  'docs/hosting.md',
  'docs/packages.md',
].map(name => ({ name, text: text(name) }));
const pkg = JSON.parse(text('package.json'));
const anchorsOf = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('$name', ({ name, text: words }) => {
  it('links only to files and headings that are there', () => {
    for (const [, address = ''] of words.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https:/.test(address)) continue;
      const [path = '', anchor] = address.split('#');
      const there = join(dirname(name), path);
      expect(existsSync(join(repository, there)), address).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(path === '' ? words : text(there)), address).toContain(anchor);
    }
  });

  it('names only files that are there', () => {
    // What officers read speaks of files in a folder of their own.
    const rooms = name === 'docs/officers-guide.md' ? 'src|test' : 'src|test|data|content|templates|bench';
    const named = [...words.matchAll(new RegExp(`\`((?:${rooms})/[\\w./-]+)\``, 'g'))];
    for (const [, path = ''] of named) expect(existsSync(join(repository, path)), path).toBe(true);
  });

  it('names only scripts and commands that are there', () => {
    for (const [, script = ''] of words.matchAll(/npm run (\w+)/g))
      expect(pkg.scripts, script).toHaveProperty(script);
    for (const [, command = ''] of words.matchAll(/(?:npx keystage|npm run keystage --) (\w+)/g)) {
      expect(commands, command).toHaveProperty(command);
    }
  });
});

describe('what is promised', () => {
  it('every command is in the help, and those of today in the changelog', () => {
    for (const command of Object.keys(commands)) {
      expect(helpText()).toContain(`  ${command}`);
      expect(text('CHANGELOG.md')).toContain(command);
    }
  });

  it('every package that is depended on has its reason in ARCHITECTURE, and an exact version', () => {
    const packages: Record<string, string> = { ...pkg.dependencies, ...pkg.devDependencies };
    const types = /^@types\//;
    for (const [name, version] of Object.entries(packages)) {
      expect(version, name).toMatch(/^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+$/);
      if (!types.test(name)) expect(text('ARCHITECTURE.md'), name).toContain(name);
    }
  });

  it('no install script runs that was not approved', () => {
    expect(pkg.allowScripts).toEqual({ node: true, '@parcel/watcher': false, 'vnu-jar': false });
    expect(text('scripts/setup.js')).toContain("npm('ci', '--ignore-scripts')");
  });
});

describe('the table of features', () => {
  const rows = [...text('docs/features.md').matchAll(/^\| (F\d\d|The chain) \|.*$/gm)].map(([row = '']) => {
    const [, id = '', , page = '', file = ''] = row.split('|').map(cell => cell.trim());
    const [, href = '', council = null] = /^`([^`]+)`(?: of `([^`]+)`)?$/.exec(page) ?? [];
    return { id, href, council, file: file.replaceAll('`', '') };
  });
  const councils = new Map(
    [...new Set(rows.map(({ council }) => council))].map(council => {
      const made = makeReport(council === null ? repository : join(repository, 'test/editions', council));
      if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
      const { themes, targets, plans } = viewsOf(made.report);
      return [council, [...themes, ...targets, ...plans].map(({ href }) => href)] as const;
    }),
  );

  it('has every feature of plans, inspection and people', () => {
    const asked = [
      [8, 23],
      [29, 42],
      [44, 44],
      [46, 46],
      [49, 51],
    ].flatMap(([from = 0, to = 0]) =>
      Array.from({ length: to - from + 1 }, (_, at) => `F${String(from + at).padStart(2, '0')}`),
    );
    expect(rows.map(({ id }) => id)).toEqual([...asked, 'The chain']);
  });

  it.each(rows)('$id is shown on a page, from a file that is there', ({ href, council, file }) => {
    expect(councils.get(council)).toContain(href);
    expect(existsSync(join(repository, file)), file).toBe(true);
  });
});
