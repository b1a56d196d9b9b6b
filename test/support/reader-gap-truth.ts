// What the table of a gap settles, and what rounding leaves open.
import { decimalsOf, halfUnit, readCell } from './reader-text.ts';
import { type Behind, type PrintedTable, sizesOf, type Truth, truthOf } from './reader-truth.ts';

/** Everything printed of a gap: the table has area and year, the group, the other group and their gap. */
export type GapSubject = {
  readonly short: string;
  readonly polarity: 'high' | 'low' | 'neutral';
  readonly breaks: readonly string[];
  /** What sentences call the group, which is usually behind, and the other. */
  readonly group: string;
  readonly against: string;
  readonly council: string;
  readonly table: PrintedTable;
  readonly behind: Behind | null;
};

/** The row of an area: the council's in a year, or elsewhere. */
export function rowOf(gap: GapSubject, area: string, year?: string): readonly string[] | undefined {
  const name = area.replace(/^the /, '');
  return gap.table.rows.find(
    ([header = '']) => header.startsWith(`${name}, `) && (year === undefined || header.endsWith(year)),
  );
}

/** The gap of a row: what the group that is usually behind lacks; positive when it is behind. */
export function gapOf(gap: GapSubject, row: readonly string[] | undefined): Truth | null {
  const [header = '', first = '[x]', second = '[x]'] = row ?? [];
  const keys = [`${gap.group} ${header}`, `${gap.against} ${header}`] as const;
  const cells = [readCell(first), readCell(second)] as const;
  return gap.polarity === 'low'
    ? truthOf(gap.behind, [cells[0], cells[1]], [keys[0], keys[1]])
    : truthOf(gap.behind, [cells[1], cells[0]], [keys[1], keys[0]]);
}

/** The year of the council’s gap. */
export const latestGapYear = ({ table }: GapSubject) => table.rows[0]?.[0]?.split(', ').at(-1) ?? '';
/** The council’s gap. */
export const nowOf = (gap: GapSubject) => gapOf(gap, rowOf(gap, gap.council, latestGapYear(gap)));

/** How much wider one gap is than another, with what rounding leaves open. */
export function movedBy(
  gap: GapSubject,
  now: readonly string[] | undefined,
  then: readonly string[] | undefined,
) {
  const [a, b] = [widthOf(gap, now), widthOf(gap, then)];
  return a === null || b === null ? null : { low: a[0] - b[1], high: a[1] - b[0] };
}

/** The least and greatest width that rounding leaves a gap; one width where both groups were counted. */
function widthOf(gap: GapSubject, row: readonly string[] | undefined): readonly [number, number] | null {
  const truth = gapOf(gap, row);
  if (truth === null) return null;
  if (truth.open || isCounted(gap, row)) return sizesOf(truth);
  const room = roomOf(row ?? []);
  return sizesOf({ low: truth.printed - room, high: truth.printed + room });
}

function isCounted(gap: GapSubject, row: readonly string[] | undefined): boolean {
  const keys = [gap.group, gap.against].map(who => `${who} ${row?.[0]}`);
  return keys.every(key => gap.behind?.unrounded.has(key) === true);
}

/** Half a unit in the last place of each of the two levels. */
function roomOf([, a = '', b = '']: readonly string[]): number {
  return halfUnit(decimalsOf(a)) + halfUnit(decimalsOf(b));
}
