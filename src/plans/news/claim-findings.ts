import { Big } from 'big.js';
import { observed } from '../../judgements/figures.ts';
import { type Findings, findingsOn } from '../../judgements/findings.ts';
import { type Rank, rankOf } from '../../judgements/rank.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure } from '../../model/figure.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Place } from '../../model/place.ts';
import type { Period } from '../../model/time.ts';
import type { TargetFindings } from '../../targets/findings.ts';
import type { PlanTarget } from '../../targets/schema.ts';
import type { PlanGiven } from '../kit/findings.ts';
import { type EveryFound, everyFound, everyStanding } from './every-findings.ts';
import { claimedFigure, makingFigure, numberFigure, wholeFigure } from './given-findings.ts';
import type { ClaimStanding, News, NewsClaim } from './schema.ts';

type Given = Pick<PlanGiven<News>, 'setting' | 'targets'>;

/** A figure of the council's with the measure and the year it is of. */
export type DatedFigure = { readonly figure: Figure; readonly indicator: Indicator; readonly period: Period };

/** Why a claim stands as it does. */
export type Because =
  | { readonly kind: 'same'; readonly held: DatedFigure }
  /** The number is what was aimed for, and not what came out (X03). */
  | {
      readonly kind: 'aim';
      readonly held: DatedFigure | null;
      readonly aim: Figure;
      readonly target: PlanTarget;
    }
  /** The number is that of an earlier year (X04). */
  | {
      readonly kind: 'earlier';
      readonly year: Period;
      readonly held: DatedFigure | null;
      readonly earlier: DatedFigure;
    }
  | { readonly kind: 'other'; readonly held: DatedFigure }
  | {
      readonly kind: 'none';
      readonly indicator: Indicator;
      readonly year: Period;
      readonly last: DatedFigure | null;
    }
  | { readonly kind: 'rank'; readonly rank: Rank; readonly same: boolean }
  /** A rank lives until the next results are out (X04). */
  | {
      readonly kind: 'rank-expired';
      readonly printed: Period;
      readonly held: DatedFigure;
      readonly rank: Rank | null;
    }
  | { readonly kind: 'no-rank'; readonly indicator: Indicator; readonly year: Period }
  /** A claim of every measure needs the whole of each series (X25). */
  | {
      readonly kind: 'every';
      readonly since: Period;
      readonly measures: readonly EveryFound[];
      readonly all: Figure;
      readonly open: Figure;
    }
  | { readonly kind: 'moved'; readonly found: Findings; readonly same: boolean }
  | { readonly kind: 'target'; readonly found: TargetFindings }
  | { readonly kind: 'untested' };

/** A claim with the number it gave, what the figures say of it, and why. */
export type ClaimFound = {
  readonly claim: NewsClaim;
  readonly claimed: Figure | null;
  /** Of how many, where that was given. */
  readonly whole: Figure | null;
  /** Of a share of so many: how many make it, where some number does. */
  readonly makes: Figure | null;
  readonly standing: ClaimStanding;
  readonly because: Because;
};

/** Holds a claim against what the edition knows. */
export function claimFound(given: Given, claim: NewsClaim, at: Place): ClaimFound {
  const because = reasonOf(given, claim);
  const claimed = claimedFigure(given, claim, at);
  return {
    claim,
    claimed,
    whole: wholeFigure(given, claim, at),
    makes: makingFigure(given, claim, claimed),
    standing: standingOf(because),
    because,
  };
}

/** What a reason makes of a claim. */
function standingOf(because: Because): ClaimStanding {
  switch (because.kind) {
    case 'same':
      return 'holds';
    case 'aim':
      return because.held === null ? 'cannot-be-checked' : 'does-not-hold';
    case 'other':
      return 'does-not-hold';
    case 'earlier':
    case 'rank-expired':
      return 'out-of-date';
    case 'none':
    case 'no-rank':
    case 'target':
    case 'untested':
      return 'cannot-be-checked';
    case 'rank':
      return because.same ? 'holds' : 'does-not-hold';
    case 'moved':
      return because.same
        ? 'holds'
        : because.found.change.outcome === 'refused'
          ? 'cannot-be-checked'
          : 'does-not-hold';
    case 'every':
      return everyStanding(because.measures);
  }
}

