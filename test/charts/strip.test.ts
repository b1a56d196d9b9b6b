import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { wordsBox } from '../../src/charts/lettering.ts';
import type { StripChart } from '../../src/model/chart.ts';
import { axisOf, type Drawn, read, sheetWidth } from './drawn.ts';
import { collisions, mark, percent, score, strip } from './samples.ts';

const others = [48, 52, 55, 55, 57, 58, 58, 58, 60, 60, 61, 63, 64, 64, 66, 67, 70, 74];
const areas = strip(others, { 'Cheshire East': 62, 'North West': 58, England: 60 });

const dotsOf = ({ markers, told }: Drawn) => markers.slice(0, told.data.others?.length);
const pickedOf = ({ markers, told }: Drawn) => markers.slice(told.data.others?.length);
/** Poles are in the colours of those picked out; the axis and the arrow are in the colour of text. */
const polesOf = ({ rules }: Drawn) => rules.filter(({ stroke }) => stroke.startsWith('var(--chart'));

function throughWords(drawn: Drawn): readonly string[] {
  const boxes = drawn.words.map(words => ({ text: words.text, ...wordsBox(words) }));
  return polesOf(drawn).flatMap(pole =>
    boxes
      .filter(box => box.left < pole.x && pole.x < box.right && box.top < pole.y2 && pole.y < box.bottom)
      .map(({ text }) => text),
  );
}

describe.each(widths)('a strip, %s', width => {
  it('has a dot for every other authority, and a marker of its own for each picked out, at its number', () => {
    const drawn = read(areas, width);
    expect(dotsOf(drawn)).toHaveLength(others.length);
    expect(new Set(dotsOf(drawn).map(({ fill }) => fill))).toEqual(
      new Set(['var(--chart-context, #8C8C8C)']),
    );
    expect(
      pickedOf(drawn)
        .map(({ x }) => drawn.across(x).toFixed(1))
        .toSorted(),
    ).toEqual(['58.0', '60.0', '62.0']);
    expect(new Set(pickedOf(drawn).map(({ fill }) => fill)).size).toBe(3);
  });

  it('marks the council’s neighbours among the dots, by shape and colour', () => {
    const near = {
      ...areas,
      others: areas.others.map((each, at) => (at < 3 ? { ...each, isNeighbour: true as const } : each)),
    };
    const marked = dotsOf(read(near, width)).filter(({ fill }) => fill.includes('--chart-neighbours'));
    expect(marked).toHaveLength(3);
    expect(marked.every(({ shape }) => !shape.includes('A'))).toBe(true);
  });

  it('names those picked out with their values, the council in bold', () => {
    const { words } = read(areas, width);
    const joined = (weight: string) =>
      words
        .filter(each => each.weight === weight)
        .map(({ text }) => text)
        .join(' ');
    expect(joined('bold')).toBe('Cheshire East 62%');
    expect(joined('normal')).toContain('North West 58%');
    expect(joined('normal')).toContain('England 60%');
  });

  it('piles equal values one on another, by their number', () => {
    const drawn = read(areas, width);
    const piles = Map.groupBy(dotsOf(drawn), ({ x }) => x);
    const tallest = [...piles].toSorted((a, b) => b[1].length - a[1].length)[0];
    expect(new Set(tallest?.[1].map(({ y }) => y)).size).toBe(3);
    expect(Math.abs(drawn.across(tallest?.[0] ?? 0) - 58)).toBeLessThan(1);
  });

  it('stands each of those picked out on the line, by a pole that meets no words', () => {
    const drawn = read(areas, width);
    const poles = polesOf(drawn);
    expect(poles.map(({ x }) => drawn.across(x).toFixed(1)).toSorted()).toEqual(['58.0', '60.0', '62.0']);
    expect(new Set(poles.map(({ y2 }) => y2.toFixed(1))).size).toBe(1);
    expect(throughWords(drawn)).toEqual([]);
  });

  it('sets one under the other those picked out at the same value, the council lowest', () => {
    const drawn = read(strip(others, { 'Cheshire East': 60, 'North West': 60, England: 60 }), width);
    const [lowest] = pickedOf(drawn).toSorted((a, b) => b.y - a.y);
    expect(lowest?.fill).toContain('council');
    expect(collisions(drawn)).toEqual([]);
  });

  it('prints a withheld figure in words under the axis, and draws no marker for it', () => {
    const drawn = read(strip(others, { 'Cheshire East': '[c]', England: 60 }), width);
    expect(drawn.words.at(-1)).toMatchObject({ text: 'Cheshire East: [c]', weight: 'bold' });
    expect(pickedOf(drawn)).toHaveLength(1);
    expect(collisions(drawn)).toEqual([]);
  });

  it('holds its place when every figure is withheld and there are no others', () => {
    const drawn = read(strip([], { 'Cheshire East': '[c]', England: '[c]' }), width);
    expect(drawn.texts).toEqual(expect.arrayContaining(['Cheshire East: [c]', 'England: [c]']));
    expect(collisions(drawn)).toEqual([]);
  });

  it('says at which end the better figures are, with an arrow that way', () => {
    const end = (better: StripChart['better']) =>
      read({ ...areas, better }, width).words.find(({ text }) => text === 'Better')?.x;
    expect([end('high'), end('low'), end(null)]).toEqual([sheetWidth(width) - 25, 25, undefined]);
  });

  it('has room for long names, near either end', () => {
    for (const number of [1, 50, 99]) {
      const names = { 'Bournemouth, Christchurch and Poole': number, 'Cheshire West and Chester': number };
      const drawn = read(strip([0, 100], { ...names, England: 50 }), width);
      expect(collisions(drawn)).toEqual([]);
      expect(throughWords(drawn)).toEqual([]);
    }
  });

  it('stays low when all the others have the same value', () => {
    const { told } = read(strip(Array(160).fill(60), { 'Cheshire East': 60 }), width);
    expect(told.height).toBeLessThan(220);
  });
});

