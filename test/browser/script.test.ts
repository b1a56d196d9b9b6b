// What the pages' own script adds, in a real browser and from a folder: by pointer, by keyboard, and nothing without it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { modern, site } from '../support/site.ts';

const urlOf = (folder: string, name: string) => pathToFileURL(join(folder, name)).href;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('is small, and no module', () => {
  const script = readFileSync('templates/assets/site.js');
  expect(gzipSync(script).length).toBeLessThan(10_000);
  expect(script.toString()).not.toMatch(/^(?:im|ex)port /m);
});

describe.each([320, 1280])('on a chapter, at %i pixels', width => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(urlOf(modern, '2024-25/ks4/index.html'));
  });
  afterAll(() => page.close());
  const open = () => page.locator(':popover-open');

  it('a number opens its origin in place, as its page of evidence has it, and Escape gives the focus back', async () => {
    const link = page.locator('.opening a.figure').first();
    const id = (await link.getAttribute('href'))?.split('#')[1] ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    await open().waitFor();
    if (width === 320) expect(await axeViolations(page, ':popover-open')).toEqual([]);
    const said = (await open().innerText()).toLowerCase();
    expect(await open().evaluate(held => held.contains(globalThis.document.activeElement))).toBe(true);
    const box = (await open().boundingBox()) ?? { x: -1, width: 0, y: -1, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
    expect(await open().count()).toBe(0);
    expect(await link.evaluate(held => held === globalThis.document.activeElement)).toBe(true);

    await link.press('Enter');
    await open().getByRole('link', { name: 'All about this number' }).click();
    await page.waitForURL(/ks4\/numbers\/[^/]+\/index\.html#/);
    const row = page.locator(`[id="${id}"]`);
    for (const cell of await row.locator('th, td').allInnerTexts())
      for (const words of cell.toLowerCase().replace(/\.$/, '').split('. ')) expect(said).toContain(words);
    await page.goBack();
  });

  it('a number that is wrong can be told of in a mail that says which, on which page', async () => {
    const foot = page.locator('.colophon__wrong');
    await foot.evaluate(link => link.setAttribute('href', 'mailto:a@b.example?subject=Wrong&body=Here'));
    const link = page.locator('.opening a.figure').first();
    const text = await link.innerText();
    await link.click();
    const wrong = open().getByRole('link', { name: 'Tell us if it is wrong' });
    const mail = new URL((await wrong.getAttribute('href')) ?? '');
    expect(mail.searchParams.get('subject')).toMatch(new RegExp(`^Wrong: .+, ${text}$`));
    expect(mail.searchParams.get('body')).toBe('Here');
    await page.keyboard.press('Escape');
  });

  it('what a number rests on opens in its place', async () => {
    await page.locator('a.figure[href*=".change."]').first().click();
    await open().waitFor();
    const before = await open().innerText();
    await open().locator('a.figure').first().click();
    await expect.poll(() => open().innerText()).not.toBe(before);
    expect(await open().innerText()).toMatch(/line \d+/);
    await open().getByRole('button', { name: 'Close' }).click();
    expect(await open().count()).toBe(0);
  });

  it('a chart gives the values of its table: to the pointer, the finger and the arrow keys', async () => {
    const figure = page.locator('.indicator--lead figure.chart-figure').first();
    const values = figure.locator('.values');
    const range = figure.getByRole('slider');
    const table = page.locator('.indicator--lead table.data').first();
    const heads = await table.locator('tbody th').allTextContents();
    const shown = async () => (await values.locator('.values__head').textContent()) ?? '';
    const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);

    // Where a year is written, its row is what is said.
    const label = figure.locator('svg:visible text', { hasText: heads.at(-1) ?? '' }).last();
    const { x, width: wide } = (await label.boundingBox()) ?? { x: 0, width: 0 };
    const drawing = figure.locator('svg:visible').first();
    const box = (await drawing.boundingBox()) ?? { x: 0, y: 0 };
    await drawing.hover({ position: { x: x + wide / 2 - box.x, y: 60 } });
    expect(await shown()).toBe(heads.at(-1));
    const cells = await table.locator('tbody tr').last().locator('td').all();
    const texts = await Promise.all(
      cells.map(cell =>
        cell.evaluate(held => {
          for (const each of held.querySelectorAll('.govuk-visually-hidden')) each.remove();
          return (held.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
        }),
      ),
    );
    expect(await values.locator('dd').allTextContents()).toEqual(texts);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollHeight), 'nothing moves').toBe(
      height,
    );

    await page.keyboard.press('Escape');
    expect(await values.isVisible()).toBe(false);
    await range.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toBe(heads[1]);
    expect(await range.getAttribute('aria-valuetext')).toContain(heads[1]);
    if (width === 1280) expect(await axeViolations(page, 'figure.chart-figure:has(:focus)')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await values.isVisible()).toBe(false);
  });

  it('the table of every measure is set in the order of its places, and back', async () => {
    const head = page.locator('.stage th', { hasText: 'Rank' });
    const names = () => page.locator('.stage tbody th').allTextContents();
    const places = async () =>
      (await page.locator('.stage tbody td:last-child').allInnerTexts()).map(text =>
        text === 'not ranked' ? Number.POSITIVE_INFINITY : Number(/\d+/.exec(text)),
      );
    const before = await names();
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = await places();
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe(null);
    expect(await names()).toEqual(before);
  });
});

