import { gunzipSync } from 'node:zlib';
import { SEARCH_FOLDER } from '../../src/site/search.ts';

/** Whether a file of a site is a compressed part of its search index. */
export function isCompressedIndex(name: string): boolean {
  return name.startsWith(SEARCH_FOLDER) && /\.pf_\w+$/.test(name);
}

/** What a compressed part of the search index holds, as text. */
export function indexText(bytes: Buffer): string {
  return gunzipSync(bytes).toString('utf8');
}

/** A page as the index keeps it: all its words, to make excerpts from. */
export type IndexedPage = {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string; readonly text: string }[];
};

/** The page that a fragment file of the index holds. */
export function indexedPage(bytes: Buffer): IndexedPage {
  const text = indexText(bytes);
  return JSON.parse(text.slice(text.indexOf('{')));
}
