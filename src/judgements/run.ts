import type { Published } from '../gate/primary.ts';
import type { Refusal } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { yearsBetween } from '../model/time.ts';
import type { Series } from '../series.ts';
import { isOnOneFooting } from './comparability.ts';

/** The figures that a judgement over several years may rest on, all on the footing of the latest (R15). */
export type Run = {
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
export function latestRun(series: Series, at: Published, indicator: Indicator): Run {
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

function isUsable({ value }: Published): boolean {
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
