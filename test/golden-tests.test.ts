// The golden tests of the domain: figures of Cheshire East's own publications, and what must be said of them.
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { impliedOther } from '../src/judgements/gap.ts';
import { funnelOf, percentOf, relativeChange, sharesOf, tally } from '../src/judgements/share.ts';
import { progressOf } from '../src/judgements/target.ts';
import { comparisonSentences } from '../src/narrative/comparison-phrases.ts';
import { changeSentence, movementSentence } from '../src/narrative/phrases.ts';
import { type Draft, textOf } from '../src/narrative/sentence.ts';
import { isAttainable } from '../src/sources/attainable.ts';
import { findingsOf } from './support/findings.ts';

const said = (draft: Draft | null) => (draft === null ? null : textOf(draft));
const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];
const profile = (...counts: number[]) =>
  sharesOf(
    counts.map((count, index) => ({ part: grades[index] ?? '', count })),
    1,
  );
const percents = ({ shares }: ReturnType<typeof profile>) => shares.map(({ percent }) => percent.toFixed(1));

describe('the Ofsted profile', () => {
  it('G01: primary 32, 80, 10 and 2 are 124 schools, and 112 good or outstanding are 90.3%', () => {
    const primary = profile(32, 80, 10, 2);
    expect(primary.total).toBe(124);
    expect(percents(primary)).toEqual(['25.8', '64.5', '8.1', '1.6']);
    expect(primary.sum.toFixed(1)).toBe('100.0');
    expect(percentOf(112, 124, 1).toFixed(1)).toBe('90.3');
  });

  it('G02: secondary 5, 10, 6 and 0 are 21 schools, and 15 good or outstanding are 71.4%', () => {
    const secondary = profile(5, 10, 6, 0);
    expect(secondary.total).toBe(21);
    expect(percents(secondary)).toEqual(['23.8', '47.6', '28.6', '0.0']);
    expect(percentOf(15, 21, 1).toFixed(1)).toBe('71.4');
  });

  it('G03: special 3, 1, 0 and 0 are 4 schools, all good or outstanding', () => {
    const special = profile(3, 1, 0, 0);
    expect(special.total).toBe(4);
    expect(percents(special)).toEqual(['75.0', '25.0', '0.0', '0.0']);
    expect(percentOf(4, 4, 1).toFixed(1)).toBe('100.0');
  });

  it('G04: all phases sum to 149 schools, whose rounded shares add to 99.9', () => {
    const all = profile(40, 91, 16, 2);
    expect(all.total).toBe(149);
    expect(percents(all)).toEqual(['26.8', '61.1', '10.7', '1.3']);
    expect(all.sum.toFixed(1)).toBe('99.9');
    expect(percentOf(131, 149, 1).toFixed(1)).toBe('87.9');
  });

  it('G05: 87.3% of 149 and 71.7% of 21 cannot occur; 87.9% of 149 and 71.4% of 21 can', () => {
    expect(isAttainable('87.3', 149)).toBe(false);
    expect(isAttainable('71.7', 21)).toBe(false);
    expect(isAttainable('87.9', 149)).toBe(true);
    expect(isAttainable('71.4', 21)).toBe(true);
  });
});

