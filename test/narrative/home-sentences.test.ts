// What the front page answers in words: literal cases of each answer, of the title of how we compare, and of what is open.
import { describe, expect, it } from 'vitest';
import { homeSentences } from '../../src/narrative/home-sentences.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { editionWith, frontSaid, type Written } from '../support/front.ts';

/** Headlines that went so, England staying where it is. */
const rising: Written = { own: ['54', '52'], england: ['50', '50'] };
const falling: Written = { own: ['52', '54'], england: ['50', '50'] };
const still: Written = { own: ['52', '52'], england: ['50', '50'] };

describe('is it getting better?', () => {
  const answer = (headlines: Readonly<Record<string, Written>>) => frontSaid(headlines).better;

  it('yes, where more improved than got worse and more gained ground than lost it', () => {
    expect(answer({ A: rising, B: rising, C: falling, D: still })).toEqual([
      'Yes: two of four headlines improved, one got worse.',
      'Biggest step forward: A, up 2 percentage points to 54%.',
      'Two headlines gained ground on England and one lost ground.',
    ]);
  });

  it('partly, where one of the two is so', () => {
    const carried: Written = { own: ['54', '52'], england: ['54', '50'] };
    expect(answer({ A: rising, B: carried, C: carried })).toEqual([
      'Partly: three of three headlines improved, none got worse.',
      'Biggest step forward: A, up 2 percentage points to 54%.',
      'One headline gained ground on England and two lost ground.',
    ]);
    const resisting: Written = { own: ['47', '50'], england: ['44', '50'] };
    expect(answer({ A: resisting })[0]).toBe('Partly: none of one headline improved, one got worse.');
  });

  it('no, where neither is', () => {
    expect(answer({ A: rising, B: falling })).toEqual([
      'Not overall: one of two headlines improved, one got worse.',
      'Biggest step forward: A, up 2 percentage points to 54%.',
      'One headline gained ground on England and one lost ground.',
    ]);
    expect(answer({ A: still })).toEqual(['No: none of one headline improved, none got worse.']);
  });

  it('tells a fall for the better as one, and no step where there is none', () => {
    const fewer: Written = { own: ['48', '50'], england: ['50', '50'], said: { polarity: 'low' } };
    expect(answer({ Absence: fewer })[1]).toBe(
      'Biggest step forward: Absence, down 2 percentage points to 48%.',
    );
    expect(answer({ A: falling })[1]).toBe('None gained ground on England and one lost ground.');
  });

  it('cannot be said where nothing has an earlier year, and leaves neutral measures out', () => {
    const nothing = ['We cannot say yet: no headline can be compared with an earlier year.'];
    expect(answer({ A: { own: ['54'], england: ['50'] } })).toEqual(nothing);
    expect(answer({ A: { ...rising, said: { polarity: 'neutral' } } })).toEqual(nothing);
  });
});

describe('of a council with a school or two', () => {
  it('each answer is that nobody can say, under its own name', () => {
    const edition = editionWith({ A: rising });
    const city = { ...edition.setting.council, code: 'E09000001' };
    const { better, worry, disadvantaged } = homeSentences({
      ...edition,
      setting: { ...edition.setting, council: city },
    });
    expect([better, worry, disadvantaged].map(({ answer: { id, text } }) => [id, text])).toEqual([
      ['home.better', 'We cannot say.'],
      ['home.worry', 'We cannot say.'],
      ['home.disadvantaged', 'We cannot say.'],
    ]);
  });
});

