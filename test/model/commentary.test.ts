import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restsOnIn, withoutRestsOn } from '../../src/model/commentary.ts';

describe('what a paragraph rests on', () => {
  it('is listed beneath its words, each fact with its own place', () => {
    const markdown =
      'Before.\n\nReading rose,\nas it should.\nrests-on: [reading rose,  reading above Albion]\n';
    const { paragraphs, faults } = restsOnIn(markdown);
    expect(faults).toEqual([]);
    expect(paragraphs).toEqual([
      {
        words: 'Reading rose,\nas it should.',
        facts: [
          { fact: 'reading rose', index: markdown.indexOf('reading rose') },
          { fact: 'reading above Albion', index: markdown.indexOf('reading above') },
        ],
      },
    ]);
  });

  it('may be said on two lines, but not inside the paragraph nor under none', () => {
    expect(restsOnIn('A.\nrests-on: [a rose]\nrests-on: [b fell]').paragraphs[0]?.facts).toHaveLength(2);
    expect(restsOnIn('A.\nrests-on: [a rose]\nB.').faults[0]?.what).toContain('inside a paragraph');
    expect(restsOnIn('A.\n\nrests-on: [a rose]').faults[0]?.what).toContain('no words above it');
  });

  it('is a fault without brackets, without facts or with one missing, and however the line is spelled', () => {
    const faulty = [
      'rests-on: a rose',
      'rests-on:',
      'rests-on',
      'rests-on: []',
      'rests-on: [a rose,]',
      'rests-on: [a rose',
      'rests-on: [a rose] and more',
      'Rests-on: [a rose]',
      'rests on: [a rose]',
      'rest-on [a rose]',
      'rests_on: [a rose]',
    ];
    for (const line of faulty) {
      const { faults, paragraphs } = restsOnIn(`A.\n  ${line}`);
      expect([faults.length, faults[0]?.index, paragraphs.length], line).toEqual([1, 5, 0]);
    }
  });

  it('leaves a sentence that rests on something alone', () => {
    const markdown = 'Our view\nrests on what schools told us.';
    expect([restsOnIn(markdown), withoutRestsOn(markdown)]).toEqual([
      { paragraphs: [], faults: [] },
      markdown,
    ]);
  });

  it('is not printed, and every other word keeps its place, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, listed) => {
        const markdown = `${before}\nrests-on: [${listed}]\nAfter.`;
        expect(withoutRestsOn(markdown)).toHaveLength(markdown.length);
        expect(withoutRestsOn('A.\nrests-on: [a rose]\nB.')).toBe(`A.\n${' '.repeat(18)}\nB.`);
        restsOnIn(markdown);
      }),
    );
  });
});
