import type { Report } from '../issues.ts';
import type { England } from '../sources/england.ts';
import type { Gathered } from './gathered.ts';
import type { PublisherTable } from './publisher-file.ts';
import type { MapRow } from './series-maps.ts';
import type { SiftedRecord } from './sift.ts';

/** A table under the header that it is known by. */
export type HeadedTable = PublisherTable & {
  /** The place of the header among the first records. */
  readonly headerAt: number;
  readonly header: readonly string[];
  /** The place of each column by its name in lower case, without spaces around it. */
  readonly columns: ReadonlyMap<string, number>;
  /** The first records below the header. */
  readonly below: readonly (readonly string[])[];
};

export type FormatReading = {
  readonly table: HeadedTable;
  readonly rows: readonly MapRow[];
  readonly england: England;
  readonly gathered: Gathered;
  readonly report: Report;
};

export function headed(table: PublisherTable, headerAt: number): HeadedTable {
  const header = table.head[headerAt]?.fields ?? [];
  const below = table.head.slice(headerAt + 1).map(({ fields }) => fields);
  return { ...table, headerAt, header, columns: columnsOf(header), below };
}

/** By the name in lower case, without spaces around it. */
export function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, at) => {
    const plain = name.trim().toLowerCase();
    if (plain !== '' && !columns.has(plain)) columns.set(plain, at);
  });
  return columns;
}

/** A table is not read on when this many of its rows have another width. */
const mostFaults = 20;

/** Hands out the records below the header, and reports those of another width. */
export async function recordsBelow(
  { name: file, header, headerAt, isSheet, records }: HeadedTable,
  report: Report,
  each: (record: SiftedRecord) => void,
  mayBeShort: (record: SiftedRecord) => boolean = () => isSheet,
): Promise<void> {
  const width = header.length;
  const filled = header.findLastIndex(name => name.trim() !== '') + 1;
  let [seen, faults] = [0, 0];
  await records(record => {
    if (seen++ <= headerAt) return true;
    if (record.width !== width && !isWithin(record)) {
      const rule = record.width < width ? 'short-row' : 'long-row';
      report({ file, line: record.line, column: 1 }, rule, record.width, width);
      faults += 1;
      return faults < mostFaults;
    }
    each(record);
    return true;
  });

  function isWithin(record: SiftedRecord): boolean {
    if (record.width < width) return record.width >= filled || mayBeShort(record);
    const beyond = record.fields().slice(width);
    return beyond.every(field => field.trim() === '');
  }
}
