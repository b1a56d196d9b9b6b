/** An acronym and what it stands for. */
export type Acronym = { readonly term: string; readonly expansion: string };

/** True of a term that is written with two capitals or more, as GCSE or EBacc. */
export function isAcronym(term: string): boolean {
  return /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(term);
}

/** Readers read on in these, and an acronym is expanded there. */
const reading = new Set(['p', 'li', 'dd', 'span', 'strong', 'b']);
/** In these it is not; they are passed over whole. */
const passedOver = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'table',
  'svg',
  'nav',
  'code',
  'figcaption',
]);

/**
 * The page with each acronym expanded where it is first used in the running text of its main part, unless the same
 * words give what it stands for.
 */
export function expandAcronyms(html: string, acronyms: readonly Acronym[]): string {
  const start = html.indexOf('<main');
  const waiting = new Map(
    acronyms.filter(({ term }) => start !== -1 && html.includes(term, start)).map(each => [each.term, each]),
  );
  const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
  const pieces = [html.slice(0, Math.max(0, start))];
  const open: string[] = [];
  let from = Math.max(0, start);
  tags.lastIndex = from;
  while (waiting.size > 0) {
    const tag = tags.exec(html);
    if (tag === null) break;
    const [, closing, name = ''] = tag;
    const text = html.slice(from, tag.index);
    pieces.push(reading.has(open.at(-1) ?? '') ? expandIn(text, waiting) : text);
    from = tag.index;
    if (closing === '/') open.length = Math.max(0, open.lastIndexOf(name));
    else if (passedOver.has(name)) tags.lastIndex = endOf(html, name, tags.lastIndex);
    else if (!/^(?:br|img|hr|input|meta|link)$/.test(name)) open.push(name);
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

function expandIn(text: string, waiting: Map<string, Acronym>): string {
  let result = text;
  for (const { term, expansion } of [...waiting.values()]) {
    if (!text.includes(term)) continue;
    const use = new RegExp(`(?<![\\w-])${term}s?(?![\\w-])`);
    if (!use.test(text)) continue;
    waiting.delete(term);
    if (text.toLowerCase().includes(expansion.toLowerCase())) continue;
    result = result.replace(use, said => `${said} <span class="expansion">(${expansion})</span>`);
  }
  return result;
}
