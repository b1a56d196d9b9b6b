import { Big } from 'big.js';
import { amountOf, countAmount, knownAmount, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Figure, KnownAmount, Refusal } from '../model/figure.ts';
import { valueText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, timeLabel, yearsBetween } from '../model/time.ts';
import { type KnownValue, shown } from '../model/value.ts';
import type { Series } from '../series.ts';
import { type Bands, isBeyondNear, type Judged } from './bands.ts';
import { type Change, changeSince } from './change.ts';
import { comparability, isOnOneFooting } from './comparability.ts';
import {
  arePrintedAlike,
  differenceText,
  differenceWorking,
  figure,
  observed,
  ofGroup,
  ofGroupIn,
  subjectOf,
} from './figures.ts';

/** What a pattern over several years came to: it is there, it is not, or it may not be said. */
export type Pattern<Found> =
  | ({ readonly outcome: 'found' } & Found)
  | { readonly outcome: 'none' }
  | { readonly outcome: 'refused'; readonly because: Refusal };

export type Way = 'rose' | 'fell';

/** What may be said of the years on the same footing as the latest (R15, R20), each over as many as it needs. */
export type Trend = {
  /** The change since the first of three or more comparable years (P07), the last of them near enough for a change. */
  readonly since: Pattern<{ readonly change: Change }>;
  /** So many rises or falls in consecutive years, three at least, that come to more than nothing in all (P15). */
  readonly streak: Pattern<{ readonly way: Way; readonly years: number; readonly figure: Figure }>;
  /** The highest or lowest of four or more comparable years, where these did not stay broadly the same (P14). */
  readonly record: Pattern<Record>;
  /** A fall that followed a rise, or a rise that followed a fall, each of more than nothing (P16); `before` is the year's before. */
  readonly turn: Pattern<{ readonly before: Change }>;
  /** A rise, or a fall, plainly smaller than that of the year before (P17). */
  readonly slowing: Pattern<{ readonly before: Change }>;
  /** Three or more years that stayed within what counts as broadly the same, and are no run (P41). */
  readonly plateau: Pattern<{ readonly years: number; readonly figure: Figure }>;
};

type Record = {
  readonly which: 'highest' | 'lowest';
  readonly from: Period;
  readonly years: number;
  readonly figure: Figure;
};

/** The fewest rises or falls in a row that are said to be a run. */
const fewestSteps = 3;
/** The fewest comparable years for a record: three earlier ones and the latest. */
const fewestYears = 4;
/** Groups smaller than this swing from year to year by themselves: no record is claimed of them. */
export const smallCohort = 100;

const none = { outcome: 'none' } as const;

/**
 * The patterns in a council's series up to one of its figures, from one reading of it, so that none contradicts
 * another: years that rise or fall to a plain difference are a run and no plateau; a plateau has no record, and a move
 * that is near nothing, or within chance, turns nothing.
 */
export function trendOf(series: Series, at: Published, indicator: Judged): Trend {
  const run = latestRun(series, at, indicator);
  const changes = run.consecutive.map((row, index) =>
    changeSince(run.consecutive[index - 1] ?? null, row, indicator),
  );
  const steps = changes.slice(1);
  const streak = streakOf(run, steps, at, indicator);
  const plateau = streak.outcome === 'found' ? none : plateauOf(run, steps, at, indicator);
  return {
    since: sinceFirst(run, at, indicator),
    streak,
    record: plateau.outcome === 'found' ? none : recordOf(run, at, indicator),
    turn: turnOf(steps, indicator.bands),
    slowing: slowingOf(steps, indicator),
    plateau,
  };
}

function sinceFirst({ segment }: YearRun, at: Published, indicator: Judged): Trend['since'] {
  const [first, last] = [segment[0], segment.at(-2)];
  if (first === undefined || last === undefined || segment.length < 3) return none;
  if (comparability(indicator, last, at).outcome === 'refused') return none;
  if (isSmall(at, indicator)) return refusedFor('small-cohort');
  const change = changeSince(first, at, { ...indicator, reach: Number.POSITIVE_INFINITY });
  return change.outcome === 'refused' ? none : { outcome: 'found', change };
}

