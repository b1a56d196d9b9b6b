import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, subtract } from '../../src/arithmetic.ts';
import { differenceUnit, levelText, numberText, sizeText } from '../../src/model/format.ts';
import type { Unit } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';

test('a number is written as British English has it, whatever its size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.nat(4),
      fc.nat(4),
      (number, places, decimals) => {
        const value = new Big(number).div(new Big(10).pow(places));
        const british = new Intl.NumberFormat('en-GB', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          signDisplay: 'negative',
        });
        const fixed = value.toFixed(decimals) as `${number}`;
        expect(numberText(value, decimals)).toBe(british.format(fixed).replace('-', '−'));
      },
    ),
    { numRuns: 500 },
  );
});

describe('a level, in the words of its unit', () => {
  test.each<[string, Unit, string | undefined, string]>([
    ['66', 'per-10000', 'children', '66 per 10,000 children'],
    ['66', 'per-10000', undefined, '66 per 10,000'],
    ['0.13', 'per-100', undefined, '0.13 per 100 pupils'],
    ['4.2', 'per-1000', 'live births', '4.2 per 1,000 live births'],
    ['310.5', 'per-100000', 'young people', '310.5 per 100,000 young people'],
    ['105.2', 'scaled-score', undefined, '105.2'],
    ['-0.03', 'points', undefined, '−0.03 points'],
  ])('%s %s of %s is %s', (number, unit, members, text) => {
    expect(levelText(amountOf(known(number, number.split('.')[1]?.length ?? 0)), unit, members)).toBe(text);
  });
});

describe('a difference, in the words of its unit', () => {
  test.each<[string, string, Unit, string, string]>([
    ['66', '63', 'per-10000', '3', 'per 10,000'],
    ['5.5', '4.2', 'per-1000', '1.3', 'per 1,000'],
    ['310', '295', 'per-100000', '15', 'per 100,000'],
    ['105.2', '104.1', 'scaled-score', '1.1 points', 'points'],
    ['105', '104', 'scaled-score', '1 point', 'points'],
  ])('%s less %s %s is %s', (one, other, unit, text, heading) => {
    const value = (written: string) => known(written, written.split('.')[1]?.length ?? 0);
    expect(sizeText(subtract(value(one), value(other)), unit)).toBe(text);
    expect(differenceUnit(unit)).toBe(heading);
  });
});
