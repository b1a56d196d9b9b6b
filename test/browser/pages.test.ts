// Every page of the reference council's site in a real browser, at phone and desktop width.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { chartFaults } from '../support/chart-faults.ts';
import { site, sitePages } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const urlOf = (page: string) => pathToFileURL(join(site, page)).href;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each([320, 1280])('at %i pixels', width => {
  let page: Page;
  const requests: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
    page.on('request', request => requests.push(request.url()));
  });
  afterAll(() => page.close());

  it.each(sitePages)('%s has no axe violation, no sideways scroll and one name a chart', async name => {
    await page.goto(urlOf(name));
    expect(await page.evaluate(sidewaysScroll), 'sideways scroll').toBeLessThanOrEqual(0);
    expect(await page.evaluate(chartFaults), 'chart faults').toEqual([]);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: AxeViolation[] }, string[]>(runAxe, tags);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
  });

  it('asks for nothing outside the site', () => {
    expect(requests.filter(url => !url.startsWith(pathToFileURL(site).href))).toEqual([]);
  });
});

describe('what assistive technology meets', () => {
  it('is one named image a chart, with its table on the page', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    for (const name of sitePages.filter(page => /\/(?:ks4|inspection|gaps)\/index\.html$/.test(page))) {
      await page.goto(urlOf(name));
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const images = nodes.filter(
        ({ role, ignored }) => !ignored && /^(?:img|image)$/i.test(String(role?.value)),
      );
      const figures = await page.locator('figure').count();
      expect(images.length, name).toBe(figures);
      for (const image of images) {
        const [, table] = /Data in tables? (\d+)/.exec(String(image.name?.value)) ?? [];
        expect(table, String(image.name?.value)).toBeDefined();
        expect(await page.locator(`#table-${table}`).count(), `${name} table ${table}`).toBe(1);
        expect(image.childIds ?? []).toEqual([]);
      }
    }
    await page.close();
  });

  it('finds two clicks from the home page to any indicator', async () => {
    const page = await browser.newPage();
    await page.goto(urlOf('index.html'));
    const first = await page
      .locator('a[href*="index.html"]')
      .evaluateAll(links => links.map(link => (link as unknown as { href: string }).href));
    const chapters = new Set(first.map(href => href.split('#')[0] ?? ''));
    const wanted = sitePages.filter(
      name =>
        /^2013-14\/\w+\/index\.html$/.test(name) &&
        !/indicators|downloads|methodology|glossary|numbers|claims|embed/.test(name),
    );
    expect(wanted.length).toBe(8);
    for (const chapter of wanted) {
      expect(chapters.has(urlOf(chapter)), chapter).toBe(true);
      await page.goto(urlOf(chapter));
      const sections = await page
        .locator('main section[id], main [id] > h2, main h2[id], main h3[id]')
        .count();
      expect(sections, chapter).toBeGreaterThan(0);
    }
    await page.close();
  });

  it('reads the same with scripts off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf('2013-14/ks2/index.html'));
    expect(await page.locator('figure svg').count()).toBeGreaterThan(0);
    expect(await page.locator('script').count()).toBe(0);
    await context.close();
  });
});

describe('on paper', () => {
  it('prints every table of a chapter', async () => {
    const page = await browser.newPage();
    await page.goto(urlOf('2013-14/ks2/index.html'));
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('table')
      .evaluateAll(tables => tables.filter(table => table.getClientRects().length === 0).length);
    expect(hidden).toBe(0);
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });
});

type AxeViolation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

// The functions below run in the page: they may use nothing from outside themselves.

/** By how many pixels the page, or a list of where its numbers come from, is wider than its room. */
function sidewaysScroll(): number {
  const { documentElement } = globalThis.document;
  const lists = globalThis.document.querySelectorAll('.scroller:has(.evidence)');
  return Math.max(
    ...[documentElement, ...lists].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  );
}

function runAxe(tags: string[]): Promise<{ violations: AxeViolation[] }> {
  const { axe } = globalThis as unknown as {
    axe: { run: (options: object) => Promise<{ violations: AxeViolation[] }> };
  };
  return axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
}
