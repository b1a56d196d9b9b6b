import { fromRounded, refused, subtract } from '../arithmetic.ts';
import type { Published } from '../disclosure.ts';
import type { Amount, Figure } from '../model/figure.ts';
import type { Break, Indicator, Polarity } from '../model/indicator.ts';
import { yearsBetween } from '../model/period.ts';
import { breakBetween, type Series } from '../series.ts';
import { differenceText, differenceWorking, figure, observed } from './figures.ts';

/** Better, worse, the same, or not for us to say. */
export type Verdict = 'better' | 'worse' | 'same' | 'none';

/** What became of a figure since the last comparable year, or why that may not be said. */
export type Change = {
  readonly figure: Figure;
  /** The figures it rests on: this one, and the earlier one where there is one. */
  readonly rests: readonly Figure[];
  /** The last comparable figure; when refused, the nearest earlier figure there is. */
  readonly earlier: Published | null;
  readonly outcome: 'rose' | 'fell' | 'unchanged' | 'barely' | 'uncertain' | 'refused';
  readonly verdict: Verdict;
  /** True when the earlier figure is for the year before. */
  readonly lastYear: boolean;
  /** The break that stands between the two, when that is why. */
  readonly across: Break | null;
};

/** The most years back that a comparison reaches (R11). */
const furthest = 3;

/** The change of a series at one of its figures, on the last comparable year (R11, R15). */
export function changeOf(series: Series, at: Published, indicator: Indicator): Change {
  const before = series.filter(earlier => earlier.period < at.period);
  const nearest = before.findLast(earlier => earlier.value.kind === 'known') ?? null;
  const across = nearest === null ? null : breakBetween(indicator, nearest.period, at.period);
  const amount = amountSince(at, nearest, across);
  const rests = [at, ...(nearest === null ? [] : [nearest])].map(row => observed(row, indicator).figure);
  return {
    figure: changeFigure(at, nearest, amount, indicator, rests),
    rests,
    earlier: nearest,
    outcome: outcomeOf(amount),
    verdict: verdictOf(amount, indicator.polarity),
    lastYear: nearest !== null && yearsBetween(nearest.period, at.period) === 1,
    across,
  };
}

/** Which way an amount points, for the better or for the worse, by the measure's polarity (R05). */
export function verdictOf(amount: Amount, polarity: Polarity): Verdict {
  if (amount.kind === 'refused' || amount.sign === null || polarity === 'neutral') return 'none';
  if (amount.sign === 0 || isBarely(amount)) return 'same';
  return amount.sign > 0 === (polarity === 'high') ? 'better' : 'worse';
}

function amountSince(at: Published, earlier: Published | null, across: Break | null): Amount {
  if (at.value.kind === 'absent') return subtract(at.value, at.value);
  if (earlier === null) return refused('no-earlier-figure');
  if (across !== null) return refused('break');
  if (yearsBetween(earlier.period, at.period) > furthest) return refused('missing-year');
  return subtract(at.value, earlier.value);
}

function outcomeOf(amount: Amount): Change['outcome'] {
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
  const { area, breakdown, period } = at;
  const subject = {
    kind: 'change',
    indicator: indicator.id,
    area,
    breakdown,
    period,
    against: earlier?.period ?? null,
  } as const;
  return figure(subject, amount, {
    text: differenceText(amount, indicator.unit),
    status: at.status,
    inputs: rests.map(({ id }) => id),
    working: differenceWorking(amount, earlier !== null && fromRounded(at.value, earlier.value)),
  });
}
