// What the front page answers: which headlines it counts, where it has each of them, and where it draws them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Front } from '../../src/judgements/front.ts';
import type { VerdictCount } from '../../src/judgements/ground.ts';
import type { EditionFindings } from '../../src/judgements/theme-findings.ts';
import { changedNames, deviationWith, editionWith, keyOf } from '../support/front.ts';
import { randomStandings } from '../support/random-standings.ts';

const front = (headlines: Parameters<typeof editionWith>[0]) => editionWith(headlines).front;
const counted = ({ of, better, worse }: VerdictCount) => [of, better, worse].map(({ count }) => count);
const scaleOf = ({ headlines }: Front, name: string) =>
  headlines.find(each => keyOf(each) === name)?.scale ?? null;

describe('where a headline is drawn', () => {
  const own = ['56', '52'] as const;
  const england = ['50', '50'] as const;

  it('is in spreads of authorities from the nation, the year before beside that year’s nation', () => {
    const scale = scaleOf(front({ Reading: { own, england } }), 'Reading');
    expect(scale?.own).toBeCloseTo(6 / deviationWith(6), 9);
    expect(scale?.before).toBeCloseTo(2 / deviationWith(2), 9);
    expect(scale?.middle?.map(Math.sign)).toEqual([-1, 1]);
  });

  it('is turned where lower is better', () => {
    const scale = scaleOf(front({ Absence: { own, england, said: { polarity: 'low' } } }), 'Absence');
    expect(scale?.own).toBeCloseTo(-6 / deviationWith(6), 9);
    expect(scale?.before).toBeCloseTo(-2 / deviationWith(2), 9);
    expect(scale?.middle?.map(Math.sign)).toEqual([-1, 1]);
  });

  it('is nowhere where neither way is better, or the nation has no figure', () => {
    expect(front({ Plans: { own, england, said: { polarity: 'neutral' } } }).headlines).toEqual([]);
    expect(scaleOf(front({ Reading: { own } }), 'Reading')).toBeNull();
  });

  it('is in the latest year that can be set beside the nation', () => {
    const [headline] = front({ Reading: { own, england: ['', '50'] } }).headlines;
    expect(headline).toMatchObject({ period: '201213', level: { figure: { text: '52%' } } });
    expect(headline?.scale?.own).toBeCloseTo(1, 1);
    expect(headline?.scale?.before).toBeNull();
  });
});

describe('the order of headlines', () => {
  it('that got better or worse is by how much that weighs, whatever the order of the catalogue', () => {
    const { better, worse } = front({
      Little: { own: ['52', '50'] },
      Much: { own: ['58', '50'] },
      Down: { own: ['48', '50'] },
      Deep: { own: ['42', '50'] },
    });
    expect([better, worse].map(changedNames)).toEqual([
      ['Much', 'Little'],
      ['Deep', 'Down'],
    ]);
  });

  it('is from the furthest ahead to the furthest behind, those that are not drawn last', () => {
    const { headlines } = front({
      Low: { own: ['47'], england: ['50'] },
      None: { own: ['50'] },
      High: { own: ['54'], england: ['50'], poor: { own: ['51'], england: ['50'] } },
    });
    expect(headlines.map(keyOf)).toEqual(['High', 'High, disadvantaged', 'Low', 'None']);
  });
});

