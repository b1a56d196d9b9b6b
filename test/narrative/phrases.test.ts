import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import { comparisonSentences } from '../../src/narrative/comparison-phrases.ts';
import { findingTitle, levelSentence, summarySentence } from '../../src/narrative/phrases.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { findingsOf } from '../support/findings.ts';

describe('a level in words', () => {
  it('names the year, and says so when it is not the edition’s own', () => {
    expect(textOf(levelSentence(findingsOf(['84']), '201314'))).toBe(
      'In 2013/14, 84% of pupils reached level 4 or above in reading.',
    );
    expect(textOf(levelSentence(findingsOf(['84']), '201415'))).toBe(
      'In 2013/14, the latest year for which a figure is held, 84% of pupils reached level 4 or above in reading.',
    );
  });

  it('that is not given is all that is said of a measure', () => {
    const everyone = findingsOf(['c', '81'], { nation: '79' });
    const found = { indicator: everyone.indicator, everyone, groups: [], localities: [] };
    expect(indicatorSentences('reading', found, '201314').sentences).toHaveLength(1);
  });
});

describe('a comparator whose figure may not be given', () => {
  const findings = findingsOf(['84', '81'], { nation: 'c', region: '79' });

  it('has no clause, and the others keep theirs', () => {
    expect(comparisonSentences(findings).map(textOf)).toEqual([
      'It was 5 percentage points above the North West’s 79%.',
    ]);
  });

  it('is left out of a summary', () => {
    expect(textOf(summarySentence(findings, '201314'))).toBe(
      'In 2013/14, 84% of pupils reached level 4 or above in reading, up 3 percentage points on 2012/13.',
    );
  });
});

describe('where lower is better', () => {
  it('says better or worse of a figure that is slightly above', () => {
    const findings = findingsOf(['4.8'], { nation: '4.1', indicator: { polarity: 'low' } });
    expect(comparisonSentences(findings).map(textOf)).toEqual([
      'It was slightly above (worse than) England’s 4.1% (by 0.7 percentage points).',
    ]);
  });
});

describe('the title of a chart', () => {
  const title = (values: readonly string[], indicator: Partial<Indicator> = {}) =>
    textOf(findingTitle(findingsOf(values, { indicator })));

  it('says up, down or unchanged, or the level alone', () => {
    expect(title(['84', '81'])).toBe('Reading: 84%, up 3 percentage points');
    expect(title(['78', '81'])).toBe('Reading: 78%, down 3 percentage points');
    expect(title(['81', '81'])).toBe('Reading: unchanged at 81%');
    expect(title(['62', '62.2'])).toBe('Reading: 62% in 2013/14');
    expect(title(['62'])).toBe('Reading: 62% in 2013/14');
  });
});

describe('what is promised and what has ended', () => {
  const waiting = (said: object) => ({
    ...findingsOf(['84'], { indicator: { end: '201314', comparators: ['nation'] } }),
    ...said,
  });
  const sentences = (found: ReturnType<typeof waiting>) =>
    indicatorSentences(
      'reading',
      { indicator: found.indicator, everyone: found, groups: [], localities: [] },
      '201314',
    ).sentences.map(({ text }) => text);
  const due = { indicator: 'reading', what: 'final results', due: '2015-10-23' };

  it('names the day that a figure is due, the council’s own or a comparator’s (P30, R16)', () => {
    expect(sentences(waiting({ pending: [due] }))).toContain('Final results are due on 23 October 2015.');
    const england = sentences(waiting({ pending: [{ ...due, area: 'E92000001' }] }));
    expect(england).toContain('Final results for England are due on 23 October 2015.');
    expect(england.join(' ')).not.toContain('is held for England');
  });

  it('names the measure that took the place of one that has ended (P32)', () => {
    const { indicator } = waiting({});
    const note = 'Grades 9 to 4 are broadly, and only broadly, the same as A* to C.';
    const successor = { indicator: { ...indicator, successor: { indicator: 'maths', note } } };
    expect(sentences(waiting(successor))).toContain(`This measure ended in 2013/14. ${note}`);
    const going = { indicator: { ...indicator, end: '201415', successor: { indicator: 'maths', note } } };
    expect(sentences(waiting(going)).join(' ')).not.toContain('ended');
  });
});
