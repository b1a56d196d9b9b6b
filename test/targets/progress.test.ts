import { Big } from 'big.js';
import { expect, test } from 'vitest';
import { percentOf } from '../../src/arithmetic.ts';
import { progressOf } from '../../src/targets/progress.ts';

const outcome = (operator: 'at-least' | 'at-most', from: number, to: number, now: number) =>
  progressOf(
    {
      baseline: { period: '201213', number: new Big(from) },
      aim: { period: '201617', number: new Big(to) },
      operator,
    },
    { period: '201314', number: new Big(now), status: 'final' },
  ).outcome;

test('a target upwards is on track on its line, slightly behind within a tenth of the whole way, and met at its aim', () => {
  expect([70, 60, 59, 58, 57].map(now => outcome('at-least', 56, 72, now))).toEqual([
    'on-track',
    'on-track',
    'slightly-behind',
    'off-track',
    'off-track',
  ]);
  expect(outcome('at-least', 56, 72, 72)).toBe('achieved');
  expect(outcome('at-least', 56, 76, 59)).toBe('slightly-behind');
});

test('a target downwards is judged downwards', () => {
  expect([4, 8, 9, 11].map(now => outcome('at-most', 10, 2, now))).toEqual([
    'on-track',
    'on-track',
    'off-track',
    'off-track',
  ]);
  expect(outcome('at-most', 10, 2, 2)).toBe('achieved');
});

test('a share that lies on a half is rounded away from zero', () => {
  expect(percentOf(1, 8, 0).toFixed(0)).toBe('13');
  expect(percentOf(5, 8, 0).toFixed(0)).toBe('63');
});
