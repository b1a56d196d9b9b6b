import type { Mark, TrendChart } from '../model/chart.ts';
import { ticksFor } from './axis.ts';
import { type Axis, type ChartSheet, gather, type Placed, position, rule } from './drawing.ts';
import * as vl from './kit.ts';
import type { Words } from './lettering.ts';
import { lineLabels, placeLabels } from './line-labels.ts';
import { ink, type LookName, markLabel } from './palette.ts';
import { lanes } from './placing.ts';

/** From the left edge of the plot to its first year, and from its last year to the right edge. */
const [inset, outset] = [14, 8];

/** Years from left to right, at their places in the parameter `periods`. */
const years = {
  field: 'at',
  type: 'quantitative',
  scale: {
    domain: [{ expr: 'first' }, { expr: 'last' }],
    range: [inset, { expr: `width - ${outset}` }],
    zero: false,
    nice: false,
  },
  axis: {
    values: { expr: 'shown' },
    labelExpr: 'periods[datum.value]',
    offset: { expr: 'foot' },
    labelBaseline: 'alphabetic',
    labelPadding: { expr: 'small * 1.46' },
  },
};
const heights = vl.amount('number', vl.gridlines);

/** Lines over years, in as many pieces as gaps and breaks make, with their marks; a rule where the method changed. */
export const yearsSpec = vl.specOf('low high ticks labels first last periods shown foot', [
  {
    data: { name: 'breaks' },
    mark: { type: 'rule', color: ink, strokeDash: [4, 3], opacity: 0.75 },
    encoding: {
      x: years,
      y: vl.pixel('above'),
      y2: { value: { expr: 'height' } },
      ...vl.hint('note'),
    },
  },
  {
    data: { name: 'rows' },
    layer: [
      {
        mark: { type: 'line', invalid: 'break-paths-show-domains', strokeJoin: 'round' },
        transform: [{ filter: "datum.look !== 'projection'" }],
        encoding: {
          x: years,
          y: heights,
          // Each line of a chart has a look of its own.
          detail: { field: 'run', type: 'nominal' },
          ...vl.lineLook,
        },
      },
      {
        // The confidence intervals that were published.
        transform: [{ filter: 'isValid(datum.least)' }],
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: {
          x: years,
          y: { ...heights, field: 'least' },
          y2: { field: 'most' },
          stroke: vl.lineLook.stroke,
        },
      },
      {
        transform: [{ filter: 'datum.marked' }],
        mark: vl.point,
        encoding: { x: years, y: heights, ...vl.pointLook(), ...vl.hint('name', 'period', 'text') },
      },
    ],
  },
]);

export type Line = {
  readonly name: string;
  readonly look: LookName;
  readonly marks: readonly (Mark | null)[];
  readonly label: string;
  /** What its figures are, where they are no outcomes. */
  readonly status?: 'projected';
  /** The heights that it passes by, where it is straight from point to point over periods without a figure. */
  readonly way?: readonly (number | null)[];
};

/** The place of a line's last figure, -1 where it has none, and that figure as its label says it: " 84%". */
export function endLabel(marks: Line['marks']): { readonly at: number; readonly value: string } {
  const at = marks.findLastIndex(mark => typeof mark?.number === 'number');
  const mark = marks[at];
  return { at, value: mark ? ` ${markLabel(mark)}` : '' };
}

type Years = Pick<TrendChart, 'periods' | 'scale' | 'breaks' | 'pauses' | 'crossing'> & {
  /** Those in front first. */
  readonly lines: readonly Line[];
  /** The room over the lines, in pixels, under any notes. */
  readonly head: number;
  /** Words to add where all others stand as they do. */
  readonly more?: (x: Axis, y: Axis, placed: readonly Words[]) => readonly Words[];
};

