import type { Place } from '../model/place.ts';
import { areaOf } from '../sources/england.ts';
import { columnsOf, type FormatReading, recordsBelow } from './format-reading.ts';
import {
  cellsOfArea,
  countRows,
  dropEmpty,
  type GatheredSeries,
  putValue,
  seriesOf,
  yearAt,
} from './gathered.ts';
import type { MapRow } from './series-maps.ts';
import type { SiftedRecord } from './sift.ts';
import { cellReader, symbolsWritten } from './symbols.ts';

/** The columns by which the long table of the Department's local authority interactive tool is known. */
const laitColumns = ['short desc', 'years', 'values', 'la number'] as const;

export function isLait(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  return laitColumns.every(name => columns.has(name));
}

/** A series that a key feeds: its cells by the number of the area, and the place of each year label. */
type Fed = {
  readonly row: MapRow;
  readonly series: GatheredSeries;
  readonly read: (written: string) => string | null;
  readonly cells: (string[] | undefined)[];
  readonly years: Map<string, number>;
  year: number;
};

/** A place for each number of an area, made at once: an array that grows by leaps is searched as a list of names is. */
function placesOfAreas(): (string[] | undefined)[] {
  return new Array<string[] | undefined>(1000).fill(undefined);
}

/** A row for each measure, area and year. An area or year with nothing but `-` of a measure is left out. */
export async function readLait(reading: FormatReading): Promise<void> {
  const { table, rows, england, gathered, report } = reading;
  const [keyAt = 0, yearAtColumn = 0, valueAt = 0, areaAt = 0] = laitColumns.map(name =>
    table.columns.get(name),
  );
  const readers = new Map<number, (written: string) => string | null>();
  const fed = new Map<string, readonly Fed[]>();
  for (const [key, those] of Map.groupBy(rows, row => row.key)) {
    fed.set(
      key,
      those.map(row => {
        const read = readers.get(row.scale) ?? cellReader('lait', row.scale);
        readers.set(row.scale, read);
        return {
          row,
          read,
          series: seriesOf(gathered, row),
          cells: placesOfAreas(),
          years: new Map(),
          year: -1,
        };
      }),
    );
  }
  // The rows of a key stand together, and among them those of a year.
  let [key, label]: [string | null, string | null] = [null, null];
  let those: readonly Fed[] = [];
  let [unasked, used, empty] = [0, 0, 0];
  await recordsBelow(table, report, record => {
    if (key === null || !record.is(keyAt, key)) {
      key = record.field(keyAt);
      those = fed.get(key) ?? [];
      label = null;
    }
    if (those.length === 0) {
      unasked += 1;
      return;
    }
    if (label === null || !record.is(yearAtColumn, label)) {
      label = record.field(yearAtColumn);
      for (const one of those) {
        let year = one.years.get(label);
        if (year === undefined) {
          year = yearAt(gathered, one.series, one.row, label);
          one.years.set(label, year);
        }
        one.year = year;
      }
    }
    const value = record.field(valueAt);
    const whole = record.whole(areaAt);
    let isUsed = false;
    for (const { row, series, read, cells, year } of those) {
      const text = read(value);
      const place = whole < 0 || whole > 999 ? undefined : cells[whole];
      const held = place ?? areaCells(series, record);
      if (text === null) report(placeOf(record), 'unknown-import-symbol', value, symbolsWritten('lait'));
      if (held === null) continue;
      if (place === undefined && whole >= 0 && whole <= 999) cells[whole] = held;
      if (text === null || year === -1) continue;
      isUsed = true;
      if (!putValue(held, year, text))
        report(placeOf(record), 'repeated-import-row', [row.key, label, record.field(areaAt)].join(', '));
    }
    if (isUsed) used += 1;
    else empty += 1;
  });
  countRows(gathered, 'unasked', unasked);
  countRows(gathered, 'used', used);
  countRows(gathered, 'empty', empty);
  dropEmpty(gathered);

  /** Null, and reported, where no area has its number. */
  function areaCells(series: GatheredSeries, record: SiftedRecord): string[] | null {
    const number = record.field(areaAt);
    const area = areaOf(england, number, '');
    if (area !== null) return cellsOfArea(series, area.code);
    report(placeOf(record), 'unknown-import-area', number);
    return null;
  }

  function placeOf(record: SiftedRecord): Place {
    return { file: table.name, line: record.line, column: 1 };
  }
}
