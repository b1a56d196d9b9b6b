// The printed documents of the reference council's site, read back as a reader of PDFs would, and every page on paper.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planKinds } from '../../src/plans/index.ts';
import { startBrowser } from '../../src/site/browser.ts';
import { print, startPress } from '../../src/site/documents/press.ts';
import { type Pdf, readPdf, withoutSpaces } from '../support/pdf.ts';
import { site, siteFiles, sitePages, siteText } from '../support/site.ts';

const documents = siteFiles.filter(name => name.endsWith('.pdf'));
const chapters = documents.filter(name => name.split('/').length === 3);
const editions = documents.filter(name => name.split('/').length === 2);
const pageBeside = (name: string) => `${name.slice(0, name.lastIndexOf('/'))}/index.html`;
const urlOf = (page: string) => pathToFileURL(join(site, page)).href;
const read = new Map<string, Pdf>();
const pdfOf = (name: string) => {
  const pdf = read.get(name) ?? readPdf(readFileSync(join(site, name)));
  read.set(name, pdf);
  return pdf;
};
const wordsOf = (name: string) =>
  pdfOf(name)
    .pages.map(({ body }) => body)
    .join('');
/** The printed contents: what stands between the cover and the summary. */
const contentsOf = (name: string) => {
  const { outline, pages } = pdfOf(name);
  const summary = outline.find(({ title }) => title === 'Executive summary')?.page ?? 0;
  return pages
    .slice(1, summary - 1)
    .map(({ body }) => body)
    .join('');
};
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;
const unescaped = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The year of a document's edition as readers see it: "2013/14". */
const yearOf = (name: string) => name.slice(0, 7).replace('-', '/');

/** The pages of an edition's targets and plans, in the order of its document, with what they are called in lists. */
const planPages = (edition: string) =>
  [
    { page: `${edition}/targets/index.html`, label: 'Targets' },
    {
      page: `${edition}/plans/index.html`,
      label: `What we said, and ${edition === '2012-13' ? 'where it stands' : 'what happened'}`,
    },
    ...planKinds.map(({ form }) => ({ page: `${edition}/${form.id}/index.html`, label: form.name })),
  ].filter(({ page }) => sitePages.includes(page));
const headingOf = (page: string) => unescaped(/<h1[^>]*>(.*?)<\/h1>/.exec(siteText(page))?.[1] ?? '');

/** The charts on the pages that a document is made of. */
const chartsOf = (name: string) => {
  const pages = chapters.includes(name)
    ? [pageBeside(name)]
    : [
        pageBeside(name),
        ...chapters.filter(each => each.startsWith(name.slice(0, 8))).map(pageBeside),
        ...planPages(name.slice(0, 7)).map(({ page }) => page),
      ];
  return pages.map(each => count(siteText(each), /<figure /g)).reduce((sum, each) => sum + each, 0);
};

/** Whether a text stands on a page, or begins on one and goes on on the next. */
const isOn = (pages: Pdf['pages'], text: string) =>
  pages.some(({ body }) => body.includes(text)) ||
  pages.some(({ body }, index) => {
    const cut = [...text].findLastIndex((_, at) => body.includes(text.slice(0, at)));
    return cut > 10 && (pages[index + 1]?.body ?? '').includes(text.slice(cut));
  });

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  // As wide as what an A4 sheet leaves between its margins: 174 mm.
  page = await browser.newPage({ viewport: { width: 657, height: 950 } });
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

it('there is a document for each edition and each chapter, and its page beside it', () => {
  expect(editions).toEqual([
    '2012-13/annual-education-report-2012-13.pdf',
    '2013-14/annual-education-report-2013-14.pdf',
  ]);
  expect(chapters.length).toBe(16);
  for (const name of documents) expect(sitePages).toContain(pageBeside(name));
});

describe.each(documents)('%s', name => {
  it('is tagged, titled, in British English, and dated with its edition', () => {
    const { catalogue, title, all, pages } = pdfOf(name);
    expect(catalogue).toContain('/MarkInfo <</Type /MarkInfo\n/Marked true>>');
    expect(catalogue).toContain('/Lang (en-GB)');
    expect(catalogue).toContain('/DisplayDocTitle true');
    expect(title).toContain(`Annual Education Report ${yearOf(name)}, Cheshire East`);
    const day = name.startsWith('2012-13') ? '20140731' : '20150731';
    expect(all).toContain(`/CreationDate (D:${day}000000+00'00')`);
    expect(all).toContain(`/ModDate (D:${day}000000+00'00')`);
    expect(all).not.toMatch(/pdfuaid|PDF\/UA/);
    expect(new Set(pages.map(({ box }) => box))).toEqual(new Set(['0 0 594.95996 841.91998']));
  });

  it('gives every figure its words', () => {
    const { all } = pdfOf(name);
    const figures = count(all, /\/S \/Figure\b/g);
    // A figure with its caption, and in it the drawing with what it shows.
    expect(figures).toBeGreaterThanOrEqual(2 * chartsOf(name));
    expect(count(all, /\/Alt \((?!\))|\/Alt <(?!>)/g)).toBe(figures);
  });

  it('has links that lead somewhere, and names no place of this machine', () => {
    const { inner, outer, places } = pdfOf(name);
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.filter(place => !places.has(place))).toEqual([]);
    expect(outer.filter(address => !/^https?:\/\/(?!site\.invalid)/.test(address))).toEqual([]);
  });

  it('numbers its pages, and says what it is on each', () => {
    const { pages } = pdfOf(name);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(name.split('/').length === 2 ? 260 : 80);
    const isCover = (index: number) => index === 0 && editions.includes(name);
    for (const [index, { margins, body }] of pages.entries()) {
      const foot = isCover(index) ? '' : `Page${index + 1}of${pages.length}`;
      expect(margins, `page ${index + 1}`).toContain(foot);
      if (index > 0) expect(margins).toContain(`CheshireEast,AnnualEducationReport${yearOf(name)}`);
      expect(body.length, `page ${index + 1} is nearly empty`).toBeGreaterThan(60);
    }
  });
});

