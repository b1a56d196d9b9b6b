import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeText } from '../../pages/files.ts';

/**
 * What stands in a written page round a mention of a printed file: `<!--printed 2013-14/ks4/2013-14-ks4.pdf-->`,
 * with `{size}` for how large it is, to `<!--/printed-->`.
 */
const MENTION = /[ \t]*<!--printed (\S+)-->\n?(.*?)<!--\/printed-->\n?/gs;

/** The page with the sizes of the files that were printed; what mentions others is taken out. */
export function fillMentions(html: string, sizes: ReadonlyMap<string, number>): string {
  return html.replaceAll(MENTION, (_, path: string, mention: string) => {
    const size = sizes.get(path);
    return size === undefined ? '' : mention.replaceAll('{size}', sizeText(size));
  });
}

/** Fills the mentions of printed files in every page of a folder. */
export function fillPages(folder: string, sizes: ReadonlyMap<string, number>): void {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.html'),
  );
  for (const name of pages) {
    const path = join(folder, name);
    const html = readFileSync(path, 'utf8');
    const filled = fillMentions(html, sizes);
    if (filled !== html) writeFileSync(path, filled);
  }
}
