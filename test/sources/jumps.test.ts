import { expect, test } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import { known as figure } from '../../src/model/value.ts';
import type { Known } from '../../src/sources/names.ts';
import { checkJumps } from '../../src/sources/plausibility.ts';
import { indicatorOf, observationOf } from '../support/findings.ts';
import { reporting } from '../support/reporting.ts';

const brokenAt = (from: string) => [{ from, kind: 'coverage', note: 'More schools are covered.' }] as const;

/** What is reported of bases, or of counts, of 2011/12, 2012/13 and on. */
function reported(counts: readonly number[], said: Partial<Indicator> = {}, note: string | null = null) {
  const indicator = indicatorOf(said);
  const { report, said: issues } = reporting();
  checkJumps(
    counts.map((count, at) => {
      const period = `20${11 + at}${12 + at}`;
      const isCount = said.measure === 'count';
      const row = observationOf(indicator, {
        value: figure(isCount ? count : 50, 0),
        denominator: isCount ? null : count,
        period,
      });
      return { ...row, note, place: { ...row.place, line: at + 2 } };
    }),
    { indicators: { entries: new Map([[indicator.id, { entry: indicator }]]) } } as unknown as Known,
    report,
  );
  return issues();
}

test('a base of 53 schools and then of 149 is warned of, either way round', () => {
  expect(reported([53, 149, 150])).toEqual(['3:1 coverage-jumps']);
  expect(reported([149, 53])).toEqual(['3:1 coverage-jumps']);
  expect(reported([100, 149, 199])).toEqual([]);
});

test('a break between the two years, or a note, says why', () => {
  expect(reported([53, 149], { breaks: [...brokenAt('201213')] })).toEqual([]);
  expect(reported([53, 149], { breaks: [...brokenAt('201314')] })).toEqual(['3:1 coverage-jumps']);
  expect(reported([53, 149], {}, 'Many schools opened.')).toEqual([]);
});

test('counts move more than bases do, and small ones most of all', () => {
  const count = { measure: 'count', unit: 'incidents' } as const;
  expect(reported([36, 80], count)).toEqual([]);
  expect(reported([36, 120], count)).toEqual(['3:1 coverage-jumps']);
  expect(reported([4, 18], count)).toEqual([]);
  expect(reported([7, 29])).toEqual([]);
});
