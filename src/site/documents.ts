import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReportView } from '../pages/page-views.ts';
import { hashOf, hashOfTexts, makeStore, repository } from './cache.ts';
import { compose } from './documents/compose.ts';
import { type Press, startPress } from './documents/press.ts';
import { type Printing, print } from './documents/print.ts';
import { fillPages } from './documents/sizes.ts';

/** Whether PDFs and cards were made, were not asked for, or could not be made and why. */
export type Documents =
  | { readonly outcome: 'made' }
  | { readonly outcome: 'left-out' }
  | { readonly outcome: 'no-browser'; readonly why: string };

/** Where Eleventy writes the sheets: pages to print and draw, which are not published. */
const SHEETS = 'sheets';

/** How many printed documents are kept between builds: several of a council's reports. */
const KEPT = 160;

/** How many pages the browser prints at a time. */
const AT_ONCE = 3;

type Job = Printing & { readonly sheet: string; readonly path: string };

/**
 * Prints the PDFs and draws the cards of a report from its written pages, puts them beside these, and says their sizes
 * where pages link to them. Without a browser, or when they are not `wanted`, pages have no such links.
 */
export async function addDocuments(report: ReportView, folder: string, wanted: boolean): Promise<Documents> {
  const made = wanted ? await makeAll(report, folder) : ({ outcome: 'left-out' } as const);
  const files = made.outcome === 'made' ? made.files : new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await rm(join(folder, SHEETS), { recursive: true, force: true });
  fillPages(folder, new Map([...files].map(([path, bytes]) => [path, bytes.length])));
  return made.outcome === 'made' ? { outcome: 'made' } : made;
}

type Made =
  | { readonly outcome: 'made'; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly outcome: 'no-browser'; readonly why: string };

/** Every document by its path: those kept from earlier builds, and the others from a browser. */
async function makeAll(report: ReportView, folder: string): Promise<Made> {
  const store = makeStore('printed', KEPT);
  const around = whatPrints(folder);
  const jobs = jobsOf(report).map(job => {
    const html = compose(folder, job.sheet, report.site.address);
    const hash = hashOfTexts([around, JSON.stringify(job), html]);
    return { job, html, hash, bytes: store.read(hash) };
  });
  const files = new Map(
    jobs.flatMap(({ job, bytes }) => (bytes === null ? [] : [[job.path, bytes] as const])),
  );
  const missing = jobs.filter(({ bytes }) => bytes === null);
  if (missing.length === 0) return { outcome: 'made', files };
  const started = await start(folder);
  if ('why' in started) return { outcome: 'no-browser', why: started.why };
  try {
    await inTurn(missing, AT_ONCE, async ({ job, html, hash }) => {
      const bytes = await print(started.press, job, html);
      store.keep(hash, bytes);
      files.set(job.path, bytes);
    });
  } finally {
    await started.press.close();
  }
  return { outcome: 'made', files };
}

/** What is to be printed and drawn, and from which sheet. */
function jobsOf({ site, themes }: ReportView): readonly Job[] {
  const sheet = (edition: string, name: string) => `${SHEETS}/${edition}/${name}.html`;
  return [
    // The longest first, so that the browser does not end by working on it alone.
    ...site.editions.map(({ id, document }) => ({
      kind: 'pdf' as const,
      sheet: sheet(id, 'edition'),
      path: document.href,
      day: document.date,
    })),
    ...themes.map(({ edition, id, document }) => ({
      kind: 'pdf' as const,
      sheet: sheet(edition.id, `theme-${id}`),
      path: document.href,
      day: document.date,
    })),
    ...site.editions.map(({ id, card }) => ({
      kind: 'png' as const,
      sheet: sheet(id, 'card'),
      path: card.href,
    })),
  ];
}

async function start(folder: string): Promise<{ readonly press: Press } | { readonly why: string }> {
  try {
    return { press: await startPress(folder, `${SHEETS}/edition/sheet.html`) };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { why: line.replace(/^browserType\.launch: /, '') };
  }
}

/** All that a document is made from besides its page: styles and fonts, our code, the browser. */
function whatPrints(folder: string): string {
  const filesIn = (path: string) =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
  const code = [...filesIn(join(repository, 'src/site/documents')), join(repository, 'src/site/browser.ts')];
  const packages = ['playwright-core', '@sparticuz/chromium'].map(
    name => JSON.parse(readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8')).version,
  );
  return hashOfTexts([hashOf([...filesIn(join(folder, 'assets')), ...code]), ...packages, process.platform]);
}

async function inTurn<Item>(
  items: readonly Item[],
  atOnce: number,
  does: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await does(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
