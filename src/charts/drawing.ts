import { textRoom, type Weight } from './lettering.ts';
import { ink } from './palette.ts';

/** The two drawings of every chart: for a page with room, and for a phone. */
export const widths = ['wide', 'narrow'] as const;
/** The name of one of the two drawings. */
export type Width = (typeof widths)[number];

/** The measures of each drawing, in pixels: its width, and the size of its words. */
export const drawingSizes = {
  wide: { width: 640, size: 16, small: 15 },
  narrow: { width: 288, size: 14, small: 14 },
} as const;
/** The measures of one drawing. */
export type DrawingSize = (typeof drawingSizes)[Width];

/** A stretch of numbers and the stretch of pixels that shows it. */
export type Axis = { readonly domain: readonly [number, number]; readonly range: readonly [number, number] };

/** A straight line in pixels: grid, baseline, break, leader. */
export type Rule = {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly dash: readonly number[];
  readonly width: number;
  readonly opacity: number;
};

/** One line of words in pixels, standing on its baseline `y`. */
export type Words = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly size: number;
  readonly weight: Weight;
};

/** What we place ourselves, in pixels. */
export type Placed = { readonly rules: readonly Rule[]; readonly words: readonly Words[] };

/** What several parts of a chart place, in order. */
export function gather(...parts: readonly Partial<Placed>[]): Placed {
  return {
    rules: parts.flatMap(part => part.rules ?? []),
    words: parts.flatMap(part => part.words ?? []),
  };
}

/** The pixel at which an axis shows a number. */
export function position(axis: Axis, number: number): number {
  const [from, to] = axis.domain;
  const [start, end] = axis.range;
  return start + ((number - from) / (to - from)) * (end - start);
}

/** A thin rule in the colour of text. */
export function rule(
  from: readonly [number, number],
  to: readonly [number, number],
  look: Partial<Rule> = {},
): Rule {
  const [x, y] = from;
  const [x2, y2] = to;
  return { x, y, x2, y2, stroke: ink, dash: [], width: 1, opacity: 1, ...look };
}

type Setting = {
  readonly align?: Words['align'];
  readonly size: number;
  readonly weight?: Weight;
};

/** The height that so many lines of a size take up. */
export function linesHeight(count: number, size: number): number {
  return count * size * 1.2;
}

/** Lines of words one under the other, centred on a height. */
export function block(
  lines: readonly string[],
  x: number,
  middle: number,
  setting: Setting,
): readonly Words[] {
  const { size, align = 'left', weight = 'normal' } = setting;
  // Letters reach from 0.72 of the size above their baseline to it: half of that puts them on the middle.
  const first = middle - linesHeight(lines.length - 1, size) / 2 + size * 0.36;
  return lines.map((text, index) => ({
    x,
    y: first + linesHeight(index, size),
    text,
    align,
    size,
    weight,
  }));
}

/** The box that words take up, by the estimated width of their letters. */
export function wordsBox(words: Words): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  const width = textRoom(words.text, words.size, words.weight);
  const left = words.x - (words.align === 'left' ? 0 : words.align === 'right' ? width : width / 2);
  return { left, right: left + width, top: words.y - words.size * 0.78, bottom: words.y + words.size * 0.22 };
}
