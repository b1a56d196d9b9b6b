import type { TrendChart } from '../model/chart.ts';
import type { ChartSheet } from './drawing.ts';
import type * as vl from './kit.ts';
import { seriesLooks } from './palette.ts';
import { endLabel, tellYears, yearsSpec } from './years.ts';

/** Lines over consecutive periods, each named at its end; neither a missing year nor a break is bridged. */
export const trendKind: vl.ChartKind<TrendChart> = { spec: yearsSpec, tell };

function tell(chart: TrendChart, sheet: ChartSheet): vl.ChartTold {
  const { periods } = chart;
  // A series with nothing to plot and nothing missing has no place in the chart.
  const series = chart.series.filter(({ marks }) => marks.some(mark => mark !== null));
  const looks = seriesLooks(series.map(({ role }) => role));
  const lines = series.map(({ name, marks }, index) => {
    const { at, value } = endLabel(marks);
    const label = at === -1 || at === marks.length - 1 ? name + value : `${name}, to ${periods[at]}`;
    return { name, marks, look: looks[index] ?? 'other', label };
  });
  return tellYears({ ...chart, lines, head: sheet.small.size / 2 + 2 }, sheet);
}

/** Lines that hide one another: the names of two series, and the periods over which they have the same figures. */
export type Coincidence = {
  readonly names: readonly [string, string];
  readonly from: string;
  readonly to: string;
};

/** Where one line of a trend cannot be seen under another: for two years or more, or for all the figures that it has. */
export function coincidencesIn({ series, periods, breaks }: TrendChart): readonly Coincidence[] {
  const known = (marks: (typeof series)[number]['marks']) =>
    marks.filter(mark => typeof mark?.number === 'number').length;
  return series.flatMap((one, index) =>
    series.slice(index + 1).flatMap(other => {
      const isSame = (at: number) => {
        const number = one.marks[at]?.number;
        return typeof number === 'number' && number === other.marks[at]?.number;
      };
      const goesOn = (at: number) =>
        isSame(at) && isSame(at - 1) && !breaks.some(({ before }) => before === at);
      const fewest = Math.min(known(one.marks), known(other.marks)) === 1 ? 1 : 2;
      return periods.flatMap((from, at) => {
        if (!isSame(at) || goesOn(at)) return [];
        let to = at;
        while (goesOn(to + 1)) to += 1;
        const isHidden = to - at + 1 >= fewest;
        return isHidden ? [{ names: [one.name, other.name] as const, from, to: periods[to] ?? '' }] : [];
      });
    }),
  );
}
