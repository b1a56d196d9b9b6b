// What becomes of a report with and without a browser to print it. The council is invented.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReportView } from '../../src/pages/page.ts';
import type { ThemeView } from '../../src/pages/theme-page.ts';
import { makeReport } from '../../src/report.ts';
import { fillMentions } from '../../src/site/delivery.ts';
import { forPaper } from '../../src/site/documents/paper.ts';
import { finishedPdf, pagesOfPlaces } from '../../src/site/documents/pdf.ts';
import { withPageNumbers } from '../../src/site/documents/press.ts';
import { copyOf } from '../support/copy-of.ts';
import { writeCouncilFolder } from '../support/council-folder.ts';

let isBrowserThere = true;
let started = 0;
vi.mock('../../src/site/browser.ts', async original => {
  const real = await original<typeof import('../../src/site/browser.ts')>();
  return {
    unpackBrowser: real.unpackBrowser,
    startBrowser: () => {
      started += 1;
      if (isBrowserThere) return real.startBrowser();
      throw new Error('browserType.launch: there is no browser here\nand more that nobody wants to read');
    },
  };
});

let folder: string;
let report: ReportView;
let publish: typeof import('../../src/site.ts').publish;
beforeAll(async () => {
  // Loaded afresh, so that it starts the browser above, and afterwards again by the tests that share its worker.
  vi.resetModules();
  ({ publish } = await import('../../src/site.ts'));
  folder = mkdtempSync(join(tmpdir(), 'keystage-documents-'));
  writeCouncilFolder(join(folder, 'council'));
  const made = makeReport(join(folder, 'council'));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  // Printed by no earlier run, and so kept by none.
  report = { ...made.report, site: { ...made.report.site, council: `Winterfold ${Date.now()}` } };
});
afterAll(() => {
  vi.doUnmock('../../src/site/browser.ts');
  vi.resetModules();
  rmSync(folder, { recursive: true, force: true });
});

const filesIn = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(site, name)).isFile())
    .sort();
const printed = (site: string) => filesIn(site).filter(name => /\.(?:pdf|png)$/.test(name));
const pagesWithLinks = (site: string) =>
  filesIn(site).filter(
    name => name.endsWith('.html') && readFileSync(join(site, name), 'utf8').includes('(PDF, '),
  );

describe('publishing', () => {
  it('without a browser makes the site without documents, says why, and leaves no link to them', async () => {
    isBrowserThere = false;
    const site = join(folder, 'none');
    expect(await publish(copyOf(report), site, { documents: true, hidden: [] })).toEqual({
      outcome: 'no-browser',
      why: 'there is no browser here',
    });
    expect(existsSync(join(site, 'index.html'))).toBe(true);
    expect(printed(site)).toEqual([]);
    expect(pagesWithLinks(site)).toEqual([]);
    for (const name of filesIn(site).filter(name => name.endsWith('.html')))
      expect(readFileSync(join(site, name), 'utf8'), name).not.toMatch(/\.pdf|<!--\/?printed|\{size\}/);
    expect(existsSync(join(site, 'sheets'))).toBe(false);
  });

  it('with one prints the three documents of each edition, and draws a card', async () => {
    isBrowserThere = true;
    const site = join(folder, 'first');
    expect(await publish(copyOf(report), site, { documents: true, hidden: [] })).toEqual({ outcome: 'made' });
    expect(printed(site)).toEqual(
      report.site.editions
        .flatMap(({ documents, card }) => [
          ...[documents.summary, documents.report, documents.tables].map(({ href }) => href),
          card.href,
        ])
        .sort(),
    );
    expect(pagesWithLinks(site)).toContain('index.html');
    expect(existsSync(join(site, 'sheets'))).toBe(false);
  });

  it('again uses what was kept: the same bytes, and no browser is asked', async () => {
    isBrowserThere = false;
    const before = started;
    const site = join(folder, 'again');
    expect(await publish(copyOf(report), site, { documents: true, hidden: [] })).toEqual({ outcome: 'made' });
    expect(started).toBe(before);
    const first = join(folder, 'first');
    expect(filesIn(site)).toEqual(filesIn(first));
    for (const name of filesIn(site))
      expect(readFileSync(join(site, name)).equals(readFileSync(join(first, name))), name).toBe(true);
  });

  it('prints anew what changed', async () => {
    isBrowserThere = false;
    const changed = {
      ...report,
      pages: report.pages.map(page =>
        page.template === 'theme'
          ? { ...page, view: { ...(page.view as ThemeView), label: 'More than before' } }
          : page,
      ),
    };
    expect(
      await publish(copyOf(changed), join(folder, 'changed'), { documents: true, hidden: [] }),
    ).toMatchObject({
      outcome: 'no-browser',
    });
  });

  it('makes none that were not asked for', async () => {
    const site = join(folder, 'unasked');
    expect(await publish(copyOf(report), site, { documents: false, hidden: [] })).toEqual({
      outcome: 'left-out',
    });
    expect(printed(site)).toEqual([]);
    expect(pagesWithLinks(site)).toEqual([]);
  });
});

