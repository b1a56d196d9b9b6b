import type { TrendChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  gridline,
  linesHeight,
  type Marks,
  position,
  rule,
  type Vertex,
  type Width,
} from './drawing.ts';
import { linesRoom, textRoom, type Weight, wrapText } from './lettering.ts';
import { type Look, marker, markLabel, paper, seriesLooks, statusMarker } from './palette.ts';
import { lanes, spread } from './placing.ts';

type Series = TrendChart['series'][number];

/** Lines over consecutive periods, each named at its end; neither a missing year nor a break is bridged. */
export function drawTrend(given: TrendChart, width: Width): Drawing {
  // A series with nothing to plot and nothing missing has no place in the chart.
  const chart = { ...given, series: given.series.filter(series => series.marks.some(mark => mark !== null)) };
  const sheet = drawingSizes[width];
  const looks = seriesLooks(chart.series.map(series => series.role));
  const ticks = trendTicks(chart);
  const labels = endLabels(chart, width);
  const left = linesRoom(ticks.labels, sheet.small) + 8;
  const x = periodAxis(chart.periods.length, left + 14, sheet.width - labels.room);
  const notes = breakNotes(chart, x, sheet);
  const top = notes.height + sheet.small / 2 + 2;
  const bottom = top + Math.max(width === 'wide' ? 250 : 220, labels.height);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const symbols = symbolRows(chart, { x, left, top: bottom, sheet });
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
export function grid(ticks: Ticks, y: Axis, left: number, right: number, sheet: DrawingSize): Partial<Marks> {
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
export function periodLabels(
  periods: readonly string[],
  x: Axis,
  top: number,
  sheet: DrawingSize,
): Partial<Marks> {
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

type End = {
  readonly lines: readonly string[];
  readonly weight: Weight;
  /** The last number of the series; null when it has none. */
  readonly number: number | null;
  /** True when that number is for the last period: the label then stands right beside it. */
  readonly current: boolean;
};

/** The labels of all series, and the room they take to the right of the lines and from top to bottom. */
type EndLabels = {
  readonly ends: readonly End[];
  readonly room: number;
  readonly height: number;
  readonly sheet: DrawingSize;
};

// From the last period to the words: space for a leader, or for a key where the line ended earlier.
const leader = 24;
const air = 5;

/** Names each series with its last value, or with its last year when that is not the last of the chart. */
function endLabels(chart: TrendChart, width: Width): EndLabels {
  const sheet = drawingSizes[width];
  const room = width === 'wide' ? 216 : 94;
  const ends = chart.series.map(({ name, role, marks }): End => {
    const weight = role === 'council' ? 'bold' : 'normal';
    const index = marks.findLastIndex(mark => typeof mark?.number === 'number');
    const mark = marks[index];
    const current = index === marks.length - 1;
    const text = mark ? `${name}${current ? ` ${markLabel(mark)}` : `, to ${chart.periods[index]}`}` : name;
    const lines = wrapText(text, room, sheet.size, weight);
    return { lines, weight, number: mark?.number ?? null, current };
  });
  const widest = Math.max(...ends.map(end => linesRoom(end.lines, sheet.size, end.weight)));
  const height = ends.reduce((sum, end) => sum + linesHeight(end.lines.length, sheet.size) + air, 0);
  return { ends, room: widest + leader, height, sheet };
}

type LabelsPlace = {
  readonly x: Axis;
  readonly y: Axis;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the symbols of each series: where the label of a series without any number goes. */
  readonly symbols: readonly (number | null)[];
};

/** Beside the last number; at the foot for a line that ended earlier, where its name says nothing of its height. */
function wishOf({ number, current }: End, place: LabelsPlace, index: number): number {
  if (number === null) return place.symbols[index] ?? place.bottom;
  return current ? position(place.y, number) : place.bottom;
}

/** Labels beside the ends of their lines, moved apart where they would overlap. */
function placeLabels(labels: EndLabels, looks: readonly Look[], place: LabelsPlace): Marks {
  const { ends, sheet } = labels;
  const wishes = ends.map((end, index) => ({
    middle: wishOf(end, place, index),
    extent: linesHeight(end.lines.length, sheet.size) + air,
  }));
  const middles = spread(wishes, place.top - sheet.size / 2, place.bottom + sheet.size / 2);
  const left = place.x.range[1] + leader;
  return gather(
    ...ends.map(({ lines, weight, number, current }, index): Partial<Marks> => {
      const look = looks[index] as Look;
      const middle = middles[index] ?? 0;
      const words = block(lines, left, middle, { size: sheet.size, weight });
      if (number === null) return { words };
      // A leader from a line that ended earlier would look like its continuation: a bit of the line is the key.
      if (!current) {
        const bit = { stroke: look.colour, dash: look.dash, width: look.width };
        return { words, rules: [rule([left - 16, middle], [left - 4, middle], bit)] };
      }
      const from = [place.x.range[1] + 7, wishes[index]?.middle ?? 0] as const;
      return { words, rules: [rule(from, [left - 4, middle], { stroke: look.colour })] };
    }),
  );
}

/** Rows of symbols under the lines: how far down they reach, and the middle of each series' row (null: it has none). */
type SymbolRows = {
  readonly marks: Marks;
  readonly bottom: number;
  readonly middles: readonly (number | null)[];
};

type SymbolsPlace = {
  readonly x: Axis;
  readonly left: number;
  readonly top: number;
  readonly sheet: DrawingSize;
};
type Absent = { readonly text: string; readonly at: number };

/**
 * Figures withheld or missing, as their symbols under their periods: a row for all where every series has the
 * same symbol, and one for each series with symbols of its own, which all but the first name. They are words: a mark
 * in the colour of the lines would be read as a figure.
 */
export function symbolRows(chart: TrendChart, place: SymbolsPlace): SymbolRows {
  const each = chart.series.map(series => symbolsOf(series.marks));
  const shared =
    each.length > 1
      ? (each[0] ?? []).filter(symbol => each.every(row => row.some(other => same(other, symbol))))
      : [];
  const parts: Marks[] = [];
  let bottom = place.top;
  const common = row(shared, bottom, place);
  if (common) {
    parts.push(
      common.marks,
      gather({
        words: block(['All'], place.left - 8, common.middle, { size: place.sheet.small, align: 'right' }),
      }),
    );
    bottom = common.bottom;
  }
  const middles = each.map((symbols, index) => {
    const own = row(
      symbols.filter(symbol => !shared.some(other => same(other, symbol))),
      bottom,
      place,
      index === 0 ? null : (chart.series[index]?.name ?? null),
    );
    if (!own) return common && symbols.length > 0 ? common.middle : null;
    parts.push(own.marks);
    bottom = own.bottom;
    return own.middle;
  });
  return { marks: gather(...parts), bottom, middles };
}

function symbolsOf(marks: TrendChart['series'][number]['marks']): readonly Absent[] {
  return marks.flatMap((mark, at) => (mark && mark.number === null ? [{ text: mark.text, at }] : []));
}

function same(one: Absent, other: Absent): boolean {
  return one.at === other.at && one.text === other.text;
}

/** Symbols of one row, under the name of whose they are: adjoining years that have the same one share it, under a rule, where it fits under neither. */
function row(
  symbols: readonly Absent[],
  above: number,
  { x, left, top, sheet }: SymbolsPlace,
  name: string | null = null,
) {
  if (symbols.length === 0) return null;
  const size = sheet.small;
  // Short of the column where the series are named.
  const right = x.range[1] + 12;
  const stretches = merged(
    symbols,
    ({ text }) => textRoom(text, size) + 2 <= position(x, 1) - position(x, 0),
  );
  const spans = stretches.map(({ text, at, to }) => {
    const half = textRoom(text, size) / 2 + 1;
    const middle = Math.max(left + half, Math.min((position(x, at) + position(x, to)) / 2, right - half));
    const [from, until] = to > at ? [position(x, at) - 6, position(x, to) + 6] : [middle, middle];
    return { middle, from: Math.min(from, middle - half), to: Math.max(until, middle + half) };
  });
  const lane = lanes(spans);
  const line = size * 1.25;
  const head = above === top ? top + 10 : above;
  const named = name === null ? [] : wrapText(name, right - left, size);
  const start = head + linesHeight(named.length, size);
  const bottom = start + (Math.max(...lane) + 1) * line;
  const marks = stretches.map(({ text, at, to }, index): Partial<Marks> => {
    const over = start + (lane[index] ?? 0) * line;
    return {
      words: block([text], spans[index]?.middle ?? 0, over + line / 2, { size, align: 'center' }),
      rules: to > at ? [rule([position(x, at) - 4, over], [position(x, to) + 4, over])] : [],
    };
  });
  const over = block(named, left, (head + start) / 2, { size });
  return { marks: gather({ words: over }, ...marks), bottom, middle: (start + bottom) / 2 };
}

function merged(
  symbols: readonly Absent[],
  fits: (symbol: Absent) => boolean,
): readonly (Absent & { readonly to: number })[] {
  const stretches: (Absent & { to: number })[] = [];
  for (const symbol of symbols) {
    const last = stretches.at(-1);
    if (last && last.to === symbol.at - 1 && last.text === symbol.text && !fits(symbol)) last.to = symbol.at;
    else stretches.push({ ...symbol, to: symbol.at });
  }
  return stretches;
}

type Note = {
  readonly x: number;
  readonly right: number;
  readonly lines: readonly string[];
  readonly foot: number;
  /** Where the bracket over years without the measure ends; null of a break. */
  readonly end: number | null;
};

/** The notes of breaks and pauses: the room they take above the lines, and how to draw them once the foot of the plot is known. */
type BreakNotes = { readonly height: number; readonly draw: (bottom: number) => Partial<Marks> };

/**
 * A dashed rule where the method changed, its note above the lines to the right of it; and a bracket over years without
 * the measure, its note above it.
 */
export function breakNotes(
  { breaks, pauses = [] }: Pick<TrendChart, 'breaks' | 'pauses'>,
  x: Axis,
  sheet: DrawingSize,
): BreakNotes {
  const { small } = sheet;
  const notes: Note[] = [];
  const all = [
    ...breaks.filter(({ before }) => before > 0).map(({ before, note }) => ({ before, note, until: null })),
    ...pauses.map(({ from, to }) => ({ before: from + 0.1, note: 'No figures', until: to + 0.4 })),
  ];
  // From the right, so that a note can rise over those to its right while no rule crosses a note.
  for (const { before, note, until } of all.toSorted((a, b) => b.before - a.before)) {
    const at = position(x, before - 0.5);
    const lines = wrapText(note, Math.min(sheet.width - at - 12, sheet.width / 2.5), small);
    const end = until === null ? null : position(x, until);
    const right = Math.max(at + 6 + linesRoom(lines, small), end ?? 0);
    const above = notes.filter(other => other.x < right + 8);
    const foot = Math.max(0, ...above.map(other => other.foot + linesHeight(other.lines.length, small) + 4));
    notes.push({ x: at, right, lines, foot, end });
  }
  const height = Math.max(0, ...notes.map(note => note.foot + linesHeight(note.lines.length, small) + 6));
  return {
    height,
    draw: bottom => ({
      rules: notes.map(note => {
        const under = height - note.foot - 4;
        if (note.end !== null) return rule([note.x, under], [note.end, under], { opacity: 0.75 });
        const top = under - linesHeight(note.lines.length, small);
        return rule([note.x, top], [note.x, bottom], { dash: [4, 3], opacity: 0.75 });
      }),
      words: notes.flatMap(note => {
        const middle = height - note.foot - 6 - linesHeight(note.lines.length, small) / 2;
        return block(note.lines, note.x + 6, middle, { size: small });
      }),
    }),
  };
}
