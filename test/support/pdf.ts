// Reads the PDFs that Chromium writes as far as tests ask, with nothing from the code under test.
import { inflateSync } from 'node:zlib';

/** A PDF that was read. */
export type Pdf = {
  readonly pages: readonly { readonly body: string; readonly margins: string; readonly box: string }[];
  /** The entries of the outline, with how deep each lies and the page, from 1, that it leads to. */
  readonly outline: readonly { readonly title: string; readonly depth: number; readonly page: number }[];
  /** What the links lead to: places within, and addresses outside. */
  readonly inner: readonly string[];
  readonly outer: readonly string[];
  /** The places that links within may lead to, each with its page from 1. */
  readonly places: ReadonlyMap<string, number>;
  readonly title: string;
  readonly catalogue: string;
  readonly all: string;
};

/** Reads a PDF. Text is without spaces: how far letters stand apart is not told in it. */
export function readPdf(bytes: Buffer): Pdf {
  const all = bytes.toString('latin1');
  const object = objectsOf(all);
  const catalogue = object(reference(all.slice(all.lastIndexOf('trailer')), 'Root'));
  const order = kidsOf(reference(catalogue, 'Pages'), object);
  const pageOf = (number: number) => order.indexOf(number) + 1;
  const stream = (number: number) => inflated(bytes, all, number);
  const places = /\/Dests \d/.test(catalogue) ? object(reference(catalogue, 'Dests')) : '';
  const info = object(reference(all.slice(all.lastIndexOf('trailer')), 'Info'));
  return {
    all,
    catalogue,
    title: textOf(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-F]*>)/.exec(info)?.[1] ?? ''),
    pages: order.map(number => readPage(object(number), object, stream)),
    outline: /\/Outlines \d/.test(catalogue)
      ? outlineOf(reference(catalogue, 'Outlines'), 0, object, pageOf)
      : [],
    inner: [...all.matchAll(/\/Subtype \/Link\n[^>]*?\/Dest \/([^\s/>]+)/g)].map(([, name = '']) =>
      nameOf(name),
    ),
    outer: [...all.matchAll(/\/URI \(((?:\\.|[^\\)])*)\)/g)].map(([, address = '']) => address),
    places: new Map(
      [...places.matchAll(/\/(\S+) \[(\d+) 0 R/g)].map(
        ([, name = '', number]) => [nameOf(name.replace(/^<</, '')), pageOf(Number(number))] as const,
      ),
    ),
  };
}

/** Text as it is compared with that of a PDF. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/g, '');
}

type ObjectOf = (number: number) => string;

function objectsOf(all: string): ObjectOf {
  const table = all.lastIndexOf('\nxref') + 1;
  const lines = all.slice(table).split('\n').slice(2);
  return number => {
    const at = Number(lines[number]?.slice(0, 10));
    return all.slice(at, all.indexOf('endobj', at));
  };
}

function reference(object: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
  if (found === undefined) throw new Error(`no ${key} in ${object.slice(0, 200)}`);
  return Number(found);
}

function kidsOf(number: number, object: ObjectOf): readonly number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(number))?.[1];
  if (kids === undefined) return [number];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kidsOf(Number(kid), object));
}

function inflated(bytes: Buffer, all: string, number: number): string {
  const at = all.indexOf('\n', all.lastIndexOf('\nxref') + 6);
  const entry = all.slice(at + 1).split('\n', number + 1)[number] ?? '';
  const start = Number(entry.slice(0, 10));
  const data = all.indexOf('stream\n', start) + 7;
  const length = Number(/\/Length (\d+)/.exec(all.slice(start, data))?.[1]);
  return inflateSync(bytes.subarray(data, data + length)).toString('latin1');
}

function outlineOf(
  number: number,
  depth: number,
  object: ObjectOf,
  pageOf: (page: number) => number,
): Pdf['outline'] {
  const entries: Pdf['outline'][number][] = [];
  let next = /\/First (\d+) 0 R/.exec(object(number))?.[1];
  while (next !== undefined) {
    const item = object(Number(next));
    const title = textOf(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-F]*>)/.exec(item)?.[1] ?? '');
    const page = pageOf(Number(/\/Dest \[(\d+) 0 R/.exec(item)?.[1]));
    entries.push({ title, depth, page }, ...outlineOf(Number(next), depth + 1, object, pageOf));
    next = /\/Next (\d+) 0 R/.exec(item)?.[1];
  }
  return entries;
}

/** The text of a page: what is marked as content, and what is in the margins. */
function readPage(page: string, object: ObjectOf, stream: (number: number) => string): Pdf['pages'][number] {
  const fonts = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '';
  const letters = new Map(
    [...fonts.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', number]) => {
      return [name, lettersOf(stream(reference(object(Number(number)), 'ToUnicode')))] as const;
    }),
  );
  let font: ReturnType<typeof lettersOf> | undefined;
  let marked = 0;
  let body = '';
  let margins = '';
  const parts = /\/(\S+) [\d.]+ Tf|\bBDC\b|\bEMC\b|<([0-9A-F]+)>(?= *(?:Tj|\]|-?[\d.]+|<))/g;
  for (const [part, name, codes] of stream(reference(page, 'Contents')).matchAll(parts)) {
    if (part === 'BDC') marked += 1;
    else if (part === 'EMC') marked -= 1;
    else if (name !== undefined) font = letters.get(name);
    else if (codes !== undefined && font !== undefined) {
      const { width, of } = font;
      for (let at = 0; at < codes.length; at += width) {
        const letter = of.get(codes.slice(at, at + width)) ?? '';
        if (marked > 0) body += letter;
        else margins += letter;
      }
    }
  }
  return {
    body: withoutSpaces(body),
    margins: withoutSpaces(margins),
    box: /\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '',
  };
}

/** What the codes of a font stand for, and how many digits each has. */
function lettersOf(map: string): { readonly width: number; readonly of: ReadonlyMap<string, string> } {
  const width = /begincodespacerange\n<([0-9A-F]+)>/.exec(map)?.[1]?.length ?? 4;
  const of = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g))
      of.set(code, utf16(text));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    )) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        const letter = (Number.parseInt(text, 16) + code - first).toString(16).padStart(4, '0');
        of.set(code.toString(16).toUpperCase().padStart(width, '0'), utf16(letter));
      }
    }
  }
  return { width, of };
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** A string of a PDF: plain in brackets, or hexadecimal with a mark of its order. */
function textOf(written: string): string {
  if (written.startsWith('<')) return utf16(written.slice(1, -1)).replace(/^\ufeff/, '');
  return written.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}

const nameOf = (name: string) =>
  name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
