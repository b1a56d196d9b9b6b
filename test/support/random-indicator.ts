import fc from 'fast-check';
import type { Indicator, Polarity, Unit } from '../../src/model/indicator.ts';
import { type DrawnSeries, decimals, type Form, seriesFrom, usualForm } from './random-series.ts';

/** An indicator with all its series, as drawn. */
export type DrawnIndicator = {
  /** Shares that are counted are printed to the decimals of the measure, whatever the year. */
  readonly decimals: number;
  readonly said: Partial<Indicator>;
  readonly council: DrawnSeries;
  readonly nation: DrawnSeries;
  readonly region: DrawnSeries;
  readonly boys: DrawnSeries;
  readonly girls: DrawnSeries;
  readonly nationBoys: DrawnSeries;
  readonly nationGirls: DrawnSeries;
  readonly neighbours: { readonly form: Form; readonly offsets: readonly number[] };
  readonly authorities: {
    readonly decimals: number;
    readonly now: readonly number[];
    readonly before: readonly number[];
  };
};

const polarity = fc.constantFrom<Polarity>('high', 'high', 'low', 'neutral');
const unit = fc.constantFrom<Unit>(
  'percent',
  'percent',
  'percent',
  'points',
  'per-100',
  'per-10000',
  'scaled-score',
  'percentage-points',
  'pupils',
);
const bands = fc.constantFrom(
  { similar: 0.5, slight: 1, well: 5 },
  { similar: 0.5, slight: 1, well: 5 },
  { similar: 0.05, slight: 0.1, well: 0.2 },
  { similar: 1, slight: 2, well: 10 },
);
const breakAt = fc.constantFrom('200708', '200910', '201112', '201213', '201314');

const said: fc.Arbitrary<Partial<Indicator>> = fc
  .record({
    unit,
    polarity,
    bands,
    breaks: fc.oneof(
      { weight: 2, arbitrary: fc.constant<readonly string[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(breakAt, { maxLength: 2 }) as fc.Arbitrary<readonly string[]> },
    ),
    paused: fc.boolean(),
    reach: fc.integer({ min: 1, max: 4 }),
    comparators: fc.constantFrom<Indicator['comparators']>(
      ['nation', 'region', 'neighbours'],
      ['nation', 'region', 'neighbours'],
      ['nation'],
      ['region'],
      ['neighbours', 'nation'],
      [],
    ),
    ranked: fc.boolean(),
    banded: fc.boolean(),
  })
  .map(({ unit, breaks, paused, ...rest }) => ({
    ...rest,
    unit,
    measure: unit === 'percent' ? 'percentage' : unit === 'points' ? 'mean' : 'given',
    counted: unit === 'pupils' ? 'schools' : 'pupils',
    breaks: breaks.map(from => ({ from, kind: 'method', note: 'It was measured anew.' })),
    pauses: paused
      ? [
          {
            from: '200910',
            to: '201011',
            because: 'It was not made.',
            before: 'the last year before the pause',
          },
        ]
      : [],
  }));

/** Where a series begins: a share, a score about nought, a small rate, or a very large number. */
function startOf(unit: Unit | undefined): fc.Arbitrary<number> {
  if (unit === 'percent')
    return fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(0, 50_000, 84_450, 100_000));
  if (unit === 'pupils') return fc.integer({ min: 0, max: 9_000_000 });
  return fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 2_000_000 }));
}

/** An indicator, its council's series, and everything it is set beside. */
export const drawnIndicator: fc.Arbitrary<DrawnIndicator> = said.chain(said => {
  const start = startOf(said.unit);
  return start.chain(at => {
    const near = fc.oneof(fc.constant(at), fc.integer({ min: at - 1200, max: at + 1200 }), start);
    const offsets = fc.array(
      fc.oneof(
        fc.constant(0),
        fc.constantFrom(-2000, -1000, 1000, 2000),
        fc.integer({ min: -9000, max: 9000 }),
      ),
      { maxLength: 160 },
    );
    const drawn = fc.record({
      said: fc.constant(said),
      decimals,
      council: seriesFrom(fc.constant(at), 1),
      nation: seriesFrom(near),
      region: seriesFrom(near),
      boys: seriesFrom(near),
      girls: seriesFrom(near),
      nationBoys: seriesFrom(near),
      nationGirls: seriesFrom(near),
      neighbours: fc.record({
        form: usualForm,
        offsets: fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 10 }),
      }),
      authorities: fc.record({
        decimals: fc.constantFrom(0, 0, 1),
        now: sizedOften(offsets),
        before: sizedOften(offsets),
      }),
    });
    return fc
      .tuple(drawn, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 100, max: 2000 }))
      .map(([each, shadow, ahead]) =>
        shadow > 0 ? each : { ...each, nation: shadowOf(each.council, ahead) },
      );
  });
});

/** A series that keeps so far ahead of another, until the other comes past it in the last year. */
function shadowOf(series: DrawnSeries, ahead: number): DrawnSeries {
  const last = series.cells.length - 1;
  const cells = series.cells.map((cell, index) => ({
    ...cell,
    step: cell.step - (index === last ? 3 * ahead : 0),
    odd: null,
  }));
  return { ...series, start: series.start + ahead, cells };
}

/** Often enough of them for a rank. */
function sizedOften(offsets: fc.Arbitrary<readonly number[]>): fc.Arbitrary<readonly number[]> {
  return fc.oneof(
    { weight: 1, arbitrary: offsets },
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 2,
      arbitrary: offsets.map(some => [
        ...some,
        ...Array.from({ length: 24 }, (_, index) => ((index % 5) - 2) * 1000),
      ]),
    },
  );
}
