// What must be seen in the drawings of targets, indicators of plans, and wards.
import { describe, expect, it } from 'vitest';
import { drawBullet } from '../../src/charts/bullet-chart.ts';
import { position, widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import { drawRange } from '../../src/charts/range-chart.ts';
import { drawTarget } from '../../src/charts/target-chart.ts';
import { bullet, range, target, textsOf } from './samples.ts';

// G13 and G39: a good level of development on its way to 70%, and a gap on its way below 10 by a milestone of 27.
const good = target(
  [56, 62, null, null, null],
  [
    [0, 56],
    [4, 70],
  ],
  'Target: at least 70% by 2016/17',
);
const gapTo = target(
  [38, null, null, null, null],
  [
    [0, 38],
    [1, 27],
    [4, 10],
  ],
  'Target: below 10% by 2016/17',
  [null, 25, null, null, null],
);

describe.each(widths)('a target, %s', width => {
  it('can never be taken for an outcome: its line is broken and its marks are hollow diamonds', () => {
    const { lines, points } = drawTarget(good, width);
    const [outcomes, aimed] = ['outcomes', 'target'].map(name =>
      lines.filter(({ series }) => series === name),
    );
    expect(outcomes?.every(({ dash }) => dash.length === 0)).toBe(true);
    expect(aimed?.every(({ dash }) => dash.length > 0)).toBe(true);
    expect(aimed?.[0]?.stroke).not.toBe(outcomes?.[0]?.stroke);
    const hollow = points.filter(({ fill }) => fill === paper);
    expect(hollow.map(({ x, y, shape }) => [x, y, shape])).toEqual([[4, 70, 'diamond']]);
    expect(points.filter(({ fill }) => fill !== paper).map(({ y, shape }) => [y, shape])).toEqual([
      [56, 'circle'],
      [62, 'circle'],
    ]);
  });

  it('says what is aimed for by when, and of which year the outcome is', () => {
    const words = textsOf(drawTarget(good, width).words).join(' ');
    expect(words).toContain('Target: at least 70% by 2016/17');
    expect(words).toContain('Cheshire East 62%, 2013/14');
  });

  it('goes by its milestones, labelled where there is room', () => {
    const { lines, words } = drawTarget(gapTo, width);
    const aimed = lines.filter(({ series }) => series === 'target');
    expect(aimed.map(({ x, y }) => [x, y])).toEqual([
      [0, 38],
      [1, 27],
      [4, 10],
    ]);
    expect(textsOf(words)).toContain('27%');
  });

  it('joins a projection to no outcome, and gives it a mark and a name of its own', () => {
    const { lines, points, words } = drawTarget(gapTo, width);
    expect(lines.filter(({ y }) => y === 25)).toEqual([]);
    expect(points.find(({ y }) => y === 25)).toMatchObject({ shape: 'square', fill: paper });
    expect(textsOf(words).join(' ')).toContain('Projection 25%, 2013/14');
  });
});

describe.each(widths)('the indicators of a plan, %s', width => {
  const chart = bullet({
    'Good or better secondary schools': [85.5, 81.9, 'Achieved', [96.4]],
    'Work or learning': ['[x]', 86, 'Not measurable'],
    'Not in education': [2.3, null, ''],
  });
  const drawing = drawBullet(chart, width);

  it('have bars from zero, and a mark across at each target, over the bar that has passed it', () => {
    expect(drawing.x.domain[0]).toBe(0);
    const bars = drawing.bars.filter(({ fill }) => fill !== paper);
    expect(bars.map(({ x, x2 }) => [x, x2])).toEqual([
      [0, 85.5],
      [0, 2.3],
    ]);
    expect(drawing.keys.map(({ x }) => x)).toEqual([81.9, 86].map(number => position(drawing.x, number)));
    expect(drawing.keys.every(({ stroke, rim }) => stroke === paper && rim > 0)).toBe(true);
  });

  it('have bands as outlines only', () => {
    const bands = drawing.bars.filter(({ fill }) => fill === paper);
    expect(bands.map(({ x2, rim }) => [x2, rim])).toEqual([[96.4, 1]]);
  });

  it('say everything in words: figure or symbol, target or none, status', () => {
    const words = textsOf(drawing.words).join(' ');
    for (const said of [
      '85.5%, target 81.9%',
      'Achieved',
      '[x], target 86%',
      'Not measurable',
      '2.3%, no target',
    ])
      expect(words).toContain(said);
  });
});

describe.each(widths)('the range of wards, %s', width => {
  const chart = range(
    {
      '2013/14': [['Prestbury', 0.4], 4.5, ['Crewe St Barnabas', 12.3]],
      '2014/15': [['Crewe', '[c]'], 4, ['Poynton', 9]],
    },
    { number: 10, text: 'No ward above 10%' },
  );
  const drawing = drawRange(chart, width);

  it('names both ends and the average', () => {
    const words = textsOf(drawing.words).join(' ');
    for (const said of [
      'Lowest: Prestbury 0.4%',
      'Highest: Crewe St Barnabas 12.3%',
      'Cheshire East 4.5%',
      'Lowest: Crewe [c]',
    ])
      expect(words).toContain(said);
    expect(drawing.points.map(({ x }) => x)).toEqual([4.5, 4]);
  });

  it('draws no line to an end that is withheld', () => {
    const lines = drawing.rules.filter(({ y, y2, width: pen }) => y === y2 && pen === 2);
    expect(lines.map(({ x, x2 }) => [x, x2])).toEqual([
      [position(drawing.x, 0.4), position(drawing.x, 12.3)],
    ]);
  });

  it('shows the limit in every row, as broken as a target', () => {
    const at = position(drawing.x, 10);
    const limits = drawing.rules.filter(({ x, dash }) => x === at && dash.length > 0);
    expect(limits).toHaveLength(2);
    expect(textsOf(drawing.words)).toContain('No ward above 10%');
  });
});
