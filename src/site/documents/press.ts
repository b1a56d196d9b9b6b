import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { startBrowser, unpackBrowser } from '../browser.ts';
import { wordsOfLinks } from './paper.ts';
import { finishedPdf, pagesOfPlaces } from './pdf.ts';

export type Press = {
  /** A tagged PDF with an outline. */
  readonly print: (html: string) => Promise<Buffer>;
  readonly draw: (html: string, size: { readonly width: number; readonly height: number }) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

// The browser is asked for addresses that exist nowhere, and answered from the folder: no path of the machine gets
// into a document, and nothing can be fetched from elsewhere.
const SITE = 'https://site.invalid/';

/** Starts a browser that reads what pages ask for, as "../../assets/site.css" from `sheet`, in `folder`. */
export async function startPress(folder: string, sheet: string): Promise<Press> {
  await unpackBrowser();
  const browser = await startBrowser();
  const opened = (html: string, size?: { readonly width: number; readonly height: number }) =>
    open(browser, folder, `${SITE}${sheet}`, html, size);
  return {
    print: html =>
      opened(html).then(page =>
        closing(page, () =>
          page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
        ),
      ),
    draw: (html, size) =>
      opened(html, size).then(page =>
        closing(page, () => page.screenshot({ type: 'png', animations: 'disabled' })),
      ),
    close: () => browser.close(),
  };
}

async function closing(page: Page, use: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await use();
  } finally {
    await page.close();
  }
}

async function open(
  browser: Browser,
  folder: string,
  address: string,
  html: string,
  viewport: { readonly width: number; readonly height: number } | undefined,
): Promise<Page> {
  const page = await browser.newPage(viewport === undefined ? {} : { viewport });
  const missing: string[] = [];
  await page.route('**/*', route => answer(route, folder, address, html, missing));
  // Told of paper first, the browser has every font that printing needs before it says that it is ready.
  if (viewport === undefined) await page.emulateMedia({ media: 'print' });
  await page.goto(address, { waitUntil: 'load' });
  await laidOutAfresh(page);
  if (missing.length > 0) throw new Error(`invalid page: it asks for ${missing.join(', ')}`);
  return page;
}

/**
 * Lays a page out from the beginning, with its typefaces. What is laid out while a page comes in depends on where the
 * browser paused, and stays: a link that was still empty then is drawn in other pieces.
 */
export async function laidOutAfresh(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { body, documentElement, fonts } = globalThis.document;
    body.remove();
    documentElement.append(body);
    await fonts.ready;
  });
}

function answer(
  route: Route,
  folder: string,
  address: string,
  html: string,
  missing: string[],
): Promise<void> {
  const url = route.request().url();
  if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  const path = join(folder, decodeURIComponent(new URL(url).pathname));
  if (url.startsWith(SITE) && existsSync(path)) {
    if (!path.endsWith('.css')) return route.fulfill({ path });
    // On paper the report's own typefaces are always waited for.
    const sheet = readFileSync(path, 'utf8').replaceAll('font-display:optional', 'font-display:block');
    return route.fulfill({ contentType: 'text/css', body: sheet });
  }
  missing.push(url);
  return route.abort();
}

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
      return finishedPdf(await printNumbered(press, html), printing.day, wordsOfLinks(html));
    case 'png':
      return press.draw(html, CARD);
  }
}

/** Only the printed pages tell where everything is: each print is read, and printed again with the numbers found. */
async function printNumbered(press: Press, html: string): Promise<Buffer> {
  let page = html;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const pdf = await press.print(page);
    if (page === html && !html.includes('data-page-of=')) return pdf;
    const numbered = withPageNumbers(html, await pagesOfPlaces(pdf));
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
