// Faults of drawings and looks, planted one at a time: each must be caught by the check it names.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUnpainted } from '../checks/visit.ts';
import { lookFaults } from './faults.ts';
import { type Copy, copyOfCode, foundOf } from './planted.ts';

let browser: Browser;
let copy: Copy;
beforeAll(async () => {
  browser = await startUnpainted();
  copy = copyOfCode();
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

describe('a planted fault is caught', () => {
  it.each(lookFaults)('$name, by $caught', async fault => {
    expect((await foundOf(browser, copy, fault)).length).toBeGreaterThan(0);
  });
});
