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
export type Span = { readonly from: number; readonly to: number };

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
