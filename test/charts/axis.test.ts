import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksFor } from '../../src/charts/axis.ts';
import { percent, score } from './samples.ts';

describe('the ticks of an axis', () => {
  it.each([
    [[60], ['55%', '60%', '65%']],
    [
      [50.9, 64.4],
      ['50%', '55%', '60%', '65%'],
    ],
    [
      [0, 0],
      ['0.0%', '0.5%', '1.0%'],
    ],
    [
      [4.6, 5.1],
      ['0%', '2%', '4%', '6%'],
    ],
    [[], ['0%', '50%', '100%']],
  ])('of percentages %j are %j', (numbers, labels) => {
    expect(ticksFor(numbers, percent).labels).toEqual(labels);
  });

  it.each([
    [
      [46.1, 48.2],
      ['40', '45', '50'],
    ],
    [
      [1200, 3400],
      ['1,000', '2,000', '3,000', '4,000'],
    ],
    [
      [-0.3, 0.02],
      ['−0.3', '−0.2', '−0.1', '0.0', '0.1'],
    ],
  ])('of scores %j are %j', (numbers, labels) => {
    expect(ticksFor(numbers, score).labels).toEqual(labels);
  });

  it('lie around all numbers, inside what the unit allows, and are never many', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10);
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), numbers => {
        const { low, high, ticks } = ticksFor(numbers, percent);
        expect(low).toBeLessThanOrEqual(Math.min(...numbers));
        expect(high).toBeGreaterThanOrEqual(Math.max(...numbers));
        expect(low >= 0 && high <= 100 && ticks.length >= 2 && ticks.length <= 7).toBe(true);
      }),
    );
  });
});
