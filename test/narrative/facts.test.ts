import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighboursBeside } from '../../src/judgements/setting.ts';
import { total } from '../../src/model/breakdown.ts';
import { factsOf, readFact, universalFacts } from '../../src/narrative/fact-grammar.ts';
import { checkFact, measureHeld } from '../../src/narrative/facts.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { cell, council, indicatorOf, neighbours, observationOf, settingOf } from '../support/findings.ts';

const made = materialFrom(readCouncil(join(import.meta.dirname, '../editions/winterfold')));
if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
const { folder } = made;
const material = made.material.at(-1);
if (material === undefined) throw new Error('Winterfold has no edition');
const { setting } = material;
const check = (fact: string) => checkFact(fact, setting);
const outcome = (fact: string) => check(fact).outcome;
const says = (fact: string) => {
  const held = check(fact);
  return held.outcome === 'unknown' ? null : held.says;
};

/** The facts of a list that are so. */
const so = (facts: readonly string[]) => facts.filter(fact => outcome(fact) === 'so');

describe('a fact about a movement', () => {
  it('is so when the computed change is', () => {
    const of = (id: string) => so(factsOf(id, [], [], []));
    expect(of('reading')).toEqual(['reading rose', 'reading improved']);
    expect(of('writing')).toEqual(['writing unchanged']);
    expect(of('absence')).toEqual(['absence rose', 'absence worsened']);
  });

  it('is never so across a break, of a suppressed figure or without an earlier one, and says why', () => {
    expect(so(factsOf('maths', [], [], []))).toEqual([]);
    expect(says('maths rose')).toContain('No change is given from 2012/13.');
    expect(says('science rose')).toContain('suppressed');
    expect(says('maths rose in 2012/13')).toBe('There is no comparable earlier figure.');
    expect(says('maths rose in 2009/10')).toBe('No figure for 2009/10 is available.');
  });

  it('may be of an earlier year', () => {
    expect(outcome('reading fell in 2012/13')).toBe('so');
    expect(outcome('absence improved in 2012/13')).toBe('so');
  });

  it('rests on the change and on both figures', () => {
    const held = check('reading rose');
    expect(held.outcome === 'so' && held.figures.map(({ id }) => id)).toEqual([
      'reading.change.total.w01.201314.201213',
      'reading.observation.total.w01.201314',
      'reading.observation.total.w01.201213',
    ]);
  });
});

describe('a fact about a record', () => {
  const year = (text: string, at: number, polarity: 'high' | 'low' | 'neutral' = 'high') =>
    observationOf(indicatorOf({ polarity }), {
      value: cell(text),
      period: `20${String(at).padStart(2, '0')}${at + 1}`,
    });
  const reading = (texts: readonly string[], polarity: 'high' | 'low' | 'neutral' = 'high') => {
    const rows = texts.map((text, at) => year(text, 14 - texts.length + at, polarity));
    const held = settingOf(rows, [indicatorOf({ polarity })]);
    return (fact: string) => checkFact(`reading ${fact}`, held);
  };
  const ways = ['highest', 'lowest', 'best', 'worst'];
  const so = (of: ReturnType<typeof reading>) => ways.filter(way => of(way).outcome === 'so');

  it('is so of the highest or the lowest of four comparable years, and of the best by the measure’s direction', () => {
    expect(so(reading(['80', '81', '82', '84']))).toEqual(['highest', 'best']);
    expect(so(reading(['84', '82', '81', '80']))).toEqual(['lowest', 'worst']);
    expect(so(reading(['84', '82', '81', '80'], 'low'))).toEqual(['lowest', 'best']);
    expect(so(reading(['84', '82', '81', '80'], 'neutral'))).toEqual(['lowest']);
    expect(so(reading(['84', '81', '82', '84']))).toEqual([]);
  });

  it('says of which years, and goes back no further than they do', () => {
    const of = reading(['80', '81', '82', '84']);
    expect(of('highest')).toMatchObject({
      says: 'This is the highest of the four years that can be compared, from 2010/11.',
    });
    expect(['2010/11', '2011/12', '2009/10'].map(from => of(`highest since ${from}`).outcome)).toEqual([
      'so',
      'so',
      'not-so',
    ]);
    expect(reading(['80', '81', '84'])('highest')).toMatchObject({ outcome: 'not-so' });
  });
});

