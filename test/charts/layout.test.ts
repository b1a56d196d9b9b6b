import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { axisStart } from '../../src/charts/kinds.ts';
import { read } from './drawn.ts';
import {
  bullet,
  collisions,
  comparison,
  gap,
  groups,
  pace,
  profile,
  range,
  strip,
  target,
  trend,
  unsettledChart,
} from './samples.ts';
import { specimens } from './specimens.ts';

const share = fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10);
const figure = fc.oneof(
  { weight: 4, arbitrary: share },
  { weight: 1, arbitrary: fc.constantFrom('[c]', '[x]', '[not yet published]') },
);
const figures = (length: number) =>
  fc.array(fc.option(figure, { freq: 6 }), { minLength: length, maxLength: length });
const names = [
  'Cheshire East',
  'England',
  'Bath and North East Somerset',
  'Average of statistical neighbours',
];

describe.each(widths)('whatever the figures, no words meet and none leaves the sheet, %s', width => {
  it('in a trend', () => {
    const notes = ['New method', 'New curriculum and tests'];
    const chart = fc
      .integer({ min: 1, max: 15 })
      .chain(length =>
        fc.tuple(
          figures(length),
          figures(length),
          figures(length),
          figures(length),
          fc.uniqueArray(fc.nat(14), { maxLength: 2 }),
        ),
      );
    fc.assert(
      fc.property(chart, ([council, England, region, neighbours, breaks]) => {
        const at = breaks.flatMap((before, index) =>
          before < council.length ? [{ before, note: notes[index] ?? '' }] : [],
        );
        const others = { England, 'North West': region, 'Statistical neighbours': neighbours };
        const chart = { ...trend(council, others, at), crossing: 'Now above England' };
        expect(collisions(read(chart, width))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('in a comparison', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), values => {
        const bars = Object.fromEntries(values.map((value, index) => [names[index] ?? '', value]));
        expect(collisions(read(comparison(bars), width))).toEqual([]);
      }),
    );
  });

  it('in a gap', () => {
    const row = fc.tuple(figure, figure, fc.constantFrom('17.0 points', '[c]', '[not yet published]'));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), rows => {
        const areas = Object.fromEntries(rows.map((each, index) => [names[index] ?? '', each]));
        expect(collisions(read(gap(areas), width))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('in a profile', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(cuts, { minLength: 1, maxLength: 4 }), rows => {
        const phases = Object.fromEntries(
          rows.map((each, index) => {
            const [a = 0, b = 0, c = 0] = each.toSorted((one, other) => one - other);
            return [names[index] ?? '', [a, b - a, c - b, 100 - c]];
          }),
        );
        expect(collisions(read(profile(phases), width))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('in a strip', () => {
    const others = fc.array(share, { minLength: 20, maxLength: 160 });
    fc.assert(
      fc.property(others, fc.array(figure, { minLength: 1, maxLength: 4 }), (numbers, values) => {
        const picked = Object.fromEntries(values.map((value, index) => [names[index] ?? '', value]));
        expect(collisions(read(strip(numbers, picked), width))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(widths)('in the kinds for plans and overviews too, %s', width => {
  const long = fc.constantFrom(...names, 'Youth justice, 25 hours of education', 'Level 3 by 19');
  const status = fc.constantFrom('early' as const, 'provisional' as const, 'revised' as const);
  const settings = { numRuns: 60 };

  it('in a target', () => {
    const lengths = fc.integer({ min: 2, max: 8 });
    const given = lengths.chain(length =>
      fc.tuple(
        figures(length),
        fc.array(share, { minLength: 2, maxLength: length }),
        fc.option(figures(length)),
      ),
    );
    fc.assert(
      fc.property(given, status, ([outcomes, numbers, projections], held) => {
        const points = numbers.map((number, at) => [at, number] as const);
        const chart = target(outcomes, points, 'Target: at least 70% by 2016/17', projections);
        expect(collisions(read(unsettledChart(chart, held), width))).toEqual([]);
      }),
      settings,
    );
  });

  it('in bullets', () => {
    const row = fc.tuple(figure, fc.option(share), fc.constantFrom('', 'Slightly behind'));
    fc.assert(
      fc.property(fc.dictionary(long, row, { minKeys: 1, maxKeys: 6 }), status, (rows, held) => {
        expect(collisions(read(unsettledChart(bullet(rows), held), width))).toEqual([]);
      }),
      settings,
    );
  });

  it('in ranges', () => {
    const end = fc.tuple(fc.constantFrom('Crewe St Barnabas', 'Wilmslow West and Chorley'), figure);
    const rows = fc.dictionary(long, fc.tuple(end, figure, end), { minKeys: 1, maxKeys: 5 });
    fc.assert(
      fc.property(rows, fc.boolean(), status, (given, limited, held) => {
        const limit = limited ? { number: 10, text: 'No ward above 10%' } : null;
        expect(collisions(read(unsettledChart(range(given, limit), held), width))).toEqual([]);
      }),
      settings,
    );
  });

  it('in groups beside the nation', () => {
    const row = fc.tuple(figure, fc.option(share));
    fc.assert(
      fc.property(fc.dictionary(long, row, { minKeys: 2, maxKeys: 6 }), status, (rows, held) => {
        expect(collisions(read(unsettledChart(groups(rows), held), width))).toEqual([]);
      }),
      settings,
    );
  });

  it('in changes', () => {
    const change = fc.integer({ min: -2000, max: 2000 }).map(tenths => tenths / 10);
    const spread = fc.oneof(fc.constantFrom(0.1, 7.3), fc.constantFrom(-0.5, -31.2));
    const name = fc.oneof(
      long,
      fc.constant('Grammar, punctuation and spelling, average score, 2022/23 to 2024/25'),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.tuple(change, change, spread), { minKeys: 1, maxKeys: 7 }), rows => {
        expect(collisions(read(pace(rows), width))).toEqual([]);
      }),
      settings,
    );
  });

  it.each(Object.entries(specimens))('in the specimen %s', (_, chart) => {
    expect(collisions(read(chart, width))).toEqual([]);
  });
});

describe('where the axis starts', () => {
  it('is said of lines, gaps and strips that do not start at zero', () => {
    expect(axisStart(trend([81, 84]))).toBe('75%');
    expect(axisStart(gap({ England: [67, 52.9, '14.1 points'] }))).toBe('50%');
    expect(axisStart(strip([58, 61], { 'Cheshire East': 62 }))).toBe('58%');
    expect(
      axisStart(
        target(
          [56, 62],
          [
            [0, 56],
            [1, 70],
          ],
          'Target: 70%',
        ),
      ),
    ).toBe('55%');
    expect(axisStart(range({ Wards: [['Crewe', 42], 44, ['Poynton', 49]] }))).toBe('40%');
  });

  it('is not said when zero is on the axis, nor of bars', () => {
    expect(axisStart(trend([5, 30]))).toBeNull();
    expect(axisStart(trend([-5, 3]))).toBeNull();
    expect(axisStart(strip([0, 4], { 'Cheshire East': 2 }))).toBeNull();
    expect(axisStart(comparison({ England: 79 }))).toBeNull();
    expect(axisStart(bullet({ Schools: [91.4, 95, ''] }))).toBeNull();
    expect(axisStart(profile({ Primary: [26, 65, 8, 1] }))).toBeNull();
  });
});
