import { type Letters, lettersOf, type Words } from './lettering.ts';
import { ink } from './palette.ts';

/** The two drawings of every chart: for a page with room, and for a phone. */
export const widths = ['wide', 'narrow'] as const;
export type Width = (typeof widths)[number];

/** What a chart is drawn on: its width in pixels, the letters of its words and the small ones of its axes and notes. */
export type ChartSheet = {
  readonly width: number;
  readonly isWide: boolean;
  readonly words: Letters;
  readonly small: Letters;
};

export const sheets: Readonly<Record<Width, ChartSheet>> = {
  wide: sheetOf({ width: 640, size: 16, small: 15 }),
  narrow: sheetOf({ width: 288, size: 14, small: 14 }),
};

function sheetOf({ width, size, small }: { width: number; size: number; small: number }): ChartSheet {
  return { width, isWide: width > 400, words: lettersOf(size), small: lettersOf(small) };
}

/** A straight line in pixels: a leader, the arm of an arrow. */
export type Rule = {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly width: number;
  readonly opacity: number;
};

export function rule(
  [x, y]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  look: Partial<Rule> = {},
): Rule {
  return { x, y, x2, y2, stroke: ink, width: 1, opacity: 1, ...look };
}

/** What we place ourselves, in pixels. */
export type Placed = { readonly rules: readonly Rule[]; readonly words: readonly Words[] };

export function gather(...parts: readonly Partial<Placed>[]): Placed {
  return { rules: parts.flatMap(({ rules = [] }) => rules), words: parts.flatMap(({ words = [] }) => words) };
}

export type Axis = { readonly domain: readonly [number, number]; readonly range: readonly [number, number] };

export function position({ domain: [from, to], range: [start, end] }: Axis, number: number): number {
  return start + ((number - from) / (to - from)) * (end - start);
}
