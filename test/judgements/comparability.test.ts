import { describe, expect, it } from 'vitest';
import { breaksAmong, comparability, isOnOneFooting } from '../../src/judgements/comparability.ts';
import type { Status } from '../../src/model/observation.ts';
import { indicatorOf } from '../support/findings.ts';

const dated = (period: string, status: Status = 'final') => ({ period, status });
const broken = indicatorOf({
  breaks: [
    { from: '201213', kind: 'definition', note: 'A.' },
    { from: '201314', kind: 'method', note: 'B.' },
  ],
});

describe('whether two years may be compared', () => {
  it('refuses across a break that begins after the earlier year and no later than the later', () => {
    expect(comparability(broken, dated('201112'), dated('201213'))).toMatchObject({
      outcome: 'refused',
      because: 'break',
      across: { note: 'A.' },
    });
    expect(comparability(broken, dated('201314'), dated('201415')).outcome).toBe('comparable');
    expect(comparability(broken, dated('201011'), dated('201112')).outcome).toBe('comparable');
  });

  it('names the latest of several breaks', () => {
    expect(comparability(broken, dated('201011'), dated('201415'))).toMatchObject({ across: { note: 'B.' } });
  });

  it('refuses more years than the measure reaches, and no fewer', () => {
    const reading = indicatorOf();
    expect(comparability(reading, dated('201011'), dated('201314'))).toMatchObject({ years: 3 });
    expect(comparability(reading, dated('200910'), dated('201314'))).toMatchObject({
      because: 'missing-year',
    });
    expect(comparability(indicatorOf({ reach: 4 }), dated('200910'), dated('201314')).outcome).toBe(
      'comparable',
    );
  });

  it('never takes a projection for an outcome, on either side', () => {
    const reading = indicatorOf();
    expect(comparability(reading, dated('201213', 'projection'), dated('201314'))).toMatchObject({
      because: 'projection',
    });
    expect(comparability(reading, dated('201213'), dated('201314', 'projection'))).toMatchObject({
      because: 'projection',
    });
  });

  it.each([
    ['provisional', 'final', true],
    ['early', 'revised', true],
    ['final', 'provisional', true],
    ['provisional', 'early', false],
    ['revised', 'final', false],
    ['final', 'final', false],
  ] as const)('says of %s beside %s whether one may yet change: %s', (earlier, later, mixed) => {
    expect(comparability(indicatorOf(), dated('201213', earlier), dated('201314', later))).toMatchObject({
      mixed,
    });
  });

  it('names the years without the measure that lie between', () => {
    const pause = {
      from: '201213',
      to: '201213',
      because: 'None was made.',
      before: 'the last before the strike',
    };
    const paused = indicatorOf({ pauses: [pause] });
    expect(comparability(paused, dated('201112'), dated('201314'))).toMatchObject({ pause });
    expect(comparability(paused, dated('201314'), dated('201415'))).toMatchObject({ pause: null });
  });
});

describe('the breaks among some years', () => {
  it('come before the first year on the new footing, and at a gap before the year that follows it', () => {
    expect(breaksAmong(broken, ['201112', '201213', '201314', '201415'])).toEqual([
      { before: 1, kind: 'definition' },
      { before: 2, kind: 'method' },
    ]);
    expect(breaksAmong(broken, ['201112', '201415'])).toEqual([{ before: 1, kind: 'method' }]);
  });

  it('leave years on one footing, however far apart', () => {
    expect(isOnOneFooting(broken, '200001', '201112')).toBe(true);
    expect(isOnOneFooting(broken, '201112', '201213')).toBe(false);
  });
});
