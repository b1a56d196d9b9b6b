import type { Place } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { areaOf } from '../sources/england.ts';
import { columnsOf, type FormatReading, recordsBelow } from './format-reading.ts';
import { cellsOfArea, countRows, type GatheredSeries, putValue, seriesOf, yearAt } from './gathered.ts';
import { geographicLevels, type MetaColumn, placeColumns } from './screener.ts';
import type { MapRow } from './series-maps.ts';
import type { SiftedRecord } from './sift.ts';
import { openReader, plainNumber, symbolInWords, symbolsWritten, type Vintage } from './symbols.ts';

/** What a table of open data, or one that came before it, calls its year and level. */
const aliases: Readonly<Record<string, string>> = { year: 'time_period', level: 'geographic_level' };

/** Columns that say of a figure how settled it is, or what its year is made of, and divide no pupils. */
const attributes: readonly string[] = ['version', 'year_breakdown'];

const wordsForEveryone: readonly string[] = ['', 'total', 'all', 'all pupils', 'all schools'];

/** The columns of a table of open data by name, an older name of a column taken for the newer. */
function openColumns(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(columnsOf(header));
  for (const [older, name] of Object.entries(aliases)) {
    const at = columns.get(older);
    if (at !== undefined && !columns.has(name)) columns.set(name, at);
  }
  return columns;
}

/** True too of a header so near it that it was meant to be one. */
export function isOpenData(header: readonly string[]): boolean {
  const columns = openColumns(header);
  const has = (name: string) => columns.has(name);
  return (
    (has('time_period') && has('geographic_level') && has('la_name')) ||
    ['time_period', 'time_identifier', 'geographic_level', 'country_code'].filter(has).length >= 2
  );
}

/** The rows of maps whose column and filters a header has. */
export function rowsWithColumns(rows: readonly MapRow[], header: readonly string[]): readonly MapRow[] {
  const columns = openColumns(header);
  return rows.filter(
    ({ key, filters }) =>
      key.split('/').every(name => columns.has(name.toLowerCase())) &&
      filters.every(([name]) => columns.has(name.toLowerCase())),
  );
}

/** The columns that divide pupils into groups: those described as filters, and those with words in them. */
function groupColumns(
  { table: { header, below } }: FormatReading,
  meta: readonly MetaColumn[],
): readonly number[] {
  const described = new Map(meta.map(({ name, isFilter }) => [name, isFilter]));
  return header.flatMap((name, at) => {
    const plain = name.trim().toLowerCase();
    if (placeColumns.includes(plain) || plain in aliases || attributes.includes(plain)) return [];
    const isFilter =
      described.get(name.trim()) ??
      below.some(fields => {
        const cell = (fields[at] ?? '').trim();
        return cell.length > 3 && plainNumber(cell) === null;
      });
    return isFilter ? [at] : [];
  });
}

/** Rows of a map that ask for the same groups: what must stand in which column, and what they take. */
type Asked = {
  readonly wants: readonly (readonly [column: number, values: ReadonlySet<string>])[];
  readonly takes: readonly {
    readonly column: number;
    readonly row: MapRow;
    readonly series: GatheredSeries;
  }[];
};

const levels: Readonly<Record<string, 'nation' | 'region' | 'authority'>> = {
  national: 'nation',
  regional: 'region',
  region: 'region',
  'local authority': 'authority',
};

/**
 * Reads a table of open data: a row for each year, place and combination of groups, a column for each figure. A column of
 * groups that the map does not name must say that the row is about everyone, so that a table of some pupils only never
 * feeds an indicator of all. Answers the columns for whose sake no row was taken, if none was.
 */
