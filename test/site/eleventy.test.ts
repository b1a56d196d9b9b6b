// A clone as plain Eleventy finds it, but for the council, which is invented and small.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeCouncilFolder } from '../support/council-folder.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

it('plain Eleventy builds the site of the folder that its configuration is in, with every file beside the pages', () => {
  const clone = mkdtempSync(join(tmpdir(), 'keystage-eleventy-'));
  try {
    writeCouncilFolder(clone);
    for (const name of ['src', 'templates', 'node_modules', 'package.json'])
      symlinkSync(join(repository, name), join(clone, name));
    cpSync(join(repository, '.eleventy.js'), join(clone, '.eleventy.js'));
    const eleventy = join(repository, 'node_modules/@11ty/eleventy/cmd.cjs');
    const run = spawnSync(process.execPath, [eleventy, '--output=_site', '--quiet'], {
      cwd: clone,
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    const site = join(clone, '_site');
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(
      expect.arrayContaining(['index.html', '2013-14/ks2/index.html', '2013-14/figures.json', '404.html']),
    );
    expect(files.filter(name => name.startsWith('sheets'))).toEqual([]);
    expect(readFileSync(join(site, '2013-14/ks2/index.html'), 'utf8')).toContain('<svg');
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
