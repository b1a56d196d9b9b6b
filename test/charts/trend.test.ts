import { describe, expect, it } from 'vitest';
import { position, widths } from '../../src/charts/drawing.ts';
import { drawTrend, trendTicks } from '../../src/charts/trend-chart.ts';
import { drawnBoth } from './drawn.ts';
import { collisions, mark, textsOf, trend } from './samples.ts';

const four = { England: [60, 61], 'North West': [58, 61], 'Statistical neighbours': [59, 61] };

describe.each(widths)('a trend, %s', width => {
  it('names each series at the end of its line with its last value, the council in bold', () => {
    const { words } = drawTrend(trend([81, 84], { England: [null, 78.5] }), width);
    const joined = words
      .filter(({ weight }) => weight === 'bold')
      .map(({ text }) => text)
      .join(' ');
    expect(joined).toBe('Cheshire East 84%');
    expect(textsOf(words).join(' ')).toContain('England 78.5%');
  });

  it('says of which year the last value is when it is not the last year of the chart', () => {
    const drawing = drawTrend(trend([62.4, 61.5], { 'North West': [59.9, null] }), width);
    expect(textsOf(drawing.words).join(' ')).toContain('North West, to 2008/09');
  });

  it('keeps the labels of four series that end at the same value apart', () => {
    const drawing = drawTrend(trend([59, 61], four), width);
    expect(collisions(drawing)).toEqual([]);
  });

  it('has a gridline at zero for numbers on either side of it', () => {
    const drawing = drawTrend(trend([-12, 0, 7]), width);
    const zero = position(drawing.y, 0);
    expect(
      drawing.rules.filter(rule => rule.y === zero && rule.y2 === zero && rule.opacity === 1),
    ).toHaveLength(1);
    expect(collisions(drawing)).toEqual([]);
  });

  it('shows a single year as a point with its label', () => {
    const drawing = drawTrend(trend([63], { England: [60], 'North West': [60] }), width);
    expect(drawing.points).toHaveLength(3);
    expect(textsOf(drawing.words)).toContain('2008/09');
    expect(collisions(drawing)).toEqual([]);
  });

  it('prints withheld and missing figures as their symbols', () => {
    const drawing = drawTrend(trend([63, '[c]', 64, 65], { England: [60, 61, '[x]', 62] }), width);
    expect(textsOf(drawing.words).filter(text => text.startsWith('['))).toEqual(['[c]', '[x]']);
    expect(textsOf(drawing.words)).toContain('England');
    expect(drawing.keys).toEqual([]);
    expect(drawing.points.filter(({ fill }) => fill.includes('council'))).toHaveLength(3);
  });

  it('prints a symbol that every series has in a year once, for all', () => {
    const drawing = drawTrend(trend([63, '[x]', 64], { England: [60, '[x]', 62] }), width);
    expect(textsOf(drawing.words).filter(text => text === '[x]' || text === 'All')).toEqual(['[x]', 'All']);
  });

  it('names a series that has only symbols, without a value', () => {
    const drawing = drawTrend(trend([63, 64], { England: ['[c]', '[c]'] }), width);
    expect(textsOf(drawing.words)).toContain('England');
    expect(collisions(drawing)).toEqual([]);
  });

  it('leaves out a series with nothing to plot and nothing missing', () => {
    const drawing = drawTrend(trend([63, 64], { England: [null, null] }), width);
    expect(textsOf(drawing.words)).not.toContain('England');
  });

  it('says once over the lines that the measure was not made for some years, clear of the breaks beside them', () => {
    const marks = [63, 64, null, null, 61, 62, null, 64];
    const pauses = [
      { from: 2, to: 3, because: 'There were no tests in the pandemic.' },
      { from: 6, to: 6, because: 'The tests were not marked.' },
    ];
    const breaks = [{ before: 4, note: 'New curriculum and tests' }];
    const drawing = drawTrend({ ...trend(marks, {}, breaks), pauses }, width);
    expect(textsOf(drawing.words).filter(text => text === 'No figures')).toHaveLength(2);
    expect(textsOf(drawing.words).filter(text => text.startsWith('['))).toEqual([]);
    expect(drawing.points).toHaveLength(5);
    const brackets = drawing.rules.filter(({ opacity, y, y2 }) => opacity === 0.75 && y === y2);
    expect(brackets).toHaveLength(2);
    expect(collisions(drawing)).toEqual([]);
  });

  it('keeps the brackets of neighbouring stretches of symbols apart', () => {
    const long = '[not collected]';
    const drawing = drawTrend(trend([63, long, long, '[discontinued]', '[discontinued]', 64]), width);
    const brackets = drawing.rules.filter(
      ({ y, y2 }) => y === y2 && y > position(drawing.y, drawing.y.domain[0]) + 4,
    );
    const [one, other] = brackets;
    expect(brackets).toHaveLength(2);
    expect(one?.y === other?.y && (one?.x2 ?? 0) > (other?.x ?? 0)).toBe(false);
  });

  it('keeps the notes of neighbouring breaks apart, above the lines', () => {
    const breaks = [
      { before: 1, note: 'New curriculum and tests' },
      { before: 2, note: 'New writing framework' },
    ];
    const drawing = drawTrend(trend([50, 60, 70, 80, 90, 95], {}, breaks), width);
    expect(drawing.rules.filter(({ dash }) => dash.join() === '4,3')).toHaveLength(2);
    expect(collisions(drawing)).toEqual([]);
  });
});

