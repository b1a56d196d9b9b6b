import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/gate/primary.ts';
import { fromCounts } from '../../src/measures.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { cell, indicatorOf, observationOf } from '../support/findings.ts';

const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };

function published(indicator: Indicator, numerator: number, denominator: number) {
  const value = fromCounts(indicator, numerator, denominator);
  const row = observationOf(indicator, { value, numerator, denominator });
  return protect([row], new Map([[indicator.id, indicator]]), policy)[0];
}

const because = (indicator: Indicator, numerator: number, denominator: number) => {
  const value = published(indicator, numerator, denominator)?.value;
  return value?.kind === 'absent' ? value.because : 'printed';
};

describe('the disclosure gate', () => {
  const share = indicatorOf();

  it('suppresses a percentage of ten pupils or fewer', () => {
    expect(because(share, 6, 10)).toBe('c');
    expect(because(share, 6, 11)).toBe('c');
    expect(because(share, 6, 12)).toBe('printed');
  });

  it('suppresses a percentage made from one to five pupils', () => {
    expect(because(share, 5, 200)).toBe('c');
    expect(because(share, 1, 200)).toBe('c');
    expect(because(share, 6, 200)).toBe('printed');
  });

  it('suppresses a percentage that all but one to five pupils are in', () => {
    expect(because(share, 147, 151)).toBe('c');
    expect(because(share, 145, 151)).toBe('printed');
  });

  it('suppresses 0% and 100% of fewer than twenty pupils', () => {
    expect(because(share, 0, 19)).toBe('c');
    expect(because(share, 19, 19)).toBe('c');
    expect(because(share, 0, 20)).toBe('printed');
    expect(because(share, 20, 20)).toBe('printed');
  });

  it('suppresses counts of one to five pupils, and prints a true zero', () => {
    const count = indicatorOf({ measure: 'count', unit: 'pupils' });
    expect([0, 1, 5, 6].map(number => because(count, number, 1000))).toEqual([
      'printed',
      'c',
      'c',
      'printed',
    ]);
  });

  it('suppresses a count that was given as a value', () => {
    const count = indicatorOf({ measure: 'count', unit: 'pupils' });
    const row = observationOf(count, { value: cell('3') });
    const [figure] = protect([row], new Map([[count.id, count]]), policy);
    expect(figure?.value).toEqual({ kind: 'absent', because: 'c' });
  });

  it('suppresses rates made from one to five pupils, and rates and means of ten or fewer', () => {
    const rate = indicatorOf({ measure: 'rate', unit: 'per-100' });
    expect(because(rate, 5, 200)).toBe('c');
    expect(because(rate, 6, 200)).toBe('printed');
    expect(because(rate, 12, 10)).toBe('c');
    expect(because(indicatorOf({ measure: 'mean', unit: 'points' }), 280, 10)).toBe('c');
  });

  it('takes the numerator of a mean for points, not for pupils', () => {
    expect(because(indicatorOf({ measure: 'mean', unit: 'points' }), 3, 200)).toBe('printed');
  });

  it('takes a mean of 100 points for no share, and a mean that is a percentage, or of nothing, for one', () => {
    const mean = (unit: Indicator['unit'], value: string) => {
      const indicator = indicatorOf({ measure: 'mean', unit });
      const row = observationOf(indicator, { value: cell(value), denominator: 15 });
      const found = protect([row], new Map([[indicator.id, indicator]]), policy)[0]?.value;
      return found?.kind === 'absent' ? found.because : 'printed';
    };
    expect(mean('points', '100')).toBe('printed');
    expect(mean('percent', '100')).toBe('c');
    expect(mean('per-100', '100')).toBe('c');
    expect(mean('scaled-score', '100')).toBe('printed');
    expect(mean('per-10000', '10000')).toBe('c');
    expect(mean('points', '0')).toBe('c');
  });

  it('takes entries and sessions for pupils where few have any, and else minds only how many pupils the base could be', () => {
    const [sessions, entries] = (['sessions', 'entries'] as const).map(counted => indicatorOf({ counted }));
    if (sessions === undefined || entries === undefined) throw new Error('two kinds are counted');
    expect([because(sessions, 40, 3800), because(sessions, 40, 3801)]).toEqual(['c', 'printed']);
    expect([because(entries, 15, 30), because(entries, 4, 31)]).toEqual(['c', 'printed']);
    expect(because({ ...entries, pupils: 'few' }, 4, 31)).toBe('c');
    expect(because({ ...entries, pupils: 'few' }, 60, 64)).toBe('c');
  });

  it('protects a share that its publisher worked out as one that we do', () => {
    const given = indicatorOf({ measure: 'given' });
    const of = (text: string) => {
      const row = observationOf(given, { value: cell(text), denominator: 151 });
      return protect([row], new Map([[given.id, given]]), policy)[0]?.value.kind;
    };
    expect([of('97.4'), of('2.6'), of('96.0'), of('50.0')]).toEqual(['absent', 'absent', 'known', 'known']);
  });

  it('suppresses [low] where it can only be a few, and prints it where it may be more', () => {
    const low = (denominator: number | null, numerator: number | null = null) => {
      const row = observationOf(share, { value: cell('low'), numerator, denominator });
      const value = protect([row], new Map([[share.id, share]]), policy)[0]?.value;
      return value?.kind === 'absent' ? value.because : 'printed';
    };
    // With no decimals less than 0.5%: of 1,200 at most five, of 1,201 perhaps six.
    expect([low(400), low(1200), low(1201), low(null)]).toEqual(['c', 'c', 'low', 'low']);
    expect([low(5000, 3), low(5000, 7)]).toEqual(['c', 'low']);
  });

  it('knows the base of a number that holds none from the share or the measures beside it', () => {
    const number = indicatorOf({ id: 'number', measure: 'count', unit: 'pupils', numerator: 'share' });
    const beside = indicatorOf({ id: 'share' });
    const of = (count: string, denominator: number) => {
      const rows = [
        observationOf(number, { value: cell(count) }),
        observationOf(beside, { value: cell('50'), denominator }),
      ];
      const passed = protect(rows, new Map([number, beside].map(one => [one.id, one])), policy);
      return passed[0]?.value.kind;
    };
    expect([of('0', 10), of('0', 19), of('0', 20)]).toEqual(['absent', 'absent', 'known']);
    expect([of('12', 12), of('27', 30), of('27', 40)]).toEqual(['absent', 'absent', 'known']);
  });

  it('knows the base of a share that holds none by its cohort, or by the number that it is a share of', () => {
    const [requests, refused, other] = [
      indicatorOf({ id: 'requests', measure: 'count', unit: 'incidents', cohort: 'all' }),
      indicatorOf({ id: 'refused', 'share-of': 'requests' }),
      indicatorOf({ id: 'other', cohort: 'same' }),
    ];
    const held = indicatorOf({ id: 'held', cohort: 'same' });
    const rows = [
      observationOf(requests, { value: cell('30') }),
      observationOf(refused, { value: cell('10') }),
      observationOf(held, { value: cell('50'), denominator: 40 }),
      observationOf(other, { value: cell('95') }),
    ];
    const passed = protect(rows, new Map([requests, refused, held, other].map(one => [one.id, one])), policy);
    expect(passed.map(({ value }) => value.kind)).toEqual(['known', 'absent', 'known', 'absent']);
  });

  it('leaves counts of schools alone: they are public', () => {
    expect(because(indicatorOf({ counted: 'schools' }), 4, 4)).toBe('printed');
  });

  it('keeps the reason of a figure that was absent before', () => {
    const row = observationOf(share, { value: cell('not-collected') });
    expect(protect([row], new Map([[share.id, share]]), policy)[0]?.value).toEqual({
      kind: 'absent',
      because: 'not-collected',
    });
  });

  it('prints the note of no suppressed row, whoever suppressed it, and no difference beside it', () => {
    const note = 'Of four, three.';
    const rows = [
      observationOf(share, { value: cell('c') }),
      observationOf(share, { value: cell('5'), numerator: 3, denominator: 60, area: 'E92000001' }),
      observationOf(share, { value: cell('50'), numerator: 40, denominator: 80, area: 'E12000002' }),
    ].map(row => ({ ...row, note }));
    const value = cell('4');
    if (value.kind === 'absent') throw new Error('a difference is a number');
    const given = [{ ...observationOf(share, { value }), value, against: 'E12000002' }];
    const passed = protect(rows, new Map([[share.id, share]]), policy, given);
    expect(passed.map(each => each.note)).toEqual([null, null, note]);
    expect(passed[0]?.differences).toEqual([]);
  });

  it('lets no count through, however many columns an observation gains', () => {
    const row = {
      ...observationOf(share, { value: cell('62'), numerator: 90017, denominator: 90018 }),
      extra: 90019,
    };
    expect(JSON.stringify(protect([row], new Map([[share.id, share]]), policy))).not.toMatch(/9001[789]/);
  });

  it('prints no figure that rests on one to five pupils or on ten or fewer, whatever the counts', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (a, b) => {
        const [numerator, denominator] = [Math.min(a, b), Math.max(a, b, 1)];
        const small = (numerator >= 1 && numerator <= 5) || denominator <= 10;
        if (small) expect(because(share, numerator, denominator)).toBe('c');
      }),
    );
  });
});

