import { Big } from 'big.js';
import { z } from 'zod';
import { countAmount, knownAmount, writtenAmount } from '../../arithmetic.ts';
import { breakBetween } from '../../judgements/comparability.ts';
import { observed } from '../../judgements/figures.ts';
import { assumesNoChange, impliedOther } from '../../judgements/gap.ts';
import type { Setting } from '../../judgements/setting.ts';
import { total } from '../../model/breakdown.ts';
import { type Figure, lineOf, type TargetNumber } from '../../model/figure.ts';
import { levelText, numberText } from '../../model/format.ts';
import type { Break, Indicator, Unit } from '../../model/indicator.ts';
import type { Path } from '../../model/place.ts';
import { type Period, periodLabel, yearsAfter } from '../../model/time.ts';
import { decimalsIn, decimalText } from '../../model/value.ts';
import { capitalised, countWords, type Draft, level, mention, say } from '../../narrative/sentence.ts';
import { profileFindings } from '../../profiles/findings.ts';
import { subtotalOf } from '../../profiles/schema.ts';
import { isUnknown, suggestion } from '../../sources/names.ts';
import { targetFigure } from '../../targets/numbers.ts';
import { operators } from '../../targets/schema.ts';
import type { PlanCheck } from './checks.ts';
import { plain, ref } from './fields.ts';
import type { PlanGiven } from './findings.ts';

const decimal = decimalText('25 or 25.5');

/** What was expected of a measure for the edition’s year, before its outcome was known. */
export const projectionSchema = z.strictObject({
  indicator: ref('indicator', 'The measure that a number, or a range, was expected of').optional(),
  low: decimal.optional().describe('What was expected, or the lower end of it, in the measure’s unit'),
  high: decimal.optional().describe('The upper end, where a range was given'),
  from: decimal.optional().describe('Where it stood the year before, if that is not in the data'),
  profile: ref('measure', 'Instead: the profile of which more were expected in its subtotal').optional(),
  more: z.int().min(1).optional().describe('With profile: how many more'),
  least: z.literal(true).optional().describe('With more: where at least so many were expected'),
  condition: plain('With profile: on what condition, as "if they were inspected"').optional(),
  claims: z
    .strictObject({ operator: z.enum(operators), by: decimal })
    .optional()
    .describe('By how much the plan says that it moves: held against the range'),
  group: z
    .strictObject({
      label: plain('The group whose level was projected too: "disadvantaged pupils"'),
      now: decimal.describe('Its level the year before'),
      projected: decimal.describe('Its projected level'),
    })
    .optional()
    .describe('Of a gap: the level of the group behind, from which that of the others follows'),
  made: plain('When it was made, as "in March 2014", or "on a day that the plan does not give"'),
  basis: plain('What it rests on, as "what schools expected of their pupils"'),
  assumes: plain('What it takes for granted, in full sentences').optional(),
});

/** What was expected of a measure, before its outcome was known. */
export type Projection = z.output<typeof projectionSchema>;

type Check = Pick<PlanCheck<unknown>, 'plan' | 'edition' | 'known' | 'observations' | 'report'>;

/** Reports projections that are not whole, that the data contradicts, or that are said to be more than they are. */
export function checkProjections(check: Check, projections: readonly Projection[], path: Path): void {
  projections.forEach((projection, at) => {
    checkOne(check, projection, [...path, 'projections', at]);
  });
}

function checkOne(check: Check, projection: Projection, path: Path): void {
  const { plan, report, known: names } = check;
  const { indicator, profile, low, more, assumes } = projection;
  const needed = missing(projection);
  if (needed !== null) report(plan.place(path), 'projection-keys', needed);
  if (assumes === undefined) report(plan.place(path), 'projection-without-assumption');
  if (profile !== undefined && isUnknown(names.profiles, profile))
    report(plan.place([...path, 'profile']), 'unknown-profile', profile, suggestion(names.profiles, profile));
  if (needed !== null || indicator === undefined || low === undefined || more !== undefined) return;
  checkRange(check, projection, path);
  checkHeld(check, projection, path);
}

