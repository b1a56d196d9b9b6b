import { parse, serialize } from 'parse5';
import { fileSize } from '../../pages/data-files.ts';
import {
  attributeOf,
  type Element,
  elementNode,
  elementsOf,
  hasClass,
  isElement,
  isText,
  moveInto,
  type Parent,
  prune,
  setAttribute,
  textNode,
  theOnly,
} from './tree.ts';

/** A page that stands in a document: where it is in the site, and the id it has there. */
type Part = { readonly page: string; readonly id: string };

/** The finished pages of a site, looked up by their files, "2013-14/ks2/index.html". */
export type FinishedPages = { readonly get: (file: string) => string | undefined };

/** Stands for an address inside the site, which may be published anywhere. */
const SITE = 'https://site.invalid/';

/** What is for a screen only: ways to other pages, and the drawings for phones. */
const unprinted = [
  'chart--narrow',
  'indicator__links',
  'printed',
  'front__title',
  'chapter-files',
  'jumps',
  'screen-only',
];

/**
 * Puts finished pages of the site into a sheet (a template in `templates/sheets`): the main part of
 * `<article id="ks2" data-page="2013-14/ks2/">`'s page becomes its content, with ids of its own. Links between the
 * pages of the sheet lead inside it; others lead to `address`, where the site will be published, or are plain words.
 * Throws when a page is missing.
 */
export function compose(pages: FinishedPages, sheet: string, address: string | null): string {
  const document = parse(textOf(pages, sheet));
  const articles = elementsOf(document).filter(element => attributeOf(element, 'data-page') !== null);
  const parts = articles.map(partOf);
  const own = elementsOf(document);
  for (const article of articles) fill(pages, article, partOf(article));
  const ids = new Set(elementsOf(document).flatMap(element => attributeOf(element, 'id') ?? []));
  const within = { parts, ids, address };
  for (const element of own) relinkOne(element, sheet, within);
  for (const article of articles) {
    const { page } = partOf(article);
    const brought = elementsOf(article).filter(element => !own.includes(element));
    for (const element of brought) relinkOne(element, `${page}index.html`, within);
  }
  for (const element of elementsOf(document)) if (/^h[1-6]$/.test(element.tagName)) keepSpaces(element);
  return serialize(document);
}

/**
 * Keeps the spaces of a heading: a browser drops the one at which a line ends, and the outline of a PDF would run two
 * words together. One that may not be dropped stands for each, with leave to end the line after it; `settledPdf` puts
 * plain ones back.
 */
function keepSpaces(heading: Element): void {
  heading.childNodes = heading.childNodes.flatMap(node => {
    if (isElement(node)) keepSpaces(node);
    if (!isText(node)) return [node];
    const [first = '', ...others] = node.value.split(/\s+/);
    const words = others.flatMap(word => [
      textNode('\u00a0', heading),
      elementNode('wbr', heading),
      textNode(word, heading),
    ]);
    return [textNode(first, heading), ...words];
  });
}

function partOf(article: Element): Part {
  return { page: attributeOf(article, 'data-page') ?? '', id: attributeOf(article, 'id') ?? '' };
}

function textOf(pages: FinishedPages, file: string): string {
  const html = pages.get(file);
  if (html === undefined) throw new Error(`${file} is to be printed and was not made`);
  return html;
}

function fill(pages: FinishedPages, article: Element, { page, id }: Part): void {
  const main = theOnly(parse(textOf(pages, `${page}index.html`)), 'main');
  const hasHeading = elementsOf(article).some(({ tagName }) => /^h[12]$/.test(tagName));
  prune(main, element => isUnprinted(element) || (hasHeading && hasClass(element, 'heading')));
  prefixIds(main, id);
  moveInto(article, main);
}

function isUnprinted(element: Element): boolean {
  return (
    ['nav', 'script', 'form', 'search'].includes(element.tagName) ||
    unprinted.some(name => hasClass(element, name))
  );
}

const listsOfIds = ['aria-labelledby', 'aria-describedby', 'headers', 'for'];

/** Ids of different pages may be the same; in a document each has its part's before it. */
function prefixIds(parent: Parent, prefix: string): void {
  const named = (id: string) => `${prefix}--${id}`;
  for (const element of elementsOf(parent)) {
    for (const attribute of element.attrs) {
      if (attribute.name === 'id') attribute.value = named(attribute.value);
      else if (listsOfIds.includes(attribute.name))
        attribute.value = attribute.value.split(/\s+/).map(named).join(' ');
      else attribute.value = attribute.value.replaceAll(/url\(#([^)]+)\)/g, (_, id) => `url(#${named(id)})`);
    }
  }
}

type Within = {
  readonly parts: readonly Part[];
  readonly ids: ReadonlySet<string>;
  readonly address: string | null;
};

function relinkOne(element: Element, from: string, within: Within): void {
  if (element.tagName !== 'a') return;
  setAttribute(element, 'download', null);
  const href = attributeOf(element, 'href');
  const target = href === null ? null : targetOf(href, from, within);
  setAttribute(element, 'href', target);
  if (target !== null) return;
  // Words that lead nowhere are no link.
  element.tagName = 'span';
  element.nodeName = 'span';
  setAttribute(element, 'rel', null);
}

/** Where a link leads in a document; null when it can lead nowhere. */
function targetOf(href: string, from: string, { parts, ids, address }: Within): string | null {
  const url = new URL(href, `${SITE}${from}`);
  if (!url.href.startsWith(SITE)) return href;
  const path = url.pathname.slice(1);
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (path === from && ids.has(fragment)) return `#${fragment}`;
  const part = parts.find(({ page }) => path === page || path === `${page}index.html`);
  if (part !== undefined) {
    const id = `${part.id}--${fragment}`;
    return `#${ids.has(id) ? id : part.id}`;
  }
  return address === null ? null : new URL(path.replace(/index\.html$/, '') + url.hash, address).href;
}

const START = '<!--printed ';
const END = '<!--/printed-->';

/**
 * The page with the sizes of the files that were printed; what mentions others is taken out. A mention of a file stands from
 * `<!--printed 2013-14/ks4/2013-14-ks4.pdf-->`, with `{size}` for how large it is, to `<!--/printed-->`. Both of these stand
 * in lines of their own, which go with them.
 */
export function fillMentions(html: string, sizes: ReadonlyMap<string, number>): string {
  const [before = '', ...others] = html.split(START);
  return others.reduce((page, piece) => {
    const [mention = '', after = ''] = piece.split(END, 2);
    const size = sizes.get(mention.slice(0, mention.indexOf('-->')));
    const words = mention.slice(mention.indexOf('-->') + '-->'.length);
    const filled = size === undefined ? '' : words.replace(/^\n/, '').replaceAll('{size}', fileSize(size));
    return withoutIndent(page) + filled + after.replace(/^\n/, '');
  }, before);
}

/** A text without the spaces at its end. */
function withoutIndent(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}
