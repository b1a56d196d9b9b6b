// As much of a PDF's structure as printing needs: Chromium writes plain objects with a table of their places.

/** Reads an object of a PDF by its number. */
type ObjectOf = (number: number) => string;

/** The page, from 1, on which each named place of a PDF is. Throws when it is not a PDF of Chromium's kind. */
export function pagesOfPlaces(pdf: Buffer): ReadonlyMap<string, number> {
  const { root, objectOf } = structureOf(pdf);
  const catalogue = objectOf(root);
  const order = pageOrder(referenceIn(catalogue, 'Pages'), objectOf);
  const pages = new Map(order.map((number, index) => [number, index + 1]));
  if (!/\/Dests \d+ 0 R/.test(catalogue)) return new Map();
  const places = objectOf(referenceIn(catalogue, 'Dests'));
  return new Map(
    [...places.matchAll(/\/([^\s[\]<>()/]+) \[(\d+) 0 R/g)].flatMap(([, name = '', number]) => {
      const page = pages.get(Number(number));
      return page === undefined ? [] : [[plainName(name), page] as const];
    }),
  );
}

/**
 * The same PDF without what differs from print to print: the clock, in whose place it is made at the start of a day
 * ("2015-07-31"), and the numbers that the browser happened to give its elements, in whose place are 1, 2, 3 in the
 * same order. Every byte keeps its place.
 */
export function settledPdf(pdf: Buffer, day: string): Buffer {
  const stamp = `${day.replaceAll('-', '')}000000`;
  const text = plainTitles(renumbered(pdf.toString('latin1')));
  const dated = text.replaceAll(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}\+00'00'/g,
    (_, before: string) => `${before}${stamp}+00'00'`,
  );
  if (!dated.includes(stamp)) throw new Error('invalid PDF: it says no date');
  return Buffer.from(dated, 'latin1');
}

/** The outline with plain spaces where headings had spaces that may not be dropped. */
function plainTitles(text: string): string {
  return text.replaceAll(/\/Title <FEFF([0-9A-F]*)>/g, (_, letters: string) => {
    return `/Title <FEFF${letters.replaceAll(/(....)/g, letter => (letter === '00A0' ? '0020' : letter))}>`;
  });
}

function renumbered(text: string): string {
  const element = /\(node(\d{8})\)/g;
  const numbers = [...new Set([...text.matchAll(element)].map(([, number = '']) => number))].sort();
  const places = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return text.replaceAll(element, (_, number: string) => `(node${places.get(number)})`);
}

function structureOf(pdf: Buffer): { readonly root: number; readonly objectOf: ObjectOf } {
  const text = pdf.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40));
  if (table === null) throw new Error('invalid PDF: it has no table of objects');
  const first = start + table[0].length;
  // Each line of the table is 20 bytes long.
  const objectOf = (number: number) => {
    const at = Number(text.slice(first + number * 20, first + number * 20 + 10));
    return text.slice(at, text.indexOf('endobj', at));
  };
  const trailer = text.slice(first + Number(table[1]) * 20);
  return { root: referenceIn(trailer, 'Root'), objectOf };
}

function referenceIn(object: string, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
  if (number === undefined) throw new Error(`invalid PDF: no ${key}`);
  return Number(number);
}

/** The objects of the pages, in order, from the tree they hang in. */
function pageOrder(number: number, objectOf: ObjectOf): readonly number[] {
  const object = objectOf(number);
  const kids = /\/Kids \[([^\]]*)\]/.exec(object)?.[1];
  if (kids === undefined) return [number];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pageOrder(Number(kid), objectOf));
}

/** A name as it was given, before bytes out of the ordinary were written as "#2E". */
function plainName(name: string): string {
  const bytes = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
