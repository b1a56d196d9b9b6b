import { Big } from 'big.js';
import { countAmount, knownAmount } from '../../arithmetic.ts';
import { breakBetween } from '../../judgements/comparability.ts';
import { observed } from '../../judgements/figures.ts';
import { assumesNoChange, impliedOther } from '../../judgements/gap.ts';
import type { Setting } from '../../judgements/setting.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure, TargetNumber } from '../../model/figure.ts';
import { levelText } from '../../model/format.ts';
import type { Break, Indicator, Unit } from '../../model/indicator.ts';
import type { Place } from '../../model/place.ts';
import { type Period, yearsAfter } from '../../model/time.ts';
import { profileFindings } from '../../profiles/findings.ts';
import { subtotalOf } from '../../profiles/schema.ts';
import { targetFigure } from '../../targets/numbers.ts';
import type { Projection } from './projection-schema.ts';

/** A projection with everything that is said of it: never an outcome, though the outcome may stand beside it. */
export type ProjectionFindings = {
  readonly projection: Projection;
  readonly period: Period;
  readonly level: LevelProjected | null;
  readonly more: MoreProjected | null;
};

/** A level, or a range, that was expected of a measure. */
export type LevelProjected = {
  readonly indicator: Indicator;
  readonly low: Figure;
  readonly high: Figure | null;
  /** Where it stood the year before. */
  readonly start: Figure | null;
  /** What came of it, where the edition knows. */
  readonly outcome: Figure | null;
  /** What stands between the year before and the outcome. */
  readonly across: Break | null;
  readonly group: GroupProjected | null;
};

/** What a gap and one group's level say of the others (G12). */
type GroupProjected = {
  readonly now: Figure;
  readonly projected: Figure;
  readonly othersNow: Figure;
  readonly othersAtLow: Figure;
  readonly othersAtHigh: Figure | null;
  /** True where the lower end takes for granted that the others stand still. */
  readonly isStill: boolean;
};

/** So many more in the subtotal of a profile (P22). */
export type MoreProjected = {
  /** What the subtotal is called, and what is counted: "Good or outstanding", "schools". */
  readonly label: string;
  readonly unit: string;
  readonly more: Figure;
  readonly now: Figure;
  readonly made: Figure;
  readonly of: Figure;
  readonly share: Figure;
};

type Make = (
  which: TargetNumber,
  number: Big,
  decimals: number,
  text: string,
  rest?: Partial<Pick<Figure, 'inputs' | 'working' | 'status' | 'source'>>,
) => Figure;

/** The findings on a projection that a plan or a row of a plan makes, under the name it goes by in the ledger. */
export function projectionFindings(
  setting: Setting,
  projection: Projection,
  name: string,
  place: Place,
): ProjectionFindings {
  const { period } = setting.edition;
  const source = { file: place.file, line: place.line, column: null, series: null };
  const level = levelProjected(setting, projection, name, source);
  const more = moreProjected(setting, projection, name, source);
  return { projection, period, level, more };
}

function maker(setting: Setting, indicator: string, name: string, source: Figure['source']): Make {
  const { council, edition } = setting;
  const subject = { indicator, area: council.code, breakdown: total, period: edition.period };
  return (which, number, decimals, text, rest = {}) =>
    targetFigure(
      subject,
      { ledger: name, said: `“${name}”`, publication: null },
      which,
      knownAmount(number, decimals),
      {
        text,
        source,
        working: 'As projected in the plan: a projection is not an outcome',
        ...rest,
      },
    );
}

