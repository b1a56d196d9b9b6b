import type { Chart } from '../model/chart.ts';
import type { Ticks } from './axis.ts';
import { bulletKind } from './bullet-chart.ts';
import { comparisonKind } from './comparison-chart.ts';
import { type ChartSheet, sheets, type Width } from './drawing.ts';
import { gapKind } from './gap-chart.ts';
import type { ChartKind, ChartTold, Row } from './kit.ts';
import { paceKind } from './pace-chart.ts';
import { profileKind } from './profile-chart.ts';
import { rangeKind } from './range-chart.ts';
import { stripKind } from './strip-chart.ts';
import { targetKind } from './target-chart.ts';
import { trendKind } from './trend-chart.ts';

const kinds: { readonly [Kind in Chart['kind']]: ChartKind<Extract<Chart, { readonly kind: Kind }>> } = {
  trend: trendKind,
  comparison: comparisonKind,
  gap: gapKind,
  profile: profileKind,
  strip: stripKind,
  target: targetKind,
  bullet: bulletKind,
  range: rangeKind,
  pace: paceKind,
};

export function kindOf(chart: Chart): ChartKind<Chart> {
  return kinds[chart.kind] as ChartKind<Chart>;
}

export function tellOf(chart: Chart, width: Width): ChartTold {
  return kindOf(chart).tell(chart, sheets[width]);
}

/** What is told, as Vega takes it: sizes and parameters, and rows by name, what we place standing from the corner of the axes. */
export function filled(
  { plot, params, data, words = [], rules = [], ...told }: ChartTold,
  sheet: ChartSheet,
) {
  const { left, top, right, bottom } = plot;
  const tidy = (pixels: number) => Number(pixels.toFixed(2));
  return {
    width: right - left,
    height: bottom - top,
    padding: { left, top, right: sheet.width - right, bottom: Math.ceil(told.height) - bottom },
    params: { ...params, size: sheet.words.size, small: sheet.small.size } as Readonly<
      Record<string, unknown>
    >,
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

/** Where the labelled axis of a chart starts, as "45%", when that is not at zero: its subtitle must say so. Null when it is. */
export function axisStart(chart: Chart): string | null {
  const { low, high, labels = [] } = tellOf(chart, 'wide').params as Partial<Ticks>;
  return Number(low) <= 0 && Number(high) >= 0 ? null : (labels[0] ?? null);
}