describe.each(editions)('%s', name => {
  const edition = name.slice(0, 7);
  const labels = [
    ...(/id="chapters">.*?<\/ul>/s.exec(siteText(`${edition}/index.html`))?.[0] ?? '').matchAll(
      /<li><a href="(\w+)\/index.html">([^<]+)/g,
    ),
  ].map(([, id = '', label = '']) => ({ id, label: unescaped(label) }));

  it('has an outline of its parts in order', () => {
    const top = pdfOf(name).outline.filter(({ depth }) => depth === 0);
    expect(top.map(({ title }) => title)).toEqual([
      `Annual Education Report ${yearOf(name)}`,
      'Contents',
      'Executive summary',
      ...labels.map(({ label }) => label),
      ...planPages(edition).map(({ page }) => headingOf(page)),
      'Methodology',
      'Glossary',
    ]);
    expect(labels.length).toBe(8);
  });

  it('starts each part on a page of its own, and gives that page in its contents', () => {
    const { outline, pages } = pdfOf(name);
    const top = outline.filter(({ depth }) => depth === 0);
    expect(new Set(top.map(({ page }) => page)).size).toBe(top.length);
    const contents = contentsOf(name);
    for (const { title, page } of top.slice(2)) {
      // A page of plans is called otherwise in lists than at its head.
      const called = planPages(edition).find(each => headingOf(each.page) === title)?.label ?? title;
      expect(contents).toMatch(new RegExp(`${withoutSpaces(called)}${page}(?!\\d)`));
      expect(pages[page - 1]?.margins, title).toContain(withoutSpaces(called));
      // The apostrophe of a large heading comes out of the PDF as the letter that looks like it.
      const head = pages[page - 1]?.body.slice(0, 120).replaceAll('ʼ', '’');
      expect(head, title).toContain(withoutSpaces(title));
    }
  });

  it('gives the page of every section in its contents', () => {
    const { places } = pdfOf(name);
    const contents = contentsOf(name);
    for (const { id } of labels) {
      const html = siteText(`${edition}/${id}/index.html`);
      // A chapter of groups of pupils lists these, each with the page on which its own begins.
      const pupils = [...html.matchAll(/<h3 class="pupils__heading" id="([^"]+)">(.*?)<\/h3>/g)];
      const own = [...html.matchAll(/<h3 class="indicator__heading" id="([^"]+)">(.*?)<\/h3>/g)];
      const heads = pupils.length > 0 ? pupils : own;
      const join = pupils.length > 0 ? '-' : '--';
      expect(heads.length, id).toBeGreaterThan(2);
      for (const [, section = '', heading = ''] of heads) {
        const line = `${withoutSpaces(unescaped(withoutTags(heading)))}${places.get(`${id}${join}${section}`)}`;
        expect(contents, line).toContain(line);
      }
    }
  });

  it('holds every table of every chapter, and no list of where numbers come from', () => {
    const words = wordsOf(name);
    for (const { id } of labels) {
      for (const caption of captionsOf(`${edition}/${id}/index.html`)) expect(words).toContain(caption);
    }
    for (const { page } of planPages(edition))
      for (const caption of captionsOf(page)) expect(words).toContain(caption);
    expect(words).not.toContain('List1.Figuresin');
    // Where a figure comes from is for the screen: on paper its address would stand in the middle of a sentence.
    expect(words).not.toContain('/numbers/');
    expect(words).toContain('Notprintedarewhereeachnumbercomesfrom');
    expect(words).toContain('Thisreportisnotofficialstatistics.');
    expect(words).toContain('ItisnotapublicationofCheshireEastCouncil.');
  });
});

