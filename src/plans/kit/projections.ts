import { Big } from 'big.js';
import { z } from 'zod';
import { countAmount, knownAmount, writtenAmount } from '../../arithmetic.ts';
import { breakBetween } from '../../judgements/comparability.ts';
import { observed } from '../../judgements/figures.ts';
import { assumesNoChange, impliedOther } from '../../judgements/gap.ts';
import type { Setting } from '../../judgements/setting.ts';
import { total } from '../../model/breakdown.ts';
import { type Figure, type KnownAmount, lineOf, type TargetNumber } from '../../model/figure.ts';
import { levelText, numberText } from '../../model/format.ts';
import type { Unit } from '../../model/indicator.ts';
import type { Path } from '../../model/place.ts';
import { type Period, periodLabel, yearsAfter } from '../../model/time.ts';
import { decimalsIn, decimalText } from '../../model/value.ts';
import { capitalised, type Draft, level, many, mention, say } from '../../narrative/sentence.ts';
import { profileFindings } from '../../profiles/findings.ts';
import { subtotalOf } from '../../profiles/schema.ts';
import { isUnknown, suggestion } from '../../sources/names.ts';
import { ownRowsOf } from '../../targets/checks.ts';
import { targetFigure } from '../../targets/numbers.ts';
import { isMetBy } from '../../targets/progress.ts';
import { operators } from '../../targets/schema.ts';
import type { PlanCheck } from './checks.ts';
import { askOfKeys, plain, ref } from './fields.ts';
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
  assumes: plain(
    'What it takes for granted, in a full sentence, as "No other school’s grade is taken to decline."',
  ),
});
askOfKeys(
  projectionSchema,
  { oneOf: ['indicator', 'profile'] },
  { where: ['indicator'], needs: ['low'], excludes: ['more'] },
  { where: ['profile'], needs: ['more'], excludes: ['low', 'high'] },
);

type Projection = z.output<typeof projectionSchema>;

type Check = Pick<PlanCheck<unknown>, 'plan' | 'edition' | 'known' | 'observations' | 'report'>;

/** Reports projections that are not whole, that the data contradicts, or that are said to be more than they are. */
export function checkProjections(check: Check, projections: readonly Projection[], path: Path): void {
  projections.forEach((projection, at) => {
    checkOne(check, projection, [...path, 'projections', at]);
  });
}

