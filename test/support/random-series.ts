// Random series of every kind that a council's folder may hold, with the truth behind what is rounded.
import { Big } from 'big.js';
import fc from 'fast-check';
import type { Unit } from '../../src/model/indicator.ts';
import type { Status } from '../../src/model/observation.ts';
import { type Absence, absent, known, type Value } from '../../src/model/value.ts';

/** How a figure is given: rounded, counted, only roughly, as a symbol, or not at all. */
export type Form =
  | { readonly kind: 'rounded' | 'counted'; readonly decimals: number }
  | { readonly kind: 'about' | 'missing' }
  | { readonly kind: 'symbol'; readonly symbol: Absence };

/** One figure as drawn: its move since the year before in thousandths, how it is given and how settled it is. */
type DrawnCell = {
  readonly step: number;
  readonly odd: Form | null;
  readonly status: Status;
  readonly base: number | null;
  readonly published: number | null;
  readonly besideNation: number | null;
};

/** A series as drawn. */
export type DrawnSeries = {
  readonly start: number;
  readonly usual: Form;
  readonly cells: readonly DrawnCell[];
};

/** The years of the drawn series, first to last. */
export const periods = Array.from(
  { length: 8 },
  (_, index) => `${2006 + index}${String(7 + index).padStart(2, '0')}`,
);

/** How many decimals figures are published with. */
export const decimals = fc.constantFrom(0, 0, 1, 1, 2);
const symbol = fc.constantFrom<Absence>('c', 'c', 'z', 'x', 'low', 'u', 'not-yet-published', 'discontinued');
/** How most figures of a series are given. */
export const usualForm: fc.Arbitrary<Form> = fc.record({
  kind: fc.constantFrom<'rounded' | 'counted'>('rounded', 'rounded', 'counted'),
  decimals,
});
const oddForm: fc.Arbitrary<Form> = fc.oneof(
  { weight: 3, arbitrary: usualForm },
  { weight: 2, arbitrary: fc.constant<Form>({ kind: 'missing' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('symbol' as const), symbol }) },
  { weight: 1, arbitrary: fc.constant<Form>({ kind: 'about' }) },
);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -60, max: 60 }) },
  { weight: 4, arbitrary: fc.integer({ min: -1500, max: 1500 }) },
  { weight: 2, arbitrary: fc.constantFrom(-3000, -1000, -500, 500, 1000, 3000) },
  { weight: 1, arbitrary: fc.integer({ min: -20_000, max: 20_000 }) },
);
const drawnCell: fc.Arbitrary<DrawnCell> = fc.record({
  step,
  odd: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: oddForm }),
  status: fc.constantFrom<Status>(
    'final',
    'final',
    'final',
    'final',
    'revised',
    'provisional',
    'early',
    'projection',
  ),
  base: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.integer({ min: 15, max: 4000 }) },
  ),
  published: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: decimals }),
  besideNation: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: decimals }),
});

const trending = fc.constantFrom(0, 0, 0, 700, -700, 1200, -1200);

/** A series from where it begins, with so many years at least. */
export function seriesFrom(start: fc.Arbitrary<number>, fewest = 0): fc.Arbitrary<DrawnSeries> {
  return fc
    .record({
      start,
      usual: usualForm,
      trend: trending,
      length: fc.integer({ min: fewest, max: periods.length }),
      cells: fc.array(drawnCell, { minLength: periods.length, maxLength: periods.length }),
    })
    .map(({ start, usual, trend, length, cells }) => ({
      start,
      usual,
      cells: cells.map((cell, index) => ({
        ...cell,
        step: cell.step + trend,
        odd: index < periods.length - length ? { kind: 'missing' as const } : cell.odd,
      })),
    }));
}

/** A figure with the truth behind it. */
export type Made = {
  readonly value: Value;
  readonly truth: Big;
  readonly counts: readonly [number, number] | null;
};

/** The figures of a series by period; none for a year that is missing. */
export function madeOf(
  { start, usual, cells }: DrawnSeries,
  unit: Unit | undefined,
  decimals: number,
): readonly (Made | null)[] {
  let at = start;
  return cells.map(cell => {
    at = unit === 'percent' ? Math.min(100_000, Math.max(0, at + cell.step)) : at + cell.step;
    if (unit === 'pupils') at = Math.max(0, at);
    const form = cell.odd ?? usual;
    return madeFigure(at, form.kind === 'counted' ? { ...form, decimals } : form, unit, cell.base);
  });
}

/** A figure from its truth in thousandths. */
export function madeFigure(
  thousandths: number,
  form: Form,
  unit: Unit | undefined,
  base: number | null,
): Made | null {
  const truth = new Big(thousandths).div(1000);
  switch (form.kind) {
    case 'missing':
      return null;
    case 'symbol':
      return { value: absent(form.symbol), truth, counts: null };
    case 'about':
      return { value: known(truth.round(0), 0, 'about'), truth, counts: null };
    case 'rounded':
      return { value: known(truth.round(form.decimals), form.decimals), truth, counts: null };
    case 'counted': {
      if (unit !== 'percent') return { value: known(truth, form.decimals, 'exact'), truth, counts: null };
      const of = base ?? 3000;
      const count = Number(truth.times(of).div(100).round(0));
      const share = new Big(count).times(100).div(of);
      return { value: known(share, form.decimals, 'exact'), truth: share, counts: [count, of] };
    }
  }
}
