import { describe, expect, it } from 'vitest';
import { textRoom, wrapText } from '../../src/charts/lettering.ts';

describe('the room of a text', () => {
  it('is more than Helvetica needs, and grows with size and weight', () => {
    expect(textRoom('England', 16)).toBeGreaterThan(57.8);
    expect(textRoom('England', 32)).toBeCloseTo(2 * textRoom('England', 16));
    expect(textRoom('England', 16, 'bold')).toBeGreaterThan(textRoom('England', 16));
  });

  it('reckons an accented letter as its plain one', () => {
    expect(textRoom('Ynys Môn', 16)).toBeCloseTo(textRoom('Ynys Mon', 16));
  });
});

describe('wrapping', () => {
  it('breaks at spaces, where the room ends', () => {
    expect(wrapText('Cheshire West and Chester', 170, 16)).toEqual(['Cheshire West and', 'Chester']);
    expect(wrapText('Good level of development', 120, 14)).toEqual(['Good level of', 'development']);
  });

  it('leaves a word that is too long in one piece', () => {
    expect(wrapText('Worcestershire', 20, 16)).toEqual(['Worcestershire']);
  });
});
