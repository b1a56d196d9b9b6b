import type { Report, Say } from '../issues.ts';
import { repeatsIn } from '../model/alike.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Place } from '../model/place.ts';
import { isDate, isPeriod, type Period, periodMeant, startYear } from '../model/time.ts';
import type { CsvRow } from './csv.ts';
import { checkName, entryOf, type Known, type Register, standsFor } from './names.ts';
import { checkStanding } from './wording.ts';

type Shared = 'area' | 'period' | 'released' | 'source' | 'note';

type SharedFields = {
  readonly area: string;
  readonly period: Period;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};

/** Reads what every row has: area, period (that of the file), release, source and note. */
export function readShared(
  row: CsvRow<Shared>,
  filePeriod: Period | null,
  known: Known,
  report: Report,
): SharedFields {
  const { area, period, source, released, note } = row.fields;
  checkNamed(row, 'area', known.areas, 'unknown-area', report);
  checkNamed(row, 'source', known.sources, 'unknown-source', report);
  if (period === '') report(row.at('period'), 'empty-value', 'period', 'write the academic year, as 201314');
  else if (!isPeriod(period)) report(row.at('period'), 'bad-period', period, meantIn(period, filePeriod));
  else if (filePeriod !== null && period !== filePeriod)
    report(row.at('period'), 'period-mismatch', period, filePeriod);
  checkStanding(note, () => row.at('note'), report);
  const isSaid = released !== '' && isDate(released);
  if (released !== '' && !isSaid) report(row.at('released'), 'bad-date', released);
  return {
    area: standsFor(known.areas, area),
    period,
    source,
    released: isSaid ? released : released === '' ? (entryOf(known.sources, source).released ?? null) : null,
    note: note === '' ? null : note,
    place: row.place,
  };
}

/** The period meant by one written otherwise: a year alone is that of the results, but for the first year of the file's own. */
function meantIn(written: string, filePeriod: Period | null): Period | null {
  return filePeriod !== null && Number(written) === startYear(filePeriod) ? filePeriod : periodMeant(written);
}

/** Reports a row whose source covers other schools or entries than its indicator does (R17). */
export function checkCoverage(
  row: CsvRow<'indicator' | 'source'>,
  { covers: ours }: Partial<Indicator>,
  known: Known,
  report: Report,
): void {
  const { indicator, source } = row.fields;
  const { covers: theirs } = entryOf(known.sources, source);
  if (ours === undefined || theirs === undefined || ours === theirs) return;
  report(row.at('source'), 'coverage-differs', source, theirs, indicator, ours);
}

/** Reports figures that are given twice, by what tells one from another. */
export function checkRepeated<Row extends { readonly place: Place }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  report: Report,
): void {
  for (const [{ place }, first] of repeatsIn(rows, keyOf))
    report(place, 'duplicate-observation', first.place);
}

/** Reports a field that is empty or names what nothing has; true when the name may be relied on. */
export function checkNamed<Column extends string, T>(
  row: CsvRow<Column>,
  column: Column,
  register: Register<T>,
  rule: Parameters<typeof checkName>[2],
  report: Report,
): boolean {
  const name = row.fields[column];
  if (name !== '') return checkName(register, name, rule, () => row.at(column), report);
  report(row.at(column), 'empty-value', column, 'write a name that the catalogue has');
  return false;
}

/** A `Report` that keeps whether anything was reported that leaves a row out. */
export function hearing(report: Report): { readonly tell: Report; readonly isSound: () => boolean } {
  let sound = true;
  return {
    tell: (place, rule, ...args) => {
      report(place, rule, ...args);
      if (rule !== 'topic-not-listed') sound = false;
    },
    isSound: () => sound,
  };
}

/** A `Say` for a field; its place is worked out only if something is said. */
export function sayAt<Column extends string>(row: CsvRow<Column>, column: Column, report: Report): Say {
  return (rule, ...args) => report(row.at(column), rule, ...args);
}

/** Null with the fault reported. */
export function periodOfName(name: string, file: string, report: Report): Period | null {
  if (isPeriod(name)) return name;
  report({ file, line: 1, column: 1 }, 'bad-period', name, periodMeant(name));
  return null;
}
