// Faults of pages, planted one at a time: each must be caught by the check it names.
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { pageFaults } from './faults.ts';
import { allFindings, buildIn, copyOfCode, findingsOf, withFault } from './planted.ts';

let browser: Browser;
let copy: string;
beforeAll(async () => {
  browser = await startBrowser();
  copy = copyOfCode();
}, 240_000);
afterAll(async () => {
  await browser.close();
  rmSync(copy, { recursive: true, force: true });
});

it('the checks find nothing where nothing is planted', async () => {
  expect(await allFindings(browser, buildIn(copy))).toEqual([]);
});

describe('a planted fault is caught', () => {
  it.each(pageFaults)('$name, by $caught', async fault => {
    const found = await withFault(copy, fault, () =>
      findingsOf(browser, buildIn(copy), fault.caught, fault.page),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
