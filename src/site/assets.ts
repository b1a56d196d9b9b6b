import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteView } from '../pages/page.ts';
import { faces, styleSheet } from './styles.ts';
import type { SiteFile } from './swap.ts';
import { TEMPLATES } from './templates.ts';
import { vegaScripts } from './vega-scripts.ts';

/** What pages load from the site: its files, each named by what is in it, so that a browser may keep it for good. */
export type Assets = {
  readonly files: readonly SiteFile[];
  /** The address of a file by the one that templates know it by: "assets/site.css"; any other address as it is. */
  readonly named: (href: string) => string;
};

/** The style sheet of a site, the typefaces it names, everything in `templates/assets`, and Vega. */
export async function makeAssets(site: Pick<SiteView, 'colours' | 'fontStack'>): Promise<Assets> {
  const named = new Map<string, string>();
  const add = (href: string, bytes: Buffer): SiteFile => {
    const path = contentName(href, bytes);
    named.set(href, path);
    return { path, bytes };
  };
  const letters = site.fontStack === null ? faces : [];
  const fonts = letters.map(({ from, file }) => add(`assets/fonts/${file}`, readFileSync(from)));
  const own = readdirSync(join(TEMPLATES, 'assets'))
    .sort()
    .map(name => add(`assets/${name}`, readFileSync(join(TEMPLATES, 'assets', name))));
  const vega = vegaScripts().map(({ name, bytes }) => add(`assets/${name}`, bytes));
  const sheet = letters.reduce(
    (css, { file }) =>
      css.replaceAll(`fonts/${file}`, (named.get(`assets/fonts/${file}`) ?? '').slice('assets/'.length)),
    await styleSheet(site),
  );
  const styles = add('assets/site.css', Buffer.from(sheet));
  return { files: [...fonts, ...own, ...vega, styles], named: href => named.get(href) ?? href };
}

/** "assets/site.css" as "assets/site.1f3a5c7e90.css". */
function contentName(href: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return href.replace(/(?=\.[a-z0-9]+$)/, `.${hash}`);
}