describe.each(widths)('whatever the figures, %s', width => {
  const scales = fc.constantFrom(
    { of: percent, number: fc.integer({ min: 0, max: 100 }) },
    { of: percent, number: fc.integer({ min: 570, max: 640 }).map(tenths => tenths / 10) },
    { of: percent, number: fc.integer({ min: 0, max: 4 }).map(hundredths => hundredths / 100) },
    { of: score, number: fc.integer({ min: -300, max: 300 }).map(hundredths => hundredths / 100) },
    { of: score, number: fc.constant(-0.01) },
  );
  const names = ['Cheshire East', 'North West', 'England', 'Average of statistical neighbours'];
  const chart = scales.chain(({ of, number }) => {
    const figure = fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: fc.constant('[c]') });
    return fc
      .tuple(
        fc.array(number, { minLength: 20, maxLength: 160, size: 'max' }),
        fc.array(figure, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('low' as const, 'high' as const, null),
      )
      .map(([numbers, values, better]) => {
        const picked = Object.fromEntries(values.map((value, index) => [names[index] ?? '', value]));
        return { ...strip(numbers, picked, of), better };
      });
  });

  it('every authority has its dot by its value, and every one picked out its words clear of dots, poles and each other', () => {
    fc.assert(
      fc.property(chart, given => {
        const drawn = read(given, width);
        const dots = dotsOf(drawn);
        expect(dots).toHaveLength(given.others.length);
        const dot = Number(drawn.told.params.dot);
        const numbers = given.others.map(({ number }) => number ?? 0);
        const moved = dots.map(({ x }, index) => {
          const { left, right } = drawn.told.plot;
          const [low, high] = [Number(drawn.told.params.low), Number(drawn.told.params.high)];
          return Math.abs(left + (((numbers[index] ?? 0) - low) / (high - low)) * (right - left) - x);
        });
        expect(Math.max(...moved)).toBeLessThanOrEqual(dot / 2 + 0.02);
        expect(dots.filter(({ x, y }) => x < dot / 2 || x > sheetWidth(width) - dot / 2 || y < 0)).toEqual(
          [],
        );
        expect(pickedOf(drawn)).toHaveLength(given.picked.filter(({ number }) => number !== null).length);
        expect(collisions(drawn)).toEqual([]);
        expect(throughWords(drawn)).toEqual([]);
        const top = Math.min(...dots.map(({ y }) => y - dot / 2));
        const among = drawn.words.filter(words => {
          const box = wordsBox(words);
          return box.bottom > top && box.top < drawn.told.plot.bottom;
        });
        expect(among).toEqual([]);
        expect(drawn.told.height).toBeLessThan(360);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the axis of a strip', () => {
  it('reaches round all the others and those picked out', () => {
    expect(axisOf(areas).labels).toEqual(['40%', '50%', '60%', '70%', '80%']);
  });

  it('shows scores on either side of zero', () => {
    const { low, high } = axisOf(strip([-0.9, -0.2, 0.1, 0.6], { 'Cheshire East': 0.12 }, score));
    expect([low, high]).toEqual([-1, 1]);
  });

  it('has ends apart when all have the same value', () => {
    const same = { ...strip([0, 0], { 'Cheshire East': 0 }, score), others: [mark(0)] };
    expect(axisOf(same).high).toBeGreaterThan(axisOf(same).low);
  });
});
