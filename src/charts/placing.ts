import { type ChartSheet, type Placed, rule } from './drawing.ts';
import type { Box } from './kit.ts';
import type { Words } from './lettering.ts';

/** What rows need: their names, the height of their marks, of what is printed over them, and of the air between rows. */
type RowsWish = {
  readonly names: readonly string[];
  /** Which names are bold: where they stand over their marks all are, if nothing is said. */
  readonly isBold?: (row: number) => boolean;
  readonly extent: number;
  readonly over?: number;
  readonly air: number;
  readonly top?: number;
  /** What stands at the right of each row, in lines; on a phone in one, at the end of the name or under it where there is no room. */
  readonly asides?: readonly (readonly string[])[];
};

/**
 * Rows of a chart from top to bottom, all of one height, their names in a column at the left on a page with room, and over
 * their marks on a phone: where marks may begin, the middle of those of each row, the names, and what all charts of rows are told.
 */
export function rowsFor(wish: RowsWish, { width, isWide, words }: ChartSheet) {
  const { names, isBold = () => !isWide, over = 0, air, top = 0, asides = [] } = wish;
  const beside = asides.length === 0 ? 0 : words.widest(asides.flat()) + 12;
  const wrapped = names.map((name, row) => {
    const weight = isBold(row) ? 'bold' : 'normal';
    const lines = words.wrap(name, isWide ? width * 0.32 : width, weight);
    const last = words.room(lines.at(-1) ?? '', weight) + words.room(asides[row]?.join(' ') ?? '') + 12;
    return {
      weight,
      lines: isWide || asides.length === 0 || last <= width ? lines : [...lines, ''],
    } as const;
  });
  const tallest = words.height(Math.max(1, ...wrapped.map(({ lines }) => lines.length)));
  const extent = isWide
    ? Math.max(wish.extent, words.height(Math.max(0, ...asides.map(({ length }) => length))))
    : wish.extent;
  const height = isWide ? over + Math.max(extent, tallest) + air : tallest + 3 + over + extent + air;
  const drop = isWide ? over / 2 : tallest + 3 + over + extent / 2 - height / 2;
  const bottom = top + names.length * height;
  const middles = names.map((_, row) => top + (row + 0.5) * height + drop);
  const column = Math.max(...wrapped.map(({ lines, weight }) => words.widest(lines, weight))) + 12;
  return {
    left: isWide ? column : 0,
    right: width - (isWide ? beside : 0),
    middles,
    bottom,
    /** How far gridlines reach from the marks of a row: through all of it where nothing stands between rows. */
    reach: isWide ? height / 2 : extent / 2 + 3,
    params: { count: names.length, drop },
    plot: (left: number, right: number): Box => ({ left, right, top, bottom }),
    names: wrapped.flatMap(({ lines, weight }, row): readonly Words[] => {
      const middle = middles[row] ?? 0;
      const above = middle - extent / 2 - over - 3 - words.height(lines.length) / 2;
      return words.block(lines, 0, isWide ? middle : above, { weight }).filter(({ text }) => text !== '');
    }),
    asides: asides.flatMap((lines, row): readonly Words[] => {
      const middle = middles[row] ?? 0;
      const above = middle - extent / 2 - over - 3 - words.height(1) / 2;
      return words.block(isWide ? lines : [lines.join(' ')], width, isWide ? middle : above, {
        align: 'right',
      });
    }),
  };
}

// From the start of a key to its letters, with the swatch between; and from key to key.
const [indent, apart] = [20, 12];
// A line of letters that a reader sets apart is this much longer than is reckoned with.
const spacing = 1.2;

/** Words each after its swatch, from `left` in as many lines as needed; `height` is what they take, and `from` places them. */
export function keysFor(texts: readonly string[], left: number, { width, words }: ChartSheet) {
  let [x, top, tall] = [left, 0, 0];
  const places = texts.map(text => {
    const lines = words.wrap(text, (width - left - indent) / spacing);
    const taken = indent + Math.max(...lines.map(line => words.room(line)));
    if (x > left && x + taken > width) [x, top, tall] = [left, top + tall, 0];
    const place = { x, lines, middle: top + (words.height(lines.length) + 4) / 2 };
    x += taken + apart;
    tall = Math.max(tall, words.height(lines.length) + 4);
    return place;
  });
  return {
    height: top + tall,
    from: (start: number) => ({
      words: places.flatMap(place => words.block(place.lines, place.x + indent, start + place.middle)),
      swatches: places.map(place => ({ x: place.x + 8, y: start + place.middle })),
    }),
  };
}

/** A word and an arrow at one end of an axis, as "Better". The arrow is drawn: not every face has one. */
export function endWord(
  word: string,
  end: 'low' | 'high',
  middle: number,
  { small, width }: Pick<ChartSheet, 'small' | 'width'>,
  left = 0,
): Placed {
  const [tip, back, align] =
    end === 'high' ? ([width - 1, -1, 'right'] as const) : ([left + 1, 1, 'left'] as const);
  const arms = [
    [18, 0],
    [6, -4.5],
    [6, 4.5],
  ] as const;
  return {
    words: small.block([word], tip + back * 24, middle, { align }),
    rules: arms.map(([far, up]) => rule([tip + back * far, middle + up], [tip, middle], { width: 1.5 })),
  };
}

type Wish = { readonly middle: number; readonly extent: number };

/** Middles that do not overlap, each as near its wish as can be; past `high` only where there is no room. */
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
