// A governor's question, answered from the front page on a phone within three taps.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { site } from '../support/site.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
});
afterAll(() => browser.close());

/** What is on the screen now: nobody has scrolled. */
const onScreen = () =>
  page.evaluate(() =>
    [...globalThis.document.querySelectorAll('main h1, main h2, main h3, main p, main li')]
      .filter(element => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return height > 0 && top < globalThis.innerHeight && bottom > 0;
      })
      .map(element => (element as HTMLElement).innerText)
      .join('\n'),
  );

describe('“Are our disadvantaged children doing better than elsewhere?”', () => {
  it('is a question on the front page, and answered there', async () => {
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    const asked = page.locator('.answers__item', { hasText: 'How do disadvantaged children do?' });
    expect(await asked.locator('.answers__answer').innerText()).toBe('Worse than in England.');
  });

  it('is answered in full after a tap, with the figures behind the answer', async () => {
    await page.locator('.answers').getByRole('link', { name: 'Disadvantaged pupils' }).click();
    await page.waitForURL(/gaps\/topic-disadvantage\/index\.html$/);
    await expect.poll(onScreen).toMatch(/England, Cheshire East was worse on .* comparable measures?/);
  });

  it('is one more tap from where each number comes from', async () => {
    await page.locator('.opening__list a.figure').first().click();
    const origin = page.getByRole('dialog', { name: /England/ });
    await origin.waitFor();
    expect(await origin.innerText()).toMatch(/Status: /);
  });
});
