import { Big } from 'big.js';
import type { Report, Say } from '../issues.ts';
import { fromCounts, isAttainable, nearestAttainable } from '../measures.ts';
import type { Indicator } from '../model/indicator.ts';
import { isOneOf } from '../model/spelling.ts';
import {
  type Absence,
  absences,
  absent,
  decimalsIn,
  type KnownValue,
  known,
  shownTo,
  type Value,
} from '../model/value.ts';
import type { Observation } from './council-folder.ts';
import type { CsvRow } from './csv.ts';
import { sayAt } from './rows.ts';

const symbols = Object.keys(absences) as readonly Absence[];

/** Ways people mark a missing figure that do not say why it is missing. */
const unexplained = new Set(
  '- -- – — . .. ... : ~ * ? n/a na #n/a nan null none nil supp tbc tba ne np dns sp lowcov new missing unknown blank'.split(
    ' ',
  ),
);

/** More places than any figure was published with are the noise of binary arithmetic. */
const most = { before: 12, after: 6 } as const;

/**
 * The value a cell holds: a plain decimal with the places it was written with (`rounded`), the same after `~`
 * (`about`), or a symbol for no figure; null when it is none of these, with the reason reported.
 */
export function readValue(cell: string, say: Say): Value | null {
  if (isOneOf(symbols, cell)) return absent(cell);
  const about = cell.startsWith('~') && cell.length > 1;
  const number = readNumber(about ? cell.slice(1).trim() : cell, cell, say);
  if (number === null) return null;
  return known(number, decimalsIn(number), about ? 'about' : 'rounded');
}

/** A count a cell holds: whole, or with decimals where a sum of points may have them; null when empty or reported. */
export function readCount(cell: string, whole: boolean, say: Say): number | null {
  if (cell === '') return null;
  if (/^-\d+(\.\d+)?$/.test(cell)) say('negative-count', cell);
  else if (whole && /^\d+\.\d+$/.test(cell))
    say('wrong-type', cell, 'is not a whole number: counts have no decimals');
  else if (isOneOf(symbols, cell)) {
    say('wrong-type', cell, 'is not a count: leave it empty, and write the symbol as the value');
  } else {
    const number = readNumber(cell, cell, say);
    return number === null ? null : Number(number);
  }
  return null;
}

/** The decimal text of a number, "-0.0" made "0.0"; null with advice when it is not one. */
function readNumber(text: string, cell: string, say: Say): string | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) {
    if (isUnexplained(text)) say('not-a-symbol', cell, symbolMeant(text));
    else say('wrong-type', cell, `is not a number: ${advice(text)}`, digitsMeant(text));
    return null;
  }
  const [, minus = '', before = '', after = ''] = parts;
  if (before.length > most.before) say('too-many-digits', cell, 'correct it');
  else if (after.length > most.after) {
    say('too-many-digits', cell, `write it as it was published, perhaps ${withoutNoise(text)}`);
  } else return minus === '-' && /^[0.]+$/.test(text.slice(1)) ? text.slice(1) : text;
  return null;
}

/** The number that binary arithmetic was given, as far as its fifteen sound digits tell, to the most places there may be. */
function withoutNoise(text: string): string {
  const sound = new Big(text).prec(15).toFixed();
  return decimalsIn(sound) > most.after ? new Big(new Big(text).toFixed(most.after)).toFixed() : sound;
}

function isUnexplained(text: string): boolean {
  return unexplained.has(text.toLowerCase()) || symbolMeant(text) !== null;
}

/** The symbol meant by one in capitals, in brackets, or in other words. */
function symbolMeant(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/^[[(]|[\])]$/g, '')
    .trim();
  const joined = plain.replace(/[\s_]+/g, '-');
  return symbols.find(symbol => symbol === joined) ?? (plain.startsWith('supp') ? 'c' : null);
}

function advice(text: string): string {
  if (/^-\s+\S/.test(text)) return 'a hyphen before it may mean "missing" or "minus": write one of the two';
  if (text.includes('%')) return 'leave out the "%" sign';
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'leave out the commas between thousands';
  if (/^-?\d+,\d+$/.test(text)) return 'write the decimal point as "."';
  if (/^-?\d+(\.\d+)?e[-+]?\d{1,2}$/i.test(text)) return `write it as a plain decimal, ${withoutNoise(text)}`;
  if (/^\+/.test(text)) return 'leave out the plus sign';
  if (/^[−–]\d/.test(text)) return 'write the minus sign as "-"';
  if (/^-?\.\d+$/.test(text)) return 'write a 0 before the point';
  if (/^[£$€]/.test(text)) return 'leave out the currency sign';
  return 'write digits only, or a symbol that says why there is no figure, as c or z';
}

