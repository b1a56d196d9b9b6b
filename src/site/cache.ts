import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const path = join(folder, `${kind}-${hash}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
    const old = readdirSync(folder).filter(name => name.startsWith(`${kind}-`) && name !== `${kind}-${hash}`);
    for (const name of old) rmSync(join(folder, name), { force: true });
  } catch {
    return;
  }
}