function reasonOf(given: Given, claim: NewsClaim): Because {
  const { setting, targets } = given;
  const named = (id: string) => setting.folder.indicators.find(indicator => indicator.id === id);
  const year = claim.year ?? setting.edition.period;
  const [measure, ranked] = [claim.indicator, claim.rank].map(id =>
    id === undefined ? undefined : named(id),
  );
  if (measure !== undefined && claim.number !== undefined)
    return numberReason(given, measure, year, new Big(claim.number));
  if (measure !== undefined && claim.moved !== undefined)
    return movedReason(given, measure, year, claim.moved);
  if (ranked !== undefined && claim.place !== undefined) return rankReason(given, ranked, year, claim);
  if (claim.every !== undefined && claim.since !== undefined) {
    return everyReason(
      given,
      claim.id,
      claim.since,
      claim.every.flatMap(id => named(id) ?? []),
    );
  }
  const target = targets?.plans
    .flatMap(plan => plan.targets)
    .find(({ target: { id } }) => id === claim.target);
  return target === undefined ? { kind: 'untested' } : { kind: 'target', found: target };
}

function everyReason(
  { setting }: Given,
  claim: string,
  since: Period,
  indicators: readonly Indicator[],
): Because {
  const measures = indicators.map(each => everyFound(setting, each, since, claim));
  const open = measures.filter(({ outcome }) => outcome !== 'better').length;
  const working = 'Counted from the measures that the claim is of';
  const count = (part: string, number: number) =>
    numberFigure({ setting }, `${claim}: ${part}`, number, { working });
  return {
    kind: 'every',
    since,
    measures,
    all: count('measures', measures.length),
    open: count('measures it cannot be said of', open),
  };
}

function numberReason(given: Given, indicator: Indicator, year: Period, number: Big): Because {
  const { setting } = given;
  const rows = setting.known.series(indicator.id, setting.council.code, total);
  const dated = rows
    .filter(({ value }) => value.kind === 'known')
    .map(row => ({ figure: observed(row, indicator).figure, indicator, period: row.period }));
  const held = dated.find(({ period }) => period === year) ?? null;
  if (held !== null && isSame(held.figure, number)) return { kind: 'same', held };
  const aimed = aimOf(given, indicator, year, number);
  if (aimed !== null) return { kind: 'aim', held, ...aimed };
  const earlier = dated.findLast(({ period, figure }) => period < year && isSame(figure, number));
  if (earlier !== undefined) return { kind: 'earlier', year, held, earlier };
  return held === null
    ? { kind: 'none', indicator, year, last: dated.at(-1) ?? null }
    : { kind: 'other', held };
}

/** True where the figure rounds to the number as it was given. */
function isSame({ amount }: Figure, number: Big): boolean {
  if (amount.kind === 'refused') return false;
  const decimals = number.toFixed().split('.')[1]?.length ?? 0;
  return amount.number.round(decimals, Big.roundHalfUp).eq(number);
}

/** The aim or milestone of a plan in force that is this number for this year. */
function aimOf({ targets }: Given, indicator: Indicator, year: Period, number: Big) {
  for (const { target, parts } of targets?.plans.flatMap(plan => plan.targets) ?? []) {
    for (const { measure, planned } of parts) {
      if (measure?.id !== indicator.id) continue;
      const aims = [...planned.milestones, ...(planned.aim === null ? [] : [planned.aim])];
      const aim = aims.find(each => each.period === year && isSame(each, number));
      if (aim !== undefined) return { aim, target };
    }
  }
  return null;
}

function rankReason(
  { setting }: Given,
  indicator: Indicator,
  year: Period,
  { place, printed }: NewsClaim,
): Because {
  const row = setting.known.at(indicator.id, setting.council.code, total, year);
  if (row === undefined) return { kind: 'no-rank', indicator, year };
  if (printed !== undefined && printed < year)
    return {
      kind: 'rank-expired',
      printed,
      held: { figure: observed(row, indicator).figure, indicator, period: year },
      rank: rankOf(setting, indicator, row),
    };
  const rank = rankOf(setting, indicator, row);
  if (rank?.outcome !== 'ranked') return { kind: 'no-rank', indicator, year };
  return { kind: 'rank', rank, same: rank.place === place };
}

function movedReason(
  { setting }: Given,
  indicator: Indicator,
  year: Period,
  moved: NewsClaim['moved'],
): Because {
  const found = findingsOn(setting, indicator, total);
  if (found === null || found.latest.period !== year || found.level.value.kind === 'absent') {
    const last =
      found === null ? null : { figure: found.level.figure, indicator, period: found.latest.period };
    return { kind: 'none', indicator, year, last };
  }
  const { outcome, verdict } = found.change;
  const same =
    moved === 'improved'
      ? verdict === 'better'
      : moved === 'worsened'
        ? verdict === 'worse'
        : outcome === moved;
  return { kind: 'moved', found, same };
}
