import { expect, test } from 'vitest';
import { nearest } from '../../src/model/spelling.ts';
import { periodMeant } from '../../src/model/time.ts';

test.each([
  ['ks2-raeding', 'ks2-reading'],
  ['KS2 Reading', 'ks2-reading'],
  ['ks2-maths', 'ks2-maths'],
  ['grils', 'Girls'],
  ['elephants', null],
  ['', null],
  ['x'.repeat(5000), null],
])('the nearest name to "%s" is %s', (written, meant) => {
  expect(nearest(written, ['ks2-reading', 'ks2-maths', 'Girls'])).toBe(meant);
});

test.each([
  ['per-10,000', 'per-10000'],
  ['per 100k', 'per-100000'],
  ['per-1k', 'per-1000'],
  ['per-1000', 'per-1000'],
])('the unit meant by "%s" is %s', (written, meant) => {
  expect(nearest(written, ['per-100', 'per-1000', 'per-10000', 'per-100000'])).toBe(meant);
});

test.each([
  ['2013/14', '201314'],
  ['2013-14', '201314'],
  ['2013-2014', '201314'],
  ['13/14', '201314'],
  ['2013/15', null],
  ['2013', '201213'],
  ['2013.0', '201213'],
  ['2014 (prov)', '201314'],
  ['2014 (Rev)', '201314'],
  ['2014 (est)', null],
])('the period meant by "%s" is %s', (written, meant) => {
  expect(periodMeant(written)).toBe(meant);
});
