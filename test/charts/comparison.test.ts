import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import { read } from './drawn.ts';
import { collisions, comparison, groups, score, unsettledChart } from './samples.ts';

const areas = comparison({
  'Cheshire West and Chester': 85,
  'Cheshire East': 84,
  England: 79,
  Rutland: '[c]',
});

describe.each(widths)('a comparison, %s', width => {
  it('starts every bar at zero, in the order given, and ends it at its number and nothing finer', () => {
    const { bars, across } = read(areas, width);
    expect(bars.map(({ x, x2 }) => [across(x).toFixed(1), across(x2).toFixed(1)])).toEqual([
      ['0.0', '85.0'],
      ['0.0', '84.0'],
      ['0.0', '79.0'],
    ]);
    expect(bars.map(({ y }) => y)).toEqual(bars.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it('prints each value at the end of its bar, the council in bold', () => {
    const { words, texts } = read(areas, width);
    const bold = words.filter(({ weight }) => weight === 'bold').map(({ text }) => text);
    expect(bold.toSorted()).toEqual(['84%', 'Cheshire East']);
    expect(texts).toContain('79%');
  });

  it('prints the symbol of a withheld figure where its bar would start', () => {
    const { words, told } = read(areas, width);
    expect(words.find(({ text }) => text === '[c]')?.x).toBeCloseTo(told.plot.left + 6, 1);
  });

  it('draws no bar for nought, and says so', () => {
    const { bars, texts } = read(comparison({ 'Cheshire East': 0, England: 0 }), width);
    expect(bars).toEqual([]);
    expect(texts.filter(text => text === '0%')).toHaveLength(2);
  });

  it('draws negative scores to the left of zero, with room for their values', () => {
    const drawn = read(comparison({ 'Cheshire East': 0.12, England: -0.03, Knowsley: -0.92 }, score), width);
    const { x, x2 } = drawn.bars[2] ?? { x: 0, x2: 0 };
    expect([drawn.across(x), drawn.across(x2)].map(number => number.toFixed(2)).toSorted()).toEqual([
      '-0.92',
      '0.00',
    ]);
    expect(collisions(drawn)).toEqual([]);
  });

  it('has room for every name, long ones on two lines', () => {
    const names = {
      'Cheshire East': 90,
      'Bath and North East Somerset': 100,
      'Redcar and Cleveland': '[not yet published]',
    };
    expect(collisions(read(comparison(names), width))).toEqual([]);
  });

  it('holds its place when every figure is withheld', () => {
    const { texts } = read(comparison({ 'Cheshire East': '[c]', England: '[c]' }), width);
    expect(texts.filter(text => text === '[c]')).toHaveLength(2);
  });
});

it('keeps the colour of a comparator, and lets the many other areas step back', () => {
  expect(read(areas, 'wide').bars.map(({ fill }) => fill)).toEqual([
    'var(--chart-context, #8C8C8C)',
    'var(--chart-council, #12436D)',
    'var(--chart-nation, #F46A25)',
  ]);
});

describe.each(widths)('groups of our pupils beside England’s, %s', width => {
  const chart = groups({ Girls: [71, 73.5], Boys: [54, 50], Other: ['[c]', 60], 'Not stated': [40, null] });
  // The key over the bars is a marker too.
  const marks = (of: typeof chart) => read(of, width).markers.slice(0, -1);

  it('have a square of England’s at its number, and none where none is held', () => {
    const { across } = read(chart, width);
    expect(marks(chart).map(({ x, fill }) => [across(x).toFixed(1), fill])).toEqual([
      ['73.5', 'var(--chart-nation, #F46A25)'],
      ['50.0', 'var(--chart-nation, #F46A25)'],
      ['60.0', 'var(--chart-nation, #F46A25)'],
    ]);
  });

  it('print both figures in their row, and name England once more', () => {
    const { texts } = read(chart, width);
    expect(texts).toEqual(
      expect.arrayContaining(['71%; England 73.5%', '[c]; England 60%', '40%', 'England']),
    );
  });

  it('have bars of the council’s colour, being all its own', () => {
    expect(new Set(read(chart, width).bars.map(({ fill }) => fill))).toEqual(
      new Set(['var(--chart-council, #12436D)']),
    );
  });

  it('are hollow where England’s figure may still change', () => {
    const hollow = marks(unsettledChart(chart, 'provisional')).map(({ fill }) => fill);
    expect(new Set(hollow)).toEqual(new Set([paper]));
  });
});
