// The checklist of accessibility, on every page of the reference council's site: see test/checks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { startBrowser } from '../../src/site/browser.ts';
import { publish } from '../../src/site.ts';
import { readTesting } from '../../src/sources/checks-record.ts';
import { everyDrivenCheck, pageChecks, siteChecks } from '../checks/all.ts';
import { isSampled, stateLabels } from '../checks/check.ts';
import { heavyPages } from '../checks/files.ts';
import { hostsOf, looksAtHosts } from '../checks/hosts.ts';
import { hasJava } from '../checks/markup.ts';
import {
  kindOf,
  lookedAt,
  NOT_FOUND,
  oneOfEachKind,
  openSite,
  type Site,
  showWhereNothingIs,
  visited,
} from '../checks/site.ts';
import { type Found, keyOf, startUnpainted, visit } from '../checks/visit.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { site as folder, modern as latest } from '../support/site.ts';

const site = openSite(folder, new Date().toISOString().slice(0, 10));
/** The latest edition, which has a page for each of some hundred measures: of the pages that one template draws some are seen. */
const modern = openSite(latest, site.today);
const sites = [site, modern];
const pages = sites.flatMap(lookedAt).length;
const kinds = new Set(oneOfEachKind(site).map(name => kindOf(site, name)));
/** Of the latest edition the kinds that the others have not, and those that everybody reads. */
const sample = oneOfEachKind(modern).filter(
  name => ['index.html', 'chapter'].includes(kindOf(modern, name)) || !kinds.has(kindOf(modern, name)),
);
const sampled = [oneOfEachKind(site), sample];
const { exceptions } = readTesting();
const matched = new Set<string>();
const hostChecks = pageChecks.filter(looksAtHosts);

/** What is left of a check's findings without those that docs/accessibility-exceptions.yaml switches off. */
function standing(name: string, findings: readonly string[] = []): readonly string[] {
  return findings.filter(found => {
    const off = exceptions.find(({ check, finding }) => check === name && found.includes(finding));
    if (off !== undefined) matched.add(off.finding);
    return off === undefined;
  });
}

let found: readonly Found[];
beforeAll(async () => {
  const browser = await startUnpainted();
  found = [await visit(browser, site, pageChecks), await visit(browser, modern, pageChecks, { sample })];
  await browser.close();
}, 1_500_000);

/** Says for the table of results which items a test answers, and on how many pages. */
function answers(task: { meta: object }, items: readonly number[], pages: number): void {
  Object.assign(task.meta, { items, pages });
}

describe('every page', () => {
  for (const check of pageChecks) {
    const { name, items } = check;
    for (const state of check.states) {
      it(`${name}, ${stateLabels[state]}`, ({ task }) => {
        answers(task, items, isSampled(check, state) ? sampled.flat().length : pages);
        for (const { findings } of found) {
          expect(findings.has(keyOf(name, state))).toBe(true);
          expect(standing(name, findings.get(keyOf(name, state)))).toEqual([]);
        }
      });
    }
  }

  it('59 it reads the same with scripts off', ({ task }) => {
    answers(task, [59], pages);
    expect(
      standing(
        '59 it reads the same with scripts off',
        found.flatMap(each => each.scripted),
      ),
    ).toEqual([]);
  });

  it('100 it asks for nothing outside the site', ({ task }) => {
    answers(task, [100], pages);
    expect(found.flatMap(({ outside }) => outside)).toEqual([]);
  });

  it('101 all that it loads weighs less than 160 kB compressed', ({ task }) => {
    answers(task, [101], pages);
    const loaded = found.map(each => each.loaded);
    expect(loaded.reduce((sum, each) => sum + each.size, 0)).toBe(pages);
    const heavy = sites.flatMap((each, at) => heavyPages(each, loaded[at] ?? new Map()));
    expect(standing('101 all that it loads weighs less than 160 kB compressed', heavy)).toEqual([]);
  });
});

