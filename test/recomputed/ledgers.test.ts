// Every figure of every ledger, worked out a second time from the rows that its council's folder holds: those of the
// reference council, and of ten authorities of all kinds made from the table of all of them. The golden councils are in
// `golden-ledgers.test.ts`.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { listsOf } from './folder.ts';
import { recomputed } from './recomputed.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Of ten authorities the code and the region; one has two schools, some are younger than the table, some had another code. */
const ten = [
  ['E10000014', 'E12000008', 'Hampshire'],
  ['E09000007', 'E12000007', 'Camden'],
  ['E08000003', 'E12000002', 'Manchester'],
  ['E06000017', 'E12000004', 'Rutland'],
  ['E06000053', 'E12000009', 'Isles of Scilly'],
  ['E09000001', 'E12000007', 'City of London'],
  ['E06000063', 'E12000002', 'Cumberland'],
  ['E06000066', 'E12000009', 'Somerset'],
  ['E06000059', 'E12000009', 'Dorset'],
  ['E08000038', 'E12000003', 'Barnsley'],
] as const;

const temporary = mkdtempSync(join(tmpdir(), 'recomputed-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** The folder of an authority, with all that is published and the edition of 2024-25 of the reference council. */
function folderFor([code, region, name]: (typeof ten)[number]): string {
  const root = join(temporary, code);
  mkdirSync(join(root, 'data/editions'), { recursive: true });
  cpSync(join(repository, 'data/published'), join(root, 'data/published'), { recursive: true });
  const own = readFileSync(join(repository, 'data/council.yaml'), 'utf8');
  const council = own
    .replace(/^code: .*$/m, `code: ${code}`)
    .replace(/^name: .*$/m, `name: ${name}`)
    .replace(/^region: .*$/m, `region: ${region}`);
  writeFileSync(join(root, 'data/council.yaml'), council);
  const edition = readFileSync(join(repository, 'data/editions/202425.yaml'), 'utf8');
  const lists = listsOf(code);
  const listed = edition.replaceAll(/^neighbours(?:-before)?: (.*)\n/gm, (line, id) =>
    lists.has(id) ? line : '',
  );
  writeFileSync(join(root, 'data/editions/202425.yaml'), listed);
  return root;
}

describe('every figure of the ledger, and every word of direction, is as worked out again', () => {
  it('of the reference council', () => {
    const { all, wrong, left } = recomputed(repository);
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(19_000);
    expect([...left]).toEqual([]);
  });

  it.each(ten.map(each => [each[2], each] as const))('of %s', (_, council) => {
    const { all, wrong, left } = recomputed(folderFor(council));
    expect(wrong).toEqual([]);
    expect([...left]).toEqual([]);
    expect(all).toBeGreaterThan(1000);
  });
});
