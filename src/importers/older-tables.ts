import { Big } from 'big.js';
import { areaOf } from '../sources/england.ts';
import { columnsOf, type FormatReading, recordsBelow } from './format-reading.ts';
import { cellsOfArea, countRows, putValue, seriesOf, yearAt } from './gathered.ts';
import { cellReader, plainNumber, symbolsWritten } from './symbols.ts';

/** Columns that hold the code or, failing that, the name of a row's area: of the smallest area that it is about. */
const areaColumns = [
  ...['la_number', 'la_code_9_digit', 'la_code', 'new_la_code', 'la_name'],
  ...['region_code_9_digit', 'region_name', 'country_code_9_digit', 'country_name'],
];

/** A column for one year: 2012, progress_2012, KS4_LEVEL2_all_13. */
const ofOneYear = /^(?:.*_)?((?:19|20)\d{2}|(?<=_)\d{2})$/;

/** Whether a header is that of an older table of the Department's: a row for each area, the years in the names of columns. */
export function isOlderTable(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  if (columns.has('time_period') || columns.has('rectype')) return false;
  const hasArea = ['la_number', 'la_code_9_digit', 'la_code'].some(name => columns.has(name));
  return hasArea && header.filter(name => ofOneYear.test(name.trim())).length >= 2;
}

/** A map's key is a column, whose name ends in its year, or two with "/" between, whose share is made. */
export async function readOlderTable(reading: FormatReading): Promise<void> {
  const { table, rows, england, gathered, report } = reading;
  const { columns } = table;
  const places = areaColumns.flatMap(name => columns.get(name) ?? []);
  const takes = rows.flatMap(row => {
    const parts = row.key.split('/').map(name => columns.get(name.toLowerCase()));
    const [column, whole] = parts;
    const [, ending = ''] = ofOneYear.exec(row.key) ?? [];
    const label = ending.length === 2 ? `20${ending}` : ending;
    if (column === undefined || (parts.length > 1 && whole === undefined)) return [];
    const series = seriesOf(gathered, row);
    return [{ row, column, whole, series, year: yearAt(gathered, series, row, label) }];
  });
  const latest =
    takes
      .map(({ series, year }) => series.years[year]?.period ?? '')
      .sort()
      .at(-1) ?? '';
  const read = cellReader('before-2020', 1);
  await recordsBelow(table, report, record => {
    const fields = record.fields();
    const place = { file: table.name, line: record.line, column: 1 };
    const named = places.map(column => (fields[column] ?? '').trim()).filter(text => text !== '');
    const area = named.map(text => areaOf(england, text, latest)).find(found => found !== null);
    if (area === undefined) {
      if (named.length > 0) report(place, 'unknown-import-area', named[0] ?? '');
      return countRows(gathered, 'area');
    }
    let isUsed = false;
    for (const { row, column, whole, series, year } of takes) {
      const written = fields[column] ?? '';
      if (written.trim() === '' || year === -1) continue;
      const value = read(written);
      const base = whole === undefined ? null : read(fields[whole] ?? '');
      if (value === null) report(place, 'unknown-import-symbol', written, symbolsWritten('before-2020'));
      else {
        isUsed = true;
        const text = whole === undefined ? scaled(value, row.scale) : share(value, base, row.scale);
        if (!putValue(cellsOfArea(series, area.code), year, text))
          report(place, 'repeated-import-row', `"${row.key}", ${area.code}`);
      }
    }
    countRows(gathered, isUsed ? 'used' : takes.length === 0 ? 'unasked' : 'empty');
  });
}

function scaled(value: string, scale: number): string {
  return scale === 1 ? value : (plainNumber(value, scale) ?? value);
}

/** The share of a number in its whole, times a scale; the symbol where either is one. */
function share(part: string, whole: string | null, scale: number): string {
  if (plainNumber(part) === null) return part;
  if (whole === null || plainNumber(whole) === null) return whole ?? 'x';
  if (Number(whole) === 0) return 'z';
  return plainNumber(new Big(part).times(scale).div(whole).toString()) ?? 'x';
}
