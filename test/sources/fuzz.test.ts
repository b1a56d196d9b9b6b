import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Issue, issueLine } from '../../src/issues.ts';
import { planKinds } from '../../src/plans/index.ts';
import { readCsv } from '../../src/sources/csv.ts';
import { loadUnfinished } from '../../src/sources/load.ts';
import { inventedFolder, writeCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';
import { reporting } from '../support/reporting.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keystage-fuzz-'));
  writeCouncilFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = Object.keys(inventedFolder);

/** For how many minutes cells are tried, and with which seed: `FUZZ_MINUTES=10 npm run unit -- test/sources/fuzz.test.ts`. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? (minutes > 0 ? Date.now() % 1e9 : 20261130));

/** Hundreds of loads take a while on a busy machine. */
const patience = 600_000 + minutes * 120_000;

/** So many runs, or as many as there is time for. */
function runs(numRuns: number): fc.Parameters<unknown> {
  if (minutes === 0) return { numRuns, seed };
  console.log(`seed ${seed}`);
  return { numRuns: 1e9, seed, interruptAfterTimeLimit: minutes * 30_000, markInterruptAsFailure: false };
}

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

/** What somebody may type, paste or export into a cell. */
const cell = fc.oneof(
  awkward,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
  fc.constantFrom(
    ...[
      '84',
      '84%',
      '44,8',
      '1,234',
      '-',
      '..',
      'c',
      'z',
      'x',
      'low',
      '[c]',
      'NULL',
      'N/A',
      '#REF!',
      '=1+1',
      '@SUM(A1)',
    ],
    ...[
      '{{ 7 * 7 }}',
      '{% include "x" %}',
      '<script>alert(1)</script>',
      '[a](javascript:alert(1))',
      '#{x}',
      '\u202e48',
    ],
    ...[
      'ks2-rwm-l4',
      'W01',
      'E92000001',
      '201314',
      '2013/14',
      'Total',
      'final',
      '2014-12-11',
      '../../etc',
      'aux',
      '\u200b84',
    ],
    'x'.repeat(5000),
  ),
);
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

/** The lines on which rows begin, from the line after the header on. */
function linesOf(rows: readonly string[]): readonly number[] {
  let line = 2;
  return rows.map(row => {
    const at = line;
    line += row.split('\n').length;
    return at;
  });
}

test(
  'every row of a table is read, or has an issue at its place, whatever is in its cells',
  () => {
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map(fields => fields.map(quoted).join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), rows => {
        const { report, issues } = reporting();
        const plain = rows.map(each => each.replaceAll(/\r\n?/g, '\n'));
        const read = readCsv(
          ['area,value,note', ...plain].join('\n'),
          'a.csv',
          ['area', 'value', 'note'],
          report,
        );
        const starts = linesOf(plain);
        const isSaid = (line: number, end: number) =>
          read.some(({ place }) => place.line === line) ||
          issues.some(issue => issue.line >= line && issue.line < end);
        // Notes beneath the rows are told of once, and blank rows there are none.
        const foot = issues.find(({ rule }) => rule === 'footnote')?.line ?? Infinity;
        const lost = starts.filter((line, at) => {
          // A row of nothing holds nothing that could be lost.
          const isBlank = /^(?:"\s*"|,|\s)*$/.test(plain[at] ?? '');
          return !isSaid(line, starts[at + 1] ?? Infinity) && line < foot && !isBlank;
        });
        expect(lost).toEqual([]);
        expect(read.length).toBeLessThanOrEqual(rows.length);
      }),
      runs(300),
    );
  },
  patience,
);

test(
  'every row of observations is one, or has an issue at its place, whatever is in its cells',
  () => {
    const path = 'data/observations/ks2/201314.csv';
    const [head = '', ...sound] = (inventedFolder[path] ?? '').trimEnd().split('\n');
    const change = fc.record({ at: fc.nat(sound.length - 1), column: fc.nat(11), put: cell });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
        const rows = sound.map(line => line.split(','));
        for (const { at, column, put } of changes) {
          const [row] = rows.slice(at);
          if (row !== undefined) row[column] = quoted(put.replaceAll(/\r\n?/g, '\n'));
        }
        const lines = rows.map(row => row.join(','));
        writeFileSync(join(folder, path), `${[head, ...lines].join('\n')}\n`);
        const began = performance.now();
        const { folder: read, issues } = loadUnfinished(folder, planKinds);
        writeFileSync(join(folder, path), inventedFolder[path] ?? '');
        expect(performance.now() - began).toBeLessThan(120_000);
        const own = issues.filter(issue => issue.file === path);
        // A file that is no text is not read, and says so once.
        if (own.some(({ rule }) => rule === 'nul-byte')) return;
        const held = new Set(
          (read?.observations ?? []).flatMap(({ place }) => (place.file === path ? place.line : [])),
        );
        const starts = linesOf(lines);
        const foot = own.find(({ rule }) => rule === 'footnote')?.line ?? Infinity;
        const lost = starts.filter((line, at) => {
          const end = starts[at + 1] ?? Infinity;
          return !held.has(line) && line < foot && !own.some(issue => issue.line >= line && issue.line < end);
        });
        expect(lost).toEqual([]);
      }),
      runs(60),
    );
  },
  patience,
);