function missing({ indicator, profile, low, high, more }: Projection): string | null {
  if (indicator === undefined && profile === undefined) return 'it names neither an indicator nor a profile';
  if (indicator !== undefined && profile !== undefined) return 'it names an indicator and a profile';
  if (indicator !== undefined && (low === undefined || more !== undefined))
    return '"low" goes with an indicator';
  if (profile !== undefined && (more === undefined || low !== undefined || high !== undefined))
    return '"more" goes with a profile';
  return null;
}

/** "More than ten", from 38 to between 25 and 28, is not so at one end (X09). */
function checkRange({ plan, report, ...check }: Check, projection: Projection, path: Path): void {
  const { low = '', high = low, claims } = projection;
  if (projection.high !== undefined && !new Big(low).lt(high))
    report(plan.place([...path, 'low']), 'projection-upside-down', low, high);
  const from = startOf(check, projection);
  if (claims === undefined || from === null) return;
  const ends = [low, high].map(end => from.minus(end).abs());
  // Of a range on both sides of where it stood, standing still is a part.
  const moves = [...ends, ...(from.gt(low) && from.lt(high) ? [new Big(0)] : [])].toSorted((a, b) =>
    a.cmp(b),
  );
  const by = new Big(claims.by);
  const isSo: Record<typeof claims.operator, (move: Big) => boolean> = {
    'at-least': move => move.gte(by),
    above: move => move.gt(by),
    'at-most': move => move.lte(by),
    below: move => move.lt(by),
  };
  if (moves.every(isSo[claims.operator])) return;
  report(
    plan.place([...path, 'claims']),
    'projection-claim-not-so',
    `${claims.operator.replace('-', ' ')} ${claims.by}`,
    from.toString(),
    projection.high === undefined ? low : `between ${low} and ${high}`,
    moves[0]?.toString() ?? '',
  );
}

/** Where the measure stood the year before, as the data has it or else as the plan says. */
function startOf(check: Omit<Check, 'plan' | 'report'>, { indicator = '', from }: Projection): Big | null {
  const held = valuesOf(check, indicator, yearsAfter(check.edition.period, -1), false).at(-1);
  return held ?? (from === undefined ? null : new Big(from));
}

/** What a plan repeats of the data is as the data has it. */
function checkHeld({ plan, report, ...check }: Check, projection: Projection, path: Path): void {
  const { indicator = '', low = '', high = low, from } = projection;
  const { period } = check.edition;
  const before = valuesOf(check, indicator, yearsAfter(period, -1), false);
  if (from !== undefined && before.length > 0 && !before.some(value => value.eq(from)))
    report(
      plan.place([...path, 'from']),
      'projection-not-of-data',
      from,
      before.map(String).join(' or '),
      'the figure of the year before',
    );
  const projected = valuesOf(check, indicator, period, true);
  if (projected.length > 0 && !projected.some(value => value.gte(low) && value.lte(high)))
    report(
      plan.place([...path, 'low']),
      'projection-not-of-data',
      low,
      projected.map(String).join(' or '),
      'the projection',
    );
}

/** The values of a year in the order they were released, each as far as it is known. */
function valuesOf(
  { known: { council }, observations }: Omit<Check, 'plan' | 'report'>,
  indicator: string,
  period: string,
  projected: boolean,
): readonly Big[] {
  return observations
    .filter(
      row =>
        row.indicator === indicator &&
        row.area === council &&
        row.period === period &&
        row.breakdown.topic === 'Total' &&
        (row.status === 'projection') === projected,
    )
    .toSorted((a, b) => (a.released ?? '').localeCompare(b.released ?? ''))
    .flatMap(({ value }) => (value.kind === 'known' ? [value.number] : []));
}

/** A projection with everything that is said of it: never an outcome, though the outcome may stand beside it. */
export type ProjectionFindings = {
  readonly projection: Projection;
  readonly period: Period;
  readonly level: LevelProjected | null;
  readonly more: MoreProjected | null;
};

