import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { ReportView } from '../pages/page.ts';
import type { EditionView } from '../pages/view.ts';
import { escapeText } from './html.ts';
import type { Kept } from './kept-pages.ts';
import type { FileOfBytes } from './swap.ts';

type Findable = {
  readonly file: string;
  readonly part: string;
  readonly edition: EditionView;
  /** How much its words count, 1 for most. */
  readonly weight: number;
};

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

/** The pages that are indexed: those that repeat others line by line are left out. */
function findable({ pages }: ReportView): readonly Findable[] {
  return pages.flatMap(({ href, edition, search }) =>
    search === null ? [] : [{ file: `${href}index.html`, edition, ...search }],
  );
}

type SearchIndex = {
  /** Takes a finished page, whatever page it is, and waits until those that were sent with it are in the index. */
  readonly add: (file: string, html: Buffer) => Promise<void>;
  /** The files of the index, by their paths. Throws where a page that is to be found was not added, or pagefind refused one. */
  readonly files: () => Promise<readonly FileOfBytes[]>;
  readonly close: () => Promise<void>;
};

/**
 * Begins the search index of a report, in a process of its own: what is in the main part of the pages it is given, and
 * nothing else. They are sent in the order of the report, so that the same pages give the same bytes. An index of the same
 * pages that was kept is taken as it is.
 */
export function startSearch(report: ReportView, kept: Kept<readonly FileOfBytes[]>): SearchIndex {
  const held = kept.read();
  if (held !== null) return { add: async () => {}, files: async () => held, close: async () => {} };
  const wanted = findable(report);
  const isWanted = new Set(wanted.map(({ file }) => file));
  const waiting = new Map<string, string>();
  const added: Promise<void>[] = [];
  const started = pagefind.createIndex({
    rootSelector: 'main',
    excludeSelectors: passedOver,
    forceLanguage: 'en',
    keepIndexUrl: true,
  });
  const begun = started.then(({ index, errors }) => {
    if (index === undefined) throw new Error(`the search index was not started: ${errors.join('; ')}`);
    return index;
  });
  // Whoever asks for the files hears of a fault.
  begun.catch(() => {});
  const send = async ({ file }: Findable, content: string) => {
    const { errors } = await (await begun).addHTMLFile({ url: file, content });
    if (errors.length > 0) throw new Error(`${file} was not indexed: ${errors.join('; ')}`);
  };
  const sendNext = async () => {
    const begun = added.length;
    for (let page = wanted[added.length]; page !== undefined; page = wanted[added.length]) {
      const html = waiting.get(page.file);
      if (html === undefined) break;
      waiting.delete(page.file);
      const sent = send(page, forIndex(html, page));
      sent.catch(() => {});
      added.push(sent);
    }
    await Promise.all(added.slice(begun));
  };
  return {
    add: async (file, html) => {
      if (!isWanted.has(file)) return;
      waiting.set(file, html.toString());
      await sendNext();
    },
    files: async () => {
      await Promise.all(added);
      const missing = wanted[added.length];
      if (missing !== undefined) throw new Error(`${missing.file} is to be found and was not made`);
      const { files } = await (await begun).getFiles();
      const those = files.filter(file => needed.test(file.path));
      const editions = Buffer.from(JSON.stringify(editionsOf(those, report)));
      const index = [...those, { path: 'editions.json', content: editions }].map(({ path, content }) => ({
        path: `${SEARCH_FOLDER}/${path}`,
        bytes: content,
      }));
      kept.keep(index);
      return index;
    },
    close: async () => {
      await pagefind.close();
    },
  };
}

/** Pagefind's own filters would say the same, but in an order that changes from build to build. */
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

/**
 * A page as it is indexed: its main part with its part, year and edition, and each term of the glossary as a place of its
 * own. Ways about, drawings and the insides of tables are passed over, and need not be sent, nor where links lead.
 */
function forIndex(html: string, { part, edition, weight }: Findable): string {
  const marks = [
    `data-part="${escapeText(part)}" data-year="${edition.year}" data-edition="${edition.id}"`,
    'data-pagefind-meta="part[data-part], year[data-year], edition[data-edition]"',
    `data-pagefind-weight="${weight}"`,
  ];
  const main = html
    .slice(html.indexOf('<main ') + '<main '.length, html.indexOf('</main>'))
    .replaceAll(/<(nav|svg|thead|tbody)\b.*?<\/\1>/gs, '')
    .replaceAll(/ (?:href|data-(?:figure|sentence)|aria-label)="[^"]*"/g, '')
    .replaceAll(/<div id="([^"]+)">\s*<dt>(.*?)<\/dt>/gs, '<div><h2 id="$1">$2</h2>');
  return `<html lang="en-GB"><body><main ${marks.join(' ')} ${main}</main></body></html>`;
}