describe('a sheet made ready to be printed', () => {
  const ready = (address: string | null) =>
    forPaper(
      '<h1>In brief</h1><a href="#c">here</a> <a href="../../a/ks2/index.html#c">there</a> <a href="../../a/numbers/index.html#f1" class="figure">84%</a> <a href="https://www.gov.uk/">GOV.UK</a>',
      'sheets/a/report.html',
      address,
    );

  it('leads to the published site where its address is known, and else to nothing', () => {
    expect(ready('https://www.a.example/report/')).toContain('href="https://www.a.example/report/a/ks2/#c"');
    expect(ready(null)).toContain('<a href="#c">here</a> <span>there</span>');
    expect(ready(null)).toContain('<a href="https://www.gov.uk/">GOV.UK</a>');
  });

  it('has no link for each number, and keeps the spaces of headings', () => {
    expect(ready('https://www.a.example/')).toContain('<span class="figure">84%</span>');
    expect(ready(null)).toContain('<h1>In&nbsp;<wbr>brief</h1>');
  });

  it('has drawings that take little of a PDF: no dashes in small lines, and nothing seen through as a whole', () => {
    const drawn = (kind: string) =>
      forPaper(
        `<svg class="${kind}"><path stroke-width="2" stroke-dasharray="8,3"></path><path stroke-dasharray="1,0"></path><line opacity="0.2"></line></svg>`,
        'sheets/a/report.html',
        null,
      );
    expect(drawn('sparkline')).toContain('<path stroke-width="1.25"></path><path></path>');
    expect(drawn('chart')).toContain('<path stroke-width="2" stroke-dasharray="8,3"></path><path></path>');
    expect(drawn('chart')).toContain('<line stroke-opacity="0.2"></line>');
  });
});

describe('the small parts', () => {
  it('mentions are filled with the size of their file, or taken out', () => {
    const html = 'a\n  <!--printed x/y.pdf-->\n  <p>Y (PDF, {size})</p>\n  <!--/printed-->\nb\n';
    expect(fillMentions(html, new Map([['x/y.pdf', 493_700]]))).toBe('a\n  <p>Y (PDF, 494 KB)</p>\n  b\n');
    expect(fillMentions(html, new Map([['x/y.pdf', 3_403_745]]))).toContain('(PDF, 3.4 MB)');
    expect(fillMentions(html, new Map([['x/z.pdf', 1]]))).toBe('a\nb\n');
  });

  it('page numbers are put beside each line, and a line that leads nowhere is a fault', () => {
    const line = '<span class="toc__page" data-page-of="ks2--rwm">0</span>';
    expect(withPageNumbers(line, new Map([['ks2--rwm', 12]]))).toContain('>12</span>');
    expect(() => withPageNumbers(line, new Map())).toThrow('"ks2--rwm"');
  });

  it('what is no PDF is a fault', async () => {
    await expect(finishedPdf(Buffer.from('not a PDF'), '2015-07-31', new Map())).rejects.toThrow(
      'invalid PDF',
    );
    await expect(pagesOfPlaces(Buffer.from('not a PDF'))).rejects.toThrow('invalid PDF');
  });
});
