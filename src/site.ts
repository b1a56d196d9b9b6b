import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from '@11ty/eleventy';
import type { FileView, HomeView, ReportView } from './pages/page-views.ts';
import { type Acronym, expandAcronyms, isAcronym } from './site/acronyms.ts';
import { counterpart } from './site/counterpart.ts';
import { relativeLink, relink } from './site/links.ts';
import { styleSheet } from './site/styles.ts';
import { replaceFolder } from './site/swap.ts';
import { spokenSymbols } from './site/symbols.ts';
import { noteLinks, scrolls } from './site/tables.ts';

const TEMPLATES = fileURLToPath(new URL('../templates/', import.meta.url));

/** What the templates may call, by name: nothing here decides what is said. */
const FILTERS = { from: relativeLink, relink, scrolls, noteLinks, front, counterpart, spokenSymbols };

/** The home page shown at the root of the site: the latest edition's. */
function front(report: ReportView): HomeView | undefined {
  return report.homes.find(home => home.edition.id === report.site.latest.id) ?? report.homes[0];
}

/**
 * Sets Eleventy up: the repository's templates, one global `report`, and everything that is not a page
 * (style sheet, assets, CSV and JSON files) written beside the pages.
 */
export function configure(eleventyConfig: UserConfig, report: ReportView): void {
  eleventyConfig.setInputDirectory(join(TEMPLATES, 'pages'));
  eleventyConfig.setTemplateFormats(['njk']);
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setWatchJavaScriptDependencies(false);
  eleventyConfig.addWatchTarget(TEMPLATES);
  eleventyConfig.setNunjucksEnvironmentOptions({
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // Frozen, the report is passed by reference instead of being copied for every page.
  eleventyConfig.addGlobalData('report', Object.freeze({ ...report }));
  eleventyConfig.on('eleventy.engine.njk', ({ environment }) => {
    for (const loader of environment.loaders) loader.searchPaths = [TEMPLATES];
    for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  });
  const acronyms = acronymsOf(report);
  eleventyConfig.addTransform('acronyms', (content: string) => expandAcronyms(content, acronyms));
  eleventyConfig.on('eleventy.before', ({ directories }) => writeBesidePages(report, directories.output));
}

/** The acronyms of the glossary. */
function acronymsOf(report: ReportView): readonly Acronym[] {
  const terms = report.glossaries.flatMap(({ terms }) => terms);
  const found = terms.flatMap(({ term, expansion }) =>
    expansion !== null && isAcronym(term) ? [{ term, expansion: escapeText(expansion) }] : [],
  );
  return [...new Map(found.map(each => [each.term, each])).values()];
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function writeBesidePages(report: ReportView, out: string): Promise<void> {
  await cp(join(TEMPLATES, 'assets'), join(out, 'assets'), { recursive: true });
  const files = [...report.files, { path: 'assets/site.css', text: await styleSheet(report.site) }];
  await Promise.all(files.map(file => writeInside(out, file)));
}

async function writeInside(out: string, file: FileView): Promise<void> {
  const path = resolve(out, file.path);
  if (!path.startsWith(resolve(out) + sep)) throw new Error(`${file.path} lies outside the site`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file.text);
}

/**
 * Builds the site into `out`, anywhere on disk. The site that was there is replaced only when the whole build
 * has succeeded; a build that fails or is stopped leaves it as it was. Throws what the templates threw.
 */
export async function publish(report: ReportView, out: string): Promise<void> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  await replaceFolder(out, async folder => {
    const eleventy = new Eleventy(join(TEMPLATES, 'pages'), folder, {
      configPath: '',
      loader: 'esm',
      quietMode: true,
      config: (eleventyConfig: UserConfig) => configure(eleventyConfig, report),
    });
    eleventy.disableLogger();
    await eleventy.write();
  });
}