describe('a fact about a rank', () => {
  const ranked = indicatorOf({ ranked: true });
  const others = Array.from({ length: 19 }, (_, at) => ({
    value: cell(String(60 + at)),
    area: `A${at + 10}`,
  }));
  const rows = [{ value: cell('77') }, ...others].map(row => observationOf(ranked, row));
  const areas = new Map(
    [council, ...others.map(({ area }) => ({ code: area, name: area, kind: 'authority' as const }))].map(
      area => [area.code, area],
    ),
  );
  const held = (indicator = ranked) => ({ ...settingOf(rows, [indicator]), areas });

  it('is so of that place in the edition’s own year alone', () => {
    expect(checkFact('reading ranked 2', held())).toMatchObject({
      outcome: 'so',
      says: expect.stringContaining('It was joint second of 20 authorities'),
    });
    expect(checkFact('reading ranked 3', held())).toMatchObject({ outcome: 'not-so' });
    expect(checkFact('reading ranked 2', held(indicatorOf()))).toMatchObject({
      says: 'Authorities are not ranked on this measure.',
    });
    expect(checkFact('reading ranked second', held()).outcome).toBe('unknown');
  });
});

describe('a fact about a comparator', () => {
  const names = ['Albion', 'nation', 'the Far North', 'region', 'neighbours'];
  const of = (id: string) => so(factsOf(id, [], [], names)).filter(fact => fact.includes(' Albion'));

  it('is above or below only beyond what is broadly in line, and better or worse by the measure’s direction', () => {
    expect(of('reading')).toEqual(['reading above Albion', 'reading better than Albion']);
    expect(of('writing')).toEqual(['writing in line with Albion']);
    expect(of('maths')).toEqual(['maths in line with Albion']);
    expect(of('absence')).toEqual(['absence in line with Albion']);
    expect(of('science')).toEqual([]);
  });

  it('knows the region and the neighbours by name and by what they are', () => {
    expect(names.map(name => outcome(`reading above ${name}`))).toEqual(['so', 'so', 'so', 'so', 'not-so']);
    expect(says('reading above neighbours')).toBe(
      'It was slightly below the statistical neighbours’ average of 85% from five of the six (by 1 percentage point).',
    );
  });

  it('is not so where no figure of theirs is held', () => {
    expect(says('writing above region')).toBe('No figure for 2013/14 is available for the Far North.');
  });
});

describe('a fact about a gap', () => {
  it('is so when the computed gap moved that way or is that wide', () => {
    expect(so(factsOf('reading', [], ['Boys'], ['Albion']).filter(fact => fact.includes(' gap ')))).toEqual([
      'reading gap Boys widened',
      'reading gap Boys wider than Albion',
    ]);
    expect(says('reading gap Boys narrowed')).toBe(
      'The gap widened by 5 percentage points from 6 percentage points in 2012/13.',
    );
    expect(says('reading gap Boys narrower than Albion')).toContain('The same gap was 7 percentage points');
  });

  it('is not so where there is no earlier gap, or none elsewhere', () => {
    expect(says('reading gap Boys widened in 2011/12')).toBe('No gap between the two groups is available.');
    expect(says('reading gap Boys wider than region')).toContain('No figures of both groups');
    expect(outcome('reading for Girls rose')).toBe('so');
  });
});

describe('a universal fact', () => {
  it('is so only when it is so of every measure, and otherwise names every exception', () => {
    const said = says('all of ks2 rose');
    expect(outcome('all of ks2 rose')).toBe('not-so');
    for (const name of ['Writing: This was unchanged', 'Maths: No change is given', 'Science: No figure'])
      expect(said).toContain(name);
    expect(said).not.toContain('Reading:');
    expect(said).toContain('Not so of 3 of the 5 measures.');
  });

  it('is of the edition’s headlines, or of a theme', () => {
    const facts = universalFacts(['ks2', 'inspection'], ['Albion']);
    expect(facts.map(outcome)).not.toContain('unknown');
    expect(says('all of inspection rose')).toBe('There are no such measures.');
    expect(outcome('all of ks9 rose')).toBe('unknown');
  });
});

