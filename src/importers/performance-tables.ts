import { areaOf } from '../sources/england.ts';
import { columnsOf, type FormatReading, recordsBelow } from './format-reading.ts';
import { cellsOfArea, countRows, putValue, seriesOf, yearAt } from './gathered.ts';
import { cellReader, symbolsWritten } from './symbols.ts';

/** Which rows are those of authorities, and of state-funded schools in England, at each stage. */
const rowTypes = {
  ks2: { authority: '3', nation: '5', knownBy: ['telig', 'ptrwm_exp', 'readprog', 'ptreadwrittamat'] },
  ks4: { authority: '4', nation: '7', knownBy: ['att8scr', 'p8mea', 'ptl2basics_94', 'ptac5em_ptq'] },
} as const;

export function isPerformanceTable(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  return columns.has('rectype') && (columns.has('lea') || columns.has('la'));
}

/** The school year that a file's name tells, by both its years or the first of them: england_ks4final_2018-2019.csv. */
function yearOfName(name: string): string | null {
  const [, start, end] =
    /(?<!\d)(20\d{2})(?:[-_](?:20)?(\d{2})(?!\d))?/.exec(name.replace(/^.*[/\\]/, '')) ?? [];
  if (start === undefined) return null;
  const next = String((Number(start) + 1) % 100).padStart(2, '0');
  return end === undefined || end === next ? `${start}/${next}` : null;
}

/**
 * Reads performance tables: a row for each school, authority and for England, told apart by RECTYPE, whose numbers differ
 * by stage; a column for each measure. They do not say their year, but their names do.
 */
export async function readPerformanceTable(reading: FormatReading): Promise<void> {
  const { table, rows, england, gathered, report } = reading;
  const { columns } = table;
  const label = yearOfName(table.name);
  if (label === null) {
    report({ file: table.name, line: 1, column: 1 }, 'no-year-said');
    return;
  }
  const stage = rowTypes.ks4.knownBy.some(name => columns.has(name)) ? rowTypes.ks4 : rowTypes.ks2;
  const typeAt = columns.get('rectype') ?? -1;
  const areaAt = columns.get('lea') ?? columns.get('la') ?? -1;
  const read = cellReader('performance-tables', 1);
  const takes = rows.flatMap(row => {
    const column = columns.get(row.key.toLowerCase());
    if (column === undefined) return [];
    const series = seriesOf(gathered, row);
    return [{ row, column, series, year: yearAt(gathered, series, row, label) }];
  });
  const isSchool = (type: string) => type !== stage.authority && type !== stage.nation;
  await recordsBelow(
    table,
    report,
    record => {
      const type = record.field(typeAt).trim();
      if (isSchool(type)) return countRows(gathered, /^[12]$/.test(type) ? 'school' : 'level');
      const place = { file: table.name, line: record.line, column: 1 };
      const written = type === stage.nation ? 'E92000001' : record.field(areaAt);
      const area = areaOf(england, written, '');
      if (area === null) return report(place, 'unknown-import-area', written);
      let isUsed = false;
      for (const { row, column, series, year } of takes) {
        const value = read(record.field(column));
        if (value === null)
          report(place, 'unknown-import-symbol', record.field(column), symbolsWritten('performance-tables'));
        if (value === null || value === '' || year === -1) continue;
        isUsed = true;
        if (!putValue(cellsOfArea(series, area.code), year, value))
          report(place, 'repeated-import-row', `"${row.key}", ${written}`);
      }
      countRows(gathered, isUsed ? 'used' : 'empty');
    },
    // Rows of schools that closed or are new are often cut short.
    record => isSchool(record.field(typeAt).trim()),
  );
}
