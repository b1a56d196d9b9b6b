import { Big } from 'big.js';
import { countAmount, fullDifference, knownAmount } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import { figure, givenDifference, observed, ofGroup, ofGroupIn, subjectOf } from './figures.ts';
import { smallCohort } from './trend.ts';

/** What the size of a group lets a reader see of a share of it; null where the size is not published. */
export type Cohort = {
  /** How many pupils (or schools) the figure is a share of (P01). */
  readonly base: Figure;
  /** What one of them is worth in percentage points, for groups under a hundred (R08). */
  readonly one: Figure | null;
  /** About how many of them the change stands for (P21). */
  readonly change: Figure | null;
};

/** Fewer than this are not worth the word "about". */
const fewestEquivalent = 10;

export function cohortOf(at: Published, { figure: made, full }: Change, indicator: Indicator): Cohort | null {
  if (at.base === null || at.value.kind === 'absent') return null;
  const size = numberText(new Big(at.base), 0);
  const base = figure(subjectOf(at, 'count', { is: 'base' }), countAmount(at.base), {
    text: size,
    what: [
      'Number in the group',
      ...ofGroup(at.breakdown),
      ', ',
      { area: at.area },
      ', ',
      { year: at.period },
    ],
    falseIf: `the number in the group is revised from ${size}`,
    status: at.status,
    inputs: [observed(at, indicator).figure],
    working: 'How many the figure is a share of, as in the row',
  });
  return {
    base,
    one: at.base < smallCohort ? oneOf(at.base, at, base) : null,
    change:
      indicator.counted === 'pupils'
        ? equivalentOf(made, full, { of: 'change', code: null }, at.base, base)
        : null,
  };
}

/** About how many of the council's pupils a difference from a comparator stands for (P21); null when that is too few to say. */
export function shortfallOf(
  at: Published,
  comparison: Comparison,
  indicator: Indicator,
  cohort: Cohort,
): Figure | null {
  if (at.base === null || indicator.counted !== 'pupils') return null;
  const { beside, figure, level } = comparison;
  const full = givenDifference(at, beside.code) === null ? fullDifference(at.value, level.value) : null;
  return equivalentOf(figure, full, { of: 'difference', code: beside.code }, at.base, cohort.base);
}

function oneOf(base: number, at: Published, of: Figure): Figure {
  const points = new Big(100).div(base);
  const amount = knownAmount(points, 1);
  return figure(subjectOf(at, 'one-pupil', { is: 'level' }), amount, {
    text: `${numberText(amount.number, 1)} percentage points`,
    what: ['What one of the group is worth', ...ofGroupIn(at.breakdown, at.period)],
    falseIf: 'the size of the group is revised',
    inputs: [of],
    working: '100 divided by how many there are, rounded to 1 decimal place',
  });
}

/** Points of a base, before they are rounded where that is known, as a number of pupils to two figures; none of a range, nor of a handful. */
function equivalentOf(
  made: Figure,
  full: Big | null,
  what: { readonly of: 'change' | 'difference'; readonly code: string | null },
  base: number,
  of: Figure,
): Figure | null {
  const { amount, breakdown, period } = made;
  if (amount.kind === 'refused' || amount.range !== null || amount.about) return null;
  const exact = (full ?? amount.number).abs().times(base).div(100);
  if (exact.lt(fewestEquivalent)) return null;
  const rough = new Big(exact.toPrecision(2));
  return figure(subjectOf(made, 'equivalent', { is: 'equivalent', ...what }), knownAmount(rough, 0), {
    text: `about ${numberText(rough, 0)}`,
    what: [`Number of pupils that the ${what.of} stands for`, ...ofGroupIn(breakdown, period)],
    falseIf: 'the difference or the size of the group is revised',
    inputs: [made, of],
    working:
      'The points, before they are rounded where that is known, times how many there are, divided by 100, to two significant figures',
  });
}
