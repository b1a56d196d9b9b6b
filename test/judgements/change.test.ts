import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { GivenDifference } from '../../src/model/observation.ts';
import { known } from '../../src/model/value.ts';
import { changeSentence, levelSentence, summarySentence } from '../../src/narrative/phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { findingsOf, givenOf, indicatorOf, observationOf, settingOf } from '../support/findings.ts';

const sentence = (values: readonly string[], indicator: Partial<Indicator> = {}) => {
  const draft = changeSentence(findingsOf(values, { indicator }));
  return draft === null ? null : textOf(draft);
};
const broken = { breaks: [{ from: '201314', kind: 'method', note: 'First entries alone count.' }] } as const;

describe('the change of a figure', () => {
  it('is refused across a break, with the reason in place of a number', () => {
    const findings = findingsOf(['61.5', '62.4'], { indicator: { breaks: [...broken.breaks] } });
    expect(findings.change).toMatchObject({ outcome: 'refused', verdict: 'none' });
    expect(findings.change.figure.amount).toEqual({ kind: 'refused', because: 'break' });
    expect(sentence(['61.5', '62.4'], { breaks: [...broken.breaks] })).toBe(
      'No change is given from 2012/13. First entries alone count.',
    );
  });

  it('is known in full, before rounding, where the counts are held and no publisher gave another', () => {
    const indicator = indicatorOf({ decimals: 0 });
    const counted = (period: string, numerator: number) =>
      observationOf(indicator, {
        value: known(numerator / 2, 0, 'exact'),
        period,
        numerator,
        denominator: 200,
      });
    const rows = [counted('201314', 169), counted('201213', 165)];
    const full = (about: Indicator, given: readonly GivenDifference[] = []) =>
      findingsOn(settingOf(rows, [about], undefined, given), about)?.change.full?.toNumber() ?? null;
    expect(full(indicator)).toBe(2);
    expect(full({ ...indicator, breaks: [...broken.breaks] })).toBeNull();
    expect(full(indicator, [givenOf(indicator, '201213', '3')])).toBeNull();
  });

  it('is refused in the first year', () => {
    expect(sentence(['74.3'])).toBe('There is no comparable earlier figure.');
  });

  it('looks past a missing year and names the year it compares with', () => {
    expect(sentence(['67', 'x', '47'])).toBe(
      'This rose by 20 percentage points from 47% in 2011/12, the last year with a figure.',
    );
  });

  it('looks back three years at most', () => {
    expect(findingsOf(['67', 'x', 'x', '47']).change.outcome).toBe('rose');
    expect(findingsOf(['67', 'x', 'x', 'x', '47']).change.figure.amount).toEqual({
      kind: 'refused',
      because: 'missing-year',
    });
  });

  it('is refused when the figure itself may not be given, and nothing is said of it', () => {
    const findings = findingsOf(['c', '40']);
    expect(findings.change.figure.amount).toEqual({ kind: 'refused', because: 'suppressed' });
    expect(textOf(levelSentence(findings, '201314'))).toBe(
      'No figure is given for the share of pupils reaching level 4 or above in reading in 2013/14: it is suppressed to protect confidential information.',
    );
  });

  it('is refused for a figure that is only known roughly', () => {
    expect(sentence(['~5', '4'])).toBe('The figure is only known roughly, so no change is given.');
  });

  it('pairs a rise with worse and a fall with better where lower is better (G40)', () => {
    expect(findingsOf(['4.8', '4.1'], { indicator: { polarity: 'low' } }).change.verdict).toBe('worse');
    expect(sentence(['4.8', '4.1'], { polarity: 'low' })).toBe(
      'This rose by 0.7 percentage points from 4.1% in 2012/13, a change for the worse.',
    );
    expect(sentence(['4.1', '4.8'], { polarity: 'low' })).toBe(
      'This fell by 0.7 percentage points from 4.8% in 2012/13, an improvement.',
    );
  });

  it('never calls a neutral measure better or worse', () => {
    expect(findingsOf(['15', '12'], { indicator: { polarity: 'neutral' } }).change.verdict).toBe('none');
    expect(sentence(['15', '12'], { polarity: 'neutral' })).toBe(
      'This rose by 3 percentage points from 12% in 2012/13.',
    );
  });

  it('is neither a rise nor better when it rounds to nothing', () => {
    const indicator = indicatorOf({ decimals: 1 });
    const rows = [
      { value: known('62.01', 1, 'exact') },
      { value: known('62.04', 1, 'exact'), period: '201213' },
    ].map(row => observationOf(indicator, row));
    const found = findingsOn(settingOf(rows, [indicator]), indicator);
    expect(found?.change).toMatchObject({ outcome: 'barely', verdict: 'same' });
    expect(found?.change.figure.text).toBe('less than 0.1 percentage points');
    expect(found === null ? '' : textOf(changeSentence(found) ?? [])).toBe(
      'This changed by less than 0.1 percentage points from 62.0% in 2012/13.',
    );
  });

  it('claims no way when the precision leaves it open', () => {
    const findings = findingsOf(['62', '62.2']);
    expect(findings.change).toMatchObject({ outcome: 'uncertain', verdict: 'none' });
    expect(textOf(changeSentence(findings) ?? [])).toMatch(/, too close to say which is higher\.$/);
    expect(textOf(summarySentence(findings, '201314'))).toMatch(/, close to the 2012\/13 figure \(/);
  });

  it('has a range without a sign of its own in the ledger', () => {
    expect(findingsOf(['62', '78.5']).change.figure.text).toBe('between 16 and 17 percentage points');
  });

  it('takes a true zero for a figure', () => {
    expect(sentence(['0', '3'])).toBe('This fell by 3 percentage points from 3% in 2012/13.');
    expect(sentence(['3', '0'])).toBe('This rose by 3 percentage points from 0% in 2012/13.');
  });
});
