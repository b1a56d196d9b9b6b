// Runs every check (types, lint, audit, tests) and ends with a plain count. Each of the first three counts as one check.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRecord } from './checks/record.ts';
import type { Ran } from './checks/results.ts';

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

const repository = fileURLToPath(new URL('..', import.meta.url));
/** The programs of the tools, which Node runs itself: on Windows the commands of the same name are no programs. */
const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
} as const;
type Tool = keyof typeof tools;

/** What became of a program: whether it did well, and what it printed where that was not shown at once. */
type Ended = { readonly passed: boolean; readonly output: string };

/** Runs a script on our Node, with our Node's folder first, so that every tool runs on it. */
function run(line: readonly string[], shows: 'at once' | 'when it ends'): Promise<Ended> {
  const env = {
    ...process.env,
    PATH: [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  };
  const stdio = shows === 'at once' ? 'inherit' : 'pipe';
  const program = spawn(process.execPath, line, { cwd: repository, stdio, env });
  const output: string[] = [];
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (text: Buffer) => output.push(text.toString()));
  return new Promise(resolve =>
    program.once('close', status => resolve({ passed: status === 0, output: output.join('') })),
  );
}

const scriptOf = (name: Tool) => join(repository, 'node_modules', tools[name]);

async function check(name: Tool, args: readonly string[]): Promise<Counts> {
  const { passed, output } = await run([scriptOf(name), ...args], 'when it ends');
  console.log(`\n— ${name} ${args.join(' ')}\n${output.trimEnd()}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** What is known against the packages that come with the tool, where the registry can be asked; otherwise skipped. */
async function audit(): Promise<Counts> {
  const { passed, output } = await run([join(repository, 'scripts/audit.ts')], 'when it ends');
  console.log(`\n— audit\n${output.trimEnd()}`);
  const skipped = output.includes('audit skipped') ? 1 : 0;
  const failed = passed ? 0 : 1;
  return { passed: 1 - skipped - failed, failed, skipped };
}

/** The tests, counted from the runner's own report; a run that leaves no report, or ran nothing, has failed. */
async function tests(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-all-'));
  const report = join(folder, 'report.json');
  console.log(`\n— vitest run ${args.join(' ')}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { passed } = await run([scriptOf('vitest'), 'run', ...reporters, ...args], 'at once');
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = counts.numPendingTests + counts.numTodoTests;
    const failed = passed ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
    const unmet = args.length === 0 ? recordOf(counts) : 0;
    return { passed: counts.numPassedTests, failed: Math.max(failed, unmet), skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** After a complete run, writes what came of the accessibility checklist; how many of its items failed or were not run. */
function recordOf(report: {
  readonly testResults: readonly { readonly assertionResults: readonly Ran[] }[];
}): number {
  const ran = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const unmet = writeRecord(new Date().toISOString().slice(0, 10), ran);
  for (const { item, title, result } of unmet)
    console.log(`${result}: item ${item} of the accessibility checklist, ${title}`);
  return unmet.length;
}

// The audit waits for the registry for most of its time.
const results = [
  ...(await Promise.all([check('tsc', ['--noEmit']), check('biome', ['check']), audit()])),
  await tests(process.argv.slice(2)),
];
const sum = (key: keyof Counts) => results.reduce((total, counts) => total + counts[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') === 0 && sum('passed') > 2 ? 0 : 1;
