// A specimen of every kind of chart, tried to its limits, in a real browser at both widths.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheets } from '../../src/charts/drawing.ts';
import { kindOf, tellOf } from '../../src/charts/kinds.ts';
import { mendDrawing } from '../../src/charts/mend.ts';
import { plainColours } from '../../src/charts/palette.ts';
import { makeVega } from '../../src/charts/render.ts';
import { specificationOf } from '../../src/charts/specification.ts';
import { startBrowser } from '../../src/site/browser.ts';
import { specimens } from '../charts/specimens.ts';
import { chartFaults } from '../support/chart-faults.ts';
import { site } from '../support/site.ts';
import { writeSpecimenPage } from '../support/specimen-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'keystage-specimens-'));
let browser: Browser;
let page: Page;
let address = '';
beforeAll(async () => {
  address = writeSpecimenPage(site, folder);
  browser = await startBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([320, 1280])('at %i pixels', width => {
  beforeAll(async () => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
  });

  it('no words of any specimen overlap, are cut off, too small or turned', async () => {
    expect(await page.evaluate(chartFaults)).toEqual([]);
  });

  it('the page does not scroll sideways', async () => {
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('words that overlap would be found', async () => {
    const faults = await page.evaluate(chartFaults).then(async none => {
      await page.evaluate(() => {
        for (const svg of globalThis.document.querySelectorAll('#trend-twelve-years svg')) {
          const [one, other] = svg.querySelectorAll('text');
          if (one && other)
            for (const at of ['x', 'y', 'text-anchor']) other.setAttribute(at, one.getAttribute(at) ?? '');
        }
      });
      return [none, await page.evaluate(chartFaults)] as const;
    });
    expect(faults[0]).toEqual([]);
    expect(faults[1].join()).toContain('overlaps');
  });
});

describe('in the reader’s own colours', () => {
  it('no mark keeps a colour of ours, and what is told apart by colour is told apart without', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.goto(address);
    const colours = await page.evaluate(coloursShown);
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
    const ours = colours.filter(colour => !colour.system);
    expect(ours).toEqual([]);
  });
});

describe('a chart’s specification', () => {
  it('is drawn by vega-embed with its defaults, as an editor draws it, just as it stands in the page', async () => {
    await page.goto('about:blank');
    for (const name of ['vega', 'vega-lite', 'vega-embed'])
      await page.addScriptTag({ path: `node_modules/${name}/build/${name}.min.js` });
    const draw = makeVega();
    for (const [id, chart] of Object.entries(specimens)) {
      const specification = specificationOf(chart, { title: 'It rose', subtitle: 'Per cent' });
      const { svg, warnings } = await page.evaluate(embedded, specification);
      expect(warnings, id).toEqual([]);
      const identity = { width: 'wide', name: 'A chart.' } as const;
      // An editor has a white sheet under it.
      const drawn = mendDrawing(svg, identity).replace(
        /<rect width="640" height="\d+" fill="#FFFFFF"\/>/,
        '',
      );
      expect(drawn, id).toBe(
        mendDrawing(plainColours(draw(kindOf(chart), tellOf(chart, 'wide'), sheets.wide)), identity),
      );
    }
  });
});

/** What vega-embed makes of a specification, and what it warns of. Runs in the page. */
async function embedded(
  specification: string,
): Promise<{ readonly svg: string; readonly warnings: string[] }> {
  const warnings: string[] = [];
  const { console } = globalThis;
  console.warn = (...said: unknown[]) => warnings.push(said.map(String).join(' '));
  const { vegaEmbed } = globalThis as unknown as {
    vegaEmbed: (element: Element, spec: unknown) => Promise<{ view: { toSVG: () => Promise<string> } }>;
  };
  const place = globalThis.document.createElement('div');
  globalThis.document.body.replaceChildren(place);
  const { view } = await vegaEmbed(place, JSON.parse(specification));
  return { svg: await view.toSVG(), warnings };
}

/** The colours that marks have, and whether each is one of the reader's. Runs in the page. */
function coloursShown(): { readonly colour: string; readonly system: boolean }[] {
  const probe = globalThis.document.body.appendChild(globalThis.document.createElement('i'));
  const system = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'HighlightText'].map(name => {
    probe.style.color = name;
    return globalThis.getComputedStyle(probe).color;
  });
  probe.remove();
  const shown = [...globalThis.document.querySelectorAll('svg.chart path, svg.chart line, svg.chart text')]
    .filter(mark => mark.getClientRects().length > 0)
    .flatMap(mark => {
      const { fill, stroke } = globalThis.getComputedStyle(mark);
      return [fill, stroke].filter(colour => colour !== 'none');
    });
  return [...new Set(shown)].map(colour => ({ colour, system: system.includes(colour) }));
}
