// Breaks the judgements, the narrative, the targets and the profiles on purpose, one small change at a time, and counts
// how many changes the tests notice: `node scripts/mutants.ts [share of the mutants, as 0.2] [part of a file's name]`.
// It works on a copy.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';

const repository = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['src/judgements', 'src/narrative', 'src/targets', 'src/profiles'];
const [share = '1', part = ''] = process.argv.slice(2);

/** One small change to a line of a file. */
type Mutant = { readonly file: string; readonly line: number; readonly was: string; readonly is: string };

/** What a change turns into what; each occurrence outside comments, imports and types is a mutant. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ < (?=[\w(])/g, ' >= '],
  [/ > (?=[\w(])/g, ' <= '],
  [/ <= /g, ' > '],
  [/ >= /g, ' < '],
  [/\.gt\(/g, '.lte('],
  [/\.lt\(/g, '.gte('],
  [/\.lte\(/g, '.gt('],
  [/\.gte\(/g, '.lt('],
  [/ \+ 1\b/g, ' - 1'],
  [/ - 1\b/g, ' + 1'],
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
  [/^(\s*)\.\.\..*,$/g, '$1'],
];

function mutantsOf(file: string, text: string): readonly Mutant[] {
  let inType = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^(?:export )?type /.test(line)) inType = true;
    const skipped = inType || /^\s*(?:\/\/|\/?\*|import\b|readonly\b)/.test(line);
    if (inType && /[;}]\s*$/.test(line) && !/^\s/.test(line)) inType = false;
    if (skipped) return [];
    const changed = swaps.flatMap(([from, to]) =>
      [...line.matchAll(from)].map(match => {
        const [found] = match;
        const rest = line.slice(match.index + found.length);
        return line.slice(0, match.index) + found.replace(new RegExp(from.source), to) + rest;
      }),
    );
    return [...new Set(changed)]
      .filter(is => is !== line)
      .map(is => ({ file, line: index + 1, was: line.trim(), is: is.trim() }));
  });
}

/** A share of the mutants spread evenly over all of them, the same each time. */
function sample(mutants: readonly Mutant[]): readonly Mutant[] {
  const portion = Number(share);
  return mutants.filter((_, index) => Math.floor((index + 1) * portion) > Math.floor(index * portion));
}

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
for (const name of ['src', 'test', 'data', 'content', 'docs', 'templates', 'package.json', 'tsconfig.json'])
  cpSync(join(repository, name), join(copy, name), { recursive: true });
symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));

const needsSite = (path: string) =>
  /support\/(?:site|browser)\.ts/.test(readFileSync(join(copy, path), 'utf8'));
const tests = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
  .filter(name => /^(?:judgements|narrative|golden-tests|inconsistencies)\b.*\.test\.ts$/.test(name))
  .map(name => join('test', name))
  .filter(path => !needsSite(path));
const vitest = await createVitest('test', {
  root: copy,
  config: false,
  watch: false,
  include: tests,
  bail: 1,
  reporters: [{}],
  isolate: false,
  pool: 'threads',
  maxWorkers: 2,
  testTimeout: 120_000,
  update: false,
});
/** The tests that fail, each with why. */
const failing = async (): Promise<readonly string[]> => {
  const specifications = await vitest.globTestSpecifications();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, true);
  return [
    ...unhandledErrors.map(error => `${error}`),
    ...testModules.flatMap(module => [
      ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
      ...[...module.children.allTests('failed')].map(
        test => `${module.relativeModuleId}: ${test.fullName}: ${test.result().errors?.[0]?.message}`,
      ),
    ]),
  ];
};

const before = await failing();
if (before.length > 0) {
  console.error(`the tests fail before anything is broken:\n  ${before.join('\n  ')}`);
  rmSync(copy, { recursive: true, force: true });
  process.exit(1);
}
const files = rooms
  .flatMap(room =>
    readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' }).map(name => join(room, name)),
  )
  .filter(name => name.endsWith('.ts') && name.includes(part));
const mutants = sample(files.flatMap(file => mutantsOf(file, readFileSync(join(repository, file), 'utf8'))));
const survivors: Mutant[] = [];
for (const [index, mutant] of mutants.entries()) {
  const path = join(copy, mutant.file);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  lines[mutant.line - 1] = mutant.is;
  writeFileSync(path, lines.join('\n'));
  vitest.invalidateFile(path);
  if ((await failing()).length === 0) {
    survivors.push(mutant);
    console.log(`survives  ${mutant.file}:${mutant.line}\n  was  ${mutant.was}\n  is   ${mutant.is}`);
  }
  writeFileSync(path, text);
  vitest.invalidateFile(path);
  if ((index + 1) % 25 === 0) console.log(`${index + 1} of ${mutants.length}, ${survivors.length} survive`);
}
const killed = mutants.length - survivors.length;
console.log(
  `${killed} of ${mutants.length} mutants killed (${Math.round((100 * killed) / mutants.length)}%)`,
);
await vitest.close();
rmSync(copy, { recursive: true, force: true });
process.exit(0);
