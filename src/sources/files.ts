import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../issues.ts';
import { alikeButForCase, isWithin, whyNotOnWindows } from '../paths.ts';
import { reportPersonal } from './personal.ts';
import { decodeText } from './text.ts';

/** Every path below is relative to its root, with forward slashes. */
export type Folder = {
  readonly root: string;
  readonly report: Report;
  /** The text of every file read so far, but for published figures, which are many, by its path. */
  readonly texts: Map<string, string>;
};

/** `refused` has been reported already. */
type PathKind = 'file' | 'folder' | 'missing' | 'refused';

export type Entry = { readonly name: string; readonly path: string; readonly kind: 'file' | 'folder' };

/** Null, with the reason reported, where it cannot be opened. */
export function openFolder(root: string, report: Report): Folder | null {
  try {
    const real = realpathSync(root);
    if (statSync(real).isDirectory()) return { root: real, report, texts: new Map() };
    report(start('.'), 'not-a-folder');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') report(start('.'), 'missing-file', 'the council folder itself');
    else report(start('.'), 'unreadable', codeOf(error));
  }
  return null;
}

/** What stands at a path. Links are followed inside the council folder only. */
export function kindAt(folder: Folder, path: string): PathKind {
  const full = join(folder.root, path);
  try {
    const entry = lstatSync(full);
    if (!entry.isSymbolicLink()) return kindOf(folder, path, entry);
    if (!isWithin(folder.root, realpathSync(full))) {
      folder.report(start(path), 'outside-folder');
      return 'refused';
    }
    return kindOf(folder, path, statSync(full));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'missing';
    if (codeOf(error) === 'ENOTDIR') return 'missing';
    folder.report(start(path), 'unreadable', codeOf(error));
    return 'refused';
  }
}

/** The entries of a folder in order of name, without hidden files; none when it is missing or refused. */
export function entriesOf(folder: Folder, path: string): readonly Entry[] {
  const kind = kindAt(folder, path);
  if (kind === 'file') folder.report(start(path), 'not-a-folder');
  if (kind !== 'folder') return [];
  let listed: readonly Dirent[];
  try {
    listed = readdirSync(join(folder.root, path), { withFileTypes: true });
  } catch (error) {
    folder.report(start(path), 'unreadable', codeOf(error));
    return [];
  }
  const seen = listed.filter(
    ({ name }) => !name.startsWith('.') && !/^(?:Thumbs\.db|desktop\.ini)$/i.test(name),
  );
  checkFileNames(folder, path, seen.map(({ name }) => name).sort());
  return seen
    .map(entry => ({
      name: entry.name,
      path: `${path}/${entry.name}`,
      kind: kindOfEntry(folder, path, entry),
    }))
    .flatMap(({ kind, ...rest }) => (kind === 'file' || kind === 'folder' ? [{ ...rest, kind }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of what stands in the council folder itself, where the tool and much else may be too. */
export function namesAtTop(folder: Folder): readonly string[] {
  return readdirSync(folder.root).sort();
}

/** Reports names that would stop the folder from being used on an officer's machine. */
function checkFileNames(folder: Folder, path: string, names: readonly string[]): void {
  for (const name of names) {
    const why = whyNotOnWindows(name);
    if (why !== null) folder.report(start(`${path}/${name}`), 'reserved-name', name, why);
  }
  for (const [name, other] of alikeButForCase(names))
    folder.report(start(`${path}/${name}`), 'same-but-for-case', name, other);
}

/** The most that a file may hold, in bytes: of words and settings, and of rows. What is larger is something else. */
const mostBytes = { words: 2e6, table: 64e6 } as const;

/** Null with the reason reported; what is about one person in it is reported too. */
export function readText(folder: Folder, path: string): string | null {
  const bytes = readBytes(folder, path, path.endsWith('.csv') ? mostBytes.table : mostBytes.words);
  const text = bytes === null ? null : decodeText(bytes, path, folder.report);
  if (text !== null) reportPersonal(text, path, folder.report);
  if (text !== null && !path.startsWith('data/published/')) folder.texts.set(path, text);
  return text;
}

/** The bytes of a file that may hold so many at most, or null with the reason reported. */
export function readBytes(folder: Folder, path: string, most: number): Buffer | null {
  try {
    const full = realpathSync(join(folder.root, path));
    if (!isWithin(folder.root, full)) {
      folder.report(start(path), 'outside-folder');
      return null;
    }
    if (statSync(full).size > most) {
      folder.report(start(path), 'file-too-large', most / 1e6);
      return null;
    }
    return readFileSync(full);
  } catch (error) {
    folder.report(start(path), 'unreadable', codeOf(error));
    return null;
  }
}

/** The files of a folder with an extension; folders named so are reported, other files warned of. */
export function filesOf(folder: Folder, path: string, extension: string): readonly Entry[] {
  return entriesOf(folder, path).filter(entry => {
    const wanted = entry.name.endsWith(extension);
    if (wanted && entry.kind === 'folder') folder.report(start(entry.path), 'not-a-file');
    else if (!wanted) reportUnexpected(folder, entry, `files ending "${extension}"`);
    return wanted && entry.kind === 'file';
  });
}

/** Warns of an entry that nothing reads; a README is welcome anywhere. */
export function reportUnexpected(folder: Folder, entry: Entry, expected: string): void {
  if (!/^readme(\.md|\.txt)?$/i.test(entry.name))
    folder.report(start(entry.path), 'unexpected-file', expected);
}

/** A file's name without its folders and ending: `ks2` for `data/catalogue/ks2.yaml`. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** The first place of a file, for faults of the file as a whole. */
export function start(file: string) {
  return { file, line: 1, column: 1 } as const;
}

function kindOfEntry(folder: Folder, path: string, entry: Dirent): PathKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  const kind = kindAt(folder, `${path}/${entry.name}`);
  if (kind === 'missing') folder.report(start(`${path}/${entry.name}`), 'unreadable', 'a link to nothing');
  return kind;
}

function kindOf(
  folder: Folder,
  path: string,
  entry: { isFile(): boolean; isDirectory(): boolean },
): PathKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  folder.report(start(path), 'unreadable', 'not an ordinary file');
  return 'refused';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown reason';
}