describe('the line of a trend', () => {
  const pieces = (svg: string) =>
    svg.match(/<path d="([^"]*)" stroke="var\(--chart-council/)?.[1]?.match(/M/g)?.length;

  it('is one piece over consecutive years', () => {
    expect(pieces(drawnBoth(trend([81, 84, 83]), 'a', 'Line chart').wide)).toBe(1);
  });

  it('is not joined across a missing year', () => {
    expect(pieces(drawnBoth(trend([81, 84, null, 83, 82]), 'a', 'Line chart').wide)).toBe(2);
  });

  it('is not joined across a withheld year', () => {
    expect(pieces(drawnBoth(trend([81, 84, '[c]', 83, 82]), 'a', 'Line chart').narrow)).toBe(2);
  });

  it('is not joined across a break', () => {
    const chart = trend([81, 84, 60, 61], {}, [{ before: 2, note: 'New curriculum' }]);
    expect(pieces(drawnBoth(chart, 'a', 'Line chart').wide)).toBe(2);
    expect(drawTrend(chart, 'wide').lines.map(({ y }) => y)).toEqual([81, 84, null, 60, 61]);
  });

  it('stands at the rounded numbers and nothing finer', () => {
    const known = [57.3, 62.5, 64.4, 62, 62.4, 61.5];
    const chart = trend(known, { England: known.map(number => number - 3) });
    const { x, y } = drawTrend(chart, 'wide');
    const svg = drawnBoth(chart, 'a', 'Line chart').wide;
    const path = svg.match(/<path d="M([^"]*)" stroke="var\(--chart-council/)?.[1] ?? '';
    const vertices = path.split('L').map(vertex => vertex.split(',').map(Number));
    const perPixel = (y.domain[1] - y.domain[0]) / (y.range[0] - y.range[1]);
    for (const [index, [left = 0, top = 0]] of vertices.entries()) {
      expect(left).toBeCloseTo(position(x, index), 1);
      expect(y.domain[0] + (y.range[0] - top) * perPixel).toBeCloseTo(known[index] ?? 0, 2);
    }
    expect(vertices).toHaveLength(known.length);
  });

  it('differs between series by colour, dash and marker', () => {
    const { lines, points } = drawTrend(trend([59, 61], four), 'wide');
    const distinct = (each: readonly unknown[]) => new Set(each.map(String)).size;
    expect(distinct(lines.map(({ stroke }) => stroke))).toBe(4);
    expect(distinct(lines.map(({ dash }) => dash))).toBe(4);
    expect(distinct(points.map(({ shape }) => shape))).toBe(4);
  });
});

describe('the vertical axis of a trend', () => {
  it('does not blow up a small change', () => {
    expect(trendTicks(trend([81, 82])).labels).toEqual(['75%', '80%', '85%']);
  });

  it('shows small rates at their own size', () => {
    expect(trendTicks(trend([0.3, 0.9])).labels).toEqual(['0.0%', '0.5%', '1.0%']);
  });

  it('stays within what the unit allows', () => {
    const { low, high } = trendTicks(trend([99, 100]));
    expect([low, high]).toEqual([90, 100]);
  });

  it('has a true minus sign and as many decimals as its steps need', () => {
    const chart = {
      ...trend([0]),
      scale: { suffix: '', floor: null, ceiling: null } as const,
      series: [{ name: 'A', role: 'council' as const, marks: [mark(-0.12), mark(0.3)] }],
    };
    expect(trendTicks(chart).labels).toEqual(['−0.2', '0.0', '0.2', '0.4']);
  });
});
