// What must be seen where several measures are drawn together, and of figures that may still change in every kind.
import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { axisStart, layOut } from '../../src/charts/layout.ts';
import { drawMultiples } from '../../src/charts/multiples-chart.ts';
import { paper } from '../../src/charts/palette.ts';
import { comparison, gap, multiples, strip, target, textsOf, trend, unsettledChart } from './samples.ts';

describe.each(widths)('small multiples, %s', width => {
  const chart = multiples({
    Reading: [[70, 72, 75], [68, 69, 70], [2]],
    Writing: [
      [40, '[c]', 44],
      [50, 51, 52],
    ],
  });
  const drawing = drawMultiples(chart, width);
  const height = (series: string, order: number) =>
    drawing.lines.find(line => line.series === series && line.order === order)?.y;

  it('share one axis: the higher figure stands higher in its own panel, by as much', () => {
    const plot = (panel: string) => (height(`${panel}-1`, 0) ?? 0) - (height(`${panel}-1`, 1) ?? 0);
    // A point of England's is as many pixels in either panel.
    expect(plot('0')).toBeCloseTo(plot('1'), 6);
  });

  it('have axes of their own where they are of unlike size, so that the smaller does not lie flat', () => {
    const unlike = {
      ...multiples({
        NEET: [
          [3.5, 3.1, 2.8],
          [4, 4, 4],
        ],
        'Level 3': [
          [60, 62, 65],
          [58, 59, 60],
        ],
      }),
      axes: 'own',
    } as const;
    const { words, lines } = drawMultiples(unlike, width);
    const heights = lines.filter(({ series }) => series === '0-0').map(({ y }) => y ?? 0);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(10);
    expect(textsOf(words)).toEqual(expect.arrayContaining(['0%', '4%', '55%', '65%']));
    expect(axisStart(unlike)).toBeNull();
  });

  it('stop at a break and at a figure that is withheld', () => {
    expect(drawing.lines.filter(line => line.series === '0-0').map(({ y }) => y === null)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(height('1-0', 1)).toBeNull();
    expect(textsOf(drawing.words)).toContain('[c]');
    expect(drawing.rules.some(({ dash, x, x2 }) => dash.length > 0 && x === x2)).toBe(true);
  });

  it('print the name, the last value, and England’s beside it', () => {
    for (const said of ['Reading', '75%', 'England 70%', 'Writing', '44%', 'England 52%'])
      expect(textsOf(drawing.words)).toContain(said);
  });
});

describe.each(widths)('figures that may still change, %s', width => {
  const shown = (status: 'early' | 'provisional' | 'revised', chart: Parameters<typeof layOut>[0]) => {
    const { words, points } = layOut(unsettledChart(chart, status), width);
    return { words: textsOf(words).join(' '), hollow: points.filter(({ fill }) => fill === paper).length };
  };
  const pointed = [
    trend([81, 84], { England: [78, 79] }),
    multiples({
      Reading: [
        [81, 84],
        [78, 79],
      ],
    }),
    strip([55, 58], { 'Cheshire East': 57 }),
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

  it('have letters in bars and gaps, whose marks mean something else', () => {
    expect(shown('provisional', comparison({ England: 79 })).words).toContain('79% [p]');
    expect(shown('provisional', gap({ England: [67, 52.9, '14.1 points'] })).words).toContain('67% [p]');
  });

  it('have letters in a target, whose hollow diamonds stay the target’s', () => {
    expect(
      shown(
        'provisional',
        target(
          [56, 62],
          [
            [0, 56],
            [1, 70],
          ],
          'Target: 70%',
        ),
      ).words,
    ).toContain('62% [p]');
  });

  it('are hollow among a line’s earlier years too', () => {
    const line = trend([78, 81, 84]);
    const [series] = line.series;
    const marks = (series?.marks ?? []).map((each, year) =>
      each && year === 1 ? { ...each, status: 'provisional' as const } : each,
    );
    const { points } = layOut(
      { ...line, series: [{ ...series, name: 'Cheshire East', role: 'council', marks }] },
      width,
    );
    expect(points.map(({ fill }) => fill === paper)).toEqual([false, true, false]);
  });
});
