// How pages answer what a reader prefers or needs: keyboard, contrast, their own colours, paper.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { site, sitePages } from '../support/site.ts';

const urlOf = (page: string) => pathToFileURL(join(site, page)).href;
const chapters = sitePages.filter(name => /^20\d\d-\d\d\/\w+\/index\.html$/.test(name));

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => browser.close());

describe('by keyboard alone', () => {
  it('the first stop is a skip link that leads to the main content', async () => {
    await page.goto(urlOf('2013-14/ks2/index.html'));
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    const target = await link.getAttribute('href');
    expect(target).toMatch(/^#/);
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => globalThis.location.hash)).toBe(target);
    expect(await page.locator(`main${target}, main ${target}`).count()).toBe(1);
  });

  it('every stop shows where the reader is', async () => {
    await page.goto(urlOf('2013-14/ks4/index.html'));
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focusIsSeen), `stop ${stop + 1}`).toBe('seen');
    }
  });
});

describe('contrast in charts', () => {
  it.each(chapters)('%s has words of 4.5 to 1 and marks of 3 to 1 on their ground', async name => {
    await page.goto(urlOf(name));
    expect(await page.evaluate(chartContrastFaults)).toEqual([]);
  });
});

describe('in the reader’s own colours', () => {
  it.each(chapters)(
    '%s has no slab behind its charts, and their words take the reader’s colour',
    async name => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await page.goto(urlOf(name));
      const faults = await page.evaluate(ownColourFaults);
      expect(faults).toEqual([]);
    },
  );
});

describe('at 400% zoom, with text spaced out', () => {
  it.each(chapters)('%s does not scroll sideways', async name => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(urlOf(name));
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});

// The functions below run in the page: they may use nothing from outside themselves.

function focusIsSeen(): string {
  const held = globalThis.document.activeElement as HTMLElement | null;
  if (held === null || held === globalThis.document.body) return 'nothing has the focus';
  const style = globalThis.getComputedStyle(held);
  const marked =
    (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') ||
    style.boxShadow !== 'none' ||
    style.backgroundColor !== 'rgba(0, 0, 0, 0)';
  const box = held.getBoundingClientRect();
  if (!marked) return `no mark on ${held.outerHTML.slice(0, 80)}`;
  return box.bottom > 0 && box.top < globalThis.innerHeight
    ? 'seen'
    : `out of view: ${held.outerHTML.slice(0, 80)}`;
}

/** Drawings with a ground of their own, and words in the colour of what they stand on. */
function ownColourFaults(): string[] {
  const ground = globalThis.getComputedStyle(globalThis.document.body).backgroundColor;
  const drawings = [...globalThis.document.querySelectorAll('svg.chart')].filter(
    svg => svg.getClientRects().length > 0,
  );
  return drawings.flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const marks = [...svg.querySelectorAll('path, rect')].map(mark => ({
      box: mark.getBoundingClientRect(),
      fill: globalThis.getComputedStyle(mark).fill,
    }));
    const slabs = marks.filter(
      ({ box, fill }) => fill !== 'none' && box.width > frame.width * 0.99 && box.height > frame.height * 0.5,
    );
    const hidden = [...svg.querySelectorAll('text')].filter(text => {
      const box = text.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const under = marks
        .filter(
          ({ box, fill }) =>
            fill !== 'none' &&
            box.height > 12 &&
            box.left <= x &&
            x <= box.right &&
            box.top <= y &&
            y <= box.bottom,
        )
        .at(-1);
      return globalThis.getComputedStyle(text).fill === (under?.fill ?? ground);
    });
    return [...slabs.map(() => 'a ground of its own'), ...hidden.map(text => `hidden: ${text.textContent}`)];
  });
}

/** Words below 4.5 to 1, and lines and markers below 3 to 1, against white or the part they stand on. */
function chartContrastFaults(): string[] {
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = numbers(colour).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: string, b: string) => {
    const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  const isDrawn = (colour: string) => colour !== 'none' && numbers(colour)[3] !== 0;
  const faults: string[] = [];
  for (const svg of globalThis.document.querySelectorAll('svg.chart')) {
    if (svg.getClientRects().length === 0) continue;
    const bars = [...svg.querySelectorAll('path, rect')].map(mark => ({
      mark,
      box: mark.getBoundingClientRect(),
      fill: globalThis.getComputedStyle(mark).fill,
    }));
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const under = bars
        .filter(
          ({ box, fill }) =>
            isDrawn(fill) &&
            box.width > 20 &&
            box.height > 12 &&
            box.left <= x &&
            x <= box.right &&
            box.top <= y &&
            y <= box.bottom,
        )
        .at(-1);
      const found = ratio(globalThis.getComputedStyle(text).fill, under?.fill ?? 'rgb(255, 255, 255)');
      if (found < 4.5) faults.push(`"${text.textContent}" ${found.toFixed(2)}`);
    }
    for (const { mark } of bars) {
      const style = globalThis.getComputedStyle(mark);
      const strongest = Math.max(
        ...[style.fill, style.stroke].filter(isDrawn).map(colour => ratio(colour, 'rgb(255, 255, 255)')),
        0,
      );
      const quiet =
        Number(style.opacity) < 1 || Number(style.strokeOpacity) < 1 || strongest === 0 || strongest === 1;
      const lightBlue = style.fill === 'rgb(107, 172, 230)';
      if (!quiet && !lightBlue && strongest < 3)
        faults.push(`mark ${style.fill} ${style.stroke} ${strongest.toFixed(2)}`);
    }
  }
  return [...new Set(faults)];
}
