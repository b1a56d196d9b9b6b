import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

it('plain Eleventy builds the reference council’s site, with every file beside the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-eleventy-'));
  try {
    const eleventy = join(repository, 'node_modules/@11ty/eleventy/cmd.cjs');
    const run = spawnSync(process.execPath, [eleventy, `--output=${folder}`, '--quiet'], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(
      expect.arrayContaining(['index.html', '2013-14/ks2/index.html', '2013-14/figures.json', '404.html']),
    );
    expect(files.filter(name => name.startsWith('sheets'))).toEqual([]);
    expect(readFileSync(join(folder, '2013-14/ks2/index.html'), 'utf8')).toContain('<svg');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
