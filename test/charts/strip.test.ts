import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawing, drawingSizes, position, widths, wordsBox } from '../../src/charts/drawing.ts';
import { drawStrip, pileUp, stripTicks } from '../../src/charts/strip-chart.ts';
import type { StripChart } from '../../src/model/chart.ts';
import { collisions, mark, percent, score, strip, textsOf } from './samples.ts';

const others = [48, 52, 55, 55, 57, 58, 58, 58, 60, 60, 61, 63, 64, 64, 66, 67, 70, 74];
const areas = strip(others, { 'Cheshire East': 62, 'North West': 58, England: 60 });

/** A dot or marker as a circle around it. */
type Round = { readonly x: number; readonly y: number; readonly radius: number };

function dotsOf({ keys }: Drawing): readonly Round[] {
  return keys.map(({ x, y, size }) => ({ x, y, radius: Math.sqrt(size) / 2 }));
}

function markersOf({ points, x }: Drawing): readonly Round[] {
  return points.map(point => ({
    x: position(x, point.x),
    y: point.y,
    radius: Math.sqrt(point.size) / 2,
  }));
}

function meeting(rounds: readonly Round[]): readonly (readonly [Round, Round])[] {
  return rounds.flatMap((one, index) =>
    rounds
      .slice(index + 1)
      .filter(other => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius)
      .map(other => [one, other] as const),
  );
}

function outside(rounds: readonly Round[], { width, height }: Drawing): readonly Round[] {
  return rounds.filter(
    ({ x, y, radius }) => x < radius || x > width - radius || y < radius || y > height - radius,
  );
}

/** Poles are in the colours of those picked out; the axis and the arrow are in the colour of text. */
function polesOf({ rules }: Drawing) {
  return rules.filter(({ stroke }) => stroke.startsWith('var(--chart'));
}

function throughWords(drawing: Drawing): readonly string[] {
  const boxes = drawing.words.map(words => ({ text: words.text, ...wordsBox(words) }));
  return polesOf(drawing).flatMap(pole =>
    boxes
      .filter(box => box.left < pole.x && pole.x < box.right && box.top < pole.y2 && pole.y < box.bottom)
      .map(({ text }) => text),
  );
}

describe.each(widths)('a strip, %s', width => {
  it('has a dot for every other authority, and a marker of its own for each picked out, at its number', () => {
    const { keys, points } = drawStrip(areas, width);
    expect(keys).toHaveLength(others.length);
    expect(new Set(keys.map(({ fill }) => fill))).toEqual(new Set(['var(--chart-context, #8C8C8C)']));
    expect(points.map(({ x }) => x).toSorted()).toEqual([58, 60, 62]);
    expect(new Set(points.map(({ shape }) => shape)).size).toBe(3);
  });

  it('makes the council’s marker the largest', () => {
    const { points } = drawStrip(areas, width);
    const largest = points.toSorted((a, b) => b.size - a.size)[0];
    expect(largest).toMatchObject({ x: 62, shape: 'circle', fill: 'var(--chart-council, #12436D)' });
  });

  it('names those picked out with their values, the council in bold', () => {
    const { words } = drawStrip(areas, width);
    const joined = (weight: string) =>
      words
        .filter(each => each.weight === weight)
        .map(({ text }) => text)
        .join(' ');
    expect(joined('bold')).toBe('Cheshire East 62%');
    expect(joined('normal')).toContain('North West 58%');
    expect(joined('normal')).toContain('England 60%');
  });

  it('piles equal values one on another, right over their number', () => {
    const drawing = drawStrip(areas, width);
    const at58 = dotsOf(drawing).filter(({ x }) => Math.abs(x - position(drawing.x, 58)) < 0.01);
    expect(at58).toHaveLength(3);
    expect(new Set(at58.map(({ y }) => y)).size).toBe(3);
  });

  it('stands each of those picked out on the line, by a pole that meets no words', () => {
    const drawing = drawStrip(areas, width);
    const poles = polesOf(drawing);
    expect(poles.map(({ x }) => x).toSorted((a, b) => a - b)).toEqual(
      [58, 60, 62].map(number => position(drawing.x, number)),
    );
    expect(new Set(poles.map(({ y2 }) => y2)).size).toBe(1);
    expect(throughWords(drawing)).toEqual([]);
  });

  it('sets one under the other those picked out at the same value, the council lowest', () => {
    const drawing = drawStrip(strip(others, { 'Cheshire East': 60, 'North West': 60, England: 60 }), width);
    const [lowest] = drawing.points.toSorted((a, b) => b.y - a.y);
    expect(lowest?.fill).toContain('council');
    expect(meeting(markersOf(drawing))).toEqual([]);
    expect(collisions(drawing)).toEqual([]);
  });

  it('prints a withheld figure in words under the axis, and draws no marker for it', () => {
    const drawing = drawStrip(strip(others, { 'Cheshire East': '[c]', England: 60 }), width);
    expect(drawing.words.at(-1)).toMatchObject({ text: 'Cheshire East: [c]', weight: 'bold' });
    expect(drawing.points).toHaveLength(1);
    expect(collisions(drawing)).toEqual([]);
  });

  it('holds its place when every figure is withheld and there are no others', () => {
    const drawing = drawStrip(strip([], { 'Cheshire East': '[c]', England: '[c]' }), width);
    expect(textsOf(drawing.words)).toEqual(expect.arrayContaining(['Cheshire East: [c]', 'England: [c]']));
    expect(collisions(drawing)).toEqual([]);
  });

  it('says at which end the better figures are, with an arrow that way', () => {
    const end = (better: StripChart['better']) => {
      const { words, rules } = drawStrip({ ...areas, better }, width);
      const word = words.find(({ text }) => text === 'Better');
      return word && { x: word.x, tip: rules.at(-1)?.x2 };
    };
    expect(end('high')).toEqual({ x: drawingSizes[width].width - 25, tip: drawingSizes[width].width - 1 });
    expect(end('low')).toEqual({ x: 25, tip: 1 });
    expect(end(null)).toBeUndefined();
  });

  it('has room for long names, near either end', () => {
    for (const number of [1, 50, 99]) {
      const names = { 'Bournemouth, Christchurch and Poole': number, 'Cheshire West and Chester': number };
      const drawing = drawStrip(strip([0, 100], { ...names, England: 50 }), width);
      expect(collisions(drawing)).toEqual([]);
      expect(throughWords(drawing)).toEqual([]);
    }
  });

  it('stays low when all the others have the same value', () => {
    const drawing = drawStrip(strip(Array(160).fill(60), { 'Cheshire East': 60 }), width);
    expect(new Set(drawing.keys.map(({ x }) => x)).size).toBeGreaterThan(4);
    expect(drawing.height).toBeLessThan(220);
  });
});