describe('a section of ours in a page of others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-hosts-'));
  const hosts = sites.map((each, at) => hostsOf(each, join(folder, String(at))));
  const count = hosts.reduce((sum, { pages }) => sum + pages.size, 0);
  let looks: readonly Found[];
  beforeAll(async () => {
    const browser = await startUnpainted();
    looks = [];
    for (const each of hosts) {
      const names = [...each.pages.keys()];
      looks = [...looks, await visit(browser, each, hostChecks, { names, sample: names, scriptless: false })];
    }
    await browser.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const { name, items, states } of hostChecks) {
    it(`${name}, in another page`, ({ task }) => {
      answers(task, items, count);
      for (const { findings } of looks)
        for (const state of states) expect(standing(name, findings.get(keyOf(name, state)))).toEqual([]);
    });
  }

  it('92 every stop of the keyboard is seen, and in the order of the page, in another page', async ({
    task,
  }) => {
    answers(task, [25, 92], count);
    const walk = everyDrivenCheck.find(({ name }) => name.startsWith('92 every stop of the keyboard'));
    const browser = await startBrowser();
    const page = await browser.newPage();
    for (const each of hosts)
      for (const name of each.pages.keys()) expect(await walk?.drive(page, name, each), name).toEqual([]);
    await browser.close();
  });
});

describe('the page for where nothing is, of a report at an address with a path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-path-'));
  const address = 'https://council.invalid/reports/education/';
  let browser: Browser;
  let under: Site;
  beforeAll(async () => {
    const made = withCouncilFolder(
      { 'data/council.yaml': text => `${text}address: ${address}\n` },
      makeReport,
    );
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    await publish(made.report, join(folder, 'site'), { documents: false, hidden: [] });
    under = openSite(join(folder, 'site'), site.today, address);
    browser = await startUnpainted();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('passes every check, in every state, where it is shown deep beneath the path', async () => {
    const names = [NOT_FOUND];
    const { findings, loaded, outside, scripted } = await visit(browser, under, pageChecks, {
      names,
      sample: names,
    });
    expect(findings.size).toBeGreaterThan(50);
    expect([...findings].filter(([, found]) => found.length > 0)).toEqual([]);
    expect([outside, scripted]).toEqual([[], []]);
    const own = loaded.get(NOT_FOUND)?.map(file => file.replace(/\.[0-9a-f]{10}\./, '.'));
    expect(own).toEqual(expect.arrayContaining(['assets/site.css', 'assets/site.js']));
  });

  it('leads to pages and files that are there', async () => {
    const page = await browser.newPage();
    await showWhereNothingIs(page, under);
    await page.goto(visited(under, NOT_FOUND));
    const links = await page
      .locator('a[href^="/"], link[href^="/"]')
      .evaluateAll(all => all.map(each => (each as HTMLAnchorElement | HTMLLinkElement).href));
    expect(links.length).toBeGreaterThan(15);
    for (const link of new Set(links)) {
      expect(link).toMatch(/^https:\/\/council\.invalid\/reports\/education\//);
      const status = await page.evaluate(async url => (await fetch(url)).status, link.replace(/#.*/, ''));
      expect(status, link).toBe(200);
    }
    await page
      .getByRole('link', { name: 'All editions' })
      .first()
      .evaluate(link => (link as HTMLElement).click());
    await page.waitForURL(`${address}archive/index.html`);
    expect(await page.locator('h1').innerText()).not.toBe('');
    await page.close();
  });
});

describe('the site', () => {
  for (const { name, items, find } of siteChecks) {
    it.skipIf(name.includes('Nu HTML') && !hasJava)(name, async ({ task }) => {
      answers(task, items, pages);
      for (const each of sites) expect(standing(name, await find(each))).toEqual([]);
    });
  }
});

describe('worked by keyboard, network and assistive technology', () => {
  let browser: Browser;
  let opened: readonly Page[];
  beforeAll(async () => {
    browser = await startBrowser();
    const open = () => browser.newPage({ viewport: { width: 1280, height: 900 } });
    // Two, so that a page that waits for its slow network keeps nothing else waiting.
    opened = await Promise.all([open(), open()]);
  });
  afterAll(() => browser.close());

  for (const { name, items, pages, drive } of everyDrivenCheck) {
    it(name, async ({ task }) => {
      const names = pages(site);
      answers(task, items, names.length);
      expect(names.length).toBeGreaterThan(0);
      const faults: string[] = [];
      const queue = [...names];
      const work = async (page: Page) => {
        for (let each = queue.shift(); each !== undefined; each = queue.shift())
          faults.push(...(await drive(page, each, site)).map(what => `${each}: ${what}`));
      };
      // Both are waited for, so that neither page is still driven when the next check has it.
      const done = await Promise.allSettled(opened.map(work));
      for (const each of done) if (each.status === 'rejected') throw each.reason;
      expect(standing(name, faults).toSorted()).toEqual([]);
    });
  }
});

it('every exception still matches a finding', () => {
  expect(exceptions.filter(({ finding }) => !matched.has(finding))).toEqual([]);
});