export function tellYears(chart: Years, sheet: ChartSheet): vl.ChartTold {
  const { periods, scale, breaks, lines, head, more = () => [] } = chart;
  const { width, isWide, small } = sheet;
  const numbers = lines.flatMap(({ marks }) =>
    marks.flatMap(mark =>
      [mark, mark?.interval?.low, mark?.interval?.high].flatMap(each => each?.number ?? []),
    ),
  );
  const ticks = ticksFor(numbers, scale);
  const labels = lineLabels(
    lines.map(({ label, look, marks, way }) => {
      return { text: label, look, numbers: way ?? marks.map(mark => mark?.number ?? null) };
    }),
    sheet,
  );
  const [left, right] = [small.widest(ticks.labels) + 8, width - labels.room + 8];
  const last = periods.length - 1;
  // A single period stands at the right, beside its labels.
  const x: Axis = { domain: [Math.min(0, last - 1), last], range: [left + inset, right - outset] };
  const notes = notesOver(chart, x, sheet);
  const top = notes.height + head;
  const bottom = top + Math.max(isWide ? 250 : 220, labels.height);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const shown = lines.filter(({ way }) => way === undefined);
  const symbols = symbolRows(shown, { x, left, top: bottom, sheet });
  const placed = placeLabels(labels, {
    x,
    y,
    top,
    bottom: symbols.bottom,
    symbols: symbols.middles,
    breaks,
    ...(chart.crossing === undefined ? {} : { crossing: chart.crossing }),
  });
  // As many years as fit with air between them, counted back from the last; where that is two, the first and the last.
  const needed = Math.max(...periods.map(period => small.room(period))) + 10;
  const fitting = Math.max(1, Math.ceil(needed / (position(x, 1) - position(x, 0))));
  const every = fitting * 2 > last ? Math.max(fitting, last) : fitting;
  return {
    height: symbols.bottom + small.size * 1.9,
    plot: { left, right, top, bottom },
    params: {
      ...ticks,
      first: x.domain[0],
      last,
      periods,
      shown: periods.map((_, at) => at).filter(at => (last - at) % every === 0),
      foot: symbols.bottom - bottom,
    },
    data: {
      breaks: notes.breaks(top),
      rows: lines.toReversed().flatMap(line => rowsOfLine(line, chart, x)),
    },
    ...gather({ words: notes.words }, symbols, placed, { words: more(x, y, placed.words) }),
  };
}

/** Comparators have markers only at ends and where a figure may change: more would hide their dashes. */
function rowsOfLine(
  { name, look, marks, status, way }: Line,
  { periods, breaks }: Pick<TrendChart, 'periods' | 'breaks'>,
  x: Axis,
): readonly vl.Row[] {
  const runOf = (at: number) => (way ? 0 : breaks.filter(({ before }) => before <= at).length);
  const isKnown = (at: number) => typeof marks[at]?.number === 'number';
  const isRoomy = look === 'council' && position(x, 1) - position(x, 0) > 22;
  const first = marks.findIndex(mark => mark !== null);
  return marks.flatMap((mark, at) => {
    if (way && !isKnown(at)) return [];
    const joins = (other: number) => isKnown(other) && runOf(other) === runOf(at);
    const held = status ?? mark?.status;
    const isOpen = held !== undefined && held !== 'revised';
    // What a straight line starts from is an outcome.
    const isMarked = way ? at > first : isRoomy || isOpen || !joins(at - 1) || !joins(at + 1);
    return {
      name,
      look,
      at,
      run: runOf(at),
      period: periods[at] ?? '',
      number: mark?.number ?? null,
      text: mark?.text ?? null,
      ...(held === undefined ? {} : { status: held }),
      ...(mark?.interval === undefined
        ? {}
        : { least: mark.interval.low.number, most: mark.interval.high.number }),
      marked: isKnown(at) && isMarked,
    };
  });
}

type SymbolsPlace = {
  readonly x: Axis;
  readonly left: number;
  readonly top: number;
  readonly sheet: ChartSheet;
};
type Absent = { readonly text: string; readonly at: number };

/**
 * Figures withheld or missing, as their symbols under their periods: a row for all where every line has the same symbol, and
 * one for each line with symbols of its own, which all but the first name; how far down they reach, and the middle of
 * each line's row (null: it has none). They are words: a mark in the colour of the lines would be read as a figure.
 */
function symbolRows(lines: readonly Line[], place: SymbolsPlace) {
  const each = lines.map(({ marks }) =>
    marks.flatMap((mark, at): readonly Absent[] => (mark?.number === null ? [{ text: mark.text, at }] : [])),
  );
  const isIn = (row: readonly Absent[], { at, text }: Absent) =>
    row.some(other => other.at === at && other.text === text);
  const shared =
    each.length > 1 ? (each[0] ?? []).filter(symbol => each.every(row => isIn(row, symbol))) : [];
  const common = symbolRow(shared, place.top, place);
  let bottom = common?.bottom ?? place.top;
  const own = each.map((symbols, index) => {
    const rest = symbols.filter(symbol => !isIn(shared, symbol));
    const row = symbolRow(rest, bottom, place, index === 0 ? null : (lines[index]?.name ?? null));
    bottom = row?.bottom ?? bottom;
    return row;
  });
  const { small } = place.sheet;
  const all = common ? small.block(['All'], place.left - 8, common.middle, { align: 'right' }) : [];
  return {
    ...gather(common ?? {}, { words: all }, ...own.map(row => row ?? {})),
    bottom,
    middles: own.map((row, index) => (row ?? (each[index]?.length ? common : null))?.middle ?? null),
  };
}

