import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addresses } from '../pages/addresses.ts';
import type { ReportView } from '../pages/page.ts';
import { packageFile } from './installation.ts';
import { faces, styleSheet } from './styles.ts';
import type { SiteFile } from './swap.ts';
import { TEMPLATES } from './templates.ts';

/** What pages load from the site: its files, each named by what is in it, so that a browser may keep it for good. */
export type Assets = {
  readonly files: readonly SiteFile[];
  /** The addresses of files by those that templates know them by: "assets/site.css". */
  readonly names: ReadonlyMap<string, string>;
};

/** The style sheet of a site, the typefaces it names, everything in `templates/assets`, its pictures, and Vega. */
export async function makeAssets({ site, pictures }: Pick<ReportView, 'site' | 'pictures'>): Promise<Assets> {
  const names = new Map<string, string>();
  const add = (href: string, bytes: Buffer): SiteFile => {
    const path = contentName(href, bytes);
    names.set(href, path);
    return { path, bytes };
  };
  const letters = site.fontStack === null ? faces : [];
  const fonts = letters.map(({ from, file }) => add(`assets/fonts/${file}`, readFileSync(from)));
  const own = readdirSync(join(TEMPLATES, 'assets'))
    .sort()
    .map(name => add(`assets/${name}`, readFileSync(join(TEMPLATES, 'assets', name))));
  // What an officer called a picture may be somebody's name, and is not published.
  const shown = pictures.map(({ name, bytes }) => {
    const file = add(`assets/picture${/\.png$/i.test(name) ? '.png' : '.jpg'}`, Buffer.from(bytes));
    names.set(addresses.picture(name), file.path);
    return file;
  });
  const vega = vegaScripts().map(({ name, bytes }) => add(`assets/${name}`, bytes));
  const sheet = letters.reduce(
    (css, { file }) =>
      css.replaceAll(`fonts/${file}`, (names.get(`assets/fonts/${file}`) ?? '').slice('assets/'.length)),
    await styleSheet(site),
  );
  const styles = add('assets/site.css', Buffer.from(sheet));
  return { files: [...fonts, ...own, ...shown, ...vega, styles], names };
}

/** "assets/site.css" as "assets/site.1f3a5c7e90.css". */
function contentName(href: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return href.replace(/(?=\.[a-z0-9]+$)/, `.${hash}`);
}

/** The scripts of Vega for the page that draws charts in the browser, by their names in the site. */
function vegaScripts(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return [
    { name: 'vega.js', bytes: built('vega', 'vega.min.js') },
    { name: 'vega-lite.js', bytes: built('vega-lite', 'vega-lite.min.js') },
    { name: 'vega-interpreter.js', bytes: Buffer.from(interpreter()) },
  ];
}

/** A file of a package as it was built for browsers, without its mention of a map that the site does not have. */
function built(name: string, file: string): Buffer {
  const text = readFileSync(join(dirname(packageFile(name)), 'build', file), 'utf8');
  return Buffer.from(text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** Vega's interpreter comes as a module, which browsers refuse to pages opened from a folder: here it is put among Vega's own. */
function interpreter(): string {
  const module = built('vega-interpreter', 'vega-interpreter.js').toString();
  const [, imported] = /^import \{([^}]*)\} from 'vega-util';$/m.exec(module) ?? [];
  const [, exported] = /^export \{([^}]*)\};$/m.exec(module) ?? [];
  if (imported === undefined || exported?.trim() !== 'expression as expressionInterpreter')
    throw new Error('vega-interpreter is not as it was: its imports and exports cannot be read');
  const body = module.replace(/^import .*$/m, `const {${imported}} = vega;`).replace(/^export .*$/m, '');
  return `(() => {\n'use strict';\n${body}\nvega.expressionInterpreter = expression;\n})();\n`;
}
