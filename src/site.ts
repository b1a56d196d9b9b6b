import { cp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import type { HiddenCell } from './audit/hidden-cells.ts';
import type { Leak } from './audit/told-by-site.ts';
import type { Issue } from './issues.ts';
import type { Page, ReportView } from './pages/page.ts';
import { type Assets, makeAssets } from './site/assets.ts';
import { issuesOf, startAudit, writeReport } from './site/audit.ts';
import { type Keeping, programHash } from './site/cache.ts';
import {
  type Around,
  deliverAll,
  formatAndSize,
  MOST_WAITING,
  putAside,
  startDelivery,
  writeAssets,
  writeBeside,
} from './site/delivery.ts';
import { type Drawer, drawingMarks, makeDrawer } from './site/drawings.ts';
import { type Fragment, fragmentsIn } from './site/embed.ts';
import { explainerOf } from './site/explain.ts';
import { type FinishedPage, type KeptPages, keptPages, nothingKept } from './site/kept-pages.ts';
import { fileOf, linkFrom, SHEETS } from './site/links.ts';
import type { Documents, PrintedSheet } from './site/printing.ts';
import { embedStyles } from './site/styles.ts';
import { atMost, replaceFolder } from './site/swap.ts';
import { readTemplates, TEMPLATES, type Templates, templates } from './site/templates.ts';

type Taker = (file: string, page: FinishedPage) => Promise<void>;

type Draws = (take: Taker, sheets: readonly PrintedSheet[]) => Promise<void>;

type Wishes = {
  readonly documents: boolean;
  readonly draw?: Drawer;
  /** What the finished site must not tell: it is read through before it takes the place of the old one. */
  readonly hidden: readonly HiddenCell[];
  /** Where pages are to be published before their documents are made: told when they are. */
  readonly pagesFirst?: (() => void) | null;
  /** Where finished pages are kept; null where none is read back. */
  readonly keeping?: Keeping | null;
};

/**
 * Builds the site into `out`, anywhere on disk. The site that was there is replaced only when the whole build
 * has succeeded; a build that fails or is stopped leaves it as it was. With `documents`, PDFs and cards are made
 * too, where a browser can be had. Charts are drawn by `draw`. Throws what the templates threw, and an
 * error that `disclosedBy` reads where the finished site tells what is hidden. Files of data are taken out of the report
 * as they are written: to publish it again, keep a copy of their list.
 */
export async function publish(
  report: ReportView,
  out: string,
  { documents, hidden, draw = makeDrawer().draw, pagesFirst = null, keeping = null }: Wishes,
): Promise<Documents> {
  let made: Documents = { outcome: 'left-out' };
  await replaceFolder(out, async folder => {
    const assets = await makeAssets(report);
    await writeAssets(report, assets, folder);
    const sources = readTemplates();
    // Made with what was changed meanwhile, pages would be kept under a wrong hash.
    const still = keeping?.program === programHash() ? keeping : null;
    const kept = still === null ? nothingKept : keptPages(report, assets, still);
    const beside = await writeBeside(report, folder);
    const draws: Draws = async (take, sheets) =>
      drawPages(report, { assets, sources, kept, draw, sheets }, folder, take);
    const audited: Audited = async (site, deliver) => {
      const audit = startAudit(site, hidden, still);
      try {
        await deliver({ beside, kept, wrote: audit.wrote });
        refuseToTell(out, site, await audit.leaks());
      } finally {
        await audit.close();
      }
    };
    if (documents) made = await deliverPrinted(report, assets, out, folder, draws, pagesFirst, audited);
    else await audited(folder, around => deliverPages(report, folder, draws, around));
  });
  return made;
}

/** Delivers the pages of a site into a folder that has its files of data, and reads all of it through meanwhile. */
type Audited = (site: string, deliver: (around: Around) => Promise<void>) => Promise<void>;

const TELLS = 'The finished site tells what is hidden.';

/** Throws where a finished site tells a hidden cell; staff are told of it beside `out`. */
function refuseToTell(out: string, site: string, leaks: readonly Leak[]): void {
  writeReport(out, site, leaks);
  if (leaks.length > 0) throw new Error(TELLS, { cause: issuesOf(leaks) });
}

/** What a site that was not published would have told, or null where that is not what went wrong. */
export function disclosedBy(error: unknown): readonly Issue[] | null {
  return error instanceof Error && error.message === TELLS ? (error.cause as readonly Issue[]) : null;
}

async function deliverPages(report: ReportView, folder: string, draws: Draws, around: Around): Promise<void> {
  const delivery = await startDelivery(report, folder, around);
  try {
    await draws(delivery.page, []);
    await delivery.rest();
  } finally {
    await delivery.close();
  }
}

/** Puts the pages aside, since they tell how large documents are that are printed from them; sheets are not published. */
async function deliverPrinted(
  report: ReportView,
  assets: Assets,
  out: string,
  folder: string,
  draws: Draws,
  pagesFirst: (() => void) | null,
  audited: Audited,
): Promise<Documents> {
  // What prints is loaded only where something is printed.
  const { makeDocuments, sheetsOf } = await import('./site/printing.ts');
  const aside = putAside(folder);
  await draws(aside.put, sheetsOf(report));
  if (pagesFirst !== null) {
    const alone = async (other: string) => {
      await writeAssets(report, assets, other);
      await audited(other, async around => {
        for (const path of around.beside.keys()) await cp(join(folder, path), join(other, path));
        await deliverAll(report, aside.pages(), aside, other, around);
      });
    };
    await replaceFolder(out, alone, 'pages');
    pagesFirst();
  }
  const printed = await makeDocuments(report, aside, folder);
  // The words of a PDF are read as the sheet that it was printed from.
  await audited(folder, around =>
    deliverAll(report, aside.pages(), aside, folder, { ...around, documents: printed.files }),
  );
  await rm(join(folder, SHEETS), { recursive: true, force: true });
  return printed.documents;
}

/** Each is handed to `take` once finished; Eleventy has a word in its place, so that it holds no page. */
async function drawPages(
  report: ReportView,
  making: Omit<Making, 'styles' | 'hand'>,
  folder: string,
  take: Taker,
): Promise<void> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  const pages = atMost(MOST_WAITING);
  const hand: Hand = async (file, page) => {
    await pages.take(page.then(finished => take(file, finished)));
    return 'handed over';
  };
  const styles = await embedStyles();
  const eleventy = new Eleventy(pagesFolder(), folder, {
    configPath: '',
    loader: 'esm',
    quietMode: true,
    config: eleventyConfig => configure(eleventyConfig, report, { ...making, styles, hand }),
  });
  eleventy.disableLogger();
  await eleventy.toJSON();
  await pages.all();
}

