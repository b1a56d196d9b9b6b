import type { TrendChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  gather,
  gridline,
  type Marks,
  position,
  rule,
  type Sheet,
  sheets,
  type Vertex,
  type Width,
} from './drawing.ts';
import { type Look, marker, paper, seriesLooks } from './palette.ts';
import { statusMarker } from './status.ts';
import { breakNotes } from './trend-breaks.ts';
import { endLabels, placeLabels } from './trend-labels.ts';
import { symbolRows } from './trend-symbols.ts';
import { linesRoom, textRoom } from './words.ts';

type Series = TrendChart['series'][number];

/** Lines over consecutive periods, each named at its end; neither a missing year nor a break is bridged. */
export function drawTrend(given: TrendChart, width: Width): Drawing {
  // A series with nothing to plot and nothing missing has no place in the chart.
  const chart = { ...given, series: given.series.filter(series => series.marks.some(mark => mark !== null)) };
  const sheet = sheets[width];
  const looks = seriesLooks(chart.series.map(series => series.role));
  const ticks = trendTicks(chart);
  const labels = endLabels(chart, width);
  const left = linesRoom(ticks.labels, sheet.small) + 8;
  const x = periodAxis(chart.periods.length, left + 14, sheet.width - labels.room);
  const notes = breakNotes(chart.breaks, x, sheet);
  const top = notes.height + sheet.small / 2 + 2;
  const bottom = top + Math.max(width === 'wide' ? 250 : 220, labels.height);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const symbols = symbolRows(chart, looks, { x, left, top: bottom, sheet });
  return {
    width: sheet.width,
    height: Math.ceil(symbols.bottom + sheet.small * 1.9),
    x,
    y,
    ...gather(
      grid(ticks, y, left, x.range[1] + 8, sheet),
      notes.draw(bottom),
      placeLabels(labels, looks, { x, y, top, bottom: symbols.bottom, symbols: symbols.middles }),
      symbols.marks,
      periodLabels(chart.periods, x, symbols.bottom, sheet),
      // The council comes first, and is drawn last: over the others.
      ...chart.series
        .map((series, index) => line(chart, series, `${index}`, looks[index] as Look, x))
        .reverse(),
    ),
  };
}

/** The gridlines of a trend's vertical axis, in either drawing: its lowest says where the axis starts. */
export function trendTicks(chart: TrendChart): Ticks {
  const numbers = chart.series.flatMap(series => series.marks.flatMap(mark => mark?.number ?? []));
  return ticksFor(numbers, chart.scale);
}

/** The axis of some periods. A single one stands at the right, beside its labels. */
export function periodAxis(periods: number, left: number, right: number): Axis {
  return { domain: [Math.min(0, periods - 2), periods - 1], range: [left, right] };
}

/** Gridlines with their labels at the left; the one at zero is firm. */
export function grid(ticks: Ticks, y: Axis, left: number, right: number, sheet: Sheet): Partial<Marks> {
  const heights = ticks.at.map(tick => position(y, tick));
  return {
    rules: heights.map((height, index) =>
      (ticks.at[index] === 0 ? rule : gridline)([left, height], [right, height]),
    ),
    words: heights.flatMap((height, index) =>
      block([ticks.labels[index] ?? ''], left - 8, height, { size: sheet.small, align: 'right' }),
    ),
  };
}

/** As many period labels as fit with air between them, counted back from the last. */
export function periodLabels(periods: readonly string[], x: Axis, top: number, sheet: Sheet): Partial<Marks> {
  const last = periods.length - 1;
  const apart = position(x, 1) - position(x, 0);
  const needed = Math.max(...periods.map(period => textRoom(period, sheet.small))) + 10;
  const every = Math.max(1, Math.ceil(needed / apart));
  const shown = periods
    .map((period, index) => ({ period, index }))
    .filter(({ index }) => (last - index) % every === 0);
  return {
    words: shown.flatMap(({ period, index }) =>
      block([period], position(x, index), top + sheet.small * 1.1, { size: sheet.small, align: 'center' }),
    ),
  };
}

/** One series: a line in as many pieces as its gaps and breaks make, and its markers. */
function line(chart: TrendChart, series: Series, id: string, look: Look, x: Axis): Partial<Marks> {
  const pen = { series: id, stroke: look.colour, dash: look.dash, width: look.width };
  const known = series.marks.map(mark => mark?.number ?? null);
  const vertices: Vertex[] = [];
  for (const [index, number] of known.entries()) {
    if (chart.breaks.some(({ before }) => before === index))
      vertices.push({ ...pen, order: index - 0.5, x: index - 0.5, y: null });
    vertices.push({ ...pen, order: index, x: index, y: number });
  }
  // Comparators are told apart by their dashes, which markers all along would hide.
  const marked = look.dash.length === 0 && position(x, 1) - position(x, 0) > 22;
  return {
    lines: vertices,
    points: vertices.flatMap(({ x: at, y: number }, place) => {
      const ends = (vertices[place - 1]?.y ?? null) === null || (vertices[place + 1]?.y ?? null) === null;
      const mark = series.marks[at];
      if (number === null || !mark) return [];
      const own = statusMarker(marker(look), mark);
      return marked || ends || own.fill === paper ? [{ x: at, y: number, ...own }] : [];
    }),
  };
}
