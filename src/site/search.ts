import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { ReportView } from '../pages/page-views.ts';
import type { EditionView } from '../pages/view.ts';
import { escapeText } from './text.ts';

/** A page that can be found: its file in the site, what a reader calls the part it is in, its edition. */
type Findable = {
  readonly file: string;
  readonly part: string;
  readonly edition: EditionView;
  /** How much its words count, 1 for most. */
  readonly weight: number;
};

/** Where the index stands in the site. */
export const SEARCH_FOLDER = 'assets/search';

/** What is on a page but is not looked in: ways about, numbers in tables, drawings, and words said again. */
const passedOver = [
  'nav',
  'form',
  'table',
  'figure',
  'svg',
  '.table-notes--symbols',
  '.indicator__links',
  '.questions__links',
  '.reading',
  '.heading__caption',
  '.meanings',
  '.turn',
  '.govuk-visually-hidden',
];

/** Of the files pagefind makes, those that finding needs; the rest are its own pages' scripts and styles. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.en_\w+\.pf_meta|wasm\.en\.pagefind|(?:fragment|index)\/.*)$/;

/**
 * The pages that are indexed. Left out are those that repeat others line by line: the evidence of each number, the
 * list of claims, the A to Z and the downloads.
 */
function findable(report: ReportView): readonly Findable[] {
  type View = { readonly href: string; readonly edition: EditionView };
  const page =
    (part: string, weight = 1) =>
    ({ href, edition }: View) => ({ file: `${href}index.html`, part, edition, weight });
  const { latest } = report.site;
  return [
    ...report.homes.map(page('Executive summary')),
    ...report.themes.map(view => page(view.label)(view)),
    // Their few words would come before those of the chapter that says what they mean.
    ...report.authorities.map(view => page(view.theme.label, 0.2)(view)),
    ...report.targets.map(page('Targets')),
    ...report.plans.map(view => page(view.label)(view)),
    ...report.methodology.map(page('Methodology')),
    ...report.glossaries.map(page('Glossary')),
    ...['accessibility/', 'contact/'].map(href => page('About this report')({ href, edition: latest })),
  ];
}

/**
 * Writes the search index of a finished site into it: what is in the main part of its pages, and nothing else. Throws
 * where a page that should be indexed is not there, or pagefind refuses one.
 */
export async function addSearch(report: ReportView, folder: string): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex({
      rootSelector: 'main',
      excludeSelectors: passedOver,
      forceLanguage: 'en',
      keepIndexUrl: true,
    });
    if (index === undefined) throw new Error(`the search index was not started: ${errors.join('; ')}`);
    for (const page of findable(report)) {
      const content = forIndex(await readFile(join(folder, page.file), 'utf8'), page);
      const added = await index.addHTMLFile({ url: page.file, content });
      if (added.errors.length > 0)
        throw new Error(`${page.file} was not indexed: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const kept = files.filter(file => needed.test(file.path));
    const editions = { path: 'editions.json', content: JSON.stringify(editionsOf(kept, report)) };
    for (const { path, content } of [...kept, editions]) {
      const target = join(folder, SEARCH_FOLDER, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  } finally {
    await pagefind.close();
  }
}

/**
 * The pages of each edition, by the names that a search gives them. Pagefind's own filters would say the same, but in
 * an order that changes from build to build.
 */
function editionsOf(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
  report: ReportView,
): Readonly<Record<string, readonly string[]>> {
  const editionOf = new Map(findable(report).map(({ file, edition }) => [file, edition.id]));
  const pages = files.flatMap(({ path, content }) => {
    const [, id] = /^fragment\/(\w+)\.pf_fragment$/.exec(path) ?? [];
    if (id === undefined) return [];
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{')));
    return [{ id, edition: editionOf.get(url) ?? '' }];
  });
  const byEdition = Map.groupBy(pages, ({ edition }) => edition);
  return Object.fromEntries(
    [...byEdition].map(([edition, those]) => [edition, those.map(({ id }) => id).sort()] as const).sort(),
  );
}

/** A page as it is indexed: with its part, year and edition, and each term of the glossary as a place of its own. */
function forIndex(html: string, { part, edition, weight }: Findable): string {
  const marks = [
    `data-part="${escapeText(part)}" data-year="${edition.year}" data-edition="${edition.id}"`,
    'data-pagefind-meta="part[data-part], year[data-year], edition[data-edition]"',
    `data-pagefind-weight="${weight}"`,
  ];
  return html
    .replace('<main ', `<main ${marks.join(' ')} `)
    .replaceAll(/<div id="([^"]+)">\s*<dt>(.*?)<\/dt>/gs, '<div><h2 id="$1">$2</h2>');
}
