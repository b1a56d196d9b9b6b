import { describe, expect, it } from 'vitest';
import { chartNote, drawn } from '../../src/pages/chart-views.ts';
import { gap, strip, trend, unsettledChart } from '../charts/samples.ts';

describe('the name of a chart', () => {
  const named = (title: string) => drawn('ks2', 'table 4', trend([81, 84]), 'Per cent', title).name;

  it('is its kind, its title and where its figures are', () => {
    expect(named('Reading: 84%, up 3')).toBe('Line chart: Reading: 84%, up 3. Data in table 4.');
  });

  it('leaves a title to the caption that a listener could not bear twice', () => {
    const title = 'x'.repeat(120 - named('').length);
    expect(named(title)).toHaveLength(120);
    expect(named(`${title}x`)).toBe('Line chart. Data in table 4.');
  });
});

describe('the note under a chart', () => {
  it('says what its letters and hollow marks mean, and nothing of what is not there', () => {
    expect(chartNote(trend([81, 84]))).toBeNull();
    expect(chartNote(unsettledChart(trend([81, 84]), 'provisional'))).toBe(
      'Figures marked [p] (provisional) may still change, and have hollow marks.',
    );
    expect(chartNote(unsettledChart(trend([81, 84]), 'revised'))).toBe(
      'Figures marked [r] have been revised.',
    );
    expect(chartNote(unsettledChart(trend([81, 84]), 'early'))).toBe(
      'Figures marked [e] (early) may still change, and have hollow marks.',
    );
  });

  it('calls the marks of groups hollow only where their figures may change', () => {
    expect(chartNote(gap({ England: [67, 52.9, '14.1 points'] }))).toBeNull();
    expect(chartNote(unsettledChart(gap({ England: [67, 52.9, '14.1 points'] }), 'provisional'))).toBe(
      'Figures marked [p] (provisional) may still change, and have hollow marks.',
    );
  });

  it('says what uprights and triangles are', () => {
    const chart = trend([81, 84]);
    const interval = { low: { number: 83, text: '83%' }, high: { number: 85, text: '85%' } };
    const series = chart.series.map(each => ({
      ...each,
      marks: each.marks.map(mark => (mark === null ? null : { ...mark, interval })),
    }));
    expect(chartNote({ ...chart, series })).toBe(
      'Upright lines through marks are their 95% confidence intervals.',
    );
    const spread = strip([58, 60], { 'Cheshire East': 62 });
    expect(chartNote(spread)).toBeNull();
    expect(
      chartNote({ ...spread, others: spread.others.map(each => ({ ...each, isNeighbour: true as const })) }),
    ).toBe('Triangles among the dots are the statistical neighbours.');
  });

  it('says where one line hides another', () => {
    expect(chartNote(trend([81, 84], { England: [81, 84] }))).toBe(
      '“Cheshire East” and “England” have the same figures from 2008/09 to 2009/10: one line hides the other.',
    );
  });

  it('says why lines stop', () => {
    const note = 'Lines stop at a dashed line: figures on either side of it cannot be compared.';
    expect(chartNote(trend([81, 84], {}, [{ before: 1, note: 'New method' }]))).toBe(note);
  });
});
