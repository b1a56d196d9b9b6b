// Part of a small independent reader of printed text: numbers, symbols and sizes. It imports nothing from src, so that
// no fault of the code can make the reader agree with it.

/** A printed cell: a number with the decimals it is printed with, or a symbol in brackets. */
export type ReadCell =
  | { readonly kind: 'number'; readonly number: number; readonly decimals: number; readonly rough: boolean }
  | { readonly kind: 'symbol'; readonly symbol: string };

/** The ends between which something lies. */
export type Ends = { readonly low: number; readonly high: number };

/** A printed size: "3 percentage points", "about 3 points", "less than 0.1 points", "between 5 and 6 points". */
export type ReadSize = Ends & {
  readonly form: 'plain' | 'about' | 'less' | 'most' | 'between';
  readonly decimals: number;
};

/** A printed signed amount: "+3", "−0.40", "+5 to +6", or a symbol. */
export type ReadSigned = (Ends & { readonly decimals: number }) | null;

/** What is too small to be a difference. */
export const nothing = 1e-7;

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const unit = `(?:percentage points?|points?|per 100 pupils|per 10,000|pupils?|schools?)`;

const levelUnit = '(?: percentage points?| per 100 pupils| per 10,000| pupils?| schools?)';

/** What a printed level looks like inside a sentence. */
export const valuePattern = String.raw`(?:(?:about )?−?${digits}(?:%|${levelUnit})?|\[[a-z -]+\])`;
/** What a printed size looks like inside a sentence. */
// Of a rate or a number of things a size is a number alone.
const counted = `${digits}(?:(?= ${unit}) ${unit}|(?![\\d.,]*\\d)(?! ${unit}))`;
export const sizePattern = `(?:(?:about |less than |no more than )?${counted}|between ${digits} and ${counted})`;

/** How many decimals a number is printed with. */
export function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** A level as its table prints it: in a list a rate, a count or a gap has its unit as well. */
export function asInTable(text: string): string {
  return text.replace(new RegExp(`${levelUnit}$`), '');
}

/** The number of a text such as "−1,234.50%". */
export function numberOf(text: string): number {
  return Number(asInTable(text).replace(/[,%+]/g, '').replace('−', '-').replace('about ', ''));
}

/** Half a unit in the last place of so many decimals. */
export function halfUnit(decimals: number): number {
  return 10 ** -decimals / 2;
}

/** A level as a table or a sentence prints it. */
export function readCell(text: string): ReadCell {
  if (text.startsWith('[')) return { kind: 'symbol', symbol: text };
  const number = numberOf(text);
  if (Number.isNaN(number)) throw new Error(`not a printed figure: ${text}`);
  return { kind: 'number', number, decimals: decimalsOf(text), rough: text.startsWith('about ') };
}

/** A size as a sentence prints it. */
export function readSize(text: string): ReadSize {
  const numbers = [...text.replace(/per 100 pupils|per 10,000/, '').matchAll(new RegExp(digits, 'g'))].map(
    ([each]) => each,
  );
  const [first = 'NaN', second] = numbers;
  const decimals = decimalsOf(first);
  const size = numberOf(first);
  if (second !== undefined) return { form: 'between', low: size, high: numberOf(second), decimals };
  if (text.startsWith('about ')) return { form: 'about', low: size, high: size, decimals };
  if (text.startsWith('less than ')) return { form: 'less', low: 0, high: size, decimals };
  if (text.startsWith('no more than ')) return { form: 'most', low: 0, high: size, decimals };
  return { form: 'plain', low: size, high: size, decimals };
}

/** A signed amount as a table prints it; null for a symbol. */
export function readSigned(text: string): ReadSigned {
  if (text.startsWith('[')) return null;
  const [low = '', high = low] = text.split(' to ');
  return { low: numberOf(low), high: numberOf(high), decimals: decimalsOf(low) };
}

/** A number rounded half away from zero, without the noise of binary fractions. */
export function roundTo(number: number, decimals: number): number {
  const scaled = Math.abs(number) * 10 ** decimals;
  const rounded = Math.round(Number(scaled.toFixed(6))) / 10 ** decimals;
  return rounded === 0 ? 0 : Math.sign(number) * rounded;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const places = 'zeroth first second third fourth fifth sixth seventh eighth ninth'.split(' ');

/** What a small number looks like in a sentence, in words or numerals. */
export const countPattern = String.raw`(?:${words.join('|')}|\d+)`;
/** What a place in an order looks like in a sentence. */
export const placePattern = String.raw`(?:${places.join('|')}|\d+(?:st|nd|rd|th))`;

/** "three" or "12" as a number. */
export function readCount(text: string): number {
  return words.includes(text) ? words.indexOf(text) : numberOf(text);
}

/** "third" or "46th" as a number. */
export function readPlace(text: string): number {
  return places.includes(text) ? places.indexOf(text) : Number.parseInt(text, 10);
}

/** The year before or after one printed as "2013/14", so many years on. */
export function yearOn(year: string, years: number): string {
  const start = Number(year.slice(0, 4)) + years;
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** How many years lie from one printed year to another. */
export function yearsFrom(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}
