import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import type { PaceChart } from '../../src/model/chart.ts';
import { type Drawn, read } from './drawn.ts';
import { collisions, pace, unsettledChart } from './samples.ts';

const chart = pace({
  'Progress 8': [0.09, 0, 0.3],
  Absence: [-0.5, -0.25, -0.5],
  'Grade 5 or above in English and maths': [-2.2, -0.4, 7.3],
});
// The two keys over the rows are markers too: each row has ours, then England's.
const marks = ({ markers }: Drawn) => markers.slice(0, -2);
const places = (drawn: Drawn) => marks(drawn).map(({ x }) => drawn.across(x).toFixed(2));

describe.each(widths)('changes beside England’s, %s', width => {
  it('stand at so many spreads from no change, to the right where they are for the better', () => {
    expect(places(read(chart, width))).toEqual(['0.30', '0.00', '1.00', '0.50', '-0.30', '-0.05']);
  });

  it('have our own over England’s in each row, so that neither hides the other', () => {
    const same = read(pace({ Reading: [1, 1, 2], Writing: [0, 0, 2] }), width);
    const [own, england, next] = marks(same);
    expect(own?.x).toBe(england?.x);
    expect((england?.y ?? 0) - (own?.y ?? 0)).toBeGreaterThan(12);
    expect(next?.y).toBeGreaterThan(england?.y ?? 0);
    expect(own?.shape).not.toBe(england?.shape);
  });

  it('are joined to no change by a line of their own look', () => {
    const drawn = read(chart, width);
    const nought = drawn.told.plot.left + (drawn.told.plot.right - drawn.told.plot.left) / 2;
    const stems = drawn.rules.filter(({ y, y2, stroke }) => y === y2 && stroke.startsWith('var(--chart-'));
    expect(stems).toHaveLength(6);
    expect(new Set(stems.map(({ stroke, dash }) => `${stroke} ${dash}`)).size).toBe(2);
    expect(Math.abs(drawn.across(nought))).toBeLessThan(0.26);
  });

  it('do not make small changes look large', () => {
    const { params } = read(pace({ Reading: [0.01, 0, 5], Writing: [0, 0, 5] }), width).told;
    expect([params.low, params.high]).toEqual([-0.5, 0.5]);
  });

  it('are printed in each row, and their names and ends told', () => {
    const { texts } = read(chart, width);
    const said = texts.join(' ');
    expect(said).toMatch(width === 'wide' ? /up 0\.09 England no change/ : /up 0\.09; England no change/);
    expect(texts).toEqual(
      expect.arrayContaining(['Cheshire East', 'England', 'No change', 'Worse', 'Better']),
    );
  });

  it('are hollow where a figure may still change, and there alone', () => {
    const hollow = (of: PaceChart) => marks(read(of, width)).filter(({ fill }) => fill === paper).length;
    expect(hollow(chart)).toBe(0);
    expect(hollow(unsettledChart(chart, 'provisional'))).toBe(6);
    expect(hollow(unsettledChart(chart, 'revised'))).toBe(0);
  });

  it('keep “No change” on the sheet where all went one way', () => {
    const all = pace({ Reading: [-90, -80, 10], Writing: [-70, -1, 10] });
    expect(collisions(read(all, width))).toEqual([]);
    expect(
      collisions(read({ ...all, rows: all.rows.map(row => ({ ...row, better: 'low' as const })) }, width)),
    ).toEqual([]);
  });
});
