// The front page of the latest edition as a governor meets it: what the first screen holds, how long the page is on a
// phone, and the menu without script.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { type Served, serveUnder } from '../support/server.ts';
import { modern } from '../support/site.ts';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await startBrowser();
  // Served, for from a folder browsers refuse the report's own typefaces, and a page is as long as whatever stands in for them.
  served = await serveUnder(modern, '/');
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** The front page, without script. */
async function frontOn(viewport: { readonly width: number; readonly height: number }) {
  const page = await browser.newPage({ viewport, javaScriptEnabled: false });
  await page.goto(served.address);
  return page;
}

describe.each([phone, desk])('at $width by $height', viewport => {
  it('the first screen holds three questions, each with its answer and its evidence', async () => {
    const page = await frontOn(viewport);
    const items = await page.locator('.answers__item').all();
    expect(items).toHaveLength(3);
    for (const item of items) {
      const { y = 0, height = 0 } = (await item.locator('.answers__evidence').boundingBox()) ?? {};
      expect(height).toBeGreaterThan(0);
      expect(y + height).toBeLessThanOrEqual(viewport.height);
    }
    await page.close();
  });

  it('answers are of at most 10 words, and evidence of at most 28', async () => {
    const page = await frontOn(viewport);
    const wordsOf = async (name: string) =>
      (await page.locator(name).allInnerTexts()).map(text => text.trim().split(/\s+/).length);
    for (const words of await wordsOf('.answers__answer')) expect(words).toBeLessThanOrEqual(10);
    for (const words of await wordsOf('.answers__evidence')) expect(words).toBeLessThanOrEqual(28);
    await page.close();
  });
});

describe('on a phone', () => {
  it('the page is not many screens long', async () => {
    const page = await frontOn(phone);
    const { height = 0 } = (await page.locator('main').boundingBox()) ?? {};
    // With its head and foot the page is a little over five.
    expect(height / phone.height).toBeGreaterThan(2);
    expect(height / phone.height).toBeLessThan(5);
    await page.close();
  });

  it('the menu opens by keyboard, and shows the search and the links', async () => {
    const page = await frontOn(phone);
    const links = page.locator('.masthead__nav a');
    expect(await page.locator('#finder').isVisible()).toBe(false);
    expect(await links.first().isVisible()).toBe(false);
    const menu = page.locator('.masthead__menu');
    for (let tabs = 0; tabs < 8 && !(await isFocused(menu)); tabs += 1) await page.keyboard.press('Tab');
    expect(await isFocused(menu)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('#finder').waitFor({ state: 'visible' });
    await page.keyboard.press('Tab');
    expect(await isFocused(page.locator('#finder'))).toBe(true);
    expect(await links.count()).toBeGreaterThan(5);
    for (const link of await links.all()) expect(await link.isVisible()).toBe(true);
    await page.close();
  });
});

it('on a desk the search and the links are there without a menu', async () => {
  const page = await frontOn(desk);
  expect(await page.locator('.masthead__menu').isVisible()).toBe(false);
  expect(await page.locator('#finder').isVisible()).toBe(true);
  expect(await page.locator('.masthead__nav a').first().isVisible()).toBe(true);
  await page.close();
});

function isFocused(locator: ReturnType<Awaited<ReturnType<typeof frontOn>>['locator']>): Promise<boolean> {
  return locator.evaluate(element => element === globalThis.document.activeElement);
}
