import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { whyNotWritten, writeFiles } from '../../src/site/swap.ts';

const folder = mkdtempSync(join(tmpdir(), 'keystage-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failed = (code: string) => Object.assign(new Error(code), { code });

it('what stands in the way of a site is said in the words of the system it is on', () => {
  expect(whyNotWritten(failed('EBUSY'), 'linux')).toContain('a mounted disk');
  expect(whyNotWritten(failed('EBUSY'), 'win32')).toBe(
    'another program has a file in it open: close it and try again',
  );
  expect(whyNotWritten(failed('EPERM'), 'win32')).toContain('or another program has a file in it open');
  expect(whyNotWritten(failed('ENOSPC'), 'win32')).toBe('the disk is full');
  expect(whyNotWritten(new Error('of ours'), 'win32')).toBeNull();
});

it('files go into the folder, and nowhere else', async () => {
  await writeFiles(folder, [{ path: '2013-14/ks2/index.html', text: 'KS2' }]);
  expect(readFileSync(join(folder, '2013-14/ks2/index.html'), 'utf8')).toBe('KS2');
  await expect(writeFiles(folder, [{ path: '../index.html', text: '' }])).rejects.toThrow('outside the site');
});

it.each([
  [['2013-14/ks2/index.html', '2013-14/KS2/index.html'], 'are one file on Windows'],
  [['2013-14/con/index.html'], 'cannot be a file on Windows'],
  [['2013-14/aux.csv'], 'cannot be a file on Windows'],
])('%j is not written, on any machine', async (paths, why) => {
  const files = paths.map(path => ({ path: `site/${path}`, text: '' }));
  await expect(writeFiles(folder, files)).rejects.toThrow(why);
  expect(existsSync(join(folder, 'site'))).toBe(false);
});
