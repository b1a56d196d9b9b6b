import type { Place } from '../model/place.ts';
import { columnsOf, type FormatReading } from './format.ts';
import { countRows, dropEmptyAreas, type GatheredSeries, putValue, seriesOf, yearAt } from './gathered.ts';
import { recordsBelow } from './publisher-file.ts';
import type { SiftedRecord } from './sift.ts';
import { cellReader, symbolsOf } from './symbols.ts';

/** The columns by which the long table of the Department's local authority interactive tool is known. */
const laitColumns = ['short desc', 'years', 'values', 'la number'] as const;

/** Whether a header is that of the long table. */
export function isLait(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  return laitColumns.every(name => columns.has(name));
}

/** A series that a key feeds, with what is known of its year labels. */
type Fed = {
  readonly series: GatheredSeries;
  readonly read: (written: string) => string | null;
  readonly years: Map<string, number>;
  readonly yearOf: (label: string) => number;
};

/**
 * Reads the long table: a row for each of its measures, areas and years, `-` where there is no figure for whatever reason.
 * An area of which a measure has nothing else is left out.
 */
export async function readLait(reading: FormatReading): Promise<void> {
  const { table, headerAt, header, rows, areas, gathered, report } = reading;
  const columns = columnsOf(header);
  const [keyAt = 0, yearColumn = 0, valueAt = 0, areaAt = 0] = laitColumns.map(name => columns.get(name));
  const readers = new Map<number, (written: string) => string | null>();
  const fed = new Map<string, readonly Fed[]>();
  for (const [key, those] of Map.groupBy(rows, row => row.key)) {
    fed.set(
      key,
      those.map(row => {
        const series = seriesOf(gathered, row);
        return {
          series,
          read: readerOf(row.scale),
          years: new Map<string, number>(),
          yearOf: label => yearAt(gathered, series, row, label),
        };
      }),
    );
  }
  const codes = new Map<string, string | null>();
  let [key, those]: [string | null, readonly Fed[] | undefined] = [null, undefined];
  let unasked = 0;
  let used = 0;
  await recordsBelow(table, headerAt, report, record => {
    // The rows of a key stand together.
    if (key === null || !record.is(keyAt, key)) {
      key = record.field(keyAt);
      those = fed.get(key);
    }
    if (those === undefined) {
      unasked += 1;
      return true;
    }
    const number = record.field(areaAt);
    let code = codes.get(number);
    if (code === undefined) {
      code = areas.byCode(number)?.code ?? null;
      codes.set(number, code);
      if (code === null) report(placeOf(record), 'unknown-import-area', number);
    }
    const label = record.field(yearColumn);
    const value = record.field(valueAt);
    let isUsed = false;
    for (const { series, read, years, yearOf } of those) {
      let year = years.get(label);
      if (year === undefined) {
        year = yearOf(label);
        years.set(label, year);
      }
      const text = read(value);
      if (text === null) report(placeOf(record), 'unknown-import-symbol', value, symbolsOf('lait'));
      if (text === null || code === null || year === -1) continue;
      isUsed = true;
      if (!putValue(series, code, year, text))
        report(placeOf(record), 'repeated-import-row', `${series.row.key}, ${label}, ${number}`);
    }
    if (isUsed) used += 1;
    else countRows(gathered, 'empty');
    return true;
  });
  countRows(gathered, 'unasked', unasked);
  countRows(gathered, 'used', used);
  dropEmptyAreas(gathered);

  function readerOf(scale: number): (written: string) => string | null {
    const read = readers.get(scale) ?? cellReader('lait', scale);
    readers.set(scale, read);
    return read;
  }

  function placeOf(record: SiftedRecord): Place {
    return { file: table.name, line: record.line, column: 1 };
  }
}
