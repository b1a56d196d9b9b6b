// How long pages are on a phone, without script and in the report's own typefaces: those of every edition.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { kindOf, openSite } from '../checks/site.ts';
import { serveUnder } from '../support/server.ts';
import { modern, site } from '../support/site.ts';

/** As many of the pages of evidence of a site as are looked at: those with most to say. */
const most = 25;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it.each([
  ['with plans', site],
  ['of published figures', modern],
])(
  'no page of the editions %s is more than twelve screens long, but for tables of every authority',
  async (_, folder) => {
    const held = openSite(folder, '2026-01-01');
    const all = [...held.pages].filter(([, html]) => !html.includes('class="places')).map(([name]) => name);
    const evidence = all
      .filter(name => kindOf(held, name) === 'evidence')
      .toSorted((a, b) => (held.pages.get(b)?.length ?? 0) - (held.pages.get(a)?.length ?? 0));
    const passedOver = new Set(evidence.slice(most));
    const names = all.filter(name => !passedOver.has(name));
    expect(names.length).toBeGreaterThan(60);

    const served = await serveUnder(folder, '/');
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const long: string[] = [];
    for (const name of names) {
      await page.goto(served.address + name);
      const { height = 0 } = (await page.locator('html').boundingBox()) ?? {};
      expect(height, name).toBeGreaterThan(0);
      if (height > 12 * 844) long.push(`${name}: ${(height / 844).toFixed(1)}`);
    }
    await page.close();
    await served.close();
    expect(long).toEqual([]);
  },
);
