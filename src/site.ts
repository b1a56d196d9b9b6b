import { cp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import type { HiddenCell } from './audit/hidden-cells.ts';
import type { Leak } from './audit/told-by-site.ts';
import type { Issue } from './issues.ts';
import { downloadText } from './pages/data-files.ts';
import type { Page, ReportView } from './pages/page.ts';
import type { DownloadView } from './pages/view.ts';
import { type Assets, makeAssets } from './site/assets.ts';
import { issuesOf, startAudit, writeReport } from './site/audit.ts';
import {
  type Around,
  deliverAll,
  type FileSizes,
  MOST_WAITING,
  putAside,
  startDelivery,
  writeAssets,
  writeBeside,
} from './site/delivery.ts';
import { type Drawer, drawingMarks, makeDrawer } from './site/drawings.ts';
import { explainerOf } from './site/explain.ts';
import { fileOf, linkFrom, SHEETS } from './site/links.ts';
import { type Documents, makeDocuments, sheetsOf } from './site/printing.ts';
import { atMost, replaceFolder, writeFiles } from './site/swap.ts';
import { TEMPLATES, templates } from './site/templates.ts';

/** What takes a finished page, by its file. */
type Taker = (file: string, html: string) => Promise<void>;

/** A page or a sheet as its template draws it. */
type Drawn = Pick<Page, 'template' | 'edition' | 'view'>;

/** What pages name that is made before them: what they load, and files whose sizes they give. */
type Named = { readonly assets: Assets; readonly sizes: FileSizes };

/** Draws every page, with `withSheets` what documents are printed from too. */
type Draws = (take: Taker, withSheets: boolean) => Promise<void>;

/** How a site is published. */
type Wishes = {
  readonly documents: boolean;
  readonly draw?: Drawer;
  /** What the finished site must not tell: it is read through before it takes the place of the old one. */
  readonly hidden: readonly HiddenCell[];
  /** Where pages are to be published before their documents are made: told when they are. */
  readonly pagesFirst?: (() => void) | null;
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
  { documents, hidden, draw = makeDrawer().draw, pagesFirst = null }: Wishes,
): Promise<Documents> {
  let made: Documents = { outcome: 'left-out' };
  await replaceFolder(out, async folder => {
    const assets = await makeAssets(report);
    await writeAssets(report, assets, folder);
    const named = { assets, sizes: await writeBeside(report, folder) };
    const draws: Draws = async (take, withSheets) => drawPages(report, named, folder, draw, take, withSheets);
    const audited: Audited = async (site, deliver) => {
      const audit = startAudit(site, hidden);
      try {
        await deliver({ beside: named.sizes, wrote: audit.wrote });
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

/** Delivers each page as soon as it is drawn. */
async function deliverPages(report: ReportView, folder: string, draws: Draws, around: Around): Promise<void> {
  const delivery = await startDelivery(report, folder, around);
  try {
    await draws(delivery.page, false);
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
  const files: string[] = [];
  const putDown: Taker = async (path, text) => {
    files.push(path);
    await writeFiles(folder, [{ path, text }]);
  };
  await draws(putDown, true);
  const aside = putAside(folder);
  const pages = files.filter(file => !file.startsWith(`${SHEETS}/`));
  if (pagesFirst !== null) {
    const alone = async (other: string) => {
      await writeAssets(report, assets, other);
      await audited(other, async around => {
        for (const path of around.beside.keys()) await cp(join(folder, path), join(other, path));
        await deliverAll(report, pages, aside, other, around);
      });
    };
    await replaceFolder(out, alone, 'pages');
    pagesFirst();
  }
  const printed = await makeDocuments(report, aside, folder);
  // The words of a PDF are read as the sheet that it was printed from.
  await audited(folder, around =>
    deliverAll(report, pages, aside, folder, { ...around, documents: printed.files }),
  );
  await rm(join(folder, SHEETS), { recursive: true, force: true });
  return printed.documents;
}

/**
 * Has Eleventy go through every page of a report, and sheets with `withSheets`, each of which is handed to `take` once it
 * is finished. Eleventy is given a word in its place, so that it holds no page.
 */
async function drawPages(
  report: ReportView,
  named: Named,
  folder: string,
  draw: Drawer,
  take: Taker,
  withSheets: boolean,
): Promise<void> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  const pages = atMost(MOST_WAITING);
  const hand: Hand = async (file, page) => {
    await pages.take(page.then(html => take(file, html)));
    return 'handed over';
  };
  const sheets = withSheets ? sheetsOf(report) : [];
  const eleventy = new Eleventy(pagesFolder(), folder, {
    configPath: '',
    loader: 'esm',
    quietMode: true,
    config: eleventyConfig => configure(eleventyConfig, report, named, hand, draw, sheets),
  });
  eleventy.disableLogger();
  await eleventy.toJSON();
  await pages.all();
}

/** Sets plain Eleventy up to build the whole site of a report: it writes the pages too, which are then delivered. */
export async function configurePlain(eleventyConfig: UserConfig, report: ReportView): Promise<void> {
  const assets = await makeAssets(report);
  const sizes = new Map<string, number>();
  configure(eleventyConfig, report, { assets, sizes }, (_, page) => page, makeDrawer().draw, []);
  eleventyConfig.addWatchTarget(TEMPLATES);
  eleventyConfig.on('eleventy.before', async ({ directories }) => {
    const again = { ...report, files: [...report.files] };
    for (const [path, size] of await writeBeside(again, directories.output)) sizes.set(path, size);
  });
  eleventyConfig.on('eleventy.after', async ({ directories, results }) => {
    await writeAssets(report, assets, directories.output);
    const pages = new Map(results.map(({ url, content }) => [fileOf(url), content]));
    await deliverAll(report, [...pages.keys()], pages, directories.output, { beside: sizes });
  });
}

/** What becomes of a page, which may wait for its drawings still: the text that Eleventy is given of it. */
type Hand = (file: string, page: Promise<string>) => Promise<string>;

/**
 * Sets Eleventy up: the repository's templates and one global, `report`. A page is drawn by its template when its turn
 * comes to be handed over; until then Eleventy knows it by its name. Charts are drawn by `draw`.
 */
function configure(
  eleventyConfig: UserConfig,
  report: ReportView,
  { assets, sizes }: Named,
  hand: Hand,
  draw: Drawer,
  sheets: ReturnType<typeof sheetsOf>,
): void {
  const drawings = drawingMarks(draw);
  const explain = explainerOf(report);
  const library = templates(report, {
    ...drawings.filters,
    sized: sizedIn(sizes),
    from: (href: string, here: string) => linkFrom(assets.named(href), here, report.site.address),
  });
  const drawn = new Map<string, Drawn>();
  for (const { href, template, edition, view } of report.pages)
    drawn.set(fileOf(href), { template: `pages/${template}.njk`, edition, view });
  for (const { sheet, template, edition, view } of sheets)
    drawn.set(sheet, { template: `sheets/${template}.njk`, edition, view });
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
    const { page } = this;
    const item = drawn.get(fileOf(page.url));
    const html = item === undefined ? content : library.render(item.template, { ...item, page, report });
    return hand(fileOf(page.url), drawings.fill(explain(html, page.url)));
  });
}

/** What a link to a file says: its label, then its format and size. */
function sizedIn(sizes: FileSizes): (file: DownloadView) => string {
  return ({ href, label }) => {
    const size = sizes.get(href);
    if (size === undefined) throw new Error(`${href} is linked and was not made`);
    return downloadText(label, href, size);
  };
}

/** Where Eleventy finds its pages, from where one stands: signs in the names of folders above would be patterns to it. */
function pagesFolder(): string {
  return relative('.', join(TEMPLATES, 'site'));
}
