import { Big } from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCounts } from '../src/measures.ts';
import { valueText } from '../src/model/format.ts';
import type { Measure, Unit } from '../src/model/indicator.ts';
import { indicatorOf } from './support/findings.ts';

test.each<[Measure, string]>([
  ['percentage', '62.5'],
  ['rate', '62.5'],
  ['mean', '0.6'],
  ['count', '5.0'],
])('5 and 8 as a %s are %s', (measure, text) => {
  expect(valueText(fromCounts(indicatorOf({ measure, decimals: 1 }), 5, 8), 'points')).toBe(text);
});

test.each<[Unit, string]>([
  ['per-100', '1.3'],
  ['per-1000', '12.5'],
  ['per-10000', '125.0'],
  ['per-100000', '1,250.0'],
])('1 of 80 as a rate %s is %s', (unit, text) => {
  const rate = indicatorOf({ measure: 'rate', unit, decimals: 1 });
  expect(valueText(fromCounts(rate, 1, 80), unit)).toBe(text);
});

test('a share of nobody is not applicable', () => {
  expect(fromCounts(indicatorOf(), 0, 0)).toEqual({ kind: 'absent', because: 'z' });
});

test('whole counts are divided as any other numbers are', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 9999 }), (numerator, denominator) => {
      const exact = new Big(numerator).times(100).div(denominator);
      expect(fromCounts(indicatorOf(), numerator, denominator)).toMatchObject({ number: exact });
    }),
  );
});
