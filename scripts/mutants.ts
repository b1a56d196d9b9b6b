// Breaks the judgements and the narrative on purpose, one small change at a time, and lists the changes that neither a test
// nor the check of types notices: `npm run mutants -- --seed 13 --count 100 --in rank --workers 2`. The seed chooses which of all changes are made,
// and is printed, so that a run can be made again. Each worker has a copy of the code, so the checkout is never changed.
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVitest, type TestSpecification } from 'vitest/node';

const repository = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['src/judgements', 'src/narrative'];
/** Tests that take so long that they are left out: a change that they alone notice survives. */
const slow = /\/(?:ledgers|agreement-of-many|properties|independent)\.test\.ts$/;
/** Nothing takes as long: a change that does hangs. The first run of all tests has longer. */
const [longest, longestFirst] = [240_000, 1_200_000];

/** One small change to a line of a file. */
type Mutant = { readonly file: string; readonly line: number; readonly was: string; readonly is: string };
/** What a worker says: that it is ready, and without which tests; or which test noticed a change, if one did. */
type Answer =
  | { readonly kind: 'ready'; readonly without: readonly string[] }
  | { readonly kind: 'done'; readonly by: string | null };

/** What a change turns into what; each occurrence outside comments, imports and types is a mutant. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ < (?=[\w(])/g, ' >= '],
  [/ < (?=[\w(])/g, ' <= '],
  [/ > (?=[\w(])/g, ' <= '],
  [/ > (?=[\w(])/g, ' >= '],
  [/ <= /g, ' > '],
  [/ <= /g, ' < '],
  [/ >= /g, ' < '],
  [/ >= /g, ' > '],
  [/\.gt\(/g, '.lte('],
  [/\.gt\(/g, '.gte('],
  [/\.lt\(/g, '.gte('],
  [/\.lte\(/g, '.gt('],
  [/\.gte\(/g, '.lt('],
  [/\.plus\(/g, '.minus('],
  [/\.minus\(/g, '.plus('],
  [/ \+ (?=[\w(])/g, ' - '],
  [/ - (?=[\w(])/g, ' + '],
  [/(?<== )\d+(?=;)/g, '7'],
  [/(?<== )0\.\d+(?=;)/g, '0.7'],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/'above'/g, "'below'"],
  [/'below'/g, "'above'"],
  [/'rose'/g, "'fell'"],
  [/'fell'/g, "'rose'"],
  [/'better'/g, "'worse'"],
  [/'worse'/g, "'better'"],
  [/'widened'/g, "'narrowed'"],
  [/'low'/g, "'high'"],
  [/\.every\(/g, '.some('],
  [/\.some\(/g, '.every('],
  [/\.findLast\(/g, '.find('],
  [/\.at\(-1\)/g, '.at(0)'],
  [/\.filter\(.*\)(?=[;,.)]?$)/g, ''],
  [/^(\s*)if \(.*\) return .*;$/g, '$1;'],
  [/(?<=^\s*return )(?:true|false|null)(?=;$)/g, 'undefined as never'],
  [/^(\s*)\.\.\..*,$/g, '$1'],
];

function mutantsOf(file: string): readonly Mutant[] {
  let inType = false;
  return readFileSync(join(repository, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (/^(?:export )?type /.test(line)) inType = true;
      const skipped = inType || /^\s*(?:\/\/|\/?\*|import\b|readonly\b)/.test(line);
      if (inType && /[;}]\s*$/.test(line) && !/^\s/.test(line)) inType = false;
      if (skipped) return [];
      const changed = swaps.flatMap(([from, to]) =>
        [...line.matchAll(from)].map(match => {
          const rest = line.slice(match.index + match[0].length);
          return line.slice(0, match.index) + to.replace('$1', match[1] ?? '') + rest;
        }),
      );
      return [...new Set(changed)]
        .filter(is => is !== line)
        .map(is => ({ file, line: index + 1, was: line.trim(), is: is.trim() }));
    });
}

/** Numbers from a seed, the same each time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a file imports, and what that does. */
function importedBy(root: string, file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(
    /(?:from |import\()'(\.[^']+)'/g,
  )) {
    const to = relative(root, resolve(root, dirname(file), path));
    if (seen.has(to) || !to.endsWith('.ts')) continue;
    seen.add(to);
    importedBy(root, to, seen);
  }
  return seen;
}