describe('what is no fact', () => {
  it('is unknown, with the fact that was likely meant', () => {
    const near = (fact: string) => {
      const held = check(fact);
      return held.outcome === 'unknown' ? held.near : 'known';
    };
    expect(near('reading rised')).toBe('reading rose');
    expect(near('readng rose')).toBe('reading rose');
    expect(near('reading above Albino')).toBe('reading above Albion');
    expect(near('reading for Grils rose')).toBe('reading for Girls rose');
    expect(near('reading gap Girls narrowed')).toBe('reading gap Boys narrowed');
    expect(near('al headlines rose')).toBe('all headlines rose');
    expect(near('we all did very well indeed')).toBe(null);
    expect(near('reading gap Boys rose')).not.toBe('known');
  });

  it('never makes the reader of facts throw, whatever is written', () => {
    const words = fc.constantFrom(
      'reading',
      'all',
      'of',
      'headlines',
      'for',
      'Girls',
      'gap',
      'Boys',
      'rose',
      'above',
      'Albion',
      'in',
      '2012/13',
      'in line with',
      'wider than',
      '__proto__',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 7 }).map(parts => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, written => {
        readFact(written);
        expect(['so', 'not-so', 'unknown']).toContain(check(written).outcome);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a fact checked in the invented council', () => {
  const outcomes = (facts: readonly string[], overrides: Readonly<Record<string, Override>>) =>
    withCouncilFolder(overrides, root => {
      const result = materialFrom(readCouncil(root));
      if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
      const [edition] = result.material;
      return facts.map(fact => edition && checkFact(fact, edition.setting));
    });
  const rows = 'data/observations/ks2/201314.csv';

  it('is not so of a year whose figure is not held, though the year before has one', () => {
    const [held, before] = outcomes(['ks2-progress fell', 'ks2-progress above Albion in 2012/13'], {
      [rows]: text => text.replace(/ks2-progress.*\n/, ''),
    });
    expect(held).toMatchObject({ outcome: 'not-so', says: 'No figure for 2013/14 is available.' });
    expect(before).toMatchObject({ says: 'No figure for 2012/13 is available for Albion.' });
  });

  it('says neither wider nor narrower of a gap that is the other way round elsewhere', () => {
    const turned = (girls: number, boys: number) => (text: string) =>
      `${text.replace('N01,201314,Total,Total,83', `N01,201314,Total,Total,${(girls + boys) / 2}`)}ks2-reading,N01,201314,Sex,Girls,${girls},,,final,,invented-results,\nks2-reading,N01,201314,Sex,Boys,${boys},,,final,,invented-results,\n`;
    const facts = ['ks2-reading gap Boys wider than Albion', 'ks2-reading gap Boys narrower than Albion'];
    const said = (girls: number, boys: number) =>
      outcomes(facts, { [rows]: turned(girls, boys) }).map(held => held?.outcome);
    expect([said(70, 75), said(75, 70), said(90, 60), said(90, 78)]).toEqual([
      ['not-so', 'not-so'],
      ['so', 'not-so'],
      ['not-so', 'so'],
      ['not-so', 'not-so'],
    ]);
  });

  it('is universal over the measures that exist in the year, no others', () => {
    const years = (from: string, to: string) => ({
      [rows]: (text: string) => text.replace(/ks2-progress.*\n/, ''),
      'data/observations/ks2/201213.csv': (text: string) => text.replace(/ks2-progress.*\n/, ''),
      'data/catalogue/ks2.yaml': (text: string) =>
        text.replace('start: 201213\n    end: 201314', `start: ${from}\n    end: ${to}`),
    });
    const [later] = outcomes(['all of ks2 rose'], years('201415', '201516'));
    const [ended] = outcomes(['all of ks2 rose'], years('201112', '201213'));
    const [current] = outcomes(['all of ks2 rose'], years('201213', '201314'));
    expect([later?.outcome, ended?.outcome, current?.outcome]).toEqual(['so', 'so', 'not-so']);
  });

  it('names the neighbours’ own figures as what their average rests on', () => {
    const reading = indicatorOf();
    const at = (value: string, area: string) => observationOf(reading, { value: cell(value), area });
    const rows = [at('84', council.code), ...neighbours.areas.map(area => at('84', area))];
    const setting = settingOf(rows, [reading]);
    const who = neighboursBeside(setting);
    if (who === null) throw new Error('the setting has no neighbours');
    const held = measureHeld(setting, reading, total, { kind: 'side', side: 'in line with', who });
    const average = held.figures.find(({ kind }) => kind === 'neighbour-mean');
    expect([held.outcome, average?.inputs.length]).toEqual(['so', 10]);
  });
});

it('every fact that may be said rests on figures', () => {
  const facts = [
    ...folder.indicators.flatMap(({ id, breakdowns }) =>
      factsOf(
        id,
        breakdowns.includes('Sex') ? ['Girls', 'Boys'] : [],
        breakdowns.includes('Sex') ? ['Boys'] : [],
        ['Albion', 'region', 'neighbours'],
      ),
    ),
    ...universalFacts(['ks2'], ['Albion']),
  ];
  for (const held of facts.map(check)) {
    if (held.outcome !== 'so') continue;
    expect(held.figures.length).toBeGreaterThan(0);
  }
});
