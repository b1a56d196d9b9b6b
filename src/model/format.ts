import { Big } from 'big.js';
import type { Amount, KnownAmount, Range, Refusal } from './figure.ts';
import { type Indicator, perHowMany, type Unit } from './indicator.ts';
import { type Absence, absences, type Interval, shown, type Value } from './value.ts';

const smallOrdinals = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
] as const;

const endings = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
]);

const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** A place in an order: words to ninth, then numerals, as "46th" (R22). */
export function ordinal(place: number): string {
  return smallOrdinals[place] ?? `${place}${endings.get(ordinalRules.select(place)) ?? 'th'}`;
}

/** A number with thousands commas, so many decimals and a true minus sign; never minus zero. */
export function numberText(number: Big, decimals: number): string {
  const fixed = number.toFixed(decimals);
  if (!fixed.startsWith('-')) return grouped(fixed);
  const size = grouped(fixed.slice(1));
  return /[1-9]/.test(size) ? `−${size}` : size;
}

/** A decimal without a sign, with commas between its thousands. */
function grouped(decimal: string): string {
  const point = decimal.indexOf('.');
  const whole = point === -1 ? decimal.length : point;
  return whole <= 3
    ? decimal
    : decimal.slice(0, whole).replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + decimal.slice(whole);
}

/** A value as printed, with its unit where the unit is a sign: "84%", "34.7", "1,865", "£562.20", "about 5%", "[c]". */
export function valueText(value: Value, unit: Unit): string {
  if (value.kind === 'absent') return symbolText(value.because);
  const text = withSign(numberText(shown(value), placesOf(value.decimals, unit)), unit);
  return value.precision === 'about' ? `about ${text}` : text;
}

/** The ends of an interval as printed: "−0.05 to 0.00". */
export function intervalText({ low, high }: Interval, unit: Unit): string {
  return `${valueText(low, unit)} to ${valueText(high, unit)}`;
}

/** An absence as printed: `[c]`, or the words in brackets where there is no symbol. */
function symbolText(because: Absence): string {
  return because.length > 3 ? `[${absences[because]}]` : `[${because}]`;
}

/** What stands in the place of an amount that may not be given: `[c]` when it would disclose, else `[z]`. */
export function refusalText(because: Refusal): string {
  return because === 'suppressed' ? '[c]' : '[z]';
}

/** The size of an amount in words, without its sign: "3 percentage points", "between 5 and 6 points". */
export function sizeText(amount: Amount, unit: Unit): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  if (amount.range !== null) return rangeText(amount.range, amount.sign, unit);
  if (amount.about) return aboutText(amount, unit);
  if (amount.number.eq(0) && amount.sign !== 0) {
    return `less than ${withUnit(10 ** -amount.decimals, amount.decimals, unit)}`;
  }
  return withUnit(Number(amount.number.abs()), amount.decimals, unit);
}

/** A level with its unit in words: "70%", "38 percentage points", "−0.4 points", "66 per 10,000 children", "105.2". */
export function levelText(amount: Amount, unit: Unit, members?: Indicator['members']): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  if (unit === 'scaled-score') return numberText(amount.number, amount.decimals);
  if (perHowMany(unit) !== null)
    return `${numberText(amount.number, amount.decimals)} ${perText(unit, members)}`;
  if (unit === 'percent' || unit === 'pounds')
    return withSign(numberText(amount.number, placesOf(amount.decimals, unit)), unit);
  return `${amount.number.lt(0) ? '−' : ''}${withUnit(Number(amount.number.abs()), amount.decimals, unit)}`;
}

/** The same in few words: money in whole pounds, "around" only where that rounds it (P35). */
export function roughText(amount: Amount, unit: Unit): string {
  if (unit !== 'pounds' || amount.kind === 'refused' || amount.range !== null || amount.about) {
    return sizeText(amount, unit);
  }
  const [size, whole] = [amount.number.abs(), amount.number.abs().round(0, Big.roundHalfUp)];
  if (whole.eq(0)) return sizeText(amount, unit);
  return `${whole.eq(size) ? '' : 'around '}${withUnit(Number(whole), 0, unit)}`;
}

