import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteView } from '../pages/site-view.ts';
import { hashOf, makeStore } from './cache.ts';
import { packageFile, repository } from './installation.ts';

const styles = join(repository, 'templates/styles');

/** How many compiled style sheets of each kind are kept: who changes the styles often goes back to the last ones. */
const KEPT = 4;

/** The whole style sheet: the styles that all councils share, then this council's colours and fonts. */
export async function styleSheet(site: Pick<SiteView, 'colours' | 'fontStack'>): Promise<string> {
  return withCouncil(site, await compiled('site'), faces, 'optional');
}

/** The styles of sections that are embedded in other sites: the same for every council, and without its colours. */
export function embedStyles(): Promise<string> {
  return compiled('embed');
}

export async function documentStyles(site: Pick<SiteView, 'colours' | 'fontStack'>): Promise<string> {
  return withCouncil(site, await compiled('document'), printedFaces, 'block');
}

function withCouncil(
  { colours: { brand, brandText }, fontStack }: Pick<SiteView, 'colours' | 'fontStack'>,
  styles: string,
  faces: readonly Face[],
  display: 'optional' | 'block',
): string {
  const own = fontStack === null ? '' : `;--font:${fontStack};--display:${fontStack}`;
  const council = `:root{--brand:${brand};--brand-text:${brandText}${own}}\n`;
  return `${fontStack === null ? faceRules(faces, display) : ''}${styles}\n${council}`;
}

/** The compiled Sass, kept by a hash of its sources and of the packages that made it. */
async function compiled(sheet: 'site' | 'embed' | 'document'): Promise<string> {
  const sources = readdirSync(styles)
    .sort()
    .map(name => join(styles, name));
  const packages = ['sass', 'govuk-frontend'].map(packageFile);
  const store = makeStore(sheet === 'site' ? 'styles' : `${sheet}-styles`, KEPT);
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

type Face = {
  readonly family: string;
  readonly from: string;
  readonly file: string;
  /** How heavy its letters may be: a range of a variable face, one weight of another. */
  readonly weight: string;
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
export const faces: readonly Face[] = facesOf('fontsource-variable', { 'wght-normal': '200 900' });

/** A file a weight: of a variable face a browser can only draw the letters into a PDF, not embed them. */
export const printedFaces: readonly Face[] = facesOf('fontsource', {
  '400-normal': '400',
  '600-normal': '600',
  '700-normal': '700',
});

function facesOf(scope: string, weights: Readonly<Record<string, string>>): readonly Face[] {
  return Object.entries(families).flatMap(([name, family]) =>
    Object.entries(letters).flatMap(([part, range]) =>
      Object.entries(weights).map(([cut, weight]) => {
        const file = `${name}-${part}-${cut}.woff2`;
        const from = join(dirname(packageFile(`@${scope}/${name}`)), 'files', file);
        return { family, from, file, weight, letters: range };
      }),
    ),
  );
}

/**
 * The rules that name faces to a browser. On pages they are optional: a page whose faces come late keeps those of the
 * reader's own machine, and is never set anew. A document waits for them.
 */
function faceRules(some: readonly Face[], display: 'optional' | 'block'): string {
  return some
    .map(
      ({ family, file, weight, letters }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:${display};src:url("fonts/${file}") format("woff2");unicode-range:${letters}}`,
    )
    .join('');
}
