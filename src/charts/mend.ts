import type { Width } from './drawing.ts';

/** Which of a figure's drawings it is, and its accessible name; null for one that adds nothing to words. */
type Identity = { readonly width: Width | 'spark'; readonly name: string | null };

type Attributes = Record<string, string>;
type Point = readonly [number, number];
type Mark = { readonly tag: string; readonly attributes: Attributes; readonly text: string };

/**
 * Vega's SVG as a page can carry it: one named image with nothing inside for a screen reader to stumble over, no fixed size,
 * no background, nothing of Vega's own workings, and coordinates of the whole drawing to two decimals. It throws at ids,
 * which could meet those of another drawing.
 */
export function mendDrawing(svg: string, identity: Identity): string {
  if (svg.includes(' id="')) throw new Error('invalid drawing: an id in it could meet that of another');
  const origins: Point[] = [[0, 0]];
  const marks: string[] = [];
  let group: Mark[] = [];
  for (const [, end, tag = '', given = '', , text = ''] of svg.matchAll(elements)) {
    const origin = origins.at(-1) as Point;
    const { class: part = '', ...attributes } = attributesIn(given);
    if (tag === 'g') {
      marks.push(together(group));
      group = [];
      if (end === '/') origins.pop();
      else if (!given.endsWith('/')) origins.push(movedBy(attributes, origin));
    } else if (end === '' && tag !== 'svg' && !slabs.includes(part) && isSeen(tag, attributes, text)) {
      group.push({ tag, attributes: placed(tag, attributes, origin), text });
    }
  }
  const [, viewBox = ''] = / viewBox="([^"]*)"/.exec(svg) ?? [];
  return framed(`<g fill="none">${marks.join('')}</g>`, viewBox, identity);
}

const elements = /<(\/?)([a-z]+)((?: [^>]*?)?)(\/?)>([^<]*)/g;

// Vega's full-size rectangles: a background would be a white slab in forced colours.
const slabs = ['background', 'foreground'];

function isSeen(tag: string, { d }: Attributes, text: string): boolean {
  return tag === 'text' ? text !== '' : tag !== 'path' || d !== undefined;
}

const noise = /^(aria-.*|role|font-family|stroke-miterlimit|pointer-events)$/;

/** What is said of an element, but for Vega's own workings and what says nothing. */
function attributesIn(given: string): Attributes {
  const said = given.matchAll(/ ([\w:-]+)="([^"]+)"/g);
  const pairs = said.map(([, name = '', value = '']) => [name, value] as const);
  return Object.fromEntries(
    pairs.filter(([name, value]) => !noise.test(name) && !(name.endsWith('opacity') && value === '1')),
  );
}

/** Of an element in a group whose origin is given. */
function movedBy({ transform = '' }: Attributes, [left, top]: Point): Point {
  const [, x = '0', y = '0'] = /^translate\(([^,]+),([^)]+)\)$/.exec(transform) ?? [];
  return [left + Number(x), top + Number(y)];
}

/** An element at plain coordinates of the drawing, rounded, instead of in groups that move their origin. */
function placed(tag: string, { transform, d, ...look }: Attributes, origin: Point): Attributes {
  const [across, down] = movedBy({ transform: transform ?? '' }, origin);
  const [x, y] = [rounded(across), rounded(down)];
  if (tag === 'text') return { x, y, ...look };
  const moves: Attributes = transform === undefined ? {} : { transform: `translate(${x},${y})` };
  for (const name of ['x2', 'y2']) if (look[name] !== undefined) look[name] = rounded(Number(look[name]));
  if (d === undefined) return { ...moves, ...look };
  const moved = (_: string, letter: string, px: string, py: string) =>
    `${letter}${Number(px) + across},${Number(py) + down}`;
  const path = transform === undefined ? d.replaceAll(/([ML])(-?[\d.e-]+),(-?[\d.e-]+)/g, moved) : d;
  const tidy = path.replaceAll(/-?\d*\.?\d+(?:e-?\d+)?/g, each => rounded(Number(each)));
  return { ...moves, d: tidy, ...look };
}

function rounded(number: number): string {
  return String(Number(number.toFixed(2)));
}

const inherited = /^(fill|stroke|font|text)/;

/** The marks of a group, what looks the same of all of them said once. */
function together(group: readonly Mark[]): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const isShared = ([name, value]: [string, string]) =>
    others.length > 0 && inherited.test(name) && others.every(({ attributes }) => attributes[name] === value);
  const shared = Object.entries(first.attributes).filter(isShared);
  const inner = group.map(({ tag, attributes, text }) => {
    const own = Object.entries(attributes).filter(([name]) => !shared.some(([each]) => each === name));
    return `<${tag}${listed(own)}${text === '' ? '/>' : `>${text}</${tag}>`}`;
  });
  return shared.length === 0 ? inner.join('') : `<g${listed(shared)}>${inner.join('')}</g>`;
}

function listed(attributes: readonly (readonly [string, string])[]): string {
  return attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
}

/** Room over the top line of words, in pixels: some faces rise higher than the ones that were planned for. */
const headroom = 5;

/** Names the whole as one image and hides everything in it: `role="img"` alone does not in Chromium. */
function framed(drawn: string, viewBox: string, { width, name }: Identity): string {
  const [left = 0, top = 0, across = 0, height = 0] = viewBox.split(' ').map(Number);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: width === 'spark' ? 'sparkline' : `chart chart--${width}`,
    ...(name === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': name }),
    focusable: 'false',
    // Letters set wider by the reader may run over the edge, but are not cut off.
    overflow: 'visible',
    viewBox: `${left} ${top - headroom} ${across} ${height + headroom}`,
  };
  const inner = {
    'aria-hidden': 'true',
    'font-family': 'var(--chart-font, Arial, Helvetica, sans-serif)',
  };
  const spoken = Object.entries(root).map(([each, value]) => [each, escaped(value)] as const);
  return `<svg${listed(spoken)}><g${listed(Object.entries(inner))}>${drawn}</g></svg>`;
}

function escaped(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, each => entities[each as keyof typeof entities]);
}
