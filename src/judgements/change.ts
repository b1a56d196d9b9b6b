import type { Big } from 'big.js';
import { fromRounded, fullDifference, refused, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { total } from '../model/breakdown.ts';
import type { Amount, Figure } from '../model/figure.ts';
import type { Break, Indicator, Pause, Polarity } from '../model/indicator.ts';
import type { Series } from '../series.ts';
import { isBeyondNear, type Judged } from './bands.ts';
import { isChance, isUsualMove, varianceOf } from './chance.ts';
import { type Comparability, comparability } from './comparability.ts';
import {
  differenceText,
  figure,
  givenAmount,
  givenDifference,
  madeOf,
  observed,
  ofGroup,
  subjectOf,
} from './figures.ts';

/** Better, worse, the same, or not for us to say. */
export type Verdict = 'better' | 'worse' | 'same' | 'none';

/** What became of a figure since the last comparable year, or why that may not be said. */
export type Change = {
  readonly figure: Figure;
  readonly rests: readonly Figure[];
  /** The last comparable figure; when refused, the nearest earlier figure there is. */
  readonly earlier: Published | null;
  readonly outcome: 'rose' | 'fell' | 'unchanged' | 'barely' | 'uncertain' | 'refused';
  readonly verdict: Verdict;
  /** True when the earlier figure is for the year before. */
  readonly lastYear: boolean;
  /** The break that stands between the two, when that is why. */
  readonly across: Break | null;
  /** True when one of the two is settled and the other may yet change. */
  readonly mixed: boolean;
  readonly pause: Pause | null;
  /** Whether so small a change can occur by chance (R07); null where the sizes of the groups are not held. */
  readonly byChance: boolean | null;
  /** The change before it was rounded, in the measure's unit; null where it was not worked out from figures known in full. */
  readonly full: Big | null;
};

/** The change of a series at one of its figures, on the last comparable year (R11, R15); of a group of unknown size held against its other moves. */
export function changeOf(series: Series, at: Published, indicator: Judged): Change {
  const before = series.filter(earlier => earlier.period < at.period);
  const nearest = before.findLast(earlier => earlier.value.kind === 'known') ?? null;
  const change = changeSince(nearest, at, indicator);
  if (at.breakdown.topic === total.topic || change.byChance !== null) return change;
  const isUsual = isUsualMove(change.figure.amount, movesOf([...before, at], indicator), indicator.bands);
  return isUsual ? { ...change, byChance: true, verdict: 'same' } : change;
}

function movesOf(series: Series, indicator: Indicator): readonly Amount[] {
  const known = series.filter(({ value }) => value.kind === 'known');
  return known.flatMap((row, index) => {
    const last = known[index - 1] ?? null;
    const pair = last === null ? null : comparability(indicator, last, row);
    return pair?.outcome === 'comparable' && pair.years === 1 ? [amountSince(row, last, pair)] : [];
  });
}

export function changeSince(nearest: Published | null, at: Published, indicator: Judged): Change {
  const pair = nearest === null ? null : comparability(indicator, nearest, at);
  const amount = amountSince(at, nearest, pair);
  const byChance =
    nearest === null
      ? null
      : isChance(
          amount,
          [at, nearest].map(row => varianceOf(row, indicator)),
        );
  const rests = [at, ...(nearest === null ? [] : [nearest])].map(row => observed(row, indicator).figure);
  return {
    figure: changeFigure(at, nearest, amount, indicator, rests),
    rests,
    earlier: nearest,
    outcome: changeOutcome(amount),
    verdict: byChance === true ? 'same' : verdictOf(amount, indicator),
    byChance,
    full:
      nearest === null || amount.kind === 'refused' || givenDifference(at, nearest.period) !== null
        ? null
        : fullDifference(at.value, nearest.value),
    lastYear: pair?.outcome === 'comparable' && pair.years === 1,
    across: pair?.outcome === 'refused' ? pair.across : null,
    mixed: pair?.outcome === 'comparable' && pair.mixed,
    pause: pair?.outcome === 'comparable' ? pair.pause : null,
  };
}

/** Which way an amount points, for the better or for the worse, by the measure's polarity (R05); the same where it is near nothing. */
function verdictOf(amount: Amount, { polarity, bands }: Judged): Verdict {
  const way = directionOf(amount, polarity);
  return amount.kind === 'known' && way !== 'none' && !isBeyondNear(amount, bands) ? 'same' : way;
}

/** Which way an amount points however small it is, as far as it shows: what a claim of every year is held against. */
export function directionOf(amount: Amount, polarity: Polarity): Verdict {
  if (amount.kind === 'refused' || amount.sign === null || polarity === 'neutral') return 'none';
  if (amount.sign === 0 || isBarely(amount)) return 'same';
  return amount.sign > 0 === (polarity === 'high') ? 'better' : 'worse';
}

function amountSince(at: Published, earlier: Published | null, pair: Comparability | null): Amount {
  if (at.value.kind === 'absent') return subtract(at.value, at.value);
  if (earlier === null || pair === null) return refused('no-earlier-figure');
  if (pair.outcome === 'refused') return refused(pair.because);
  const given = givenDifference(at, earlier.period);
  if (given !== null && earlier.value.kind === 'known') return givenAmount(given, at.value, earlier.value);
  return subtract(at.value, earlier.value);
}

export function changeOutcome(amount: Amount): Change['outcome'] {
  if (amount.kind === 'refused') return 'refused';
  if (amount.sign === null) return 'uncertain';
  if (amount.sign === 0) return 'unchanged';
  if (isBarely(amount)) return 'barely';
  return amount.sign > 0 ? 'rose' : 'fell';
}

/** True when a change is real, but rounds to nothing. */
function isBarely(amount: Amount): boolean {
  return amount.kind === 'known' && amount.range === null && amount.sign !== 0 && amount.number.eq(0);
}

function changeFigure(
  at: Published,
  earlier: Published | null,
  amount: Amount,
  indicator: Indicator,
  rests: readonly Figure[],
): Figure {
  const { breakdown, period } = at;
  const text = differenceText(amount, indicator.unit);
  return figure(subjectOf(at, 'change', { is: 'since', year: earlier?.period ?? null }), amount, {
    text,
    what: [
      'Change ',
      ...(earlier === null ? [] : ['from ', { year: earlier.period }, ' ']),
      'to ',
      { year: period },
      ...ofGroup(breakdown),
    ],
    falseIf: `either figure is revised so that the change is not ${text}`,
    status: at.status,
    inputs: rests,
    ...madeOf(
      at,
      amount,
      earlier === null ? null : givenDifference(at, earlier.period),
      earlier !== null && fromRounded(at.value, earlier.value),
    ),
  });
}
