// The search index of the reference council's site: what is in it, and that it holds nothing that pages do not.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ReportView } from '../../src/pages/page.ts';
import { makeReport } from '../../src/report.ts';
import { nothingKept } from '../../src/site/kept-pages.ts';
import { SEARCH_FOLDER, startSearch } from '../../src/site/search.ts';
import { publish } from '../../src/site.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { indexedPage, indexText, isCompressedIndex } from '../support/search-index.ts';
import { site, siteFiles, sitePages, siteText } from '../support/site.ts';

const indexFiles = siteFiles.filter(name => name.startsWith(`${SEARCH_FOLDER}/`));
const pages = indexFiles
  .filter(name => name.endsWith('.pf_fragment'))
  .map(name => ({ id: basename(name, '.pf_fragment'), ...indexedPage(readFileSync(join(site, name))) }));
const listed = JSON.parse(siteText(`${SEARCH_FOLDER}/editions.json`));
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** The words of a page as they stand in its HTML, those of attributes left out; tags part words, or do not. */
function textOf(html: string, between: string): string {
  type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] };
  const read = (node: Node): string =>
    node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(read).join(between);
  return read(parse(html) as Node);
}

describe('the search index', () => {
  it('holds every chapter and summary of every edition, each under its edition', () => {
    const chapters = sitePages.filter(name => /^20\d\d-\d\d\/(?:\w+\/)?index\.html$/.test(name));
    const repeated = /\/(?:numbers|claims|indicators|downloads|embed)\/index\.html$/;
    const wanted = chapters.filter(name => !repeated.test(name));
    expect(wanted.length).toBeGreaterThanOrEqual(22);
    for (const name of wanted) {
      const page = pages.find(({ url }) => url === `/${name}` || url === name);
      expect(page, name).toBeDefined();
      expect(listed[name.split('/')[0] ?? ''], name).toContain(page?.id);
      expect(page?.meta.year, name).toBe(name.slice(0, 7).replace('-', '/'));
    }
  });

  it('leads to sections of chapters and to terms of the glossary', () => {
    const anchors = (wanted: string) =>
      pages.find(({ url }) => url.endsWith(wanted))?.anchors.map(({ id }) => id);
    expect(anchors('2013-14/ks2/index.html')).toContain('ks2-rwm-l4');
    expect(anchors('2013-14/glossary/index.html')).toContain('statistical-neighbours');
  });

  it('holds no word that its page does not', () => {
    expect(pages.length).toBeGreaterThan(30);
    for (const { url, content } of pages) {
      const html = siteText(url.replace(/^\//, ''));
      const there = new Set([' ', ''].flatMap(between => wordsOf(textOf(html, between))));
      const strange = wordsOf(content).filter(word => !there.has(word));
      expect(strange, url).toEqual([]);
    }
  });

  it('leaves out evidence, claims, tables and drawings', () => {
    expect(pages.filter(({ url }) => /\/(?:numbers|claims|indicators|downloads)\//.test(url))).toEqual([]);
    const ks2 = pages.find(({ url }) => url.endsWith('2013-14/ks2/index.html'))?.content ?? '';
    expect(ks2).toContain('reached level 4 or above');
    expect(ks2).not.toMatch(/Academic year|Table 1\.|On this page|The axis starts/);
  });

  it('brings none of pagefind’s own pages, styles or other languages', () => {
    const kinds = new Set(indexFiles.map(name => name.slice(name.lastIndexOf('.'))));
    expect([...kinds].sort()).toEqual(['.js', '.json', '.pagefind', '.pf_fragment', '.pf_index', '.pf_meta']);
    expect(indexFiles.filter(name => name.endsWith('.js'))).toEqual([`${SEARCH_FOLDER}/pagefind.js`]);
  });

  it('is the same bytes each time, however many editions there are, and in whatever order their pages come', async () => {
    const editions = Array.from({ length: 8 }, (_, index) => ({ id: `201${index}-1${index + 1}` }));
    const pages = editions.map(edition => ({
      edition,
      href: `${edition.id}/`,
      search: { part: 'Executive summary', weight: 1 },
    }));
    const report = { pages } as unknown as ReportView;
    const files = pages.map(({ href }) => `${href}index.html`);
    const made = async (order: readonly string[]) => {
      const search = startSearch(report, nothingKept.index(new Map()));
      try {
        for (const file of order)
          search.add(file, Buffer.from(`<html lang="en"><main id="main">At ${file}</main></html>`));
        const index = await search.files();
        return index.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]).sort();
      } finally {
        await search.close();
      }
    };
    const first = await made(files);
    expect(first.length).toBeGreaterThan(8);
    expect(await made(files.toReversed())).toEqual(first);
    await expect(made(files.slice(1))).rejects.toThrow(`${files[0]} is to be found and was not made`);
  });
});

describe('a figure that is hidden', () => {
  it('is in no file of the site, compressed parts of the index included', async () => {
    const hidden = (text: string) =>
      text.replace('Sex,Girls,,90,100', 'Sex,Girls,,3,90017').replace(',84,168,200,', ',,81,90117,');
    await withCouncilFolder({ 'data/observations/ks2/201314.csv': hidden }, async folder => {
      const made = makeReport(folder);
      if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
      const out = join(folder, 'site');
      await publish(made.report, out, { documents: false, hidden: [] });
      const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name =>
        statSync(join(out, name)).isFile(),
      );
      const texts = files.map(name => {
        const bytes = readFileSync(join(out, name));
        return { name, text: isCompressedIndex(name) ? indexText(bytes) : bytes.toString('latin1') };
      });
      // The sieve works: what is printed is found, in pages and in the index.
      const holding = (what: string) =>
        texts.filter(({ text }) => text.includes(what)).map(({ name }) => name);
      expect(holding('reached the standard in reading').some(isCompressedIndex)).toBe(true);
      expect(holding('90017')).toEqual([]);
      expect(holding('90,017')).toEqual([]);
    });
  });
});
