import { z } from 'zod';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';

/** The officers' words on a theme (or the home page, theme `home`) in an edition: Markdown, with its place. */
export type Commentary = {
  /** "2013-14". */
  readonly edition: string;
  readonly theme: string;
  readonly markdown: string;
  /** Where the Markdown begins; its nth line is at `place.line + n - 1`. */
  readonly place: Place;
};

type StatedFact = { readonly fact: string; readonly index: number };

type Resting = { readonly words: string; readonly facts: readonly StatedFact[] };

/** What commentary rests on, and every line that says so wrongly: its index and what is wrong. */
type RestsOn = {
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

const comments = /<!--[\s\S]*?(?:-->|$)/g;

/** Commentary without the comments to its writer, each made blank, so that every other word keeps its place. */
export function withoutComments(markdown: string): string {
  return markdown.replace(comments, comment => comment.replace(/[^\n]/g, ' '));
}

/** A figure that officers name in braces: `{ks2-rwm-l4 change}`. */
export const inBraces = /\{[^{}\n]*\}/g;

export function namesInBraces(words: string): readonly { readonly name: string; readonly index: number }[] {
  return [...words.matchAll(inBraces)].map(({ 0: all, index }) => ({ name: all.slice(1, -1), index }));
}

/** Words with every name in braces made blank, so that the others keep their places. */
export function withoutNames(words: string): string {
  return words.replace(inBraces, name => ' '.repeat(name.length));
}

/** Officers' words sentence by sentence, each with where it begins; names in braces and ends of lines are made blank. */
export function typedSentences(words: string): readonly { readonly from: number; readonly text: string }[] {
  const typed = withoutNames(words).replaceAll('\n', ' ');
  return [...words.matchAll(/(?:(?![.!?](?:\s|$)|\n\s*\n)[\s\S])+/g)].map(({ index, 0: { length } }) => ({
    from: index,
    text: typed.slice(index, index + length),
  }));
}

/** Where commentary carried over from an earlier edition says that nobody has read it yet. */
export function unreadIn(markdown: string): readonly number[] {
  return [...markdown.matchAll(comments)]
    .filter(([comment]) => /^<!--\s*unread\b/i.test(comment))
    .map(({ index }) => index);
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

function factsOf({ text, index }: Line): readonly StatedFact[] {
  const opening = text.indexOf('[') + 1;
  const parts = text.slice(opening, text.lastIndexOf(']')).split(',');
  return parts.map((part, at) => {
    const before = parts.slice(0, at).join(',').length + (at === 0 ? 0 : 1);
    return { fact: part.trim(), index: index + opening + before + part.search(/\S/) };
  });
}

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

/** A paragraph of officers' words whose facts the data bears out. */
export type Claim = {
  /** "2013-14.ks2.claim.1". */
  readonly id: string;
  /** The page that prints the paragraph, site-relative. */
  readonly page: string;
  /** The theme's id, or `home`. */
  readonly theme: string;
  /** The paragraph's opening sentence or two, as printed. */
  readonly text: string;
  readonly facts: readonly {
    /** As the officer wrote it: "ks2-rwm-l4 rose". */
    readonly fact: string;
    /** What the data says: "This rose by 3 percentage points from 81% in 2012/13." */
    readonly says: string;
    readonly figures: readonly Figure[];
  }[];
};

const words = z.string().trim().min(1);

const overrideSchema = z.strictObject({
  sentence: words.describe('The id of the computed sentence, as figures.json lists it'),
  computed: words.describe(
    'What the computed sentence says, word for word: should it change, the build stops',
  ),
  instead: words.describe(
    'What is printed in its place: plain text, with figures named in braces as in commentary',
  ),
  reason: words.describe('Why the computed sentence will not do'),
  by: words.optional().describe('Who decided: a role, never a name'),
});

/** `overrides/<edition>.yaml`. */
export const overridesFileSchema = z.strictObject({ overrides: z.array(overrideSchema).min(1) });

export type Override = z.infer<typeof overrideSchema> & {
  /** "2013-14". */
  readonly edition: string;
  readonly places: { readonly sentence: Place; readonly computed: Place };
  /** The names in braces that `instead` holds, in order. */
  readonly names: readonly { readonly name: string; readonly place: Place }[];
};