describe('what to worry about', () => {
  const worryOf = (headlines: Parameters<typeof front>[0]) => {
    const { standing, change } = front(headlines).worry;
    return [standing, change].map(each => each?.indicator.short ?? null);
  };

  const elsewhere = { theme: 'ks4' };

  it('is the measure that weighs most for the worse, and the step of another chapter that does', () => {
    const [near, far] = [
      { own: ['49', '49'], england: ['50', '50'] },
      { own: ['44', '44'], england: ['50', '50'] },
    ] as const;
    const falling = { own: ['53', '58'], england: ['50', '50'] } as const;
    expect(worryOf({ Near: near, Far: far, Falling: { ...falling, said: elsewhere } })).toEqual([
      'Far',
      'Falling',
    ]);
    expect(worryOf({ Near: near, Far: far, Falling: falling })).toEqual(['Far', null]);
    expect(worryOf({ Far: { own: ['44', '48'], england: ['50', '50'] } })).toEqual(['Far', null]);
  });

  it('weighs how much a measure got worse with where it stands, and names no step that England took too', () => {
    const measures = {
      Steady: { own: ['46', '46'], england: ['50', '50'] },
      Falling: { own: ['47', '51'], england: ['50', '54'] },
    } as const;
    const slipping = (england: readonly [string, string]) => ({
      Slipping: { own: ['53', '56'], england, said: elsewhere } as const,
    });
    expect(worryOf({ ...measures, ...slipping(['50', '50']) })).toEqual(['Falling', 'Slipping']);
    expect(worryOf({ ...measures, ...slipping(['50', '53']) })).toEqual(['Falling', null]);
  });

  it('weighs ground that was lost with where a measure stands', () => {
    expect(
      worryOf({
        Steady: { own: ['46', '46'], england: ['50', '50'] },
        Losing: { own: ['47', '52'], england: ['50', '50'] },
      })[0],
    ).toBe('Losing');
  });

  it('is nothing where nothing is worse than the nation, however it changed', () => {
    expect(worryOf({ Reading: { own: ['52', '51'], england: ['50', '50'] } })).toEqual([null, null]);
    expect(worryOf({ Reading: { own: ['52', '56'], england: ['50', '50'] } })).toEqual([null, 'Reading']);
  });
});

/** What must hold of the front page of any edition; nothing where all of it does. */
function wrongIn({ front, headlines, missing }: EditionFindings): readonly string[] {
  const everyone = headlines.map(({ indicator }) => indicator.short);
  const lists = { better: front.better, worse: front.worse, same: front.same, open: front.open };
  const listed = Object.values(lists).flatMap(changedNames);
  const groups = new Set(listed.filter(name => name.endsWith(', disadvantaged')));
  const twice = listed.filter((name, at) => listed.indexOf(name) !== at);
  const left = [...everyone, ...front.headlines.map(keyOf)].filter(name => !listed.includes(name));
  const told = [
    lists.better.length + lists.worse.length + lists.same.length,
    lists.better.length,
    lists.worse.length,
  ];
  const beside = (isGroup: boolean) => {
    const verdicts = front.headlines
      .filter(({ topic }) => (topic !== null) === isGroup)
      .flatMap(({ nation }) => (nation === null || nation.verdict === 'none' ? [] : nation.verdict));
    return [
      verdicts.length,
      ...(['better', 'worse'] as const).map(each => verdicts.filter(verdict => verdict === each).length),
    ];
  };
  const differ = (name: string, one: readonly number[], other: readonly number[]) =>
    one.join() === other.join() ? [] : [`${name}: ${one.join()}, and ${other.join()}`];
  const turned = front.headlines.flatMap(headline => {
    const { nation, scale } = headline;
    const side = Math.sign(scale?.own ?? 0);
    return (nation?.verdict === 'better' && side < 0) || (nation?.verdict === 'worse' && side > 0)
      ? [`${keyOf(headline)} is ${nation.verdict}, and drawn at ${scale?.own}`]
      : [];
  });
  return [
    ...twice.map(name => `${name} stands twice`),
    ...left.map(name => `${name} stands nowhere`),
    ...missing.map(({ short }) => short).filter(name => listed.includes(name)),
    ...[...groups].filter(name => !everyone.includes(name.replace(', disadvantaged', ''))),
    ...differ('changes', counted(front.counts.changes), told),
    ...differ('everyone', counted(front.counts.everyone), beside(false)),
    ...differ('disadvantaged', counted(front.counts.disadvantaged), beside(true)),
    ...turned,
  ];
}

describe('over random headlines', () => {
  it('each stands once in what changed, counts are those of the lists, and no mark is on the other side of its verdict', () => {
    let drawn = 0;
    fc.assert(
      fc.property(randomStandings, ({ found }) => {
        drawn += found.front.headlines.filter(({ scale }) => scale !== null).length;
        expect(wrongIn(found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(drawn).toBeGreaterThan(500);
  });
});
