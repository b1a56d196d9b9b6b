import { sizeText } from '../../pages/files.ts';

/**
 * What stands in a page round a mention of a printed file: `<!--printed 2013-14/ks4/2013-14-ks4.pdf-->`, with `{size}`
 * for how large it is, to `<!--/printed-->`. Both stand in lines of their own.
 */
const MENTION = /^[ \t]*<!--printed (\S+)-->\n?(.*?)<!--\/printed-->\n?/gms;

/** The page with the sizes of the files that were printed; what mentions others is taken out. */
export function fillMentions(html: string, sizes: ReadonlyMap<string, number>): string {
  return html.replaceAll(MENTION, (_, path: string, mention: string) => {
    const size = sizes.get(path);
    return size === undefined ? '' : mention.replaceAll('{size}', sizeText(size));
  });
}