function streakOf(run: YearRun, steps: readonly Change[], at: Published, indicator: Judged): Trend['streak'] {
  const way = wayOf(steps.at(-1));
  if (way === null) return none;
  const other = steps.findLastIndex(step => wayOf(step) !== way);
  const years = steps.length - 1 - other;
  if (years < fewestSteps) return other === -1 && run.cut !== null ? refusedFor(run.cut) : none;
  const rows = run.consecutive.slice(-years - 1);
  const [first = at] = rows;
  if (!isMove(changeSince(first, at, { ...indicator, reach: Number.POSITIVE_INFINITY }), indicator.bands))
    return none;
  const made = patternFigure('streak', indicator, at, rows, {
    amount: countAmount(years),
    text: String(years),
    what: ['Number of years in a row', ...ofGroup(at.breakdown), ', to ', { year: at.period }],
    falseIf: 'a figure of these years is revised so that the run is broken',
    working: `Counted: consecutive years in which the figure ${way}`,
  });
  return { outcome: 'found', way, years, figure: made };
}

function recordOf({ segment, isWhole }: YearRun, at: Published, indicator: Indicator): Trend['record'] {
  const earlier = segment.slice(0, -1);
  const signs = earlier.map(row =>
    arePrintedAlike(at.value, row.value) ? 0 : signOf(subtract(at.value, row.value)),
  );
  const which = signs.every(sign => sign === 1)
    ? 'highest'
    : signs.every(sign => sign === -1)
      ? 'lowest'
      : null;
  if (earlier.length === 0) return none;
  if (which === null) return signs.includes(null) ? refusedFor('precision') : none;
  if (segment.length < fewestYears) return refusedFor('too-few-years');
  if (!isWhole) return refusedFor('missing-year');
  if (isSmall(at, indicator)) return refusedFor('small-cohort');
  const made = patternFigure('record', indicator, at, segment, {
    amount: amountOf(at.value),
    text: valueText(at.value, indicator.unit),
    what: [
      `${which === 'highest' ? 'Highest' : 'Lowest'} of the comparable years`,
      ...ofGroupIn(at.breakdown, at.period),
    ],
    falseIf: `a figure of these years is revised to be the ${which}`,
    working: `The ${which} of the figures that can be compared, from ${timeLabel(indicator, segment[0]?.period ?? at.period)}`,
    about: { is: 'record', which, since: segment[0]?.period ?? null },
  });
  return {
    outcome: 'found',
    which,
    from: segment[0]?.period ?? at.period,
    years: segment.length,
    figure: made,
  };
}

/** True of a figure of so few pupils that what it says over several years may be their turnover. */
function isSmall({ base }: Published, { counted }: Indicator): boolean {
  return counted === 'pupils' && base !== null && base < smallCohort;
}

function turnOf(steps: readonly Change[], bands: Bands): Trend['turn'] {
  const [before, now] = steps.slice(-2);
  const ways = [before, now].map(wayOf);
  if (before === undefined || now === undefined || ways.includes(null) || ways[0] === ways[1]) return none;
  if (!isMove(before, bands) || !isMove(now, bands)) return none;
  return { outcome: 'found', before };
}

function slowingOf(steps: readonly Change[], { bands }: Judged): Trend['slowing'] {
  const [before, now] = steps.slice(-2);
  if (before === undefined || now === undefined || steps.length < fewestSteps) return none;
  const [then, lately] = [sizeOf(before), sizeOf(now)];
  const isSame = wayOf(before) !== null && wayOf(before) === wayOf(now);
  if (!isSame || then === null || lately === null) return none;
  if (!isMove(before, bands) || then.least.lt(lately.most)) return none;
  const less = { ...before.figure.amount, number: then.size.minus(lately.size) };
  if (less.kind === 'refused' || !isBeyondNear(less, bands)) return none;
  return { outcome: 'found', before };
}

/** The longest tail of consecutive years whose highest and lowest figures are broadly the same, with no larger move. */
function plateauOf(
  { consecutive }: YearRun,
  steps: readonly Change[],
  at: Published,
  indicator: Judged,
): Trend['plateau'] {
  const tails = consecutive.map((_, from) => consecutive.slice(from)).filter(({ length }) => length >= 3);
  for (const rows of tails) {
    const spread = rangeWithinNear(rows, indicator);
    if (spread === null || !steps.slice(1 - rows.length).every(step => isWithin(step, spread))) continue;
    const made = patternFigure('spread', indicator, at, rows, {
      amount: spread,
      text: differenceText(spread, indicator.unit),
      what: ['Highest less lowest', ...ofGroupIn(at.breakdown, rows[0]?.period ?? at.period, at.period)],
      falseIf: 'a figure of these years is revised by more than that',
      working: differenceWorking(spread, true),
    });
    return { outcome: 'found', years: rows.length, figure: made };
  }
  return none;
}

/** True of a change no larger than a spread; where that is nothing, only of none at all. */
function isWithin({ figure: { amount } }: Change, spread: KnownAmount): boolean {
  if (amount.kind === 'refused' || amount.range !== null) return false;
  return spread.number.eq(0) ? amount.sign === 0 : amount.number.abs().lte(spread.number);
}

