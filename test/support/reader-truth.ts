// What printed tables leave open and what they settle: the ground that the reader judges sentences on.
import {
  type Ends,
  halfUnit,
  nothing,
  type ReadCell,
  type ReadSize,
  readCell,
  roundTo,
} from './reader-text.ts';

/** A printed table: its column heads, and rows that begin with their header. */
export type PrintedTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What lies behind print: figures before rounding, and differences that were published, by "who year less who year". */
export type Behind = {
  readonly unrounded: ReadonlyMap<string, number>;
  readonly published: ReadonlyMap<string, string>;
};

/** Everything printed of one measure, and how it is to be read. */
export type Subject = {
  /** What its sentences begin with where they name it: the measure, or the group. */
  readonly short: string;
  readonly isOfEveryone: boolean;
  readonly polarity: 'high' | 'low' | 'neutral';
  readonly bands: { readonly similar: number; readonly slight: number; readonly well: number };
  /** The first year of each new footing, as printed. */
  readonly breaks: readonly string[];
  /** The years without the measure, first and last. */
  readonly pauses: readonly (readonly [string, string])[];
  readonly reach: number;
  /** Whether a rank comes with a quarter. */
  readonly isBanded: boolean;
  /** Academic year, the council, its change, each comparator. */
  readonly years: PrintedTable;
  /** Beside, their figure, the difference, in words. */
  readonly comparison: PrintedTable | null;
  /** What each authority prints, the council's own too, by year: in one order, with a symbol where there is nothing. */
  readonly authorities: ReadonlyMap<string, readonly string[]>;
  /** Null where the reader is told of print alone, and allows for any rounding. */
  readonly behind: Behind | null;
};

/** A figure of a table. */
export type Spot = { readonly who: string; readonly year: string };

/** What may be known of one figure less another. */
export type Truth = Ends & {
  readonly sign: -1 | 0 | 1 | null;
  /** The only size that may be printed, where there is only one. */
  readonly size: { readonly number: number; readonly decimals: number } | null;
  /** The one printed number less the other. */
  readonly printed: number;
  /** True where nothing but print is known, so that any rounding must be allowed for. */
  readonly open: boolean;
};

/** The name of a column as sentences use it: "England", "North West", "statistical neighbours". */
export function plainName(name: string): string {
  return name
    .replace(/ \(average\)$|, average of .*$/, '')
    .replace(/^the /i, '')
    .toLowerCase();
}

/** The council's name: the head of the second column. */
export function councilOf({ years }: Subject): string {
  return years.columns[1] ?? '';
}

/** The years of the table, first to last. */
export function yearsOf({ years }: Subject): readonly string[] {
  return years.rows.map(([year = '']) => year);
}

/** The last year of the table. */
export function latestOf(subject: Subject): string {
  return yearsOf(subject).at(-1) ?? '';
}

/** What the table prints of someone in a year; null where it has no such cell. */
export function textAt({ years }: Subject, { who, year }: Spot): string | null {
  const column = years.columns.findIndex((name, index) => index !== 2 && plainName(name) === plainName(who));
  return years.rows.find(([header]) => header === year)?.[column] ?? null;
}

/** The same, read. */
export function cellAt(subject: Subject, spot: Spot): ReadCell | null {
  const text = textAt(subject, spot);
  return text === null ? null : readCell(text);
}

/** True of a spot with a number, not one known only roughly. */
export function isFirm(subject: Subject, spot: Spot): boolean {
  const cell = cellAt(subject, spot);
  return cell?.kind === 'number' && !cell.rough;
}

/** True when a break stands between two years. */
export function isApart({ breaks }: Subject, from: string, to: string): boolean {
  return breaks.some(first => from < first && first <= to);
}

/** How the figures behind print are named. */
export function spotKey({ who, year }: Spot): string {
  return `${plainName(who)} ${year}`;
}

/** What is known of one figure of the years' table less another; null where nothing may be said. */
export function truthAt(subject: Subject, of: Spot, less: Spot): Truth | null {
  const [a, b] = [cellAt(subject, of), cellAt(subject, less)];
  return a === null || b === null ? null : truthOf(subject.behind, [a, b], [spotKey(of), spotKey(less)]);
}

