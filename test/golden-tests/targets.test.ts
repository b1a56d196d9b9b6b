// G12 to G14, G38 and G39: targets, how many they ask for, and projections, which are never outcomes.
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { neededOf } from '../../src/arithmetic.ts';
import { assumesNoChange, impliedOther } from '../../src/judgements/gap.ts';
import type { Status } from '../../src/model/observation.ts';
import { progressOf, type Target } from '../../src/targets/progress.ts';
import type { Operator } from '../../src/targets/schema.ts';
import { indicatorOf } from '../support/findings.ts';
import { findingsIn, printed, rowsOf } from '../support/golden.ts';

const at = (period: string, number: number) => ({ period, number: new Big(number) });
const now = (period: string, number: number, status: Status) => ({ ...at(period, number), status });

describe('what a projection takes for granted', () => {
  it('G12: 32 with a gap of 38, and 45 with a gap of 25, both put the others at 70: no change is assumed', () => {
    const [today, projected] = [
      { group: new Big(32), gap: new Big(38) },
      { group: new Big(45), gap: new Big(25) },
    ] as const;
    expect(impliedOther(today.group, today.gap).toNumber()).toBe(70);
    expect(impliedOther(projected.group, projected.gap).toNumber()).toBe(70);
    expect(assumesNoChange(today, projected)).toBe(true);
    expect(assumesNoChange(today, { ...projected, gap: new Big(28) })).toBe(false);
  });
});

describe('a target along its line', () => {
  it('G13: 62 on the way from 56 in 2012/13 to 70 in 2016/17 is on track, 2.5 ahead of 59.5, with 8 to go', () => {
    const target = { baseline: at('201213', 56), aim: at('201617', 70), operator: 'at-least' } as const;
    const progress = progressOf(target, now('201314', 62, 'final'));
    expect(progress).toMatchObject({ outcome: 'on-track', of: 'outcome', yearsLeft: 3 });
    expect([progress.line, progress.ahead, progress.toGo].map(Number)).toEqual([59.5, 2.5, 8]);
  });

  it('G38: 21 projected on the way from 14 to above 30 is slightly behind a line of 22', () => {
    const target = { baseline: at('201213', 14), aim: at('201415', 30), operator: 'above' } as const;
    const progress = progressOf(target, now('201314', 21, 'projection'));
    expect(progress).toMatchObject({ outcome: 'slightly-behind', of: 'projection', yearsLeft: 1 });
    expect([progress.line, progress.ahead].map(Number)).toEqual([22, -1]);
    expect(progressOf(target, now('201314', 20.3, 'projection')).outcome).toBe('off-track');
    expect(progressOf(target, now('201415', 30, 'final')).outcome).toBe('slightly-behind');
    expect(progressOf(target, now('201415', 31, 'final')).outcome).toBe('achieved');
  });

  it('G38: the projection is no outcome: the report says the year before, and that it is the latest', () => {
    const rows = [...rowsOf({ 2013: '14' }), ...rowsOf({ 2014: '21' }, { status: 'projection' })];
    const found = findingsIn(indicatorOf({ comparators: [] }), rows, { results: 2014 });
    expect(printed(found, 2014)).toEqual([
      'In 2012/13, the latest year with a figure, 14% of pupils reached level 4 or above in reading.',
      'There is no comparable earlier figure.',
    ]);
  });

  it('G39: a gap of 25 projected is 2 better than its milestone of 27, with 15 or more to go to below 10', () => {
    const target: Target = {
      baseline: at('201213', 38),
      milestones: [at('201314', 27)],
      aim: at('201617', 10),
      operator: 'below',
    };
    const progress = progressOf(target, now('201314', 25, 'projection'));
    expect(progress).toMatchObject({ outcome: 'on-track', of: 'projection', yearsLeft: 3 });
    expect([progress.line, progress.ahead, progress.toGo].map(Number)).toEqual([27, 2, 15]);
    expect(progressOf(target, now('201314', 29, 'final')).outcome).toBe('slightly-behind');
    expect(progressOf(target, now('201314', 30, 'final')).outcome).toBe('off-track');
    expect(progressOf(target, now('201617', 10, 'final')).outcome).not.toBe('achieved');
    expect(progressOf(target, now('201617', 9, 'final')).outcome).toBe('achieved');
  });

  it('G39: a projection that would meet its target has not achieved it', () => {
    const outcome = (operator: Operator, to: number, number: number) =>
      progressOf(
        { baseline: at('201213', 20), aim: at('201617', to), operator },
        now('201617', number, 'projection'),
      ).outcome;
    expect([outcome('at-least', 30, 31), outcome('at-most', 10, 9)]).toEqual(['on-track', 'on-track']);
  });
});

describe('how many a target asks for', () => {
  const needed = (operator: 'at-least' | 'above', percent: number, whole: number, held: number) => {
    const found = neededOf({ operator, percent: new Big(percent) }, whole, held);
    return found === null ? null : [found.needed, found.more, found.percent.toFixed(1)];
  };

  it('G14: outstanding above 40% of 149, now 40, needs 60 schools: 20 more, which make 40.3%', () => {
    expect(needed('above', 40, 149, 40)).toEqual([60, 20, '40.3']);
  });

  it('G14: above 90% good or outstanding, now 131, needs 135: 4 more; and all of them 18 more', () => {
    expect(needed('above', 90, 149, 131)).toEqual([135, 4, '90.6']);
    expect(needed('at-least', 100, 149, 131)).toEqual([149, 18, '100.0']);
  });

  it('G14: above is one more than at least where the percentage is a whole number of them', () => {
    expect(needed('at-least', 40, 150, 60)).toEqual([60, 0, '40.0']);
    expect(needed('above', 40, 150, 60)).toEqual([61, 1, '40.7']);
    expect(needed('at-least', 40, 150, 70)).toEqual([60, 0, '40.0']);
    expect(needed('above', 100, 149, 131)).toBeNull();
  });
});