/** Sets plain Eleventy up to build the whole site of a report: it writes the pages too, which are then delivered. */
export async function configurePlain(eleventyConfig: UserConfig, report: ReportView): Promise<void> {
  const assets = await makeAssets(report);
  const sizes = new Map<string, number>();
  const pages = new Map<string, FinishedPage>();
  const hand: Hand = async (file, page) => {
    const finished = await page;
    pages.set(file, finished);
    return finished.html.toString();
  };
  const styles = await embedStyles();
  const { draw } = makeDrawer();
  const sources = readTemplates();
  configure(eleventyConfig, report, { assets, sources, styles, kept: nothingKept, draw, hand, sheets: [] });
  eleventyConfig.addWatchTarget(TEMPLATES);
  eleventyConfig.on('eleventy.before', async ({ directories }) => {
    const again = { ...report, files: [...report.files] };
    for (const [path, size] of await writeBeside(again, directories.output)) sizes.set(path, size);
  });
  eleventyConfig.on('eleventy.after', async ({ directories }) => {
    await writeAssets(report, assets, directories.output);
    const around = { beside: sizes, kept: nothingKept };
    await deliverAll(report, [...pages.keys()], pages, directories.output, around);
  });
}

/** What becomes of a page, which may wait for its drawings still: the text that Eleventy is given of it. */
type Hand = (file: string, page: Promise<FinishedPage>) => Promise<string>;

