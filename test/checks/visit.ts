// Looks at every page in every state with all checks of that state at once, a few pages at a time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser, waysToStart } from '../../src/site/browser.ts';
import { isSampled, type PageCheck, type State, states } from './check.ts';
import { makeKit } from './kit.ts';
import { lookedAt, NOT_FOUND, oneOfEachKind, type Site, showWhereNothingIs, visited } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What was found, by check and state, and what the pages asked for. */
export type Found = {
  readonly findings: ReadonlyMap<string, readonly string[]>;
  /** The files that each page loads, and the addresses outside the site that any asked for. */
  readonly loaded: ReadonlyMap<string, readonly string[]>;
  readonly outside: readonly string[];
  /** The pages whose words differ when scripts are off. */
  readonly scripted: readonly string[];
};

/** The key of a check's findings in a state. */
export function keyOf(name: string, state: State): string {
  return `${name} (${state})`;
}

type Look = { readonly page: Page; readonly name: string };

/**
 * Starts a browser that lays pages out and paints none until it is asked what they look like: painting took a quarter of
 * the time of a visit. It has no use for checks of loading, nor for the tree of assistive technology.
 */
export function startUnpainted(): Promise<Browser> {
  return startBrowser(waysToStart(process.env.KEYSTAGE_BROWSER, ['--disable-threaded-compositing']));
}

/**
 * Visits pages of a site, `atOnce` at a time, in the states that the checks ask for. Those of `sample` are looked at by the
 * checks too that look at one page of each kind.
 */
export async function visit(
  browser: Browser,
  site: Site,
  checks: readonly PageCheck[],
  { names = lookedAt(site), sample = oneOfEachKind(site), atOnce = 3, scriptless = true } = {},
): Promise<Found> {
  const findings = new Map<string, string[]>();
  for (const check of checks) for (const state of check.states) findings.set(keyOf(check.name, state), []);
  const scripts = scriptsOf(checks);
  const whole = scriptsOf(checks.map(unsampled));
  const alike = new Set(oneOfEachKind(site));
  const samples = new Set(sample);
  const loaded = new Map<string, string[]>();
  const outside: string[] = [];
  const scripted: string[] = [];
  const look = async (state: State, { page, name }: Look) => {
    const script = (samples.has(name) || names.length === 1 ? scripts : whole).get(state);
    if (script === undefined) return;
    await prepare(page, state);
    if (script.includes('{ axe }') && (await page.evaluate<boolean>('globalThis.axe === undefined')))
      await page.evaluate(axe);
    const result = await page.evaluate<Record<string, string[]>>(script);
    for (const [check, found] of Object.entries(result)) {
      findings.get(keyOf(check, state))?.push(...found.map(what => `${name}: ${what}`));
    }
  };
  const queue = [...names];
  const work = async () => {
    const open = async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        bypassCSP: true,
        ...options,
      });
      return context.newPage();
    };
    const page = await open();
    const plain = scriptless ? await open({ javaScriptEnabled: false }) : null;
    if (names.includes(NOT_FOUND))
      for (const each of [page, plain]) if (each !== null) await showWhereNothingIs(each, site);
    let asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      // Opened in the last state of the page before, a page has other words than with scripts off.
      await prepare(page, 'wide');
      asked = [];
      await page.goto(visited(site, name));
      const words = plain === null ? '' : await page.evaluate<string>(bodyWords);
      await page.evaluate(openDrawers);
      for (const state of states) await look(state, { page, name });
      loaded.set(
        name,
        asked.flatMap(url =>
          roots(site).flatMap(each => (url.startsWith(each) ? url.slice(each.length) : [])),
        ),
      );
      const isOwn = (url: string) => roots(site).some(each => url.startsWith(each));
      outside.push(...asked.filter(url => !isOwn(url)).map(url => `${name}: ${url}`));
      if (plain !== null && (alike.has(name) || hasScript(site.pages.get(name) ?? ''))) {
        await plain.goto(visited(site, name));
        if ((await plain.evaluate<string>(bodyWords)) !== words) scripted.push(name);
      }
    }
    await Promise.all([page, plain].map(each => each?.context().close()));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, names.length) }, work));
  for (const found of findings.values()) found.sort();
  return { findings, loaded, outside, scripted: scripted.sort() };
}

/** Whether a page has anything that turning scripts off turns off, besides what every page of its kind has; its style sheet may. */
function hasScript(html: string): boolean {
  const others = html.replace(/<script src="[^"]*assets\/site\.[^"]*" defer>/, '');
  return /<script\b(?! type="application\/ld\+json")|<noscript\b| on[a-z]+=|javascript:/i.test(others);
}

const narrowStates: readonly State[] = ['narrow', 'zoomed', 'spaced', 'largest'];
/** What is a step further is looked at too. */
const openDrawers = 'for (const each of document.querySelectorAll("details")) each.open = true';
/** What a page says, but for what a script alone has put where nothing stands without. */
const bodyWords = `(() => {
  const added = [...document.querySelectorAll('[data-scripted]')];
  for (const each of added) each.style.visibility = 'hidden';
  const words = document.body.innerText.replace(/\\s+/g, ' ');
  for (const each of added) each.style.visibility = '';
  return words;
})()`;
const roots = ({ folder, address }: Site) => [`${pathToFileURL(folder).href}/`, address];

/** Runs page checks on pages that are already open, as `visit` does. */
export function scriptsOf(checks: readonly PageCheck[]): ReadonlyMap<State, string> {
  const byState = new Map<State, PageCheck[]>();
  for (const check of checks) {
    for (const state of check.states) byState.set(state, [...(byState.get(state) ?? []), check]);
  }
  return new Map(
    [...byState].map(([state, those]) => {
      const finders = those.map(({ name, find }) => `[${JSON.stringify(name)}, ${find}]`);
      return [
        state,
        `(async () => {
          const kit = (${makeKit})();
          const found = {};
          for (const [name, find] of [${finders.join(',\n')}]) {
            try { found[name] = await find(kit); } catch (fault) { found[name] = ['the check itself failed: ' + fault.stack]; }
          }
          return found;
        })()`,
      ];
    }),
  );
}

/** A check without the states in which it looks at some pages only. */
function unsampled(check: PageCheck): PageCheck {
  return { ...check, states: check.states.filter(state => !isSampled(check, state)) };
}

const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
const enlarged = 'html { font-size: 200% !important }';
const styles: Partial<Record<State, string>> = { spaced, enlarged, largest: enlarged };
/** A4 within its margins, in the pixels of a page. */
const paper = 673;

/** Puts an open page into a state, and takes it out of the one before. */
async function prepare(page: Page, state: State): Promise<void> {
  const isForced = state === 'forced';
  await page.emulateMedia({
    media: state === 'printed' ? 'print' : 'screen',
    forcedColors: isForced ? 'active' : 'none',
    colorScheme: isForced || state === 'dark' ? 'dark' : 'light',
    reducedMotion: state === 'still' ? 'reduce' : 'no-preference',
  });
  const narrow = narrowStates.includes(state);
  await page.setViewportSize({
    width: state === 'printed' ? paper : narrow ? 320 : 1280,
    height: state === 'zoomed' ? 256 : 900,
  });
  await page.evaluate(css => {
    globalThis.document.getElementById('state-of-check')?.remove();
    if (css === undefined) return;
    const sheet = globalThis.document.createElement('style');
    sheet.id = 'state-of-check';
    sheet.textContent = css;
    globalThis.document.head.append(sheet);
  }, styles[state]);
}
