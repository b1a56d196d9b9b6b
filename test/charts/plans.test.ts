// What must be seen in the drawings of targets, indicators of plans, and wards.
import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { paper } from '../../src/charts/palette.ts';
import { type Drawn, read } from './drawn.ts';
import { bullet, range, target } from './samples.ts';

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

const aimedFor = ({ lines }: Drawn) => lines.filter(({ stroke }) => stroke.includes('--chart-target'));

describe.each(widths)('a target, %s', width => {
  it('can never be taken for an outcome: its line is broken, its colour its own and its marks are bars', () => {
    const drawn = read(good, width);
    const outcomes = drawn.lines.filter(({ stroke }) => stroke.includes('--chart-council'));
    expect([outcomes, aimedFor(drawn)].map(lines => lines.map(({ dash }) => dash))).toEqual([
      ['1,0'],
      ['3,4'],
    ]);
    const marks = drawn.markers.map(({ y, fill, shape }) => [
      Number(drawn.up(y).toFixed(1)),
      /chart-([a-z]+)/.exec(fill)?.[1],
      shape.includes('A') ? 'round' : 'straight',
    ]);
    expect(marks.toSorted()).toEqual([
      [56, 'council', 'round'],
      [62, 'council', 'round'],
      [70, 'target', 'straight'],
    ]);
  });

  it('says what is aimed for by when, and of which year the outcome is', () => {
    const said = read(good, width).texts.join(' ');
    expect(said).toContain('Target: at least 70% by 2016/17');
    expect(said).toContain('Cheshire East 62%, 2013/14');
  });

  it('goes by its milestones, labelled where there is room', () => {
    const drawn = read(gapTo, width);
    expect(
      aimedFor(drawn)[0]?.pieces.map(piece => piece.map(([, y]) => Number(drawn.up(y).toFixed(1)))),
    ).toEqual([[38, 27, 10]]);
    expect(drawn.texts).toContain('27%');
  });

  it('joins a projection to no outcome, and gives it a hollow mark and a name of its own', () => {
    const drawn = read(gapTo, width);
    const places = drawn.lines.flatMap(({ pieces }) => pieces.flat()).map(([, y]) => drawn.up(y).toFixed(1));
    expect(places).not.toContain('25.0');
    expect(drawn.markers.find(({ y }) => drawn.up(y).toFixed(1) === '25.0')).toMatchObject({ fill: paper });
    expect(drawn.texts.join(' ')).toContain('Projection 25%, 2013/14');
  });
});

describe.each(widths)('the indicators of a plan, %s', width => {
  const drawn = read(
    bullet({
      'Good or better secondary schools': [85.5, 81.9, 'Achieved'],
      'Work or learning': ['[x]', 86, 'No figure'],
      'Not in education': [2.3, null, ''],
    }),
    width,
  );
  it('have bars from zero, and a mark across at each target, over the bar that has passed it', () => {
    const ends = drawn.bars.map(({ x, x2 }) => [drawn.across(x).toFixed(1), drawn.across(x2).toFixed(1)]);
    expect(ends).toEqual([
      ['0.0', '85.5'],
      ['0.0', '2.3'],
    ]);
    expect(drawn.markers.map(({ x }) => drawn.across(x).toFixed(1))).toEqual(['81.9', '86.0']);
    expect(drawn.markers.every(({ stroke }) => stroke === paper)).toBe(true);
    expect(drawn.svg.indexOf('<path transform')).toBeGreaterThan(
      drawn.svg.search(/d="M[\d.,-]+h(?!.*d="M[\d.,-]+h)/),
    );
  });

  it('say everything in words: figure or symbol, target or none, status', () => {
    const words = drawn.texts.join(' ');
    for (const said of ['85.5%, target 81.9%', 'Achieved', '[x], target 86%', 'No figure', '2.3%, no target'])
      expect(words).toContain(said);
  });
});

describe.each(widths)('the range of wards, %s', width => {
  const drawn = read(
    range(
      {
        '2013/14': [['Prestbury', 0.4], 4.5, ['Crewe St Barnabas', 12.3]],
        '2014/15': [['Crewe', '[c]'], 4, ['Poynton', 9]],
      },
      { number: 10, text: 'No ward above 10%' },
    ),
    width,
  );

  it('names both ends and the average', () => {
    const words = drawn.texts.join(' ');
    for (const said of [
      'Lowest: Prestbury 0.4%',
      'Highest: Crewe St Barnabas 12.3%',
      'Cheshire East 4.5%',
      'Lowest: Crewe [c]',
    ])
      expect(words).toContain(said);
    expect(drawn.markers.map(({ x }) => drawn.across(x).toFixed(1))).toEqual(['4.5', '4.0']);
  });

  it('draws no line to an end that is withheld', () => {
    const lines = drawn.rules.filter(({ y, y2, width: pen }) => y === y2 && pen === 2);
    expect(lines.map(({ x, x2 }) => [drawn.across(x).toFixed(1), drawn.across(x2).toFixed(1)])).toEqual([
      ['0.4', '12.3'],
    ]);
  });

  it('shows the limit in every row, as broken as a target', () => {
    const limits = drawn.rules.filter(({ dash }) => dash !== '');
    expect(limits.map(({ x }) => drawn.across(x).toFixed(1))).toEqual(['10.0', '10.0']);
    expect(drawn.texts).toContain('No ward above 10%');
  });
});
