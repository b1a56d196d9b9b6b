#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript: this one, or the one that npm installed here. It is plain
// JavaScript, so that Node need not load what reads TypeScript: of everything else it keeps the code that it compiled.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (!existsSync(installed)) {
  console.error('Keystage is not set up: run "node scripts/setup.js" in its folder first.');
  process.exitCode = 3;
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache();
  const { run } = await import('../src/cli/run.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  const line = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const run = spawn(installed, line, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
  run.on('close', status => {
    process.exitCode = status ?? 3;
  });
}
