#!/usr/bin/env node
// Starts the command line on a Node that runs it: this one, or in a clone the one that npm installed there. It is plain
// JavaScript that any Node can read, so that one which is too old says so. In a package the code is compiled, in `dist`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const NEEDED = 24;
const here = path => new URL(`../${path}`, import.meta.url);
const isClone = existsSync(here('src/cli/run.ts'));
const installed = fileURLToPath(
  here(`node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`),
);

if (isClone && !existsSync(installed)) {
  console.error('Keystage is not set up: run "node scripts/setup.js" in its folder first.');
  process.exitCode = 3;
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  // By itself Node lets memory grow to several times what is in use before it clears away. Told not to, it compiles its own
  // code afresh, a twentieth of a second, which is much of an import and nothing of a build.
  if (process.argv[2] !== 'import') v8.setFlagsFromString('--heap-growing-percent=60');
  // Node keeps the code that it compiled, for the next time.
  module.enableCompileCache();
  const { run } = await import(isClone ? '../src/cli/run.ts' : '../dist/cli/run.js');
  process.exitCode = await run(process.argv.slice(2));
} else if (isClone) {
  const line = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const run = spawn(installed, line, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
  run.on('close', status => {
    process.exitCode = status ?? 3;
  });
} else {
  console.error(
    `Keystage needs Node ${NEEDED} or later, and this is Node ${process.versions.node}. Install the version marked LTS from https://nodejs.org (or ask IT for it), open a new terminal, and run the same command again.`,
  );
  process.exitCode = 3;
}
