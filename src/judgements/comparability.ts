import type { Refusal } from '../model/figure.ts';
import type { Break, Indicator, Pause } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { type Period, yearsBetween } from '../model/time.ts';

type YearAndStatus = { readonly period: Period; readonly status: Status };

/** Judgements, sentences and charts all ask here and nowhere else (R11, R14, R15, R19). */
export type Comparability =
  | {
      readonly outcome: 'comparable';
      readonly years: number;
      /** True when one figure is settled and the other may yet change, which a sentence must say (R14). */
      readonly mixed: boolean;
      /** The years without the measure that lie between, if any. */
      readonly pause: Pause | null;
    }
  | { readonly outcome: 'refused'; readonly because: Refusal; readonly across: Break | null };

/** A figure as many years older than its edition may still be the latest that was published. */
const mostYearsBehind = 2;

/** True of a year whose figures may speak for an edition where its own has none; older ones stand in their section alone. */
export function isRecent(period: Period, edition: Period): boolean {
  return yearsBetween(period, edition) <= mostYearsBehind;
}

export function comparability(
  indicator: Indicator,
  earlier: YearAndStatus,
  later: YearAndStatus,
): Comparability {
  if (earlier.status === 'projection' || later.status === 'projection') {
    return { outcome: 'refused', because: 'projection', across: null };
  }
  const across = breakBetween(indicator, earlier.period, later.period);
  if (across !== null) return { outcome: 'refused', because: 'break', across };
  const years = yearsBetween(earlier.period, later.period);
  if (years > indicator.reach) return { outcome: 'refused', because: 'missing-year', across: null };
  const pause = indicator.pauses.find(({ from, to }) => from > earlier.period && to < later.period) ?? null;
  return { outcome: 'comparable', years, mixed: isSettled(earlier) !== isSettled(later), pause };
}

/** The years without the measure that a period is one of, if it is. */
export function pauseIn({ pauses }: Indicator, period: Period): Pause | null {
  return pauses.find(({ from, to }) => from <= period && period <= to) ?? null;
}

/** True of a figure that is too many years old for an edition to report: its measure has ended, or is waited for in vain. */
export function isPast({ reach }: Indicator, period: Period, edition: Period): boolean {
  return yearsBetween(period, edition) > reach;
}

/** True when no break stands between two years, however many years apart: they are on one footing. */
export function isOnOneFooting(indicator: Indicator, earlier: Period, later: Period): boolean {
  return breakBetween(indicator, earlier, later) === null;
}

/** The breaks that fall among some years, each with the place of the first year on its new footing. */
export function breaksAmong(
  indicator: Indicator,
  periods: readonly Period[],
): readonly { readonly before: number; readonly kind: Break['kind'] }[] {
  return periods.flatMap((period, index) => {
    const previous = periods[index - 1];
    const across = previous === undefined ? null : breakBetween(indicator, previous, period);
    return across === null ? [] : [{ before: index, kind: across.kind }];
  });
}

/** The break between two periods, if there is one: the latest, when there are several. */
export function breakBetween(indicator: Indicator, earlier: Period, later: Period): Break | null {
  const between = indicator.breaks.filter(({ from }) => from > earlier && from <= later);
  return between.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}

/** Revised and final figures are settled; early and provisional ones may yet change. */
function isSettled({ status }: YearAndStatus): boolean {
  return status === 'revised' || status === 'final';
}