describe.each(widths)('whatever the figures, %s', width => {
  const scales = fc.constantFrom(
    { of: percent, number: fc.integer({ min: 0, max: 100 }) },
    { of: percent, number: fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10) },
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

  it('every authority has its dot on the sheet, and no two meet', () => {
    fc.assert(
      fc.property(chart, given => {
        const drawing = drawStrip(given, width);
        const dots = dotsOf(drawing);
        expect(dots).toHaveLength(given.others.length);
        expect(outside(dots, drawing)).toEqual([]);
        expect(meeting(dots)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('every one picked out has its marker and words, clear of the dots, the poles and each other', () => {
    fc.assert(
      fc.property(chart, given => {
        const drawing = drawStrip(given, width);
        const markers = markersOf(drawing);
        expect(markers).toHaveLength(given.picked.filter(({ number }) => number !== null).length);
        expect(outside(markers, drawing)).toEqual([]);
        expect(meeting(markers)).toEqual([]);
        expect(collisions(drawing)).toEqual([]);
        expect(throughWords(drawing)).toEqual([]);
        const top = Math.min(...dotsOf(drawing).map(({ y, radius }) => y - radius));
        const foot = Math.max(...dotsOf(drawing).map(({ y, radius }) => y + radius));
        const among = drawing.words.filter(words => {
          const box = wordsBox(words);
          return box.bottom > top && box.top < foot;
        });
        expect(among).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('the drawing is low, and the same each time', () => {
    fc.assert(
      fc.property(chart, given => {
        const drawing = drawStrip(given, width);
        expect(drawing.height).toBeLessThan(360);
        expect(drawStrip(structuredClone(given), width)).toEqual(drawing);
      }),
    );
  });

  it('no dot lies far from its value', () => {
    const place = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.array(place, { minLength: 20, maxLength: 160 }), places => {
        const { dots } = pileUp(places, { extents: [10, 8, 6, 5], height: 120, left: 0, right: 600 });
        const sorted = places.toSorted((a, b) => a - b);
        const moved = dots.map(({ x }, index) => Math.abs(x - (sorted[index] ?? 0)));
        expect(Math.max(...moved)).toBeLessThan(60);
      }),
    );
  });
});

describe('piles', () => {
  const room = { extents: [10, 8, 5], height: 40, left: 0, right: 200 };

  it('are of the largest dots that leave every value a pile of its own', () => {
    expect(pileUp([100, 120], room).extent).toBe(10);
    expect(pileUp([100, 109], room).extent).toBe(8);
  });

  it('gather near values where there are too many for piles of their own', () => {
    const { extent, dots } = pileUp([100, 101, 102, 140], room);
    expect(extent).toBe(10);
    expect(dots.map(({ x }) => x)).toEqual([101, 101, 101, 140]);
  });

  it('are all as broad as the tallest needs, so that their heights compare', () => {
    const { extent, height, dots } = pileUp([...Array(8).fill(50), ...Array(4).fill(150)], room);
    expect([extent, height]).toEqual([10, 40]);
    expect([...new Set(dots.map(({ x }) => x))]).toEqual([45, 55, 145, 155]);
  });

  it('are none for nobody', () => {
    expect(pileUp([], room)).toMatchObject({ height: 0, dots: [] });
  });
});

describe('the axis of a strip', () => {
  it('reaches round all the others and those picked out', () => {
    expect(stripTicks(areas).labels).toEqual(['40%', '50%', '60%', '70%', '80%']);
  });

  it('shows scores on either side of zero', () => {
    const { low, high } = stripTicks(strip([-0.9, -0.2, 0.1, 0.6], { 'Cheshire East': 0.12 }, score));
    expect([low, high]).toEqual([-1, 1]);
  });

  it('has ends apart when all have the same value', () => {
    const same = { ...strip([0, 0], { 'Cheshire East': 0 }, score), others: [mark(0)] };
    expect(stripTicks(same).high).toBeGreaterThan(stripTicks(same).low);
  });
});
