import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** The folder of a site, once it is built: it is put in its place whole. Throws what kept it from being built. */
async function built(name: 'site' | 'modern'): Promise<string> {
  const folder = join(inject('sites'), name);
  while (!existsSync(folder)) {
    if (existsSync(`${folder}.fault`)) throw new Error(readFileSync(`${folder}.fault`, 'utf8'));
    await setTimeout(100);
  }
  return folder;
}

/** The folder of the reference council's site with its two older editions, which have plans of every kind. */
export const site = await built('site');

/** The folder of its site with the latest edition alone, made of published figures. */
export const modern = await built('modern');

/** Every file of the site, relative, in order. */
export const siteFiles = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter(name => statSync(join(site, name)).isFile())
  .sort();

/** Every page of the site; fragments to embed in other sites are none. */
export const sitePages = siteFiles.filter(
  name => name.endsWith('.html') && !/\/embed\/(?!index\.html$)/.test(name),
);

/** The text of a file of the site. */
export function siteText(name: string): string {
  return readFileSync(join(site, name), 'utf8');
}

/** The text of a page as it was written: without the buttons and meanings that explain its words, and what acronyms mean. */
export function writtenText(name: string): string {
  return siteText(name)
    .replace(/<div class="meanings">.*?(?=<\/main>)/s, '')
    .replaceAll(/<span class="kept">(.*?<\/span>[^<]*)<\/span>/g, '$1')
    .replaceAll(
      /<span class="term term--long">([^<]*)<span class="term__last">([^<]*)<button[^>]*><\/button><\/span><\/span>/g,
      '$1$2',
    )
    .replaceAll(/<span class="term">([^<]*)<button[^>]*><\/button><\/span>/g, '$1')
    .replaceAll(/ ?<span class="expansion">.*?<\/span>/g, '');
}

/** The ledger of an edition as it was published. */
export function publishedLedger(edition: string): PublishedLedger {
  return JSON.parse(siteText(`${edition}/figures.json`));
}

/** `figures.json`, as far as tests read it. */
export type PublishedLedger = {
  readonly schema: number;
  readonly edition: string;
  readonly council: { readonly code: string; readonly name: string };
  readonly figures: readonly {
    readonly id: string;
    readonly kind: string;
    readonly indicator: string;
    readonly area: string;
    readonly breakdown: { readonly topic: string; readonly group: string };
    readonly period: string;
    readonly against?: string;
    readonly value: number | null;
    readonly low?: number;
    readonly high?: number;
    readonly count?: number;
    readonly of?: number;
    readonly tied?: number;
    readonly text: string;
    readonly status: string | null;
    readonly absent: string | null;
    readonly source: {
      readonly file: string;
      readonly line: number;
      readonly column: string | null;
      readonly series: string | null;
    } | null;
    readonly set?: string;
    readonly inputs: readonly string[];
  }[];
  readonly sentences: readonly {
    readonly id: string;
    readonly page: string;
    readonly text: string;
    readonly figures: readonly string[];
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly page: string;
    readonly text: string;
    readonly restsOn: readonly { readonly fact: string; readonly figures: readonly string[] }[];
  }[];
};