/** The highest less the lowest of some figures as printed, where that is within the band of the broadly same; else null. */
function rangeWithinNear(rows: Series, { bands }: Judged): KnownAmount | null {
  const values = rows.map(({ value }) => value).filter(value => value.kind === 'known');
  const sorted = values.toSorted((a, b) => shown(a).cmp(shown(b)));
  const [lowest, highest] = [sorted[0], sorted.at(-1)] as [KnownValue, KnownValue];
  if (highest.decimals !== lowest.decimals) return null;
  const spread = knownAmount(shown(highest).minus(shown(lowest)), highest.decimals);
  return isBeyondNear(spread, bands) ? null : spread;
}

type PatternSaid = Pick<Figure, 'amount' | 'text' | 'working' | 'what' | 'falseIf'> &
  Partial<Pick<Figure, 'about'>>;

function patternFigure(
  kind: 'streak' | 'record' | 'spread',
  indicator: Indicator,
  at: Published,
  rows: Series,
  { amount, about = { is: 'since', year: rows[0]?.period ?? null }, ...said }: PatternSaid,
): Figure {
  return figure(subjectOf(at, kind, about), amount, {
    ...said,
    status: at.status,
    inputs: rows.map(row => observed(row, indicator).figure),
  });
}

function refusedFor(because: Refusal): { readonly outcome: 'refused'; readonly because: Refusal } {
  return { outcome: 'refused', because };
}

function wayOf(change: Change | undefined): Way | null {
  return change?.outcome === 'rose' || change?.outcome === 'fell' ? change.outcome : null;
}

/** The size of a change as printed, and the least and the most that rounds to it. */
function sizeOf({ figure: { amount } }: Change) {
  if (amount.kind === 'refused' || amount.range !== null) return null;
  const [size, half] = [amount.number.abs(), new Big(10).pow(-amount.decimals).div(2)];
  return { size, least: size.minus(half), most: size.plus(half) };
}

/** True of a change that is more than broadly nothing, and not within chance where that can be told. */
export function isMove({ figure: { amount }, byChance }: Change, bands: Bands): boolean {
  return amount.kind === 'known' && byChance !== true && isBeyondNear(amount, bands);
}

function signOf(amount: ReturnType<typeof subtract>): -1 | 0 | 1 | null {
  return amount.kind === 'known' ? amount.sign : null;
}

/** The figures that a judgement over several years may rest on, all on the footing of the latest (R15). */
type YearRun = {
  /** Every known figure on that footing, oldest first, the latest last. */
  readonly segment: Series;
  /** The last of them that follow one another year by year. */
  readonly consecutive: Series;
  /** Why the consecutive years go back no further; null when no earlier figure is held. */
  readonly cut: Refusal | null;
  /** True when no year is missing from the segment, but for years without the measure. */
  readonly isWhole: boolean;
};

/** The run of years up to a figure of a series. A figure known only roughly is on no footing, and ends no run. */
export function latestRun(series: Series, at: Published, indicator: Indicator): YearRun {
  if (!isUsable(at)) return { segment: [], consecutive: [], cut: null, isWhole: false };
  const before = series.filter(row => row.period <= at.period && isUsable(row));
  const segment = before.filter(row => isOnOneFooting(indicator, row.period, at.period));
  const start = segment.findLastIndex((row, index) => !follows(segment[index - 1], row));
  const consecutive = segment.slice(Math.max(0, start));
  const [first] = consecutive;
  return {
    segment,
    consecutive,
    cut: cutBefore(first, segment, before),
    isWhole: segment.every(
      (row, index) =>
        index === 0 || follows(segment[index - 1], row) || isPaused(segment[index - 1], row, indicator),
    ),
  };
}

/** True of a figure that judgements over several years may rest on: one that is known, and not only roughly. */
export function isUsable({ value }: Published): boolean {
  return value.kind === 'known' && value.precision !== 'about';
}

function follows(earlier: Published | undefined, row: Published): boolean {
  return earlier !== undefined && yearsBetween(earlier.period, row.period) === 1;
}

/** True when all the years between two figures are ones in which the measure was not made. */
function isPaused(earlier: Published | undefined, row: Published, { pauses }: Indicator): boolean {
  return (
    earlier !== undefined &&
    pauses.some(
      ({ from, to }) => yearsBetween(earlier.period, from) === 1 && yearsBetween(to, row.period) === 1,
    )
  );
}

function cutBefore(first: Published | undefined, segment: Series, before: Series): Refusal | null {
  if (first === undefined) return null;
  if (segment.some(({ period }) => period < first.period)) return 'missing-year';
  return before.some(({ period }) => period < first.period) ? 'break' : null;
}