describe('what should we worry about?', () => {
  const answer = (headlines: Readonly<Record<string, Written>>) => frontSaid(headlines).worry;

  it('the measure that weighs most, with both figures, and another that got worse', () => {
    expect(
      answer({ A: { own: ['46', '46'], england: ['50', '50'] }, B: { ...falling, said: { theme: 'ks4' } } }),
    ).toEqual([
      'A: behind England.',
      'It was 46% (England 50%).',
      'B fell by 2 percentage points to 52% (England 50%).',
    ]);
  });

  it('above, where lower is better', () => {
    const low = { said: { polarity: 'low' } } as const;
    expect(answer({ A: { own: ['54', '52'], england: ['50', '50'], ...low } })[0]).toBe(
      'A: further above England.',
    );
    expect(answer({ A: { own: ['54', '54'], england: ['50', '50'], ...low } })[0]).toBe('A: above England.');
  });

  it('now behind, where it was not the year before', () => {
    expect(answer({ A: { own: ['46', '52'], england: ['50', '50'] } })[0]).toBe('A: now behind England.');
    expect(answer({ A: { own: ['46', '50'], england: ['50', '50'] } })[0]).toBe('A: now behind England.');
  });

  it('further behind, where it lost ground', () => {
    expect(answer({ A: { own: ['46', '48'], england: ['50', '50'] } })).toEqual([
      'A: further behind England.',
      'It fell by 2 percentage points to 46% (England 50%).',
    ]);
  });

  it('lost ground, or went the wrong way, where it is not behind either', () => {
    expect(answer({ A: { own: ['50', '52'], england: ['50', '50'] } })).toEqual([
      'A: lost ground on England.',
      'It fell by 2 percentage points to 50% (England 50%).',
    ]);
    expect(answer({ A: { own: ['50', '52'], england: ['50'] } })).toEqual([
      'A: down on 2012/13.',
      'It fell by 2 percentage points to 50% (England 50%).',
    ]);
    // What England lost as well is nothing to worry about where the figure is no worse than England's.
    expect(answer({ A: { own: ['50', '52'], england: ['50', '52'] } })).toEqual([
      'No headline is clearly worse than in England.',
    ]);
  });

  it('says of which year a figure is that is not of the edition’s', () => {
    expect(answer({ A: { own: ['', '46'], england: ['', '50'] } })[1]).toBe(
      'It was 46% in 2012/13 (England 50%).',
    );
  });

  it('nothing, where none is worse', () => {
    expect(answer({ A: still })).toEqual(['No headline is clearly worse than in England.']);
    expect(answer({ A: falling })).toEqual([
      'No headline is clearly worse than in England.',
      'A fell by 2 percentage points to 52% (England 50%).',
    ]);
  });

  it('cannot be said where nothing can be set beside the nation', () => {
    expect(answer({ A: { own: ['54', '52'] } })).toEqual([
      'We cannot say yet: nothing can be compared with national figures.',
    ]);
  });
});

describe('how do disadvantaged children do?', () => {
  const poor = (own: string, england = '50'): Written => ({
    ...still,
    poor: { own: [own], england: [england] },
  });
  const answer = (headlines: Readonly<Record<string, Written>>) => frontSaid(headlines).disadvantaged;

  it('worse, better or no different, with the headline that says so most', () => {
    expect(answer({ A: poor('47'), B: poor('46') })).toEqual([
      'Worse than in England.',
      'Most of all: B.',
      'For boys it was 46%, and in England 50%; 25th of 25 authorities.',
    ]);
    expect(answer({ A: poor('53'), B: poor('54') })).toEqual([
      'Better than in England.',
      'Most of all: B.',
      'For boys it was 54%, and in England 50%; first of 25 authorities.',
    ]);
    expect(answer({ A: poor('50') })).toEqual([
      'No different from England.',
      'A.',
      'For boys it was 50%, and in England 50%; 13th of 25 authorities.',
    ]);
  });

  it('how many are worse, where some are better or close', () => {
    expect(answer({ A: poor('46'), B: poor('54'), C: poor('50') })).toEqual([
      'Worse than in England on one of three headlines.',
      'Most of all: A.',
      'For boys it was 46%, and in England 50%; 25th of 25 authorities.',
    ]);
    expect(answer({ A: poor('54'), B: poor('50') })[0]).toBe('As well as in England, or better.');
  });

  it('cannot be said where no group of theirs can be set beside the nation', () => {
    const open = ['We cannot say yet: none of their headlines can be compared with national figures.'];
    expect(answer({ A: still })).toEqual(open);
    expect(answer({ A: { ...still, poor: { own: ['50'] } } })).toEqual(open);
  });
});

