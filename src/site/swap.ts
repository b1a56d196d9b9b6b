import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFile } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { alikeButForCase, isWithin, whyNotOnWindows } from '../paths.ts';

/** What a folder must hold to be known as a site of ours, and so be replaced. */
const marks = ['index.html', 'assets', 'archive/index.html'];

/** What its style sheet is called: by what is in it. */
const styleSheetName = /^site(?:\.\w+)?\.css$/;

/** Only nothing, an empty folder or a site built before is replaced: somebody's other files never are. */
export function whyNotReplaceable(out: string): string | null {
  const target = resolve(out);
  if (!existsSync(target)) return null;
  if (!statSync(target).isDirectory()) return 'it is a file';
  if (readdirSync(target).length === 0) return null;
  const isOurs =
    marks.every(mark => existsSync(join(target, mark))) &&
    readdirSync(join(target, 'assets')).some(name => styleSheetName.test(name));
  return isOurs ? null : 'it holds other files';
}

/** What the system says when a folder cannot be written, in the words of somebody who can mend it. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file',
  EBUSY: 'it is a mounted disk, which cannot be replaced: choose a folder inside it',
  EXDEV: 'it is on another disk than the folder around it',
};

/** The same codes where Windows gives them for another reason: there, nothing that is open can be put away. */
const refusalsOfWindows: typeof refusals = {
  EPERM: 'this user may not write there, or another program has a file in it open: close it and try again',
  EACCES: 'this user may not write there, or another program has a file in it open: close it and try again',
  EBUSY: 'another program has a file in it open: close it and try again',
};

/** Why the system would not let the site be written, or null when that is not what went wrong. */
export function whyNotWritten(error: unknown, system: NodeJS.Platform = process.platform): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (system === 'win32' ? refusalsOfWindows[code] : undefined) ?? refusals[code] ?? null;
}

/** Windows may hold what was just written for a moment, to look it through. */
const removing = { recursive: true, force: true, maxRetries: 5 };

const STOPS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Fills a new folder beside `out` with `fill`, then puts it in the place of `out`. When `fill` fails, or the
 * process is told to stop, the old folder stays whole and the new one is removed. `fill` may itself replace `out` with
 * folders of another `name`.
 */
export async function replaceFolder(
  out: string,
  fill: (folder: string) => Promise<unknown>,
  name = 'building',
): Promise<void> {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const beside = (what: string) => join(dirname(target), `${basename(target)}.${what}-${process.pid}`);
  const staging = beside(name);
  const clear = () => rmSync(staging, { recursive: true, force: true });
  const stop = (signal: NodeJS.Signals) => process.exit(STOPS[signal as keyof typeof STOPS]);
  for (const signal of Object.keys(STOPS)) process.once(signal, stop);
  process.once('exit', clear);
  try {
    await rm(staging, { recursive: true, force: true });
    await makeFolder(staging);
    await fill(staging);
    await hearSignals();
    swap(staging, target, beside('replaced'));
  } finally {
    for (const signal of Object.keys(STOPS)) process.off(signal, stop);
    process.off('exit', clear);
    await rm(staging, removing);
    for (let turn = 1; turn <= TURNS; turn += 1) await rm(`${beside('replaced')}-${turn}`, removing);
  }
}

/** Makes a folder and those around it. Node’s own way to do both says of a read-only disk that the folder is missing. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const around = dirname(path);
    if (!isMissing(error) || around === path) throw error;
    await makeFolder(around).catch(passIfThere);
    await mkdir(path);
  }
}

/** Another build may have made the same folder meanwhile. */
function passIfThere(error: unknown): void {
  if (!isTaken(error)) throw error;
}

