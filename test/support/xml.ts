import sax from 'sax';

/** An element of an XML file: its name, its attributes, its elements in order, and all text inside. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

/** The root of an XML file; throws where it is not well formed. */
export function parseXml(xml: string): Element {
  type Open = {
    name: string;
    attributes: Readonly<Record<string, string>>;
    children: Element[];
    text: string;
  };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const reader = sax.parser(true);
  reader.onerror = error => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  reader.onclosetag = () => void open.pop();
  reader.ontext = text => {
    for (const element of open) element.text += text;
  };
  reader.write(xml).close();
  const [only] = root.children;
  if (only === undefined) throw new Error('invalid XML: no element');
  return only;
}

/** Every element of a name, at any depth, in order. */
export function elements(within: Element, name: string): readonly Element[] {
  return within.children.flatMap(child => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