/** A level, or a range, that was expected of a measure. */
type LevelProjected = {
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
type MoreProjected = {
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

/** The findings on the projections that a row of a plan makes, under the names that they go by in the ledger. */
export function projectionsFound(
  { setting, plan }: Pick<PlanGiven<unknown>, 'setting' | 'plan'>,
  projections: readonly Projection[],
  name: string,
  path: Path,
): readonly ProjectionFindings[] {
  return projections.map((projection, at) => {
    const source = lineOf(plan.place([...path, 'projections', at]));
    const called = `${name} ${at + 1}`;
    return {
      projection,
      period: setting.edition.period,
      level: levelProjected(setting, projection, called, source),
      more: moreProjected(setting, projection, called, source),
    };
  });
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
    make(part, new Big(value), decimalsIn(value), textOf(value, indicator.unit), { status: 'projection' });
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
    level(part, new Big(value), decimalsIn(value), rest);
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

function textOf(value: string, unit: Unit): string {
  return levelText(writtenAmount(value), unit);
}

/** What is said of a projection, its assumption and, where it is known, its outcome always with it (P22, P23). */
export function projectionSentences(found: ProjectionFindings): readonly Draft[] {
  const { level, more, projection } = found;
  const made = say`This was made ${projection.made}, from ${projection.basis}.`;
  const taken = projection.assumes === undefined ? [] : [[projection.assumes]];
  if (level !== null)
    return [
      levelSentence(found, level),
      made,
      ...groupSentences(found, level),
      ...taken,
      outcomeSentence(found, level),
    ];
  if (more === null) return [];
  return [...moreSentences(found, more), made, ...taken, say`This is a projection, and not an outcome.`];
}

/** "The disadvantage gap at key stage 4 was projected at between 25 and 28 percentage points for 2013/14, …". */
function levelSentence(
  { period }: ProjectionFindings,
  { indicator, low, high, start }: LevelProjected,
): Draft {
  const amount =
    high === null
      ? say`${mention(low)}`
      : say`between ${mention(low, bareText(low, indicator.unit))} and ${mention(high)}`;
  const from =
    start === null || start.amount.kind === 'refused'
      ? []
      : say`, from ${level(start, indicator.unit)} in ${periodLabel(yearsAfter(period, -1))}`;
  return say`${capitalised([indicator.subject])} was projected at ${amount} for ${periodLabel(period)}${from}.`;
}

/** The number without its unit, where the unit follows the upper end; of money it goes before each. */
function bareText({ amount, text }: LevelProjected['low'], unit: Unit): string {
  return amount.kind === 'refused' || unit === 'pounds' ? text : numberText(amount.number, amount.decimals);
}

/** What the gap and one group's level say of the others, which the projection itself does not (G12). */
function groupSentences(
  { projection }: ProjectionFindings,
  { group, high }: LevelProjected,
): readonly Draft[] {
  if (group === null) return [];
  const { now, projected, othersNow, othersAtLow, othersAtHigh } = group;
  const who = projection.group?.label ?? 'the group behind';
  const atHigh =
    high === null || othersAtHigh === null ? [] : say`, or at ${mention(othersAtHigh)} with the wider gap`;
  const still = group.isStill
    ? [say`So ${high === null ? '' : 'at the lower end '}it assumes that the others do no better.`]
    : [];
  return [
    say`${capitalised([who])} were projected to reach ${mention(projected)}, from ${mention(now)}.`,
    say`Together with the gap, that puts all others at ${mention(othersAtLow)}${atHigh}; they had been at ${mention(othersNow)}.`,
    ...still,
  ];
}

function outcomeSentence(
  { period }: ProjectionFindings,
  { outcome, across, indicator }: LevelProjected,
): Draft {
  const year = periodLabel(period);
  if (outcome === null) return say`A projection is not an outcome, and there is no outcome for ${year}.`;
  return say`The outcome for ${year} was ${level(outcome, indicator.unit)}.${across === null ? '' : ` ${across.note}`}`;
}

/** "At least nine more schools were expected to be good or outstanding if they were inspected, besides the 131 of 149 that were." */
function moreSentences({ projection }: ProjectionFindings, found: MoreProjected): readonly Draft[] {
  const { more, made, of, now, share, label, unit } = found;
  const condition = projection.condition === undefined ? '' : ` ${projection.condition}`;
  const count = say`${projection.least === true ? 'at least ' : ''}${mention(more, countWords(Number(more.text)))} more`;
  const one = more.text === '1';
  return [
    say`${capitalised(count)} ${one ? unit.replace(/s$/, '') : unit} ${one ? 'was' : 'were'} expected to be ${label.toLowerCase()}${condition}, besides the ${mention(now)} of ${mention(of)} that were.`,
    say`That would make ${projection.least === true ? 'at least ' : ''}${mention(made)} of them, or ${mention(share)}.`,
  ];
}
