import { specificationOf } from '../charts/specification.ts';
import { madeWhenAsked } from './data-files.ts';
import type { FileView, Page } from './page.ts';
import type { ChartView } from './view.ts';

export type PlacedChart = { readonly href: string; readonly chart: ChartView };

export function chartsOn(pages: readonly Page[]): readonly PlacedChart[] {
  return pages.flatMap(page => chartsIn(page).map(chart => ({ href: page.href, chart })));
}

/** The specification of each chart, in the folder of the page that it stands on: the page links to it by its name. */
export function chartFiles(charts: readonly PlacedChart[]): readonly FileView[] {
  return charts.map(({ href, chart }) =>
    madeWhenAsked(`${href}${chart.id}.vl.json`, () => specificationOf(chart.chart, chart)),
  );
}

function chartsIn({ view }: Page): readonly ChartView[] {
  const charts: ChartView[] = [];
  // A view has tens of thousands of parts: nothing is made for any of them.
  const look = (value: unknown) => {
    if (value === null || typeof value !== 'object') return;
    if (isChart(value)) charts.push(value);
    else if (Array.isArray(value)) value.forEach(look);
    else for (const name in value) look(value[name as keyof typeof value]);
  };
  look(view);
  return charts;
}

function isChart(value: object): value is ChartView {
  return 'chart' in value && 'subtitle' in value && 'title' in value && 'id' in value;
}
