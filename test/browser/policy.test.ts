// The published site's own safety: what its pages may load, who may frame them, and that nothing is asked of anybody else.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { fragmentPolicy, sentPolicy } from '../../src/site/policy.ts';
import { kindOf, oneOfEachKind, openSite } from '../checks/site.ts';
import { headersOf } from '../support/headers.ts';
import { type Served, serveUnder } from '../support/server.ts';
import { modern, site, siteFiles } from '../support/site.ts';

const fragment = '2013-14/ks2/embed/ks2-rwm-l4.html';

let browser: Browser;
let served: Readonly<Record<'site' | 'modern', Served>>;
beforeAll(async () => {
  const [started, older, newer] = await Promise.all([
    startBrowser(),
    serveUnder(site, '/'),
    serveUnder(modern, '/'),
  ]);
  browser = started;
  served = { site: older, modern: newer };
});
afterAll(() => Promise.all([browser.close(), served.site.close(), served.modern.close()]));

/** A page that gathers what its policy refused, and which other hosts were asked. */
async function watched(own: string): Promise<{ page: Page; refused: string[]; elsewhere: string[] }> {
  const page = await browser.newPage();
  const refused: string[] = [];
  const elsewhere: string[] = [];
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const { tellRefused } = globalThis as unknown as { tellRefused: (what: string) => void };
    globalThis.document.addEventListener('securitypolicyviolation', event =>
      tellRefused(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on('console', message => {
    if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('data:')) elsewhere.push(url);
  });
  return { page, refused, elsewhere };
}

it('every kind of page breaks no policy and asks nobody else for anything, on screen, on paper and where nothing is', async () => {
  const { page, refused, elsewhere } = await watched('http://127.0.0.1:');
  const [older, newer] = [openSite(site, '2026-11-30'), openSite(modern, '2026-11-30')];
  const known = new Set(oneOfEachKind(older).map(name => kindOf(older, name)));
  const onlyNewer = oneOfEachKind(newer).filter(name => !known.has(kindOf(newer, name)));
  const addresses = [
    ...[...oneOfEachKind(older), 'a/b/c/nowhere/'].map(name => served.site.address + name),
    ...[...onlyNewer, '2024-25/index.html'].map(name => served.modern.address + name),
  ];
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) {
    await page.goto(address);
    const margin = await page.evaluate(() => globalThis.getComputedStyle(globalThis.document.body).margin);
    expect(margin, `${address} is styled`).toBe('0px');
    if (address.includes('/explore/')) await page.locator('#explore-shown svg').first().waitFor();
  }
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${served.site.address}search/index.html?q=reading`);
  await page.locator('.search__result').first().waitFor({ state: 'attached' });
  expect(refused).toEqual([]);
  expect(elsewhere).toEqual([]);
  await page.close();
});

it('what a page’s policy forbids is refused: script and style in the page, text made into code, another host', async () => {
  const { address } = served.site;
  const { page, refused } = await watched(address);
  await page.route(`${address}2013-14/`, async route => {
    const answer = await route.fetch();
    const added =
      '<style>p{color:red}</style><p style="color:red" onclick="1">A</p><script>1</script><img src="https://other.example/a.png" alt="">';
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<main', `${added}<main`) });
  });
  await page.goto(`${address}2013-14/`);
  await expect
    .poll(() => [...new Set(refused.map(each => each.split(' ')[0]))].toSorted())
    .toEqual(expect.arrayContaining(['img-src', 'script-src-elem', 'style-src-attr', 'style-src-elem']));
  await page.route('**/assets/search.*.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: 'new Function("1")' }),
  );
  await page.goto(`${address}search/index.html`);
  await expect.poll(() => refused.join('\n')).toContain('script-src eval');
  await page.close();
});

it('a section can be put in a frame, and a page cannot', async () => {
  const { address } = served.site;
  const page = await browser.newPage();
  const frames = [fragment, '2013-14/ks2/index.html'].map(
    name => `<iframe src="${address}${name}"></iframe>`,
  );
  const host = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!DOCTYPE html><title>Host</title>${frames.join('')}`);
  });
  await new Promise<void>(ready => host.listen(0, '127.0.0.1', ready));
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  const [section, whole] = page.frames().slice(1);
  expect(
    await section?.locator('.keystage').evaluate(each => globalThis.getComputedStyle(each).display),
  ).toBe('block');
  expect(await whole?.locator('main').count()).toBe(0);
  await page.close();
  host.close();
});

describe('the headers that hosts are to send', () => {
  const sent = headersOf(readFileSync(join(site, '_headers'), 'utf8'));
  const policies = (path: string) =>
    sent(path).flatMap(([name, value]) => (name === 'Content-Security-Policy' ? value : []));

  it('have one policy for each page and another for each section to embed', () => {
    for (const name of siteFiles.filter(name => name.endsWith('.html'))) {
      const isFragment = /\/embed\/(?!index\.html)/.test(name);
      const wanted = [isFragment ? fragmentPolicy : sentPolicy];
      expect(policies(`/${name}`), name).toEqual(wanted);
      if (name.endsWith('/index.html')) expect(policies(`/${name.slice(0, -10)}`), name).toEqual(wanted);
    }
  });

  it('let browsers keep what is named by what is in it, and nothing else', () => {
    for (const name of siteFiles) {
      const isKept = sent(`/${name}`).some(([header]) => header === 'Cache-Control');
      const isNamed = /^assets\/(?:fonts\/)?[\w-]+\.[0-9a-f]{10}\.\w+$/.test(name);
      expect(isKept, name).toBe(isNamed);
      if (name.startsWith('assets/') && !name.startsWith('assets/search/')) expect(isNamed, name).toBe(true);
    }
  });

  it('are those that the guide for web teams shows for each server', () => {
    const guide = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
    for (const [, server = ''] of guide.matchAll(/^```(?:nginx|apache|xml)\n(.*?)^```/gms)) {
      expect(server).toContain(sentPolicy);
      expect(server).toContain(fragmentPolicy);
    }
  });
});
