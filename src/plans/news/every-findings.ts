import { fromRounded, subtract } from '../../arithmetic.ts';
import type { Published } from '../../gate/primary.ts';
import { directionOf, type Verdict } from '../../judgements/change.ts';
import { isOnOneFooting } from '../../judgements/comparability.ts';
import { givenAmount, givenDifference, madeOf, observed } from '../../judgements/figures.ts';
import type { Setting } from '../../judgements/setting.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure } from '../../model/figure.ts';
import { sizeText } from '../../model/format.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Period, periodLabel } from '../../model/time.ts';
import type { Series } from '../../series.ts';
import { entryFigure } from '../kit/findings.ts';
import { type ClaimStanding, newsForm } from './schema.ts';

/** A measure from the first to the last of some years that are on one footing. */
type Stretch = {
  readonly from: Figure;
  readonly to: Figure;
  readonly change: Figure;
  /** None where the figures leave it open, or the measure has no better way. */
  readonly verdict: Verdict;
};

/** What became of a measure since a year: whether it may be said to have improved throughout, and why not. */
export type EveryFound = {
  readonly indicator: Indicator;
  /** `short`: no figure as far back as was claimed; `broken`: years on different footings; `open`: neither may be said. */
  readonly outcome: 'better' | 'worse' | 'short' | 'broken' | 'not-better' | 'open';
  /** The stretch that shows it: one that got worse, where there is one, else the latest. */
  readonly stretch: Stretch | null;
  /** The earliest figure since then. */
  readonly first: Figure | null;
};

/** Follows a measure since a year, footing by footing (P19). */
export function everyFound(setting: Setting, indicator: Indicator, since: Period, claim: string): EveryFound {
  const { known, council, edition } = setting;
  const rows = known
    .series(indicator.id, council.code, total)
    .filter(({ period, value }) => period >= since && period <= edition.period && isUsable(value));
  const parts = footings(rows, indicator);
  const stretches = parts.flatMap(part => stretchOf(setting, part, indicator, claim) ?? []);
  const worse = stretches.find(({ verdict }) => verdict === 'worse') ?? null;
  const [first] = rows;
  const latest = stretches.at(-1) ?? null;
  return {
    indicator,
    outcome: outcomeOf(worse, first?.period, since, parts.length, latest),
    stretch: worse ?? latest,
    first: first === undefined ? null : observed(first, indicator).figure,
  };
}

/** So of every measure; not so where one got worse; open where one cannot be followed (X25). */
export function everyStanding(measures: readonly EveryFound[]): ClaimStanding {
  if (measures.some(({ outcome }) => outcome === 'worse' || outcome === 'not-better')) return 'does-not-hold';
  return measures.every(({ outcome }) => outcome === 'better') ? 'holds' : 'cannot-be-checked';
}

function outcomeOf(
  worse: Stretch | null,
  first: Period | undefined,
  since: Period,
  parts: number,
  latest: Stretch | null,
): EveryFound['outcome'] {
  if (first === undefined || first > since) return 'short';
  if (worse !== null) return 'worse';
  if (parts > 1) return 'broken';
  switch (latest?.verdict) {
    case 'better':
      return 'better';
    case 'worse':
      return 'worse';
    case 'same':
      return 'not-better';
    case 'none':
      return 'open';
    case undefined:
      return 'short';
  }
}

function isUsable(value: Published['value']): boolean {
  return value.kind === 'known' && value.precision !== 'about';
}

/** A series cut where its years come to stand on another footing. */
function footings(rows: Series, indicator: Indicator): readonly Series[] {
  const starts = rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before !== undefined && isOnOneFooting(indicator, before.period, row.period) ? [] : [at];
  });
  return starts.map((start, at) => rows.slice(start, starts[at + 1]));
}

function stretchOf(setting: Setting, rows: Series, indicator: Indicator, claim: string): Stretch | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const given = givenDifference(last, first.period);
  const amount =
    given === null ? subtract(last.value, first.value) : givenAmount(given, last.value, first.value);
  const [from, to] = [first, last].map(row => observed(row, indicator).figure);
  if (from === undefined || to === undefined || amount.kind === 'refused') return null;
  const name = `${claim}: ${indicator.short}, from ${periodLabel(first.period)} to ${periodLabel(last.period)}`;
  const change = entryFigure(setting, newsForm, 'change', name, amount, {
    text: sizeText(amount, indicator.unit),
    inputs: [to, from],
    working: madeOf(last, amount, given, fromRounded(last.value, first.value)).working,
    ...(given === null ? {} : { at: given.place }),
  });
  return {
    from,
    to,
    change,
    verdict: directionOf(amount, indicator.polarity),
  };
}
