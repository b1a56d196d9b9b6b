import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSize } from '../pages/data-files.ts';
import { drawnBy, type ReportView } from '../pages/page.ts';
import type { Assets } from './assets.ts';
import { isMapped, robots, siteMap } from './findable.ts';
import type { FinishedPage, FinishedPages, KeptPages } from './kept-pages.ts';
import { fileOf, SHEETS } from './links.ts';
import { workbookWriter } from './ods.ts';
import { headersFile } from './policy.ts';
import { startSearch } from './search.ts';
import { atMost, checkNames, type FileOfBytes, writeFiles } from './swap.ts';

/** Takes the finished pages of a site, by their files, each as soon as it is there. */
type PageDelivery = {
  readonly page: (file: string, page: FinishedPage) => Promise<void>;
  /** Writes all that rests on the pages, once every page has been taken. */
  readonly rest: () => Promise<void>;
  /** Ends what was begun, whether the site is whole or not. */
  readonly close: () => Promise<void>;
};

/** The files beside the pages, what was printed from these, what is kept, and who is told of files as they are written. */
export type Around = {
  readonly beside: FileSizes;
  readonly kept: KeptPages;
  readonly documents?: ReadonlyMap<string, Buffer>;
  readonly wrote?: (paths: readonly string[]) => void;
};

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
 * Begins to deliver a site into a folder: a page is written with its sections to embed, and sent to the process that makes
 * the search index; then it is let go. Only lists of sections wait, for the sizes of those. Pages tell of the documents
 * that were printed.
 */
export async function startDelivery(
  report: ReportView,
  folder: string,
  { beside, kept, documents = new Map(), wrote = () => {} }: Around,
): Promise<PageDelivery> {
  const printed = new Map([...documents].map(([path, bytes]) => [path, bytes.length]));
  const lists = new Map<string, Buffer>(
    drawnBy(report.pages, 'embed').map(({ href }) => [fileOf(href), Buffer.of()]),
  );
  const search = startSearch(report, kept.index(new Map([...beside, ...printed])));
  const sizes = new Map(beside);
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
    page: async (file, { html, fragments }) => {
      if (isMapped(html)) mapped.push(`/${file.replace(/index\.html$/, '')}`);
      const cut = fragments.map(({ path, bytes }) => ({ path, bytes: filled(bytes, beside, printed) }));
      for (const { path, bytes } of cut) sizes.set(path, bytes.length);
      if (lists.has(file)) {
        lists.set(file, html);
        return;
      }
      const bytes = filled(html, beside, printed);
      await Promise.all([write([...cut, { path: file, bytes }]), search.add(file, bytes)]);
    },
    rest: async () => {
      const sized = [...lists].map(([path, html]) => ({ path, bytes: filled(html, sizes, printed) }));
      await write([...sized, ...forRobots(report, mapped), ...(await search.files())]);
      checkNames(names);
    },
    close: () => search.close(),
  };
}

/** With a mark in the place of its size. */
export function formatAndSize(path: string): string {
  return `${path.slice(path.lastIndexOf('.') + 1).toUpperCase()}, <!--size ${path}-->`;
}

/**
 * A page with the sizes of the files beside it, and of those printed, between the lines of its first mark and its last: the
 * rest is left as it is. Marks are ASCII, so no letter is read as more than its bytes.
 */
function filled(html: Buffer, beside: FileSizes, printed: FileSizes): Buffer {
  const first = html.indexOf(MARK);
  if (first === -1) return html;
  const from = html.lastIndexOf('\n', first) + 1;
  const to = html.indexOf('\n', html.lastIndexOf(MARK)) + 1 || html.length;
  const text = html.toString('latin1', from, to);
  const part = Buffer.from(fillSizes(fillMentions(text, printed), beside), 'latin1');
  return Buffer.concat([html.subarray(0, from), part, html.subarray(to)]);
}

const MARK = '<!--';

function fillSizes(html: string, sizes: FileSizes): string {
  return html.replaceAll(/<!--size ([^>]*)-->/g, (_, path: string) => {
    const size = sizes.get(path);
    if (size === undefined) throw new Error(`${path} is linked and was not made`);
    return fileSize(size);
  });
}

const START = '<!--printed ';
const END = '<!--/printed-->';

/**
 * The page with the sizes of the files that were printed; what mentions others is taken out. A mention of a file stands from
 * `<!--printed 2013-14/annual-education-report-2013-14.pdf-->`, with `{size}` for how large it is, to `<!--/printed-->`. Both
 * of these stand in lines of their own, which go with them.
 */
export function fillMentions(html: string, sizes: ReadonlyMap<string, number>): string {
  if (!html.includes(START)) return html;
  const [before = '', ...others] = html.split(START);
  const filled = others.map(piece => {
    const [mention = '', after = ''] = piece.split(END, 2);
    const size = sizes.get(mention.slice(0, mention.indexOf('-->')));
    const words = mention.slice(mention.indexOf('-->') + '-->'.length);
    const said = size === undefined ? '' : words.replace(/^\n/, '').replaceAll('{size}', fileSize(size));
    return said + after.replace(/^\n/, '');
  });
  const pieces = [before, ...filled];
  return pieces.map((piece, at) => (at < filled.length ? withoutIndent(piece) : piece)).join('');
}

function withoutIndent(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}

/** How many pages wait at a time for their drawings, to be written or to be indexed. */
export const MOST_WAITING = 8;

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
    for (const file of files) {
      const page = pages.get(file);
      if (page !== undefined) await taken.take(delivery.page(file, page));
    }
    await taken.all();
    await delivery.rest();
  } finally {
    await delivery.close();
  }
}

export function putAside(folder: string) {
  const cut = new Map<string, readonly string[]>();
  const read = (path: string) => readFileSync(join(folder, path));
  return {
    put: async (file: string, { html, fragments }: FinishedPage): Promise<void> => {
      cut.set(
        file,
        fragments.map(({ path }) => path),
      );
      await writeFiles(folder, [{ path: file, bytes: html }, ...fragments]);
    },
    get: (file: string): FinishedPage | undefined => {
      const fragments = cut.get(file)?.map(path => ({ path, bytes: read(path) }));
      return fragments && { html: read(file), fragments };
    },
    pages: (): readonly string[] => [...cut.keys()].filter(file => !file.startsWith(`${SHEETS}/`)),
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
