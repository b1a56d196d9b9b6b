// The printed documents of the reference council, read back as a reader of PDFs would, and a page on paper: those of its two
// older editions, which have plans and targets, and of the latest, which has none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { type Pdf, readPdf, withoutSpaces } from '../support/pdf.ts';
import { modern, site, siteFiles, sitePages, siteText } from '../support/site.ts';

const editions = [
  { edition: '2012-13', folder: site, day: '20140731' },
  { edition: '2013-14', folder: site, day: '20150731' },
  { edition: '2024-25', folder: modern, day: '20260531' },
] as const;
type Of = (typeof editions)[number];
const kinds = ['summary', 'report', 'tables'] as const;
type Kind = (typeof kinds)[number];
const documents = editions.flatMap(each => kinds.map(kind => ({ ...each, kind })));

const fileOf = (edition: string, kind: Kind) =>
  `annual-education-report-${edition}${kind === 'report' ? '' : `-${kind}`}.pdf`;
const bytesOf = ({ folder, edition }: Of, kind: Kind) =>
  readFileSync(join(folder, edition, fileOf(edition, kind)));
const read = new Map<string, Promise<Pdf>>();
const pdfOf = (of: Of, kind: Kind) => {
  const name = fileOf(of.edition, kind);
  const pdf = read.get(name) ?? readPdf(bytesOf(of, kind));
  read.set(name, pdf);
  return pdf;
};
const wordsOf = (pdf: Pdf) => pdf.pages.map(({ body }) => body).join('');
const pageText = ({ folder, edition }: Of, page: string) =>
  readFileSync(join(folder, edition, page, 'index.html'), 'utf8');

