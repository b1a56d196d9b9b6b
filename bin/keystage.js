#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript: this one, or the one that npm installed here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/cli/main.ts', import.meta.url);
const installed = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main.href);
} else if (existsSync(installed)) {
  const run = spawnSync(installed, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 3;
} else {
  console.error('Keystage needs Node 24 or later, which "npm ci" installs beside it.');
  process.exitCode = 3;
}
