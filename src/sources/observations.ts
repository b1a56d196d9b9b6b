import type { Report } from '../issues.ts';
import { existedIn } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { keyText, observationColumns, type Status, statuses } from '../model/observation.ts';
import { nearest } from '../model/spelling.ts';
import { isPeriod, type Period, startYear } from '../model/time.ts';
import { shown, type Value } from '../model/value.ts';
import { yearsOf } from './consistency.ts';
import type { Observation } from './council-folder.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { entryOf, type Known, wholeOf } from './names.ts';
import { checkSourceArea } from './plausibility.ts';
import { checkCoverage, checkNamed, checkRepeated, hearing, readShared, sayAt } from './rows.ts';
import { readFigure } from './values.ts';

type Column = (typeof observationColumns)[number];

/** The period is null where the file's name is none. */
export type ObservationFile = {
  readonly file: string;
  readonly theme: string;
  readonly period: Period | null;
};

/** Faulty rows are reported and left out. */
export function readObservations(
  text: string,
  file: ObservationFile,
  known: Known,
  report: Report,
): readonly Observation[] {
  const finer = new Map<string, Finer>();
  const observations = readCsv(text, file.file, observationColumns, report, form).flatMap(row => {
    // A row is read to its end whatever is wrong with it, so that all its faults are known at once.
    const { tell, isSound } = hearing(report);
    const indicator = readIndicator(row, file, known, tell);
    const figure = readFigure(row, indicator, wholeOf(known.indicators, row.fields.indicator), tell);
    const breakdown = readBreakdown(row, indicator, known, tell);
    const status = readStatus(row, tell);
    const shared = readShared(row, file.period, known, tell);
    checkCoverage(row, indicator, known, tell);
    checkThere(row, indicator, known, report);
    checkSourceArea(row, known, tell);
    checkBegun(row, shared, status, tell);
    if (!isSound() || figure === null || status === null) return [];
    countFiner(row, figure.value, finer);
    return [{ indicator: row.fields.indicator, breakdown, ...figure, status, ...shared }];
  });
  for (const [indicator, { row, shown: printed, others }] of finer)
    report(row.at('value'), 'decimals-unlike', row.fields.value, indicator, printed, others);
  return observations;
}

/** The first value of an indicator with more decimals than it is printed with, and how many more there are in the file. */
type Finer = { readonly row: CsvRow<Column>; readonly shown: string; readonly others: number };

function countFiner(row: CsvRow<Column>, value: Value, finer: Map<string, Finer>): void {
  const { indicator, decimals } = row.fields;
  if (value.kind === 'absent' || value.precision !== 'unrounded' || decimals !== '') return;
  const first = finer.get(indicator);
  const text = shown(value).toFixed(value.decimals);
  finer.set(
    indicator,
    first === undefined ? { row, shown: text, others: 0 } : { ...first, others: first.others + 1 },
  );
}

/** A row whose status is none there is has its fields under other columns. */
const form = {
  optional: ['decimals'],
  fits: ({ status }: Readonly<Record<Column, string>>) => statuses.some(each => each === status),
} as const;

/** Warns of a year in which the authority was not there; a row with a note has been looked at. */
function checkThere(row: CsvRow<Column>, { recast }: Partial<Indicator>, known: Known, report: Report): void {
  const { area: code, period, note } = row.fields;
  const area = wholeOf(known.areas, code);
  if (area === null || recast === true || note !== '' || !isPeriod(period) || existedIn(area, period)) return;
  report(row.at('area'), 'area-not-there', area.name, period, 'recast: true');
}

/** Reports an outcome that came out before its year had well begun: it is of another year, or no outcome (X15). */
function checkBegun(
  row: CsvRow<Column>,
  { period, released }: Pick<Observation, 'period' | 'released'>,
  status: Status | null,
  report: Report,
): void {
  if (status === null || status === 'projection' || released === null || !isPeriod(period)) return;
  if (released < `${startYear(period)}-11-01`)
    report(row.at('period'), 'figure-before-its-year', period, released);
}

