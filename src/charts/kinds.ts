import type { Chart } from '../model/chart.ts';
import type { Ticks } from './axis.ts';
import { bulletKind } from './bullet-chart.ts';
import { comparisonKind } from './comparison-chart.ts';
import type { Width } from './drawing.ts';
import { gapKind, gapTicks } from './gap-chart.ts';
import type { ChartKind, ChartTold, Row } from './kit.ts';
import { profileKind } from './profile-chart.ts';
import { rangeKind, rangeTicks } from './range-chart.ts';
import { stripKind, stripTicks } from './strip-chart.ts';
import { targetKind, targetTicks } from './target-chart.ts';
import { trendKind, trendTicks } from './trend-chart.ts';

/** Every kind of chart, by its name. */
const kinds: { readonly [Kind in Chart['kind']]: ChartKind<Extract<Chart, { readonly kind: Kind }>> } = {
  trend: trendKind,
  comparison: comparisonKind,
  gap: gapKind,
  profile: profileKind,
  strip: stripKind,
  target: targetKind,
  bullet: bulletKind,
  range: rangeKind,
};

/** The kind of a chart: what it is drawn by. */
export function kindOf(chart: Chart): ChartKind<Chart> {
  return kinds[chart.kind] as ChartKind<Chart>;
}

/** What the specification of a chart's kind is told of it, at one width. */
export function tellOf(chart: Chart, width: Width): ChartTold {
  return kindOf(chart).tell(chart, width);
}

/** What is told, as Vega takes it: sizes and parameters, and rows by name, what we place standing from the corner of the axes. */
export function filled(
  { width, height, plot, params, data, words, rules }: ChartTold,
  { size, small }: { readonly size: number; readonly small: number },
) {
  const { left, top, right, bottom } = plot;
  return {
    width: right - left,
    height: bottom - top,
    padding: { left, top, right: width - right, bottom: height - bottom },
    params: { ...params, size, small } as Readonly<Record<string, unknown>>,
    data: {
      ...data,
      leaders: rules.map(({ x, y, x2, y2, ...look }) => ({
        x: tidy(x - left),
        y: tidy(y - top),
        x2: tidy(x2 - left),
        y2: tidy(y2 - top),
        ...look,
      })),
      words: words.map(({ x, y, ...word }) => ({ ...word, x: tidy(x - left), y: tidy(y - top) })),
    } as Readonly<Record<string, readonly Row[]>>,
  };
}

function tidy(pixels: number): number {
  return Number(pixels.toFixed(2));
}

/** Where the axis of a chart starts, as "45%", when that is not at zero: its subtitle must say so. Null when it is. */
export function axisStart(chart: Chart): string | null {
  switch (chart.kind) {
    case 'trend':
      return startOf(trendTicks(chart));
    case 'gap':
      return startOf(gapTicks(chart));
    case 'strip':
      return startOf(stripTicks(chart));
    case 'target':
      return startOf(targetTicks(chart));
    case 'range':
      return startOf(rangeTicks(chart));
    case 'comparison':
    case 'profile':
    case 'bullet':
      return null;
  }
}

function startOf({ low, high, labels }: Ticks): string | null {
  return low <= 0 && high >= 0 ? null : (labels[0] ?? null);
}