describe('the base that the gate lets pass', () => {
  const share = indicatorOf();
  const base = (numerator: number, denominator: number, indicator = share) =>
    published(indicator, numerator, denominator)?.base;

  it('is how many a share is of, unless so few are in it or outside it that it would say who', () => {
    expect(base(50, 100)).toBe(100);
    expect(base(95, 100)).toBeNull();
    expect(base(94, 100)).toBe(100);
    expect(base(100, 100)).toBe(100);
    expect(base(5, 100)).toBeNull();
  });

  it('is given of schools, and of nothing that is not a share', () => {
    expect(base(2, 4, indicatorOf({ counted: 'schools' }))).toBe(4);
    expect(base(50, 100, indicatorOf({ measure: 'rate', unit: 'per-100' }))).toBeNull();
    expect(base(50, 100, indicatorOf({ counted: 'sessions' }))).toBeNull();
  });

  it('goes with the figure, and with no other', () => {
    const sex = (group: string) => ({ topic: 'Sex', group });
    const row = (group: string, numerator: number, denominator: number) =>
      observationOf(share, {
        value: fromCounts(share, numerator, denominator),
        numerator,
        denominator,
        breakdown: sex(group),
      });
    const bases = (rows: readonly ReturnType<typeof row>[]) =>
      protect(rows, new Map([[share.id, share]]), policy).map(each => each.base);
    expect(bases([row('Girls', 40, 100), row('Boys', 50, 100)])).toEqual([100, 100]);
    expect(bases([row('Girls', 3, 100), row('Boys', 50, 100)])).toEqual([null, 100]);
    const suppressed = { ...row('Girls', 40, 100), value: cell('c'), numerator: null, denominator: null };
    expect(bases([suppressed, row('Boys', 50, 100)])).toEqual([null, 100]);
  });

  it('is worked out from the percentage where there is no count', () => {
    const of = (text: string) =>
      protect(
        [observationOf(share, { value: cell(text), denominator: 100 })],
        new Map([[share.id, share]]),
        policy,
      )[0]?.base;
    expect(of('50')).toBe(100);
    expect(of('97')).toBeNull();
  });
});
