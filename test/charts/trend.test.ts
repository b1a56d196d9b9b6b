import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { wordsBox } from '../../src/charts/lettering.ts';
import { coincidencesIn } from '../../src/charts/trend-chart.ts';
import { axisOf, type Drawn, read } from './drawn.ts';
import { collisions, mark, trend } from './samples.ts';

const four = { England: [60, 61], 'North West': [58, 61], 'Statistical neighbours': [59, 61] };
const linesOf = ({ lines }: Drawn, look: string) =>
  lines.filter(({ stroke }) => stroke.includes(`--chart-${look},`));
const numbersOf = (drawn: Drawn, look: string) =>
  linesOf(drawn, look).flatMap(({ pieces }) =>
    pieces.map(piece => piece.map(([, y]) => Number(drawn.up(y).toFixed(1)))),
  );
const joined = ({ words }: Drawn, weight: string) =>
  words
    .filter(each => each.weight === weight)
    .map(({ text }) => text)
    .join(' ');

describe.each(widths)('a trend, %s', width => {
  it('names each series at the end of its line with its last value, the council in bold', () => {
    const drawn = read(trend([81, 84], { England: [null, 78.5] }), width);
    expect(joined(drawn, 'bold')).toBe('Cheshire East 84%');
    expect(joined(drawn, 'normal')).toContain('England 78.5%');
  });

  it('names a line that ends early at the height of its end, and says of which year that is', () => {
    const drawn = read(trend([62.4, 61.5, 62, 63], { 'North West': [58.9, 59.9, null, null] }), width);
    expect(joined(drawn, 'normal')).toContain('North West, to 2009/10');
    const label = drawn.words.find(({ text }) => text.startsWith('North'));
    expect(Math.abs(drawn.up(label?.y ?? 0) - 59.9)).toBeLessThan(1.5);
    expect(collisions(drawn)).toEqual([]);
  });

  it('draws the confidence intervals that were published, within its axis', () => {
    const interval = { low: { number: 58, text: '58%' }, high: { number: 68, text: '68%' } };
    const chart = trend([60, 63], { England: [61, 62] });
    const [own, ...others] = chart.series;
    const marks = [mark(60), { ...mark(63), interval }];
    const drawn = read(
      { ...chart, series: [{ name: 'Cheshire East', role: 'council', ...own, marks }, ...others] },
      width,
    );
    const upright = drawn.rules.filter(({ stroke, x, x2 }) => stroke.includes('--chart-council') && x === x2);
    expect(upright.map(({ y, y2 }) => [y, y2].map(at => Math.round(drawn.up(at))).toSorted())).toEqual([
      [58, 68],
    ]);
    expect(drawn.told.params).toMatchObject({ low: 55, high: 70 });
  });

  it('lays no label over a line', () => {
    const chart = trend([60, 62, 61, 63, 64], {
      England: [59, 61, null, null, null],
      'North West': [58, 60, 62, 61, 60],
    });
    const drawn = read(chart, width);
    const label = drawn.words.find(({ text }) => text.startsWith('England'));
    const box = wordsBox(label ?? (drawn.words[0] as (typeof drawn.words)[number]));
    const within = drawn.lines
      .flatMap(({ pieces }) => pieces.flat())
      .filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    expect(within).toEqual([]);
  });

  it('says over or under the place where two lines cross that they do, with a leader to it', () => {
    const chart = {
      ...trend([60, 62, 61, 65], { England: [63, 64, 64, 63] }),
      crossing: 'Now above England',
    };
    const drawn = read(chart, width);
    const leaders = drawn.rules.filter(({ x, x2, stroke }) => x === x2 && stroke === 'currentColor');
    // From 3 under it to 2 over it: three fifths of the way from 61 to 65.
    expect(leaders.map(({ y }) => Math.abs(drawn.up(y) - 63.4)).every(far => far < 0.5)).toBe(true);
    expect(leaders).toHaveLength(1);
    expect(joined(drawn, 'normal')).toContain('Now above England');
    expect(collisions(drawn)).toEqual([]);
  });

  it('leaves the crossing to the title where nothing is free near it', () => {
    const chart = trend([60, 62, 61, 65], { England: [63, 64, 64, 63] });
    const { texts } = read({ ...chart, crossing: 'Now above England '.repeat(9) }, width);
    expect(texts.join(' ')).not.toContain('Now');
  });

  it('lays no label over the rule of a break', () => {
    const chart = trend([60, 62, 61], { England: [50, null, null] }, [{ before: 1, note: 'New method' }]);
    const drawn = read(chart, width);
    const rule = drawn.rules.find(({ dash }) => dash === '4,3')?.x ?? 0;
    const across = drawn.words.filter(({ text }) => text.startsWith('England')).map(wordsBox);
    expect(across.filter(({ left, right }) => left < rule && rule < right)).toEqual([]);
  });

  it('keeps the labels of four series that end at the same value apart', () => {
    expect(collisions(read(trend([59, 61], four), width))).toEqual([]);
  });

  it('shows a single year as a point with its label', () => {
    const drawn = read(trend([63], { England: [60], 'North West': [60] }), width);
    expect(drawn.markers).toHaveLength(3);
    expect(drawn.texts).toContain('2008/09');
    expect(collisions(drawn)).toEqual([]);
  });

  it('prints withheld and missing figures as their symbols', () => {
    const drawn = read(trend([63, '[c]', 64, 65], { England: [60, 61, '[x]', 62] }), width);
    expect(drawn.texts.filter(text => text.startsWith('['))).toEqual(['[c]', '[x]']);
    expect(drawn.texts).toContain('England');
    expect(drawn.markers.filter(({ fill }) => fill.includes('council'))).toHaveLength(3);
  });

  it('prints a symbol that every series has in a year once, for all', () => {
    const { texts } = read(trend([63, '[x]', 64], { England: [60, '[x]', 62] }), width);
    expect(texts.filter(text => text === '[x]' || text === 'All').toSorted()).toEqual(['All', '[x]']);
  });

  it('names a series that has only symbols, without a value', () => {
    const drawn = read(trend([63, 64], { England: ['[c]', '[c]'] }), width);
    expect(drawn.texts).toContain('England');
    expect(collisions(drawn)).toEqual([]);
  });

  it('leaves out a series with nothing to plot and nothing missing', () => {
    expect(read(trend([63, 64], { England: [null, null] }), width).texts).not.toContain('England');
  });

  it('says once over the lines that the measure was not made for some years, in words alone', () => {
    const marks = [63, 64, null, null, 61, 62, null, 64];
    const pauses = [
      { from: 2, to: 3, because: 'There were no tests in the pandemic.' },
      { from: 6, to: 6, because: 'The tests were not marked.' },
    ];
    const chart = trend(marks, {}, [{ before: 4, note: 'New curriculum and tests' }]);
    const drawn = read({ ...chart, pauses }, width);
    expect(drawn.texts.filter(text => text === 'No figures')).toHaveLength(2);
    expect(drawn.texts.filter(text => text.startsWith('['))).toEqual([]);
    expect(drawn.markers).toHaveLength(5);
    const plain = read(chart, width).rules.length;
    expect(drawn.rules).toHaveLength(plain);
    expect(collisions(drawn)).toEqual([]);
  });

  it('keeps neighbouring stretches of symbols apart', () => {
    const long = '[not collected]';
    expect(collisions(read(trend([63, long, long, '[discontinued]', '[discontinued]', 64]), width))).toEqual(
      [],
    );
  });

  it('keeps the notes of neighbouring breaks apart, above the lines', () => {
    const breaks = [
      { before: 1, note: 'New curriculum and tests' },
      { before: 2, note: 'New writing framework' },
    ];
    const drawn = read(trend([50, 60, 70, 80, 90, 95], {}, breaks), width);
    expect(drawn.rules.filter(({ dash }) => dash === '4,3')).toHaveLength(2);
    expect(collisions(drawn)).toEqual([]);
  });
});