export async function readOpenData(
  reading: FormatReading,
  meta: readonly MetaColumn[] = [],
): Promise<readonly string[]> {
  const { table, rows, england, gathered, report } = reading;
  const columns = openColumns(table.header);
  const at = (name: string) => columns.get(name) ?? -1;
  const groups = groupColumns(reading, meta);
  const asked = askedOf(reading, rows, columns, groups);
  const allowed = groups.map(column => {
    const sets = asked.map(({ wants }) => wants.find(([one]) => one === column)?.[1] ?? new Set<string>());
    return [column, new Set(sets.flatMap(set => [...set]))] as const;
  });
  const [periodAt, levelAt, versionAt] = [at('time_period'), at('geographic_level'), at('version')];
  const levelOf = new Map<string, 'nation' | 'region' | 'authority' | null>();
  const codes = new Map<string, string | null>();
  const years = new Map<string, readonly (readonly number[])[]>();
  const read = openReader();
  const odd = new Map<string, Place>();
  const outside = new Map<number, number>();
  let newest = '';
  let [unasked, used] = [0, 0];

  await recordsBelow(table, report, record => {
    for (const [column, values] of allowed) {
      if (!values.has(fold(record.field(column)))) {
        outside.set(column, (outside.get(column) ?? 0) + 1);
        unasked += 1;
        return;
      }
    }
    const written = record.field(levelAt);
    let kind = levelOf.get(written);
    if (kind === undefined) {
      kind = levels[written.trim().toLowerCase()] ?? null;
      levelOf.set(written, kind);
      const near = nearest(written, geographicLevels);
      if (kind === null && !geographicLevels.some(level => level.toLowerCase() === fold(written)))
        report(placeOf(record, levelAt), 'screen-level', written, near);
    }
    if (kind === null) return countRows(gathered, 'level');
    const area = areaCode(record, kind);
    if (area === null) return countRows(gathered, 'area');
    let isUsed = false;
    let isAsked = false;
    asked.forEach(({ wants, takes }, each) => {
      if (!wants.every(([column, values]) => values.has(fold(record.field(column))))) return;
      isAsked = true;
      const label = record.field(periodAt).trim();
      const version = versionAt === -1 ? '' : record.field(versionAt);
      const placesOfYear = yearsOf(label, version)[each] ?? [];
      if (label > newest) newest = label;
      takes.forEach(({ column, row, series }, one) => {
        const year = placesOfYear[one] ?? -1;
        const value = read(record.field(column));
        if (year === -1 || value === '') return;
        if (value === null) {
          report(
            placeOf(record, column),
            'unknown-import-symbol',
            record.field(column),
            symbolsWritten('open'),
          );
          return;
        }
        const text = row.scale === 1 ? value : (plainNumber(value, row.scale) ?? value);
        if (!odd.has(value) && plainNumber(value) === null) odd.set(value, placeOf(record, column));
        isUsed = true;
        if (!putValue(cellsOfArea(series, area), year, text))
          report(placeOf(record, column), 'repeated-import-row', `"${row.key}", ${label}, ${area}`);
      });
    });
    if (isUsed) used += 1;
    else countRows(gathered, isAsked ? 'empty' : 'group');
  });
  countRows(gathered, 'group', unasked);
  countRows(gathered, 'used', used);
  settleSymbols(/^\d{6}$/.test(newest) && newest < '201920' ? 'before-2020' : 'open');
  return used > 0 ? [] : [...outside.keys()].map(column => table.header[column] ?? '');

  function yearsOf(label: string, version: string): readonly (readonly number[])[] {
    const name = `${label}\t${version}`;
    const before = years.get(name);
    if (before !== undefined) return before;
    const made = asked.map(({ takes }) =>
      takes.map(({ row, series }) => yearAt(gathered, series, row, label, version)),
    );
    years.set(name, made);
    return made;
  }

  /** The code of the area of a row; null, and reported unless it is one that no list has, where there is none. */
  function areaCode(record: SiftedRecord, kind: 'nation' | 'region' | 'authority'): string | null {
    const [code, name] = {
      nation: ['country_code', 'country_name'],
      region: ['region_code', 'region_name'],
      authority: ['new_la_code', 'la_name'],
    }[kind].map(column => (at(column) === -1 ? '' : record.field(at(column)).trim())) as [string, string];
    const old =
      kind === 'authority' && at('old_la_code') !== -1 ? record.field(at('old_la_code')).trim() : '';
    const called = kind === 'nation' && code === '' && name === '' ? 'England' : name;
    const bare = at('la_name') === -1 ? '' : record.field(at('la_name')).trim();
    // Two places were called Dorset: a name is that of its year.
    const period = code === '' && old === '' ? record.field(periodAt).trim() : '';
    const one = `${period}\t${kind}\t${code}\t${old}\t${name}\t${bare}`;
    const before = codes.get(one);
    if (before !== undefined) return before;
    const written = [code, old, called === '' ? bare : called].filter(part => part !== '');
    const found = written.map(part => areaOf(england, part, period)).find(each => each !== null);
    codes.set(one, found?.code ?? null);
    // Two authorities together, and places that the publisher itself does not know, are nobody's.
    const isNobody =
      written.some(part => /\s\/\s|^(?:[xz]|null|na|not available|unknown)$/i.test(part)) ||
      written.length === 0;
    if (found === undefined && !isNobody)
      report(placeOf(record, levelAt), 'unknown-import-area', written.join(', '));
    return found?.code ?? null;
  }

  /** Symbols in the words of today, as the vintage of the whole file has them. */
  function settleSymbols(vintage: Vintage): void {
    for (const [symbol, place] of odd)
      if (symbolInWords(vintage, symbol) === null)
        report(place, 'unknown-import-symbol', symbol, symbolsWritten(vintage));
    if (odd.size === 0) return;
    for (const { cells } of new Set(asked.flatMap(({ takes }) => takes.map(({ series }) => series))))
      for (const texts of cells.values())
        texts.forEach((text, at) => {
          if (odd.has(text)) texts[at] = symbolInWords(vintage, text) ?? text;
        });
  }

  function placeOf(record: SiftedRecord, column: number): Place {
    const before = record.fields().slice(0, Math.max(0, column)).join(',').length;
    return { file: table.name, line: record.line, column: before + (column > 0 ? 2 : 1) };
  }
}

function askedOf(
  { gathered }: FormatReading,
  rows: readonly MapRow[],
  columns: ReadonlyMap<string, number>,
  groups: readonly number[],
): readonly Asked[] {
  const byFilters = Map.groupBy(rows, ({ filters }) => JSON.stringify(filters));
  return [...byFilters.values()].map(those => {
    const fixed = new Map(
      (those[0]?.filters ?? []).map(([name, value]) => [columns.get(name.toLowerCase()) ?? -1, fold(value)]),
    );
    const all = [...new Set([...groups, ...fixed.keys()])];
    return {
      wants: all.map(column => {
        const value = fixed.get(column);
        return [column, new Set(value === undefined ? wordsForEveryone : [value])] as const;
      }),
      takes: those.flatMap(row => {
        const column = columns.get(row.key.toLowerCase());
        return column === undefined ? [] : [{ column, row, series: seriesOf(gathered, row) }];
      }),
    };
  });
}

/** Text as filters compare it. Most is in small caches, so that no new text is made for a row that is passed over. */
function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const made = text.trim().toLowerCase();
  if (folded.size < 5000) folded.set(text, made);
  return made;
}

const folded = new Map<string, string>();
