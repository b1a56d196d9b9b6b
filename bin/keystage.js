#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript: this one, or the one that npm installed here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/cli/main.ts', import.meta.url);
const installed = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (!existsSync(installed)) {
  console.error('Keystage is not set up: run "node scripts/setup.js" in its folder first.');
  process.exitCode = 3;
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main.href);
} else {
  const run = spawn(installed, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
  run.on('close', status => {
    process.exitCode = status ?? 3;
  });
}
