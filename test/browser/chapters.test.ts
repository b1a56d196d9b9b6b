// The chapters of the latest edition as they are met on a phone, without script: what is first seen, and where links lead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { chaptersOf, openSite } from '../checks/site.ts';
import { type Served, serveUnder } from '../support/server.ts';
import { modern } from '../support/site.ts';

const site = openSite(modern, '2026-01-01');
const latest = chaptersOf(site).at(-1)?.slice(0, 7) ?? '';
const isOfGroup = (name: string) => /\/topic-[\w-]+\/index\.html$/.test(name);
const chapters = [...chaptersOf(site), ...[...site.pages.keys()].filter(isOfGroup)].filter(name =>
  name.startsWith(latest),
);

let browser: Browser;
let page: Page;
let served: Served;
beforeAll(async () => {
  browser = await startBrowser();
  // Served, for from a folder browsers refuse the report's own typefaces, and a page is as long as whatever stands in for them.
  served = await serveUnder(site.folder, '/');
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const goTo = (address: string) => page.goto(served.address + address);

it.each(chapters)('%s has its finding on the first screen', async name => {
  await goTo(name);
  const finding = page.locator('.opening__list > li').first();
  const { y = 0, height = 0 } = (await finding.boundingBox()) ?? {};
  expect(height).toBeGreaterThan(0);
  expect(y + height).toBeLessThanOrEqual(844);
});

describe('a link to a section', () => {
  const [name = ''] = chapters.filter(each => each.endsWith('/ks2/index.html'));
  const rows = [
    ...readFileSync(join(site.folder, name), 'utf8').matchAll(/indicator--row">\s*<h3[^>]* id="([^"]+)"/g),
  ].map(([, id = '']) => id);

  it('shows what is in its drawer, and others stay closed', async () => {
    const [first = '', second = ''] = rows;
    await goTo(`${name}#${first}`);
    const drawerOf = (id: string) => page.locator(`.indicator:has(> [id="${id}"]) .about`);
    expect((await page.locator(':target').boundingBox())?.y).toBeLessThan(844);
    expect(await drawerOf(first).isVisible()).toBe(true);
    expect(await drawerOf(second).isVisible()).toBe(false);
  });
});

it('an old address of a group’s measure leads on to its page', async () => {
  const name = chapters.find(each => each.endsWith('/gaps/index.html')) ?? '';
  const html = readFileSync(join(site.folder, name), 'utf8');
  const old = [...html.matchAll(/<a id="([^"]+)" href="([^"]+)"/g)];
  expect(old.length).toBeGreaterThan(20);
  for (const [, id = '', href = ''] of old) {
    const [file = '', anchor] = href.split('#');
    expect(anchor).toBe(id);
    expect(site.pages.get(join(name, '..', file))).toContain(`id="${id}"`);
  }
});
