import type { TrendChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import { type Axis, drawingSizes, gather, type Width } from './drawing.ts';
import type { ChartKind, ChartTold } from './kit.ts';
import { linesRoom } from './lettering.ts';
import { lineLabels, placeLabels } from './line-labels.ts';
import { markLabel, seriesLooks } from './palette.ts';
import { axesTold, notesOver, periodAxis, rowsOfLine, symbolRows, yearsSpec } from './years.ts';

/** Lines over consecutive periods, each named at its end; neither a missing year nor a break is bridged. */
export const trendKind: ChartKind<TrendChart> = { spec: yearsSpec, tell };

function tell(given: TrendChart, width: Width): ChartTold {
  // A series with nothing to plot and nothing missing has no place in the chart.
  const chart = { ...given, series: given.series.filter(series => series.marks.some(mark => mark !== null)) };
  const { periods } = chart;
  const sheet = drawingSizes[width];
  const looks = seriesLooks(chart.series.map(({ role }) => role));
  const lines = chart.series.map(({ name, marks }, index) => ({
    name,
    marks,
    look: looks[index] ?? 'other',
  }));
  const labels = lineLabels(
    lines.map(({ name, marks, look }) => {
      const at = marks.findLastIndex(mark => typeof mark?.number === 'number');
      const mark = marks[at];
      const value = mark ? ` ${markLabel(mark)}` : '';
      const text = at === -1 || at === marks.length - 1 ? name + value : `${name}, to ${periods[at]}`;
      return { text, look, numbers: marks.map(each => each?.number ?? null) };
    }),
    sheet,
    width,
  );
  const ticks = trendTicks(chart);
  const left = linesRoom(ticks.labels, sheet.small) + 8;
  const right = sheet.width - labels.room + 8;
  const x = periodAxis(periods.length, left, right);
  const notes = notesOver(chart, x, sheet);
  const top = notes.height + sheet.small / 2 + 2;
  const bottom = top + Math.max(width === 'wide' ? 250 : 220, labels.height);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const symbols = symbolRows(chart, { x, left, top: bottom, sheet });
  return {
    width: sheet.width,
    height: Math.ceil(symbols.bottom + sheet.small * 1.9),
    plot: { left, right, top, bottom },
    params: axesTold(periods, x, ticks, symbols.bottom - bottom, sheet),
    data: {
      breaks: notes.breaks(top),
      // The council comes first, and is drawn last: over the others.
      rows: lines.toReversed().flatMap(line => rowsOfLine(line, chart, x)),
    },
    ...gather(
      { words: notes.words },
      symbols.marks,
      placeLabels(labels, {
        x,
        y,
        top,
        bottom: symbols.bottom,
        symbols: symbols.middles,
        breaks: chart.breaks,
      }),
    ),
  };
}

/** The gridlines of a trend's vertical axis, in either drawing: its lowest says where the axis starts. */
export function trendTicks(chart: TrendChart): Ticks {
  const numbers = chart.series.flatMap(({ marks }) =>
    marks.flatMap(mark =>
      [mark, mark?.interval?.low, mark?.interval?.high].flatMap(each => each?.number ?? []),
    ),
  );
  return ticksFor(numbers, chart.scale);
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