/** What is known of one printed figure less another. */
export function truthOf(
  behind: Behind | null,
  [a, b]: readonly [ReadCell, ReadCell],
  [ofKey, lessKey]: readonly [string, string],
): Truth | null {
  if (a.kind === 'symbol' || b.kind === 'symbol') return null;
  const decimals = Math.max(a.decimals, b.decimals);
  const printed = roundTo(a.number - b.number, decimals);
  const published = behind?.published.get(`${ofKey} less ${lessKey}`);
  if (published !== undefined) return publishedTruth(published, printed);
  if (a.rough || b.rough) return null;
  if (behind === null) {
    const half = halfUnit(a.decimals) + halfUnit(b.decimals);
    return { low: printed - half, high: printed + half, sign: null, size: null, printed, open: true };
  }
  const [whole, other] = [behind.unrounded.get(ofKey), behind.unrounded.get(lessKey)];
  if (whole !== undefined && other !== undefined) return settled(whole - other, decimals, printed);
  if (a.decimals === b.decimals) return settled(printed, decimals, printed);
  const half = halfUnit(Math.min(a.decimals, b.decimals));
  const ends = { low: printed - half, high: printed + half };
  const sign = ends.low > nothing ? 1 : ends.high < -nothing ? -1 : null;
  return { ...ends, sign, size: null, printed, open: false };
}

function settled(number: number, decimals: number, printed: number): Truth {
  const sign = Math.abs(number) < nothing ? 0 : number > 0 ? 1 : -1;
  const size = { number: Math.abs(roundTo(number, decimals)), decimals };
  return { low: number, high: number, sign, size, printed, open: false };
}

/** A published difference stands, except that one of nothing does not make different figures the same. */
function publishedTruth(text: string, printed: number): Truth {
  const cell = readCell(text);
  if (cell.kind === 'symbol') throw new Error(`not a published difference: ${text}`);
  const truth = settled(cell.number, cell.decimals, printed);
  if (truth.sign !== 0 || printed === 0) return truth;
  const half = halfUnit(cell.decimals);
  return { low: -half, high: half, sign: null, size: truth.size, printed, open: true };
}

/** Why a size cannot be the size of a truth, or null. */
export function wrongSize(truth: Truth, size: ReadSize): string | null {
  const [low, high] = sizesOf(truth);
  if (truth.size !== null && !truth.open) {
    const { number, decimals } = truth.size;
    const isRight =
      number === 0 && truth.sign !== 0
        ? size.form === 'less' && Math.abs(size.high - 10 ** -decimals) < nothing
        : size.form === 'plain' && Math.abs(size.low - number) < nothing && size.decimals === decimals;
    return isRight ? null : `the size is ${number.toFixed(decimals)}`;
  }
  const room = halfUnit(size.decimals) * (size.form === 'about' && truth.open ? 4 : 1) + nothing;
  if (truth.open) {
    return size.low - room <= high && size.high + room >= low ? null : `the size is ${low} to ${high}`;
  }
  if (size.form === 'plain' || size.form === 'less') return 'the figures leave the size open';
  if (size.form === 'most') return Math.abs(size.high - high) <= room ? null : `the most is ${high}`;
  return Math.abs(size.low - low) <= room && Math.abs(size.high - high) <= room
    ? null
    : `the size is ${low} to ${high}`;
}

/** Why a truth cannot be said to go up (1) or down (−1), or null. */
export function wrongWay(truth: Truth, way: 1 | -1): string | null {
  if (!truth.open) return truth.sign === way ? null : 'it did not';
  return (way === 1 ? truth.high > nothing : truth.low < -nothing) ? null : 'it did not';
}

/** The least and the greatest size that a truth may have. */
export function sizesOf({ low, high }: Ends): readonly [number, number] {
  const [a, b] = [Math.abs(low), Math.abs(high)];
  return [low <= 0 && high >= 0 ? 0 : Math.min(a, b), Math.max(a, b)];
}
