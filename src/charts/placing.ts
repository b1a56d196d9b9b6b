import { block, type DrawingSize, linesHeight, type Width, type Words } from './drawing.ts';
import { linesRoom, type Weight, wrapText } from './lettering.ts';

/** Rows of a chart from top to bottom, all of one height, the names of the rows beside their marks or, on a phone, over them. */
export type Rows = {
  /** Where the marks may begin; where the rows begin and end. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** How far the marks of a row are under its middle, and the height of the marks of each. */
  readonly drop: number;
  readonly middles: readonly number[];
  readonly names: readonly Words[];
};

/** What rows need: their names, the height of their marks, of what is printed over them, and of the air between rows. */
type RowsWish = {
  readonly names: readonly { readonly text: string; readonly weight: Weight }[];
  readonly extent: number;
  readonly over?: number;
  readonly air: number;
  readonly top: number;
  /** Room kept free at the end of a name that stands over its marks. */
  readonly aside?: number;
  /** The lines of the longest of what stands there. */
  readonly asideLines?: number;
};

/** Rows with their names in a column at the left on a page with room, and over their marks on a phone. */
export function rowsFor(wish: RowsWish, sheet: DrawingSize, width: Width): Rows {
  const { names, extent, over = 0, air, top, aside = 0, asideLines = 1 } = wish;
  const isWide = width === 'wide';
  const room = isWide ? sheet.width * 0.32 : sheet.width - aside;
  const wrapped = names.map(({ text, weight }) => ({
    weight,
    lines: wrapText(text, room, sheet.size, weight),
  }));
  const most = Math.max(isWide ? 1 : asideLines, ...wrapped.map(({ lines }) => lines.length));
  const tallest = linesHeight(most, sheet.size);
  const height = isWide ? over + Math.max(extent, tallest) + air : tallest + 3 + over + extent + air;
  const drop = isWide ? over / 2 : tallest + 3 + over + extent / 2 - height / 2;
  const middles = names.map((_, row) => top + (row + 0.5) * height + drop);
  return {
    left: isWide
      ? Math.max(...wrapped.map(({ lines, weight }) => linesRoom(lines, sheet.size, weight))) + 12
      : 0,
    top,
    bottom: top + names.length * height,
    drop,
    middles,
    names: wrapped.flatMap(({ lines, weight }, row) => {
      const middle = middles[row] ?? 0;
      const above = middle - extent / 2 - over - 3 - linesHeight(lines.length, sheet.size) / 2;
      return block(lines, 0, isWide ? middle : above, { size: sheet.size, weight });
    }),
  };
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
