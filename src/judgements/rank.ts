import { Big } from 'big.js';
import { countAmount, refused } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Amount, Figure, Refusal } from '../model/figure.ts';
import { numberText, ordinal } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { rankedNumber } from '../model/value.ts';
import {
  type Authorities,
  authoritiesOf,
  fewestRanked,
  type InBoth,
  type Placing,
  placeAmong,
  placesInBoth,
  placingsOf,
  quartilesOf,
} from './authorities.ts';
import { comparability } from './comparability.ts';
import { figure, observed, ofGroup, ofGroupIn, subjectOf } from './figures.ts';
import type { Setting } from './setting.ts';

/** The bands of a rank, from the best quarter of authorities to the last. */
const bands = ['A', 'B', 'C', 'D'] as const;
export type Band = (typeof bands)[number];

/** Where a figure stands among every authority with one, or why that is not said (R09). */
export type Rank = {
  /** `value` the place, `of` how many were ranked, `tied` how many share the place. */
  readonly figure: Figure;
  readonly band: Figure;
  /** Every authority, the best first; those level in the order of their codes. Empty when refused. */
  readonly placings: () => readonly Placing[];
  readonly outcome: 'ranked' | 'refused';
  readonly place: number;
  readonly of: number;
  readonly tied: number;
  readonly quarter: Band | null;
};

/** Authorities are not ranked by a figure that is held back, or missing, for more than a third of them. */
const leastShareRanked = 2 / 3;

/** The rank of the council on an indicator that is ranked; null for one that is not, or without a figure. */
export function rankOf(setting: Setting, indicator: Indicator, at: Published): Rank | null {
  if (!indicator.ranked || at.value.kind === 'absent') return null;
  const asked = [setting, indicator, at.breakdown, at.period] as const;
  const among = authoritiesOf(...asked);
  const place = placeAmong(among, at.area);
  const refusal = refusalOf(among, place, at);
  if (refusal !== null) return refusedRank(indicator, at, refusal);
  const tied = among.alike.get(place) ?? 0;
  const of = among.ranked.length;
  const quarter = indicator.banded
    ? saidQuarter(quarterOf(at, quartilesOf(...asked), indicator), place, tied, of)
    : null;
  const made = rankFigure(indicator, at, countAmount(place), among.by, {
    of,
    tied,
    inputs: ownRows(setting, among).map(row => observed(row, indicator).figure),
    set: 'authorities',
  });
  return {
    figure: made,
    band: bandFigure(at, quarter, among.by, made),
    placings: () => placingsOf(...asked),
    outcome: 'ranked',
    place,
    of,
    tied,
    quarter,
  };
}

/** The rows of the officer's own among some authorities: published ones are named by their column. */
export function ownRows(
  { known }: Setting,
  { indicator, breakdown, period, ranked }: Authorities,
): readonly Published[] {
  return ranked.flatMap(({ area, isOwn }) =>
    isOwn ? (known.at(indicator.id, area, breakdown, period) ?? []) : [],
  );
}

/** Where the council stood the year before, and how many places it moved among those with a figure in both years. */
export type RankMove = {
  readonly before: Rank;
  readonly figure: Figure;
  /** Up is positive; null where as many were level with it in either year, so that the places are one figure's rounding. */
  readonly places: number | null;
  readonly both: InBoth;
};

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
  const [later, then] = [at, earlier].map(row =>
    authoritiesOf(setting, indicator, row.breakdown, row.period),
  );
  if (later === undefined || then === undefined) return null;
  const both = placesInBoth(later, then, at.area);
  if (both.of < fewestRanked) return null;
  const places = both.before.place - both.now.place;
  const isLevel = places !== 0 && Math.max(both.now.tied, both.before.tied) > Math.abs(places);
  const { breakdown, period, status } = at;
  const subject = subjectOf(at, 'change', { is: 'places-since', year: earlier.period });
  const made = figure(subject, isLevel ? refused('many-level') : countAmount(places), {
    text: isLevel ? '[z]' : numberText(new Big(places), 0),
    what: ['Places moved since ', { year: earlier.period }, ...ofGroup(breakdown)],
    falseIf: 'a revision moves the authority to another place in either year',
    status,
    inputs: [
      inBoth(now, at, earlier.period, both, both.now),
      inBoth(before, earlier, period, both, both.before),
    ],
    working: `Places moved up (down, when negative): the earlier place less the later, among the ${both.of} authorities with a figure in both years, of which ${both.before.tied} shared the earlier place and ${both.now.tied} the later`,
    of: both.of,
  });
  return { before, figure: made, places: isLevel ? null : places, both };
}

