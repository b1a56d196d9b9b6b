// Reads PDFs as far as tests ask, with nothing from the code under test.
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A PDF that was read. */
export type Pdf = {
  readonly pages: readonly PdfPage[];
  /** The entries of the outline, with how deep each lies and the page, from 1, that it leads to. */
  readonly outline: readonly { readonly title: string; readonly depth: number; readonly page: number }[];
  /** What the links lead to: places within, and addresses outside. */
  readonly inner: readonly string[];
  readonly outer: readonly string[];
  /** What each link says that it leads to; empty where it says nothing. */
  readonly named: readonly string[];
  /** The levels of the headings, in the order in which they are read. */
  readonly headings: readonly number[];
  /** The places that links within may lead to, each with its page from 1. */
  readonly places: ReadonlyMap<string, number>;
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** True where a reader shows the title in place of the name of the file. */
  readonly showsTitle: boolean;
  /** When it was made and changed: "D:20150731000000Z". */
  readonly dates: readonly string[];
  /** The metadata in XML. */
  readonly metadata: string;
  /** The kinds of typeface, "CIDFontType2", and how many files of them are in it. */
  readonly fonts: readonly string[];
  readonly fontFiles: number;
  /** The role of every element of the structure. */
  readonly roles: readonly string[];
  /** What the browser's own roles stand for. */
  readonly mapped: Readonly<Record<string, string>>;
  /** How many figures there are, and how many have words in their place. */
  readonly figures: number;
  readonly alternatives: number;
};

type PdfPage = {
  /** What is marked as content, and what is not: running heads and page numbers. Both without spaces. */
  readonly body: string;
  readonly margins: string;
  /** Width and height in points. */
  readonly size: readonly [number, number];
  /** How far the lowest letter of the body stands from the foot of the page, in points. */
  readonly below: number;
};

const name = (text: string) => PDFName.of(text);

/** Reads a PDF. Text is without spaces: how far letters stand apart is not told in it. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const pages = document.getPages();
  const pageOf = (ref: unknown) => pages.findIndex(page => page.ref === ref) + 1;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const dicts = objects.filter(object => object instanceof PDFDict);
  const roleOf = (dict: PDFDict) => nameIn(dict, 'S');
  const elements = dicts.filter(dict => nameIn(dict, 'Type') === 'StructElem');
  const figures = elements.filter(dict => roleOf(dict) === 'Figure');
  const links = dicts.filter(dict => nameIn(dict, 'Subtype') === 'Link');
  const metadata = catalog.lookup(name('Metadata'));
  const information = context.lookup(context.trailerInfo.Info, PDFDict);
  const places = catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? [];
  const roleMap = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('RoleMap'), PDFDict);
  return {
    title: textOf(information.lookup(name('Title'))),
    language: textOf(catalog.lookup(name('Lang'))),
    isTagged: String(catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked'))) === 'true',
    showsTitle:
      String(catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.get(name('DisplayDocTitle'))) ===
      'true',
    dates: ['CreationDate', 'ModDate'].map(key => textOf(information.lookup(name(key)))),
    metadata:
      metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()).toString() : '',
    fonts: dicts.filter(dict => nameIn(dict, 'Type') === 'Font').map(dict => nameIn(dict, 'Subtype') ?? ''),
    fontFiles: dicts.filter(dict => dict.has(name('FontFile2')) || dict.has(name('FontFile3'))).length,
    roles: elements.map(dict => roleOf(dict) ?? ''),
    mapped: Object.fromEntries(
      (roleMap?.entries() ?? []).map(([key, to]) => [key.decodeText(), String(to).slice(1)]),
    ),
    figures: figures.length,
    alternatives: figures.filter(dict => textOf(dict.lookup(name('Alt'))) !== '').length,
    outline: outlineOf(catalog.lookupMaybe(name('Outlines'), PDFDict), 0, pageOf),
    named: links.map(dict => textOf(dict.lookup(name('Contents')))),
    headings: headingsIn(catalog.lookup(name('StructTreeRoot'), PDFDict)),
    inner: links.flatMap(dict => nameIn(dict, 'Dest') ?? []),
    outer: links.flatMap(dict => {
      const action = dict.lookupMaybe(name('A'), PDFDict);
      return action === undefined ? [] : [textOf(action.lookup(name('URI')))];
    }),
    places: new Map(
      places.flatMap(([place, to]) =>
        to instanceof PDFArray ? [[textOfName(place), pageOf(to.get(0))] as const] : [],
      ),
    ),
    pages: pages.map(page => {
      const { width, height } = page.getSize();
      return { ...readPage(page.node), size: [Math.round(width), Math.round(height)] as const };
    }),
  };
}

/** The levels of the headings in a part of the structure, in its order. */
function headingsIn(part: PDFDict): number[] {
  const level = /^H(\d)$/.exec(nameIn(part, 'S') ?? '')?.[1];
  const inside = part.lookup(name('K'));
  const parts =
    inside instanceof PDFArray ? inside.asArray().map(each => part.context.lookup(each)) : [inside];
  const below = parts.flatMap(each => (each instanceof PDFDict ? headingsIn(each) : []));
  return level === undefined ? below : [Number(level), ...below];
}

