import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteView } from '../pages/page.ts';
import { hashOf, makeStore } from './cache.ts';
import { packageFile, repository } from './installation.ts';

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
  const packages = ['sass', 'govuk-frontend'].map(packageFile);
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

/** A file of a typeface: what style sheets call the face, where the file is, its name in the site, and its letters. */
type Face = {
  readonly family: string;
  readonly from: string;
  readonly file: string;
  readonly letters: string;
};

const families = { 'source-sans-3': 'Source Sans 3', 'source-serif-4': 'Source Serif 4' } as const;

const letters = {
  // English.
  latin: 'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212',
  // Welsh and other languages: fetched only by pages that use them.
  'latin-ext': 'U+100-130,U+132-151,U+154-2BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF',
} as const;

/** The typefaces that come with the report, under the SIL Open Font License. */
export const faces: readonly Face[] = Object.entries(families).flatMap(([name, family]) =>
  Object.entries(letters).map(([part, range]) => {
    const file = `${name}-${part}-wght-normal.woff2`;
    const from = join(dirname(packageFile(`@fontsource-variable/${name}`)), 'files', file);
    return { family, from, file, letters: range };
  }),
);

/**
 * The rules that name the faces to a browser. They are optional: a page whose faces come late keeps those of the
 * reader's own machine, and is never set anew.
 */
function faceRules(): string {
  return faces
    .map(
      ({ family, file, letters }) =>
        `@font-face{font-family:"${family}";font-weight:200 900;font-display:optional;src:url("fonts/${file}") format("woff2");unicode-range:${letters}}`,
    )
    .join('');
}
