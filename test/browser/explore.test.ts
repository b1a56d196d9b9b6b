// Explore in a real browser, from a folder: what is asked for, what is shown, what stands in the address, what is saved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { modern } from '../support/site.ts';

const address = pathToFileURL(join(modern, '2024-25/explore/index.html')).href;

let browser: Browser;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  page.on('pageerror', ({ message }) => faults.push(message));
});
afterAll(() => browser.close());

/** Asks for something, and waits until that is what is shown. */
const ask = async (hash: string, caption: string) => {
  await page.goto(`${address}#${hash}`);
  await page.locator('#table-1 caption', { hasText: caption }).waitFor();
  await page.locator('#explore-chart svg').waitFor();
};
const cells = () =>
  page.locator('#table-1 tr').evaluateAll(rows =>
    rows.map(row =>
      [...(row as HTMLTableRowElement).cells].map(cell => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const each of copy.querySelectorAll('.govuk-visually-hidden, .mark')) each.remove();
        return copy.innerText.trim();
      }),
    ),
  );

describe('what is shown', () => {
  it('is asked for by its fields, and stands in the address', async () => {
    await ask('', '2024/25');
    await page.getByLabel('Measure').selectOption('ks4-attainment8');
    await page.locator('#table-1 caption', { hasText: 'Attainment 8' }).waitFor();
    await page.getByLabel('Compare with').selectOption({ label: 'Manchester' });
    await page.getByRole('button', { name: 'Add' }).click();
    await page.locator('#table-1 th', { hasText: 'Manchester' }).waitFor();
    await page.getByLabel('From').selectOption('202223');
    await page.locator('#table-1 caption', { hasText: '2022/23 to' }).waitFor();
    expect(page.url()).toContain('measure=ks4-attainment8');
    const before = await cells();
    await page.reload();
    await page.locator('#table-1 th', { hasText: 'Manchester' }).waitFor();
    expect(await cells()).toEqual(before);
    await page.getByRole('button', { name: 'Take out Manchester' }).click();
    await expect.poll(async () => (await cells())[0]).not.toContain('Manchester');
  });

  it('are the very figures of the list of every authority', async () => {
    await ask('measure=ks4-attainment8&areas=E06000049,E92000001,E08000003', 'Attainment 8');
    const shown = await cells();
    const row = shown.at(-1) ?? [];
    const list = parse(readFileSync(join(modern, '2024-25/ks4/ks4-attainment8/authorities.csv'), 'utf8'), {
      columns: true,
      bom: true,
    }) as readonly Record<string, string>[];
    const of = (area: string) =>
      list.find(each => each.area === area && each.period === '202425' && each.kind === 'observation')?.value;
    expect(shown[0]).toEqual(['Academic year', 'Cheshire East', 'England', 'Manchester']);
    expect(row).toEqual(['2024/25', of('E06000049'), row[2], of('E08000003')]);
  });
});

describe('the page', () => {
  it('has no axe violation and nothing to scroll sideways at 320 pixels', async () => {
    await ask('measure=ks4-attainment8&areas=E06000049,E92000001,E12000002', 'Attainment 8');
    expect(await axeViolations(page)).toEqual([]);
    const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });

  it('gives the values of its chart by the arrow keys, as the report’s own charts do', async () => {
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    const [head] = (await cells())[1] ?? [];
    expect(await page.locator('.values__head').textContent()).toBe(head);
    await page.keyboard.press('Escape');
  });

  it('saves the table, the picture in two forms, and a specification that is whole', async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ]);
      return readFileSync(await download.path());
    };
    const table = parse(await saved('Table (CSV)'), { columns: true, bom: true }) as readonly Record<
      string,
      string
    >[];
    const shown = await cells();
    expect(table.length).toBe((shown.length - 1) * 3);
    expect(table.filter(({ area }) => area === 'E06000049').map(({ text }) => text)).toEqual(
      shown.slice(1).map(([, own]) => own),
    );
    expect((await saved('Picture (SVG)')).toString()).toContain('Attainment 8');
    expect((await saved('Picture (PNG)')).subarray(1, 4).toString()).toBe('PNG');
    const specification = JSON.parse((await saved('Specification (Vega-Lite)')).toString());
    const values: readonly { readonly text: string }[] = specification.data.values;
    expect(values.map(({ text }) => text)).toEqual(table.map(({ text }) => text));
    expect(faults).toEqual([]);
  });

  it('says without scripts what it does, and leads to the figures as files', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(address);
    expect(await plain.getByLabel('Measure').isVisible()).toBe(false);
    expect(await plain.getByRole('link', { name: /All figures of the pages \(CSV/ }).isVisible()).toBe(true);
    await context.close();
  });

  it('makes no code of text, and asks for nothing outside the site', () => {
    const html = readFileSync(join(modern, '2024-25/explore/index.html'), 'utf8');
    expect(html.match(/<script src="[^"]+"/g)?.every(tag => tag.includes('="../../assets/'))).toBe(true);
    expect(readFileSync('templates/assets/explore.js', 'utf8')).toContain('ast: true');
  });
});
