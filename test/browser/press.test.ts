// Two prints of one page are the same, wherever the browser paused while the page came in.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startBrowser, unpackBrowser, waysToStart } from '../../src/site/browser.ts';
import { finishedPdf } from '../../src/site/documents/pdf.ts';
import { laidOutAfresh } from '../../src/site/documents/press.ts';

const parts = [
  '<!DOCTYPE html><html lang="en-GB"><head><title>A</title></head><body><h1 id="a">A</h1><p style="width:9em"><a href="#a">',
  'Youth&nbsp;<wbr>justice,&nbsp;<wbr>25&nbsp;<wbr>hours&nbsp;<wbr>of&nbsp;<wbr>education</a></p></body></html>',
];

it('a page that comes in with a pause is printed as one that comes in at once', async () => {
  let paused = Promise.resolve();
  const server = createServer(async (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.write(parts[0]);
    await paused;
    response.end(parts[1]);
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  await unpackBrowser();
  const browser = await startBrowser();
  try {
    const printed = async (isPaused: boolean, lay: typeof laidOutAfresh | null) => {
      const pause = Promise.withResolvers<void>();
      paused = pause.promise;
      if (!isPaused) pause.resolve();
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
      // The second part comes once the first is laid out.
      if (isPaused) await page.locator('p a').boundingBox();
      pause.resolve();
      await page.waitForLoadState();
      await lay?.(page);
      const pdf = await page.pdf({ tagged: true, outline: true });
      await page.close();
      return (await finishedPdf(pdf, '2015-07-31', new Map())).toString('latin1');
    };
    const atOnce = await printed(false, laidOutAfresh);
    expect((await printed(true, null)) === atOnce).toBe(false);
    expect((await printed(true, laidOutAfresh)) === atOnce).toBe(true);
  } finally {
    await browser.close();
    server.close();
  }
});

it('our own browser is used where there is one, and elsewhere Chrome, or Edge where there is no Chrome', async () => {
  expect(waysToStart('/own/chromium')).toMatchObject([{ executablePath: '/own/chromium' }]);
  const elsewhere = waysToStart(undefined);
  expect(elsewhere.map(({ channel }) => channel)).toEqual(['chrome', 'msedge']);
  await unpackBrowser();
  const missing = { executablePath: '/nowhere/chrome' };
  const browser = await startBrowser([missing, ...waysToStart(process.env.KEYSTAGE_BROWSER)]);
  expect(browser.isConnected()).toBe(true);
  await browser.close();
  await expect(startBrowser([missing])).rejects.toThrow('/nowhere/chrome');
});