/** Text as it is compared with that of a PDF. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/g, '');
}

function nameIn(dict: PDFDict, key: string): string | null {
  const value = dict.get(name(key));
  return value instanceof PDFName ? textOfName(value) : null;
}

const textOfName = (value: PDFName) => Buffer.from(value.asBytes()).toString('utf8');

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function outlineOf(
  parent: PDFDict | undefined,
  depth: number,
  pageOf: (ref: unknown) => number,
): Pdf['outline'] {
  const entries: Pdf['outline'][number][] = [];
  let next = parent?.lookupMaybe(name('First'), PDFDict);
  while (next !== undefined) {
    const to = next.lookup(name('Dest'));
    const page = to instanceof PDFArray ? pageOf(to.get(0)) : 0;
    entries.push(
      { title: textOf(next.lookup(name('Title'))), depth, page },
      ...outlineOf(next, depth + 1, pageOf),
    );
    next = next.lookupMaybe(name('Next'), PDFDict);
  }
  return entries;
}

/** Where letters stand: across, up, and how the two are turned and scaled. */
type Matrix = readonly [number, number, number, number, number, number];

const by = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

/** What stands on a page, from what is drawn on it in order. */
function readPage(page: PDFDict & { readonly Contents: () => unknown }): Omit<PdfPage, 'size'> {
  const fonts = page.lookup(name('Resources'), PDFDict).lookupMaybe(name('Font'), PDFDict)?.entries() ?? [];
  const letters = new Map(
    fonts.map(([key, ref]) => {
      const font = page.context.lookup(ref as PDFRef, PDFDict);
      return [key.decodeText(), lettersOf(unpacked(font.lookup(name('ToUnicode'))))] as const;
    }),
  );
  const content = page.Contents();
  const drawn = unpacked(content instanceof PDFArray ? content.lookup(0) : content);
  let font: ReturnType<typeof lettersOf> | undefined;
  let marked = 0;
  let body = '';
  let margins = '';
  let below = Number.POSITIVE_INFINITY;
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let text: Matrix = matrix;
  const parts =
    /\/(\S+) [\d.]+ Tf|((?:-?[\d.]+ ){6})(cm|Tm)\b|((?:-?[\d.]+ ){2})Td\b|^(q|Q)$|\b(BDC|BMC|EMC)\b|<([0-9A-F]+)>(?= *(?:Tj|\]|-?[\d.]+|<))/gm;
  for (const [, named, six, how, two, kept, mark, codes] of drawn.matchAll(parts)) {
    if (mark !== undefined) marked += mark === 'EMC' ? -1 : 1;
    else if (named !== undefined) font = letters.get(named);
    else if (kept === 'q') saved.push(matrix);
    else if (kept === 'Q') matrix = saved.pop() ?? matrix;
    else if (six !== undefined) {
      const given = six.trim().split(' ').map(Number) as unknown as Matrix;
      if (how === 'cm') matrix = by(given, matrix);
      else text = given;
    } else if (two !== undefined) {
      const [x = 0, y = 0] = two.trim().split(' ').map(Number);
      text = by([1, 0, 0, 1, x, y], text);
    } else if (codes !== undefined && font !== undefined) {
      const { width, of } = font;
      for (let at = 0; at < codes.length; at += width) {
        const letter = of.get(codes.slice(at, at + width)) ?? '';
        if (marked > 0) body += letter;
        else margins += letter;
      }
      if (marked > 0) below = Math.min(below, by(text, matrix)[5]);
    }
  }
  return { body: withoutSpaces(body), margins: withoutSpaces(margins), below };
}

function unpacked(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return '';
  const isPacked = stream.dict.has(name('Filter'));
  return (isPacked ? inflateSync(stream.contents) : Buffer.from(stream.contents)).toString('latin1');
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
