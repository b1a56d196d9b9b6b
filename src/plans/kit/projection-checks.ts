import { Big } from 'big.js';
import { yearsAfter } from '../../model/time.ts';
import { isUnknown, suggestion } from '../../sources/names.ts';
import type { PlanCheck } from './checks.ts';
import type { Projection } from './projection-schema.ts';

type Check = Pick<PlanCheck<unknown>, 'plan' | 'edition' | 'known' | 'observations' | 'report'>;
type Steps = readonly (string | number)[];

/** Reports projections that are not whole, that the data contradicts, or that are said to be more than they are. */
export function checkProjections(check: Check, projections: readonly Projection[], path: Steps): void {
  projections.forEach((projection, at) => {
    checkOne(check, projection, [...path, 'projections', at]);
  });
}

function checkOne(check: Check, projection: Projection, path: Steps): void {
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
function checkRange({ plan, report, ...check }: Check, projection: Projection, path: Steps): void {
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
function checkHeld({ plan, report, ...check }: Check, projection: Projection, path: Steps): void {
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
