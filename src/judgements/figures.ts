import { amountOf, countAmount, meanOf, refused, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Breakdown } from '../model/breakdown.ts';
import { type Amount, type Figure, ledgerKey, refusals, type Tally, type Wording } from '../model/figure.ts';
import { intervalText, numberText, refusalText, sizeText, valueText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { GivenDifference } from '../model/observation.ts';
import { slug } from '../model/spelling.ts';
import type { Period } from '../model/time.ts';
import { absent, type Interval, shown, type Value } from '../model/value.ts';
import { type Beside, remembered, type Setting } from './setting.ts';

/** A figure of the ledger together with the value it was made from, for further arithmetic. */
export type Level = {
  readonly figure: Figure;
  readonly value: Value;
  /** The 95% confidence interval that was published with it; null where none was. */
  readonly interval: Interval | null;
  /** How many pupils (or schools) it is a share of, where that is published; null of an average. */
  readonly base: number | null;
  readonly note: string | null;
};

export type Subject = Pick<Figure, 'kind' | 'indicator' | 'area' | 'breakdown' | 'period' | 'about'>;

/** What a figure is about that is worked out of another: of the same measure, area, group and year. */
export function subjectOf(
  { indicator, area, breakdown, period }: Pick<Subject, 'indicator' | 'area' | 'breakdown' | 'period'>,
  kind: Subject['kind'],
  about: Subject['about'],
): Subject {
  return { kind, indicator, area, breakdown, period, about };
}

/** What a figure is about that counts something of the council in the year of an edition. */
export function countIn(
  { council, edition }: Setting,
  indicator: string,
  breakdown: Breakdown,
  about: Subject['about'],
): Subject {
  return { kind: 'count', indicator, area: council.code, breakdown, period: edition.period, about };
}

/** The fewest neighbours with a figure that make an average worth printing. */
const fewestNeighbours = 5;

/** The stable id of a figure: `ks2-rwm-l4.change.total.e06000049.201314.201213`, also its anchor on the site. */
function figureId({ kind, indicator, area, breakdown, period, about }: Subject): string {
  const { topic, group } = breakdown;
  const who = topic === group ? topic : `${topic}-${group}`;
  const { against, part, asAt } = ledgerKey(about);
  const day = 'isDated' in about && about.isDated ? asAt : null;
  let id = `${slug(indicator)}.${slug(kind)}.${slug(who)}.${slug(area)}.${slug(period)}`;
  for (const each of [against, part, day]) if (each !== null) id += `.${slug(each)}`;
  return id;
}

export type FigureDetails = Pick<Figure, 'text' | 'what' | 'falseIf'> &
  Partial<
    Pick<Figure, 'status' | 'source' | 'publication' | 'inputs' | 'set' | 'working' | 'count' | 'of' | 'tied'>
  >;

/** Field by field: there are tens of thousands of them. */
export function figure(subject: Subject, amount: Amount, said: FigureDetails): Figure {
  return {
    id: figureId(subject),
    kind: subject.kind,
    indicator: subject.indicator,
    area: subject.area,
    breakdown: subject.breakdown,
    period: subject.period,
    about: subject.about,
    amount,
    status: said.status ?? null,
    source: said.source ?? null,
    publication: said.publication ?? null,
    inputs: said.inputs ?? [],
    set: said.set ?? null,
    working: said.working ?? '',
    count: said.count ?? null,
    of: said.of ?? null,
    tied: said.tied ?? null,
    text: said.text,
    what: said.what,
    falseIf: amount.kind === 'refused' ? 'figures that may be compared come out' : said.falseIf,
  };
}

export function tallied(
  subject: Subject,
  count: number,
  said: Omit<FigureDetails, 'text' | 'falseIf'> & { readonly falseIf?: string },
): Tally {
  const words = { text: String(count), falseIf: 'one of those counted changes sides', ...said };
  return { count, figure: figure(subject, countAmount(count), words) };
}

/** The group of pupils, to stand after other words: ", boys"; nothing of everyone. */
export function ofGroup(breakdown: Breakdown): Wording {
  return breakdown.topic === 'Total' ? [] : [', ', { group: breakdown }];
}

/** The group of pupils and the year, or the first year and the last: ", boys, 2012/13 to 2013/14". */
export function ofGroupIn(breakdown: Breakdown, first: Period, last: Period | null = null): Wording {
  return [...ofGroup(breakdown), ', ', { year: first }, ...(last === null ? [] : [' to ', { year: last }])];
}

const levels = new WeakMap<Published, Level>();

/** An observation as the ledger holds it; made once, for many judgements rest on the same figure. */
export function observed(published: Published, indicator: Indicator): Level {
  const held = levels.get(published);
  if (held !== undefined) return held;
  const level = observedOnce(published, indicator);
  levels.set(published, level);
  return level;
}

/** The same, made for whoever asks and not kept. */
export function observedOnce(published: Published, indicator: Indicator): Level {
  const { area, breakdown, period, value, status, source, released, interval } = published;
  const text = valueText(value, indicator.unit);
  const made = figure(subjectOf(published, 'observation', { is: 'level' }), amountOf(value), {
    text,
    what: [{ area }, ...ofGroupIn(breakdown, period)],
    falseIf: `the figure is revised from ${text}`,
    status,
    source: rowOf(published),
    publication: { source, released },
    working: howMade(published) + (interval === null ? '' : `, with ${intervalWords(interval, indicator)}`),
  });
  return { figure: made, value, interval, base: published.base, note: published.note };
}

/** The level of a comparator in a period: its observation, or the plain mean of a list of neighbours (R10). */
export function levelOf(
  setting: Setting,
  indicator: Indicator,
  beside: Beside,
  breakdown: Breakdown,
  period: Period,
): Level | null {
  if (beside.list !== null) return averageOf(setting, indicator, beside, breakdown, period);
  const published = setting.known.at(indicator.id, beside.code, breakdown, period);
  return published === undefined ? null : observed(published, indicator);
}

/** The average of neighbours, worked out once for many judgements. */
const averageOf = remembered(
  ({ id }: Indicator, { code }: Beside, { topic, group }: Breakdown, period: Period) => [
    id,
    code,
    topic,
    group,
    period,
  ],
  neighbourMean,
);

function neighbourMean(
  setting: Setting,
  indicator: Indicator,
  { code, list }: Beside,
  breakdown: Breakdown,
  period: Period,
): Level | null {
  const rows = (list?.areas ?? []).flatMap(
    area => setting.known.once(indicator.id, area, breakdown, period) ?? [],
  );
  if (rows.length === 0) return null;
  const { mean, count } = meanOf(rows.map(row => row.value));
  const enough = mean !== null && count >= fewestNeighbours;
  const value: Value = enough ? mean : absent('x');
  const all = list?.areas.length ?? 0;
  const subject = {
    kind: 'neighbour-mean',
    indicator: indicator.id,
    area: setting.council.code,
    breakdown,
    period,
    about: { is: 'beside', code },
  } as const;
  const text = valueText(value, indicator.unit);
  const released = rows.filter(({ series, value }) => series !== null && value.kind === 'known');
  const made = figure(subject, enough ? amountOf(mean) : refused('too-few-areas'), {
    text,
    what: ['Average of statistical neighbours', ...ofGroupIn(breakdown, period)],
    falseIf: `a neighbour’s figure is revised so that the average is not ${text}`,
    inputs: rows.filter(({ series }) => series === null).map(row => observed(row, indicator).figure),
    set: code,
    publication: released.map(({ source, released }) => ({ source, released }))[0] ?? null,
    working: [
      `Plain mean of the areas of the list ${code} that have a figure: ${count} of ${all}`,
      ...(released.length === 0 ? [] : [linesOf(released)]),
    ].join(', '),
    count,
  });
  const isOfSome = enough && count < all;
  const note = isOfSome
    ? `The average is of ${count} of the ${all} neighbours: the others have no figure.`
    : null;
  return { figure: made, value, interval: null, base: null, note };
}

export function intervalWords(interval: Interval, { unit }: Indicator): string {
  return `95% confidence interval ${intervalText(interval, unit)}`;
}

function rowOf({ place: { file, line }, column, series }: Published): Figure['source'] {
  return { file, line, column, series };
}

/** Published figures by their column and lines, for one worked out from many of them: "in FILE, column 202425, lines 3 and 8". */
function linesOf(rows: readonly Published[]): string {
  const inFiles = Map.groupBy(rows, ({ place, column }) => `${place.file}, column ${column}`);
  return [...inFiles]
    .map(([where, held]) => `in ${where}, lines ${held.map(({ place }) => place.line).join(', ')}`)
    .join('; ');
}

function howMade({ value, series }: Published): string {
  if (value.kind === 'absent') return 'As given in the row';
  if (series !== null) return `As published, shown to ${decimalsText(value.decimals)}`;
  switch (value.precision) {
    case 'exact':
      return `Worked out from the counts in the row, then rounded to ${decimalsText(value.decimals)}`;
    case 'unrounded':
      return `As given in the row, rounded to ${decimalsText(value.decimals)}`;
    case 'rounded':
      return `As given in the row, to ${decimalsText(value.decimals)}`;
    case 'about':
      return 'Given only roughly in the source';
  }
}

/** "no decimal places", "1 decimal place". */
function decimalsText(decimals: number): string {
  if (decimals === 0) return 'a whole number';
  return `${decimals} decimal ${decimals === 1 ? 'place' : 'places'}`;
}

/** The words for a difference's working: which two figures, and what was rounded when. */
export function differenceWorking(amount: Amount, rounded: boolean): string {
  if (amount.kind === 'refused') return `Not given: ${refusals[amount.because].toLowerCase()}`;
  if (amount.range !== null) {
    const { low, high, decimals } = amount.range;
    const ends = `${numberText(low, decimals)} and ${numberText(high, decimals)}`;
    return `The two figures were published to different precision, so the difference lies between ${ends}`;
  }
  return rounded
    ? 'Difference of the printed (rounded) figures'
    : 'Calculated from unrounded figures, then rounded';
}

/** The difference that was published beside a figure, against an earlier period or an area; null when none was. */
export function givenDifference({ value, differences }: Published, against: string): GivenDifference | null {
  if (value.kind === 'absent') return null;
  const found = differences.filter(each => each.against === against);
  return found.toSorted((a, b) => ((a.released ?? '') < (b.released ?? '') ? 1 : -1))[0] ?? null;
}

/**
 * A published difference as an amount: it wins over one made of printed figures (R02). One of nothing between figures
 * that are printed differently is not nothing, and has their direction where it can be told.
 */
export function givenAmount({ value }: GivenDifference, a: Value, b: Value): Amount {
  const amount = amountOf(value);
  if (amount.kind === 'refused' || amount.sign !== 0 || arePrintedAlike(a, b)) return amount;
  const printed = subtract(a, b);
  return { ...amount, sign: printed.kind === 'known' ? printed.sign : null };
}

/** True of two figures that a reader sees as the same number. */
export function arePrintedAlike(a: Value, b: Value): boolean {
  return a.kind === 'known' && b.kind === 'known' && shown(a).eq(shown(b));
}

/** The working and the row of a difference from a figure: published beside it, or worked out by us. */
export function madeOf(
  { source, released }: Published,
  amount: Amount,
  given: GivenDifference | null,
  rounded: boolean,
): Pick<Figure, 'working' | 'source' | 'publication'> {
  if (given === null || amount.kind === 'refused')
    return { working: differenceWorking(amount, rounded), source: null, publication: null };
  const { file, line } = given.place;
  return {
    working: `As published, calculated from unrounded figures, to ${decimalsText(given.value.decimals)}`,
    source: { file, line, column: 'value', series: null },
    publication: { source, released },
  };
}

/** A difference as the ledger prints it: its size in words, with a minus sign when negative. */
export function differenceText(amount: Amount, unit: Indicator['unit']): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  const size = sizeText(amount, unit);
  if (amount.sign !== -1 || amount.range !== null || amount.number.eq(0)) return size;
  return amount.about ? size.replace('about ', 'about −') : `−${size}`;
}

/** True where two figures as they are printed give the difference that is printed; of a range nobody can say. */
export function givesPrinted(
  difference: Figure,
  from: Figure | undefined,
  less: Figure | undefined,
): boolean {
  const [amount, a, b] = [difference.amount, from?.amount, less?.amount];
  if (amount.kind === 'refused' || amount.range !== null || a?.kind !== 'known' || b?.kind !== 'known')
    return true;
  return amount.number.abs().eq(a.number.minus(b.number).abs());
}
