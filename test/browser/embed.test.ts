// Two fragments pasted into a page that does its worst, in a real browser.
import { readFileSync } from 'node:fs';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { siteText } from '../support/site.ts';

const names = ['2013-14/attendance/embed/absence-overall.html', '2013-14/ks2/embed/ks2-rwm-l4.html'];
const fragments = names.map(siteText);
const hostile = `
  * { margin: 0; padding: 0; box-sizing: border-box; font-size: 100%; }
  body { font: 20px/1.1 serif; color: #300; letter-spacing: 1px; text-transform: none; background: #ffe; }
  h1, h2, #content h2 { color: #600; font: italic 40px/1 cursive; text-transform: uppercase; border: 4px solid #600; }
  #content p { text-indent: 3em; font-size: 28px; }
  table, td, th { display: block; border: 3px dashed #060; width: 900px; font-size: 8px; }
  a { color: #ffe; text-decoration: none; } ul { list-style: square; } svg { width: 900px; fill: #f00; }
  figure { float: right; width: 40px; } .data, .chart { display: none; } .figure { position: fixed; }`;
const page = (css: string, inner: string) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A host page</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
<body><main id="content"><h1 id="table-1">Our schools</h1><h2 id="ks2-rwm-l4">News</h2><p id="table-1-caption" class="data">Words of the host.</p>
<div class="column">${inner}</div></main></body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
const open = async (html: string, width: number): Promise<Page> => {
  const held = await browser.newPage({ viewport: { width, height: 800 } });
  await held.setContent(html);
  return held;
};

/** How everything within a root looks and where it is, as the browser has worked it out. */
const looks = (held: Page, root: string) =>
  held.locator(root).evaluateAll(roots =>
    roots.flatMap(root => {
      const start = root.getBoundingClientRect();
      const shown = [root, ...root.querySelectorAll('*')].filter(each => each.getClientRects().length > 0);
      return shown.map(element => {
        const style = globalThis.getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const words = [
          'color',
          'fontFamily',
          'fontSize',
          'fontStyle',
          'letterSpacing',
          'textTransform',
        ] as const;
        const boxes = [
          'display',
          'lineHeight',
          'paddingTop',
          'borderTopWidth',
          'textIndent',
          'fill',
        ] as const;
        return [
          element.tagName,
          ...[...words, ...boxes].map(name => style[name]),
          Math.round(box.left - start.left),
          Math.round(box.top - start.top),
          Math.round(box.width),
        ].join(' ');
      });
    }),
  );

describe.each([320, 1280])('at %i pixels', width => {
  it('fragments look the same in a plain page and in one that does its worst', async () => {
    const column = '.column { width: 100%; }';
    const plain = await open(page(`body { margin: 0 } ${column}`, fragments.join('')), width);
    const worst = await open(page(`${hostile} ${column}`, fragments.join('')), width);
    const [one, other] = [await looks(plain, '.keystage'), await looks(worst, '.keystage')];
    expect(one.length).toBeGreaterThan(300);
    expect(other).toEqual(one);
    await plain.close();
    await worst.close();
  });

  it('and leave the page around them as it was', async () => {
    const without = await open(page(hostile, ''), width);
    const withThem = await open(page(hostile, fragments.join('')), width);
    const own = 'h1, h2#ks2-rwm-l4, #content > p';
    expect(await looks(withThem, own)).toEqual(await looks(without, own));
    await without.close();
    await withThem.close();
  });

  it('have no axe violation, no id twice, and no sideways scroll in a narrow column', async () => {
    const narrow = `${hostile} h1 { overflow-wrap: anywhere } body { padding: 0 } .column { max-width: 304px; padding: 0 8px; } ul { padding: 0 }`;
    const host = narrow.replace(/h1, h2, #content h2 \{[^}]*\}|#content p \{[^}]*\}|a \{[^}]*\}/g, '');
    const held = await open(page(host, fragments.join('')), width);
    const ids = await held.locator('[id]').evaluateAll(all => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await axeViolations(held)).toEqual([]);
    const { documentElement } = await held.evaluate(() => ({
      documentElement:
        globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
    }));
    expect(documentElement).toBeLessThanOrEqual(0);
    // One drawing a figure, the one for its column and not for the window.
    const shown = await held
      .locator('figure svg')
      .evaluateAll(all =>
        all.filter(one => one.getClientRects().length > 0).map(one => one.getAttribute('class')),
      );
    expect(shown).toEqual(shown.map(() => 'keystage-chart keystage-chart--narrow'));
    expect(shown.length).toBe(await held.locator('figure').count());
    await held.close();
  });
});

it('a wide column gets the wide drawing', async () => {
  const held = await open(page('', fragments.join('')), 1280);
  expect(await held.locator('.keystage-chart--wide').first().isVisible()).toBe(true);
  expect(await held.locator('.keystage-chart--narrow').first().isVisible()).toBe(false);
  await held.close();
});

it('in forced colours, words and lines take the reader’s own', async () => {
  const held = await open(page(hostile, fragments.join('')), 1280);
  await held.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const colours = await held.evaluate(() => {
    const of = (selector: string) =>
      globalThis.getComputedStyle(globalThis.document.querySelector(selector) ?? globalThis.document.body);
    return [of('.keystage').color, of('.keystage-chart--wide text').fill, of('.keystage').backgroundColor];
  });
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await held.close();
});

it('the page with both is valid HTML', async () => {
  const settings: ConfigData = JSON.parse(
    readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'),
  );
  const { results } = await new HtmlValidate(new StaticConfigLoader(settings)).validateString(
    page('', fragments.join('')),
  );
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  );
  expect(faults).toEqual([]);
});
