import { pagesOfPlaces, settledPdf } from './pdf.ts';
import type { Press } from './press.ts';

/** What is made of a sheet: a PDF that bears a day, or a picture. */
export type Printing = { readonly kind: 'pdf'; readonly day: string } | { readonly kind: 'png' };

/** The size of the pictures that other sites show beside a link. */
const CARD = { width: 1200, height: 630 };

/** How often a document is printed until the page numbers in its contents are those of its pages. */
const TRIES = 4;

/** A place in a document's contents for the number of the page that an id is on. */
const NUMBER = /(<span class="toc__page" data-page-of="([^"]+)">)[^<]*(<\/span>)/g;

/** Prints or draws a composed page: the same bytes for the same page. */
export async function print(press: Press, printing: Printing, html: string): Promise<Buffer> {
  switch (printing.kind) {
    case 'pdf':
      return settledPdf(await printNumbered(press, html), printing.day);
    case 'png':
      return press.draw(html, CARD);
  }
}

/** Only the printed pages tell where everything is: each print is read, and printed again with the numbers found. */
async function printNumbered(press: Press, html: string): Promise<Buffer> {
  let page = html;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const pdf = await press.print(page);
    const numbered = withPageNumbers(html, pagesOfPlaces(pdf));
    if (numbered === page) return pdf;
    page = numbered;
  }
  throw new Error('invalid document: its page numbers move each time it is printed');
}

/** The page with the number of its page beside each entry of its contents. Throws when an entry leads nowhere. */
export function withPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replaceAll(NUMBER, (_, before: string, id: string, after: string) => {
    const number = pages.get(id);
    if (number === undefined) throw new Error(`invalid document: nothing in it is "${id}"`);
    return `${before}${number}${after}`;
  });
}
