import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/** An element of a parsed page. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** How an element is made ready to stand in another document. */
export type Transplant = {
  /** What every id, and every reference to one, begins with there. */
  readonly prefix: string;
  /** The level of its first heading; those under it follow. */
  readonly headingLevel: number;
  /** Where a link leads there, or null where it leads nowhere and only its words stay. */
  readonly linkTo: (href: string) => string | null;
  /** What a class is called there, or null where it is not wanted. */
  readonly classOf: (name: string) => string | null;
};

/** Attributes that name other elements by their ids, one or several. */
const references = new Set([
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'aria-owns', 'aria-flowto'],
  ...['aria-activedescendant', 'for', 'form', 'headers', 'list', 'popovertarget', 'commandfor'],
]);

/** The elements of a page that pass a test, in order; those inside one that passed are not looked at. */
export function elementsOf(html: string, test: (element: Element) => boolean): readonly Element[] {
  const within = (node: Node | Parent): readonly Element[] => {
    if ('tagName' in node && test(node)) return [node];
    return 'childNodes' in node ? node.childNodes.flatMap(within) : [];
  };
  return within(parse(html));
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** An attribute of an element, or null. */
export function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find(each => each.name === name)?.value ?? null;
}

/** Every element within one, itself first, in order. */
export function within(element: Element): readonly Element[] {
  return [element, ...element.childNodes.flatMap(node => ('tagName' in node ? within(node) : []))];
}

/** Takes an element out; `keepWords` leaves what it holds in its place. */
export function remove(element: Element, keepWords: boolean): void {
  const parent = element.parentNode;
  if (parent === null) return;
  if (keepWords) {
    for (const child of [...element.childNodes]) {
      defaultTreeAdapter.detachNode(child);
      defaultTreeAdapter.insertBefore(parent, child, element);
    }
  }
  defaultTreeAdapter.detachNode(element);
}

/**
 * Makes an element ready to stand in another document, in place: ids and all references to them prefixed, headings
 * moved to the level wanted, links and classes as the options say, drawings safe from other style sheets, and nothing
 * that only our own pages use.
 */
export function transplant(root: Element, options: Transplant): void {
  const elements = within(root);
  const ids = new Set(elements.flatMap(element => attribute(element, 'id') ?? []));
  const first = elements.flatMap(({ tagName }) => levelOf(tagName) ?? [])[0] ?? options.headingLevel;
  for (const element of elements) {
    const level = levelOf(element.tagName);
    if (level !== null) {
      const moved = `h${Math.min(6, options.headingLevel + level - first)}`;
      Object.assign(element, { tagName: moved, nodeName: moved });
    }
    element.attrs = element.attrs.flatMap(each => moveAttribute(each, ids, options));
    pinDrawing(element);
  }
  for (const element of elements.filter(({ tagName }) => tagName === 'a')) moveLink(element, ids, options);
}

/** What drawings say in attributes that any rule of a host's style sheet would outweigh. */
const presentation =
  /^(?:fill|fill-opacity|font-family|font-size|font-weight|opacity|paint-order|stroke|stroke-dasharray|stroke-linecap|stroke-linejoin|stroke-opacity|stroke-width|text-anchor)$/;

/** Says in a drawing's own styles what its attributes say, so that a host's rules cannot. */
function pinDrawing(element: Element): void {
  if (!element.namespaceURI.endsWith('/svg')) return;
  const pinned = element.attrs.filter(({ name }) => presentation.test(name));
  if (pinned.length === 0) return;
  const style = pinned.map(({ name, value }) => `${name}:${value}`).join(';');
  element.attrs = [...element.attrs.filter(attr => !pinned.includes(attr)), { name: 'style', value: style }];
}

const levelOf = (tagName: string): number | null =>
  /^h[1-6]$/.test(tagName) ? Number(tagName.slice(1)) : null;

function moveAttribute(
  attr: { name: string; value: string },
  ids: ReadonlySet<string>,
  { prefix, classOf }: Transplant,
) {
  const { name, value } = attr;
  const moved = (id: string) => (ids.has(id) ? prefix + id : id);
  const words = value.split(/\s+/).filter(word => word !== '');
  if (name.startsWith('data-')) return [];
  if (name === 'id') return [{ ...attr, value: prefix + value }];
  if (references.has(name)) return [{ ...attr, value: words.map(moved).join(' ') }];
  if (name === 'class') {
    const classes = words.flatMap(word => classOf(word) ?? []);
    return classes.length === 0 ? [] : [{ ...attr, value: classes.join(' ') }];
  }
  return [{ ...attr, value: value.replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${moved(id)})`) }];
}

function moveLink(link: Element, ids: ReadonlySet<string>, { prefix, linkTo }: Transplant): void {
  const href = attribute(link, 'href');
  if (href === null) return;
  const target = href.startsWith('#') && ids.has(href.slice(1)) ? `#${prefix}${href.slice(1)}` : linkTo(href);
  if (target === null) {
    remove(link, true);
    return;
  }
  link.attrs = link.attrs.flatMap(each => {
    if (each.name === 'download') return [];
    return [each.name === 'href' ? { ...each, value: target } : each];
  });
}
