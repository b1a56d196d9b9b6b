import { countAmount } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Figure, Refusal } from '../model/figure.ts';
import type { Series } from '../series.ts';
import type { Judged } from './bands.ts';
import { type Comparison, compare, isClose } from './comparison.ts';
import { figure, ofGroup, subjectOf } from './figures.ts';
import type { Beside, Setting } from './setting.ts';
import { latestRun, type Pattern } from './trend.ts';

/** How a figure came to be on the other side of a comparator than it was. */
export type Crossing = {
  readonly beside: Beside;
  readonly side: 'above' | 'below';
  /** The comparison of the year before (P34). */
  readonly before: Comparison;
  /** Every comparison of the consecutive years that there is. */
  readonly compared: readonly Comparison[];
  /** Over how many comparable years it is the first time (P09); null when that may not be said. */
  readonly first: { readonly years: number; readonly figure: Figure } | null;
};

/** Years with a comparison on record before "for the first time" may be said. */
const fewestEarlier = 3;

/** Whether a figure crossed a comparator this year, both sides of both years being known (P09, P34). */
export function crossingOf(
  setting: Setting,
  indicator: Judged,
  series: Series,
  at: Published,
  beside: Beside,
): Pattern<Crossing> {
  const { consecutive } = latestRun(series, at, indicator);
  const earlier = consecutive.filter(({ period }) => period < at.period);
  const compared = [...earlier, at].map(row => compare(setting, indicator, row, [beside]).held[0] ?? null);
  const [before, now] = [compared.at(-2) ?? null, compared.at(-1) ?? null];
  const side = now === null || isClose(now) ? null : trueSide(now);
  if (now === null || side === null || side === 'level') return { outcome: 'none' };
  if (before === null) return earlier.length > 0 ? refused('no-comparator') : { outcome: 'none' };
  const was = trueSide(before);
  if (was === null) return refused('precision');
  if (was === side) return { outcome: 'none' };
  return {
    outcome: 'found',
    beside,
    side,
    before,
    compared: compared.filter(each => each !== null),
    first: firstTime(at, compared.slice(0, -1), side, beside),
  };
}

function firstTime(
  at: Published,
  earlier: readonly (Comparison | null)[],
  side: 'above' | 'below',
  beside: Beside,
): Crossing['first'] {
  const held = earlier.filter(each => each !== null);
  const isWhole = held.length === earlier.length && held.length >= fewestEarlier;
  // Of years as good as level nobody says that this is the first on its side.
  const isFirst = held.every(each => trueSide(each) !== null && trueSide(each) !== side && !isClose(each));
  if (!isWhole || !isFirst) return null;
  const { breakdown, period, status } = at;
  const subject = subjectOf(at, 'streak', { is: 'first-time', side, code: beside.code });
  const years = held.length + 1;
  const made = figure(subject, countAmount(years), {
    text: String(years),
    what: ['Number of years in a row', ...ofGroup(breakdown), ', to ', { year: period }],
    falseIf: 'a figure of these years is revised so that the run is broken',
    status,
    inputs: held.map(each => each.figure),
    working: `Counted: comparable years in a row, in the last of which alone the figure was ${side} the comparator’s`,
  });
  return { years, figure: made };
}

/** The side as the figures truly are, even where the difference rounds to nothing; null where that is open. */
function trueSide({ figure: { amount } }: Comparison): 'above' | 'below' | 'level' | null {
  if (amount.kind === 'refused' || amount.sign === null) return null;
  return amount.sign === 0 ? 'level' : amount.sign > 0 ? 'above' : 'below';
}

function refused(because: Refusal): { readonly outcome: 'refused'; readonly because: Refusal } {
  return { outcome: 'refused', because };
}
