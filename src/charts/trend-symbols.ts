import type { TrendChart } from '../model/chart.ts';
import { type Axis, block, gather, type Marks, position, rule, type Sheet } from './drawing.ts';
import { type Look, marker } from './palette.ts';
import { lanes } from './place.ts';
import { textRoom } from './words.ts';

/** Rows of symbols under the lines: how far down they reach, and the middle of each series' row (null: it has none). */
export type SymbolRows = {
  readonly marks: Marks;
  readonly bottom: number;
  readonly middles: readonly (number | null)[];
};

type Place = { readonly x: Axis; readonly left: number; readonly top: number; readonly sheet: Sheet };
type Absent = { readonly text: string; readonly at: number };

/**
 * Figures withheld or missing, as their symbols under their periods: a row for all where every series has the
 * same symbol, and one for each series with symbols of its own.
 */
export function symbolRows(chart: TrendChart, looks: readonly Look[], place: Place): SymbolRows {
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
    );
    if (!own) return common && symbols.length > 0 ? common.middle : null;
    parts.push(
      own.marks,
      gather({ keys: [{ x: place.left - 14, y: own.middle, ...marker(looks[index] as Look) }] }),
    );
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

/** Symbols of one row: adjoining years that have the same one share it, under a rule, where it fits under neither. */
function row(symbols: readonly Absent[], above: number, { x, left, top, sheet }: Place) {
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
    return { middle, from: middle - half, to: middle + half };
  });
  const lane = lanes(spans);
  const line = size * 1.25;
  const start = above === top ? top + 10 : above;
  const bottom = start + (Math.max(...lane) + 1) * line;
  const marks = stretches.map(({ text, at, to }, index): Partial<Marks> => {
    const over = start + (lane[index] ?? 0) * line;
    return {
      words: block([text], spans[index]?.middle ?? 0, over + line / 2, { size, align: 'center' }),
      rules: to > at ? [rule([position(x, at) - 4, over], [position(x, to) + 4, over])] : [],
    };
  });
  return { marks: gather(...marks), bottom, middle: (start + bottom) / 2 };
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
