import { describe, expect, it } from 'vitest';
import { total } from '../src/model/breakdown.ts';
import { valueText } from '../src/model/format.ts';
import { cell, council, indicatorOf, observationOf, type Row, settingOf } from './support/findings.ts';

const indicator = indicatorOf();

function knownValues(rows: readonly Row[], cutOff: string): readonly string[] {
  const setting = settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
    cutOff,
  );
  return setting.known
    .series(indicator.id, council.code, total)
    .map(({ period, value }) => `${period} ${valueText(value, 'percent')}`);
}

describe('what an edition knows', () => {
  const rows: readonly Row[] = [
    { value: cell('76'), released: '2013-09-19', status: 'provisional' },
    { value: cell('75'), released: '2013-12-12', status: 'revised' },
  ];

  it('is the row released last on or before its cut-off', () => {
    expect(knownValues(rows, '2013-09-18')).toEqual([]);
    expect(knownValues(rows, '2013-09-19')).toEqual(['201314 76%']);
    expect(knownValues(rows, '2013-12-11')).toEqual(['201314 76%']);
    expect(knownValues(rows, '2013-12-12')).toEqual(['201314 75%']);
  });

  it('does not depend on the order of the rows', () => {
    expect(knownValues(rows.toReversed(), '2015-07-31')).toEqual(['201314 75%']);
  });

  it('counts a row without a release date as always known, until another is released', () => {
    expect(knownValues([{ value: cell('70') }], '2000-01-01')).toEqual(['201314 70%']);
    expect(knownValues([{ value: cell('70') }, ...rows], '2014-01-01')).toEqual(['201314 75%']);
  });

  it('prefers the more settled of two rows released together', () => {
    const together: readonly Row[] = [
      { value: cell('62'), released: '2014-10-16', status: 'final' },
      { value: cell('61'), released: '2014-10-16', status: 'early' },
    ];
    expect(knownValues(together, '2015-07-31')).toEqual(['201314 62%']);
  });

  it('never takes a projection for an outcome, nor a year after its own', () => {
    expect(knownValues([{ value: cell('90'), status: 'projection' }], '2015-07-31')).toEqual([]);
    expect(knownValues([{ value: cell('90'), period: '201415' }], '2015-07-31')).toEqual([]);
  });

  it('keeps groups of the same name in two topics apart', () => {
    const yes = (topic: string, text: string): Row => ({
      value: cell(text),
      breakdown: { topic, group: 'Yes' },
    });
    const rows = [yes('Free meals', '40'), yes('Special needs', '50')];
    const { known } = settingOf(
      rows.map(row => observationOf(indicator, row)),
      [indicator],
    );
    const at = (topic: string) =>
      known
        .series(indicator.id, council.code, { topic, group: 'Yes' })
        .map(({ value }) => valueText(value, 'percent'));
    expect([at('Free meals'), at('Special needs')]).toEqual([['40%'], ['50%']]);
  });

  it('puts years in order', () => {
    const years: readonly Row[] = ['201314', '201112', '201213'].map(period => ({
      value: cell('60'),
      period,
    }));
    expect(knownValues(years, '2015-07-31').map(text => text.slice(0, 6))).toEqual([
      '201112',
      '201213',
      '201314',
    ]);
  });
});
