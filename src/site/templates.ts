import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Block, BlockTable } from '../pages/blocks.ts';
import { drawnBy, type Page, type ReportView } from '../pages/page.ts';
import { chaptersIn } from '../pages/theme-page.ts';
import type { TableView } from '../pages/view.ts';
import { addressed, canonical, counterpartsIn, jsonLd } from './findable.ts';
import { fileOf, folded, relink } from './links.ts';
import { pagePolicy } from './policy.ts';

export const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

/** What the templates may call, by name: nothing here decides what is said. */
const filters = {
  pagePolicy,
  fileOf,
  relink,
  folded,
  scrolls,
  noteLinks,
  spokenSymbols,
  addressed,
  canonical,
  jsonLd,
  cssString,
  ofEdition,
  chaptersOf,
  entriesIn,
  tablesOf,
};

type Filters = Readonly<Record<string, (...values: never[]) => unknown>>;

/** Every template by its name, as it stands at one moment: a build draws all its pages with the same. */
export type Templates = ReadonlyMap<string, string>;

export function readTemplates(): Templates {
  const names = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.njk'),
  );
  return new Map(
    names.map(name => [name.replaceAll('\\', '/'), readFileSync(join(TEMPLATES, name), 'utf8')] as const),
  );
}

/** Escapes what it prints; a template that prints something that is not there is a fault. */
export function templates(report: ReportView, sources: Templates, more: Filters): nunjucks.Environment {
  const getSource = (name: string) => {
    const src = sources.get(name);
    if (src === undefined) throw new Error(`there is no template ${name}`);
    return { src, path: join(TEMPLATES, name), noCache: false };
  };
  const environment = new nunjucks.Environment(
    { getSource },
    { throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
  );
  const all = { ...filters, counterpart: counterpartsIn(report), ...more };
  for (const [name, filter] of Object.entries(all)) environment.addFilter(name, filter);
  return environment;
}

function ofEdition(pages: readonly Page[], edition: string, template: string) {
  return drawnBy(pages, template).flatMap(page => (page.href.startsWith(`${edition}/`) ? [page.view] : []));
}

function chaptersOf(pages: readonly Page[], edition: string) {
  return chaptersIn(pages.filter(page => page.edition.id === edition));
}

function entriesIn(blocks: readonly Block[]) {
  return blocks.filter(block => block.kind === 'entry');
}

function tablesOf(sections: readonly { readonly blocks: readonly Block[] }[]): readonly BlockTable[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => {
      if (block.kind === 'entry') return tablesOf([block]);
      return block.kind === 'table' ? [block] : [];
    }),
  );
}

/** Text as a string of CSS, quotes included, safe in a `<style>`. */
export function cssString(text: string): string {
  // A backslash and the number of a character stand for it; the space after ends the number.
  const escaped = text.replaceAll(/["\\<&\n\r\f]/g, each => `\\${each.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

const meanings: Readonly<Record<string, string>> = {
  c: 'suppressed to protect confidential information',
  x: 'not available',
  z: 'not given',
  low: 'rounds to zero but is not zero',
  u: 'of low reliability',
};

/** Escaped text with each symbol that stands for a figure followed by its meaning, for those who hear the page. */
export function spokenSymbols(escaped: { toString(): string }): string {
  return escaped.toString().replace(/\[(c|x|z|low|u)\]/g, (symbol, letters: string) => {
    return `${symbol}<span class="govuk-visually-hidden"> ${meanings[letters]}</span>`;
  });
}

/** What a phone 320 CSS pixels wide leaves for a table, and what a letter and a cell's padding take of it. */
const PHONE = { room: 280, letter: 9.5, padding: 18 };

const longestWord = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap(text => text.split(/[\s–-]+/)).map(word => word.length));

/** By the longest word of each column: such a table takes keyboard focus, the others cost no tab stop. */
export function scrolls(table: Pick<TableView, 'columns' | 'rows'>): boolean {
  const columns = table.columns.map((column, index) => [
    column.text,
    ...table.rows.map(row => (index === 0 ? row.header : cellText(row.cells[index - 1]))),
  ]);
  const widths = columns.map(texts => longestWord(texts) * PHONE.letter + PHONE.padding);
  return widths.reduce((sum, width) => sum + width, 0) > PHONE.room;
}

/** Figures do not wrap, so the longest "word" of a cell is all of it with its marks. */
const cellText = (cell: TableView['rows'][number]['cells'][number] | undefined): string =>
  cell ? [cell.text, ...cell.marks.map(mark => mark.text)].join('_').replaceAll(' ', '_') : '';

/** Turns "[note 1]" in escaped text into a link to that note beneath the table; a note that is not there stays text. */
export function noteLinks(escaped: { toString(): string }, table: Pick<TableView, 'id' | 'notes'>): string {
  return escaped
    .toString()
    .replaceAll(/\[note (\d+)\]/g, (text, number: string) =>
      table.notes.some(note => note.number === Number(number))
        ? `<a class="note-link" href="#${table.id}-note-${number}">${text}</a>`
        : text,
    );
}
