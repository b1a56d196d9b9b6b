import type { Report } from '../issues.ts';
import type { AreaCodes } from './area-codes.ts';
import type { Gathered } from './gathered.ts';
import type { PublisherTable } from './publisher-file.ts';
import type { MapRow } from './series-maps.ts';

/** What a reader of one format is given: a table, where its header stands, and what is asked of it. */
export type FormatReading = {
  readonly table: PublisherTable;
  /** The place of the header among the first records. */
  readonly headerAt: number;
  readonly header: readonly string[];
  /** The rows of the map of one publication. */
  readonly rows: readonly MapRow[];
  readonly areas: AreaCodes;
  readonly gathered: Gathered;
  readonly report: Report;
};

/** The place of each column by its name in lower case, without spaces around it. */
export function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, at) => {
    const plain = name.trim().toLowerCase();
    if (plain !== '' && !columns.has(plain)) columns.set(plain, at);
  });
  return columns;
}