/** Rendering holds the event loop, so a signal sent meanwhile is heard only after one whole turn of it. */
async function hearSignals(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** How often a site is put aside that another build has put in place meanwhile. */
const TURNS = 5;

/** Nothing comes between the renames, not even a signal. Of builds that end at once the last stands. */
function swap(fresh: string, target: string, old: string, turn = 1): void {
  const aside = `${old}-${turn}`;
  const moved = renameIfThere(target, aside);
  try {
    rename(fresh, target);
  } catch (error) {
    if (isTaken(error) && turn < TURNS) {
      swap(fresh, target, old, turn + 1);
      return;
    }
    if (moved && !existsSync(target)) rename(aside, target);
    throw error;
  }
}

const isTaken = (error: unknown): boolean =>
  ['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code));

/** What is made beside a site: a new one in the making, or the old one on its way out; by which process. */
const besides = /^\.(building|pages|replaced)-(\d+)(?:-\d+)?$/;

/**
 * Takes away what builds left beside `out` that were ended before they could, as by the power or by force. One that was ended
 * between its two renames left no site: the old one is put back. True when something was found.
 */
export function clearAfterEnded(out: string): boolean {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const [folder, name] = [dirname(target), basename(target)];
  if (!existsSync(folder)) return false;
  const left = readdirSync(folder).flatMap(each => {
    const [, what, pid] = each.startsWith(name) ? (besides.exec(each.slice(name.length)) ?? []) : [];
    return what === undefined || isRunning(Number(pid)) ? [] : [{ what, path: join(folder, each) }];
  });
  for (const { what, path } of left) {
    if (what === 'replaced' && !existsSync(target)) rename(path, target);
    else rmSync(path, { ...removing });
  }
  return left.length > 0;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How often Windows is asked, and how long it is waited for in between, in milliseconds. */
const patience = { times: 20, wait: 50 };

/** Renames a folder; on Windows it is asked again for a second, since others may have a file in it open for a moment. */
function rename(from: string, to: string, left = process.platform === 'win32' ? patience.times : 0): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (left === 0 || isMissing(error)) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.wait);
    rename(from, to, left - 1);
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

export type FileOfBytes = { readonly path: string; readonly bytes: Uint8Array };

export type SiteFile = FileOfBytes | { readonly path: string; readonly text: string };

/** Thousands of files are written in less time so than with a handle for each. */
const write = promisify(writeFile);

/** Writes files into a folder. Throws where a path leads out of it, or cannot be used on every reader's machine. */
export async function writeFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  const root = resolve(folder);
  const placed = files.map(file => ({ file, path: resolve(root, file.path) }));
  const outside = placed.find(({ path }) => !isWithin(root, path));
  if (outside !== undefined) throw new Error(`${outside.file.path} lies outside the site`);
  checkNames(files.map(({ path }) => path));
  await Promise.all(placed.map(({ file, path }) => writeOne(path, 'bytes' in file ? file.bytes : file.text)));
}

/** Most are written beside others, so a folder is made only where it was missing. */
async function writeOne(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await write(path, content);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(dirname(path), { recursive: true });
    await write(path, content);
  }
}

/** `take` waits until another may begin; `all` until every one is done, or tells of the first that failed. */
export function atMost(most: number) {
  const underWay = new Set<Promise<void>>();
  const all: Promise<void>[] = [];
  return {
    take: async (work: Promise<void>): Promise<void> => {
      all.push(work);
      underWay.add(work);
      // Whoever waits for all of them hears of a fault.
      work.catch(() => {}).then(() => underWay.delete(work));
      if (underWay.size >= most) await Promise.race(underWay);
    },
    all: async (): Promise<void> => {
      await Promise.all(all);
    },
  };
}

/** Whoever makes an address makes one for every machine: what does not fit is a fault of ours, data having been checked. */
export function checkNames(paths: readonly string[]): void {
  const reserved = paths.find(path => path.split('/').some(name => whyNotOnWindows(name) !== null));
  if (reserved !== undefined) throw new Error(`${reserved} cannot be a file on Windows`);
  const [alike] = alikeButForCase(paths);
  if (alike !== undefined) throw new Error(`${alike.join(' and ')} are one file on Windows`);
}