/** An amount as a table prints it, signed and without its unit: "+3", "−0.4", "0", "+5 to +6". */
export function signedText(amount: Amount, unit?: Unit): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  const text = (number: Big, decimals: number) => signed(number, placesOf(decimals, unit));
  if (amount.range !== null) {
    const { low, high, decimals } = amount.range;
    return `${text(low, decimals)} to ${text(high, decimals)}`;
  }
  return text(amount.number, amount.decimals);
}

/** What a difference of each unit is counted in, one of them, where words say it. */
const nouns: Readonly<Partial<Record<Unit, string>>> = {
  percent: 'percentage point',
  'percentage-points': 'percentage point',
  points: 'point',
  'scaled-score': 'point',
  pupils: 'pupil',
  schools: 'school',
};

/** What a difference of two figures of a unit is counted in, for column headings. */
export function differenceUnit(unit: Unit): string {
  if (nouns[unit] !== undefined) return `${nouns[unit]}s`;
  if (perHowMany(unit) !== null) return perText(unit);
  return unit === 'pounds' ? 'pounds' : 'number';
}

function rangeText({ low, high, decimals }: Range, sign: -1 | 0 | 1 | null, unit: Unit): string {
  const ends = [Number(low.abs()), Number(high.abs())].toSorted((a, b) => a - b) as [number, number];
  if (sign === null) return `no more than ${withUnit(ends[1], decimals, unit)}`;
  const first = unit === 'pounds' ? withUnit(ends[0], decimals, unit) : grouped(ends[0].toFixed(decimals));
  return `between ${first} and ${withUnit(ends[1], decimals, unit)}`;
}

/** Of a difference whose last digit is not certain. */
function aboutText({ number, decimals, sign }: KnownAmount, unit: Unit): string {
  const size = Number(number.abs());
  if (sign === null) return `no more than ${withUnit(size + 2 * 10 ** -decimals, decimals, unit)}`;
  return `about ${withUnit(size, decimals, unit)}`;
}

/** What a rate is of stands with the rate itself. */
function withUnit(size: number, decimals: number, unit: Unit): string {
  const number = grouped(size.toFixed(placesOf(decimals, unit)));
  const noun = nouns[unit];
  if (noun === undefined) return withSign(number, unit);
  return `${number} ${noun}${size === 1 && decimals === 0 ? '' : 's'}`;
}

/** What a rate is of: "per 10,000 children", or, where who they are is not told, "per 10,000"; of 100 it is pupils. */
export function perText(unit: Unit, members?: Indicator['members']): string {
  const who = members ?? (unit === 'per-100' ? 'pupils' : null);
  return [`per ${(perHowMany(unit) ?? 1).toLocaleString('en-GB')}`, ...(who === null ? [] : [who])].join(' ');
}

/** What stands after a figure by itself, as in a tile: "per 10,000 children"; nothing where its sign says its unit. */
export function unitAfter({ unit, members }: Pick<Indicator, 'unit' | 'members'>): string | null {
  if (perHowMany(unit) !== null) return perText(unit, members);
  return unit === 'percentage-points' ? 'percentage points' : null;
}

/** The places that a number is printed with: money in whole pounds, or with both figures of the pence. */
function placesOf(decimals: number, unit: Unit | undefined): number {
  return unit === 'pounds' && decimals > 0 ? Math.max(2, decimals) : decimals;
}

/** A number with the sign of its unit: "84%", "£8.90", "−£8.90". */
function withSign(number: string, unit: Unit): string {
  if (unit === 'pounds') return number.replace(/^−?/, minus => `${minus}£`);
  return unit === 'percent' ? `${number}%` : number;
}

function signed(number: Big, decimals: number): string {
  return number.gt(0) ? `+${numberText(number, decimals)}` : numberText(number, decimals);
}