describe.each([
  { folder: modern, name: '2024-25/ks4/index.html', width: 320 },
  { folder: modern, name: '2024-25/ks4/ks4-attainment8/index.html', width: 1280 },
  { folder: site, name: '2013-14/gaps/index.html', width: 1280 },
])('a chart of $name, at $width pixels', ({ folder, name, width }) => {
  it('is saved as a picture that stands alone: its words, its title and its colours, whatever those of the reader', async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.goto(urlOf(folder, name));
    for (const each of await page.locator('details').all())
      await each.evaluate(held => held.toggleAttribute('open', true));
    const figure = page.locator('figure.chart-figure').first();
    const title = (await figure.locator('.chart-figure__title').textContent()) ?? '';
    const id = ((await figure.getAttribute('aria-labelledby')) ?? '').replace('-caption', '');
    const saved = async (form: string) => {
      const button = page.getByRole('button', { name: `Picture (${form}): ${title}`, exact: true }).first();
      await button.focus();
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toBe(`${id}.${form.toLowerCase()}`);
      return readFileSync(await download.path());
    };
    const svg = (await saved('SVG')).toString();
    const read = await page.evaluate(text => {
      const { documentElement: root } = new globalThis.DOMParser().parseFromString(text, 'image/svg+xml');
      const texts = [...root.querySelectorAll('text')].map(each => each.textContent ?? '');
      const size = ['width', 'height'].map(side => Number(root.getAttribute(side)));
      return { root: root.localName, title: root.querySelector('title')?.textContent, texts, size };
    }, svg);
    expect(read.root).toBe('svg');
    expect(read.title).toBe(title);
    expect(read.texts.slice(0, 2).join(' ')).toContain(title.slice(0, 40));
    const drawn = await figure.locator('.chart--wide text').allTextContents();
    expect(drawn.length).toBeGreaterThan(5);
    expect(read.texts).toEqual(expect.arrayContaining(drawn));
    expect(svg).not.toContain('var(');
    expect(svg).toContain('#12436D');
    const png = await saved('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(read.size.map(side => 2 * side));
    expect(png.length).toBeGreaterThan(20_000);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(faults).toEqual([]);
    if (process.env.SAVED !== undefined) {
      writeFileSync(`${process.env.SAVED}/${id}.svg`, svg);
      writeFileSync(`${process.env.SAVED}/${id}.png`, png);
    }
    await page.close();
  });
});

