/** An acronym and what it stands for. */
export type Acronym = { readonly term: string; readonly expansion: string };

/** Where readers read on: an acronym is expanded there, and not in a heading, a link, a table or a drawing. */
const reading = new Set(['p', 'li', 'dd', 'span', 'strong', 'b']);

/** True of a term that is written with two capitals or more, as GCSE or EBacc. */
export function isAcronym(term: string): boolean {
  return /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(term);
}

/**
 * The page with each acronym expanded where it is first used in the running text of its main part, unless the same
 * words give what it stands for.
 */
export function expandAcronyms(html: string, acronyms: readonly Acronym[]): string {
  const start = html.indexOf('<main');
  if (start === -1) return html;
  const waiting = new Map(acronyms.map(acronym => [acronym.term, acronym]));
  const open: string[] = [];
  const pieces = html.slice(start).split(/(<[^>]+>)/);
  const expanded = pieces.map(piece => {
    if (piece.startsWith('<')) {
      follow(piece, open);
      return piece;
    }
    return open.every(tag => !/^(?:h[1-6]|a|table|svg|nav|code)$/.test(tag)) && reading.has(open.at(-1) ?? '')
      ? expandIn(piece, waiting)
      : piece;
  });
  return html.slice(0, start) + expanded.join('');
}

/** Keeps the list of open elements up with a tag. */
function follow(tag: string, open: string[]): void {
  const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined || tag.endsWith('/>') || /^(?:br|img|hr|input|meta|link)$/.test(name)) return;
  if (!tag.startsWith('</')) open.push(name);
  else if (open.includes(name)) open.length = open.lastIndexOf(name);
}

function expandIn(text: string, waiting: Map<string, Acronym>): string {
  let result = text;
  for (const { term, expansion } of [...waiting.values()]) {
    const use = new RegExp(`(?<![\\w-])${term}s?(?![\\w-])`);
    if (!use.test(text)) continue;
    waiting.delete(term);
    if (text.toLowerCase().includes(expansion.toLowerCase())) continue;
    result = result.replace(use, said => `${said} <span class="expansion">(${expansion})</span>`);
  }
  return result;
}
