import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { code, repository } from '../site/installation.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, progress } from './output.ts';

/** Changes that come within this many milliseconds are one. */
const settle = 150;

const main = join(repository, 'bin/keystage.js');

/**
 * Builds, serves the site with live reload, and builds again when data, content, templates or code change. The pages are
 * served as soon as they are written, and PDFs and cards are made behind them. Each build is a process of its own, so
 * that changed code is read afresh. Issues are printed and the last good site stays. Resolves when told to stop, or at
 * once when the first build fails.
 */
export async function serve(args: Arguments): Promise<number> {
  const stopped = toldToStop();
  const first = startBuild(args);
  stopped.then(first.stop);
  const status = await first.pages;
  if (status !== exitStatuses.done && !existsSync(join(args.out, 'index.html'))) return status;
  // From where one stands: the server takes a % in the names of folders above for part of an address.
  const folder = relative('.', args.out) || '.';
  const server = EleventyDevServer.getServer('keystage', folder, { logger: quietly });
  const listening = server.getPort();
  server.serve(args.port);
  console.log(`The pages are ready at http://localhost:${await listening}/  (Ctrl+C stops)`);
  const reloadWhen = (step: Promise<number>) =>
    step.then(status => {
      if (status === exitStatuses.done) server.reload();
    });
  reloadWhen(first.whole);
  const builds = keepBuilding(args, first, build => {
    reloadWhen(build.pages);
    reloadWhen(build.whole);
  });
  await stopped;
  await builds.stop();
  await server.close();
  return exitStatuses.done;
}

/** A build under way: `pages` is settled once they can be read, `whole` once nothing is left to be made; with its status. */
type Build = {
  readonly pages: Promise<number>;
  readonly whole: Promise<number>;
  /** Tells it to stop: by letting go of it, since a signal would end it at once on Windows, half done. */
  readonly stop: () => void;
};

function startBuild({ root, out, documents, quiet }: Arguments): Build {
  const options = [documents ? '--pages-first' : '--no-documents', ...(quiet ? ['--quiet'] : [])];
  const line = [...process.execArgv, main, 'build', '--root', root, '--out', out, ...options];
  const child = spawn(process.execPath, line, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const whole = new Promise<number>(done => {
    // Not "close", which does not come from what was let go of.
    child.on('exit', status => done(status ?? exitStatuses.fault));
  });
  const written = new Promise<number>(done => {
    child.on('message', () => done(exitStatuses.done));
  });
  return { pages: Promise.race([written, whole]), whole, stop: () => child.connected && child.disconnect() };
}

/**
 * Builds again whenever what a build reads has changed, one build at a time. Pages that are being written are let be seen;
 * documents of what has changed since are not waited for.
 */
function keepBuilding(args: Arguments, first: Build, begun: (build: Build) => void) {
  let build = first;
  let isStale = false;
  let turn: Promise<void> = Promise.resolve();
  const end = async () => {
    await build.pages;
    build.stop();
    await build.whole;
  };
  const unwatch = watchAll(args, () => {
    if (isStale) return;
    isStale = true;
    turn = turn.then(async () => {
      await end();
      isStale = false;
      progress(args.quiet)('Something changed: building again …');
      build = startBuild(args);
      begun(build);
    });
  });
  return {
    stop: async () => {
      unwatch();
      build.stop();
      await turn;
      build.stop();
      await build.whole;
    },
  };
}

/** Watches what a build reads, until what it returns is called. */
function watchAll({ root }: Arguments, changed: () => void): () => void {
  const folders = [join(root, 'data'), join(root, 'content'), join(repository, 'templates'), code];
  let timer: NodeJS.Timeout | undefined;
  const settled = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, settle);
  };
  const watchers = folders
    .filter(folder => existsSync(folder))
    .map(folder => watch(folder, { recursive: true }, settled));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function toldToStop(): Promise<void> {
  return new Promise(done => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

/** The server speaks up only when something is wrong. */
const quietly = { info: () => {}, log: () => {}, error: console.error };
