// Words explained in place, in a real browser: by mouse, by keyboard, as assistive technology meets them, on paper.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { site } from '../support/site.ts';

const urlOf = (name: string) => pathToFileURL(join(site, name)).href;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Words that are a step further are words too. */
const openDrawers = (page: Page) =>
  page.locator('details').evaluateAll(all => {
    for (const each of all) each.setAttribute('open', '');
  });

describe.each([320, 1280])('at %i pixels', width => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 700 } });
    await page.goto(urlOf('2013-14/ks4/index.html'));
    await openDrawers(page);
  });
  afterAll(() => page.close());
  const open = () => page.locator(':popover-open');

  it('every word opens its meaning beside it, inside the window, and Escape gives the word the focus back', async () => {
    const openers = page.locator('.term__open');
    const count = await openers.count();
    expect(count).toBeGreaterThan(10);
    for (let index = 0; index < count; index += 1) {
      const opener = openers.nth(index);
      const name = (await opener.getAttribute('aria-label')) ?? '';
      await opener.focus();
      await page.keyboard.press('Enter');
      expect(await open().count(), name).toBe(1);
      const word = (await opener.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const box = (await open().boundingBox()) ?? { x: -1, y: 0, width: 0, height: 0 };
      expect(Math.min(word.width, word.height), `${name}: a target`).toBeGreaterThanOrEqual(24);
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(width);
      expect(box.y, name).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, name).toBeLessThanOrEqual(700);
      const [above, below] = [word.y - (box.y + box.height), box.y - (word.y + word.height)];
      expect(Math.max(above, below), `${name}: beside its word`).toBeLessThan(24);
      expect(Math.max(above, below), `${name}: not over its word`).toBeGreaterThanOrEqual(-1);
      // The focus goes in, so that the meaning is read out; then on to its link.
      expect(await open().evaluate(held => held.contains(globalThis.document.activeElement)), name).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      expect(await open().count(), name).toBe(0);
      expect(await opener.evaluate(held => held === globalThis.document.activeElement), name).toBe(true);
    }
  });

  it('has no axe violation while a meaning is open, and its link and button answer the keyboard', async () => {
    await page.locator('.term__open').first().click();
    expect(await axeViolations(page, ':popover-open')).toEqual([]);
    expect(await page.locator(':focus').textContent()).toMatch(/ in the glossary$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await open().count()).toBe(0);
  });
});

it('assistive technology meets the word in its sentence, then a button with its name, then a dialog', async () => {
  const page = await browser.newPage();
  await page.goto(urlOf('2013-14/ks4/index.html'));
  await openDrawers(page);
  const session = await page.context().newCDPSession(page);
  const named = async (role: string) => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.filter(node => !node.ignored && node.role?.value === role).map(node => node.name?.value);
  };
  expect(await named('button')).toContain('Meaning of English Baccalaureate');
  expect(await named('dialog')).toEqual([]);
  await page.getByRole('button', { name: 'Meaning of English Baccalaureate' }).click();
  expect(await named('dialog')).toEqual(['EBacc']);
  await page.close();
});

it('on paper a word is a word, and no meaning is printed', async () => {
  const page = await browser.newPage();
  await page.goto(urlOf('2013-14/ks4/index.html'));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.term').first().isVisible()).toBe(true);
  for (const name of ['.term__open', '.meaning', '.finder']) {
    const shown = await page
      .locator(name)
      .evaluateAll(all => all.filter(one => one.getClientRects().length > 0));
    expect(shown, name).toEqual([]);
  }
  await page.close();
});
