import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportView } from '../pages/page.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { EditionView } from '../pages/view.ts';
import { filesUnder, hashOf, hashOfTexts, makeStore } from './cache.ts';
import { forPaper } from './documents/paper.ts';
import { type Press, type Printing, print, startPress } from './documents/press.ts';
import { code, packageFile } from './installation.ts';
import type { FinishedPages } from './kept-pages.ts';
import { SHEETS } from './links.ts';
import { documentStyles, printedFaces } from './styles.ts';
import { atMost, writeFiles } from './swap.ts';

/** Whether PDFs and cards were made, were not asked for, or could not be made and why. */
export type Documents =
  | { readonly outcome: 'made' }
  | { readonly outcome: 'left-out' }
  | { readonly outcome: 'no-browser'; readonly why: string };

/** How many printed documents are kept between builds: several of a council's reports. */
const KEPT = 80;

const AT_ONCE = 3;

type Job = Printing & { readonly sheet: string; readonly path: string };

/** A page that is printed or drawn, and not published: the template in `templates/sheets`, what that shows, what is made of it. */
export type PrintedSheet = Job & {
  readonly template: string;
  readonly edition: EditionView;
  readonly view: object;
};

/** The documents by their paths, none where they could not be made. */
type Made = { readonly documents: Documents; readonly files: ReadonlyMap<string, Buffer> };

/**
 * Prints the PDFs and draws the cards of a report from its finished sheets. The browser asks for styles and typefaces, and
 * is answered from `folder`, where those of documents are put beside the sheets.
 */
export async function makeDocuments(report: ReportView, pages: FinishedPages, folder: string): Promise<Made> {
  const { site } = report;
  const store = makeStore('printed', KEPT);
  await writePrintAssets(site, folder);
  const around = whatPrints(folder);
  const jobs = sheetsOf(report).map(({ template: _, edition: __, view: ___, ...job }) => {
    const sheet = pages.get(job.sheet);
    if (sheet === undefined) throw new Error(`${job.sheet} is to be printed and was not made`);
    const html = forPaper(sheet.html.toString(), job.sheet, site.address);
    const hash = hashOfTexts([around, JSON.stringify(job), html]);
    return { job, html, hash, bytes: store.read(hash) };
  });
  const files = new Map(
    jobs.flatMap(({ job, bytes }) => (bytes === null ? [] : [[job.path, bytes] as const])),
  );
  const missing = jobs.filter(({ bytes }) => bytes === null);
  if (missing.length === 0) return { documents: { outcome: 'made' }, files };
  const started = await start(folder);
  if ('why' in started) return { documents: { outcome: 'no-browser', why: started.why }, files: new Map() };
  try {
    const prints = atMost(AT_ONCE);
    const makeOne = async ({ job, html, hash }: (typeof missing)[number]) => {
      const bytes = await print(started.press, job, html);
      store.keep(hash, bytes);
      files.set(job.path, bytes);
    };
    for (const each of missing) await prints.take(makeOne(each));
    await prints.all();
  } finally {
    await started.press.close();
  }
  return { documents: { outcome: 'made' }, files };
}

/** The documents of an edition by their templates, the longest first, so that the browser does not end by working on it alone. */
const printedAs = ['tables', 'report', 'summary'] as const;

export function sheetsOf({ site: { editions } }: ReportView): readonly PrintedSheet[] {
  const sheet = (edition: EditionView, template: string) => ({
    template,
    edition,
    view: {},
    sheet: `${SHEETS}/${edition.id}/${template}.html`,
  });
  return [
    ...printedAs.flatMap(template =>
      editions.map(edition => ({
        ...sheet(edition, template),
        kind: 'pdf' as const,
        path: edition.documents[template].href,
        day: edition.cutOffDate,
      })),
    ),
    ...editions.map(edition => ({
      ...sheet(edition, 'card'),
      kind: 'png' as const,
      path: edition.card.href,
    })),
  ];
}

/** Puts the style sheet and the typefaces of documents beside the sheets, with which they are taken away. */
async function writePrintAssets(site: SiteView, folder: string): Promise<void> {
  const own = site.fontStack === null ? printedFaces : [];
  await Promise.all(own.map(({ from, file }) => cp(from, join(folder, SHEETS, 'fonts', file))));
  await writeFiles(folder, [{ path: `${SHEETS}/document.css`, text: await documentStyles(site) }]);
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
  const filesIn = (path: string) => filesUnder(path).filter(file => !file.endsWith('.html'));
  const browser = readdirSync(join(code, 'site')).filter(name => name.startsWith('browser.'));
  const printing = [
    ...filesIn(join(code, 'site/documents')),
    ...browser.map(name => join(code, 'site', name)),
  ];
  const packages = ['playwright-core', '@sparticuz/chromium', '@cantoo/pdf-lib'].map(
    name => JSON.parse(readFileSync(packageFile(name), 'utf8')).version,
  );
  return hashOfTexts([
    hashOf([...filesIn(join(folder, 'assets')), ...filesIn(join(folder, SHEETS)), ...printing]),
    ...packages,
    process.platform,
  ]);
}