/** Symbols of one row, under the name of whose they are: adjoining years that have the same one share it, under a rule, where it fits under neither. */
function symbolRow(
  symbols: readonly Absent[],
  above: number,
  { x, left, top, sheet: { small } }: SymbolsPlace,
  name: string | null = null,
) {
  if (symbols.length === 0) return null;
  // Short of the column where the lines are named.
  const right = x.range[1] + 12;
  const pitch = position(x, 1) - position(x, 0);
  const stretches: (Absent & { to: number })[] = [];
  for (const symbol of symbols) {
    const last = stretches.at(-1);
    const joins = last?.to === symbol.at - 1 && last.text === symbol.text;
    if (last && joins && small.room(symbol.text) + 2 > pitch) last.to = symbol.at;
    else stretches.push({ ...symbol, to: symbol.at });
  }
  const spans = stretches.map(({ text, at, to }) => {
    const half = small.room(text) / 2 + 1;
    const [start, end] = [position(x, at), position(x, to)];
    const middle = Math.max(left + half, Math.min((start + end) / 2, right - half));
    const [from, until] = to > at ? [start - 6, end + 6] : [middle, middle];
    return { middle, from: Math.min(from, middle - half), to: Math.max(until, middle + half) };
  });
  const lane = lanes(spans);
  const line = small.size * 1.25;
  const head = above === top ? top + 10 : above;
  const named = name === null ? [] : small.wrap(name, right - left);
  const start = head + small.height(named.length);
  const bottom = start + (Math.max(...lane) + 1) * line;
  const marks = stretches.map(({ text, at, to }, index): Partial<Placed> => {
    const over = start + (lane[index] ?? 0) * line;
    return {
      words: small.block([text], spans[index]?.middle ?? 0, over + line / 2, { align: 'center' }),
      rules: to > at ? [rule([position(x, at) - 4, over], [position(x, to) + 4, over])] : [],
    };
  });
  const over = small.block(named, left, (head + start) / 2);
  return { ...gather({ words: over }, ...marks), bottom, middle: (start + bottom) / 2 };
}

/**
 * A dashed rule where the method changed, its note above the lines to the right of it; and a note where years have no
 * figures: the room they take above the lines, their words, and the rows of breaks for a plot with this top.
 */
function notesOver(
  { breaks, pauses = [] }: Pick<TrendChart, 'breaks' | 'pauses'>,
  x: Axis,
  { small, width }: ChartSheet,
) {
  const shown = breaks.filter(({ before }) => before > 0);
  // The same of one year after the other is said once, over the first.
  const noteOf = ({ before, note }: (typeof shown)[number]) => {
    const isAt = (place: number) => shown.some(other => other.before === place && other.note === note);
    return isAt(before - 1) ? '' : isAt(before + 1) ? `${note} each year` : note;
  };
  const all = [
    ...shown.map(each => ({ at: each.before - 0.5, note: noteOf(each), isBreak: true })),
    ...pauses.map(({ from }) => ({ at: from - 0.4, note: 'No figures', isBreak: false })),
  ];
  const notes: { at: number; left: number; lines: readonly string[]; foot: number; isBreak: boolean }[] = [];
  // From the right, so that a note can rise over those to its right while no rule crosses a note.
  for (const { at, note, isBreak } of all.toSorted((a, b) => b.at - a.at)) {
    const left = position(x, at);
    const lines = note === '' ? [] : small.wrap(note, Math.min(width - left - 12, width / 2.5));
    const right = note === '' ? left : left + 6 + small.widest(lines);
    const above = notes.filter(other => other.left < right + 8);
    const foot = Math.max(0, ...above.map(other => other.foot + small.height(other.lines.length) + 4));
    notes.push({ at, left, lines, foot, isBreak });
  }
  const height = Math.max(0, ...notes.map(note => note.foot + small.height(note.lines.length) + 6));
  return {
    height,
    words: notes.flatMap(({ left, lines, foot }) =>
      small.block(lines, left + 6, height - foot - 6 - small.height(lines.length) / 2),
    ),
    breaks: (top: number): readonly vl.Row[] =>
      notes
        .filter(({ isBreak }) => isBreak)
        .map(({ at, lines, foot }) => ({
          at,
          note: lines.join(' '),
          above: Number((height - foot - 4 - small.height(lines.length) - top).toFixed(2)),
        })),
  };
}
