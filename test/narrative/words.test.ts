import { expect, test } from 'vitest';
import type { Status } from '../../src/model/observation.ts';
import { countWords, possessive, statusRemark, verdictWords } from '../../src/narrative/sentence.ts';

test('counts are words to nine, then numerals with commas', () => {
  expect([0, 1, 2, 3, 9, 10, 1865].map(countWords)).toEqual([
    'no',
    'one',
    'two',
    'three',
    'nine',
    '10',
    '1,865',
  ]);
});

test.each<[Status, string]>([
  ['projection', ' (projection)'],
  ['early', ' (early figure)'],
  ['provisional', ' (provisional)'],
  ['revised', ''],
  ['final', ''],
])('a figure that is %s is followed by “%s”', (status, words) => {
  expect(statusRemark(status)).toBe(words);
});

test('only a measure where lower is better says which way is better', () => {
  expect(verdictWords('better', 'low')).toBe(', an improvement');
  expect(verdictWords('worse', 'low')).toBe(', a change for the worse');
  expect(verdictWords('same', 'low')).toBe('');
  expect(verdictWords('better', 'high')).toBe('');
});

test('a name that ends in s has its apostrophe alone', () => {
  expect([possessive('England'), possessive('the statistical neighbours')]).toEqual([
    'England’s',
    'the statistical neighbours’',
  ]);
});