function levelProjected(
  setting: Setting,
  projection: Projection,
  name: string,
  source: Figure['source'],
): LevelProjected | null {
  const indicator = setting.folder.indicators.find(({ id }) => id === projection.indicator);
  const { low, high } = projection;
  if (indicator === undefined || low === undefined) return null;
  const { known, council, edition } = setting;
  const make = maker(setting, indicator.id, name, source);
  const projected = (part: TargetNumber, value: string) =>
    make(part, new Big(value), placesOf(value), textOf(value, indicator.unit), { status: 'projection' });
  const before = yearsAfter(edition.period, -1);
  const row = known.at(indicator.id, council.code, total, before);
  const after = known.at(indicator.id, council.code, total, edition.period);
  const lowFigure = projected('projected', low);
  const highFigure = high === undefined ? null : projected('projected at most', high);
  const start =
    row === undefined || row.value.kind === 'absent'
      ? projection.from === undefined
        ? null
        : projected('projected from', projection.from)
      : observed(row, indicator).figure;
  return {
    indicator,
    low: lowFigure,
    high: highFigure,
    start,
    outcome: after === undefined || after.value.kind === 'absent' ? null : observed(after, indicator).figure,
    across: breakBetween(indicator, before, edition.period),
    group: groupProjected(make, projection, indicator.unit, start, lowFigure, highFigure),
  };
}

function groupProjected(
  make: Make,
  { group }: Projection,
  unit: Unit,
  start: Figure | null,
  low: Figure,
  high: Figure | null,
): GroupProjected | null {
  if (group === undefined || start === null) return null;
  const numberOf = ({ amount }: Figure) => (amount.kind === 'known' ? amount.number : new Big(0));
  const decimalsOf = ({ amount }: Figure) => (amount.kind === 'known' ? amount.decimals : 0);
  // A gap of percentages is in points, and the levels on both sides of it are percentages.
  const levels = unit === 'percentage-points' ? 'percent' : unit;
  const level = (part: TargetNumber, value: Big, decimals: number, rest: Parameters<Make>[4]) =>
    make(part, value, decimals, levelText(knownAmount(value, decimals), levels), rest);
  const given = (part: TargetNumber, value: string, rest: Parameters<Make>[4]) =>
    level(part, new Big(value), placesOf(value), rest);
  const now = given('group now', group.now, { working: 'As given in the plan' });
  const projected = given('group projected', group.projected, { status: 'projection' });
  // No closer than the coarser of the two.
  const others = (part: TargetNumber, own: Figure, gap: Figure) =>
    level(part, impliedOther(numberOf(own), numberOf(gap)), Math.min(decimalsOf(own), decimalsOf(gap)), {
      inputs: [own, gap],
      working: 'The level of the group behind and the gap, added',
    });
  return {
    now,
    projected,
    othersNow: others('others now', now, start),
    othersAtLow: others('others projected', projected, low),
    othersAtHigh: high === null ? null : others('others projected at most', projected, high),
    isStill: assumesNoChange(
      { group: numberOf(now), gap: numberOf(start) },
      { group: numberOf(projected), gap: numberOf(low) },
    ),
  };
}

function moreProjected(
  setting: Setting,
  projection: Projection,
  name: string,
  source: Figure['source'],
): MoreProjected | null {
  const profile = setting.folder.profiles.find(({ id }) => id === projection.profile);
  const found =
    profile === undefined ? null : profileFindings(setting, profile, setting.folder.profileCounts);
  const { more } = projection;
  if (found?.kind !== 'phases' || more === undefined) return null;
  const { count: now, share } = found.all.subtotal;
  const of = found.all.total;
  if (now.amount.kind === 'refused' || of.amount.kind === 'refused' || of.amount.number.eq(0)) return null;
  const make = maker(setting, found.profile.id, name, source);
  const sum = now.amount.number.plus(more);
  const percent = sum.times(100).div(of.amount.number);
  const added = make('projected more', new Big(more), 0, String(more), { status: 'projection' });
  const made = make('projected in all', sum, 0, countAmount(Number(sum)).number.toString(), {
    inputs: [now, added],
    working: 'Those that are there now and those that were expected, added',
  });
  return {
    label: subtotalOf(found.profile).label,
    unit: found.profile.unit,
    more: added,
    now,
    made,
    of,
    share: make('projected share', percent, 1, `${percent.toFixed(1)}%`, {
      inputs: [made, of, share],
      working: 'Of all of them; a projection is not an outcome',
      status: 'projection',
    }),
  };
}

function placesOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function textOf(value: string, unit: Unit): string {
  return levelText(knownAmount(new Big(value), placesOf(value)), unit);
}
