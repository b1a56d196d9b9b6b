import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from '@11ty/eleventy';
import type { Block } from './pages/blocks.ts';
import type { FileView, GlossaryView, HomeView, ReportView } from './pages/page-views.ts';
import { type Acronym, expandAcronyms, isAcronym } from './site/acronyms.ts';
import { afterPages } from './site/after-pages.ts';
import { counterpart } from './site/counterpart.ts';
import type { Documents } from './site/documents.ts';
import { type Drawer, drawingMarks, makeDrawer } from './site/drawings.ts';
import { faces } from './site/faces.ts';
import { addressed, canonical, type Finished, robots, siteMap, withSharing } from './site/findable.ts';
import { jsonLd } from './site/json-ld.ts';
import { relativeLink, relink } from './site/links.ts';
import { addRunningHeads, cssString } from './site/running-heads.ts';
import { styleSheet } from './site/styles.ts';
import { replaceFolder } from './site/swap.ts';
import { spokenSymbols } from './site/symbols.ts';
import { noteLinks, scrolls } from './site/tables.ts';
import { explainTerms } from './site/terms.ts';
import { escapeText } from './site/text.ts';
import { type BinaryFile, withWorkbooks } from './site/workbooks.ts';

const TEMPLATES = fileURLToPath(new URL('../templates/', import.meta.url));

/** What the templates may call, by name: nothing here decides what is said. */
const FILTERS = {
  from: relativeLink,
  relink,
  scrolls,
  noteLinks,
  spokenSymbols,
  front,
  counterpart,
  addressed,
  canonical,
  jsonLd,
  cssString,
  ofEdition,
  entriesIn,
};

/** The home page shown at the root of the site: the latest edition's. */
function front(report: ReportView): HomeView | undefined {
  return report.homes.find(home => home.edition.id === report.site.latest.id) ?? report.homes[0];
}

/** The views of one edition. */
function ofEdition<View extends { readonly edition: { readonly id: string } }>(
  views: readonly View[],
  edition: string,
): readonly View[] {
  return views.filter(view => view.edition.id === edition);
}

/** The entries of a section, for the list of what is on the page. */
function entriesIn(blocks: readonly Block[]) {
  return blocks.filter(block => block.kind === 'entry');
}

/**
 * Sets Eleventy up: the repository's templates, one global `report`, and everything that is not a page
 * (style sheet, assets, CSV and JSON files) written beside the pages. `finish` is given the folder once they are
 * written, and takes away what is not for readers.
 */
