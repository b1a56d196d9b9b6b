import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DrivenCheck } from './check.ts';
import {
  addressOf,
  kindOf,
  lookedAt,
  NOT_FOUND,
  oneOfEachKind,
  type Site,
  showWhereNothingIs,
  textOf,
  visited,
} from './site.ts';

const withCharts = (site: Site) =>
  lookedAt(site).filter(name => site.pages.get(name)?.includes('<figure') ?? false);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript',
};

/** Opens a page in its folder, or the one for where nothing is as a server shows it. */
async function open(page: Page, site: Site, name: string): Promise<void> {
  if (name === NOT_FOUND) await showWhereNothingIs(page, site);
  await page.goto(visited(site, name));
}

/** Serves a site under a prefix while `use` looks at it. */
async function served<Result>(
  site: Site,
  prefix: string,
  use: (root: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? '/').split(/[?#]/)[0] ?? '/');
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : null;
    if (name === null || !site.files.includes(name)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
    response.end(readFileSync(join(site.folder, name)));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Goes through a page by the Tab key, to its end: how many stops it has, and what is wrong with some. */
async function walk(page: Page): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  // What is under the focus is told as the key comes up, so that many presses can be sent at once.
  await page.evaluate(`{
    const told = [];
    globalThis.told = told;
    globalThis.document.addEventListener('keyup', () => told.push((${stopUnderFocus})()), true);
  }`);
  const found: (string | null)[] = [];
  while (!found.includes(null) && found.length < 3000) {
    const presses = Array.from({ length: 40 }, () =>
      (['rawKeyDown', 'keyUp'] as const).map(type =>
        session.send('Input.dispatchKeyEvent', { type, ...tab }),
      ),
    );
    await Promise.all(presses.flat());
    found.push(...(await page.evaluate<(string | null)[]>('globalThis.told.splice(0)')));
  }
  await session.detach();
  const stops = found.includes(null) ? found.indexOf(null) : found.length;
  const faults = found.slice(0, stops).flatMap((what, at) => (what ? [`stop ${at + 1}: ${what}`] : []));
  return {
    stops,
    faults: found.includes(null) ? faults.slice(0, 6) : ['the stops do not come to an end'],
  };
}

/** Checks that work the browser: the accessibility tree, the keyboard, a slow network. */
export const drivenChecks: readonly DrivenCheck[] = [
  {
    name: '50 assistive technology meets one image a chart, with nothing in it',
    items: [50, 51, 52, 90],
    pages: withCharts,
    drive: async (page, name, site) => {
      const session = await page.context().newCDPSession(page);
      const faults: string[] = [];
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        if (width === 1280) await open(page, site, name);
        // What is folded away is read once it is opened.
        await page.evaluate(() => {
          for (const each of globalThis.document.querySelectorAll('details')) each.open = true;
        });
        const { root } = await session.send('DOM.getDocument', { depth: 0 });
        const { nodes } = await session.send('Accessibility.queryAXTree', {
          nodeId: root.nodeId,
          role: 'image',
        });
        const images = nodes.filter(({ ignored }) => !ignored);
        const charts = images.filter(image =>
          /Data in tables? \d[\d, and]*(?:the list below)?\.$/.test(String(image.name?.value)),
        );
        const figures = await page.locator('figure').count();
        if (charts.length !== figures)
          faults.push(`at ${width} pixels, ${charts.length} images for ${figures} charts`);
        const full = images.filter(({ childIds }) => (childIds ?? []).length > 0);
        if (full.length > 0) faults.push(`at ${width} pixels, ${full.length} images with something in them`);
      }
      await session.detach();
      return faults;
    },
  },
  {
    name: '20 the keyboard can skip to the main part',
    items: [20],
    pages: oneOfEachKind,
    drive: async (page, name, site) => {
      await open(page, site, name);
      await page.keyboard.press('Tab');
      const link = page.locator(':focus');
      const to = await link.getAttribute('href');
      if (to === null || !/^#./.test(to)) return [`the first stop leads to ${to}`];
      const box = await link.boundingBox();
      if (box === null || box.width < 24 || box.y < 0) return ['the skip link is not seen'];
      await page.keyboard.press('Enter');
      const held = await page.evaluate(() => globalThis.document.activeElement?.localName);
      return held === 'main' ? [] : [`the focus is on ${held}`];
    },
  },
  {
    name: '92 every stop of the keyboard is seen, and in the order of the page',
    items: [25, 92],
    pages: oneOfEachKind,
    drive: async (page, name, site) => {
      await page.setViewportSize({ width: 1280, height: 600 });
      await open(page, site, name);
      const { stops, faults } = await walk(page);
      return stops > 4 ? faults : [...faults, `only ${stops} stops`];
    },
  },
  {
    name: '92 every stop is seen on a low screen too',
    items: [92],
    pages: site => [...site.pages.keys()].filter(name => kindOf(site, name) === 'chapter').slice(0, 1),
    drive: async (page, name, site) => {
      await page.setViewportSize({ width: 640, height: 300 });
      await open(page, site, name);
      return (await walk(page)).faults;
    },
  },
  {
    name: '60 a browser without popovers opens a page at its head, shows no meaning, and leads numbers to their origin',
    items: [59, 60],
    pages: site =>
      oneOfEachKind(site).filter(name => /class="(?:meanings|figure)"/.test(site.pages.get(name) ?? '')),
    drive: async (page, name, site) => {
      const old = await (page.context().browser() as Browser).newPage({
        viewport: { width: 1280, height: 900 },
      });
      const faults: string[] = [];
      old.on('pageerror', ({ message }) => faults.push(message));
      await old.addInitScript(() => {
        for (const known of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
          Reflect.deleteProperty(globalThis.HTMLElement.prototype, known);
      });
      // To that browser the attribute says nothing, and neither does the selector.
      await old.route(/\.(?:html|css)(?:$|[?#])/, route => {
        const file = decodeURI(new URL(route.request().url()).pathname).slice(site.folder.length + 1);
        const text = textOf(site, file)
          .replaceAll(/ popover(?:target(?:action)?)?(?:="[^"]*")?(?=[ >])/g, '')
          .replaceAll(':popover-open', ':popover-unheard-of');
        return route.fulfill({ contentType: types[extname(file)] ?? '', body: text });
      });
      await old.goto(addressOf(site, name));
      faults.push(...(await old.evaluate(withoutPopovers)));
      const figure = old.locator('main a.figure:visible').first();
      if (faults.length === 0 && (await figure.count()) > 0) {
        const to = (await figure.evaluate(link => (link as HTMLAnchorElement).href)) ?? '';
        await figure.click();
        const hasCome = await old.waitForURL(to, { timeout: 10_000 }).then(
          () => old.locator(':target').isVisible(),
          () => false,
        );
        if (!hasCome) faults.push(`a number does not lead to ${to}`);
      }
      await old.close();
      return faults;
    },
  },
  {
    name: '101 nothing moves while a page loads slowly, and its largest part is text',
    items: [101],
    pages: oneOfEachKind,
    drive: (page, name, site) =>
      served(site, '/', async root => {
        const session = await page.context().newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: 200_000,
          uploadThroughput: 90_000,
        });
        await page.setViewportSize({ width: 412, height: 915 });
        await page.goto(`${root}${name}`, { waitUntil: 'load' });
        const { shift, largest } = await page.evaluate(measureLoading);
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput: -1,
        });
        await session.detach();
        return [
          ...(shift > 0 ? [`moved by ${shift.toFixed(4)}`] : []),
          ...(/^(?:P|H[1-6]|SPAN|LI|STRONG|DD|DT|A|TD|TH|CAPTION|DIV)$/.test(largest)
            ? []
            : [`the largest part is ${largest}`]),
        ];
      }),
  },
  {
    name: '100 pages work under a prefix, with all they ask for',
    items: [23, 100],
    // Where nothing is, links begin at the root that the site says it has.
    pages: site => oneOfEachKind(site).filter(name => name !== NOT_FOUND),
    drive: (page, name, site) =>
      served(site, '/some/prefix/', async root => {
        const faults: string[] = [];
        const listen = (response: { url(): string; status(): number }) => {
          if (response.status() >= 400)
            faults.push(`${response.status()} ${response.url().slice(root.length)}`);
          // What an earlier page was still asking for may come in late, from a server of its own.
          if (!/^http:\/\/127\.0\.0\.1:\d+\/some\/prefix\//.test(response.url()))
            faults.push(`asks for ${response.url()}`);
        };
        page.on('response', listen);
        await page.goto(`${root}${name}`, { waitUntil: 'load' });
        page.off('response', listen);
        const styled = await page.evaluate(() => globalThis.document.styleSheets.length);
        return styled > 0 ? faults : [...faults, 'no style sheet'];
      }),
  },
  {
    name: '97 a chapter prints',
    items: [97],
    pages: site => [...site.pages.keys()].filter(name => kindOf(site, name) === 'chapter').slice(0, 1),
    drive: async (page, name, site) => {
      await open(page, site, name);
      await page.emulateMedia({ media: 'print' });
      const pdf = await page.pdf({ format: 'A4', tagged: true });
      await page.emulateMedia({ media: 'screen' });
      return pdf.subarray(0, 5).toString() === '%PDF-' ? [] : ['no PDF'];
    },
  },
];

// The functions below run in the page: they may use nothing from outside themselves.

/** What is wrong with a page as it opens where popovers are not known. */
function withoutPopovers(): string[] {
  const { document, scrollY } = globalThis;
  const shown = [...document.querySelectorAll('.meaning, .term__open, [id^="origin"]')].filter(
    each => each.getClientRects().length > 0,
  );
  return [
    ...(scrollY === 0 ? [] : [`opens ${scrollY} pixels down`]),
    ...(document.activeElement === document.body
      ? []
      : [`the focus is on ${document.activeElement?.localName}`]),
    ...shown.slice(0, 3).map(each => `shown: ${each.className}`),
  ];
}

/** What is wrong with the stop under the focus: '' when nothing is, null when the focus has left the page. */
function stopUnderFocus(): string | null {
  const { document, getComputedStyle } = globalThis;
  const held = document.activeElement as HTMLElement | null;
  if (held === null || held === document.body) return null;
  const what = `${held.localName} ${(held.textContent ?? '').trim().slice(0, 40)}`;
  const memory = globalThis as unknown as { lastStop?: Element };
  const last = memory.lastStop;
  memory.lastStop = held;
  if (last !== undefined && (last.compareDocumentPosition(held) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    return `out of order: ${what}`;
  // Mixed colours are given as color(srgb 0.9 0.9 0.9).
  const numbers = (colour: string) =>
    (colour.match(/[\d.]+/g) ?? [])
      .map(Number)
      .map((part, index) => (colour.startsWith('color(srgb') && index < 3 ? part * 255 : part));
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = numbers(colour).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  // What cannot be seen itself, as the range over a chart, marks what it works.
  let marked: Element = held;
  while (marked.parentElement !== null && getComputedStyle(held).opacity === '0') {
    if (getComputedStyle(marked).outlineStyle !== 'none' && marked !== held) break;
    marked = marked.parentElement;
  }
  const style = getComputedStyle(marked);
  let behind = 'rgb(255, 255, 255)';
  for (let each = marked.parentElement; each !== null; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (numbers(backgroundColor)[3] !== 0) {
      behind = backgroundColor;
      break;
    }
  }
  const colours = [
    ...(style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      ? [style.outlineColor]
      : []),
    ...(style.boxShadow === 'none' ? [] : (style.boxShadow.match(/rgba?\([^)]+\)/g) ?? [])),
    ...(numbers(style.backgroundColor)[3] === 0 ? [] : [style.backgroundColor]),
  ];
  const strongest = Math.max(
    0,
    ...colours.filter(colour => numbers(colour)[3] !== 0).map(colour => contrast(colour, behind)),
  );
  if (strongest < 3) return `its mark has ${strongest.toFixed(2)} to 1: ${what}`;
  const [box] = held.getClientRects();
  if (box === undefined || box.bottom <= 0 || box.top >= globalThis.innerHeight)
    return `out of view: ${what}`;
  const tall = box.height > globalThis.innerHeight / 2;
  const y = tall ? Math.max(box.top, 0) + 10 : (box.top + box.bottom) / 2;
  const at = document.elementFromPoint(
    Math.min(box.left + box.width / 2, globalThis.innerWidth - 1),
    Math.min(Math.max(y, 0), globalThis.innerHeight - 1),
  );
  return at !== null && (marked.contains(at) || at.contains(marked)) ? '' : `covered: ${what}`;
}

type Entry = PerformanceEntry & {
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  readonly element?: Element | null;
};

/** How much moved while the page loaded, and what the largest part was. */
function measureLoading(): Promise<{ shift: number; largest: string }> {
  return new Promise(done => {
    let shift = 0;
    let largest = 'nothing';
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Entry[]) shift += entry.value ?? 0;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Entry[]) largest = entry.element?.tagName ?? 'gone';
      // Not before anything is painted, however long that takes.
      setTimeout(() => done({ shift, largest }), 300);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
