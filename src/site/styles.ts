import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteView } from '../pages/page-views.ts';
import { hashOf, makeStore, repository } from './cache.ts';
import { faceRules } from './faces.ts';

const styles = join(repository, 'templates/styles');

/** How many compiled style sheets of each kind are kept: who changes the styles often goes back to the last ones. */
const KEPT = 4;

/** The whole style sheet: the styles that all councils share, then this council's colours and fonts. */
export async function styleSheet(site: Pick<SiteView, 'colours' | 'fontStack'>): Promise<string> {
  const { brand, brandText } = site.colours;
  const own = site.fontStack === null ? '' : `;--font:${site.fontStack};--display:${site.fontStack}`;
  const council = `:root{--brand:${brand};--brand-text:${brandText}${own}}\n`;
  return `${site.fontStack === null ? faceRules() : ''}${await compiled('site')}\n${council}`;
}

/** The styles of sections that are embedded in other sites: the same for every council, and without its colours. */
export function embedStyles(): Promise<string> {
  return compiled('embed');
}

/** The compiled Sass, kept by a hash of its sources and of the packages that made it. */
async function compiled(sheet: 'site' | 'embed'): Promise<string> {
  const sources = readdirSync(styles)
    .sort()
    .map(name => join(styles, name));
  const packages = ['sass', 'govuk-frontend'].map(name =>
    join(repository, 'node_modules', name, 'package.json'),
  );
  const store = makeStore(sheet === 'site' ? 'styles' : 'embed-styles', KEPT);
  const hash = hashOf([...sources, ...packages]);
  const held = store.read(hash);
  if (held !== null) return held.toString();
  const css = await compile(sheet);
  store.keep(hash, css);
  return css;
}

/** Sass is loaded only when there is something to compile. */
async function compile(sheet: string): Promise<string> {
  const { compile: compileSass, NodePackageImporter } = await import('sass');
  const importers = [new NodePackageImporter(repository)];
  return compileSass(join(styles, `${sheet}.scss`), {
    style: 'compressed',
    charset: false,
    importers,
    quietDeps: true,
  }).css;
}
