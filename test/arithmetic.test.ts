import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, fromRounded, meanOf, subtract } from '../src/arithmetic.ts';
import { signedText, sizeText, valueText } from '../src/model/format.ts';
import { absent, type KnownValue, known, shownTo, type Value } from '../src/model/value.ts';
import { cell } from './support/findings.ts';

const size = (a: Value, b: Value) => sizeText(subtract(a, b), 'percent');

describe('subtract', () => {
  it('subtracts counted figures before rounding: 62.05 less 56.35 is 5.7 though 62.0 less 56.4 is 5.6', () => {
    const later = known('62.0461', 1, 'exact');
    const earlier = known('56.3507', 1, 'exact');
    expect([later, earlier].map(value => valueText(value, 'percent'))).toEqual(['62.0%', '56.4%']);
    expect(size(later, earlier)).toBe('5.7 percentage points');
  });

  it('prints the difference of printed figures when both were published to the same decimals', () => {
    expect(size(cell('62.0'), cell('56.4'))).toBe('5.6 percentage points');
    expect(size(cell('82'), cell('81'))).toBe('1 percentage point');
  });

  it('tells a fall of 0.2 from 45 to 44.8 where a spreadsheet took the zero off', () => {
    const fall = subtract(shownTo(cell('44.8') as KnownValue, 1), shownTo(cell('45') as KnownValue, 1));
    expect([sizeText(fall, 'percent'), fall.kind === 'known' && fall.sign]).toEqual([
      '0.2 percentage points',
      -1,
    ]);
  });

  it('subtracts figures published to more places than they are printed with in full: −1.369 is 1.4', () => {
    const [now, before] = ['64.281', '65.650'].map(text => shownTo(known(text, 3), 1));
    if (now === undefined || before === undefined) throw new Error('two values');
    expect([valueText(now, 'percent'), valueText(before, 'percent'), size(now, before)]).toEqual([
      '64.3%',
      '65.7%',
      '1.4 percentage points',
    ]);
    expect(fromRounded(now, before)).toBe(false);
    expect(meanOf([now, before])).toMatchObject({ mean: { decimals: 1, precision: 'unrounded' } });
  });

  it('gives a range when the decimals differ, as wide as the coarser figure leaves open', () => {
    expect(size(cell('84'), cell('78.5'))).toBe('between 5 and 6 percentage points');
    expect(size(cell('4.06'), cell('4.5'))).toBe('between 0.39 and 0.49 percentage points');
    expect(signedText(subtract(cell('4.06'), cell('4.5')))).toBe('−0.49 to −0.39');
  });

  it('shows one more decimal where an end of the range would round to nothing', () => {
    expect(size(cell('87.9'), cell('87'))).toBe('between 0.4 and 1.4 percentage points');
  });

  it('does not say which is higher when the range has zero inside', () => {
    const amount = subtract(cell('62'), cell('62.2'));
    expect(amount).toMatchObject({ kind: 'known', sign: null });
    expect(sizeText(amount, 'percent')).toBe('no more than 0.7 percentage points');
  });

  it('says how little when a true difference rounds to nothing', () => {
    const amount = subtract(known('62.04', 1, 'exact'), known('62.01', 1, 'exact'));
    expect(sizeText(amount, 'percent')).toBe('less than 0.1 percentage points');
  });

  it('never prints minus zero', () => {
    const amount = subtract(known('62.01', 1, 'exact'), known('62.04', 1, 'exact'));
    expect(signedText(amount)).toBe('0.0');
    expect(valueText(known('-0.04', 1), 'points')).toBe('0.0');
  });

  it('passes absence on, and refuses figures that are only roughly known', () => {
    expect(subtract(absent('c'), cell('62'))).toEqual({ kind: 'refused', because: 'suppressed' });
    expect(subtract(cell('62'), absent('not-yet-published'))).toEqual({
      kind: 'refused',
      because: 'not-yet-published',
    });
    expect(subtract(cell('62'), cell('~5'))).toEqual({ kind: 'refused', because: 'approximate' });
  });

  it('subtracts an average as it is printed: 61.5 less 58.95, printed as 59.0, is 2.5', () => {
    expect(size(cell('61.5'), known('58.95', 1))).toBe('2.5 percentage points');
    expect(subtract(cell('59.0'), known('58.95', 1))).toMatchObject({ sign: 0 });
  });

  it.each([
    ['z', 'not-applicable'],
    ['x', 'not-available'],
    ['low', 'rounds-to-zero'],
    ['k', 'rounds-to-zero'],
    ['u', 'low-reliability'],
    ['discontinued', 'discontinued'],
  ] as const)('passes %s on as %s, from either side', (symbol, because) => {
    expect(subtract(absent(symbol), cell('62'))).toEqual({ kind: 'refused', because });
    expect(subtract(cell('62'), absent(symbol))).toEqual({ kind: 'refused', because });
  });

  it('rests on rounded figures unless both were counted', () => {
    const counted = known('62.04', 1, 'exact');
    expect(fromRounded(counted, counted)).toBe(false);
    expect(fromRounded(counted, cell('62.0'))).toBe(true);
    expect(fromRounded(cell('62.0'), counted)).toBe(true);
  });

  it('turns its sign when its sides change places, whatever the figures', () => {
    const value = fc
      .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(0, 1, 2))
      .map(([units, decimals]) => known(`${units}e-${decimals}`, decimals));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [there, back] = [subtract(a, b), subtract(b, a)];
        if (there.kind === 'refused' || back.kind === 'refused') throw new Error('refused');
        expect(Number(there.number) + Number(back.number)).toBe(0);
        expect(there.sign === null ? null : 0 - there.sign + 0).toBe(back.sign);
        for (const text of [signedText(there), signedText(back)]) expect(text).not.toMatch(/[-−]0(?:\.0+)?$/);
      }),
    );
  });
});

describe('meanOf', () => {
  it('leaves absent and rough values out and says how many were in', () => {
    const { mean, count } = meanOf([cell('60'), cell('c'), cell('61'), cell('~99')]);
    expect(count).toBe(2);
    expect(mean === null ? '' : valueText(mean, 'percent')).toBe('61%');
  });

  it('is no more precise than the least precise figure in it', () => {
    const { mean } = meanOf([cell('60'), cell('61.5')]);
    expect(mean === null ? '' : valueText(mean, 'percent')).toBe('61%');
    expect(meanOf([known('60.04', 1, 'exact'), cell('61.5')]).mean?.precision).toBe('rounded');
  });

  it('is nothing of nothing', () => {
    expect(meanOf([absent('c')])).toEqual({ mean: null, count: 0 });
  });
});

describe('amountOf', () => {
  it('is the number as printed, half rounded away from zero', () => {
    expect(amountOf(known('62.05', 1))).toMatchObject({ kind: 'known', sign: 1 });
    expect(valueText(known('62.05', 1), 'percent')).toBe('62.1%');
    expect(valueText(known('-62.05', 1), 'points')).toBe('−62.1');
    expect(valueText(known('72.900000000000006', 1), 'percent')).toBe('72.9%');
    expect(valueText(known('1865', 0), 'incidents')).toBe('1,865');
  });
});
