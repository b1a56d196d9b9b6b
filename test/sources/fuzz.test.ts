import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Issue, issueLine } from '../../src/issues.ts';
import { inventedFolder, writeCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keystage-fuzz-'));
  writeCouncilFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = Object.keys(inventedFolder);

/** Hundreds of loads take a while on a busy machine. */
const patience = 60_000;

/** Loads the folder with one file's contents replaced, and puts the file back. */
function loadWith(path: string, contents: string | Uint8Array) {
  writeFileSync(join(folder, path), contents);
  try {
    return loadFolder(folder);
  } finally {
    writeFileSync(join(folder, path), inventedFolder[path] ?? '');
  }
}

/** An issue leads to a place that exists, says something, and is one line. */
function expectUsable(issue: Issue, contents: string): void {
  expect(issue.line).toBeGreaterThanOrEqual(1);
  expect(issue.column).toBeGreaterThanOrEqual(1);
  expect(issue.message).not.toBe('');
  expect(issueLine(issue)).not.toContain('\n');
  const lines = contents.split(/\r\n?|\n/);
  expect(issue.line).toBeLessThanOrEqual(lines.length);
  expect(issue.column).toBeLessThanOrEqual((lines[issue.line - 1]?.length ?? 0) + 1);
}

function expectSane(path: string, contents: string | Uint8Array): void {
  const loaded = loadWith(path, contents);
  const isRead = !loaded.issues.some(issue => issue.severity === 'error');
  expect(loaded.outcome).toBe(isRead ? 'read' : 'issues');
  if (typeof contents !== 'string') return;
  for (const issue of loaded.issues) if (issue.file === path) expectUsable(issue, contents);
}

const anyPath = fc.constantFrom(...paths);
const awkward = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '\t',
  ':',
  '- ',
  '&a',
  '*a',
  '{',
  '[',
  '|',
  '#',
  "'",
  '\0',
  '\ufeff',
  '\u2028',
  '😀',
  '---\n',
  '~',
  '%',
  '-',
  '!!x ',
  '__proto__',
  ' ',
  '9'.repeat(30),
  '1e99',
);

test(
  'any bytes in any file are issues or a folder, never a fault of ours',
  () => {
    fc.assert(fc.property(anyPath, fc.uint8Array({ maxLength: 300 }), expectSane), { numRuns: 60 });
  },
  patience,
);

test(
  'any text in any file is issues or a folder, never a fault of ours',
  () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(awkward).map(parts => parts.join('')),
    );
    fc.assert(fc.property(anyPath, text, expectSane), { numRuns: 120 });
  },
  patience,
);

test(
  'a sound file with anything put in anywhere is issues or a folder, never a fault of ours',
  () => {
    const insertion = fc.record({
      path: anyPath,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(20),
      put: fc.array(awkward, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(insertion, ({ path, at, cut, put }) => {
        const sound = inventedFolder[path] ?? '';
        const where = Math.floor(at * sound.length);
        expectSane(path, `${sound.slice(0, where)}${put.join('')}${sound.slice(where + cut)}`);
      }),
      { numRuns: 250 },
    );
  },
  patience,
);
