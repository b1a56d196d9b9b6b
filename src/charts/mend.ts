import { type CustomPlugin, optimize, type PluginConfig, type XastElement } from 'svgo/browser';
import type { Width } from './drawing.ts';

/** Whose drawing it is: the figure's id, which of the two, and its accessible name; null for one that adds nothing to words. */
type Identity = {
  readonly id: string;
  readonly width: Width | 'spark';
  readonly name: string | null;
};

/**
 * Vega's SVG as a page can carry it: one named image with nothing inside for a screen reader to stumble over,
 * no fixed size, no background, no ids that could meet another's, and coordinates to two decimals.
 */
export function mendDrawing(svg: string, identity: Identity): string {
  const { id, width } = identity;
  return optimize(svg, {
    plugins: [
      stripped,
      'moveElemsAttrsToGroup',
      'removeEmptyContainers',
      'collapseGroups',
      // Looking for ids costs a fifth of the whole; most drawings have none.
      ...(svg.includes(' id="') ? [prefixed(`${id}-${width}`)] : []),
      framed(identity),
    ],
  }).data;
}

function prefixed(prefix: string): PluginConfig {
  return { name: 'prefixIds', params: { prefix, delim: '-', prefixClassNames: false } };
}

// Vega's full-size rectangles: a background would be a white slab in forced colours.
const slabs = ['background', 'foreground'];

const geometry = ['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'transform'];

/** Takes out what Vega says of its own workings, and rounds what is left. */
const stripped: CustomPlugin = {
  name: 'stripped',
  fn: () => ({
    element: {
      enter: (node, parent) => {
        const isEmpty = node.name === 'text' && node.children.length === 0;
        if (isEmpty || slabs.includes(node.attributes.class ?? '')) {
          parent.children = parent.children.filter(child => child !== node);
          return;
        }
        flatten(node, parent as XastElement);
        for (const [name, value] of Object.entries(node.attributes)) {
          if (isNoise(name, value)) delete node.attributes[name];
          else if (geometry.includes(name))
            node.attributes[name] = value.replace(/-?\d*\.?\d+(?:e-?\d+)?/g, rounded);
        }
      },
    },
  }),
};

function isNoise(name: string, value: string): boolean {
  if (
    [
      'role',
      'class',
      'font-family',
      'stroke-miterlimit',
      'xmlns:xlink',
      'version',
      'pointer-events',
    ].includes(name)
  )
    return true;
  return (
    name.startsWith('aria-') ||
    value === '' ||
    value === 'translate(0,0)' ||
    (name.endsWith('opacity') && value === '1')
  );
}

function rounded(number: string): string {
  return String(Number(Number(number).toFixed(2)));
}

const moves = new WeakMap<object, readonly [number, number]>();

/** Puts everything at plain coordinates of the drawing, instead of moving the origin of each group of marks. */
function flatten(node: XastElement, parent: XastElement): void {
  const [, x = '0', y = '0'] = node.attributes.transform?.match(/^translate\(([^,]+),([^)]+)\)$/) ?? [];
  const [left, top] = moves.get(parent) ?? [0, 0];
  const [across, down] = [left + Number(x), top + Number(y)];
  if (node.name === 'g' || node.name === 'svg') {
    moves.set(node, [across, down]);
    delete node.attributes.transform;
  } else if (node.name === 'text') {
    delete node.attributes.transform;
    node.attributes = { x: String(across), y: String(down), ...node.attributes };
  } else if (node.attributes.transform !== undefined || node.name !== 'path') {
    node.attributes.transform = `translate(${across},${down})`;
  } else {
    node.attributes.d = (node.attributes.d ?? '').replaceAll(
      /([ML])(-?[\d.e-]+),(-?[\d.e-]+)/g,
      (_, letter: string, px: string, py: string) => `${letter}${Number(px) + left},${Number(py) + top}`,
    );
  }
}

/** Names the whole as one image and hides everything in it: `role="img"` alone does not in Chromium. */
function framed({ width, name }: Identity): CustomPlugin {
  return {
    name: 'framed',
    fn: () => ({
      element: {
        enter: (node, parent) => {
          if (parent.type !== 'root') return;
          const { xmlns = '', viewBox = '' } = node.attributes;
          node.attributes = {
            xmlns,
            class: width === 'spark' ? 'sparkline' : `chart chart--${width}`,
            ...(name === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': name }),
            focusable: 'false',
            // Letters set wider by the reader may run over the edge, but are not cut off.
            overflow: 'visible',
            viewBox: withHeadroom(viewBox),
          };
          const inner = {
            'aria-hidden': 'true',
            'font-family': 'var(--chart-font, Arial, Helvetica, sans-serif)',
          };
          node.children = [{ type: 'element', name: 'g', attributes: inner, children: node.children }];
        },
      },
    }),
  };
}

/** Room over the top line of words, in pixels: some faces rise higher than the ones that were planned for. */
const headroom = 5;

function withHeadroom(viewBox: string): string {
  const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
  return [left, top - headroom, width, height + headroom].join(' ');
}
