import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { comparisonSentences } from '../../src/narrative/comparison-phrases.ts';
import { changeSentence, findingTitle, levelSentence, summarySentence } from '../../src/narrative/phrases.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { findingsOf, indicatorOf, observationOf, settingOf } from '../support/findings.ts';

describe('a level in words', () => {
  it('names the year, and says so when it is not the edition’s own', () => {
    expect(textOf(levelSentence(findingsOf(['84']), '201314'))).toBe(
      'In 2013/14, 84% of pupils reached level 4 or above in reading.',
    );
    expect(textOf(levelSentence(findingsOf(['84']), '201415'))).toBe(
      'In 2013/14, the latest year with a figure, 84% of pupils reached level 4 or above in reading.',
    );
  });

  it('of one speaks of one, where the measure says how', () => {
    const said = (value: string, words: Partial<Indicator> = {}) =>
      textOf(
        levelSentence(
          findingsOf([value], {
            indicator: {
              measure: 'count',
              unit: 'schools',
              counted: 'schools',
              statement: '{value} schools were in deficit',
              ...words,
            },
          }),
          '201314',
        ),
      );
    const ofOne = { 'statement-of-one': '{value} school was in deficit' };
    expect(said('1', ofOne)).toBe('In 2013/14, 1 school was in deficit.');
    expect(said('2', ofOne)).toBe('In 2013/14, 2 schools were in deficit.');
    expect(said('0', ofOne)).toBe('In 2013/14, 0 schools were in deficit.');
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

describe('comparators whose clauses make a long sentence together', () => {
  it('have a sentence each', () => {
    const plain = findingsOf(['4.8'], { nation: '4.1', region: '5.6', indicator: { polarity: 'low' } });
    const phrase = 'the councils that were most like it by the list of May 2025';
    const held = plain.comparisons.held.map(each => ({ ...each, beside: { ...each.beside, phrase } }));
    const said = (findings: typeof plain) => comparisonSentences(findings).map(textOf);
    const long = said({ ...plain, comparisons: { ...plain.comparisons, held } });
    expect([said(plain).length, long.length]).toEqual([1, 2]);
    for (const sentence of long) expect(sentence.split(' ').length).toBeLessThanOrEqual(35);
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

  it('leaves out of a long name’s how much it moved', () => {
    const short = 'Five GCSEs at A* to C with English and maths';
    expect(title(['84', '81'], { short })).toBe(`${short}: rose to 84%`);
    expect(title(['78', '81'], { short })).toBe(`${short}: fell to 78%`);
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
    expect(england.join(' ')).not.toContain('is available for England');
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

describe('what a reader could not make out', () => {
  const counted = (...of: readonly (readonly [numerator: number, denominator: number])[]) => {
    const indicator = indicatorOf({ unit: 'percent', decimals: 2 });
    const rows = of.map(([numerator, denominator], back) =>
      observationOf(indicator, {
        value: known(new Big(numerator).div(denominator).times(100), 2, 'exact'),
        numerator,
        denominator,
        period: `${2013 - back}${14 - back}`,
      }),
    );
    const found = findingsOn(settingOf(rows, [indicator]), indicator);
    return found === null ? '' : textOf(changeSentence(found) ?? []);
  };

  it('has a note: a change that the two printed figures do not give, and one known no better than rounding lets it be', () => {
    // 0.0449 and 0.0551 per cent are printed as 0.04 and 0.06, and differ by 0.01.
    expect(counted([449, 1_000_000], [551, 1_000_000])).toBe(
      'This fell by 0.01 percentage points (before rounding) from 0.06% in 2012/13.',
    );
    expect(counted([400, 1_000_000], [600, 1_000_000])).toBe(
      'This fell by 0.02 percentage points from 0.06% in 2012/13.',
    );
    expect(textOf(changeSentence(findingsOf(['87.9', '87'])) ?? [])).toBe(
      'This rose by between 0.4 and 1.4 percentage points from 87% in 2012/13.',
    );
  });

  it('has "but" between what is for the better and what is for the worse', () => {
    const summary = (values: readonly string[], nation: string) =>
      textOf(summarySentence(findingsOf(values, { nation }), '201314')).replace(/^.*?reading, /, '');
    expect(summary(['84', '81'], '90')).toBe(
      'up 3 percentage points on 2012/13 but 6 percentage points below England.',
    );
    expect(summary(['84', '87'], '80')).toBe(
      'down 3 percentage points on 2012/13 but 4 percentage points above England.',
    );
    expect(summary(['84', '81'], '80')).toContain(' and 4 percentage points above');
  });

  it('says why a share is more than all', () => {
    const said = (value: string) => textOf(levelSentence(findingsOf([value]), '201314'));
    expect(said('102.7')).toBe(
      'In 2013/14, 102.7% of pupils reached level 4 or above in reading (more than all of them, as their number is an estimate).',
    );
    expect(said('100')).not.toContain('more than all');
  });
});
