import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteView } from '../pages/page-views.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STYLES = join(ROOT, 'templates/styles');
const CACHE = join(ROOT, 'node_modules/.cache/keystage');

/** The whole style sheet: the styles that all councils share, then this council's colours and fonts. */
export async function styleSheet(site: Pick<SiteView, 'colours' | 'fontStack'>): Promise<string> {
  const { brand, brandText } = site.colours;
  const council = `:root{--brand:${brand};--brand-text:${brandText};--font:${site.fontStack}}\n`;
  return `${await sharedStyles()}\n${council}`;
}

/** The compiled Sass, kept by a hash of its sources and of the packages that made it. */
async function sharedStyles(): Promise<string> {
  const kept = join(CACHE, `${await sourcesHash()}.css`);
  try {
    return await readFile(kept, 'utf8');
  } catch {
    const css = await compile();
    await keep(kept, css);
    return css;
  }
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(STYLES)).sort();
  const lock = ['sass', 'govuk-frontend'].map(name => join(ROOT, 'node_modules', name, 'package.json'));
  for (const path of [...names.map(name => join(STYLES, name)), ...lock]) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 20);
}

/** Sass is loaded only when there is something to compile. */
async function compile(): Promise<string> {
  const { compile: compileSass, NodePackageImporter } = await import('sass');
  const importers = [new NodePackageImporter(ROOT)];
  return compileSass(join(STYLES, 'site.scss'), {
    style: 'compressed',
    charset: false,
    importers,
    quietDeps: true,
  }).css;
}

/** A folder that cannot be written to costs time, not the build. */
async function keep(path: string, css: string): Promise<void> {
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(`${path}.${process.pid}`, css);
    await rename(`${path}.${process.pid}`, path);
  } catch {
    return;
  }
}
