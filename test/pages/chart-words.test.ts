import { describe, expect, it } from 'vitest';
import { chartNote, exceptionsOf, readAloud } from '../../src/pages/chart-views.ts';
import { gap, strip, trend, unsettledChart } from '../charts/samples.ts';
import { findingsOf } from '../support/findings.ts';

const said = (texts: readonly string[], paragraphs: readonly number[]) => ({
  sentences: texts.map((text, index) => ({ id: `${index}`, text, figures: [], runs: [text] })),
  paragraphs,
});

describe('what a chart is told as', () => {
  const [level, change, comparison] = ['It was 84%.', 'It rose.', 'It was above England.'];

  it('is the level, the change and the comparison first, in the order they are read', () => {
    const more = 'x'.repeat(280);
    expect(readAloud(said([level, change, more, comparison], [3, 1]))).toBe(
      `${level} ${change} ${comparison}`,
    );
  });

  it('keeps the comparison though the sentence on the change is too long to be borne', () => {
    const long = 'y'.repeat(600);
    expect(readAloud(said([level, long, comparison], [2, 1]))).toBe(`${level} ${comparison}`);
  });

  it('sets everyone beside the nation, though lines on groups follow', () => {
    const { sentences, paragraphs } = said(
      [level, change, 'England rose.', comparison, 'Girls: 86%.'],
      [3, 1, 1],
    );
    const told = sentences.map((each, index) =>
      index === 3
        ? {
            ...each,
            figures: findingsOf(['84', '81'], { nation: '82' }).comparisons.held.map(({ figure }) => figure),
          }
        : each,
    );
    const long = told.map((each, index) => (index === 2 ? { ...each, text: 'u'.repeat(270) } : each));
    expect(readAloud({ sentences: long, paragraphs })).toBe(`${level} ${change} ${comparison} Girls: 86%.`);
    const wordy = long.map((each, index) => (index === 4 ? { ...each, text: 't'.repeat(280) } : each));
    expect(readAloud({ sentences: wordy, paragraphs })).toBe(`${level} ${change} ${comparison}`);
  });

  it('says the direction of a gap though its level takes many words', () => {
    const wordy = `${'z'.repeat(310)}.`;
    expect(readAloud(said([wordy, change, comparison], [2, 1]))).toBe(`${wordy} ${change} ${comparison}`);
  });

  it('says the level whatever its length, and never more than a listener can bear', () => {
    expect(readAloud(said(['w'.repeat(900)], [1]))).toHaveLength(900);
    const many = Array.from({ length: 9 }, () => 'v'.repeat(99));
    expect(readAloud(said(many, [8, 1])).length).toBeLessThanOrEqual(480);
  });
});

describe('what is told of exceptions', () => {
  it('names the years that may not be compared and those without a figure', () => {
    const chart = trend([81, '[c]', 83, 84], { England: ['[x]', 79, 80, 81] }, [
      { before: 2, note: 'New method' },
    ]);
    expect(exceptionsOf(chart)).toBe(
      ' New method from 2010/11: no line joins earlier years. No figure is shown for 2009/10.',
    );
  });

  it('names the rows without a figure, and is silent where there is nothing to say', () => {
    expect(exceptionsOf(gap({ England: ['[c]', 52.9, '[c]'], Wales: [67, 52.9, '14.1 points'] }))).toBe(
      ' No figure is shown for England.',
    );
    expect(exceptionsOf(trend([81, 84]))).toBe('');
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
