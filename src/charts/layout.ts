import type { Chart } from '../model/chart.ts';
import type { Ticks } from './axis.ts';
import { drawBullet } from './bullet-chart.ts';
import { drawComparison } from './comparison-chart.ts';
import type { Drawing, Width } from './drawing.ts';
import { drawGap, gapTicks } from './gap-chart.ts';
import { drawMultiples, multiplesTicks } from './multiples-chart.ts';
import { drawProfile } from './profile-chart.ts';
import { drawRange, rangeTicks } from './range-chart.ts';
import { drawStrip, stripTicks } from './strip-chart.ts';
import { drawTarget, targetTicks } from './target-chart.ts';
import { drawTrend, trendTicks } from './trend-chart.ts';

/** A chart laid out for one width: every mark and word in its place, before Vega draws it. */
export function layOut(chart: Chart, width: Width): Drawing {
  switch (chart.kind) {
    case 'trend':
      return drawTrend(chart, width);
    case 'comparison':
      return drawComparison(chart, width);
    case 'gap':
      return drawGap(chart, width);
    case 'profile':
      return drawProfile(chart, width);
    case 'strip':
      return drawStrip(chart, width);
    case 'multiples':
      return drawMultiples(chart, width);
    case 'target':
      return drawTarget(chart, width);
    case 'bullet':
      return drawBullet(chart, width);
    case 'range':
      return drawRange(chart, width);
  }
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
    case 'multiples':
      return chart.axes === 'own' ? null : startOf(multiplesTicks(chart)[0]);
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

function startOf(ticks: Ticks | undefined): string | null {
  if (ticks === undefined) return null;
  const { low, high, labels } = ticks;
  return low <= 0 && high >= 0 ? null : (labels[0] ?? null);
}
