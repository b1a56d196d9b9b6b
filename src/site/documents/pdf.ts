import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const name = PDFName.of;

/** The page, from 1, on which each named place of a PDF is. Throws when it is not a PDF. */
export async function pagesOfPlaces(pdf: Buffer): Promise<ReadonlyMap<string, number>> {
  const document = await opened(pdf);
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const places = document.catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? [];
  return new Map(
    places.flatMap(([place, target]) => {
      const page = target instanceof PDFArray ? target.get(0) : undefined;
      const number = page instanceof PDFRef ? pages.get(page) : undefined;
      return number === undefined ? [] : [[plainName(place), number] as const];
    }),
  );
}

/**
 * The PDF as it is published: dated with a day ("2015-07-31") in place of the clock, without the numbers that the browser
 * happened to give its elements, with metadata that say what it is, with tags that every reader of PDFs knows and links that
 * say what they lead to (`links`, by place or address), and packed. The same print gives the same bytes.
 */
export async function finishedPdf(
  pdf: Buffer,
  day: string,
  links: ReadonlyMap<string, string>,
): Promise<Buffer> {
  const document = await opened(renumbered(pdf));
  const date = new Date(`${day}T00:00:00Z`);
  document.setCreationDate(date);
  document.setModificationDate(date);
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    plainTitle(object);
    nameLink(object, links);
    if (object.get(name('S')) === name('LI')) giveBody(document, ref, object);
  }
  for (const page of document.getPages()) roundPlaces(document, page.node.get(name('Contents')));
  mapRoles(document);
  describe(document, day);
  return Buffer.from(await document.save({ rewrite: true, objectsPerTick: Number.POSITIVE_INFINITY }));
}

/** A place on a page, and how far it is to the next letter: the browser gives as many as seven decimals. */
const places = /^(?:-?[\d.]+ )+(?=(?:Td|[mlcv]|re)\b)/gm;

/** Places to a hundredth of a pixel, which nobody sees, take a third off a page. */
function roundPlaces({ context }: PDFDocument, ref: PDFObject | undefined): void {
  const content = context.lookup(ref);
  if (!(ref instanceof PDFRef && content instanceof PDFRawStream)) return;
  const drawn = inflateSync(content.contents).toString('latin1');
  const rounded = drawn.replaceAll(places, numbers =>
    numbers.replaceAll(/\d*\.\d{3,}/g, number => String(Math.round(Number(number) * 100) / 100)),
  );
  const bytes = deflateSync(Buffer.from(rounded, 'latin1'), { level: 9 });
  context.assign(ref, context.stream(bytes, { Filter: 'FlateDecode' }));
}

async function opened(pdf: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, { updateMetadata: false });
  } catch (cause) {
    throw new Error('invalid PDF', { cause });
  }
}

/** The browser's numbers of its elements, in whose place are 1, 2, 3 in the same order. Every byte keeps its place. */
function renumbered(pdf: Buffer): Buffer {
  const element = /\(node(\d{8})\)/g;
  const text = pdf.toString('latin1');
  const numbers = [...new Set([...text.matchAll(element)].map(([, number = '']) => number))].sort();
  const places = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return Buffer.from(
    text.replaceAll(element, (_, number: string) => `(node${places.get(number)})`),
    'latin1',
  );
}

/** An entry of the outline has plain spaces where its heading had some that may not be dropped. */
function plainTitle(object: PDFDict): void {
  const title = object.get(name('Title'));
  if (!(title instanceof PDFHexString || title instanceof PDFString)) return;
  object.set(name('Title'), PDFHexString.fromText(title.decodeText().replaceAll('\u00a0', ' ')));
}

/** Says of a link what it leads to, for readers of PDFs that list links by themselves. */
function nameLink(object: PDFDict, links: ReadonlyMap<string, string>): void {
  if (object.get(name('Subtype')) !== name('Link')) return;
  const place = object.get(name('Dest'));
  const address = object.lookupMaybe(name('A'), PDFDict)?.lookupMaybe(name('URI'), PDFString)?.decodeText();
  const to = place instanceof PDFName ? `#${plainName(place)}` : (address ?? '');
  object.set(name('Contents'), PDFHexString.fromText(links.get(to) ?? to));
}

/** Puts what an item of a list says into a body of its own, as the standard has it; the browser leaves that out. */
function giveBody(document: PDFDocument, ref: PDFRef, item: PDFDict): void {
  const { context } = document;
  const kids = listOf(
    item.lookup(name('K')) instanceof PDFArray ? item.lookup(name('K')) : item.get(name('K')),
  );
  const said = kids.filter(kid => roleOf(document, kid) !== 'Lbl');
  // What hangs in the item directly is found by its number there.
  if (!said.every(kid => context.lookup(kid) instanceof PDFDict && roleOf(document, kid) !== null)) return;
  if (said.some(kid => roleOf(document, kid) === 'LBody')) return;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: [...said] });
  const bodyRef = context.register(body);
  for (const kid of said) context.lookup(kid, PDFDict).set(name('P'), bodyRef);
  item.set(name('K'), context.obj([...kids.filter(kid => !said.includes(kid)), bodyRef]));
}

function listOf(kids: PDFObject | undefined): readonly PDFObject[] {
  if (kids === undefined) return [];
  return kids instanceof PDFArray ? kids.asArray() : [kids];
}

/** Null of what is no element of the structure. */
function roleOf(document: PDFDocument, kid: PDFObject): string | null {
  const element = document.context.lookup(kid);
  const role = element instanceof PDFDict ? element.get(name('S')) : undefined;
  return role instanceof PDFName ? role.decodeText() : null;
}

/** Says what the browser's own tags stand for among those of the standard. */
function mapRoles(document: PDFDocument): void {
  const tree = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const roles = tree?.lookupMaybe(name('RoleMap'), PDFDict) ?? document.context.obj({});
  for (const role of ['Strong', 'Em']) if (!roles.has(name(role))) roles.set(name(role), name('Span'));
  tree?.set(name('RoleMap'), roles);
}

/** The title, the language and the day, for what reads metadata and nothing else. */
function describe(document: PDFDocument, day: string): void {
  const escaped = (document.getTitle() ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>${day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>${day}T00:00:00Z</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const { context, catalog } = document;
  const stream = context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(name('Metadata'), context.register(stream));
}

/** A name as it was given, before bytes out of the ordinary were written as "#2E". */
function plainName(place: PDFName): string {
  return Buffer.from(place.asBytes()).toString('utf8');
}