describe('changes and differences', () => {
  it('G06: key stage 1 reading 87, 89, 90, 92 is up 2, and between 2 and 3 points above 89.7', () => {
    const findings = findingsOf(['92', '90', '89', '87'], { nation: '89.7' });
    expect(said(changeSentence(findings))).toBe('This rose by 2 percentage points from 90% in 2012/13.');
    expect(findings.years.map(({ change }) => change?.outcome)).toEqual(['refused', 'rose', 'rose', 'rose']);
    expect(comparisonSentences(findings).map(textOf)[0]).toBe(
      'It was between 2 and 3 percentage points above England’s 89.7%.',
    );
  });

  it('G07: writing is up 3 and maths up 2, in one style of sign', () => {
    const writing = findingsOf(['90', '87', '86', '84'], { indicator: { short: 'Writing' } });
    const maths = findingsOf(['95', '93', '92', '91'], { indicator: { short: 'Maths' } });
    expect(said(movementSentence(writing))).toBe('Writing: 90%, up 3 percentage points from 87% in 2012/13.');
    expect(said(movementSentence(maths))).toBe('Maths: 95%, up 2 percentage points from 93% in 2012/13.');
  });

  it('G08: 81 to 84 is up 3, between 5 and 6 points above 78.5 and 5 above 79', () => {
    const findings = findingsOf(['84', '81'], { nation: '78.5', region: '79' });
    expect(said(changeSentence(findings))).toBe('This rose by 3 percentage points from 81% in 2012/13.');
    expect(comparisonSentences(findings).map(textOf)[0]).toBe(
      'It was between 5 and 6 percentage points above England’s 78.5% and 5 percentage points above the North West’s 79%.',
    );
  });

  it('G09: 88 to 89.4 is between 1 and 2 points, never 1.4', () => {
    const sentence = said(changeSentence(findingsOf(['89.4', '88'])));
    expect(sentence).toBe('This rose by between 1 and 2 percentage points from 88% in 2012/13.');
  });

  it('G10: 88 to 88 is unchanged', () => {
    expect(said(changeSentence(findingsOf(['88', '88'])))).toBe('This was unchanged from 88% in 2012/13.');
  });

  it('G11: 62 after a rise of 6 was 56; girls 71 and boys 54 are 17 points apart, and 62 lies between', () => {
    const findings = findingsOf(['62', '56']);
    expect(said(changeSentence(findings))).toBe('This rose by 6 percentage points from 56% in 2012/13.');
    const share = new Big(71 - 62).div(71 - 54).times(100);
    expect(share.toFixed(0)).toBe('53');
  });
});

describe('gaps, targets and tallies', () => {
  it('G12: 32 with a gap of 38, and 45 with a gap of 25, both put the others at 70', () => {
    expect(impliedOther(new Big(32), new Big(38)).toNumber()).toBe(70);
    expect(impliedOther(new Big(45), new Big(25)).toNumber()).toBe(70);
  });

  it('G13: 62 on the way from 56 in 2012/13 to 70 in 2016/17 is on track, 2.5 ahead of 59.5, with 8 to go', () => {
    const progress = progressOf(
      {
        baseline: { period: '201213', number: new Big(56) },
        aim: { period: '201617', number: new Big(70) },
        operator: 'at-least',
      },
      { period: '201314', number: new Big(62), status: 'final' },
    );
    expect(progress).toMatchObject({ outcome: 'on-track', yearsLeft: 3 });
    expect([progress.line, progress.ahead, progress.toGo].map(Number)).toEqual([59.5, 2.5, 8]);
  });

  it('G15: sixteen ratings are 1 green, 2 amber/green, 10 amber, 1 amber/red and 2 red', () => {
    const states = ['Green', 'Amber/Green', 'Amber', 'Amber/Red', 'Red'] as const;
    const given = [
      'Amber',
      'Amber',
      'Amber/Green',
      'Red',
      'Amber',
      'Amber',
      'Red',
      'Amber',
      'Amber/Red',
      'Amber',
      'Amber',
      'Amber/Green',
      'Amber',
      'Green',
      'Amber',
      'Amber',
    ] as const;
    expect(tally(states, given).map(({ count }) => count)).toEqual([1, 2, 10, 1, 2]);
  });

  it('G16: of 12 inspected of 22, 9, 1 and 2 are 75%, 8% and 17%, and 10 are not yet inspected', () => {
    const outcomes = [9, 1, 2].map((count, index) => ({ part: String(index), count }));
    const funnel = funnelOf(22, outcomes);
    expect(funnel.shares.map(({ percent }) => Number(percent))).toEqual([75, 8, 17]);
    expect(Number(funnel.sum)).toBe(100);
    expect(funnel.remaining).toBe(10);
  });

  it('G17: 453, 71, 3 and 1 are 528; 197 of 239 is 82.4%; £84 to £27 is 67.9% less', () => {
    expect(
      sharesOf(
        [453, 71, 3, 1].map(count => ({ part: '', count })),
        1,
      ).total,
    ).toBe(528);
    expect(percentOf(197, 239, 1).toFixed(1)).toBe('82.4');
    expect(percentOf(31, 47, 1).toFixed(1)).toBe('66.0');
    expect(relativeChange(new Big(84), new Big(27), 1).toFixed(1)).toBe('-67.9');
    expect(relativeChange(new Big('3.25'), new Big('1.25'), 1).toFixed(1)).toBe('-61.5');
  });
});
