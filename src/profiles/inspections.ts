import type { Report } from '../issues.ts';
import { nearest } from '../model/spelling.ts';
import { isDate, type Period, startYear } from '../model/time.ts';
import { type CsvRow, readCsv } from '../sources/csv.ts';
import { entryOf, type Known } from '../sources/names.ts';
import { checkNamed, checkRepeated, hearing, readShared, sayAt } from '../sources/rows.ts';
import { readCount } from '../sources/values.ts';
import { checkInForce, checkSnapshots } from './checks.ts';
import { allPhases, cellsOf, type Profile, type ProfileCount } from './schema.ts';

/** The columns of `inspections/<period>.csv`. */
const inspectionColumns = [
  'profile',
  'area',
  'period',
  'as_at',
  'phase',
  'part',
  'count',
  'released',
  'source',
  'note',
] as const;
type Column = (typeof inspectionColumns)[number];

/** The period is null where the name is none. */
type InspectionFile = { readonly file: string; readonly period: Period | null };

/** Faulty rows are reported and left out. */
export function readInspections(
  text: string,
  file: InspectionFile,
  known: Known,
  report: Report,
): readonly ProfileCount[] {
  const rows = readCsv(text, file.file, inspectionColumns, report);
  const counts = rows.flatMap(row => readCountRow(row, file, known, report) ?? []);
  // A faulty row left out would look like a missing part as well.
  if (counts.length === rows.length) checkSnapshots(counts, known, report);
  return counts;
}

function readCountRow(
  row: CsvRow<Column>,
  file: InspectionFile,
  known: Known,
  report: Report,
): ProfileCount | null {
  const { tell, isSound } = hearing(report);
  const { profile: name, as_at: asAt, phase, part, count: cell } = row.fields;
  const found = checkNamed(row, 'profile', known.profiles, 'unknown-profile', tell);
  const profile = found ? entryOf(known.profiles, name) : {};
  checkPart(row, 'phase', profile, tell);
  checkPart(row, 'part', profile, tell);
  checkAsAt(row, file.period, tell);
  checkInForce(row, profile, tell);
  const count = readCount(cell, true, sayAt(row, 'count', tell));
  if (cell === '') tell(row.at('count'), 'empty-value', 'count', 'write how many, 0 if none');
  const shared = readShared(row, file.period, known, tell);
  return isSound() && count !== null ? { profile: name, asAt, phase, part, count, ...shared } : null;
}

/** The same profile, area, date, phase, part and release given twice. */
export function checkRepeatedCounts(counts: readonly ProfileCount[], report: Report): void {
  checkRepeated(
    counts,
    one => [one.profile, one.area, one.asAt, one.phase, one.part, one.released].join('\n'),
    report,
  );
}

function checkPart(
  row: CsvRow<Column>,
  column: 'phase' | 'part',
  profile: Partial<Profile>,
  report: Report,
): void {
  const written = row.fields[column];
  const say = sayAt(row, column, report);
  if (written === '') say('empty-value', column, 'write one that the profile has');
  if (column === 'phase' && written === allPhases && profile.phases !== undefined)
    say('summed-phase', written);
  const known = cellsOf(profile)[column];
  if (written === '' || known === undefined || known.includes(written)) return;
  if (column === 'phase') say('unknown-phase', written, row.fields.profile, nearest(written, known));
  else say('unknown-part', written, row.fields.profile, nearest(written, known));
}

/** A snapshot belongs to the academic year it falls in, or is taken in the months after that year's end. */
function checkAsAt(row: CsvRow<Column>, period: Period | null, report: Report): void {
  const written = row.fields.as_at;
  const say = sayAt(row, 'as_at', report);
  if (written === '') say('empty-value', 'as_at', 'write the date, as 2014-07-31');
  else if (!isDate(written)) say('bad-date', written);
  else if (period !== null) {
    const year = startYear(period);
    const isNear = written >= `${year}-08-01` && written <= `${year + 2}-03-31`;
    if (!isNear) say('profile-in-wrong-period', written, period);
  }
}
