import { linesHeight, type Sheet } from './drawing.ts';
import type { Span } from './place.ts';
import { linesRoom, type Weight, wrapText } from './words.ts';

/** A row of a chart: the lines of its name, the heights at which name and marks are centred, and the marks' stretch. */
export type Row = {
  readonly name: readonly string[];
  readonly weight: Weight;
  readonly nameMiddle: number;
  readonly middle: number;
  readonly span: Span;
};

/** Rows from top to bottom; the marks lie between `left` and the end of the sheet. */
export type Rows = { readonly rows: readonly Row[]; readonly left: number; readonly bottom: number };

/** What a row needs: its name, the height of its marks, and of what is printed over them. */
export type RowWish = {
  readonly name: string;
  readonly weight: Weight;
  readonly extent: number;
  readonly over?: number;
};

type Layout = { readonly sheet: Sheet; readonly top: number; readonly air: number };

/** Rows with their names in a column at the left: for a page with room. */
export function namesBeside(wishes: readonly RowWish[], { sheet, top, air }: Layout): Rows {
  const names = wishes.map(({ name, weight }) => wrapText(name, sheet.width * 0.32, sheet.size, weight));
  const left =
    Math.max(0, ...names.map((name, index) => linesRoom(name, sheet.size, wishes[index]?.weight))) + 12;
  let bottom = top;
  const rows = wishes.map(({ weight, extent, over = 0 }, index) => {
    const name = names[index] ?? [];
    const height = Math.max(extent, linesHeight(name.length, sheet.size)) + air;
    const from = bottom;
    bottom += over + height;
    const middle = bottom - height / 2;
    return { name, weight, nameMiddle: middle, middle, span: { from, to: bottom } };
  });
  return { rows, left, bottom };
}

/** Rows with their names above their marks: for a phone. `aside` is room kept free at the end of the name's line. */
export function namesAbove(wishes: readonly RowWish[], { sheet, top, air }: Layout, aside = 0): Rows {
  let bottom = top;
  const rows = wishes.map(({ name, weight, extent, over = 0 }) => {
    const lines = wrapText(name, sheet.width - aside, sheet.size, weight);
    const words = linesHeight(lines.length, sheet.size);
    const nameMiddle = bottom + words / 2;
    const middle = bottom + words + over + 3 + extent / 2;
    bottom = middle + extent / 2 + air;
    const span = { from: middle - extent / 2 - 3, to: middle + extent / 2 + 3 };
    return { name: lines, weight, nameMiddle, middle, span };
  });
  return { rows, left: 0, bottom };
}
