import type { Mark, TrendChart } from '../model/chart.ts';
import type { Ticks } from './axis.ts';
import {
  type Axis,
  block,
  type DrawingSize,
  gather,
  linesHeight,
  type Placed,
  position,
  rule,
} from './drawing.ts';
import { amounts, hint, lineLook, point, pointLook, type Row, specOf } from './kit.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { ink, type LookName } from './palette.ts';
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
const heights = amounts('number');

/** Lines over years, in as many pieces as gaps and breaks make, with their marks; a rule where the method changed. */
export const yearsSpec = specOf(
  ['low', 'high', 'ticks', 'labels', 'first', 'last', 'periods', 'shown', 'foot'],
  [
    {
      data: { name: 'breaks' },
      mark: { type: 'rule', color: ink, strokeDash: [4, 3], opacity: 0.75 },
      encoding: {
        x: years,
        y: { field: 'above', type: 'quantitative', scale: null, axis: null },
        y2: { value: { expr: 'height' } },
        ...hint('note'),
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
            ...lineLook,
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
            stroke: lineLook.stroke,
          },
        },
        {
          transform: [{ filter: 'datum.marked' }],
          mark: point,
          encoding: { x: years, y: heights, ...pointLook(), ...hint('name', 'period', 'text') },
        },
      ],
    },
  ],
);

/** A line of a chart of years, as it is told. */
export type Line = {
  readonly name: string;
  readonly look: LookName;
  readonly marks: readonly (Mark | null)[];
  /** What its figures are, where they are no outcomes. */
  readonly status?: 'projected';
};

/**
 * The rows of a line. Comparators are told apart by their dashes, which markers all along would hide: they have markers at
 * the ends of their pieces, and where a figure may still change.
 */
export function rowsOfLine(
  { name, look, marks, status }: Line,
  { periods, breaks }: Pick<TrendChart, 'periods' | 'breaks'>,
  x: Axis,
): readonly Row[] {
  const runOf = (at: number) => breaks.filter(({ before }) => before <= at).length;
  const isKnown = (at: number) => typeof marks[at]?.number === 'number';
  const isRoomy = (look === 'council' || look === 'target') && position(x, 1) - position(x, 0) > 22;
  return marks.map((mark, at) => {
    const joins = (other: number) => isKnown(other) && runOf(other) === runOf(at);
    const held = status ?? mark?.status;
    const isOpen = held !== undefined && held !== 'revised';
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
      marked: isKnown(at) && (isRoomy || isOpen || !joins(at - 1) || !joins(at + 1)),
    };
  });
}

/** The axis of some periods. A single one stands at the right, beside its labels. */
export function periodAxis(periods: number, left: number, right: number): Axis {
  return { domain: [Math.min(0, periods - 2), periods - 1], range: [left + inset, right - outset] };
}

/** What the axes are told: round numbers up, and as many years as fit with air between them, counted back from the last. */
export function axesTold(
  periods: readonly string[],
  x: Axis,
  ticks: Ticks,
  foot: number,
  { small }: DrawingSize,
) {
  const last = periods.length - 1;
  const needed = Math.max(...periods.map(period => textRoom(period, small))) + 10;
  const every = Math.max(1, Math.ceil(needed / (position(x, 1) - position(x, 0))));
  return {
    low: ticks.low,
    high: ticks.high,
    ticks: ticks.at,
    labels: ticks.labels,
    first: x.domain[0],
    last: x.domain[1],
    periods,
    shown: periods.map((_, index) => index).filter(index => (last - index) % every === 0),
    foot,
  };
}

/** Rows of symbols under the lines: how far down they reach, and the middle of each series' row (null: it has none). */
type SymbolRows = {
  readonly marks: Placed;
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
  const parts: Placed[] = [];
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
  const marks = stretches.map(({ text, at, to }, index): Partial<Placed> => {
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
  /** Where it begins, in pixels and on the axis. */
  readonly x: number;
  readonly at: number;
  readonly right: number;
  readonly lines: readonly string[];
  readonly foot: number;
  readonly isBreak: boolean;
};

/** The notes of breaks and pauses: the room they take above the lines, their words, and the rows of breaks for a plot with this top. */
type Notes = {
  readonly height: number;
  readonly words: Placed['words'];
  readonly breaks: (top: number) => readonly Row[];
};

/** A dashed rule where the method changed, its note above the lines to the right of it; and a note where years have no figures. */
export function notesOver(
  { breaks, pauses = [] }: Pick<TrendChart, 'breaks' | 'pauses'>,
  x: Axis,
  { small, width }: DrawingSize,
): Notes {
  const notes: Note[] = [];
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
  // From the right, so that a note can rise over those to its right while no rule crosses a note.
  for (const { at, note, isBreak } of all.toSorted((a, b) => b.at - a.at)) {
    const left = position(x, at);
    const lines = note === '' ? [] : wrapText(note, Math.min(width - left - 12, width / 2.5), small);
    const right = note === '' ? left : left + 6 + linesRoom(lines, small);
    const above = notes.filter(other => other.x < right + 8);
    const foot = Math.max(0, ...above.map(other => other.foot + linesHeight(other.lines.length, small) + 4));
    notes.push({ x: left, at, right, lines, foot, isBreak });
  }
  const height = Math.max(0, ...notes.map(note => note.foot + linesHeight(note.lines.length, small) + 6));
  return {
    height,
    words: notes.flatMap(({ x: left, lines, foot }) =>
      block(lines, left + 6, height - foot - 6 - linesHeight(lines.length, small) / 2, { size: small }),
    ),
    breaks: top =>
      notes
        .filter(({ isBreak }) => isBreak)
        .map(({ at, lines, foot }) => ({
          at,
          note: lines.join(' '),
          above: Number((height - foot - 4 - linesHeight(lines.length, small) - top).toFixed(2)),
        })),
  };
}