it('the years of a measure are set beside those of another authority, as the list of all has them, and lead on to Explore', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(urlOf(modern, '2024-25/ks4/index.html'));
  const section = page.locator('section.indicator', { has: page.locator('#ks4-attainment8') });
  await section.locator('summary').first().click();
  const table = section.locator('table').first();
  const before = await table.innerText();
  await section.getByRole('button', { name: 'Compare with another authority' }).click();
  await section.getByLabel('Compare with').selectOption({ label: 'Manchester' });
  await section.getByRole('button', { name: 'Add' }).click();
  expect(await table.locator('thead th').last().textContent()).toBe('Manchester');
  const list = readFileSync(join(modern, '2024-25/ks4/ks4-attainment8/authorities.csv'), 'utf8');
  const line = list.split('\n').find(each => /\.e08000003\.202425,/.test(each)) ?? '';
  const value = line.split(',')[10] ?? 'no figure of it';
  expect(await table.locator('tbody tr').last().locator('td').last().innerText()).toContain(value);
  await section.locator('.values__range').focus();
  expect(await section.locator('.values dt').last().textContent()).toBe('Manchester');
  expect(await section.locator('.values dd').last().textContent()).toContain(value);
  expect(await axeViolations(page, 'section.indicator:has(#ks4-attainment8)')).toEqual([]);
  await section.getByRole('button', { name: 'Take out Manchester' }).click();
  expect(await table.innerText()).toBe(before);
  await section.getByRole('link', { name: 'Explore this measure' }).click();
  await page.waitForURL(/explore\/index\.html#measure=ks4-attainment8&/);
  await page.close();
});

describe.each([390, 1280])('long tables, at %i pixels', width => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 800 } });
  });
  afterAll(() => page.close());
  /** How far what stands below has moved since the page was first laid out. */
  const moved = () =>
    page.evaluate(
      () =>
        new Promise<number>(done => {
          new globalThis.PerformanceObserver(list =>
            done(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            ),
          ).observe({ type: 'layout-shift', buffered: true });
          globalThis.setTimeout(() => done(0), 300);
        }),
    );

  it('every authority is found by its name, and set in order by any column, those without a figure last', async () => {
    await page.goto(urlOf(modern, '2024-25/ks4/ks4-attainment8/index.html'));
    expect(await moved()).toBe(0);
    const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);
    await page.getByLabel('Find authority').fill('cheshire');
    expect(await page.locator('.places tbody tr:visible th').allTextContents()).toEqual([
      'Cheshire East',
      'Cheshire West and Chester',
    ]);
    expect(await page.getByRole('status').innerText()).toBe('2 of 152 rows');
    await page.getByLabel('Find authority').fill('');
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollHeight)).toBe(height);
    await page.getByRole('button', { name: 'Authority' }).click();
    const names = await page.locator('.places tbody th').allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    expect(await axeViolations(page)).toEqual([]);
  });

  it('promises are narrowed to a status and to who answers for them', async () => {
    await page.goto(urlOf(site, '2013-14/targets/index.html'));
    expect(await moved()).toBe(0);
    await page.getByLabel('Status', { exact: true }).selectOption('Off track');
    const rows = page.locator('.targets-table tbody tr:visible');
    const count = await rows.count();
    expect(count).toBeGreaterThan(1);
    for (const text of await rows.allInnerTexts()) expect(text).toContain('Off track');
    await page.getByLabel('Who answers for it').selectOption({ index: 1 });
    expect(await rows.count()).toBeLessThan(count);
    expect(await axeViolations(page)).toEqual([]);
  });
});

it('without scripts a number leads to its evidence, and nothing waits for a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(urlOf(modern, '2024-25/ks4/ks4-attainment8/index.html'));
  expect(await page.locator('.tools').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Picture' }).count()).toBe(0);
  await page.goto(urlOf(modern, '2024-25/ks4/index.html'));
  await page.locator('a.figure').first().click();
  await page.waitForURL(/numbers\/[^/]+\/index\.html#/);
  await context.close();
});