describe('the line of a trend', () => {
  const pieces = (...given: Parameters<typeof trend>) => numbersOf(read(trend(...given), 'wide'), 'council');

  it('is one piece over consecutive years, at the rounded numbers and nothing finer', () => {
    const known = [57.3, 62.5, 64.4, 62, 62.4, 61.5];
    expect(pieces(known, { England: known.map(number => number - 3) })).toEqual([known]);
  });

  it('is not joined across a missing year, a withheld one or a break', () => {
    expect(pieces([81, 84, null, 83, 82])).toEqual([
      [81, 84],
      [83, 82],
    ]);
    expect(pieces([81, 84, '[c]', 83, 82])).toHaveLength(2);
    expect(pieces([81, 84, 60, 61], {}, [{ before: 2, note: 'New curriculum' }])).toEqual([
      [81, 84],
      [60, 61],
    ]);
  });

  it('differs between series by colour, dash and marker, the council over all others', () => {
    const { lines, markers } = read(trend([59, 61], four), 'wide');
    expect(new Set(lines.map(({ stroke }) => stroke)).size).toBe(4);
    expect(new Set(lines.map(({ dash }) => dash)).size).toBe(4);
    expect(new Set(markers.map(({ fill }) => fill)).size).toBe(4);
    expect(lines.at(-1)?.stroke).toContain('council');
  });
});

