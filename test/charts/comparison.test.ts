import { describe, expect, it } from 'vitest';
import { drawComparison } from '../../src/charts/comparison-chart.ts';
import { position, widths } from '../../src/charts/drawing.ts';
import { drawnBoth } from './drawn.ts';
import { collisions, comparison, score, textsOf } from './samples.ts';

const areas = comparison({
  'Cheshire West and Chester': 85,
  'Cheshire East': 84,
  England: 79,
  Rutland: '[c]',
});

describe.each(widths)('a comparison, %s', width => {
  it('starts every bar at zero, in the order given', () => {
    const { bars, x } = drawComparison(areas, width);
    expect(bars.map(bar => [bar.x, bar.x2])).toEqual([
      [0, 85],
      [0, 84],
      [0, 79],
    ]);
    expect(x.domain[0]).toBe(0);
  });

  it('prints each value at the end of its bar, the council in bold', () => {
    const { words } = drawComparison(areas, width);
    expect(words.filter(({ weight }) => weight === 'bold').map(({ text }) => text)).toEqual([
      'Cheshire East',
      '84%',
    ]);
    expect(textsOf(words)).toContain('79%');
  });

  it('prints the symbol of a withheld figure where its bar would start', () => {
    const { words, x } = drawComparison(areas, width);
    expect(words.find(({ text }) => text === '[c]')?.x).toBe(position(x, 0) + 6);
  });

  it('draws no bar for nought, and says so', () => {
    const { bars, words } = drawComparison(comparison({ 'Cheshire East': 0, England: 0 }), width);
    expect(bars).toEqual([]);
    expect(textsOf(words).filter(text => text === '0%')).toHaveLength(2);
  });

  it('draws negative scores to the left of zero, with room for their values', () => {
    const drawing = drawComparison(
      comparison({ 'Cheshire East': 0.12, England: -0.03, Knowsley: -0.92 }, score),
      width,
    );
    expect(drawing.bars[2]).toMatchObject({ x: 0, x2: -0.92 });
    expect(collisions(drawing)).toEqual([]);
  });

  it('has room for every name, long ones on two lines', () => {
    const drawing = drawComparison(
      comparison({
        'Cheshire East': 90,
        'Bath and North East Somerset': 100,
        'Redcar and Cleveland': '[not yet published]',
      }),
      width,
    );
    expect(collisions(drawing)).toEqual([]);
  });

  it('holds its place when every figure is withheld', () => {
    const drawing = drawComparison(comparison({ 'Cheshire East': '[c]', England: '[c]' }), width);
    expect(textsOf(drawing.words).filter(text => text === '[c]')).toHaveLength(2);
  });

  it('stands at the rounded numbers and nothing finer', () => {
    const { x } = drawComparison(areas, width);
    const svg = drawnBoth(areas, 'a', 'Bar chart')[width];
    const [first = '', second = '', third = ''] = [
      ...svg.matchAll(/<path d="M([\d.]+),[\d.]+h([\d.]+)v/g),
    ].map(bar => bar[2]);
    const perPixel = x.domain[1] / (x.range[1] - x.range[0]);
    expect([first, second, third].map(length => (Number(length) * perPixel).toFixed(1))).toEqual([
      '85.0',
      '84.0',
      '79.0',
    ]);
  });
});

it('keeps the colour of a comparator, and lets the many other areas step back', () => {
  const { bars } = drawComparison(areas, 'wide');
  expect(bars.map(({ fill }) => fill)).toEqual([
    'var(--chart-context, #8C8C8C)',
    'var(--chart-council, #12436D)',
    'var(--chart-nation, #F46A25)',
  ]);
});
