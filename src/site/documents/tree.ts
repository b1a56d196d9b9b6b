import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';

/** An element of a page that was read. */
export type Element = DefaultTreeAdapterTypes.Element;
/** Anything that holds nodes: a document, a fragment, an element. */
export type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Whether a node is an element, and not text or a comment. */
export const isElement = (node: Node): node is Element => 'tagName' in node;

/** Whether a node is a run of text. */
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** A run of text to stand in an element. */
export function textNode(value: string, parent: Element): Node {
  return { ...defaultTreeAdapter.createTextNode(value), parentNode: parent };
}

/** An element without attributes to stand in another. */
export function elementNode(tag: string, parent: Element): Node {
  return { ...defaultTreeAdapter.createElement(tag, html.NS.HTML, []), parentNode: parent };
}

/** Every element beneath a node, in the order of the page. */
export function elementsOf(parent: Parent): readonly Element[] {
  return parent.childNodes.flatMap(node => (isElement(node) ? [node, ...elementsOf(node)] : []));
}

/** The value of an attribute, or null. */
export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find(each => each.name === name)?.value ?? null;
}

/** Gives an attribute a value, or with null takes it away. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  const others = element.attrs.filter(each => each.name !== name);
  element.attrs = value === null ? others : [...others, { name, value }];
}