/** The same indicator, area, period, breakdown and release, outcome or projection given twice. */
export function checkRepeatedObservations(observations: readonly Observation[], report: Report): void {
  checkRepeated(
    observations,
    one => `${keyText(one)}\n${one.released}\n${one.status === 'projection'}`,
    report,
  );
}

/** Warns of one school, or the like, of which the statement would speak as of several: "1 schools were in deficit". */
export function checkOnes(observations: readonly Observation[], known: Known, report: Report): void {
  for (const { indicator: id, area, value, place } of observations) {
    const { unit, statement, 'statement-of-one': ofOne } = entryOf(known.indicators, id);
    const isCount = unit === 'schools' || unit === 'pupils' || unit === 'incidents';
    if (area !== known.council || !isCount || ofOne !== undefined || statement === undefined) continue;
    if (value.kind === 'known' && value.number.eq(1))
      report(place, 'one-as-several', statement.replace('{value}', '1'), id);
  }
}

/** Reports a figure that is provisional or early again after its final one: its status or one of the two days is wrong. */
export function checkSettledFirst(observations: readonly Observation[], report: Report): void {
  for (const rows of Map.groupBy(observations, keyText).values()) {
    if (rows.length < 2) continue;
    const inOrder = rows.toSorted((a, b) => ((a.released ?? '') < (b.released ?? '') ? -1 : 1));
    inOrder.forEach((row, at) => {
      const final = inOrder.slice(0, at).find(({ status }) => status === 'final');
      if (final !== undefined && (row.status === 'provisional' || row.status === 'early'))
        report(row.place, 'provisional-after-final', row.status, final.released, final.place);
    });
  }
}

/** The indicator of a row, as far as its entry in the catalogue is sound. */
export function readIndicator(
  row: CsvRow<'indicator' | 'period'>,
  file: ObservationFile,
  known: Known,
  report: Report,
): Partial<Indicator> {
  const { indicator: name, period } = row.fields;
  if (!checkNamed(row, 'indicator', known.indicators, 'unknown-indicator', report)) return {};
  const indicator = entryOf(known.indicators, name);
  const { start, end, theme } = indicator;
  if (theme !== undefined && theme !== file.theme && known.themes.entries.has(file.theme)) {
    report(row.at('indicator'), 'indicator-in-wrong-theme', name, theme, file.theme);
  }
  const isOutside =
    start !== undefined && (period < start || (end !== undefined && start <= end && period > end));
  if (isOutside && isPeriod(period) && period === (file.period ?? period)) {
    report(row.at('period'), 'outside-start-end', name, period, yearsOf(start, end));
  }
  return indicator;
}

/** The breakdown of a row, as far as the catalogue knows it. */
export function readBreakdown(
  row: CsvRow<'indicator' | 'topic' | 'group'>,
  indicator: Partial<Indicator>,
  known: Known,
  report: Report,
): Breakdown {
  const { topic, group } = row.fields;
  const breakdown = { topic, group };
  if (topic === '' || group === '') {
    for (const column of ['topic', 'group'] as const) {
      if (row.fields[column] === '')
        report(row.at(column), 'empty-value', column, `write ${total[column]} for everyone`);
    }
    return breakdown;
  }
  if (topic === total.topic && group === total.group) return breakdown;
  if (topic === total.topic) {
    report(row.at('group'), 'unknown-group', group, topic, total.group);
    return breakdown;
  }
  if (!checkNamed(row, 'topic', known.topics, 'unknown-topic', report)) return breakdown;
  const groups = entryOf(known.topics, topic).groups?.map(({ id }) => id) ?? null;
  if (groups !== null && !groups.includes(group))
    report(row.at('group'), 'unknown-group', group, topic, nearest(group, groups));
  else if (indicator.breakdowns?.includes(topic) === false) {
    report(row.at('topic'), 'topic-not-listed', topic, row.fields.indicator);
  }
  return breakdown;
}

function readStatus(row: CsvRow<Column>, report: Report): Status | null {
  const written = row.fields.status;
  const status = statuses.find(one => one === written);
  const say = sayAt(row, 'status', report);
  if (written === '') say('empty-value', 'status', `write one of ${statuses.join(', ')}`);
  else if (status === undefined) say('bad-status', written, statuses, nearest(written, statuses));
  return status ?? null;
}
