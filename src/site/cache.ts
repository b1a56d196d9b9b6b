import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, code, installedList, repository } from './installation.ts';

export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 20);
}

export function hashOfTexts(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest('hex').slice(0, 20);
}

/** Where pages are kept between builds, and a hash of what they are made with as it was when the build began. */
export type Keeping = { readonly folder: string; readonly program: string };

/** The paths of all files in a folder and in the folders within it, in order. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of what sites are made with: our code and templates, the packages installed, and Node. */
export function programHash(): string {
  const files = [code, join(repository, 'templates')].flatMap(filesUnder);
  const contents = [installedList, ...files].flatMap(path => [path, readFileSync(path, 'latin1')]);
  return hashOfTexts([process.version, ...contents]);
}

/** Things of one kind that are kept between builds, each by the hash of all that it was made from. */
type Store = {
  /** What was kept under a hash, or null. It counts as used now. */
  readonly read: (hash: string) => Buffer | null;
  readonly has: (hash: string) => boolean;
  readonly keep: (hash: string, content: string | Buffer) => void;
};

/**
 * A store of one kind of thing, a file each, of which the `most` that were used last stay. Several builds may use it at
 * once; a folder that cannot be written to costs time, not the build.
 */
export function makeStore(kind: string, most: number, parent: string = cacheFolder): Store {
  const folder = join(parent, kind);
  // The names in the store, those used longest ago first: listed once there is something to add.
  let names: Set<string> | null = null;
  let listed: Set<string> | null = null;
  return {
    read: hash => {
      try {
        const bytes = readFileSync(join(folder, hash));
        const now = new Date();
        utimesSync(join(folder, hash), now, now);
        if (names?.delete(hash)) names.add(hash);
        return bytes;
      } catch {
        return null;
      }
    },
    has: hash => {
      listed ??= new Set(existsSync(folder) ? readdirSync(folder) : []);
      return listed.has(hash);
    },
    keep: (hash, content) => {
      try {
        write(folder, hash, content);
        names ??= namesByUse(folder);
        names.delete(hash);
        names.add(hash);
        for (const old of names) {
          if (names.size <= most) break;
          names.delete(old);
          rmSync(join(folder, old), { force: true });
        }
      } catch {
        return;
      }
    },
  };
}

function namesByUse(folder: string): Set<string> {
  const dated = readdirSync(folder).map(name => ({ name, used: statSync(join(folder, name)).mtimeMs }));
  return new Set(dated.toSorted((a, b) => a.used - b.used).map(({ name }) => name));
}

/** Written under another name first, so that a build beside this one never reads half of it. */
function write(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}