describe.each(chapters)('%s', name => {
  it('holds every word of its page that is printed', async () => {
    await page.goto(urlOf(pageBeside(name)));
    const texts = await page.evaluate(printedTexts);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(text => !isOn(pdfOf(name).pages, withoutSpaces(text)))).toEqual([]);
  });

  it('holds the caption of every table, and an outline of every section', () => {
    const words = wordsOf(name);
    const captions = captionsOf(pageBeside(name));
    expect(captions.length).toBeGreaterThan(0);
    for (const caption of captions) expect(words).toContain(caption);
    const titles = pdfOf(name).outline.map(({ title }) => title);
    const headings = [
      ...siteText(pageBeside(name)).matchAll(
        /<h3 class="(?:indicator|pupils)__heading" id="[^"]+">(.*?)<\/h3/g,
      ),
    ];
    expect(headings.length).toBeGreaterThan(0);
    for (const [, heading = ''] of headings) expect(titles).toContain(unescaped(withoutTags(heading)));
  });
});

const withoutTags = (html: string) => html.replaceAll(/<[^>]*>/g, '');

const captionsOf = (name: string) =>
  [...siteText(name).matchAll(/<caption[^>]*>([\s\S]*?)<\/caption>/g)].map(([, caption = '']) =>
    withoutSpaces(unescaped(caption)),
  );

it('every page is shared with the picture of its edition', () => {
  for (const name of sitePages.filter(name => name !== '404.html')) {
    const text = siteText(name);
    const [, edition = '2013-14'] = /^(\d{4}-\d{2})\//.exec(name) ?? [];
    const content = (property: string) =>
      new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)">`).exec(text)?.[1];
    expect(content('og:image'), name).toBe(`https://annual-education-report.example/${edition}/card.png`);
    expect(content('og:image:alt'), name).toContain(
      `Cheshire East, Annual Education Report ${edition.replace('-', '/')}`,
    );
    expect(content('twitter:card'), name).toBe('summary_large_image');
    expect(siteFiles).toContain(`${edition}/card.png`);
  }
});

describe('links to documents', () => {
  it('are on the page of each chapter, on the summary and among the downloads', () => {
    for (const name of documents) {
      const edition = name.slice(0, 7);
      const last = name.slice(name.lastIndexOf('/') + 1);
      expect(siteText(pageBeside(name))).toContain(`href="${last}" download`);
      expect(siteText(`${edition}/downloads/index.html`)).toContain(`href="../${name.slice(8)}" download`);
    }
    expect(siteText('index.html')).toContain('href="2013-14/annual-education-report-2013-14.pdf" download');
  });

  it('give the format and the size of the very file', () => {
    let links = 0;
    for (const name of sitePages) {
      for (const [, href = '', text = ''] of siteText(name).matchAll(
        /<a class="download" href="([^"]+\.pdf)"[^>]*>([^<]+)</g,
      )) {
        links += 1;
        const bytes = readFileSync(new URL(href, urlOf(name))).length;
        const size =
          bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
        expect(text, name).toMatch(/^\S.* \(PDF, [\d.]+ [KM]B\)$/);
        expect(text).toContain(`(PDF, ${size})`);
      }
    }
    expect(links).toBe(2 * documents.length + 1);
  });

  it('leave no mark in a page, and no sheet in the site', () => {
    for (const name of sitePages) expect(siteText(name), name).not.toMatch(/\{size\}|<!--\/?printed/);
    expect(siteFiles.filter(name => name.startsWith('sheets'))).toEqual([]);
  });
});

describe('the card', () => {
  it.each(['2012-13', '2013-14'])('of %s is a picture of 1200 by 630', edition => {
    const png = readFileSync(join(site, edition, 'card.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(10_000);
  });
});

describe('a page on paper', () => {
  it('has running heads and page numbers when a reader prints it', async () => {
    await page.goto(urlOf('2013-14/ks2/index.html'));
    const { pages } = readPdf(await page.pdf({ tagged: true, preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages[0]?.margins).toBe(`Page1of${pages.length}`);
    for (const [index, { margins }] of pages.entries()) {
      if (index === 0) continue;
      expect(margins).toContain('CheshireEast,AnnualEducationReport2013/14');
      expect(margins).toContain('Keystage2');
      expect(margins).toContain(`Page${index + 1}of${pages.length}`);
    }
  });
});

it('prints the same bytes in another browser, whatever it did before', async () => {
  const sheet = '2013-14/ks4/index.html';
  const html = siteText(sheet);
  const prints = await Promise.all(
    [0, 3].map(async before => {
      const press = await startPress(site, sheet);
      for (let page = 0; page < before; page += 1) await press.print(`<p>${'word '.repeat(page * 900)}</p>`);
      const pdf = await print(press, { kind: 'pdf', day: '2015-07-31' }, html);
      await press.close();
      return pdf;
    }),
  );
  expect(prints[0]?.equals(prints[1] ?? Buffer.alloc(0))).toBe(true);
});

// The functions below run in the page: they may use nothing from outside themselves.

/** The pieces of text of the main part that paper shows. */
function printedTexts(): string[] {
  const main = globalThis.document.querySelector('main');
  const walker = globalThis.document.createTreeWalker(main ?? globalThis.document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    const isHidden =
      parentElement?.closest('.govuk-visually-hidden') !== null || !parentElement.checkVisibility();
    if (!isHidden && (textContent ?? '').trim() !== '') texts.push(textContent ?? '');
  }
  return texts;
}
