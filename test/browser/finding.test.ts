// Finding things, in a real browser: the site under a deep path on a web server, and opened from a folder.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { type Served, serveUnder } from '../support/server.ts';
import { site, sitePages, siteText } from '../support/site.ts';

let browser: Browser;
let served: Served;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveUnder(site, '/some/deep/prefix/')]);
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  page.on('pageerror', error => faults.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const urlOf = (name: string) => pathToFileURL(join(site, name)).href;
const lookFor = async (words: string) => {
  const menu = page.locator('.masthead__menu');
  if (await menu.isVisible()) await menu.click();
  await page.fill('#finder', words);
  await page.press('#finder', 'Enter');
};
const found = () => page.locator('.search__result');

describe('a site under a deep path', () => {
  it('has every page, style, picture and file that any page asks for or leads to', async () => {
    const asked = new Set<string>();
    for (const name of sitePages.filter(name => name !== '404.html')) {
      for (const [, address = ''] of siteText(name).matchAll(/ (?:href|src|action)="([^"#]+)[^"]*"/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), served.address + name);
        if (url.origin === new URL(served.address).origin) asked.add(url.href);
      }
    }
    expect(asked.size).toBeGreaterThan(150);
    for (const url of asked) expect((await fetch(url, { method: 'HEAD' })).status, url).toBe(200);
    expect(served.missing).toEqual([]);
  });

  it('is searched from any page: words typed, results read, one followed to its section', async () => {
    await page.goto(`${served.address}2012-13/ks2/numbers/ks2-rwm-l4/index.html`);
    await lookFor('persistent absence');
    await found().first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/some/deep/prefix/search/index.html');
    expect(await page.inputValue('#search-words')).toBe('persistent absence');
    expect(await page.title()).toMatch(/^persistent absence - Search/);
    expect(await page.textContent('#search-status')).toMatch(
      /^\d+ pages were found for “persistent absence”, those of the latest edition first\.$/,
    );
    expect(await page.locator('.search__result mark').first().textContent()).toMatch(/persistent|absence/i);
    const section = page.locator('.search__sections a[href*="2013-14/attendance/"]').first();
    expect(await section.getAttribute('href')).toContain('#absence-persistent');
    await section.click();
    expect(await page.locator('h1').textContent()).toBe('Attendance and exclusions');
    const heading = page.locator('#absence-persistent');
    await expect
      .poll(() => heading.evaluate(held => Math.abs(held.getBoundingClientRect().top)))
      .toBeLessThan(400);
  });

  it('puts the latest edition first and says of earlier ones that they are not', async () => {
    await page.goto(`${served.address}search/index.html?q=absence`);
    await found().first().waitFor();
    while (await page.locator('#search-more').isVisible()) {
      const before = await found().count();
      await page.focus('#search-more');
      await page.keyboard.press('Enter');
      await expect.poll(() => found().count()).toBeGreaterThan(before);
      // The keyboard goes on at the first of the results that were asked for.
      expect(await page.locator(':focus').textContent()).toBe(
        await found().nth(before).locator('h2 a').textContent(),
      );
    }
    const listed = await found().evaluateAll(items =>
      items.map(item => ({
        text: item.textContent ?? '',
        url: item.querySelector('a')?.getAttribute('href'),
      })),
    );
    const editions = listed.map(({ url }) => (url?.includes('2012-13/') ? 'earlier' : 'latest'));
    expect(new Set(editions).size).toBe(2);
    expect(editions.lastIndexOf('latest')).toBeLessThan(editions.indexOf('earlier'));
    for (const [index, { text }] of listed.entries())
      expect(text.includes('Not the latest edition'), text).toBe(editions[index] === 'earlier');
  });

  it('looks in one edition when asked to', async () => {
    await page.goto(`${served.address}search/index.html`);
    await page.fill('#search-words', 'absence');
    await page.selectOption('#search-edition', '2012-13');
    await page.click('.search__go');
    await found().first().waitFor();
    const urls = await found()
      .locator('h2 a')
      .evaluateAll(links => links.map(link => link.getAttribute('href')));
    expect(urls.length).toBeGreaterThan(2);
    expect(urls.filter(url => !url?.startsWith('../2012-13/'))).toEqual([]);
    expect(await page.inputValue('#search-edition')).toBe('2012-13');
  });

  it('says when it finds nothing, whatever was typed, and shows the lists instead', async () => {
    await page.goto(`${served.address}search/index.html?q=${encodeURIComponent('<b>zzxxqq</b>')}`);
    await expect
      .poll(() => page.textContent('#search-status'))
      .toContain('Nothing was found for “<b>zzxxqq</b>”');
    expect(await page.locator('#search-without').isVisible()).toBe(true);
  });

  it.each([320, 1280])(
    'has no axe violation, shift or sideways scroll among results at %i pixels',
    async width => {
      await page.setViewportSize({ width, height: 700 });
      await page.addInitScript(() => {
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            const held = globalThis as unknown as { shift?: number };
            held.shift = (held.shift ?? 0) + (entry as unknown as { value: number }).value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${served.address}search/index.html?q=absence`);
      await found().first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => (globalThis as unknown as { shift?: number }).shift ?? 0)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      expect(
        await page.evaluate(
          () =>
            globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
    },
  );

  it('loads less than 150 kB for a search, results and all, besides the typefaces of every page', async () => {
    const names: string[] = [];
    page.on('response', response => names.push(new URL(response.url()).pathname));
    await page.goto(`${served.address}search/index.html?q=absence`);
    await found().first().waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = names
      .filter(name => !name.endsWith('.woff2'))
      .map(name => served.sent.get(name.slice('/some/deep/prefix/'.length)) ?? 0);
    expect(sizes.filter(size => size > 0).length).toBeGreaterThan(8);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  it('says without script what the search needs, and leads to the lists', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${served.address}search/index.html?q=absence`);
    expect(await plain.locator('#search-without').isVisible()).toBe(true);
    await plain.getByRole('link', { name: 'Glossary, 2013/14' }).click();
    expect(await plain.locator('h1').textContent()).toBe('Glossary');
    await context.close();
  });
});

describe('a report opened from a folder', () => {
  it('leads from page to page, and its search says why it does not work and what does', async () => {
    await page.goto(urlOf('index.html'));
    await page.locator('.front__links a').first().click();
    expect(page.url()).toMatch(/2013-14\/\w+\/index\.html$/);
    await page.locator('.figure').first().click();
    await page.getByRole('link', { name: 'All about this number' }).click();
    await page.waitForURL(/\/numbers\/[^/]+\/index\.html#/);
    await lookFor('absence');
    await page.waitForURL(/search\/index\.html\?q=absence$/);
    expect(await page.textContent('#search-status')).toBe(
      'The search does not work in pages opened from a folder.',
    );
    expect(await page.locator('#search-without').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Indicators A to Z, 2012/13' }).click();
    expect(page.url()).toContain('2012-13/indicators/index.html');
  });
});
