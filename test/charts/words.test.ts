import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../src/charts/lettering.ts';

describe('the room of a text', () => {
  it('is more than Helvetica needs, and grows with size and weight', () => {
    expect(lettersOf(16).room('England')).toBeGreaterThan(57.8);
    expect(lettersOf(32).room('England')).toBeCloseTo(2 * lettersOf(16).room('England'));
    expect(lettersOf(16).room('England', 'bold')).toBeGreaterThan(lettersOf(16).room('England'));
  });

  it('reckons an accented letter as its plain one', () => {
    expect(lettersOf(16).room('Ynys Môn')).toBeCloseTo(lettersOf(16).room('Ynys Mon'));
  });
});

describe('wrapping', () => {
  it('breaks at spaces, where the room ends', () => {
    expect(lettersOf(16).wrap('Cheshire West and Chester', 170)).toEqual(['Cheshire West and', 'Chester']);
    expect(lettersOf(14).wrap('Good level of development', 120)).toEqual(['Good level of', 'development']);
  });

  it('leaves a word that is too long in one piece', () => {
    expect(lettersOf(16).wrap('Worcestershire', 20)).toEqual(['Worcestershire']);
  });
});
