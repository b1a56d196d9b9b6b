/** Text as it stands in HTML, in and out of attributes. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Text as it stands between the tags of XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#92;': '\\',
};

/** Text as readers read it, from how templates write it. */
export function unescaped(escaped: string): string {
  return escaped.replaceAll(/&(?:amp|lt|gt|quot|#39|#92);/g, entity => entities[entity] ?? entity);
}

/** Where an element ends whose start tag ends at a place: after the end tag that is its own. */
export function endOf(html: string, name: string, from: number): number {
  const [start, end] = [`<${name}`, `</${name}>`];
  let depth = 1;
  let at = from;
  while (depth > 0) {
    const close = html.indexOf(end, at);
    if (close === -1) return html.length;
    const between = html.slice(at, close);
    if (between.includes(start)) depth += between.split(new RegExp(`${start}(?=[\\s>])`)).length - 1;
    depth -= 1;
    at = close + end.length;
  }
  return at;
}

export type Tag = {
  readonly at: number;
  readonly end: number;
  readonly nameEnd: number;
  readonly name: string;
  readonly isEnd: boolean;
};

/** The next tag from a place of a page on; null where there is none. Comments are none, and no attribute of ours holds a ">". */
export function nextTag(html: string, from: number): Tag | null {
  for (let at = html.indexOf('<', from); at !== -1; at = html.indexOf('<', at + 1)) {
    const isEnd = html.charCodeAt(at + 1) === slash;
    const start = at + (isEnd ? 2 : 1);
    if (!isLetter(html.charCodeAt(start))) continue;
    let nameEnd = start + 1;
    while (isLetter(html.charCodeAt(nameEnd)) || isDigit(html.charCodeAt(nameEnd))) nameEnd += 1;
    const close = html.indexOf('>', nameEnd);
    return close === -1 ? null : { at, end: close + 1, nameEnd, name: html.slice(start, nameEnd), isEnd };
  }
  return null;
}

const slash = 0x2f;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
