import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReader, openReader, plainNumber, symbolInWords } from '../../src/importers/symbols.ts';

describe('numbers', () => {
  it.each([
    ['72.900000000000006', '72.9'],
    ['7.6990000000000003E-2', '0.07699'],
    ['1.5e-7', '0.00000015'],
    ['66.100000', '66.1'],
    ['45.0', '45'],
    ['-0.00', '0'],
    ['−0.6', '-0.6'],
    ['2,275', '2275'],
    ['66%', '66'],
    [' 895.0 ', '895'],
    ['.5', '0.5'],
    ['007', '7'],
  ])('%s is written %s', (written, plain) => {
    expect(cellReader('council', 1)(written)).toBe(plain);
    expect(openReader()(written)).toBe(plain);
  });

  it.each(['1,23', '5-6', '12abc', '1.2.3', '-', '%', '12.3.', '--1'])('%s is none', written => {
    expect(plainNumber(written)).toBe(null);
  });

  it('are the same numbers to fifteen digits, and read again as written', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.integer(),
      fc.float({ noNaN: true }),
    );
    fc.assert(
      fc.property(number, value => {
        fc.pre(Number.isFinite(value) && Math.abs(value) < 1e12);
        const plain = cellReader('lait', 1)(String(value)) ?? 'none';
        expect(plain).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Number(new Big(plain).toString())).toBe(Number(value.toPrecision(15)) + 0);
        expect(cellReader('lait', 1)(plain)).toBe(plain);
      }),
    );
  });

  it('are multiplied by their scale before they are cut', () => {
    expect(cellReader('lait', 100)('0.454')).toBe('45.4');
  });
});

describe('symbols', () => {
  it('x was suppressed until about 2019/20, and is not available since', () => {
    expect(symbolInWords('before-2020', 'x')).toBe('c');
    expect(symbolInWords('open', 'x')).toBe('x');
    expect(symbolInWords('before-2020', '.')).toBe('z');
    expect(symbolInWords('open', ':')).toBe(null);
  });

  it('of performance tables are words', () => {
    const read = cellReader('performance-tables', 1);
    expect(['SUPP', 'NE', 'NA', 'LOWCOV', "''", ' '].map(read)).toEqual(['c', 'z', 'z', 'x', '', '']);
  });

  it('that are none are not taken for one', () => {
    expect(cellReader('lait', 1)('n/k')).toBe(null);
    expect(openReader()('SUPP')).toBe(null);
  });
});
