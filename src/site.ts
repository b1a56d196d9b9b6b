import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import type { FileView, ReportView } from './pages/page-views.ts';
import { afterPages } from './site/after-pages.ts';
import type { Documents } from './site/documents.ts';
import { explainerOf } from './site/explain.ts';
import { faces } from './site/faces.ts';
import { type Finished, robots, siteMap } from './site/findable.ts';
import { styleSheet } from './site/styles.ts';
import { replaceFolder } from './site/swap.ts';
import { TEMPLATES, templates } from './site/templates.ts';
import { type BinaryFile, withWorkbooks } from './site/workbooks.ts';

/**
 * Sets Eleventy up: the repository's templates, one global `report`, and everything that is not a page
 * (style sheet, assets, CSV and JSON files) written beside the pages. `finish` is given the folder once they are
 * written, and takes away what is not for readers.
 */
export function configure(
  eleventyConfig: UserConfig,
  report: ReportView,
  finish: (folder: string) => Promise<unknown> = folder => afterPages(report, folder, false),
): void {
  eleventyConfig.setInputDirectory(join(TEMPLATES, 'pages'));
  eleventyConfig.setTemplateFormats(['njk']);
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setWatchJavaScriptDependencies(false);
  // Which step was slow is no concern of those who build a report; Eleventy would warn of it.
  eleventyConfig.benchmarks.config.setMinimumThresholdMs(0);
  eleventyConfig.addWatchTarget(TEMPLATES);
  eleventyConfig.setLibrary('njk', templates(report));
  const written = withWorkbooks(report);
  // Frozen, the report is passed by reference instead of being copied for every page.
  eleventyConfig.addGlobalData('report', async () => Object.freeze((await written).report));
  const explain = explainerOf(report);
  eleventyConfig.addTransform('words', function (content: string) {
    return explain(content, this.page.url);
  });
  eleventyConfig.on('eleventy.before', async ({ directories }) =>
    writeBesidePages(report, (await written).files, directories.output),
  );
  eleventyConfig.on('eleventy.after', async ({ directories, results }) => {
    await writeForRobots(report, results, directories.output);
    await finish(directories.output);
  });
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

/**
 * Builds the site into `out`, anywhere on disk. The site that was there is replaced only when the whole build
 * has succeeded; a build that fails or is stopped leaves it as it was. With `documents`, PDFs and cards are made
 * too, where a browser can be had. Throws what the templates threw.
 */
export async function publish(
  report: ReportView,
  out: string,
  { documents }: { readonly documents: boolean },
): Promise<Documents> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  let added: Documents = { outcome: 'left-out' };
  await replaceFolder(out, async folder => {
    const eleventy = new Eleventy(join(TEMPLATES, 'pages'), folder, {
      configPath: '',
      loader: 'esm',
      quietMode: true,
      config: (eleventyConfig: UserConfig) =>
        configure(eleventyConfig, report, async written => {
          added = await afterPages(report, written, documents);
        }),
    });
    eleventy.disableLogger();
    await eleventy.write();
  });
  return added;
}
