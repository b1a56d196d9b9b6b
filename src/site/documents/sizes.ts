import { sizeText } from '../../pages/files.ts';

const START = '<!--printed ';
const END = '<!--/printed-->';

/**
 * The page with the sizes of the files that were printed; what mentions others is taken out. A mention of a file stands from
 * `<!--printed 2013-14/ks4/2013-14-ks4.pdf-->`, with `{size}` for how large it is, to `<!--/printed-->`. Both of these stand
 * in lines of their own, which go with them.
 */
export function fillMentions(html: string, sizes: ReadonlyMap<string, number>): string {
  const [before = '', ...others] = html.split(START);
  return others.reduce((page, piece) => {
    const [mention = '', after = ''] = piece.split(END, 2);
    const size = sizes.get(mention.slice(0, mention.indexOf('-->')));
    const words = mention.slice(mention.indexOf('-->') + '-->'.length);
    const filled = size === undefined ? '' : words.replace(/^\n/, '').replaceAll('{size}', sizeText(size));
    return withoutIndent(page) + filled + after.replace(/^\n/, '');
  }, before);
}

/** A text without the spaces at its end. */
function withoutIndent(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}