describe('lines that run together', () => {
  it('are named, with the years over which one hides the other', () => {
    const chart = trend([60, 61, 62, 63], { England: [60, 61, 60, 63], 'North West': [58, 61, 62, 63] });
    expect(coincidencesIn(chart)).toEqual([
      { names: ['Cheshire East', 'England'], from: '2008/09', to: '2009/10' },
      { names: ['Cheshire East', 'North West'], from: '2009/10', to: '2011/12' },
    ]);
  });

  it('are said of a line that is one point, under another', () => {
    expect(coincidencesIn(trend([85, 86], { England: [83, 85], 'North West': [null, 85] }))).toEqual([
      { names: ['England', 'North West'], from: '2009/10', to: '2009/10' },
    ]);
  });

  it('are none where lines only meet, stop at a break, or have no figures', () => {
    expect(coincidencesIn(trend([60, 61, 62], { England: [60, 60, 62] }))).toEqual([]);
    expect(
      coincidencesIn(trend([60, 61], { England: [60, 61] }, [{ before: 1, note: 'New method' }])),
    ).toEqual([]);
    expect(coincidencesIn(trend(['[c]', '[c]'], { England: ['[c]', '[c]'] }))).toEqual([]);
  });
});

describe('the vertical axis of a trend', () => {
  it('does not blow up a small change', () => {
    expect(axisOf(trend([81, 82])).labels).toEqual(['75%', '80%', '85%']);
  });

  it('shows small rates at their own size', () => {
    expect(axisOf(trend([0.3, 0.9])).labels).toEqual(['0.0%', '0.5%', '1.0%']);
  });

  it('stays within what the unit allows', () => {
    const { low, high } = axisOf(trend([99, 100]));
    expect([low, high]).toEqual([90, 100]);
  });

  it('has a true minus sign, as many decimals as its steps need, and a firm line at nought', () => {
    const chart = {
      ...trend([0]),
      scale: { suffix: '', floor: null, ceiling: null } as const,
      series: [{ name: 'A', role: 'council' as const, marks: [mark(-0.12), mark(0.3)] }],
    };
    expect(axisOf(chart).labels).toEqual(['−0.2', '0.0', '0.2', '0.4']);
    const { svg, texts } = read(chart, 'wide');
    expect(texts).toEqual(expect.arrayContaining(['−0.2', '0.0', '0.2', '0.4']));
    expect(svg.match(/ opacity="0.2"/g)).toHaveLength(3);
  });
});

it('names the first year and the last where a phone has room for two', () => {
  const years = (count: number) => {
    const { texts } = read(trend(Array.from({ length: count }, (_, at) => 50 + at)), 'narrow');
    return texts.filter(text => /^\d{4}\/\d{2}$/.test(text));
  };
  expect(years(12)).toEqual(['2008/09', '2019/20']);
  expect(years(5)).toEqual(['2008/09', '2012/13']);
});
