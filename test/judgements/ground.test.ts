// Where the measures of a chapter gained or lost ground on the nation: which are set in order, and which are left out.
import { describe, expect, it } from 'vitest';
import type { Ground } from '../../src/judgements/ground.ts';
import { groundSentences, groundTitle, leftOutWords } from '../../src/narrative/ground-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { deviationWith, editionWith, type Written } from '../support/front.ts';

/** Measures by name: ours now and the year before, and England's. Authorities lie two apart from 50. */
const moved = (own: number, england: number, said: Written['said'] = {}): Written => ({
  own: [String(50 + own), '50'],
  england: [String(50 + england), '50'],
  said,
});

function groundOf(measures: Readonly<Record<string, Written>>): Ground | null {
  return editionWith(measures).themes[0]?.ground ?? null;
}

const four = { Alpha: moved(2, 2), Beta: moved(9, 2), Gamma: moved(-7, 1), Delta: moved(3, 2) };

describe('the measures that gained or lost ground', () => {
  it('are in order from the most gained to the most lost, in spreads of authorities', () => {
    const ground = groundOf(four);
    expect(ground?.measures.map(({ findings, pace }) => [findings.indicator.short, pace.ground])).toEqual([
      ['Beta', 'gained'],
      ['Delta', 'kept'],
      ['Alpha', 'kept'],
      ['Gamma', 'lost'],
    ]);
    const beta = ground?.measures[0]?.spread.amount;
    expect(beta?.kind === 'known' ? Number(beta.number) : null).toBeCloseTo(deviationWith(9), 1);
  });

  it('of what is better low have gained where ours went further down', () => {
    const low = { polarity: 'low' as const };
    const ground = groundOf({ ...four, Alpha: moved(-12, 2, low), Beta: moved(9, -2, low) });
    expect(ground?.measures.map(({ findings }) => findings.indicator.short)).toEqual([
      'Alpha',
      'Delta',
      'Gamma',
      'Beta',
    ]);
  });

  it('are not told of where fewer than four can be, or fewer than two moved', () => {
    const { Alpha, Beta, Gamma } = four;
    expect(groundOf({ Alpha, Beta, Gamma })).toBeNull();
    expect(groundOf({ ...four, Gamma: moved(1, 1) })).toBeNull();
    expect(groundOf(four)).not.toBeNull();
  });

  it('leave out what has no better side, few pupils, no earlier figure or none of England', () => {
    const ground = groundOf({
      ...four,
      Neutral: moved(5, 1, { polarity: 'neutral' }),
      Few: moved(5, 1, { pupils: 'few' }),
      New: { own: ['54'], england: ['52', '50'] },
      Alone: { own: ['54', '50'] },
    });
    expect(ground?.measures).toHaveLength(4);
    expect(ground?.left).toEqual([
      { because: 'no-direction', count: 1 },
      { because: 'few', count: 1 },
      { because: 'no-change', count: 2 },
    ]);
    expect(ground === null ? null : leftOutWords(ground)).toBe(
      'Measures left out: one, as neither direction is better; one, as few pupils are behind them; two, as both changes of the same years are not held, or cannot be made.',
    );
    expect(leftOutWords(groundOf(four) as Ground)).toBeNull();
  });
});

describe('what is said of them', () => {
  const said = (measures: Readonly<Record<string, Written>>) => {
    const { setting, themes } = editionWith(measures);
    const ground = themes[0]?.ground as Ground;
    return [groundTitle(ground, 'England'), ...groundSentences(ground, setting)].map(textOf);
  };

  it('is in how many ground was gained and lost, the more first, and where most was', () => {
    expect(said(four)).toEqual([
      'Gained ground on England in one of four measures, lost in one',
      'Most ground gained: Beta (ours up 9 percentage points, England’s up 2 percentage points).',
      'Most ground lost: Gamma (ours down 7 percentage points, England’s up 1 percentage point).',
    ]);
    expect(said({ ...four, Beta: moved(-9, 0), Delta: moved(3, 3) })).toEqual([
      'Lost ground on England in two of four measures, gained in none',
      'Most ground lost: Beta (ours down 9 percentage points, England’s unchanged).',
    ]);
  });
});
