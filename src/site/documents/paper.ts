import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5';

/** Stands for an address inside the site, which may be published anywhere. */
const SITE = 'https://site.invalid/';

/**
 * A finished sheet (a template in `templates/sheets`, at `sheet` in the site) ready to be printed: links to pages lead to
 * `address`, where the site will be published, or are plain words; headings keep their spaces.
 */
export function forPaper(html: string, sheet: string, address: string | null): string {
  const document = parse(html);
  for (const element of elementsOf(document)) {
    if (element.tagName === 'a') relinkOne(element, sheet, address);
    if (element.tagName === 'svg') lightenOne(element);
    if (/^h[1-6]$/.test(element.tagName)) keepSpaces(element);
  }
  return serialize(document);
}

/** The browser draws every dash by itself, and makes a picture of each thing that is seen through. */
function lightenOne(drawing: Element): void {
  const isSpark = attributeOf(drawing, 'class') === 'sparkline';
  for (const element of elementsOf(drawing)) {
    // A dash without a gap is a line.
    if (attributeOf(element, 'stroke-dasharray') === '1,0') setAttribute(element, 'stroke-dasharray', null);
    // In a line of a few millimetres dashes are not seen: the council's is the heavier, and has a mark at its end.
    if (isSpark && attributeOf(element, 'stroke-dasharray') !== null) {
      setAttribute(element, 'stroke-dasharray', null);
      setAttribute(element, 'stroke-width', '1.25');
    }
    const opacity = attributeOf(element, 'opacity');
    if (element.tagName !== 'line' || opacity === null) continue;
    setAttribute(element, 'stroke-opacity', opacity);
    setAttribute(element, 'opacity', null);
  }
}

/**
 * Keeps the spaces of a heading: a browser drops the one at which a line ends, and the outline of a PDF would run two
 * words together. One that may not be dropped stands for each, with leave to end the line after it; `finishedPdf` puts
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

function relinkOne(element: Element, from: string, address: string | null): void {
  // Where a figure comes from is told on the web pages.
  const isFigure = attributeOf(element, 'class') === 'figure';
  const href = isFigure ? null : attributeOf(element, 'href');
  const target = href === null ? null : targetOf(href, from, address);
  setAttribute(element, 'href', target);
  if (target !== null) return;
  // Words that lead nowhere are no link.
  element.tagName = 'span';
  element.nodeName = 'span';
  setAttribute(element, 'rel', null);
}

/** Where a link leads in a document; null when it can lead nowhere. */
function targetOf(href: string, from: string, address: string | null): string | null {
  if (href.startsWith('#')) return href;
  const url = new URL(href, `${SITE}${from}`);
  if (!url.href.startsWith(SITE)) return href;
  const path = url.pathname.slice(1).replace(/index\.html$/, '');
  return address === null ? null : new URL(path + url.hash, address).href;
}

/** What the links of a sheet say, by where they lead: a place in it ("#eyfs") or an address. */
export function wordsOfLinks(sheet: string): ReadonlyMap<string, string> {
  const links = elementsOf(parse(sheet)).filter(({ tagName }) => tagName === 'a');
  return new Map(
    links.flatMap(link => {
      const href = attributeOf(link, 'href');
      if (href === null) return [];
      // As browsers write an address.
      const to = href.startsWith('#') ? href : new URL(href).href;
      return [[to, wordsIn(link).replaceAll(/\s+/g, ' ').trim()] as const];
    }),
  );
}

/** The words of an element, but for the number of a page, which is not known yet. */
function wordsIn(element: Element): string {
  const said = element.childNodes.map(node =>
    isElement(node) ? wordsIn(node) : isText(node) ? node.value : '',
  );
  return attributeOf(element, 'class') === 'toc__page' ? '' : said.join('');
}

export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

const isElement = (node: Node): node is Element => 'tagName' in node;

const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

function textNode(value: string, parent: Element): Node {
  return { ...defaultTreeAdapter.createTextNode(value), parentNode: parent };
}

function elementNode(tag: string, parent: Element): Node {
  return { ...defaultTreeAdapter.createElement(tag, html.NS.HTML, []), parentNode: parent };
}

export function elementsOf(parent: Parent): readonly Element[] {
  return parent.childNodes.flatMap(node => (isElement(node) ? [node, ...elementsOf(node)] : []));
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find(each => each.name === name)?.value ?? null;
}

/** Gives an attribute a value, or with null takes it away. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  const others = element.attrs.filter(each => each.name !== name);
  element.attrs = value === null ? others : [...others, { name, value }];
}
