// Loaded into a build before its own code, with `--import`: what is to happen while it is at work happens at one step of it, however
// fast the machine. `MEANWHILE` says what: a signal that the build is sent as the first page of the new site is written, or the
// file in its folder that somebody spoils then; or "SIGKILL@7", a signal as it begins the seventh step that changes anything on
// the disk. `STEPS` names a file in which it says how many steps it took.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { MEANWHILE = '', STEPS } = process.env;
const [what = '', killedAt] = MEANWHILE.split('@');
const { writeFileSync } = fs;
let steps = 0;
let happened = false;

/** Begins a step of the build, of the file or folder that is named. */
function begin(path: unknown): void {
  steps += 1;
  const isThen =
    killedAt === undefined ? /\.building-\d+\b.*index\.html$/.test(String(path)) : steps === Number(killedAt);
  if (happened || !isThen || what === '') return;
  happened = true;
  if (what.startsWith('SIG')) process.kill(process.pid, what);
  else writeFileSync(what, 'name: [\n');
}

/** Counts the steps that a module makes. */
function watch(module: object, names: readonly string[]): void {
  const held = module as Record<string, (...line: readonly unknown[]) => unknown>;
  for (const name of names) {
    const own = held[name];
    if (own === undefined) throw new Error(`${name} is gone`);
    held[name] = Object.assign((...line: readonly unknown[]) => {
      begin(line[0]);
      return own(...line);
    }, own);
  }
}

watch(fs, ['writeFile', 'writeFileSync', 'renameSync', 'rmSync', 'mkdirSync', 'cpSync']);
watch(fs.promises, ['writeFile', 'rename', 'rm', 'mkdir', 'cp']);
syncBuiltinESMExports();
if (STEPS !== undefined) process.once('exit', () => writeFileSync(STEPS, String(steps)));
