import { Big } from 'big.js';
import { countAmount, knownAmount } from '../arithmetic.ts';
import type { Published } from '../disclosure.ts';
import type { Amount, Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import { figure, observed, type Subject } from './figures.ts';
import { smallCohort } from './trend.ts';

/** What the size of a group lets a reader see of a share of it; null where the size is not published. */
export type Cohort = {
  /** How many pupils (or schools) the figure is a share of (P01). */
  readonly base: Figure;
  /** What one of them is worth in percentage points, for groups under a hundred (R08). */
  readonly one: Figure | null;
  /** Whether a change as large as this one can occur by chance (R07); null without both bases. */
  readonly byChance: boolean | null;
  /** About how many of them the change stands for (P21). */
  readonly change: Figure | null;
};

/** Fewer than this are not worth the word "about". */
const fewestEquivalent = 10;

/** What the base of a share lets be said of it. */
export function cohortOf(
  at: Published,
  { figure: made, earlier }: Change,
  indicator: Indicator,
): Cohort | null {
  if (at.base === null || at.value.kind === 'absent') return null;
  const subject = subjectOf(at, indicator);
  const base = figure({ ...subject, kind: 'count', part: 'base' }, countAmount(at.base), {
    text: numberText(new Big(at.base), 0),
    status: at.status,
    inputs: [observed(at, indicator).figure.id],
    working: 'How many the figure is a share of, as in the row',
  });
  return {
    base,
    one: at.base < smallCohort ? oneOf(at.base, subject, base) : null,
    byChance: indicator.counted === 'pupils' ? isWithinChance(made.amount, at, earlier) : null,
    change: indicator.counted === 'pupils' ? equivalentOf(made, at.base, subject, base) : null,
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
  const subject = { ...subjectOf(at, indicator), against: comparison.beside.code };
  return equivalentOf(comparison.figure, at.base, subject, cohort.base);
}

/**
 * True when a change is inside what the two groups' sizes leave to chance: the half-widths of rough 95 per cent
 * intervals, 1.96 times the root of p(100 − p)/n, taken together.
 */
function isWithinChance(amount: Amount, at: Published, earlier: Published | null): boolean | null {
  if (amount.kind === 'refused' || earlier === null) return null;
  const [now, then] = [varianceOf(at), varianceOf(earlier)];
  if (now === null || then === null) return null;
  return Number(amount.number.abs()) <= 1.96 * Math.sqrt(now + then);
}

/** p(100 − p)/n, in squared percentage points. */
function varianceOf({ value, base }: Published): number | null {
  if (value.kind === 'absent' || base === null) return null;
  const share = Number(value.number);
  return (share * (100 - share)) / base;
}

function oneOf(base: number, subject: Omit<Subject, 'kind'>, of: Figure): Figure {
  const points = new Big(100).div(base);
  const amount = knownAmount(points, 1);
  return figure({ ...subject, kind: 'one-pupil' }, amount, {
    text: `${numberText(amount.number, 1)} percentage points`,
    inputs: [of.id],
    working: '100 divided by how many there are, rounded to 1 decimal place',
  });
}

/** Points of a base as a number of pupils, to two figures; none of a range, nor of a handful. */
function equivalentOf(made: Figure, base: number, subject: Omit<Subject, 'kind'>, of: Figure): Figure | null {
  const { amount } = made;
  if (amount.kind === 'refused' || amount.range !== null || amount.about) return null;
  const exact = amount.number.abs().times(base).div(100);
  if (exact.lt(fewestEquivalent)) return null;
  const rough = new Big(exact.toPrecision(2));
  return figure({ ...subject, kind: 'equivalent', part: made.kind }, knownAmount(rough, 0), {
    text: `about ${numberText(rough, 0)}`,
    inputs: [made.id, of.id],
    working: 'The points times how many there are, divided by 100, to two significant figures',
  });
}

function subjectOf({ area, breakdown, period }: Published, { id }: Indicator): Omit<Subject, 'kind'> {
  return { indicator: id, area, breakdown, period };
}
