// What a PDF says is what the sheet says that it was printed from: so the audit of a site reads sheets, and not the letters of PDFs.
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, expect, it } from 'vitest';
import type { SiteView } from '../../src/pages/site-view.ts';
import { makeReport } from '../../src/report.ts';
import { startBrowser } from '../../src/site/browser.ts';
import { documentStyles } from '../../src/site/styles.ts';
import { publish } from '../../src/site.ts';
import { readPdf, withoutSpaces } from '../support/pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'keystage-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a page, but for its styles. */
function wordsIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || node.nodeName === 'style') return '';
  return node.childNodes.map(wordsIn).join('');
}

it('is in its sheet word for word, but for numbers of pages and of items', async () => {
  await (await startBrowser()).close();
  const made = makeReport(fileURLToPath(new URL('../editions/winterfold', import.meta.url)));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const [out, sheets] = [join(folder, 'site'), join(folder, 'sheets')];
  const keepSheets = () => {
    for (const sheet of globSync('site.building-*/sheets', { cwd: folder }))
      cpSync(join(folder, sheet), sheets, { recursive: true });
  };
  await publish(made.report, out, { documents: true, hidden: made.hidden, pagesFirst: keepSheets });
  const printed = globSync('*/*.pdf', { cwd: out });
  expect(printed).toHaveLength(6);
  for (const file of printed) {
    const [edition = ''] = file.split(/[\\/]/);
    const kind = /-(summary|tables)\.pdf$/.exec(basename(file))?.[1] ?? 'report';
    const words = withoutSpaces(wordsIn(parse(readFileSync(join(sheets, edition, `${kind}.html`), 'utf8'))));
    const { pages } = await readPdf(readFileSync(join(out, file)));
    // What stands in the margins too, and what styles add to words: the name of the document and the number of the page alone.
    const parts = pages.flatMap(({ body, margins }) => [body, margins.replaceAll(running, '')]);
    const strange = parts.flatMap(part =>
      // Runs of eight letters, each from the middle of the one before, but where a number of its own stands beside words.
      Array.from({ length: Math.floor(part.length / 4) - 1 }, (_, at) =>
        part.slice(4 * at, 4 * at + 8),
      ).filter(run => !words.includes(run) && !isNumbered(run, words)),
    );
    expect(strange, file).toEqual([]);
    expect(pages.map(({ body }) => body).join('').length).toBeGreaterThan(1000);
  }
});

it('keeps each figure of the annex and its mark on one line, however little room there is', async () => {
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 420, height: 900 } });
  await page.goto(pathToFileURL(join(folder, 'sheets/2013-14/tables.html')).href);
  const plain = { colours: { brand: '#123', brandText: '#fff' }, fontStack: 'Arial, sans-serif' };
  await page.addStyleTag({ content: await documentStyles(plain as SiteView) });
  const apart = await page.locator('.data td.number:has(.mark)').evaluateAll(cells =>
    cells.map(cell => {
      const range = globalThis.document.createRange();
      range.selectNodeContents(cell);
      const lines = [...range.getClientRects()].map(({ bottom }) => bottom);
      return Math.max(...lines) - Math.min(...lines);
    }),
  );
  expect(apart.length).toBeGreaterThan(3);
  expect(apart.filter(distance => distance > 8)).toEqual([]);
  await browser.close();
});

const running = /Page\d+of\d+|Winterfold,Annualeducationreport20\d\d\/\d\d(?::summary|:annexofalltables)?/g;

/** A run in which the number of a page or of an item stands among words of the sheet. */
function isNumbered(run: string, words: string): boolean {
  const apart = /^(\D*)\d{1,2}\.?(\D*)$/.exec(run);
  return apart !== null && [apart[1], apart[2]].every(part => words.includes(part ?? ''));
}
