import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedSize } from '../pages/embed-page.ts';
import { drawnBy, type ReportView } from '../pages/page.ts';
import type { Assets } from './assets.ts';
import { type FinishedPages, fillMentions } from './documents/paper.ts';
import { fragmentsOf } from './embed.ts';
import { isMapped, robots, siteMap } from './findable.ts';
import { fileOf } from './links.ts';
import { workbookWriter } from './ods.ts';
import { headersFile } from './policy.ts';
import { startSearch } from './search.ts';
import { embedStyles } from './styles.ts';
import { atMost, checkNames, type FileOfBytes, writeFiles } from './swap.ts';

/** Takes the finished pages of a site, by their files, each as soon as it is there. */
type PageDelivery = {
  readonly page: (file: string, html: string) => Promise<void>;
  /** Writes all that rests on the pages, once every page has been taken. */
  readonly rest: () => Promise<void>;
  /** Ends what was begun, whether the site is whole or not. */
  readonly close: () => Promise<void>;
};

/** The files beside the pages, what was printed from these, and who is told of files as they are written. */
export type Around = {
  readonly beside: FileSizes;
  readonly documents?: ReadonlyMap<string, Buffer>;
  readonly wrote?: (paths: readonly string[]) => void;
};

/** How many files of data are written at a time. */
const MOST_WRITTEN = 8;

/** How large each file beside the pages is, in bytes, by its path. */
export type FileSizes = ReadonlyMap<string, number>;

/**
 * Writes the files of data and the workbooks of a report, before its pages, whose links give their sizes. Each is made when
 * its turn comes and taken out of the list of files, for what they are made from is most of what a report holds.
 */
export async function writeBeside(report: ReportView, folder: string): Promise<FileSizes> {
  const workbook = workbookWriter();
  const sizes = new Map<string, number>();
  const files = atMost(MOST_WRITTEN);
  const write = async (file: FileOfBytes) => {
    sizes.set(file.path, file.bytes.length);
    await files.take(writeFiles(folder, [file]));
  };
  for (let file = report.files.shift(); file !== undefined; file = report.files.shift())
    await write({ path: file.path, bytes: Buffer.from(file.text) });
  for (const each of report.workbooks) await write(workbook(each));
  await files.all();
  return sizes;
}

/**
 * Begins to deliver a site into a folder: a page is written, its sections to embed are cut out of it, and it is sent to
 * the process that makes the search index; then it is let go. Only lists of sections wait, for the sizes of those. Pages
 * tell of the documents that were printed.
 */
export async function startDelivery(
  report: ReportView,
  folder: string,
  { beside, documents = new Map(), wrote = () => {} }: Around,
): Promise<PageDelivery> {
  const search = startSearch(report);
  const cut = fragmentsOf(report, await embedStyles());
  const printed = new Map([...documents].map(([path, bytes]) => [path, bytes.length]));
  const lists = new Map(drawnBy(report.pages, 'embed').map(({ href }) => [fileOf(href), '']));
  const sizes = new Map<string, number>();
  const mapped: string[] = [];
  const names = [...beside.keys()];
  const write = async (files: Parameters<typeof writeFiles>[1]) => {
    const paths = files.map(({ path }) => path);
    names.push(...paths);
    await writeFiles(folder, files);
    wrote(paths);
  };
  wrote(names);
  await write([...documents].map(([path, bytes]) => ({ path, bytes })));
  return {
    page: async (file, html) => {
      const text = fillMentions(html, printed);
      if (isMapped(text)) mapped.push(`/${file.replace(/index\.html$/, '')}`);
      const fragments = cut(file, text).map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
      for (const { path, bytes } of fragments) sizes.set(path, bytes.length);
      if (lists.has(file)) lists.set(file, text);
      const written = write(lists.has(file) ? fragments : [...fragments, { path: file, text }]);
      await Promise.all([written, search.add(file, text)]);
    },
    rest: async () => {
      const sized = [...lists].map(([path, text]) => ({ path, text: embedSize.fill(text, sizes) }));
      await write([...sized, ...forRobots(report, mapped), ...(await search.files())]);
      checkNames(names);
    },
    close: () => search.close(),
  };
}

/** How many pages wait at a time for their drawings, to be written or to be indexed. */
export const MOST_WAITING = 8;

/** Delivers pages that were put aside. */
export async function deliverAll(
  report: ReportView,
  files: readonly string[],
  pages: FinishedPages,
  folder: string,
  around: Around,
): Promise<void> {
  const delivery = await startDelivery(report, folder, around);
  const taken = atMost(MOST_WAITING);
  try {
    for (const file of files) await taken.take(delivery.page(file, pages.get(file) ?? ''));
    await taken.all();
    await delivery.rest();
  } finally {
    await delivery.close();
  }
}

/** Pages that were put aside in a folder, looked up by their files. */
export function putAside(folder: string): FinishedPages {
  return {
    get: file => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined),
  };
}

/** Writes what pages load, and what hosts of static sites are to send with each file. */
export async function writeAssets(report: ReportView, assets: Assets, folder: string): Promise<void> {
  await writeFiles(folder, [...assets.files, { path: '_headers', text: headersFile(report.pages) }]);
}

/** The site map and what robots may read, where the site says where it is published. */
function forRobots(report: ReportView, mapped: readonly string[]) {
  const { address } = report.site;
  if (address === null) return [];
  return [
    { path: 'robots.txt', text: robots(address) },
    { path: 'sitemap.xml', text: siteMap(mapped, report) },
  ];
}
