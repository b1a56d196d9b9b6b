import { Big } from 'big.js';
import { subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, KnownAmount, Refusal } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { yearsAfter } from '../model/time.ts';
import { known, type Value } from '../model/value.ts';
import { breakBetween } from './comparability.ts';
import { observed } from './figures.ts';
import type { Beside, Setting } from './setting.ts';

/** How much faster a figure grew than an index in a year, in percentage points; or why that may not be said. */
export type Growth =
  | { readonly kind: 'known'; readonly amount: KnownAmount; readonly rests: readonly Figure[] }
  | { readonly kind: 'none'; readonly because: Refusal; readonly rests: readonly Figure[] };

/** The index that a figure is to grow at least as fast as, as something it is set beside: its yearly rate. */
export function indexBeside(index: Indicator): Beside {
  return {
    comparator: 'nation',
    code: index.id,
    name: index.label,
    phrase: index.subject,
    list: null,
  };
}

/** The growth of a row since the year before, in per cent of that year, less the index's rate of its own year. */
export function growthOf(
  { known: held, nation }: Setting,
  index: Indicator,
  indicator: Indicator,
  row: Published,
): Growth {
  const before = held.at(indicator.id, row.area, row.breakdown, yearsAfter(row.period, -1));
  const rate = held.at(index.id, nation.code, total, row.period);
  const rests = [
    ...[row, before].flatMap(each => (each === undefined ? [] : observed(each, indicator).figure)),
    ...(rate === undefined ? [] : [observed(rate, index).figure]),
  ];
  const none = (because: Refusal): Growth => ({ kind: 'none', because, rests });
  if (before === undefined) return none('no-earlier-figure');
  if (breakBetween(indicator, before.period, row.period) !== null) return none('break');
  if (rate === undefined) return none('no-comparator');
  const growth = growthBetween(before.value, row.value, rate.value);
  if (growth === null) return none('not-applicable');
  const amount = subtract(growth, rate.value);
  return amount.kind === 'refused' ? none(amount.because) : { kind: 'known', amount, rests };
}

/** The growth in per cent, to the decimals of the rate it is held against; null where there is none to be had. */
function growthBetween(before: Value, now: Value, rate: Value): Value | null {
  if (now.kind === 'absent') return now;
  if (before.kind === 'absent') return before;
  if (before.number.lte(0) || before.precision === 'about' || now.precision === 'about') return null;
  const decimals = rate.kind === 'known' ? rate.decimals : 1;
  const percent = now.number.minus(before.number).times(100).div(before.number);
  return known(percent.round(decimals, Big.roundHalfUp), decimals);
}
