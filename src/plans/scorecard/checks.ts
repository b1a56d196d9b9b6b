import { Big } from 'big.js';
import type { Indicator } from '../../model/indicator.ts';
import type { Path } from '../../model/place.ts';
import { type Period, periodLabel, startYear, yearsAfter } from '../../model/time.ts';
import type { Observation } from '../../sources/council-folder.ts';
import { entryOf } from '../../sources/names.ts';
import type { PlanCheck } from '../kit/checks.ts';
import type { Scorecard, ScorecardRow, YearAim } from './schema.ts';

type Check = PlanCheck<Scorecard>;

/** A row, and the steps to it. */
type RowAt = { readonly row: ScorecardRow; readonly path: Path };

const aims = ['value', 'against', 'outpaces', 'missing'] as const;

/** Reports what is at odds within the measures of a scorecard, and with the figures that are held. */
export function checkScorecard(check: Check): void {
  const { plan, report } = check;
  const seen = new Map<string, Path>();
  plan.value.outcomes.forEach((outcome, at) => {
    outcome.rows.forEach((row, index) => {
      const path = ['outcomes', at, 'rows', index];
      const first = seen.get(row.id);
      if (first === undefined) seen.set(row.id, [...path, 'id']);
      else report(plan.place([...path, 'id']), 'duplicate-id', row.id, plan.place(first));
      checkRow(check, { row, path });
    });
  });
}

function checkRow(check: Check, { row, path }: RowAt): void {
  const { plan, report } = check;
  const needsOne = (keys: readonly string[], holder: object, steps: Path) => {
    const given = keys.filter(key => Object.hasOwn(holder, key));
    if (given.length !== 1) report(plan.place([...path, ...steps]), 'needs-one-of', keys, given);
  };
  needsOne(['indicator', 'unmeasured'], row, []);
  needsOne(['value', 'missing'], row.baseline, ['baseline']);
  row.targets.forEach((target, at) => {
    needsOne(aims, target, ['targets', at]);
    const relative = (['against', 'outpaces'] as const).find(key => target[key] !== undefined);
    if (relative !== undefined && row.unmeasured !== undefined)
      report(plan.place([...path, 'targets', at, relative]), 'target-keys-at-odds', relative, 'unmeasured');
  });
  const [given, needed] = [row.targets.map(({ year }) => year), plan.value.years];
  if (given.join() !== needed.join())
    report(
      plan.place([...path, 'targets']),
      'years-differ',
      given.map(periodLabel).join(', '),
      needed.map(periodLabel).join(', '),
    );
  checkDirection(check, { row, path });
  checkPolarity(check, { row, path });
  checkBaseline(check, { row, path });
  checkMet(check, { row, path });
}

/** Each number goes the way the measure is to go, from the baseline on (X21). */
function checkDirection({ plan, report }: Check, { row, path }: RowAt): void {
  let before = row.baseline.value;
  row.targets.forEach(({ value }, at) => {
    if (value === undefined) return;
    const isBack =
      before !== undefined &&
      (row.wants === 'increase' ? new Big(value).lt(before) : new Big(value).gt(before));
    if (isBack && before !== undefined)
      report(plan.place([...path, 'targets', at, 'value']), 'target-wrong-way', value, row.wants, before);
    before = value;
  });
}

/** A measure is to go towards its better end (X24): a gap is to be reduced. */
function checkPolarity({ plan, known, report }: Check, { row, path }: RowAt): void {
  const { polarity } = entryOf(known.indicators, row.indicator ?? '');
  if (polarity === undefined || polarity === 'neutral') return;
  const isUpwards = row.wants === 'increase';
  if (isUpwards === (polarity === 'high')) return;
  const better = polarity === 'high' ? 'more' : 'less';
  report(plan.place([...path, 'wants']), 'target-against-polarity', row.wants, row.indicator ?? '', better);
}

/** A starting point that is dated is the council's own figure of that year, to the decimals that both have. */
function checkBaseline({ plan, known, observations, report }: Check, { row, path }: RowAt): void {
  const { value, period } = row.baseline;
  if (value === undefined || period === undefined || row.indicator === undefined) return;
  const held = observations
    .filter(each => isHeld(each, row.indicator, known.council) && each.period === period)
    .flatMap(each => (each.value.kind === 'known' ? [each.value] : []));
  const isOf = held.some(({ number, decimals }) => {
    const places = Math.min(decimals, value.split('.')[1]?.length ?? 0);
    return number.round(places, Big.roundHalfUp).eq(new Big(value).round(places, Big.roundHalfUp));
  });
  if (held.length === 0 || isOf) return;
  const shown = held.map(({ number, decimals }) => number.toFixed(decimals)).join(' or ');
  report(plan.place([...path, 'baseline', 'value']), 'baseline-not-of-data', value, shown, period);
}

/** Warns of a number that the last figure known when the plan came out had met already (X23). */
function checkMet(check: Check, { row, path }: RowAt): void {
  const { plan, known, observations, report } = check;
  const indicator = entryOf(known.indicators, row.indicator ?? '');
  const set = entryOf(known.sources, plan.value.source).released;
  if (row.indicator === undefined || set === undefined) return;
  row.targets.forEach((target, at) => {
    if (target.value === undefined) return;
    const of = yearOf(row, target);
    const last = observations
      .filter(each => isHeld(each, row.indicator, known.council) && each.period < of && isOutBy(each, set))
      .toSorted(
        (a, b) => a.period.localeCompare(b.period) || (a.released ?? '').localeCompare(b.released ?? ''),
      )
      .at(-1);
    if (last === undefined || last.value.kind !== 'known' || isBroken(indicator, last.period, of)) return;
    const { number, decimals } = last.value;
    const isMet = row.wants === 'increase' ? number.gte(target.value) : number.lte(target.value);
    if (isMet)
      report(
        plan.place([...path, 'targets', at, 'value']),
        'target-met-when-set',
        target.value,
        number.toFixed(decimals),
        periodLabel(last.period),
      );
  });
}

function yearOf({ reports }: ScorecardRow, { year }: YearAim): Period {
  return reports === 'year-before' ? yearsAfter(year, -1) : year;
}

function isHeld(each: Observation, indicator: string | undefined, council: string): boolean {
  const { topic } = each.breakdown;
  return (
    each.indicator === indicator &&
    each.area === council &&
    topic === 'Total' &&
    each.status !== 'projection' &&
    each.value.kind === 'known'
  );
}

/** True of a figure that was out by a day; one without a release date was once its school year was over. */
function isOutBy({ released, period }: Observation, day: string): boolean {
  return (released ?? `${startYear(period) + 1}-08-31`) <= day;
}

function isBroken({ breaks = [] }: Partial<Indicator>, from: Period, to: Period): boolean {
  return breaks.some(each => each.from > from && each.from <= to);
}
