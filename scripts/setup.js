// Installs what package-lock.json names, when that is not what is installed. Runs on any Node from 20.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** True when every package of the lockfile for this machine is installed at its version. */
function isSetUp() {
  try {
    const read = name => JSON.parse(readFileSync(`${root}/${name}`, 'utf8')).packages;
    const [wanted, held] = [read('package-lock.json'), read('node_modules/.package-lock.json')];
    statSync(`${root}/node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || held[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Runs npm here and gives its exit status. */
function npm(...args) {
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  return spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], options).status ?? 1;
}

if (!isSetUp()) {
  console.log('Setting up (once): installing what package-lock.json names …');
  // No package runs a script of its own while installing but Node, which puts itself in place.
  process.exitCode = npm('ci', '--ignore-scripts') || npm('rebuild', 'node', '--ignore-scripts=false');
}
