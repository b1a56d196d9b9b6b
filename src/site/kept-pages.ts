import { drawnBy, type Page, type ReportView } from '../pages/page.ts';
import type { Assets } from './assets.ts';
import { hashOfTexts, type Keeping, makeStore } from './cache.ts';
import { counterpartsIn } from './findable.ts';
import type { FileOfBytes } from './swap.ts';

/** But for the sizes of files. Bytes, for most are written as they were kept. */
export type FinishedPage = { readonly html: Buffer; readonly fragments: readonly FinishedFragment[] };

type FinishedFragment = FileOfBytes & { readonly bytes: Buffer };

/** The finished pages of a site, looked up by their files, "2013-14/ks2/index.html". */
export type FinishedPages = { readonly get: (file: string) => FinishedPage | undefined };

/** Something that an earlier build may have made of the same things: read back, or else made and kept. */
export type Kept<Made> = { readonly read: () => Made | null; readonly keep: (made: Made) => void };

export type KeptPages = {
  readonly page: (page: Page) => Kept<FinishedPage>;
  /** The search index of the pages, whose words have the sizes of these files. */
  readonly index: (sizes: ReadonlyMap<string, number>) => Kept<readonly FileOfBytes[]>;
};

/** How many pages are kept, and how many search indexes: those of several reports of a council. */
const MOST = { pages: 3000, indexes: 8 };

const nothing = { read: () => null, keep: () => {} };

/** For a build that reads nothing back, and keeps nothing. */
export const nothingKept: KeptPages = { page: () => nothing, index: () => nothing };

/**
 * The pages of a report that earlier builds have finished, each by the hash of all that goes into it: what it says; what
 * pages show of the whole site, explain by its glossaries and load from it; where it leads in the latest edition; and code,
 * templates and packages. Templates of pages are given nothing else, so nothing else can be in a page.
 */
export function keptPages(report: ReportView, assets: Assets, { folder, program }: Keeping): KeptPages {
  const stores = {
    pages: makeStore('pages', MOST.pages, folder),
    indexes: makeStore('search', MOST.indexes, folder),
  };
  const site = JSON.stringify([report.site, drawnBy(report.pages, 'glossary'), [...assets.names]]);
  const shared = hashOfTexts([program, site]);
  const counterpart = counterpartsIn(report);
  const hashes = new Map<Page, string>();
  const hashOf = (page: Page) => {
    const known = hashes.get(page);
    if (known !== undefined) return known;
    const leadsTo = JSON.stringify(counterpart(`/${page.href}`, page.edition.id));
    const hash = hashOfTexts([shared, leadsTo, JSON.stringify(page)]);
    hashes.set(page, hash);
    return hash;
  };
  return {
    page: page => ({
      read: () => {
        const [own, ...fragments] = apart(stores.pages.read(hashOf(page))) ?? [];
        return own === undefined ? null : { html: own.bytes, fragments };
      },
      keep: ({ html, fragments }) =>
        stores.pages.keep(hashOf(page), together([{ path: '', bytes: html }, ...fragments])),
    }),
    index: sizes => {
      const hash = hashOfTexts([JSON.stringify([...sizes]), ...report.pages.map(hashOf)]);
      return {
        read: () => apart(stores.indexes.read(hash)),
        keep: files => stores.indexes.keep(hash, together(files)),
      };
    },
  };
}

/** Several files as one: a line of their paths and lengths, then what is in them. */
function together(files: readonly FileOfBytes[]): Buffer {
  const list = files.map(({ path, bytes }) => [path, bytes.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.map(({ bytes }) => bytes)]);
}

function apart(held: Buffer | null): readonly FinishedFragment[] | null {
  if (held === null) return null;
  let at = held.indexOf('\n') + 1;
  const list: readonly [string, number][] = JSON.parse(held.toString('utf8', 0, at));
  return list.map(([path, length]) => {
    const bytes = held.subarray(at, at + length);
    at += length;
    return { path, bytes };
  });
}
