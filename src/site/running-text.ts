/** Readers read on in these; text that stands elsewhere is left as it is. */
const reading = new Set(['p', 'li', 'dd', 'span', 'strong', 'b']);
/** These are passed over whole: what they hold is no running text, or leads somewhere already. */
const passedOver = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'table', 'svg', 'nav', 'code', 'figcaption'],
  ...['button', 'label', 'select', 'dt', 'summary'],
]);
const block = /^(?:p|li|dd|div|section|ul|ol|dl|main)$/;
const within = /^(?:a|code|span)$/;
const alone = /^(?:br|img|hr|input|meta|link)$/;

/**
 * The page with the running text of its main part put otherwise, piece by piece: `change` is given a piece and the text
 * that stands before it in the same paragraph, and answers null when it wants no more.
 */
export function changeRunningText(
  html: string,
  change: (text: string, before: string) => string | null,
): string {
  const start = html.indexOf('<main');
  if (start === -1) return html;
  const tags = /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g;
  const pieces = [html.slice(0, start)];
  const open: string[] = [];
  let before = '';
  let from = start;
  tags.lastIndex = from;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const [, closing, name = '', attributes = ''] = tag;
    const text = html.slice(from, tag.index);
    const changed = reading.has(open.at(-1) ?? '') ? change(text, before) : text;
    if (changed === null) break;
    pieces.push(changed);
    from = tag.index;
    before = block.test(name) ? '' : before + text;
    if (closing === '/') open.length = Math.max(0, open.lastIndexOf(name));
    else if (passedOver.has(name) || attributes.includes('class="expansion"')) {
      tags.lastIndex = endOf(html, name, tags.lastIndex);
      if (within.test(name)) before += html.slice(from, tags.lastIndex).replaceAll(/<[^>]*>/g, '');
    } else if (!alone.test(name)) open.push(name);
    if (name === 'main' && closing === '/') break;
    pieces.push(html.slice(from, tags.lastIndex));
    from = tags.lastIndex;
  }
  return pieces.join('') + html.slice(from);
}

/** Where an element that holds none of its own kind ends. */
function endOf(html: string, name: string, from: number): number {
  const end = html.indexOf(`</${name}>`, from);
  return end === -1 ? html.length : end + name.length + 3;
}
