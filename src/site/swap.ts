import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** What a folder must hold to be known as a site of ours, and so be replaced. */
const marks = ['index.html', 'assets/site.css', 'archive/index.html'];

/**
 * Why a folder may not be replaced by a site, or null when it may: it is not there, is empty, or is a site that was
 * built before. Somebody's other files are never put away.
 */
export function whyNotReplaceable(out: string): string | null {
  const target = resolve(out);
  if (!existsSync(target)) return null;
  if (!statSync(target).isDirectory()) return 'it is a file';
  if (readdirSync(target).length === 0) return null;
  return marks.every(mark => existsSync(join(target, mark))) ? null : 'it holds other files';
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

/** Why the system would not let the site be written, or null when that is not what went wrong. */
export function whyNotWritten(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return refusals[code] ?? null;
}

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
    await mkdir(staging, { recursive: true });
    await fill(staging);
    await hearSignals();
    swap(staging, target, beside('replaced'));
  } finally {
    for (const signal of Object.keys(STOPS)) process.off(signal, stop);
    process.off('exit', clear);
    await rm(staging, { recursive: true, force: true });
    await rm(beside('replaced'), { recursive: true, force: true });
  }
}

/** Rendering holds the event loop, so a signal sent meanwhile is heard only after one whole turn of it. */
async function hearSignals(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** Two renames with nothing between them, not even a signal; the first is undone when the second fails. */
function swap(fresh: string, target: string, old: string): void {
  const moved = renameIfThere(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (moved) renameSync(old, target);
    throw error;
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** A file of a site, by its path in it: text, or bytes. */
export type SiteFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array };

/** Writes files into a folder. Throws where a path leads out of it. */
export async function writeFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  const root = resolve(folder);
  const placed = files.map(file => ({ file, path: resolve(root, file.path) }));
  const outside = placed.find(({ path }) => !path.startsWith(root + sep));
  if (outside !== undefined) throw new Error(`${outside.file.path} lies outside the site`);
  const folders = [...new Set(placed.map(({ path }) => dirname(path)))];
  await Promise.all(folders.map(each => mkdir(each, { recursive: true })));
  await Promise.all(
    placed.map(({ file, path }) => writeFile(path, 'bytes' in file ? file.bytes : file.text)),
  );
}
