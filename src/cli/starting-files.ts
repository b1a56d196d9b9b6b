import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { slug } from '../model/spelling.ts';
import { installedIn, repository } from '../site/installation.ts';

/** The name of the council that a new folder is for, and how its `package.json` names the tool. */
export type Told = { readonly council: string; readonly keystage: string };

const folder = join(repository, 'templates/council-folder');

/**
 * The files that a new council folder has beside its data and content: its README, `package.json` with the tool's version,
 * and what publishes it. A path begins with `dot-` where the file's own does with a dot, since packages leave those out.
 */
export function startingFiles({ council, keystage }: Told): readonly {
  readonly path: string;
  readonly text: string;
}[] {
  const told: Readonly<Record<string, string>> = { council, keystage, slug: slug(council) };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({
      path: withSlashes(relative(folder, path)).replace(/^dot-/, '.'),
      text: readFileSync(path, 'utf8').replaceAll(
        /\{\{(\w+)\}\}/g,
        (_, name: string) => told[name] ?? missing(name),
      ),
    }));
}

/**
 * How `package.json` in a folder names this very tool: by the file that it was installed from, as seen from there, or by its
 * version where it came from elsewhere.
 */
export function toolAsNamedIn(councilFolder: string): string {
  const list = join(installedIn, '.package-lock.json');
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const resolved: unknown = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8')).packages['node_modules/keystage']?.resolved
    : undefined;
  if (typeof resolved !== 'string' || !resolved.startsWith('file:')) return version;
  const file = resolve(installedIn, '..', resolved.slice('file:'.length));
  return `file:${withSlashes(relative(councilFolder, file))}`;
}

const withSlashes = (path: string): string => path.split(sep).join(posix.sep);

function missing(name: string): never {
  throw new Error(`invalid template: nobody knows its {{${name}}}`);
}
