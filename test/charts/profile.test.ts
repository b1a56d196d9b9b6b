import { describe, expect, it } from 'vitest';
import { position, widths } from '../../src/charts/drawing.ts';
import { drawProfile } from '../../src/charts/profile-chart.ts';
import { collisions, profile, textsOf } from './samples.ts';

const phases = profile({
  'Primary (124 schools)': [26, 65, 8, 2],
  'Secondary (21 schools)': [24, 48, 29, 0],
  'Special (4 schools)': [75, 25, 0, 0],
});

describe.each(widths)('a profile, %s', width => {
  it('sets the parts of each phase end to end, leaving out parts of nothing', () => {
    const { bars } = drawProfile(phases, width);
    expect(bars.map(bar => [bar.x, bar.x2])).toEqual([
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
    const drawing = drawProfile(phases, width);
    expect(textsOf(drawing.words).slice(0, 4)).toEqual([
      'Outstanding',
      'Good',
      'Requires improvement',
      'Inadequate',
    ]);
    expect(textsOf(drawing.words).filter(text => text.endsWith('%'))).toHaveLength(9);
    expect(textsOf(drawing.words)).not.toContain('0%');
    expect(collisions(drawing)).toEqual([]);
  });

  it('prints shares over the bar where their parts are too small for them', () => {
    const drawing = drawProfile(profile({ Nursery: [2, 95, 2, 1] }), width);
    expect(textsOf(drawing.words).filter(text => text.endsWith('%'))).toHaveLength(4);
    expect(collisions(drawing)).toEqual([]);
  });

  it('draws no bar where a share is withheld, and prints all shares as text', () => {
    const drawing = drawProfile(profile({ 'Pupil referral units': ['[c]', '[c]', 50.5, 33.5] }), width);
    expect(drawing.bars).toEqual([]);
    expect(textsOf(drawing.words).slice(-4)).toEqual(['[c]', '[c]', '50.5%', '33.5%']);
    expect(collisions(drawing)).toEqual([]);
  });

  it('keeps rounded shares that add up to more than a hundred inside the sheet', () => {
    const { bars, x, width: sheet } = drawProfile(phases, width);
    expect(Math.max(...bars.map(({ x2 }) => position(x, x2)))).toBeLessThan(sheet);
  });
});
