import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStore } from '../../src/site/cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keystage-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = () => readdirSync(join(folder, 'drawings')).sort();
const usedAt = (name: string, minute: number) =>
  utimesSync(join(folder, 'drawings', name), minute * 60, minute * 60);

describe('a store of what builds keep', () => {
  it('gives back what was kept, to this build and to the next', () => {
    const store = makeStore('drawings', 3, folder);
    expect(store.read('a')).toBeNull();
    store.keep('a', '<svg/>');
    expect(store.read('a')?.toString()).toBe('<svg/>');
    expect(makeStore('drawings', 3, folder).read('a')?.toString()).toBe('<svg/>');
    expect(makeStore('styles', 3, folder).read('a')).toBeNull();
  });

  it('keeps those that were used last, by whichever build', () => {
    const first = makeStore('drawings', 3, folder);
    for (const name of ['a', 'b', 'c']) first.keep(name, name);
    for (const [at, name] of ['b', 'a', 'c'].entries()) usedAt(name, at + 1);
    const second = makeStore('drawings', 3, folder);
    second.read('b');
    second.keep('d', 'd');
    expect(names()).toEqual(['b', 'c', 'd']);
    second.read('c');
    second.keep('e', 'e');
    expect(names()).toEqual(['c', 'd', 'e']);
  });

  it('lets builds beside one another add to it, and leaves no half-written files', () => {
    const [one, other] = [makeStore('drawings', 9, folder), makeStore('drawings', 9, folder)];
    one.keep('a', 'a');
    other.keep('b', 'b');
    one.keep('b', 'b');
    other.keep('c', 'c');
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(one.read('c')?.toString()).toBe('c');
  });

  it('does without where nothing can be written or read', () => {
    writeFileSync(join(folder, 'file'), 'of somebody');
    const store = makeStore('drawings', 3, join(folder, 'file'));
    store.keep('a', 'a');
    expect(store.read('a')).toBeNull();
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('of somebody');
  });
});
