import { widths } from '../../src/charts/drawing.ts';
import { makePen } from '../../src/charts/render.ts';
import type { Chart } from '../../src/model/chart.ts';

const pen = makePen();

/** The two drawings of a chart. */
export function drawnBoth(chart: Chart, id: string, name: string): Record<(typeof widths)[number], string> {
  const [wide, narrow] = widths.map(width => pen({ kind: 'chart', chart, width, id, name }));
  return { wide: wide ?? '', narrow: narrow ?? '' };
}
