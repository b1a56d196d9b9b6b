import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { loadFolder } from '../support/load-folder.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

// The figures are invented.
const lait = `Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region
KS2RWM_Expected_STD,Words,2018,Cheshire East,68.049999999999997,895,North West
KS2RWM_Expected_STD,Words,2018,Northumberland,-,929,North East
KS2RWM_Expected_STD,Words,2019,Northumberland,64,929,North East
AVG_Prog8_Score,Words,2018,Cheshire East,8.4076004708256299E-2,895,North West
RTA,Words,2014-16,Barnet,10.79,302,Outer London
`;

let root = '';
let said: string[] = [];
const bring = (...line: readonly string[]) =>
  run(['import', '--root', root, '--retrieved', '2026-04-08', ...line]);
const put = (name: string, text: string) => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keystage-cli-import-'));
  for (const folder of ['data', 'content'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  rmSync(join(root, 'data/england'), { recursive: true });
  rmSync(join(root, 'data/published'), { recursive: true, force: true });
  said = [];
  const hear = (text: string) => void said.push(...String(text).split('\n'));
  vi.spyOn(console, 'log').mockImplementation(hear);
  vi.spyOn(console, 'error').mockImplementation(hear);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

describe('keystage import', () => {
  it('says what it writes and what became of every row, and writes what the folder is then read by', async () => {
    expect(await bring(put('bds_long.csv', lait))).toBe(0);
    const told = said.map(line => line.trim().replace(/ +/g, ' '));
    expect(told).toContain('publication lait');
    expect(told).toContain('ks2-rwm-expected 2017/18 to 2018/19 2 areas 3 values');
    expect(told).toContain('5 rows: 4 gave values, 1 that no indicator asks for');
    expect(told).toContain('data/published/lait/2026-04-08: 4 new values, 0 changed, 0 held already');
    const text = readFileSync(join(root, 'data/published/lait/2026-04-08/ks2.csv'), 'utf8');
    expect(text).toBe(`indicator,topic,group,area,201718,201819
ks2-rwm-expected,Total,Total,E06000049,68.05,
ks2-rwm-expected,Total,Total,E06000057,x,64
`);
    const loaded = loadFolder(root);
    expect(loaded.issues.filter(({ file }) => file.startsWith('data/published'))).toEqual([]);
    expect(loaded.outcome).toBe('read');
  });

  it('tries without writing, writes nothing twice and nothing of a file with faults', async () => {
    const path = put('bds_long.csv', lait);
    expect(await bring('--dry-run', path)).toBe(0);
    expect(said).toContain('Nothing is written: this was a trial.');
    expect(existsSync(join(root, 'data/published'))).toBe(false);
    expect(await bring(path, put('faulty.csv', lait.replace('929', '999')))).toBe(1);
    expect(existsSync(join(root, 'data/published'))).toBe(false);
    expect(await bring(path)).toBe(0);
    expect(await bring(path)).toBe(0);
    expect(readdirSync(join(root, 'data/published/lait'))).toEqual(['2026-04-08']);
  });

  it('writes its questions about columns that it has not met, and no figure', async () => {
    expect(await bring(put('ours.csv', 'Measure,2022/23,2023/24\nPhonics,80%,81%\n'))).toBe(1);
    expect(readdirSync(join(root, 'data/imports'))).toEqual(['ours.yaml']);
    expect(said.some(line => line.includes('no-series-asked'))).toBe(true);
  });

  it('wants a file, and a day that is one', async () => {
    expect(await bring()).toBe(2);
    expect(await run(['import', '--retrieved', 'yesterday', 'a.csv'])).toBe(2);
    expect(await run(['check', '--dry-run'])).toBe(2);
  });
});
