import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './cache.ts';

/** The typefaces that come with the report, under the SIL Open Font License, and what style sheets call them. */
const families = { 'source-sans-3': 'Source Sans 3', 'source-serif-4': 'Source Serif 4' } as const;

const english =
  'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212';
// Welsh and other languages: fetched only by pages that use them.
const others = 'U+100-130,U+132-151,U+154-2BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF';

/** The files of the letters that most pages do without: where each is, and what it is called in the site. */
export const otherLetters: readonly { readonly from: string; readonly file: string }[] = Object.keys(
  families,
).map(name => {
  const file = `${name}-latin-ext-wght-normal.woff2`;
  return { from: packed(name, file), file };
});

/**
 * The style sheet that brings the faces. The letters of English are inside it: a page is set once, in its own faces,
 * never anew when they come late, and a folder opened without a server has them too.
 */
export async function faceSheet(): Promise<string> {
  const rules = await Promise.all(
    Object.entries(families).map(async ([name, family]) => {
      const font = await readFile(packed(name, `${name}-latin-wght-normal.woff2`), 'base64');
      return [
        rule(family, `data:font/woff2;base64,${font}`, english),
        rule(family, `fonts/${name}-latin-ext-wght-normal.woff2`, others),
      ];
    }),
  );
  return `${rules.flat().join('\n')}\n`;
}

function packed(name: string, file: string): string {
  return join(repository, 'node_modules/@fontsource-variable', name, 'files', file);
}

function rule(family: string, address: string, letters: string): string {
  return `@font-face{font-family:"${family}";font-weight:200 900;font-display:block;src:url("${address}") format("woff2");unicode-range:${letters}}`;
}
