import { Big } from 'big.js';
import { countAmount, refused } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { existedIn } from '../model/area.ts';
import type { Amount, Figure, Refusal } from '../model/figure.ts';
import { numberText, ordinal, valueText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { periodLabel } from '../model/time.ts';
import { shown, type Value } from '../model/value.ts';
import { comparability } from './comparability.ts';
import { figure, observed, ofGroup } from './figures.ts';
import type { Setting } from './setting.ts';

/** The bands of a rank, from the best quarter of authorities to the last. */
const bands = ['A', 'B', 'C', 'D'] as const;
/** A quarter of the authorities, A the best. */
export type Band = (typeof bands)[number];

/** An authority in its place among all of them. */
export type Placing = {
  readonly row: Published;
  readonly place: number;
  /** As a table of all of them prints it: with more decimals where else it would look level with one in another place. */
  readonly text: string;
};

/** Where a figure stands among every authority with one, or why that is not said (R09). */
export type Rank = {
  /** `value` the place, `of` how many were ranked, `tied` how many share the place. */
  readonly figure: Figure;
  readonly band: Figure;
  /** Every authority, the best first; those level in the order of their codes. Empty when refused. */
  readonly placings: readonly Placing[];
  readonly outcome: 'ranked' | 'refused';
  readonly place: number;
  readonly of: number;
  readonly tied: number;
  readonly quarter: Band | null;
};

/** Fewer authorities than this are not ranked. */
const fewestRanked = 20;

/** Nor are those with a figure where it is held back, or missing, for more than a third of the authorities. */
const leastShareRanked = 2 / 3;

/** The most places that a value is read with. */
const mostPlaces = 6;

/** The rank of the council on an indicator that is ranked; null for one that is not, or without a figure. */
export function rankOf(setting: Setting, indicator: Indicator, at: Published): Rank | null {
  if (!indicator.ranked || at.value.kind === 'absent') return null;
  const every = authorities(setting, indicator, at);
  const rows = every.filter(isRankable);
  const refusal = refusalOf(indicator, at, rows, every.length);
  if (refusal !== null) return refusedRank(indicator, at, refusal);
  const placings = placed(rows, indicator);
  const own = placings.find(({ row }) => row.area === at.area);
  const place = own?.place ?? 0;
  const tied = placings.filter(each => each.place === place).length;
  const of = placings.length;
  const quarter = indicator.banded ? saidQuarter(quarterOf(at, rows, indicator), place, tied, of) : null;
  const by = rows.some(({ value }) => isUnrounded(value)) ? 'published' : 'printed';
  const made = rankFigure(indicator, at, countAmount(place), by, {
    of,
    tied,
    inputs: placings.flatMap(({ row }) => (row.series === null ? [observed(row, indicator).figure] : [])),
    set: 'authorities',
  });
  return {
    figure: made,
    band: bandFigure(indicator, at, quarter, by, made),
    placings,
    outcome: 'ranked',
    place,
    of,
    tied,
    quarter,
  };
}

/** Where the council stood the year before, and how many places it moved: up is positive. */
export type RankMove = { readonly before: Rank; readonly figure: Figure; readonly places: number };

/** The move in rank since the year before, where the two years may be compared and both were ranked (R05). */
export function rankMove(
  setting: Setting,
  indicator: Indicator,
  at: Published,
  now: Rank | null,
  earlier: Published | null,
): RankMove | null {
  if (earlier === null || now?.outcome !== 'ranked') return null;
  const pair = comparability(indicator, earlier, at);
  if (pair.outcome === 'refused' || pair.years !== 1) return null;
  const before = rankOf(setting, indicator, earlier);
  if (before?.outcome !== 'ranked') return null;
  const places = before.place - now.place;
  const { area, breakdown, period, status } = at;
  const subject = { kind: 'change', indicator: indicator.id, area, breakdown, period } as const;
  const about = { is: 'places-since', year: earlier.period } as const;
  const made = figure({ ...subject, about }, countAmount(places), {
    text: numberText(new Big(places), 0),
    what: [`Places moved since ${periodLabel(earlier.period)}`, ...ofGroup(breakdown)],
    falseIf: 'a revision moves the authority to another place in either year',
    status,
    inputs: [now.figure, before.figure],
    working: 'Places moved up (down, when negative): the earlier place less the later',
  });
  return { before, figure: made, places };
}

/** Every authority with a row for the same period and group: no regions, and none that was not yet or no longer. */
function authorities(setting: Setting, indicator: Indicator, at: Published): readonly Published[] {
  return [...setting.areas.values()]
    .filter(area => area.kind === 'authority' && existedIn(area, at.period))
    .flatMap(({ code }) => setting.known.at(indicator.id, code, at.breakdown, at.period) ?? []);
}

function isRankable({ value }: Published): boolean {
  return value.kind === 'known' && value.precision !== 'about';
}

function refusalOf(
  indicator: Indicator,
  at: Published,
  rows: readonly Published[],
  of: number,
): Refusal | null {
  if (indicator.polarity === 'neutral') return 'no-direction';
  if (rows.length < fewestRanked || rows.length < of * leastShareRanked) return 'too-few-areas';
  return rows.some(({ area }) => area === at.area) ? null : 'approximate';
}

/** Competition ranking on what was published: those level share the best place, and the next places are left out. */
function placed(rows: readonly Published[], indicator: Indicator): readonly Placing[] {
  const best = indicator.polarity === 'low' ? 1 : -1;
  const sorted = rows
    .map(row => ({ row, number: Number(ranked(row)) }))
    .toSorted((a, b) => best * (a.number - b.number) || a.row.area.localeCompare(b.row.area));
  let place = 0;
  const placings = sorted.map(({ row, number }, index) => {
    if (number !== sorted[index - 1]?.number) place = index + 1;
    return { row, place, text: valueText(row.value, indicator.unit) };
  });
  const alike = Map.groupBy(placings, ({ text }) => text);
  return placings.map(each => ({ ...each, text: toldApart(each, alike.get(each.text) ?? [], indicator) }));
}

/** A figure as printed, with as many decimals more as tell it from those that are printed alike and not level. */
function toldApart({ row, text, place }: Placing, alike: readonly Placing[], { unit }: Indicator): string {
  const others = alike.filter(each => each.place !== place);
  if (others.length === 0 || row.value.kind === 'absent') return text;
  const places = new Set(alike.map(each => each.place)).size;
  const textTo = (value: Value, decimals: number) =>
    valueText(value.kind === 'known' ? { ...value, decimals } : value, unit);
  for (let decimals = row.value.decimals + 1; decimals < mostPlaces; decimals++) {
    const texts = new Set(alike.map(each => textTo(each.row.value, decimals)));
    if (texts.size === places) return textTo(row.value, decimals);
  }
  return textTo(row.value, mostPlaces);
}

/** The quarter a figure falls in, the quartiles being its authorities' own; each band includes its upper bound. */
function quarterOf(at: Published, rows: readonly Published[], { polarity }: Indicator): Band {
  const sorted = rows.map(ranked).toSorted((a, b) => a.cmp(b));
  const quarter = [0.25, 0.5, 0.75].filter(share => ranked(at).gt(quantile(sorted, share))).length;
  return bands[polarity === 'low' ? quarter : 3 - quarter] ?? 'D';
}

/** The quarter, where the middle of the places shared is in it or next to it: else it would read as another's. */
function saidQuarter(quarter: Band, place: number, tied: number, of: number): Band | null {
  const before = bands.indexOf(quarter);
  const middle = place + (tied - 1) / 2;
  return middle >= (before * of) / 4 - 1 && middle <= ((before + 1) * of) / 4 + 1 ? quarter : null;
}

/** A quantile of numbers in order, between two of them in proportion, as most statistical software has it. */
function quantile(sorted: readonly Big[], share: number): Big {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('invalid quantile: of no numbers');
  return below.plus(above.minus(below).times(new Big(at).minus(Math.floor(at))));
}

/** What a figure is ranked by: all of the places that were published of it. One that we counted is as it is printed. */
function ranked({ value }: Published): Big {
  if (value.kind === 'absent') throw new Error('invalid rank: of a figure that is not known');
  return isUnrounded(value) ? value.number : shown(value);
}

function isUnrounded(value: Value): boolean {
  return value.kind === 'known' && value.precision === 'unrounded';
}

function refusedRank(indicator: Indicator, at: Published, because: Refusal): Rank {
  const rest = { of: null, tied: null, inputs: [observed(at, indicator).figure], set: null };
  const figure = rankFigure(indicator, at, refused(because), 'printed', rest);
  return {
    figure,
    band: bandFigure(indicator, at, null, 'printed', figure),
    placings: [],
    outcome: 'refused',
    place: 0,
    of: 0,
    tied: 0,
    quarter: null,
  };
}

/** Whether places rest on figures as they are printed, or as they were published to more places. */
type RankedBy = 'printed' | 'published';

function rankFigure(
  { id: indicator, polarity }: Indicator,
  { area, breakdown, period, status, series, place, column }: Published,
  amount: Amount,
  by: RankedBy,
  rest: Pick<Figure, 'of' | 'tied' | 'inputs' | 'set'>,
): Figure {
  const about = { is: 'level' } as const;
  return figure({ kind: 'rank', indicator, area, breakdown, period, about }, amount, {
    text: amount.kind === 'known' ? rankText(Number(amount.number), rest) : '[z]',
    what: ['Place among authorities', ...ofGroup(breakdown), `, ${periodLabel(period)}`],
    falseIf: `one of the ${rest.of} authorities’ figures is revised so that the place changes, or a newer release comes out`,
    status,
    working: `Place among the authorities with a figure, the ${polarity === 'low' ? 'lowest' : 'highest'} ${by} figure first; those level share a place${series === null ? '' : `, in ${place.file}, column ${column}`}`,
    ...rest,
  });
}

function rankText(place: number, { of, tied }: Pick<Figure, 'of' | 'tied'>): string {
  return `${(tied ?? 1) > 1 ? 'joint ' : ''}${ordinal(place)} of ${of}`;
}

function bandFigure(
  { id: indicator }: Indicator,
  { area, breakdown, period, status }: Published,
  quarter: Band | null,
  by: RankedBy,
  ranked: Figure,
): Figure {
  const amount = quarter === null ? refused('not-applicable') : countAmount(bands.indexOf(quarter) + 1);
  const about = { is: 'level' } as const;
  return figure({ kind: 'band', indicator, area, breakdown, period, about }, amount, {
    text: quarter ?? '[z]',
    what: ['Quarter of authorities', ...ofGroup(breakdown), `, ${periodLabel(period)}`],
    falseIf: 'revisions move the authority to another quarter, or a newer release comes out',
    status,
    inputs: [ranked],
    working: `Quarter of the authorities by their ${by} figures, A the best; each band includes its upper bound`,
  });
}
