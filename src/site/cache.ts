import { createHash } from 'node:crypto';
import {
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
import { fileURLToPath } from 'node:url';

/** The repository's own folder, where templates, code and packages are. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

const folder = join(repository, 'node_modules/.cache/keystage');

/** Something kept from earlier builds: its kind, and the hash of all that it was made from. */
export type Kept = { readonly kind: string; readonly hash: string };

/** A hash of files, by their contents. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 20);
}

/** A hash of texts, one after the other. */
export function hashOfTexts(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest('hex').slice(0, 20);
}

/** What was kept, or null when nothing was. */
export function readKept({ kind, hash }: Kept): string | null {
  try {
    return readFileSync(join(folder, `${kind}-${hash}`), 'utf8');
  } catch {
    return null;
  }
}

/** Keeps something in the place of all of its kind. A folder that cannot be written to costs time, not the build. */
export function keep({ kind, hash }: Kept, text: string): void {
  try {
    write({ kind, hash }, text);
    for (const name of namesOf(kind).filter(name => name !== `${kind}-${hash}`))
      rmSync(join(folder, name), { force: true });
  } catch {
    return;
  }
}

/** What was kept as one of many of its kind, now used again; or null when it was not. */
export function readKeptBytes({ kind, hash }: Kept): Buffer | null {
  const path = join(folder, `${kind}-${hash}`);
  try {
    const bytes = readFileSync(path);
    const now = new Date();
    utimesSync(path, now, now);
    return bytes;
  } catch {
    return null;
  }
}

/** Keeps something beside the others of its kind, and of those the `most` that were used last. */
export function keepAmong(kept: Kept, bytes: Buffer, most: number): void {
  try {
    write(kept, bytes);
    const dated = namesOf(kept.kind).map(name => ({ name, used: statSync(join(folder, name)).mtimeMs }));
    const old = dated.toSorted((a, b) => b.used - a.used).slice(most);
    for (const { name } of old) rmSync(join(folder, name), { force: true });
  } catch {
    return;
  }
}

const namesOf = (kind: string) => readdirSync(folder).filter(name => name.startsWith(`${kind}-`));

/** Written under another name first, so that a build beside this one never reads half of it. */
function write({ kind, hash }: Kept, content: string | Buffer): void {
  const path = join(folder, `${kind}-${hash}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}
