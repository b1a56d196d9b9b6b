import type { Report } from '../issues.ts';
import { fromCounts, isAttainable, nearestAttainable } from '../measures.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Known, Value } from '../model/value.ts';
import type { Observation } from './council-folder.ts';
import type { Row } from './csv.ts';
import { sayAt } from './rows.ts';
import { readCount, readValue } from './values.ts';

type FigureRow = Row<'value' | 'numerator' | 'denominator'>;

/** The value of a row and the counts behind it. */
export type Figure = Counts & Pick<Observation, 'value'>;

type Counts = Pick<Observation, 'numerator' | 'denominator'>;

/**
 * Reads a row's value and counts, and checks that they can be true together, as far as its indicator is
 * sound. An empty value is worked out from both counts; null when there is none to be had.
 */
export function readFigure(
  row: FigureRow,
  indicator: Partial<Indicator>,
  whole: Indicator | null,
  report: Report,
): Figure | null {
  const { value: cell, numerator: above, denominator: below } = row.fields;
  const numerator = readCount(above, indicator.measure !== 'mean', sayAt(row, 'numerator', report));
  const denominator = readCount(below, true, sayAt(row, 'denominator', report));
  if (cell === '' && (above === '' || below === '')) report(row.at('value'), 'missing-figure');
  const value = cell === '' ? null : readValue(cell, sayAt(row, 'value', report));
  const counts = { numerator, denominator };
  const made = makeValue(whole, counts);
  if (value?.kind === 'absent') checkAbsent(row, numerator, report);
  else if (denominator === 0) report(row.at('denominator'), 'zero-denominator');
  else if (isTooMany(counts, indicator)) {
    report(row.at('numerator'), 'numerator-above-denominator', above, below);
  } else if (value?.kind === 'known') checkKnown(row, value, made, counts, indicator, report);
  const kept = cell === '' ? made : value;
  return kept === null ? null : { value: kept, ...counts };
}

/** Only a percentage is a share: a rate or a mean may be more than its base. */
function isTooMany({ numerator, denominator }: Counts, { measure }: Partial<Indicator>): boolean {
  return measure === 'percentage' && numerator !== null && denominator !== null && numerator > denominator;
}

function makeValue(indicator: Indicator | null, { numerator, denominator }: Counts): Value | null {
  if (indicator === null || numerator === null || denominator === null) return null;
  return fromCounts(indicator, numerator, denominator);
}

/** A symbol that says there is no figure does not go with the count the figure would be made of. */
function checkAbsent(row: FigureRow, numerator: number | null, report: Report): void {
  const symbol = row.fields.value;
  const roundsToZero = symbol === 'low' || symbol === 'k';
  if (numerator !== null && !roundsToZero) report(row.at('numerator'), 'numerator-without-value', symbol);
}

function checkKnown(
  row: FigureRow,
  value: Known,
  made: Value | null,
  { numerator, denominator }: Counts,
  { measure, unit }: Partial<Indicator>,
  report: Report,
): void {
  const say = sayAt(row, 'value', report);
  const cell = row.fields.value;
  const isCount = unit === 'pupils' || unit === 'schools' || unit === 'incidents';
  if (unit === 'percent' && (value.number.lt(0) || value.number.gt(100))) {
    say('percentage-out-of-range', cell);
  } else if (isCount && value.number.lt(0)) {
    say('negative-count', cell);
  } else if (measure === 'count' && value.decimals > 0) {
    say('wrong-type', cell, 'is not a whole number: counts have no decimals');
  } else if (value.precision === 'about' || denominator === null || measure === 'given') {
    // Nothing to hold it against.
  } else if (numerator !== null) {
    if (made?.kind !== 'known' || rounds(made, value)) return;
    say('value-not-of-counts', cell, numerator, denominator, made.number.toFixed(value.decimals));
  } else if (measure === 'percentage') {
    const text = value.number.toFixed(value.decimals);
    if (isAttainable(text, denominator)) return;
    say('impossible-percentage', cell, denominator, nearestAttainable(text, denominator));
  }
}

/** Whether a value worked out rounds to the one given; a half may have been rounded either way. */
function rounds(made: Known, given: Known): boolean {
  return made.number.minus(given.number).abs().times(2).times(`1e${given.decimals}`).lte(1);
}
