// What the documents say is there: links, files, scripts, commands, rules and packages.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands, helpText } from '../src/cli/arguments.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const text = (name: string) => readFileSync(join(repository, name), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md'].map(name => ({
  name,
  text: text(name),
}));
const pkg = JSON.parse(text('package.json'));
const anchorsOf = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('$name', ({ text: words }) => {
  it('links only to files and headings that are there', () => {
    for (const [, address = ''] of words.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https:/.test(address)) continue;
      const [path = '', anchor] = address.split('#');
      expect(existsSync(join(repository, path)), address).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(path === '' ? words : text(path)), address).toContain(anchor);
    }
  });

  it('names only files that are there', () => {
    const named = [...words.matchAll(/`((?:src|test|data|content|templates|bench)\/[\w./-]+)`/g)];
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
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      if (!types.test(name)) expect(text('ARCHITECTURE.md'), name).toContain(name);
    }
  });

  it('no install script runs that was not approved', () => {
    expect(pkg.allowScripts).toEqual({ node: true, '@parcel/watcher': false, 'vnu-jar': false });
    expect(text('.npmrc')).toContain('ignore-scripts=true');
  });
});
