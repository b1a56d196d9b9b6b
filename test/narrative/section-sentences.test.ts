import { expect, it } from 'vitest';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { findingsOf } from '../support/findings.ts';

/** The paragraphs of a section on a series, with what is promised of it. */
function paragraphs(...values: readonly string[]): readonly string[] {
  const everyone = {
    ...findingsOf(values, { indicator: { comparators: ['nation'] } }),
    pending: [{ theme: 'ks2', what: 'revised results', due: '2015-08-30' }],
  };
  const found = { indicator: everyone.indicator, everyone, groups: [], localities: [] };
  const { sentences, paragraphs } = indicatorSentences('reading', found, '201314');
  const texts = sentences.map(({ text }) => text);
  const ends = paragraphs.map((_, at) => paragraphs.slice(0, at + 1).reduce((sum, count) => sum + count, 0));
  return ends.map((end, at) => texts.slice(ends[at - 1] ?? 0, end).join(' '));
}

it('of a figure that is hidden only why is said, and when more comes, in one paragraph', () => {
  expect(paragraphs('c', '62')).toEqual([
    'No figure is given for the share of pupils reaching level 4 or above in reading in 2013/14: it is suppressed to protect confidential information. Revised results are due on 30 August 2015.',
  ]);
});

it('what is still to come stands by itself, between the figure and what others have', () => {
  expect(paragraphs('64', '62')).toEqual([
    'In 2013/14, 64% of pupils reached level 4 or above in reading. This rose by 2 percentage points from 62% in 2012/13.',
    'Revised results are due on 30 August 2015.',
    'No figure for 2013/14 is available for England.',
  ]);
});
