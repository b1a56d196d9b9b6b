/** What HTML writes for these in text; in a style sheet they are themselves. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Text of a page (plain, or escaped for HTML) as a string of CSS, quotes included, safe in a `<style>`. */
export function cssString(text: { toString(): string }): string {
  const plain = text.toString().replaceAll(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity);
  // A backslash and the number of a character stand for it; the space after ends the number.
  const escaped = plain.replaceAll(/["\\<&\n\r\f]/g, each => `\\${each.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

/**
 * A page that gives paper its running heads, from its own title: "Key stage 4 - Annual Education Report 2013/14 -
 * Cheshire East" is the chapter on one side, the council and the report on the other.
 */
export function addRunningHeads(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.split(' - ') ?? [];
  const council = title.at(-1);
  const report = title.at(-2);
  if (title.length < 3 || council === undefined || report === undefined) return html;
  const part = title.slice(0, -2).join(' - ');
  const heads = `--running-report:${cssString(`${council}, ${report}`)};--running-part:${cssString(part)}`;
  return html.replace('</head>', () => `<style>:root{${heads}}</style>\n</head>`);
}
