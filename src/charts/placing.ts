import { type DrawingSize, linesHeight } from './drawing.ts';
import { linesRoom, type Weight, wrapText } from './lettering.ts';

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
type RowWish = {
  readonly name: string;
  readonly weight: Weight;
  readonly extent: number;
  readonly over?: number;
};

type Layout = { readonly sheet: DrawingSize; readonly top: number; readonly air: number };

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

/** A thing wanting a place on one axis: where its middle would like to be, and how much it takes up. */
type Wish = { readonly middle: number; readonly extent: number };

/**
 * Middles, in the order given, for things that must not overlap: each as near its wish as can be, none before
 * `low`, and none past `high` as long as there is room for all.
 */
export function spread(wishes: readonly Wish[], low: number, high: number): readonly number[] {
  const clusters: (readonly Member[])[] = [];
  const members = wishes
    .map((wish, index) => ({ ...wish, index }))
    .sort((a, b) => a.middle - b.middle || a.index - b.index);
  for (const member of members) {
    clusters.push([member]);
    while (clusters.length > 1) {
      const [before, last] = clusters.slice(-2) as [readonly Member[], readonly Member[]];
      if (start(before, low, high) + extent(before) <= start(last, low, high)) break;
      clusters.splice(-2, 2, [...before, ...last]);
    }
  }
  const middles: number[] = [];
  for (const cluster of clusters) {
    let edge = start(cluster, low, high);
    for (const member of cluster) {
      middles[member.index] = edge + member.extent / 2;
      edge += member.extent;
    }
  }
  return middles;
}

type Member = Wish & { readonly index: number };

function extent(cluster: readonly Member[]): number {
  return cluster.reduce((sum, member) => sum + member.extent, 0);
}

/** Where a stack of things begins so that they lie nearest their wishes on average. */
function start(cluster: readonly Member[], low: number, high: number): number {
  let above = 0;
  let sum = 0;
  for (const member of cluster) {
    sum += member.middle - (above + member.extent / 2);
    above += member.extent;
  }
  return Math.max(low, Math.min(sum / cluster.length, high - above));
}

/** A stretch of one axis. */
type Span = { readonly from: number; readonly to: number };

/** For each span, the first lane in which it meets no span before it: 0 when nothing is in its way. */
export function lanes(spans: readonly Span[]): readonly number[] {
  const filled: Span[][] = [];
  return spans.map(span => {
    let lane = 0;
    while (filled[lane]?.some(other => span.from < other.to && other.from < span.to)) lane += 1;
    filled[lane] = [...(filled[lane] ?? []), span];
    return lane;
  });
}
