import type { Report } from '../issues.ts';
import { type GivenDifference, keyText } from '../model/observation.ts';
import { isPeriod } from '../model/time.ts';
import { type KnownValue, shown } from '../model/value.ts';
import type { Observation } from './council-folder.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { checkName, type Known, standsFor } from './names.ts';
import { type ObservationFile, readBreakdown, readIndicator } from './observations.ts';
import { checkCoverage, checkRepeated, hearing, readShared, sayAt } from './rows.ts';
import { readValue } from './values.ts';

/** The columns of `differences/<theme>/<period>.csv`. */
const differenceColumns = [
  'indicator',
  'area',
  'period',
  'topic',
  'group',
  'against',
  'value',
  'released',
  'source',
  'note',
] as const;
type Column = (typeof differenceColumns)[number];

/** Faulty rows are reported and left out. */
export function readDifferences(
  text: string,
  file: ObservationFile,
  known: Known,
  report: Report,
): readonly GivenDifference[] {
  const fits = ({ source }: Readonly<Record<Column, string>>) => known.sources.entries.has(source);
  return readCsv(text, file.file, differenceColumns, report, { fits }).flatMap(row => {
    const { tell, isSound } = hearing(report);
    const indicator = readIndicator(row, file, known, tell);
    const breakdown = readBreakdown(row, indicator, known, tell);
    const value = readDifference(row, tell);
    checkAgainst(row, known, tell);
    const shared = readShared(row, file.period, known, tell);
    checkCoverage(row, indicator, known, tell);
    const { indicator: id } = row.fields;
    const against = standsFor(known.areas, row.fields.against);
    return isSound() && value !== null ? [{ indicator: id, breakdown, against, value, ...shared }] : [];
  });
}

/** Both figures must be there, and what was printed of them may miss the difference by a unit at most. */
export function checkDifferences(
  differences: readonly GivenDifference[],
  observations: readonly Observation[],
  report: Report,
): void {
  checkRepeated(differences, each => `${keyText(each)}\n${each.against}\n${each.released}`, report);
  const byKey = Map.groupBy(observations, keyText);
  for (const difference of differences) {
    const { against, place } = difference;
    const other = isPeriod(against) ? { ...difference, period: against } : { ...difference, area: against };
    const [these, those] = [byKey.get(keyText(difference)), byKey.get(keyText(other))];
    if (these === undefined || those === undefined) {
      report(place, 'difference-without-figures', against);
    } else if (!these.some(a => those.some(b => isPossible(difference.value, a, b)))) {
      report(place, 'difference-not-of-values', difference.value.number.toFixed(difference.value.decimals));
    }
  }
}

function readDifference(row: CsvRow<Column>, report: Report): KnownValue | null {
  const say = sayAt(row, 'value', report);
  const { value: cell } = row.fields;
  if (cell === '') {
    say('empty-value', 'value', 'write the difference that was published, or take the row out');
    return null;
  }
  const value = readValue(cell, say);
  if (value?.kind === 'known') return value;
  if (value !== null) say('wrong-type', cell, 'is not a number: take the row out if none was published');
  return null;
}

/** An earlier period, or the code of an area. */
function checkAgainst(row: CsvRow<Column>, known: Known, report: Report): void {
  const { against, period } = row.fields;
  if (against === '') {
    report(row.at('against'), 'empty-value', 'against', 'write the earlier period or the area set beside');
  } else if (isPeriod(against)) {
    if (against >= period) report(row.at('against'), 'difference-not-earlier', against, period);
  } else checkName(known.areas, against, 'unknown-area', () => row.at('against'), report);
}

/** True unless both figures are known and leave no room for such a difference. */
function isPossible(difference: KnownValue, a: Observation, b: Observation): boolean {
  if (a.value.kind === 'absent' || b.value.kind === 'absent') return true;
  const half = (value: KnownValue) => 10 ** -value.decimals / 2;
  const room = half(a.value) + half(b.value) + half(difference);
  const printed = shown(a.value).minus(shown(b.value));
  return printed.minus(difference.number).abs().lte(room);
}
