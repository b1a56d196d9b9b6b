import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAttainable, nearestAttainable } from '../src/measures.ts';

test.each([
  ['87.3', 149],
  ['71.7', 21],
  ['84', 9],
  ['1', 3],
  ['99.99', 100],
])('%s%% of %d cannot be', (percentage, whole) => {
  expect(isAttainable(percentage, whole)).toBe(false);
});

test.each([
  ['87.2', 149],
  ['71.4', 21],
  ['33', 3],
  ['0', 7],
  ['100', 7],
  ['66.67', 3],
  ['12.5', 8],
])('%s%% of %d can be', (percentage, whole) => {
  expect(isAttainable(percentage, whole)).toBe(true);
});

test('a half may have been rounded either way', () => {
  expect([isAttainable('12', 8), isAttainable('13', 8), isAttainable('14', 8)]).toEqual([true, true, false]);
});

test('the nearest that can be are given with their counts', () => {
  expect(nearestAttainable('87.3', 149)).toEqual(['87.2 (130 of 149)', '87.9 (131 of 149)']);
  expect(nearestAttainable('99.9', 10)).toEqual(['90.0 (9 of 10)', '100.0 (10 of 10)']);
});

test('whatever a share rounds to can be, and what lies half a step from every share cannot', () => {
  const share = fc.integer({ min: 1, max: 5000 }).chain(whole =>
    fc.record({
      whole: fc.constant(whole),
      part: fc.integer({ min: 0, max: whole }),
      decimals: fc.integer({ min: 0, max: 3 }),
    }),
  );
  fc.assert(
    fc.property(share, ({ whole, part, decimals }) => {
      expect(isAttainable(((100 * part) / whole).toFixed(decimals), whole)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 1000 }), (whole, tenths) => {
      const shares = Array.from({ length: whole + 1 }, (_, part) => (100 * part) / whole);
      const near = shares.some(one => Math.abs(one - tenths / 10) <= 0.05 + 1e-9);
      expect(isAttainable((tenths / 10).toFixed(1), whole)).toBe(near);
    }),
  );
});