function checkOne(check: Check, projection: Projection, path: Path): void {
  const { plan, report, known: names } = check;
  const { indicator, profile, low } = projection;
  if (profile !== undefined && isUnknown(names.profiles, profile))
    report(plan.place([...path, 'profile']), 'unknown-profile', profile, suggestion(names.profiles, profile));
  if (indicator === undefined || low === undefined) return;
  checkRange(check, projection, path);
  checkHeld(check, projection, path);
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
  const { operator } = claims;
  if (moves.every(move => isMetBy({ operator, aim: { number: new Big(claims.by) } }, move))) return;
  report(
    plan.place([...path, 'claims']),
    'projection-claim-not-so',
    `${operator.replace('-', ' ')} ${claims.by}`,
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
  check: Omit<Check, 'plan' | 'report'>,
  indicator: string,
  period: string,
  projected: boolean,
): readonly Big[] {
  return ownRowsOf(check, { indicator })
    .filter(row => row.period === period && (row.status === 'projection') === projected)
    .toSorted((a, b) => (a.released ?? '').localeCompare(b.released ?? ''))
    .flatMap(({ value }) => (value.kind === 'known' ? [value.number] : []));
}

function maker(setting: Setting, indicator: string, name: string, source: Figure['source']) {
  const { council, edition } = setting;
  const subject = { indicator, area: council.code, breakdown: total, period: edition.period };
  const working = 'As projected in the plan: a projection is not an outcome';
  return (
    which: TargetNumber,
    amount: KnownAmount,
    text: string,
    rest: Partial<Pick<Figure, 'inputs' | 'working' | 'status'>> = {},
  ) =>
    targetFigure(subject, { ledger: name, said: `“${name}”`, publication: null }, which, amount, {
      ...{ text, source, working },
      ...rest,
    });
}

type Make = ReturnType<typeof maker>;

/** Assumptions and known outcomes stand with every projection (P22, P23). */
export function projectionDrafts(
  { setting, plan }: Pick<PlanGiven<unknown>, 'setting' | 'plan'>,
  projections: readonly Projection[],
  name: string,
  path: Path,
): readonly Draft[] {
  return projections.flatMap((projection, at) => {
    const source = lineOf(plan.place([...path, 'projections', at]));
    const { indicator, profile, assumes } = projection;
    const make = maker(setting, indicator ?? profile ?? '', `${name} ${at + 1}`, source);
    const made = say`This was made ${projection.made}, from ${projection.basis}.`;
    const taken = [[assumes]];
    const level = levelDrafts(setting, projection, make);
    if (level !== null) return [level.projected, made, ...level.ofGroup, ...taken, level.outcome];
    const more = moreProjected(setting, projection, make);
    if (more === null) return [];
    return [...moreDrafts(projection, more), made, ...taken, say`This is a projection, and not an outcome.`];
  });
}

/** "The disadvantage gap at key stage 4 was projected at between 25 and 28 percentage points for 2013/14, …", and what came of it. */
function levelDrafts(setting: Setting, projection: Projection, make: Make) {
  const { known, council, edition, folder } = setting;
  const indicator = folder.indicators.find(({ id }) => id === projection.indicator);
  const { low, high, from } = projection;
  if (indicator === undefined || low === undefined) return null;
  const { unit } = indicator;
  const before = yearsAfter(edition.period, -1);
  const year = periodLabel(edition.period);
  const projected = (part: TargetNumber, value: string) =>
    make(part, writtenAmount(value), levelText(writtenAmount(value), unit), { status: 'projection' });
  const heldIn = (period: Period) => {
    const row = known.at(indicator.id, council.code, total, period);
    return row === undefined || row.value.kind === 'absent' ? null : observed(row, indicator).figure;
  };
  const lower = projected('projected', low);
  const upper = high === undefined ? null : projected('projected at most', high);
  const start = heldIn(before) ?? (from === undefined ? null : projected('projected from', from));
  const outcome = heldIn(edition.period);
  const across = breakBetween(indicator, before, edition.period);
  // The unit follows the upper end; of money it goes before each.
  const bare = unit === 'pounds' ? lower.text : numberText(new Big(low), decimalsIn(low));
  const amount =
    upper === null ? [mention(lower)] : say`between ${mention(lower, bare)} and ${mention(upper)}`;
  const since =
    start === null || start.amount.kind === 'refused'
      ? []
      : say`, from ${level(start, unit)} in ${periodLabel(before)}`;
  return {
    projected: say`${capitalised([indicator.subject])} was projected at ${amount} for ${year}${since}.`,
    ofGroup: groupDrafts(make, projection, unit, start, lower, upper),
    outcome:
      outcome === null
        ? say`A projection is not an outcome, and there is no outcome for ${year}.`
        : say`The outcome for ${year} was ${level(outcome, unit)}.${across === null ? '' : ` ${across.note}`}`,
  };
}

/** What the gap and one group's level say of the others, which the projection itself does not (G12). */
function groupDrafts(
  make: Make,
  { group }: Projection,
  unit: Unit,
  start: Figure | null,
  low: Figure,
  high: Figure | null,
): readonly Draft[] {
  if (group === undefined || start === null) return [];
  // A gap of percentages is in points, and the levels on both sides of it are percentages.
  const levels = unit === 'percentage-points' ? 'percent' : unit;
  const level = (part: TargetNumber, amount: KnownAmount, rest: Parameters<Make>[3]) =>
    make(part, amount, levelText(amount, levels), rest);
  const now = level('group now', writtenAmount(group.now), { working: 'As given in the plan' });
  const projected = level('group projected', writtenAmount(group.projected), { status: 'projection' });
  // No closer than the coarser of the two.
  const others = (part: TargetNumber, own: Figure, gap: Figure) => {
    const [one, other] = [knownIn(own), knownIn(gap)];
    const decimals = Math.min(one.decimals, other.decimals);
    return level(part, knownAmount(impliedOther(one.number, other.number), decimals), {
      inputs: [own, gap],
      working: 'The level of the group behind and the gap, added',
    });
  };
  const [othersNow, atLow] = [others('others now', now, start), others('others projected', projected, low)];
  const atHigh =
    high === null
      ? []
      : say`, or at ${mention(others('others projected at most', projected, high))} with the wider gap`;
  const isStill = assumesNoChange(
    { group: knownIn(now).number, gap: knownIn(start).number },
    { group: knownIn(projected).number, gap: knownIn(low).number },
  );
  return [
    say`${capitalised([group.label])} were projected to reach ${mention(projected)}, from ${mention(now)}.`,
    say`Together with the gap, that puts all others at ${mention(atLow)}${atHigh}; they had been at ${mention(othersNow)}.`,
    ...(isStill
      ? [say`So ${high === null ? '' : 'at the lower end '}it assumes that the others do no better.`]
      : []),
  ];
}

function knownIn({ amount }: Figure): KnownAmount {
  return amount.kind === 'known' ? amount : countAmount(0);
}

/** So many more in the subtotal of a profile (P22); null where no profile is named, or nothing is known of it. */
function moreProjected(setting: Setting, projection: Projection, make: Make) {
  const { folder } = setting;
  const profile = folder.profiles.find(({ id }) => id === projection.profile);
  const found = profile === undefined ? null : profileFindings(setting, profile, folder.profileCounts);
  const { more } = projection;
  if (found?.kind !== 'phases' || more === undefined) return null;
  const { count: now, share } = found.all.subtotal;
  const of = found.all.total;
  if (now.amount.kind === 'refused' || of.amount.kind === 'refused' || of.amount.number.eq(0)) return null;
  const sum = now.amount.number.plus(more);
  const percent = sum.times(100).div(of.amount.number);
  const added = make('projected more', countAmount(more), String(more), { status: 'projection' });
  const made = make('projected in all', knownAmount(sum, 0), sum.toString(), {
    inputs: [now, added],
    working: 'Those that are there now and those that were expected, added',
  });
  const shareMade = make('projected share', knownAmount(percent, 1), `${percent.toFixed(1)}%`, {
    inputs: [made, of, share],
    working: 'Of all of them; a projection is not an outcome',
    status: 'projection',
  });
  const { label } = subtotalOf(found.profile);
  return {
    label,
    unit: found.profile.unit,
    more: { count: more, figure: added },
    now,
    made,
    of,
    share: shareMade,
  };
}

/** "At least nine more schools were expected to be good or outstanding if they were inspected, besides the 131 of 149 that were." */
export function moreDrafts(
  projection: Pick<Projection, 'condition' | 'least'>,
  { more, made, of, now, share, label, unit }: NonNullable<ReturnType<typeof moreProjected>>,
): readonly Draft[] {
  const condition = projection.condition === undefined ? '' : ` ${projection.condition}`;
  const least = projection.least === true ? 'at least ' : '';
  const count = say`${least}${many(more)} more`;
  const [what, was] = more.count === 1 ? [unit.replace(/s$/, ''), 'was'] : [unit, 'were'];
  return [
    say`${capitalised(count)} ${what} ${was} expected to be ${label.toLowerCase()}${condition}, besides the ${mention(now)} of ${mention(of)} that were.`,
    say`That would make ${least}${mention(made)} of them, or ${mention(share)}.`,
  ];
}