type Making = {
  readonly assets: Assets;
  readonly sources: Templates;
  readonly styles: string;
  readonly kept: KeptPages;
  readonly draw: Drawer;
  readonly hand: Hand;
  readonly sheets: readonly PrintedSheet[];
};

/**
 * Sets Eleventy up: the repository's templates and one global, `report`. A page is drawn by its template when its turn
 * comes to be handed over, unless it was kept; until then Eleventy knows it by its name. Charts are drawn by `draw`.
 */
function configure(
  eleventyConfig: UserConfig,
  report: ReportView,
  { assets, sources, styles, kept, draw, hand, sheets }: Making,
): void {
  const { site } = report;
  const drawings = drawingMarks(draw);
  const explain = explainerOf(report);
  const library = templates(report, sources, {
    ...drawings.filters,
    sized: formatAndSize,
    from: (href: string, here: string) => linkFrom(assets.names.get(href) ?? href, here, site.address),
  });
  const drawnPages = new Map(report.pages.map(page => [fileOf(page.href), page]));
  const drawnSheets = new Map(sheets.map(each => [each.sheet, each]));
  const filled = (html: string, url: string) => drawings.fill(explain(html, url));
  const finishPage = async (page: Page, url: string): Promise<FinishedPage> => {
    const { template, edition, view } = page;
    const { read, keep } = kept.page(page);
    const held = read();
    if (held !== null) return held;
    // What a page is kept by has all that is given to its template: of the report, what pages share alone.
    const given = { template: `pages/${template}.njk`, edition, view, page: { url }, report: { site } };
    const html = await filled(library.render(given.template, given), url);
    const fragments = fragmentsIn(page, html, site, styles).map(inBytes);
    const finished = { html: Buffer.from(html), fragments };
    keep(finished);
    return finished;
  };
  const finish = async (content: string, url: string): Promise<FinishedPage> => {
    const page = drawnPages.get(fileOf(url));
    if (page !== undefined) return finishPage(page, url);
    const sheet = drawnSheets.get(fileOf(url));
    if (sheet === undefined) return { html: Buffer.from(content), fragments: [] };
    const { edition, view } = sheet;
    const given = { template: `sheets/${sheet.template}.njk`, edition, view, page: { url }, report };
    const html = await filled(library.render(given.template, given), url);
    return { html: Buffer.from(html), fragments: [] };
  };
  eleventyConfig.setInputDirectory(pagesFolder());
  eleventyConfig.setTemplateFormats(['njk']);
  eleventyConfig.setUseGitIgnore(false);
  // Installed as a package, the templates are in node_modules themselves.
  eleventyConfig.ignores.delete('**/node_modules/**');
  eleventyConfig.setWatchJavaScriptDependencies(false);
  // Which step was slow is no concern of those who build a report; Eleventy would warn of it.
  eleventyConfig.benchmarks.config.setMinimumThresholdMs(0);
  eleventyConfig.setLibrary('njk', library);
  // Frozen, the report is passed by reference instead of being copied for every page.
  eleventyConfig.addGlobalData('report', () => Object.freeze(report));
  eleventyConfig.addGlobalData('sheets', () => sheets);
  eleventyConfig.addTransform('delivery', async function (content: string) {
    const { url } = this.page;
    return hand(fileOf(url), finish(content, url));
  });
}

const inBytes = ({ path, text }: Fragment) => ({ path, bytes: Buffer.from(text) });

/** Where Eleventy finds its pages, from where one stands: signs in the names of folders above would be patterns to it. */
function pagesFolder(): string {
  return relative('.', join(TEMPLATES, 'site'));
}
