// A status is a word, a shape and a colour: each is enough alone, on screen, in the reader's own colours and in grey.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast } from '../../src/model/council.ts';
import { type StatusKind, statusWords } from '../../src/model/status.ts';
import { statusView } from '../../src/pages/status-views.ts';
import { startBrowser } from '../../src/site/browser.ts';
import { site } from '../support/site.ts';
import { styleSheetOf } from '../support/style-sheet.ts';

const kinds = Object.keys(statusWords) as readonly StatusKind[];
const template = readFileSync(
  fileURLToPath(new URL('../../templates/components/status.njk', import.meta.url)),
  'utf8',
);
const shapes = new Map(
  [...template.matchAll(/"([a-z-]+)": "([^"]+)"/g)].map(([, kind = '', path = '']) => [kind, path]),
);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The colours of each status on a page of all of them. */
async function coloursOf(): Promise<readonly { kind: string; ink: string; ground: string; edge: string }[]> {
  const styles = styleSheetOf(site);
  const all = kinds.map(kind => `<strong class="status status--${kind}" id="${kind}">${kind}</strong>`);
  await page.setContent(`<!DOCTYPE html><title>All</title><style>${styles}</style>${all.join(' ')}`);
  return page.evaluate(() =>
    [...globalThis.document.querySelectorAll('.status')].map(each => {
      const { color, backgroundColor, borderTopColor } = globalThis.getComputedStyle(each);
      return { kind: each.id, ink: color, ground: backgroundColor, edge: borderTopColor };
    }),
  );
}

const hex = (rgb: string) =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;

describe('every status', () => {
  it('has a word of its own and a shape of its own', () => {
    expect([...shapes.keys()].toSorted()).toEqual(kinds.toSorted());
    expect(new Set(shapes.values()).size).toBe(kinds.length);
    expect(new Set(kinds.map(kind => statusView(kind).word)).size).toBe(kinds.length);
  });

  it('has words of 4.5 to 1 and an edge of 3 to 1 on their own ground', async () => {
    const colours = await coloursOf();
    expect(colours).toHaveLength(kinds.length);
    for (const { kind, ink, ground, edge } of colours) {
      expect(contrast(hex(ink), hex(ground)), `${kind}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(hex(edge), '#ffffff'), `${kind}: edge`).toBeGreaterThanOrEqual(3);
    }
  });

  it('follows the reader’s own colours', async () => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const colours = await coloursOf();
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
    expect(new Set(colours.map(({ ink, ground }) => `${ink} on ${ground}`)).size).toBe(1);
    for (const { kind, ink, ground } of colours)
      expect(contrast(hex(ink), hex(ground)), kind).toBeGreaterThanOrEqual(4.5);
  });
});

describe('on the pages', () => {
  it.each(['2013-14/index.html', '2013-14/ks2/index.html', '2013-14/ks4/index.html'])(
    '%s says each status in a word, beside a shape that is not read out',
    async name => {
      await page.goto(pathToFileURL(join(site, name)).href);
      const found = await page.locator('.status').evaluateAll(all =>
        all.map(each => ({
          text: each.textContent?.trim() ?? '',
          hidden: each.querySelector('svg')?.getAttribute('aria-hidden'),
          drawn: each.querySelector('path')?.getAttribute('d') ?? '',
        })),
      );
      expect(found.length).toBeGreaterThan(0);
      for (const { text, hidden, drawn } of found) {
        expect(Object.values(statusWords)).toContain(text);
        expect(hidden).toBe('true');
        expect([...shapes.values()]).toContain(drawn);
      }
    },
  );
});
