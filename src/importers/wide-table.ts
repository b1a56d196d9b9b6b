import type { Period } from '../model/time.ts';
import { areaOf } from '../sources/england.ts';
import { type FormatReading, type HeadedTable, recordsBelow } from './format-reading.ts';
import { countRows, seriesOf, yearAt } from './gathered.ts';
import type { UnmetSeries } from './proposals.ts';
import { cellReader, symbolsWritten } from './symbols.ts';
import { readYearLabel } from './year-labels.ts';

/** A column that is a year, however it is written: 2016, 2015/16, 2015-16, 201516, 2025 (prov). */
const isYear = (name: string) =>
  readYearLabel(name, 'academic') !== null || readYearLabel(name, 'academic-end') !== null;

/** Whether a header is that of a table with years across: words first, then two years or more. */
export function isWideTable(header: readonly string[]): boolean {
  const years = header.filter(isYear);
  return years.length >= 2 && header.some(name => name.trim() !== '' && !isYear(name));
}

export type OwnFigure = {
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly topic: string;
  readonly group: string;
  readonly value: string;
  readonly status: string;
};

const areaNames = [
  'area',
  'area_code',
  'area code',
  'area name',
  'la',
  'la_name',
  'authority',
  'code',
  'la code',
];

/** The first column of words that names no area. */
function measureAt(header: readonly string[]): number {
  return header.findIndex(
    name => name.trim() !== '' && !isYear(name) && !areaNames.includes(name.trim().toLowerCase()),
  );
}

/** The measures of a table with years across, for those that no map names. */
export function measuresOf({ header, below }: HeadedTable): readonly UnmetSeries[] {
  const at = measureAt(header);
  const label = header.find(isYear) ?? '';
  const year = readYearLabel(label, 'academic') === null ? 'academic-end' : 'academic';
  const named = [...Map.groupBy(below, fields => (fields[at] ?? '').trim())].filter(([key]) => key !== '');
  return named.map(([key, rows]) => {
    const isPercent = rows.some(([, ...cells]) => cells.some(cell => /\d\s*%$/.test(cell.trim())));
    return { key, label: key, unit: isPercent ? '%' : '', decimals: null, year };
  });
}

/** A map's key is what a row's measure is called. Rows without an area are the council's. */
export async function readWideTable(reading: FormatReading, council: string): Promise<readonly OwnFigure[]> {
  const { table, rows, england, gathered, report } = reading;
  const { header, columns } = table;
  const at = measureAt(header);
  const areaColumns = areaNames.flatMap(name => columns.get(name) ?? []);
  const years = header.flatMap((name, column) => (isYear(name) ? [column] : []));
  const latest =
    years
      .flatMap(column => readYearLabel(header[column] ?? '', 'academic-end')?.period ?? [])
      .sort()
      .at(-1) ?? '';
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const read = cellReader('council', 1);
  const figures: OwnFigure[] = [];
  await recordsBelow(
    table,
    report,
    record => {
      const fields = record.fields();
      const place = { file: table.name, line: record.line, column: 1 };
      const takes = (byKey.get((fields[at] ?? '').trim()) ?? []).filter(({ filters }) =>
        filters.every(
          ([name, value]) => (fields[columns.get(name.toLowerCase()) ?? -1] ?? '').trim() === value,
        ),
      );
      const named = areaColumns.map(column => (fields[column] ?? '').trim()).filter(name => name !== '');
      const area = named.map(name => areaOf(england, name, latest)).find(found => found !== null);
      if (named.length > 0 && area === undefined) report(place, 'unknown-import-area', named.join(', '));
      let isUsed = false;
      for (const row of takes) {
        const series = seriesOf(gathered, row);
        for (const column of years) {
          const value = read(fields[column] ?? '');
          const year = series.years[yearAt(gathered, series, row, header[column] ?? '')];
          if (value === null)
            report(place, 'unknown-import-symbol', fields[column] ?? '', symbolsWritten('council'));
          if (value === null || value === '' || year === undefined) continue;
          isUsed = true;
          const { indicator, topic, group } = row;
          const status = year.status ?? 'final';
          const about = { indicator, area: area?.code ?? council, period: year.period, topic, group };
          figures.push({ ...about, value, status });
        }
      }
      countRows(gathered, isUsed ? 'used' : takes.length === 0 ? 'unasked' : 'empty');
    },
    () => true,
  );
  return figures;
}