export function configure(
  eleventyConfig: UserConfig,
  report: ReportView,
  finish: (folder: string) => Promise<unknown> = folder => afterPages(report, folder, false),
  draw: Drawer = makeDrawer(),
): void {
  eleventyConfig.setInputDirectory(join(TEMPLATES, 'pages'));
  eleventyConfig.setTemplateFormats(['njk']);
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setWatchJavaScriptDependencies(false);
  // Which step was slow is no concern of those who build a report; Eleventy would warn of it.
  eleventyConfig.benchmarks.config.setMinimumThresholdMs(0);
  eleventyConfig.addWatchTarget(TEMPLATES);
  eleventyConfig.setNunjucksEnvironmentOptions({
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const written = withWorkbooks(report);
  // Frozen, the report is passed by reference instead of being copied for every page.
  eleventyConfig.addGlobalData('report', async () => Object.freeze((await written).report));
  const drawings = drawingMarks(draw);
  eleventyConfig.on('eleventy.engine.njk', ({ environment }) => {
    for (const loader of environment.loaders) loader.searchPaths = [TEMPLATES];
    for (const [name, filter] of Object.entries({ ...FILTERS, ...drawings.filters }))
      environment.addFilter(name, filter);
  });
  const acronyms = acronymsOf(report);
  eleventyConfig.addTransform('acronyms', (content: string) => expandAcronyms(content, acronyms));
  eleventyConfig.addTransform('terms', function (content: string) {
    const glossary = glossaryFor(report, this.page.url);
    return glossary === null ? content : explainTerms(content, this.page.url, glossary);
  });
  eleventyConfig.addTransform('running-heads', addRunningHeads);
  eleventyConfig.addTransform('sharing', withSharing);
  eleventyConfig.addTransform('drawings', drawings.fill);
  eleventyConfig.on('eleventy.before', async ({ directories }) =>
    writeBesidePages(report, (await written).files, directories.output),
  );
  eleventyConfig.on('eleventy.after', async ({ directories, results }) => {
    await writeForRobots(report, results, directories.output);
    await finish(directories.output);
  });
}

/**
 * The glossary that explains the words of a page: its edition's, or the latest; null on a glossary itself, on paper, and
 * on the accessibility statement, whose words are the law's.
 */
function glossaryFor({ glossaries, site }: ReportView, url: string): GlossaryView | null {
  if (/^\/(?:sheets|accessibility)\//.test(url) || glossaries.some(({ href }) => url === `/${href}`))
    return null;
  const edition = site.editions.find(({ id }) => url.startsWith(`/${id}/`)) ?? site.latest;
  return glossaries.find(glossary => glossary.edition.id === edition.id) ?? null;
}

/** The acronyms of the glossary. */
function acronymsOf(report: ReportView): readonly Acronym[] {
  const terms = report.glossaries.flatMap(({ terms }) => terms);
  const found = terms.flatMap(({ term, expansion }) =>
    expansion !== null && isAcronym(term) ? [{ term, expansion: escapeText(expansion) }] : [],
  );
  return [...new Map(found.map(each => [each.term, each])).values()];
}

async function writeBesidePages(
  report: ReportView,
  binary: readonly BinaryFile[],
  out: string,
): Promise<void> {
  await cp(join(TEMPLATES, 'assets'), join(out, 'assets'), { recursive: true });
  const files = [...report.files, { path: 'assets/site.css', text: await styleSheet(report.site) }];
  const own = report.site.fontStack === null ? faces : [];
  await Promise.all(own.map(({ from, file }) => cp(from, join(out, 'assets/fonts', file))));
  await Promise.all([...files, ...binary].map(file => writeInside(out, file)));
}

/** The site map and what robots may read, where the site says where it is published. */
async function writeForRobots(report: ReportView, pages: readonly Finished[], out: string): Promise<void> {
  const { address } = report.site;
  if (address === null) return;
  await writeInside(out, { path: 'robots.txt', text: robots(address) });
  await writeInside(out, { path: 'sitemap.xml', text: siteMap(pages, report) });
}

async function writeInside(out: string, file: FileView | BinaryFile): Promise<void> {
  const path = resolve(out, file.path);
  if (!path.startsWith(resolve(out) + sep)) throw new Error(`${file.path} lies outside the site`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'bytes' in file ? file.bytes : file.text);
}

/** How a site is published. */
type Wishes = {
  readonly documents: boolean;
  readonly draw?: Drawer;
  /** Where pages are to be published before their documents are made: told when they are. */
  readonly pagesFirst?: (() => void) | null;
};

/**
 * Builds the site into `out`, anywhere on disk. The site that was there is replaced only when the whole build
 * has succeeded; a build that fails or is stopped leaves it as it was. With `documents`, PDFs and cards are made
 * too, where a browser can be had. Charts are drawn by `draw`. Throws what the templates threw.
 */
export async function publish(
  report: ReportView,
  out: string,
  { documents, draw = makeDrawer(), pagesFirst = null }: Wishes,
): Promise<Documents> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  let added: Documents = { outcome: 'left-out' };
  await replaceFolder(out, async folder => {
    const eleventy = new Eleventy(join(TEMPLATES, 'pages'), folder, {
      configPath: '',
      loader: 'esm',
      quietMode: true,
      config: (eleventyConfig: UserConfig) =>
        configure(
          eleventyConfig,
          report,
          async written => {
            if (pagesFirst !== null) {
              await replaceFolder(out, pages => pagesAlone(report, written, pages), 'pages');
              pagesFirst();
            }
            added = await afterPages(report, written, documents);
          },
          draw,
        ),
    });
    eleventy.disableLogger();
    await eleventy.write();
  });
  return added;
}

/** The site as it is without documents, beside written pages that wait for theirs. */
async function pagesAlone(report: ReportView, written: string, folder: string): Promise<void> {
  await cp(written, folder, { recursive: true });
  await afterPages(report, folder, false);
}
