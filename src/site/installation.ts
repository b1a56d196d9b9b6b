import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The tool's own folder, where its templates and code are: a clone of its repository, or the package as it was installed. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the code: `src` in a clone, and in a package `dist`, which was compiled from it. */
export const code = fileURLToPath(new URL('../', import.meta.url));

const isPackage = import.meta.url.endsWith('.js');

/** The council folder where none is named: a clone is one itself, and a package works on the folder that one stands in. */
export const councilHere = isPackage ? process.cwd() : repository;

/** What the help calls that folder. */
export const councilHereIs = isPackage ? 'the folder you are in' : 'this repository';

/** The folder of packages that the tool is installed in, or a clone's own. */
export const installedIn =
  basename(dirname(repository)) === 'node_modules' ? dirname(repository) : join(repository, 'node_modules');

export const cacheFolder = join(installedIn, '.cache/keystage');

/** The list of every package installed, with its version; of a package that was put in place by other means, its own list. */
export const installedList =
  [join(repository, 'package-lock.json'), join(installedIn, '.package-lock.json')].find(path =>
    existsSync(path),
  ) ?? join(repository, 'package.json');

/** The `package.json` of a package that ours depends on, wherever npm has put it. Throws where it is not installed. */
export function packageFile(name: string): string {
  const found = findPackageJSON(name, import.meta.url);
  if (found === undefined) throw new Error(`the package ${name} is not installed`);
  return found;
}
