// What must be seen of figures that may still change, in every kind of chart.
import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import type { Chart } from '../../src/model/chart.ts';
import { read } from './drawn.ts';
import { comparison, gap, range, strip, target, trend, unsettledChart } from './samples.ts';

describe.each(widths)('figures that may still change, %s', width => {
  const shown = (status: 'early' | 'provisional' | 'revised', chart: Chart) => {
    const { texts, markers } = read(unsettledChart(chart, status), width);
    return { words: texts.join(' '), hollow: markers.filter(({ fill }) => fill === paper).length };
  };
  const pointed = [
    trend([81, 84], { England: [78, 79] }),
    strip([55, 58], { 'Cheshire East': 57 }),
    gap({ England: [67, 52.9, '14.1 points'] }),
    range({ Wards: [['Crewe', 4], 6, ['Poynton', 9]] }),
    target(
      [56, 62],
      [
        [0, 56],
        [1, 70],
      ],
      'Target: 70%',
    ),
  ];

  it.each(pointed.map(chart => [chart.kind, chart] as const))(
    'have hollow marks and letters in a %s',
    (_, chart) => {
      expect(shown('provisional', chart).words).toContain('[p]');
      expect(shown('early', chart).words).toContain('[e]');
      expect(shown('provisional', chart).hollow).toBeGreaterThan(0);
    },
  );

  it.each(pointed.map(chart => [chart.kind, chart] as const))(
    'once revised have letters alone in a %s',
    (_, chart) => {
      expect(shown('revised', chart)).toEqual({ words: expect.stringContaining('[r]'), hollow: 0 });
    },
  );

  it('have letters in bars', () => {
    expect(shown('provisional', comparison({ England: 79 })).words).toContain('79% [p]');
  });

  it('are hollow among a line’s earlier years too', () => {
    const line = trend([78, 81, 84]);
    const [series] = line.series;
    const marks = (series?.marks ?? []).map((each, year) =>
      each && year === 1 ? { ...each, status: 'provisional' as const } : each,
    );
    const { markers } = read(
      { ...line, series: [{ ...series, name: 'Cheshire East', role: 'council', marks }] },
      width,
    );
    expect(markers.map(({ fill }) => fill === paper)).toEqual([false, true, false]);
  });
});