/** What a page says in some element, without tags, spaces and the meanings of words. */
const said = (html: string) =>
  withoutSpaces(
    html
      .replaceAll(/<span class="(?:expansion|govuk-visually-hidden)">.*?<\/span>/gs, '')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
const allSaid = (html: string, what: RegExp) => [...html.matchAll(what)].map(([, inner = '']) => said(inner));
const chaptersOf = (of: Of) =>
  [
    ...(/id="chapters">.*?<\/ul>/s.exec(pageText(of, '.'))?.[0] ?? '').matchAll(
      /<li><a href="(\w[\w-]*)\/index.html">([^<]+)/g,
    ),
  ].map(([, id = '', label = '']) => ({ id, label: label.replaceAll('&amp;', '&') }));

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(documents)('the $kind of $edition', ({ kind, ...of }) => {
  it('is tagged, titled, in British English, with metadata and an outline, and dated with its edition (item 14)', async () => {
    const pdf = await pdfOf(of, kind);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.showsTitle).toBe(true);
    expect(pdf.language).toBe('en-GB');
    expect(pdf.title).toContain(`Annual Education Report ${of.edition.replace('-', '/')}, Cheshire East`);
    expect(pdf.metadata).toContain(`<rdf:li xml:lang="x-default">${pdf.title}</rdf:li>`);
    expect(pdf.metadata).not.toContain('pdfuaid');
    expect(pdf.dates).toEqual([`D:${of.day}000000Z`, `D:${of.day}000000Z`]);
    expect(pdf.outline.length).toBeGreaterThan(5);
    expect(pdf.outline.length).toBe(pdf.headings.length);
    expect(pdf.headings[0]).toBe(1);
    const skipped = pdf.headings.filter((level, at) => level > (pdf.headings[at - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
    // A heading that is drawn on two pages would stand twice in a title.
    for (const { title } of pdf.outline) expect(title).not.toMatch(/(\w{3,})\1|^(\S+) \2 /);
    expect(new Set(pdf.pages.map(({ size }) => size.join()))).toEqual(new Set(['595,842']));
  });

  it('gives every figure its words, every list item a body, and no role that readers do not know', async () => {
    const pdf = await pdfOf(of, kind);
    expect(pdf.alternatives).toBe(pdf.figures);
    if (kind === 'report') expect(pdf.figures).toBeGreaterThan(10);
    const count = (role: string) => pdf.roles.filter(each => each === role).length;
    expect(count('LBody')).toBe(count('LI'));
    for (const role of ['Strong', 'Em']) expect(pdf.mapped[role]).toBe('Span');
  });

  it('has its typefaces in it as text, and every letter can be read out', async () => {
    const pdf = await pdfOf(of, kind);
    expect(new Set(pdf.fonts)).toEqual(new Set(['Type0', 'CIDFontType2']));
    expect(pdf.fontFiles).toBeGreaterThan(2);
    for (const { body } of pdf.pages) expect(body.length).toBeGreaterThan(20);
  });

  it('has links that lead somewhere and say what to, and names no place of this machine', async () => {
    const { inner, outer, places, named } = await pdfOf(of, kind);
    expect(named.length).toBeGreaterThan(5);
    for (const words of named) expect(words).toMatch(/\w{3}/);
    expect(inner.filter(place => !places.has(place))).toEqual([]);
    expect(outer.filter(address => !/^https?:\/\/(?!site\.invalid)/.test(address))).toEqual([]);
  });

  it('numbers its pages, and says what it is on each', async () => {
    const { pages } = await pdfOf(of, kind);
    for (const [index, { margins }] of pages.entries()) {
      const isCover = index === 0 && kind === 'report';
      expect(margins).toContain(isCover ? '' : `Page${index + 1}of${pages.length}`);
      if (index > 0)
        expect(margins).toContain(`CheshireEast,AnnualEducationReport${of.edition.replace('-', '/')}`);
    }
  });

  it('is no longer and no larger than is promised', async () => {
    const most = {
      summary: { pages: 4, bytes: 1_000_000 },
      report: { pages: 40, bytes: 600_000 },
      tables: { pages: 120, bytes: 5_000_000 },
    }[kind];
    expect((await pdfOf(of, kind)).pages.length).toBeLessThanOrEqual(most.pages);
    expect(bytesOf(of, kind).length).toBeLessThanOrEqual(most.bytes);
  });
});

// Of a sheet of A4, in points: 20 mm above what is printed, and 18 mm beneath.
const [head, foot, height] = [20, 18, 297].map(mm => (mm * 72) / 25.4) as [number, number, number];

describe.each(editions)('the report of $edition', of => {
  it('leaves no page a quarter blank but the last of a chapter', async () => {
    const { pages, outline } = await pdfOf(of, 'report');
    const begins = new Set(outline.filter(({ depth }) => depth === 0).map(({ page }) => page));
    const blank = pages.flatMap(({ below }, index) => {
      const share = (below - foot) / (height - head - foot);
      const isLast = index + 1 === pages.length || begins.has(index + 2);
      return share > 0.25 && !isLast ? [`page ${index + 1}: ${Math.round(share * 100)}%`] : [];
    });
    expect(blank).toEqual([]);
  });

  it('has the front page’s answers, each chapter’s messages and the charts that lead it, as the pages have them', async () => {
    const pdf = await pdfOf(of, 'report');
    const words = wordsOf(pdf);
    const front = pageText(of, '.');
    const answers = allSaid(front, /class="answers__answer"[^>]*>(.*?)<\/span><\/h2>/gs);
    expect(answers.length).toBe(3);
    for (const answer of answers) expect(words).toContain(answer);
    const chapters = chaptersOf(of);
    expect(chapters.length).toBeGreaterThan(7);
    const titles = pdf.outline.map(({ title }) => title);
    for (const { id, label } of chapters) {
      expect(titles).toContain(label);
      const page = pageText(of, id);
      for (const list of allSaid(page, /class="opening__list">(.*?)<\/ul>/gs))
        expect(words).toContain(list[0]);
      for (const message of allSaid(page, /<li data-sentence="[^"]*">(.*?)<\/li>/gs))
        expect(words.replaceAll(/Page\d+of\d+/g, ''), label).toContain(message.slice(0, 40));
    }
    expect(words).toContain('Thisreportisnotofficialstatistics.');
    expect(words).toContain('ItisnotapublicationofCheshireEastCouncil.');
  });

  it('gives the page of every chapter in its contents', async () => {
    const pdf = await pdfOf(of, 'report');
    const contents = pdf.pages[1]?.body ?? '';
    for (const { id, label } of chaptersOf(of)) {
      const begins = pdf.places.get(id) ?? 0;
      expect(contents).toMatch(new RegExp(`${withoutSpaces(label)}${begins}(?!\\d)`));
      expect(pdf.pages[begins - 1]?.margins).toContain(withoutSpaces(label));
    }
  });
});

describe.each(editions)('the annex of $edition', of => {
  it('holds every table of every chapter and of the plans, by its caption', async () => {
    const words = wordsOf(await pdfOf(of, 'tables'));
    const captions = allSaid(
      of.folder === site
        ? sitePages
            .filter(name =>
              new RegExp(`^${of.edition}/(?:targets|delivery|scorecard|action-plans)/index`).test(name),
            )
            .map(siteText)
            .join('')
        : '',
      /<caption[^>]*>([\s\S]*?)<\/caption>/g,
    );
    const chapters = chaptersOf(of).flatMap(({ id }) =>
      allSaid(pageText(of, id), /<caption class="govuk-table__caption"[^>]*>([\s\S]*?)<\/caption>/g),
    );
    expect(chapters.length).toBeGreaterThan(50);
    for (const caption of [...chapters, ...captions]) expect(words).toContain(caption);
  });
});

it('the summary has the answers, how we compare, what changed, what was promised and each chapter in a line', async () => {
  for (const of of editions) {
    const { outline } = await pdfOf(of, 'summary');
    const titles = outline.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'In brief',
        'How we compare',
        'What changed',
        'Chapter by chapter',
        'Where to read more',
      ]),
    );
    expect(titles.includes('What we promised')).toBe(of.edition === '2013-14');
  }
});

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
  it('are on the front page of each edition and among its downloads (item 12)', () => {
    for (const edition of ['2012-13', '2013-14']) {
      for (const kind of kinds) {
        const name = fileOf(edition, kind);
        expect(siteText(`${edition}/index.html`)).toContain(`href="${name}" download`);
        expect(siteText(`${edition}/downloads/index.html`)).toContain(`href="../${name}" download`);
      }
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
        const bytes = readFileSync(new URL(href, pathToFileURL(join(site, name)))).length;
        const size =
          bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
        expect(text, name).toMatch(/^\S.* \(PDF, [\d.]+ [KM]B\)$/);
        expect(text).toContain(`(PDF, ${size})`);
      }
    }
    // On the front page of each edition, at the root of the site, and among the downloads.
    expect(links).toBe(3 * 5);
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

it('a page has running heads and page numbers when a reader prints it, and all that is in its drawers', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, '2013-14/ks2/index.html')).href);
  const pdf = await readPdf(await page.pdf({ tagged: true, preferCSSPageSize: true }));
  const { pages } = pdf;
  expect(pages.length).toBeGreaterThan(5);
  expect(pages[0]?.margins).toBe(`Page1of${pages.length}`);
  for (const [index, { margins }] of pages.entries()) {
    if (index === 0) continue;
    expect(margins).toContain('CheshireEast,AnnualEducationReport2013/14');
    expect(margins).toContain('Keystage2');
    expect(margins).toContain(`Page${index + 1}of${pages.length}`);
  }
  const captions = allSaid(siteText('2013-14/ks2/index.html'), /<caption[^>]*>([\s\S]*?)<\/caption>/g);
  expect(captions.length).toBeGreaterThan(10);
  for (const caption of captions) expect(wordsOf(pdf)).toContain(caption);
});