/** The number meant when letters stand for the digits they look like, as in "8O". */
function digitsMeant(text: string): string | null {
  const digits = text
    .replace(/[oO]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/(?<=\d)S|S(?=\d)/g, '5');
  return digits !== text && /^-?\d+(\.\d+)?$/.test(digits) ? digits : null;
}

type FigureRow = CsvRow<'value' | 'decimals' | 'numerator' | 'denominator'>;

type RowFigure = Counts & Pick<Observation, 'value'>;

type Counts = Pick<Observation, 'numerator' | 'denominator'>;

/**
 * Reads a row's value and counts, and checks that they can be true together, as far as its indicator is
 * sound. An empty value is worked out from both counts; null when there is none to be had. A value is shown with the
 * decimals of its indicator, whatever zeros a spreadsheet took off, unless the row says with how many it was published.
 */
export function readFigure(
  row: FigureRow,
  indicator: Partial<Indicator>,
  whole: Indicator | null,
  report: Report,
): RowFigure | null {
  const { value: cell, numerator: above, denominator: below } = row.fields;
  const numerator = readCount(above, indicator.measure !== 'mean', sayAt(row, 'numerator', report));
  const denominator = readCount(below, true, sayAt(row, 'denominator', report));
  if (cell === '' && (above === '' || below === '')) report(row.at('value'), 'missing-figure');
  const written = cell === '' ? null : readValue(cell, sayAt(row, 'value', report));
  const decimals = readDecimals(row, report) ?? indicator.decimals;
  const value = written?.kind === 'known' ? published(written, decimals) : written;
  const counts = { numerator, denominator };
  const made = makeValue(whole, counts);
  if (value?.kind === 'absent') checkAbsent(row, numerator, report);
  else if (denominator === 0) report(row.at('denominator'), 'zero-denominator');
  else if (isTooMany(counts, indicator)) {
    report(row.at('numerator'), 'numerator-above-denominator', above, below);
  } else if (value?.kind === 'known') checkKnown(row, value, made, counts, indicator, report);
  const kept = cell === '' ? made : value;
  if (kept === null) return null;
  const shown = kept.kind === 'known' && decimals !== undefined ? shownTo(kept, decimals) : kept;
  return { value: shown, ...counts };
}

/** With how many decimals the row says its figure was published; null where it leaves that to the catalogue. */
function readDecimals(row: FigureRow, report: Report): number | null {
  const { decimals } = row.fields;
  if (decimals === '') return null;
  if (/^[0-4]$/.test(decimals)) return Number(decimals);
  const advice =
    'is not a number of decimals from 0 to 4: write with how many the figure was published, or leave it empty';
  report(row.at('decimals'), 'wrong-value', decimals, advice);
  return null;
}

/** A value as it was published: with the zeros that a spreadsheet takes off its end, and with all places that were written. */
function published(value: KnownValue, decimals: number | undefined): KnownValue {
  const isShort = decimals !== undefined && value.precision === 'rounded' && value.decimals < decimals;
  return isShort ? { ...value, decimals } : value;
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
  value: KnownValue,
  made: Value | null,
  { numerator, denominator }: Counts,
  { measure, unit }: Partial<Indicator>,
  report: Report,
): void {
  const say = sayAt(row, 'value', report);
  const cell = row.fields.value;
  const isCount = unit === 'pupils' || unit === 'schools' || unit === 'incidents';
  // A given one may be made of others, as a change, a gap or a rate of those who were there at the start.
  if (unit === 'percent' && measure !== 'given' && (value.number.lt(0) || value.number.gt(100))) {
    say('percentage-out-of-range', cell);
  } else if (isCount && value.number.lt(0)) {
    say('negative-count', cell);
  } else if (measure === 'count' && !value.number.eq(value.number.round())) {
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
function rounds(made: KnownValue, given: KnownValue): boolean {
  return made.number.minus(given.number).abs().times(2).times(`1e${given.decimals}`).lte(1);
}
