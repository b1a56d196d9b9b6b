import { cp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import { embedSize } from './pages/embed-page.ts';
import { drawnBy, type ReportView } from './pages/page.ts';
import { fillMentions } from './site/documents/compose.ts';
import { type Drawer, drawingMarks, makeDrawer } from './site/drawings.ts';
import { fragmentsOf } from './site/embed.ts';
import { explainerOf } from './site/explain.ts';
import { robots, siteMap } from './site/findable.ts';
import { fileOf } from './site/links.ts';
import { type WithWorkbooks, withWorkbooks } from './site/ods.ts';
import { type Documents, makeDocuments, SHEETS, sheetsOf } from './site/printing.ts';
import { searchFiles } from './site/search.ts';
import { embedStyles, faces, styleSheet } from './site/styles.ts';
import { replaceFolder, writeFiles } from './site/swap.ts';
import { TEMPLATES, templates } from './site/templates.ts';

/** A page as Eleventy hands it over: the address it is known by, and its text. */
type Rendered = { readonly url: string; readonly content: string };

/** Where Eleventy finds its pages, from where one stands: signs in the names of folders above would be patterns to it. */
const pagesFolder = (): string => relative('.', join(TEMPLATES, 'site'));

/**
 * Sets Eleventy up: the repository's templates and one global, `report`. Charts are drawn by `draw`; `finish` is given the
 * pages once they are rendered, and the folder of the site.
 */
export function configure(
  eleventyConfig: UserConfig,
  made: WithWorkbooks,
  finish: (pages: readonly Rendered[], folder: string) => Promise<unknown> = (pages, folder) =>
    finishSite(made, pages, folder, false),
  draw: Drawer = makeDrawer(),
): void {
  const { report } = made;
  eleventyConfig.setInputDirectory(pagesFolder());
  eleventyConfig.setTemplateFormats(['njk']);
  eleventyConfig.setUseGitIgnore(false);
  // Installed as a package, the templates are in node_modules themselves.
  eleventyConfig.ignores.delete('**/node_modules/**');
  eleventyConfig.setWatchJavaScriptDependencies(false);
  // Which step was slow is no concern of those who build a report; Eleventy would warn of it.
  eleventyConfig.benchmarks.config.setMinimumThresholdMs(0);
  eleventyConfig.addWatchTarget(TEMPLATES);
  const drawings = drawingMarks(draw);
  eleventyConfig.setLibrary('njk', templates(report, { ...drawings.filters, sized: made.sized }));
  // Frozen, the report is passed by reference instead of being copied for every page.
  eleventyConfig.addGlobalData('report', () => Object.freeze(report));
  eleventyConfig.addGlobalData('sheets', () => sheetsOf(report));
  const explain = explainerOf(report);
  eleventyConfig.addTransform('words', function (content: string) {
    return explain(content, this.page.url);
  });
  eleventyConfig.addTransform('drawings', drawings.fill);
  eleventyConfig.on('eleventy.after', ({ directories, results }) => finish(results, directories.output));
}

/**
 * Makes the site of its rendered pages: documents first, whose sizes the pages tell, then sections to embed and the search
 * index; and writes everything once. Sheets are not published.
 */
async function finishSite(
  { report, workbooks }: WithWorkbooks,
  rendered: readonly Rendered[],
  folder: string,
  isPrinted: boolean,
): Promise<Documents> {
  const all = new Map(rendered.map(({ url, content }) => [fileOf(url), content]));
  await writeAssets(report, folder);
  const { documents, files } = isPrinted
    ? await makeDocuments(report, all, folder)
    : { documents: { outcome: 'left-out' } as const, files: new Map<string, Buffer>() };
  const printed = new Map([...files].map(([path, bytes]) => [path, bytes.length]));
  const pages = new Map(
    [...all].flatMap(([file, html]) =>
      file.startsWith(`${SHEETS}/`) ? [] : [[file, fillMentions(html, printed)] as const],
    ),
  );
  // What is as it will be is written first, which leaves time to send pages to the process that makes the index: it is
  // at work while sections to embed are made.
  const finish = async () => {
    const lists = new Set(drawnBy(report.pages, 'embed').map(({ href }) => fileOf(href)));
    await writeFiles(folder, [
      ...[...pages].flatMap(([path, text]) => (lists.has(path) ? [] : [{ path, text }])),
      ...[...files].map(([path, bytes]) => ({ path, bytes })),
      ...workbooks,
      ...report.files,
      ...forRobots(report, rendered),
    ]);
    const fragments = fragmentsOf(report, pages, await embedStyles());
    const sizes = new Map(fragments.map(({ path, text }) => [path, Buffer.byteLength(text)]));
    const sized = [...lists].map(path => ({ path, text: embedSize.fill(pages.get(path) ?? '', sizes) }));
    await writeFiles(folder, [...fragments, ...sized]);
    // Plain Eleventy has written them, as it has every page.
    await rm(join(folder, SHEETS), { recursive: true, force: true });
  };
  const [index] = await Promise.all([searchFiles(report, pages), finish()]);
  await writeFiles(folder, index);
  return documents;
}

/** The style sheet, the typefaces and the few files that are as they are. */
async function writeAssets(report: ReportView, folder: string): Promise<void> {
  await cp(join(TEMPLATES, 'assets'), join(folder, 'assets'), { recursive: true });
  const own = report.site.fontStack === null ? faces : [];
  await Promise.all(own.map(({ from, file }) => cp(from, join(folder, 'assets/fonts', file))));
  await writeFiles(folder, [{ path: 'assets/site.css', text: await styleSheet(report.site) }]);
}

/** The site map and what robots may read, where the site says where it is published. */
function forRobots(report: ReportView, pages: readonly Rendered[]) {
  const { address } = report.site;
  if (address === null) return [];
  return [
    { path: 'robots.txt', text: robots(address) },
    { path: 'sitemap.xml', text: siteMap(pages, report) },
  ];
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
    const made = withWorkbooks(report);
    const finish = async (pages: readonly Rendered[]) => {
      if (pagesFirst !== null) {
        await replaceFolder(out, alone => finishSite(made, pages, alone, false), 'pages');
        pagesFirst();
      }
      added = await finishSite(made, pages, folder, documents);
    };
    const eleventy = new Eleventy(pagesFolder(), folder, {
      configPath: '',
      loader: 'esm',
      quietMode: true,
      config: eleventyConfig => configure(eleventyConfig, made, finish, draw),
    });
    eleventy.disableLogger();
    await eleventy.toJSON();
  });
  return added;
}
