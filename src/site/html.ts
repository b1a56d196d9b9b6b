/** Text as it stands in HTML, in and out of attributes. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
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
