import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { read, sheetWidth } from './drawn.ts';
import { collisions, profile } from './samples.ts';

const phases = profile({
  'Primary (124 schools)': [26, 65, 8, 2],
  'Secondary (21 schools)': [24, 48, 29, 0],
  'Special (4 schools)': [75, 25, 0, 0],
});

describe.each(widths)('a profile, %s', width => {
  it('sets the parts of each phase end to end, leaving out parts of nothing', () => {
    const { bars, across } = read(phases, width);
    expect(bars.map(bar => [bar.x, bar.x2].map(at => Number(across(at).toFixed(0))))).toEqual([
      [0, 26],
      [26, 91],
      [91, 99],
      [99, 101],
      [0, 24],
      [24, 72],
      [72, 101],
      [0, 75],
      [75, 100],
    ]);
  });

  it('names every part in order, and prints every share that is not nothing', () => {
    const drawing = read(phases, width);
    expect(drawing.texts.filter(text => phases.parts.includes(text))).toEqual([
      'Outstanding',
      'Good',
      'Requires improvement',
      'Inadequate',
    ]);
    expect(drawing.texts.filter(text => text.endsWith('%'))).toHaveLength(9);
    expect(drawing.texts).not.toContain('0%');
    expect(collisions(drawing)).toEqual([]);
  });

  it('prints shares over the bar where their parts are too small for them', () => {
    const drawing = read(profile({ Nursery: [2, 95, 2, 1] }), width);
    expect(drawing.texts.filter(text => text.endsWith('%'))).toHaveLength(4);
    expect(collisions(drawing)).toEqual([]);
  });

  it('draws no bar where a share is withheld, and prints all shares as text', () => {
    const drawing = read(profile({ 'Pupil referral units': ['[c]', '[c]', 50.5, 33.5] }), width);
    expect(drawing.bars).toEqual([]);
    expect(drawing.texts.filter(text => /^\[c]|%$/.test(text))).toEqual(['[c]', '[c]', '50.5%', '33.5%']);
    expect(collisions(drawing)).toEqual([]);
  });

  it('keeps rounded shares that add up to more than a hundred inside the sheet', () => {
    const { bars } = read(phases, width);
    expect(Math.max(...bars.map(({ x2 }) => x2))).toBeLessThan(sheetWidth(width));
  });
});
