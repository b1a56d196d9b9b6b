import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { type Breakdown, total } from '../../src/model/breakdown.ts';
import { known } from '../../src/model/value.ts';
import {
  cautionSentences,
  equivalentSentence,
  shortfallSentence,
} from '../../src/narrative/section-sentences.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

type Counted = readonly [value: string, numerator: number | null, denominator: number | null];

/** Findings on counted shares, this year's and last year's, beside the nation's. */
function counted(now: Counted, before: Counted, england = '60', said = {}, breakdown: Breakdown = total) {
  const indicator = indicatorOf({ decimals: 1, ...said });
  const row = ([value, numerator, denominator]: Counted, period: string) =>
    observationOf(indicator, { value: cell(value), numerator, denominator, period, breakdown });
  const rows = [
    row(now, '201314'),
    row(before, '201213'),
    observationOf(indicator, { value: cell(england), area: nation.code, breakdown }),
  ];
  const found = findingsOn(settingOf(rows, [indicator]), indicator, breakdown);
  if (found === null) throw new Error('the test has no figure');
  return found;
}

describe('the size of a group', () => {
  it('makes one pupil worth so many points, under a hundred', () => {
    const found = counted(['40.5', 17, 42], ['45.0', 18, 40]);
    expect(cautionSentences(found).map(textOf)).toEqual([
      'There are 42 pupils in the group, so one is 2.4 percentage points.',
      'A change of this size can occur by chance in a group of 42 pupils.',
    ]);
    expect(cautionSentences(counted(['62.0', 62, 100], ['45.0', 45, 100])).map(textOf)).toEqual([]);
  });

  it('leaves to chance a change inside the two intervals, and no larger one', () => {
    const byChance = (now: Counted) => counted(now, ['60.0', 600, 1000]).change.byChance;
    // The half-width of each is 1.96 × √(60 × 40 / 1000), about 3.04 points; of both together, about 4.3.
    expect(byChance(['64.0', 640, 1000])).toBe(true);
    expect(byChance(['65.0', 650, 1000])).toBe(false);
  });

  it('says about how many pupils a change stands for, to two figures, and not of a change that may be chance', () => {
    expect(textOf(equivalentSentence(counted(['62.0', 2480, 4000], ['56.0', 2240, 4000])) ?? [])).toBe(
      'Of 4,000 pupils, that is about 240 more than at the earlier rate.',
    );
    expect(textOf(equivalentSentence(counted(['50.0', 2000, 4000], ['56.0', 2240, 4000])) ?? [])).toContain(
      'about 240 fewer',
    );
    const girls = { topic: 'Sex', group: 'Girls' };
    const named = counted(['62.0', 2480, 4000], ['56.0', 2240, 4000], '60', {}, girls).cohort?.change;
    expect(named?.what.slice(1, 3)).toEqual([', ', { group: girls }]);
    expect(equivalentSentence(counted(['64.0', 640, 1000], ['60.0', 600, 1000]))).toBeNull();
    expect(equivalentSentence(counted(['62.0', null, null], ['56.0', null, null]))).toBeNull();
    // Of figures to different precision the change is a range, of which no number of pupils is made.
    const rough = { decimals: 2, bands: { similar: 0.5, slight: 1, well: 5 } };
    const indicator = indicatorOf(rough);
    const rows = [
      observationOf(indicator, { value: known('62', 0), denominator: 4000, period: '201314' }),
      observationOf(indicator, { value: known('56.05', 2), denominator: 4000, period: '201213' }),
    ];
    const found = findingsOn(settingOf(rows, [indicator]), indicator);
    expect(found?.change.figure.amount).toMatchObject({ kind: 'known', about: false });
    expect([found?.cohort?.base.text, found?.cohort?.change]).toEqual(['4,000', null]);
  });

  it('says about how many more would have had to, where the figure is worse than the nation’s', () => {
    expect(textOf(shortfallSentence(counted(['55.0', 2200, 4000], ['55.0', 2200, 4000], '60.0')) ?? [])).toBe(
      'At England’s rate there would have been about 200 more pupils.',
    );
    const low = { polarity: 'low' as const };
    expect(
      textOf(shortfallSentence(counted(['65.0', 2600, 4000], ['65.0', 2600, 4000], '60.0', low)) ?? []),
    ).toContain('about 200 fewer');
    expect(shortfallSentence(counted(['65.0', 2600, 4000], ['65.0', 2600, 4000], '60.0'))).toBeNull();
  });

  it('is not known where the base is not published', () => {
    expect(counted(['40', null, 8], ['45.0', 18, 40]).cohort).toBeNull();
    expect(counted(['98.0', 98, 100], ['45.0', 18, 40]).cohort).toBeNull();
  });
});
