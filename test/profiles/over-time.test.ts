import { describe, expect, it } from 'vitest';
import { ledgerKey } from '../../src/model/figure.ts';
import { profileChanges } from '../../src/profiles/findings.ts';
import { areas, countsOf, figuresIn, found, grades, profileOf, saidOf } from '../support/profiles.ts';

const day = '2014-08-31';
const before = '2014-03-31';

/** Grades on two days of one year. */
const days = (now: Readonly<Record<string, number>>, was: Readonly<Record<string, number>>) => [
  ...countsOf(grades, day, 'Primary', now),
  ...countsOf(grades, before, 'Primary', was),
];

describe('a profile over time', () => {
  it('says how the subtotal moved between two days under the same framework, each with its base', () => {
    const findings = found(grades, days({ Good: 17, Fair: 3, Poor: 0 }, { Good: 15, Fair: 5, Poor: 0 }));
    expect(saidOf(findings).slice(-1)).toEqual([
      'The share of schools that were good is 10.0 percentage points higher than at 31 March 2014, when it was 15 of 20 (75.0%).',
    ]);
  });

  it('has the base of each day in the sentence', () => {
    const findings = found(grades, days({ Good: 15, Fair: 5, Poor: 0 }, { Good: 15, Fair: 4, Poor: 0 }));
    expect(saidOf(findings).slice(-1)).toEqual([
      'The share of schools that were good is 3.9 percentage points lower than at 31 March 2014, when it was 15 of 19 (78.9%).',
    ]);
  });

  it('says no movement of a handful of schools, whose counts are given', () => {
    const findings = found(grades, days({ Good: 8, Fair: 1, Poor: 0 }, { Good: 7, Fair: 3, Poor: 0 }));
    expect(saidOf(findings).slice(-1)).toEqual([
      'At 31 March 2014, it was 7 of 10, too few for shares to be compared.',
    ]);
    const [change] = profileChanges(findings);
    expect(change?.amount).toEqual({ kind: 'refused', because: 'small-cohort' });
  });

  it('says that a share is unchanged', () => {
    const findings = found(grades, days({ Good: 15, Fair: 5, Poor: 0 }, { Good: 15, Fair: 0, Poor: 5 }));
    expect(saidOf(findings).slice(-1)).toEqual([
      'The share of schools that were good is unchanged from 31 March 2014: 15 of 20 (75.0%).',
    ]);
  });

  it('says no movement across a break within a framework, and what changed', () => {
    const note = 'A school that became an academy now keeps its grade.';
    const broken = { ...grades, breaks: [{ from: '2014-06-01', note }] };
    const findings = found(broken, days({ Good: 17, Fair: 3, Poor: 0 }, { Good: 15, Fair: 5, Poor: 0 }));
    expect(saidOf(findings).slice(-1)).toEqual([
      `No change is given from 31 March 2014, as the counts cannot be compared. ${note}`,
    ]);
    const [change] = profileChanges(findings);
    expect(change?.amount).toEqual({ kind: 'refused', because: 'break' });
  });

  it('has figures of two days of one year under ids of their own, each with its day', () => {
    const figures = figuresIn(
      found(grades, days({ Good: 17, Fair: 3, Poor: 0 }, { Good: 15, Fair: 5, Poor: 0 })),
    );
    const totals = figures.filter(
      ({ kind, about, breakdown }) =>
        kind === 'count' && ledgerKey(about).part === 'Total' && breakdown.group === 'All',
    );
    expect(totals.map(({ id, about }) => [id, ledgerKey(about).asAt])).toEqual([
      ['grades.count.phase-all.e06000049.201314.total', day],
      ['grades.count.phase-all.e06000049.201314.total.2014-03-31', before],
    ]);
  });

  it('says no change from the framework before, and why, and refuses it in the ledger', () => {
    const old = profileOf({ ...grades, id: 'old', label: 'Old grades' });
    const note = 'The grades are new.';
    const follows = { ...grades, follows: { profile: 'old', note } };
    const counts = [
      ...countsOf(grades, day, 'Primary', { Good: 17, Fair: 3, Poor: 0 }),
      ...countsOf(old, before, 'Primary', { Good: 5, Fair: 15, Poor: 0 }),
    ];
    const findings = found(follows, counts, [old, follows]);
    expect(saidOf(findings).slice(-1)).toEqual([
      `No change is given from “Old grades”, which is of another framework. ${note}`,
    ]);
    expect(saidOf(findings).join(' ')).not.toMatch(/higher|lower|points|5 of 20/);
    const changes = profileChanges(findings);
    expect(changes.map(({ about, amount }) => [ledgerKey(about).against, amount])).toEqual([
      ['old', { kind: 'refused', because: 'break' }],
    ]);
  });
});

describe('a profile of areas judged', () => {
  const judged = (...good: readonly number[]) =>
    ['Teaching', 'Inclusion', 'Leadership'].flatMap((area, index) =>
      countsOf(areas, day, area, { Good: good[index] ?? 0, Fair: 12 - (good[index] ?? 0), Poor: 0 }),
    );

  it('names the areas with the highest and the lowest share, and lists every one', () => {
    expect(saidOf(found(areas, judged(9, 11, 6)))).toEqual([
      'At 31 August 2014, the share of schools with a report card that were good was highest in inclusion (11 of 12, 91.7%) and lowest in leadership (6 of 12, 50.0%).',
      'Good, by area judged: teaching 9 of 12 (75.0%); inclusion 11 of 12 (91.7%); leadership 6 of 12 (50.0%).',
    ]);
  });

  it('names none where all are alike', () => {
    expect(saidOf(found(areas, judged(9, 9, 9)))[0]).toBe(
      'At 31 August 2014, there were 12 schools with a report card.',
    );
  });

  it('names none of a handful of schools, and gives their counts alone', () => {
    const few = [
      ...countsOf(areas, day, 'Teaching', { Good: 8, Fair: 1, Poor: 0 }),
      ...countsOf(areas, day, 'Inclusion', { Good: 4, Fair: 5, Poor: 0 }),
    ];
    expect(saidOf(found(areas, few))).toEqual([
      'At 31 August 2014, there were 9 schools with a report card.',
      'Good, by area judged: teaching 8 of 9; inclusion 4 of 9.',
    ]);
  });

  it('says how each area moved since the day before, and when other schools are counted', () => {
    const was = ['Teaching', 'Inclusion', 'Leadership'].flatMap(area =>
      countsOf(areas, before, area, { Good: 9, Fair: 1, Poor: 0 }),
    );
    expect(saidOf(found(areas, [...judged(9, 11, 12), ...was])).slice(-1)).toEqual([
      'Compared with 31 March 2014, when there were 10 schools with a report card and not 12: teaching down 15.0 percentage points from 9 of 10; inclusion up 1.7 percentage points from 9 of 10; leadership up 10.0 percentage points from 9 of 10.',
    ]);
  });
});
