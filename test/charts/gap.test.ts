import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { drawGap } from '../../src/charts/gap-chart.ts';
import { collisions, gap, textsOf } from './samples.ts';

const areas = gap({
  'Cheshire East': [70.9, 53.9, '17.0 points'],
  'Cheshire West and Chester': [67.2, 51.8, '15.4 points'],
  England: [67, 52.9, '14.1 points'],
});

describe.each(widths)('a gap, %s', width => {
  it('joins two different markers in each row', () => {
    const { points, rules } = drawGap(areas, width);
    expect(points.map(({ x }) => x)).toEqual([70.9, 53.9, 67.2, 51.8, 67, 52.9]);
    expect(new Set(points.map(({ shape }) => shape)).size).toBe(2);
    expect(rules.filter(rule => rule.width === 2)).toHaveLength(3);
  });

  it('names the groups once, and prints both values and the distance in each row', () => {
    const drawing = drawGap(areas, width);
    for (const text of ['Girls', 'Boys', '70.9%', '53.9%', '17.0 points']) {
      expect(textsOf(drawing.words).filter(each => each === text)).toHaveLength(1);
    }
    expect(collisions(drawing)).toEqual([]);
  });

  it('keeps the values of identical and reversed groups apart', () => {
    const drawing = drawGap(
      gap({ 'Cheshire East': [60, 60, '0 points'], England: [58, 59, '−1 point'] }),
      width,
    );
    expect(collisions(drawing)).toEqual([]);
  });

  it('names a withheld group beside its symbol, and joins nothing', () => {
    const drawing = drawGap(
      gap({ 'Cheshire East': ['[c]', 54, '[c]'], England: [67, 53, '14 points'] }),
      width,
    );
    expect(textsOf(drawing.words)).toContain('Girls [c]');
    expect(drawing.points).toHaveLength(3);
    expect(drawing.rules.filter(rule => rule.width === 2)).toHaveLength(1);
    expect(collisions(drawing)).toEqual([]);
  });

  it('prints both symbols when both groups are withheld', () => {
    const drawing = drawGap(gap({ 'Cheshire East': ['[c]', '[c]', '[c]'] }), width);
    expect(textsOf(drawing.words)).toEqual(expect.arrayContaining(['Girls [c]', 'Boys [c]', '[c]']));
    expect(collisions(drawing)).toEqual([]);
  });

  it('sets long names of groups one under the other', () => {
    const groups = [
      'Pupils with special educational needs',
      'Pupils without special educational needs',
    ] as const;
    expect(collisions(drawGap({ ...areas, groups }, width))).toEqual([]);
  });
});
