import { spawn } from 'node:child_process';
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { repository } from '../site/cache.ts';
import type { Arguments } from './arguments.ts';
import { progress } from './print.ts';
import { statuses } from './statuses.ts';

/** Changes that come within this many milliseconds are one. */
const settle = 150;

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/**
 * Builds, serves the site with live reload, and builds again when data, content, templates or code change.
 * Each build is a process of its own, so that changed code is read afresh. Issues are printed and the last
 * good site stays. Resolves when told to stop, or at once when the first build fails.
 */
export async function serve(args: Arguments): Promise<number> {
  const status = await buildOnce(args);
  if (status !== statuses.done && !existsSync(join(args.out, 'index.html'))) return status;
  const server = EleventyDevServer.getServer('keystage', args.out, { logger: quietly });
  const listening = server.getPort();
  server.serve(args.port);
  const port = await listening;
  console.log(`The report is at http://localhost:${port}/  (Ctrl+C stops)`);
  const watchers = watchAll(args, async () => {
    progress(args.quiet)('Something changed: building again …');
    if ((await buildOnce(args)) === statuses.done) server.reload();
  });
  await stopped();
  for (const watcher of watchers) watcher.close();
  await server.close();
  return statuses.done;
}

function buildOnce({ root, out, documents, quiet }: Arguments): Promise<number> {
  const options = [...(documents ? [] : ['--no-documents']), ...(quiet ? ['--quiet'] : [])];
  const line = [main, 'build', '--root', root, '--out', out, ...options];
  return new Promise(done => {
    spawn(process.execPath, line, { stdio: 'inherit' }).on('close', status => done(status ?? statuses.fault));
  });
}

/** Watches what a build reads; runs one build at a time, and once more when something changed meanwhile. */
function watchAll({ root }: Arguments, rebuild: () => Promise<void>): readonly FSWatcher[] {
  const folders = [
    join(root, 'data'),
    join(root, 'content'),
    join(repository, 'templates'),
    join(repository, 'src'),
  ];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, settle);
  };
  return folders
    .filter(folder => existsSync(folder))
    .map(folder => watch(folder, { recursive: true }, changed));
}

function stopped(): Promise<void> {
  return new Promise(done => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

/** The server speaks up only when something is wrong. */
const quietly = { info: () => {}, log: () => {}, error: console.error };
