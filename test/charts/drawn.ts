import type { Ticks } from '../../src/charts/axis.ts';
import { sheets, type Width, widths } from '../../src/charts/drawing.ts';
import { tellOf } from '../../src/charts/kinds.ts';
import type { ChartTold } from '../../src/charts/kit.ts';
import type { Words } from '../../src/charts/lettering.ts';
import { makePen } from '../../src/charts/render.ts';
import type { Chart } from '../../src/model/chart.ts';

const pen = makePen();

/** The two drawings of a chart. */
export function drawnBoth(chart: Chart, name: string): Record<(typeof widths)[number], string> {
  const [wide, narrow] = widths.map(width => pen({ kind: 'chart', chart, width, name }));
  return { wide: wide ?? '', narrow: narrow ?? '' };
}

/** A path of a drawing that stands at a place: a marker or a dot. */
type Marker = {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly stroke: string;
  readonly shape: string;
};
/** A bar, its ends in pixels. */
type Bar = {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly height: number;
  readonly fill: string;
};
/** A line of a series: its pieces, each a list of places. */
type Line = {
  readonly stroke: string;
  readonly dash: string;
  readonly pieces: readonly (readonly (readonly [number, number])[])[];
};
type Straight = {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly dash: string;
  readonly width: number;
};

/** A finished drawing as its parts, where they stand in it, and what its specification was told. */
export type Drawn = {
  readonly svg: string;
  readonly told: ChartTold;
  readonly words: readonly Words[];
  readonly texts: readonly string[];
  readonly markers: readonly Marker[];
  readonly bars: readonly Bar[];
  readonly lines: readonly Line[];
  readonly rules: readonly Straight[];
  /** The number that a place in pixels stands for, on the axis of the numbers. */
  readonly across: (x: number) => number;
  readonly up: (y: number) => number;
};

/** A chart drawn at one width, and read again from the SVG alone. */
export function read(chart: Chart, width: Width): Drawn {
  return readSvg(pen({ kind: 'chart', chart, width, name: 'A chart.' }), tellOf(chart, width));
}

export function readSvg(svg: string, told: ChartTold): Drawn {
  const elements = elementsIn(svg);
  const paths = elements.filter(({ tag }) => tag === 'path');
  const moved = (of: (name: string) => string) =>
    (/translate\(([-\d.]+),([-\d.]+)\)/.exec(of('transform')) ?? []).slice(1).map(Number) as [number, number];
  const { plot, params } = told;
  const [low, high] = [Number(params.low), Number(params.high)];
  const words = wordsIn(svg);
  return {
    svg,
    told,
    words,
    texts: words.map(({ text }) => text),
    markers: paths
      .filter(({ of }) => of('transform') !== '')
      .map(({ of }) => {
        const [x, y] = moved(of);
        return { x, y, fill: of('fill'), stroke: of('stroke'), shape: of('d').replaceAll(/[-\d.,]+/g, ' ') };
      }),
    bars: paths.flatMap(({ of }) => {
      const [x, y, extent, height] = (/^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h/.exec(of('d')) ?? [])
        .slice(1)
        .map(Number);
      return x === undefined ||
        y === undefined ||
        extent === undefined ||
        height === undefined ||
        of('transform') !== ''
        ? []
        : [{ x, x2: x + extent, y, height, fill: of('fill') }];
    }),
    lines: paths
      .filter(({ of }) => of('stroke-linejoin') !== '')
      .map(({ of }) => ({
        stroke: of('stroke'),
        dash: of('stroke-dasharray'),
        pieces: of('d')
          .split('M')
          .slice(1)
          .map(piece =>
            piece
              .replace('Z', '')
              .split('L')
              .map(place => place.split(',').map(Number) as [number, number]),
          ),
      })),
    rules: elements
      .filter(({ tag }) => tag === 'line')
      .map(({ of }) => {
        const [x, y] = moved(of);
        return {
          x,
          y,
          x2: x + Number(of('x2')),
          y2: y + Number(of('y2')),
          stroke: of('stroke'),
          dash: of('stroke-dasharray'),
          width: Number(of('stroke-width') || '1'),
        };
      }),
    across: x => low + ((x - plot.left) / (plot.right - plot.left)) * (high - low),
    up: y => low + ((plot.bottom - y) / (plot.bottom - plot.top)) * (high - low),
  };
}

type Element = { readonly tag: string; readonly of: (name: string) => string; readonly text: string };

/** The elements of a finished drawing, each with what its groups say of all in them. */
function elementsIn(svg: string): readonly Element[] {
  const groups: string[] = [];
  const found: Element[] = [];
  for (const [, end, tag = '', attributes = '', text = ''] of svg.matchAll(
    /<(\/?)([a-z]+)\b([^>]*?)\/?>([^<]*)/g,
  )) {
    if (end === '/') {
      if (tag === 'g') groups.pop();
      continue;
    }
    const all = [attributes, ...groups.toReversed()];
    const of = (name: string) =>
      all.map(each => new RegExp(` ${name}="([^"]*)"`).exec(each)?.[1]).find(value => value !== undefined) ??
      '';
    found.push({ tag, of, text });
    if (tag === 'g') groups.push(attributes);
  }
  return found;
}

/** The words of a finished drawing, where they stand. */
export function wordsIn(svg: string): readonly Words[] {
  const aligned = { start: 'left', middle: 'center', end: 'right' } as const;
  return elementsIn(svg)
    .filter(({ tag, text }) => tag === 'text' && text !== '')
    .map(({ of, text }) => ({
      x: Number(of('x')),
      y: Number(of('y')),
      text: text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      align: aligned[of('text-anchor') as keyof typeof aligned] ?? 'left',
      size: Number.parseFloat(of('font-size')),
      weight: of('font-weight') === 'bold' ? 'bold' : 'normal',
    }));
}

/** The axis of the numbers of a chart. */
export const axisOf = (chart: Chart) => tellOf(chart, 'wide').params as Ticks;

/** The width of a drawing, in pixels. */
export const sheetWidth = (width: Width) => sheets[width].width;
