// A rate is never said without what it is of, and why there is no figure is said in a sentence that reads.
import { expect, test } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import { groupSentence } from '../../src/narrative/gap-phrases.ts';
import { findingTitle, levelSentence } from '../../src/narrative/phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { findingsOf, sex } from '../support/findings.ts';

const looked: Partial<Indicator> = {
  short: 'Children looked after',
  statement: 'the rate of children looked after was {value}',
  subject: 'the rate of children looked after',
  measure: 'given',
  unit: 'per-10000',
  members: 'children',
  polarity: 'low',
};

test('a rate whose statement does not say of how many has its unit with it', () => {
  const said = (statement: string) =>
    textOf(levelSentence(findingsOf(['66'], { indicator: { ...looked, statement } }), '201314'));
  expect(said('the rate of children looked after was {value}')).toBe(
    'In 2013/14, the rate of children looked after was 66 per 10,000 children.',
  );
  expect(said('{value} children in every 10,000 were looked after')).toBe(
    'In 2013/14, 66 children in every 10,000 were looked after.',
  );
});

test('a rate in a list or a title says what it is of', () => {
  const findings = findingsOf(['66', '63'], { indicator: looked });
  expect(textOf(findingTitle(findings))).toBe('Children looked after: 66 per 10,000 children, up 3');
  expect(textOf(groupSentence(findings, sex))).toContain(': 66 per 10,000 children, up 3 on 2012/13');
});

test('a score in a list is said as people say it', () => {
  const score: Partial<Indicator> = { short: 'Reading score', measure: 'given', unit: 'scaled-score' };
  expect(textOf(findingTitle(findingsOf(['105.2', '104.1'], { indicator: score })))).toBe(
    'Reading score: 105.2, up 1.1 points',
  );
});

test.each([
  ['u', 'it is of low reliability.'],
  ['low', 'it rounds to zero, but is not zero.'],
  ['c', 'it is suppressed to protect confidential information.'],
])('a figure that is not given because of %s says why in a sentence', (symbol, why) => {
  expect(textOf(levelSentence(findingsOf([symbol]), '201314'))).toBe(
    `No figure is given for the share of pupils reaching level 4 or above in reading in 2013/14: ${why}`,
  );
});

test('a figure of a year without the measure comes with the reason', () => {
  const because = 'There were no tests, because of the pandemic.';
  const pauses = [{ from: '201314', to: '201314', because, before: 'the last tests' }];
  expect(textOf(levelSentence(findingsOf(['not-collected'], { indicator: { pauses } }), '201314'))).toBe(
    `No figure is given for the share of pupils reaching level 4 or above in reading in 2013/14: it is not collected. ${because}`,
  );
});
