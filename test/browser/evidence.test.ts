// A number leads to the line that says where it comes from, with and without scripts, by its old address too.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { openSite } from '../checks/site.ts';
import { axeViolations } from '../support/axe.ts';
import { modern, site as older } from '../support/site.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  page = await context.newPage();
});
afterAll(() => browser.close());

const urlOf = (name: string, folder = modern) => pathToFileURL(join(folder, name)).href;
const target = () => page.locator(':target');

it.each([
  ['2024-25/index.html', modern],
  ['2024-25/ks4/index.html', modern],
  ['2024-25/gaps/topic-disadvantage/index.html', modern],
  ['2013-14/targets/index.html', older],
  ['2012-13/case-studies/index.html', older],
])('each number of %s leads to a line that is seen, and says the number', async (name, folder) => {
  await page.goto(urlOf(name, folder));
  const links = await page
    .locator('main a.figure')
    .evaluateAll(all => all.map(each => (each as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(3);
  for (const href of links.slice(0, 12)) {
    await page.goto(href);
    expect(await target().getAttribute('id')).toBe(href.split('#')[1]);
    const { y = -1, height = 0 } = (await target().boundingBox()) ?? {};
    expect(y, href).toBeGreaterThanOrEqual(0);
    expect(y, href).toBeLessThan(600);
    expect(height, href).toBeGreaterThan(20);
    expect(await target().locator('td').first().innerText()).not.toBe('');
  }
});

it('the file of a line that is led to stands above it, and hides nothing of it', async () => {
  const name = '2013-14/ks4/numbers/ks4-5ac-em/index.html';
  await page.goto(urlOf(name, older));
  const ids = await page
    .locator('.evidence:has(.evidence__file) tbody tr')
    .evaluateAll(rows => rows.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(50);
  for (const id of ids.filter((_, at) => at % 7 === 3)) {
    await page.goto(`${urlOf(name, older)}#${id}`);
    const heads = page.locator(`.evidence:has([id="${id}"]) .evidence__file`);
    const head = (await heads.boundingBox()) ?? { y: -1, height: 0 };
    expect(head.y).toBeGreaterThanOrEqual(0);
    expect(head.y + head.height).toBeLessThanOrEqual((await target().boundingBox())?.y ?? 0);
  }
});

describe('the list of pages of evidence', () => {
  const site = openSite(modern, '2026-01-01');
  const lists = [...site.pages].filter(([name]) => /\/numbers\/index\.html$/.test(name));

  it('has the place of every figure and section that stood on it, beside the link to its page', () => {
    expect(lists.length).toBeGreaterThan(8);
    for (const [name, html] of lists) {
      const entries = [...html.matchAll(/<li id="([^"]+)"><a href="([^"]+)">(.*?)<\/li>/gs)];
      expect(entries.length, name).toBeGreaterThan(0);
      for (const [, , href = '', rest = ''] of entries) {
        const kept = [...rest.matchAll(/<span id="([^"]+)">/g)].map(([, id]) => id);
        const lines = [...(site.pages.get(join(name, '..', href)) ?? '').matchAll(/<tr id="([^"]+)">/g)];
        expect(kept.toSorted(), href).toEqual(lines.map(([, id]) => id).toSorted());
      }
    }
  });

  it('shows who comes by an old address which page has the figure, and leads there where scripts run', async () => {
    const id = 'ks2-rwm-expected.observation.total.e06000049.202425';
    const old = `${urlOf('2024-25/ks2/numbers/index.html')}#${id}`;
    await page.goto(old);
    const line = page.locator('.evidence-list li:has(:target)');
    expect(await line.locator('a').getAttribute('href')).toBe('ks2-rwm-expected/index.html');
    const { y = -1 } = (await line.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(844);

    const scripted = await browser.newPage();
    await scripted.goto(old);
    await scripted.waitForURL(/\/ks2\/numbers\/ks2-rwm-expected\/index\.html#/);
    expect(await scripted.locator(':target').getAttribute('id')).toBe(id);
    expect(await axeViolations(scripted)).toEqual([]);
    await scripted.close();
  });
});
