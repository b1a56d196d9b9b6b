import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { planKinds } from '../../src/plans/index.ts';

/** A built site as checks see it. */
export type Site = {
  readonly folder: string;
  readonly files: readonly string[];
  /** The whole pages with their HTML; fragments made to be pasted elsewhere are not pages. */
  readonly pages: ReadonlyMap<string, string>;
  /** The day on which it is looked at, as 2026-11-22. */
  readonly today: string;
  /** Where it is served, by a server that is none. */
  readonly address: string;
};

/** Reads a built site, that is served at an address. */
export function openSite(folder: string, today: string, address = 'https://site.invalid/'): Site {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .sort();
  const pages = files
    .filter(name => name.endsWith('.html'))
    .map(name => [name, readFileSync(join(folder, name), 'utf8')] as const)
    .filter(([, html]) => /^\s*<!DOCTYPE html>/i.test(html));
  return { folder, files, pages: new Map(pages), today, address };
}

/** The text of a file of the site. */
export function textOf({ folder }: Site, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The size of a file of the site in bytes. */
export function sizeOf({ folder }: Site, name: string): number {
  return statSync(join(folder, name)).size;
}

/** The address of a page when its folder is opened without a server. */
export function addressOf({ folder }: Site, name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

/** The page that a server shows for an address where nothing is, at whatever depth. */
export const NOT_FOUND = '404.html';

/** Where a page is looked at: in its folder, or the one for where nothing is, far from it. */
export function visited(site: Site, name: string): string {
  return name === NOT_FOUND ? `${site.address}2013-14/ks5/nothing/` : addressOf(site, name);
}

/**
 * Answers as a server does: with the files of the site, and where there is none with the page that says so. What is not
 * beneath its address is not the site's, and is not there.
 */
export async function showWhereNothingIs(page: Page, site: Site): Promise<void> {
  const { origin, pathname: root } = new URL(site.address);
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith(root)) return route.fulfill({ status: 404, body: 'Another site' });
    const name = decodeURI(pathname.slice(root.length));
    if (site.files.includes(name)) return route.fulfill({ path: join(site.folder, name) });
    return route.fulfill({ status: 404, contentType: 'text/html', body: textOf(site, NOT_FOUND) });
  });
}

/** The file that an address on a page leads to: relative, or from the root of the site. */
export function target(page: string, address: string): string {
  const [path = ''] = address.split(/[?#]/);
  if (path === '') return page;
  const file = normalize(path.startsWith('/') ? path.slice(1) : join(dirname(page), decodeURI(path)));
  return file.endsWith('/') ? `${file}index.html` : file;
}

/** Every match of a pattern as its named groups. */
export function every<Key extends string>(
  text: string,
  pattern: RegExp,
): readonly Readonly<Record<Key, string>>[] {
  return [...text.matchAll(pattern)].map(match => (match.groups ?? {}) as Record<Key, string>);
}

const chapters = new WeakMap<Site, readonly string[]>();

/** The chapters of the site, as the foot of each page lists them. */
export function chaptersOf(site: Site): readonly string[] {
  const found = chapters.get(site) ?? listedChapters(site);
  chapters.set(site, found);
  return found;
}

function listedChapters({ pages }: Site): readonly string[] {
  const found = [...pages].flatMap(([name, html]) => {
    const list = /<nav aria-labelledby="footer-chapters">.*?<\/nav>/s.exec(html)?.[0] ?? '';
    return every<'href'>(list, /<a href="(?<href>[^"]+)"/g).map(({ href }) => target(name, href));
  });
  return [...new Set(found)].filter(name => pages.has(name)).sort();
}

/** What kind of page it is: its own name, or what it is in a chapter. */
export function kindOf(site: Site, name: string): string {
  const [edition = '', ...rest] = name.split('/');
  if (!/^\d{4}-\d{2}$/.test(edition)) return name;
  if (chaptersOf(site).includes(name)) return 'chapter';
  if (rest.includes('numbers')) return rest.at(-2) === 'numbers' ? 'list of evidence' : 'evidence';
  if (rest.length === 3) return `in a chapter, ${rest[2]}`;
  // One template draws every plan.
  return planKinds.some(({ form }) => form.id === rest[0]) ? 'plan' : rest.join('/');
}

/** One page of each kind, the lightest that has a chart where its kind has any. */
export function oneOfEachKind(site: Site): readonly string[] {
  const weight = (html: string) => (html.includes('<figure') ? html.length : html.length + 1e9);
  const best = new Map<string, { readonly name: string; readonly weight: number }>();
  for (const [name, html] of site.pages) {
    const kind = kindOf(site, name);
    const held = best.get(kind);
    if (held === undefined || weight(html) < held.weight) best.set(kind, { name, weight: weight(html) });
  }
  return [...best.values()].map(({ name }) => name);
}

const looked = new WeakMap<Site, readonly string[]>();

/**
 * The pages that a browser looks at. One template draws all of a kind, and a modern edition has eighty lists of authorities:
 * of the kinds of the latest edition it sees the lightest and the heaviest, and its chapters and plans all; of earlier
 * editions, which have the same templates and a notice, the front and a chapter.
 */
export function lookedAt(site: Site): readonly string[] {
  const found = looked.get(site) ?? pagesToLookAt(site);
  looked.set(site, found);
  return found;
}

function pagesToLookAt(site: Site): readonly string[] {
  const editionOf = (name: string) => /^\d{4}-\d{2}(?=\/)/.exec(name)?.[0] ?? '';
  const latest = [...site.pages.keys()].map(editionOf).toSorted().at(-1) ?? '';
  const weight = (name: string) => site.pages.get(name)?.length ?? 0;
  const kinds = Map.groupBy(site.pages.keys(), name => `${editionOf(name)} ${kindOf(site, name)}`);
  const seen = [...kinds.values()].flatMap(names => {
    const [first = ''] = names;
    const kind = kindOf(site, first);
    const isEarlier = ![latest, ''].includes(editionOf(first));
    if (!isEarlier && ['plan', 'chapter'].includes(kind)) return names;
    const byWeight = names.toSorted((a, b) => weight(a) - weight(b));
    const lightest = byWeight.slice(0, 1);
    if (isEarlier) return ['index.html', 'chapter'].includes(kind) ? lightest : [];
    return [...lightest, ...byWeight.slice(-1)];
  });
  return [...new Set([...seen, ...oneOfEachKind(site)])].toSorted();
}