/** The rank itself where all that were ranked have a figure in both years; else the place among those that have. */
function inBoth(
  { figure: ranked, of }: Rank,
  at: Published,
  other: Period,
  both: InBoth,
  { place, tied }: InBoth['now'],
): Figure {
  if (of === both.of) return ranked;
  const { breakdown, period, status } = at;
  return figure(subjectOf(at, 'rank', { is: 'in-both', year: other }), countAmount(place), {
    text: rankText(place, { of: both.of, tied }),
    what: [
      'Place among authorities with a figure in ',
      { year: other },
      ' too',
      ...ofGroupIn(breakdown, period),
    ],
    falseIf: 'a revision moves the authority to another place in either year',
    status,
    inputs: [ranked],
    working: `Place among the ${both.of} authorities with a figure in both years; those level share a place`,
    of: both.of,
    tied,
  });
}

function refusalOf({ indicator, ranked, listed }: Authorities, place: number, at: Published): Refusal | null {
  if (indicator.polarity === 'neutral') return 'no-direction';
  if (ranked.length < fewestRanked || ranked.length < listed * leastShareRanked) return 'too-few-areas';
  if (place !== 0) return null;
  return rankedNumber(at.value) === null ? 'approximate' : 'other-authority';
}

/** The quarter a figure falls in; each band includes its upper bound. */
function quarterOf({ value }: Published, bounds: readonly Big[], { polarity }: Indicator): Band {
  const number = new Big(rankedNumber(value) ?? 0);
  const quarter = bounds.filter(bound => number.gt(bound)).length;
  return bands[polarity === 'low' ? quarter : 3 - quarter] ?? 'D';
}

/** The quarter, where the middle of the places shared is in it or next to it: else it would read as another's. */
function saidQuarter(quarter: Band, place: number, tied: number, of: number): Band | null {
  const before = bands.indexOf(quarter);
  const middle = place + (tied - 1) / 2;
  return middle >= (before * of) / 4 - 1 && middle <= ((before + 1) * of) / 4 + 1 ? quarter : null;
}

function refusedRank(indicator: Indicator, at: Published, because: Refusal): Rank {
  const rest = { of: null, tied: null, inputs: [observed(at, indicator).figure], set: null };
  const figure = rankFigure(indicator, at, refused(because), 'printed', rest);
  return {
    figure,
    band: bandFigure(at, null, 'printed', figure),
    placings: () => [],
    outcome: 'refused',
    place: 0,
    of: 0,
    tied: 0,
    quarter: null,
  };
}

function rankFigure(
  { polarity }: Indicator,
  at: Published,
  amount: Amount,
  by: Authorities['by'],
  rest: Pick<Figure, 'of' | 'tied' | 'inputs' | 'set'>,
): Figure {
  const { breakdown, period, status, series, place, column, source, released } = at;
  return figure(subjectOf(at, 'rank', { is: 'level' }), amount, {
    text: amount.kind === 'known' ? rankText(Number(amount.number), rest) : '[z]',
    what: ['Place among authorities', ...ofGroupIn(breakdown, period)],
    falseIf: `one of the ${rest.of} authorities’ figures is revised so that the place changes, or a newer release comes out`,
    status,
    publication: series === null ? null : { source, released },
    working: `Place among the authorities with a figure, the ${polarity === 'low' ? 'lowest' : 'highest'} ${by} figure first; those level share a place${series === null ? '' : `, in ${place.file}, column ${column}`}`,
    ...rest,
  });
}

function rankText(place: number, { of, tied }: Pick<Figure, 'of' | 'tied'>): string {
  return `${(tied ?? 1) > 1 ? 'joint ' : ''}${ordinal(place)} of ${of}`;
}

function bandFigure(at: Published, quarter: Band | null, by: Authorities['by'], ranked: Figure): Figure {
  const amount = quarter === null ? refused('not-applicable') : countAmount(bands.indexOf(quarter) + 1);
  const { breakdown, period, status } = at;
  return figure(subjectOf(at, 'band', { is: 'level' }), amount, {
    text: quarter ?? '[z]',
    what: ['Quarter of authorities', ...ofGroupIn(breakdown, period)],
    falseIf: 'revisions move the authority to another quarter, or a newer release comes out',
    status,
    inputs: [ranked],
    working: `Quarter of the authorities by their ${by} figures, A the best; each band includes its upper bound`,
  });
}