/** Runs the tests that a change may break, the quickest first, for each change that it is sent. */
async function work(): Promise<void> {
  const say = (answer: Answer) => process.send?.(answer);
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  process.once('disconnect', () => process.exit());
  for (const name of ['src', 'test', 'data', 'content', 'docs', 'templates', 'package.json', 'tsconfig.json'])
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  const tests = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name =>
      /^(?:editions|golden-tests|inconsistencies|judgements|narrative|pages|recomputed)\b.*\.test\.ts$/.test(
        name,
      ),
    )
    .map(name => join('test', name))
    .filter(path => !/support\/(?:site|browser)\.ts/.test(readFileSync(join(copy, path), 'utf8')))
    .filter(path => !slow.test(path));
  const imports = new Map(tests.map(path => [path, importedBy(copy, path)]));
  const vitest = await createVitest('test', {
    root: copy,
    config: false,
    watch: false,
    include: tests,
    reporters: [{}],
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 120_000,
    update: false,
  });
  const specifications = await vitest.globTestSpecifications();
  const pathOf = ({ moduleId }: TestSpecification) => relative(copy, moduleId);
  const times = new Map<string, number>();
  /** The tests that fail. */
  const failing = async (some: readonly TestSpecification[]): Promise<readonly string[]> => {
    if (some.length === 0) return [];
    const { testModules: all, unhandledErrors } = await vitest.runTestSpecifications([...some], true);
    // Modules of an earlier run are told as well.
    const testModules = all.filter(({ moduleId }) => some.some(each => each.moduleId === moduleId));
    for (const module of testModules)
      times.set(module.relativeModuleId, times.get(module.relativeModuleId) ?? module.diagnostic().duration);
    return [
      ...unhandledErrors.map(error => `${error}`),
      ...testModules.flatMap(module => [
        ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
        ...[...module.children.allTests('failed')].map(
          test => `${module.relativeModuleId}: ${test.fullName}`,
        ),
      ]),
    ];
  };
  // A test that fails before anything is broken tells nothing.
  const without = new Set((await failing(specifications)).map(test => test.split(':')[0] ?? ''));
  const sound = specifications.filter(each => !without.has(pathOf(each)));
  for (const project of vitest.projects) project.config.bail = 1;
  /** The tests of a file itself are run first, then what takes less than a second. */
  const stageOf = (test: string, file: string) =>
    basename(test, '.test.ts') === basename(file, '.ts') ? 0 : (times.get(test) ?? 0) < 1000 ? 1 : 2;
  const firstFailing = async (
    stages: ReadonlyMap<number, readonly TestSpecification[]>,
  ): Promise<string | null> => {
    for (const stage of [0, 1, 2]) {
      const [failed] = await failing(stages.get(stage) ?? []);
      if (failed !== undefined) return failed;
    }
    return null;
  };
  process.on('message', async ({ file, line, is }: Mutant) => {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        .split('\n')
        .with(line - 1, is)
        .join('\n'),
    );
    vitest.invalidateFile(path);
    const related = sound.filter(each => imports.get(pathOf(each))?.has(file));
    const test = await firstFailing(Map.groupBy(related, each => stageOf(pathOf(each), file)));
    const by = test ?? (typesHold(copy) ? null : 'the check of types');
    writeFileSync(path, text);
    vitest.invalidateFile(path);
    say({ kind: 'done', by });
  });
  if (!typesHold(copy)) without.add('the check of types');
  say({ kind: 'ready', without: [...without] });
}

/** Whether the code of a folder agrees with its types, which `npm test` asks as well. */
function typesHold(folder: string): boolean {
  const line = ['node_modules/typescript/bin/tsc', '--noEmit'];
  return spawnSync(process.execPath, line, { cwd: folder, stdio: 'ignore' }).status === 0;
}

async function lead(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '13' },
      count: { type: 'string', default: '100' },
      in: { type: 'string', default: '' },
      workers: { type: 'string', default: '1' },
    },
  });
  const files = rooms
    .flatMap(room => readdirSync(join(repository, room)).map(name => join(room, name)))
    .filter(name => name.endsWith('.ts') && name.includes(values.in));
  const all = files.flatMap(mutantsOf);
  const next = numbersFrom(Number(values.seed));
  const chosen = all
    .map(mutant => ({ mutant, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, Number(values.count))
    .map(({ mutant }) => mutant);
  console.log(`seed ${values.seed}: ${chosen.length} of ${all.length} changes to ${files.length} files`);
  const waiting = [...chosen];
  const survivors: Mutant[] = [];
  await Promise.all(Array.from({ length: Number(values.workers) }, () => workThrough(waiting, survivors)));
  const killed = chosen.length - survivors.length;
  console.log(`${killed} of ${chosen.length} noticed (${((100 * killed) / chosen.length).toFixed(1)}%)`);
}

/** Has a worker make the changes that wait, until none does; one that hangs is noticed, and its worker is replaced. */
async function workThrough(waiting: Mutant[], survivors: Mutant[]): Promise<void> {
  let worker: ChildProcess | null = null;
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    worker ??= await readyWorker();
    const answer = await answerOf(worker, mutant);
    const { file, line, was, is } = mutant;
    if (answer === null) {
      worker.kill('SIGKILL');
      worker = null;
      console.log(`hangs     ${file}:${line}`);
    } else if (answer.kind === 'done' && answer.by === null) {
      survivors.push(mutant);
      console.log(`survives  ${file}:${line}\n  was  ${was}\n  is   ${is}`);
    }
    if (waiting.length % 10 === 0) console.log(`${waiting.length} to go, ${survivors.length} survive`);
  }
  worker?.kill();
}

async function readyWorker(): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(import.meta.url), ['--work'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = await answerOf(worker, null);
  if (answer?.kind !== 'ready') throw new Error('the tests do not end');
  if (answer.without.length > 0)
    console.log(`failing before anything is broken: ${answer.without.join(', ')}`);
  return worker;
}

/** The answer to a change, or the first of a new worker; null where it takes too long. */
function answerOf(worker: ChildProcess, mutant: Mutant | null): Promise<Answer | null> {
  return new Promise(done => {
    const late = setTimeout(() => done(null), mutant === null ? longestFirst : longest);
    worker.once('message', answer => {
      clearTimeout(late);
      done(answer as Answer);
    });
    if (mutant !== null) worker.send(mutant);
  });
}

if (process.argv.includes('--work')) await work();
else await lead();
