import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import { type Drawn, read } from './drawn.ts';
import { collisions, gap, unsettledChart } from './samples.ts';

const areas = gap({
  'Cheshire East': [70.9, 53.9, '17.0 points'],
  'Cheshire West and Chester': [67.2, 51.8, '15.4 points'],
  England: [67, 52.9, '14.1 points'],
});
// The two keys over the rows are markers too.
const markersOf = ({ markers }: Drawn) => markers.slice(0, -2);
const spansOf = ({ rules }: Drawn) => rules.filter(({ width }) => width === 2);

describe.each(widths)('a gap, %s', width => {
  it('joins two different markers in each row, at their numbers', () => {
    const drawn = read(areas, width);
    expect(markersOf(drawn).map(({ x }) => drawn.across(x).toFixed(1))).toEqual(
      '70.9 53.9 67.2 51.8 67.0 52.9'.split(' '),
    );
    expect(new Set(drawn.markers.map(({ shape }) => shape)).size).toBe(2);
    expect(spansOf(drawn)).toHaveLength(3);
  });

  it('has hollow marks for figures that may still change alone', () => {
    const hollow = (chart: typeof areas) =>
      markersOf(read(chart, width)).filter(({ fill }) => fill === paper).length;
    expect(hollow(areas)).toBe(0);
    expect(hollow(unsettledChart(areas, 'provisional'))).toBe(6);
    expect(hollow(unsettledChart(areas, 'revised'))).toBe(0);
  });

  it('names the groups once, and prints both values and the distance in each row', () => {
    const drawn = read(areas, width);
    for (const text of ['Girls', 'Boys', '70.9%', '53.9%', '17.0 points']) {
      expect(drawn.texts.filter(each => each === text)).toHaveLength(1);
    }
    expect(collisions(drawn)).toEqual([]);
  });

  it('keeps the values of identical and reversed groups apart', () => {
    const chart = gap({ 'Cheshire East': [60, 60, '0 points'], England: [58, 59, '−1 point'] });
    expect(collisions(read(chart, width))).toEqual([]);
  });

  it('names a withheld group beside its symbol, and joins nothing', () => {
    const drawn = read(gap({ 'Cheshire East': ['[c]', 54, '[c]'], England: [67, 53, '14 points'] }), width);
    expect(drawn.texts).toContain('Girls [c]');
    expect(markersOf(drawn)).toHaveLength(3);
    expect(spansOf(drawn)).toHaveLength(1);
    expect(collisions(drawn)).toEqual([]);
  });

  it('prints both symbols when both groups are withheld', () => {
    const drawn = read(gap({ 'Cheshire East': ['[c]', '[c]', '[c]'] }), width);
    expect(drawn.texts).toEqual(expect.arrayContaining(['Girls [c]', 'Boys [c]', '[c]']));
    expect(collisions(drawn)).toEqual([]);
  });

  it('sets long names of groups one under the other', () => {
    const groups = [
      'Pupils with special educational needs',
      'Pupils without special educational needs',
    ] as const;
    expect(collisions(read({ ...areas, groups }, width))).toEqual([]);
  });
});