describe('how we compare', () => {
  const title = (headlines: Readonly<Record<string, Written>>) => frontSaid(headlines).compare;
  const ahead: Written = { own: ['54'], england: ['50'] };
  const behind: Written = { own: ['46'], england: ['50'] };
  const level: Written = { own: ['50'], england: ['50'] };
  const withPoor = (poor: string): Written => ({ ...ahead, poor: { own: [poor], england: ['50'] } });

  it('counts what is worse first where that is more', () => {
    expect(title({ A: ahead, B: ahead, C: behind })).toBe('Better than England on two of three headlines');
    expect(title({ A: ahead, B: behind, C: behind })).toBe('Worse than England on two of three headlines');
    expect(title({ A: level, B: level })).toBe('Neither better nor worse than England on both headlines');
    expect(title({ A: level })).toBe('Neither better nor worse than England on the one headline');
  });

  it('says how it is for disadvantaged pupils', () => {
    expect(title({ A: withPoor('46'), B: withPoor('46') })).toBe(
      'Better than England on both headlines; worse on both for disadvantaged pupils',
    );
    expect(title({ A: withPoor('46'), B: withPoor('54') })).toBe(
      'Better than England on both headlines; worse on one of two for disadvantaged pupils',
    );
    expect(title({ A: withPoor('54') })).toBe(
      'Better than England on the one headline; worse on none for disadvantaged pupils',
    );
  });

  it('is not there where nothing can be set beside the nation', () => {
    expect(title({ A: { own: ['54'] } })).toBeNull();
  });
});

describe('neither better nor worse', () => {
  const open = (headlines: Readonly<Record<string, Written>>) => frontSaid(headlines).open;

  it('gives each headline with the reason', () => {
    expect(
      open({
        First: { own: ['54'] },
        Plans: { ...rising, said: { polarity: 'neutral' } },
        Hidden: { own: ['c', '52'] },
        Anew: {
          ...rising,
          said: { breaks: [{ from: '201314', kind: 'method', note: 'It was measured anew.' }] },
        },
        Boys: { ...still, poor: { own: ['54'] } },
      }),
    ).toEqual([
      'First: 54%, with no comparable earlier figure.',
      'Plans: 54%. It rose by 2 percentage points from 2012/13; neither better nor worse in itself.',
      'Hidden: suppressed to protect confidential information.',
      'Anew: 54%. No change is given: new method from 2013/14.',
      'Boys: girls and boys: 54%, with no comparable earlier figure.',
    ]);
  });

  it('says of a headline that no figure is held, and when one is promised, and of no other measure', () => {
    const without = (text: string) => text.replaceAll(/^ks2-progress,.*\n/gm, '');
    const nothing: Readonly<Record<string, Override>> = {
      'data/observations/ks2/201314.csv': without,
      'data/observations/ks2/201213.csv': without,
    };
    const openIn = (overrides: Readonly<Record<string, Override>>) => {
      const made = withCouncilFolder(overrides, root => materialFrom(readCouncil(root)));
      if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
      return made.material[0]?.home.open.map(({ text }) => text);
    };
    const edition = 'data/editions/201314.yaml';
    const headline = (text: string) => text.replace('[ks2-reading]', '[ks2-reading, ks2-progress]');
    const pending = "pending:\n  - { indicator: ks2-progress, what: final scores, due: '2015-02-05' }\n";
    expect(openIn(nothing)).toEqual([]);
    expect(openIn({ ...nothing, [edition]: headline })).toEqual(['Progress: no figure is available.']);
    expect(openIn({ ...nothing, [edition]: text => `${headline(text)}${pending}` })).toEqual([
      'Progress: no figure is available. Final scores are due on 5 February 2015.',
    ]);
  });
});
