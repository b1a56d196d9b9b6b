/** A fact as commentary writes it, and its index in the Markdown. */
export type FactAt = { readonly fact: string; readonly index: number };

/** A paragraph of commentary and the facts it rests on. */
export type Resting = { readonly words: string; readonly facts: readonly FactAt[] };

/** What commentary rests on, and every line that says so wrongly: its index and what is wrong. */
export type RestsOn = {
  readonly paragraphs: readonly Resting[];
  readonly faults: readonly { readonly index: number; readonly what: string }[];
};

type Line = { readonly text: string; readonly index: number };

/** A line that means to say what a paragraph rests on, however it is spelled. */
const meant = /^\s*(?:rests[-_]on\b|rests?[-_ ]?on\s*:?\s*\[)/i;

const wellFormed = /^\s*rests-on:\s*\[(?<facts>[^[\]]*)\]\s*$/;

/** The paragraphs of commentary that end with `rests-on: […]`, and what is wrong with such lines. */
export function restsOnIn(markdown: string): RestsOn {
  const read = blocksOf(markdown)
    .filter(lines => lines.some(({ text }) => meant.test(text)))
    .map(readBlock);
  return {
    paragraphs: read.flatMap(({ paragraphs }) => paragraphs),
    faults: read.flatMap(({ faults }) => faults),
  };
}

/** Commentary as it is printed: each `rests-on` line made blank, so that every other word keeps its place. */
export function withoutRestsOn(markdown: string): string {
  return markdown
    .split('\n')
    .map(line => (meant.test(line) ? ' '.repeat(line.length) : line))
    .join('\n');
}

function readBlock(lines: readonly Line[]): RestsOn {
  const first = lines.findIndex(({ text }) => meant.test(text));
  const words = lines.slice(0, first).map(({ text }) => text);
  const rests = lines.slice(first).filter(({ text }) => meant.test(text));
  const faults = rests.flatMap(line => {
    const what = faultOf(line, lines, words);
    return what === null ? [] : [{ index: line.index + line.text.search(/\S/), what }];
  });
  if (faults.length > 0) return { paragraphs: [], faults };
  return { paragraphs: [{ words: words.join('\n'), facts: rests.flatMap(factsOf) }], faults };
}

/** What is wrong with a `rests-on` line of a paragraph, or null. */
function faultOf(line: Line, lines: readonly Line[], words: readonly string[]): string | null {
  const listed = wellFormed.exec(line.text)?.groups?.facts;
  if (listed === undefined) return 'this line does not list facts in square brackets';
  if (listed.split(',').some(fact => fact.trim() === '')) return 'a fact is missing in this line';
  if (words.length === 0) return 'this line has no words above it to rest on it';
  const after = lines.slice(lines.indexOf(line) + 1);
  return after.some(({ text }) => !meant.test(text))
    ? 'this line stands inside a paragraph, not at its end'
    : null;
}

function factsOf({ text, index }: Line): readonly FactAt[] {
  const opening = text.indexOf('[') + 1;
  const parts = text.slice(opening, text.lastIndexOf(']')).split(',');
  return parts.map((part, at) => {
    const before = parts.slice(0, at).join(',').length + (at === 0 ? 0 : 1);
    return { fact: part.trim(), index: index + opening + before + part.search(/\S/) };
  });
}

/** The lines of each run without a blank line. */
function blocksOf(markdown: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  let index = 0;
  for (const text of markdown.split('\n')) {
    if (text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push({ text, index });
    index += text.length + 1;
  }
  return blocks;
}
