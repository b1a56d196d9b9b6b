import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { countAmount, knownAmount, refused } from '../../src/arithmetic.ts';
import { figure } from '../../src/judgements/figures.ts';
import { total } from '../../src/model/breakdown.ts';
import type { Amount } from '../../src/model/figure.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import {
  countsSentence,
  funnelSentences,
  noneSentence,
  tallySentence,
} from '../../src/narrative/tally-phrases.ts';

const of = (part: string, amount: Amount, text: string) =>
  figure(
    { kind: 'count', indicator: 'programme', area: 'E06000049', breakdown: total, period: '201314', part },
    amount,
    {
      text,
    },
  );
const count = (number: number) => of(`n${number}`, countAmount(number), String(number));
const percent = (number: number) => of(`p${number}`, knownAmount(new Big(number), 0), `${number}%`);
const outcome = (words: string, number: number, share: number) => ({
  words,
  count: count(number),
  share: percent(share),
});

describe('a programme', () => {
  const of12 = [
    outcome('are now good', 9, 75),
    outcome('stayed as they were', 1, 8),
    outcome('declined', 2, 17),
  ];

  it('is told as a funnel with its base and those not yet seen (G16)', () => {
    const seen = { words: 'inspected so far', total: count(12) };
    expect(
      funnelSentences('schools', seen, of12, { words: 'have not yet been inspected', count: count(10) }).map(
        textOf,
      ),
    ).toEqual([
      'Of the 12 schools inspected so far, nine are now good (75%), one stayed as they were (8%) and two declined (17%).',
      '10 have not yet been inspected.',
    ]);
  });

  it('gives counts alone of fewer than ten, and says nothing of none left', () => {
    const seen = { words: 'inspected', total: count(9) };
    expect(
      funnelSentences('schools', seen, [outcome('are now good', 9, 100)], {
        words: 'remain',
        count: count(0),
      }).map(textOf),
    ).toEqual(['Of the nine schools inspected, nine are now good.']);
  });
});

describe('a tally', () => {
  it('is given only when up, same and down are known and make up the whole (P40)', () => {
    const whole = { up: count(5), same: count(10), down: count(1) };
    expect(textOf(tallySentence('schools', count(16), whole) ?? [])).toBe(
      'Of 16 schools, five improved, 10 stayed the same and one declined.',
    );
    expect(tallySentence('schools', count(16), { ...whole, down: null })).toBeNull();
    expect(tallySentence('schools', count(17), whole)).toBeNull();
  });
});

describe('nothing of a kind', () => {
  it('is said only of a window watched throughout in which there was none (P28)', () => {
    const window = { words: 'In the three years to July 2014', isWhole: true };
    expect(textOf(noneSentence('schools were in special measures', count(0), window) ?? [])).toBe(
      'In the three years to July 2014, no schools were in special measures.',
    );
    expect(noneSentence('schools', count(0), { ...window, isWhole: false })).toBeNull();
    expect(noneSentence('schools', count(1), window)).toBeNull();
    expect(noneSentence('schools', of('c', refused('suppressed'), '[c]'), window)).toBeNull();
  });
});

describe('two counts', () => {
  it('are more, fewer or as many, and never significantly so (P27)', () => {
    const said = (a: number, b: number) =>
      textOf(
        countsSentence(
          { words: 'outstanding schools', count: count(a) },
          { words: 'below good', count: count(b) },
        ),
      );
    expect(said(40, 18)).toBe('There were more outstanding schools (40) than below good (18).');
    expect(said(18, 40)).toContain('fewer');
    expect(said(18, 18)).toContain('as many outstanding schools (18) as below good (18)');
  });
});
