import { expect, it } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import type { ReleaseCalendar } from '../../src/model/release.ts';
import type { Layout } from '../../src/pages/material.ts';
import { nextReleases } from '../../src/pages/next-releases.ts';

const calendar: ReleaseCalendar = new Map([
  [
    'ks2',
    [
      { period: '201314', status: 'provisional', released: '2014-08-28', stated: true },
      { period: '201314', status: 'revised', released: '2014-12-11', stated: true },
      { period: '201314', status: 'final', released: '2015-08-27', stated: false },
      { period: '201415', status: 'provisional', released: '2015-08-27', stated: false },
      { period: '201415', status: 'revised', released: '2015-12-10', stated: false },
    ],
  ],
  ['exclusions', [{ period: '201314', status: 'final', released: '2015-07-30', stated: true }]],
] as const);

const measure = (short: string, release: string, more: object = {}) =>
  ({
    ...{ id: short, theme: 'ks2', short, release, pauses: [], start: '201112' },
    time: { kind: 'academic-year' },
    ...more,
  }) as unknown as Indicator;

const layoutOn = (cutOff: string, latest = true, pending: readonly object[] = []) =>
  ({
    setting: {
      edition: { 'cut-off': cutOff, period: '201314', pending },
      folder: { calendar },
      known: { years: (id: string) => (id === 'Exclusions' ? ['201213'] : ['201314']) },
    },
    found: { themes: [{ theme: { id: 'ks2', label: 'Key stage 2' } }] },
    edition: { latest },
  }) as unknown as Layout;

const rows = (layout: Layout, ...indicators: readonly Indicator[]) =>
  nextReleases(layout, indicators).rows.map(each => Object.values(each).join(' | '));

it('what comes out next is told with its day, once for all measures of a chapter that come together', () => {
  const [reading, maths] = [measure('Reading', 'ks2'), measure('Maths', 'ks2')];
  expect(rows(layoutOn('2014-09-30'), reading, maths)).toEqual([
    '11 December 2014 | Key stage 2 | all its measures | Revised figures of 2013/14',
  ]);
  expect(rows(layoutOn('2014-12-31'), reading, measure('Exclusions', 'exclusions'))).toEqual([
    '30 July 2015 | Key stage 2 | Exclusions | Figures of 2013/14',
    'About 27 August 2015 | Key stage 2 | Reading | First figures of 2014/15',
  ]);
});

it('a day that officers wrote goes before the calendar, a measure that has ended waits for nothing, nor does an earlier edition', () => {
  const promised = { indicator: 'Reading', what: 'revised results', due: '2014-12-09' };
  expect(rows(layoutOn('2014-09-30', true, [promised]), measure('Reading', 'ks2'))).toEqual([
    '9 December 2014 | Key stage 2 | all its measures | Revised results',
  ]);
  expect(rows(layoutOn('2014-12-31'), measure('Reading', 'ks2', { end: '201213' }))).toEqual([]);
  expect(rows(layoutOn('2014-09-30', false), measure('Reading', 'ks2'))).toEqual([]);
});

it('figures that were out by the cut-off and are not held are named', () => {
  const [reading, exclusions] = [measure('Reading', 'ks2'), measure('Exclusions', 'exclusions')];
  const missed = (layout: Layout) => nextReleases(layout, [reading, exclusions]).missed;
  expect(missed(layoutOn('2015-07-31'))).toEqual(['Exclusions, 2013/14']);
  expect(missed(layoutOn('2015-07-29'))).toEqual([]);
  expect(missed(layoutOn('2015-07-31', false))).toEqual([]);
});
