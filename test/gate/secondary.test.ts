// Secondary suppression: of areas that make up a council, none that is hidden follows from the others. All invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Published, protect } from '../../src/gate/primary.ts';
import { fromCounts } from '../../src/measures.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import { cell, council, indicatorOf, observationOf, type Row } from '../support/findings.ts';

const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
const share = indicatorOf();
const count = indicatorOf({ measure: 'count', unit: 'pupils' });
const names = ['ash', 'birch', 'cedar', 'elm', 'fir', 'oak'];

type Pupils = readonly [inside: number, all: number];

function ward(at: number, [inside, all]: Pupils, indicator: Indicator = share, said: Partial<Row> = {}) {
  const value = fromCounts(indicator, inside, all);
  return observationOf(indicator, {
    value,
    area: names[at] ?? '',
    numerator: inside,
    denominator: all,
    ...said,
  });
}

function gate(
  rows: readonly Observation[],
  indicator: Indicator = share,
  areas = names.slice(0, rows.length),
) {
  return protect(rows, new Map([[indicator.id, indicator]]), policy, [], {
    makeUp: [{ of: council.code, areas: [...areas] }],
  });
}

const hiddenIn = (published: readonly Published[]) =>
  published.flatMap(({ area, value }) => (value.kind === 'absent' && value.because === 'c' ? [area] : []));
const hidden = (pupils: readonly Pupils[], indicator: Indicator = share) =>
  hiddenIn(
    gate(
      pupils.map((each, at) => ward(at, each, indicator)),
      indicator,
    ),
  );

describe('secondary suppression', () => {
  it('hides nothing where nothing is hidden', () => {
    expect(
      hidden([
        [40, 80],
        [30, 60],
        [20, 40],
      ]),
    ).toEqual([]);
  });

  it('hides the ward of the fewest pupils beside one that is hidden alone', () => {
    expect(
      hidden([
        [40, 80],
        [3, 60],
        [20, 40],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar']);
  });

  it('takes the first of the list where two are as small', () => {
    expect(
      hidden([
        [40, 80],
        [20, 40],
        [3, 60],
        [21, 40],
      ]),
    ).toEqual(['birch', 'cedar']);
  });

  it('leaves two hidden wards alone that are many enough together', () => {
    expect(
      hidden([
        [40, 80],
        [3, 60],
        [4, 40],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar']);
  });

  it('goes on while those hidden are too few together', () => {
    expect(
      hidden([
        [40, 80],
        [2, 60],
        [3, 40],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar', 'elm']);
    expect(
      hidden([
        [40, 80],
        [2, 5],
        [2, 4],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar', 'elm']);
  });

  it('does not take none, or all, of several small wards for a cover', () => {
    expect(
      hidden([
        [40, 80],
        [0, 15],
        [0, 12],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar', 'elm']);
    expect(
      hidden([
        [40, 80],
        [15, 15],
        [12, 12],
        [30, 70],
      ]),
    ).toEqual(['birch', 'cedar', 'elm']);
  });

  it('hides the lowest of other counts beside a small one', () => {
    expect(
      hidden(
        [
          [40, 80],
          [3, 60],
          [20, 40],
          [7, 70],
        ],
        count,
      ),
    ).toEqual(['birch', 'elm']);
  });

  it('works the pupils of a share out where only the base is held', () => {
    const rows = [
      ward(0, [40, 80], share, { numerator: null, value: cell('50') }),
      ward(1, [3, 60], share, { numerator: null, value: cell('5') }),
      ward(2, [20, 40], share, { numerator: null, value: cell('50') }),
    ];
    expect(hiddenIn(gate(rows))).toEqual(['birch', 'cedar']);
  });

  it('covers one that its publisher suppressed, but with nothing that a national body has printed already', () => {
    const suppressed = ward(1, [0, 1], share, { value: cell('c'), numerator: null, denominator: null });
    expect(hiddenIn(gate([ward(0, [40, 80]), suppressed, ward(2, [20, 40])]))).toEqual(['birch', 'cedar']);
    const given = (at: number, text: string) =>
      ward(at, [0, 1], share, { value: cell(text), numerator: null, denominator: null });
    const rows = [given(0, '50'), suppressed, given(2, '40')];
    expect(hiddenIn(gate(rows))).toHaveLength(2);
    const relations = { makeUp: [{ of: council.code, areas: names.slice(0, 3) }], isPublic: () => true };
    expect(hiddenIn(protect(rows, new Map([[share.id, share]]), policy, [], relations))).toEqual(['birch']);
  });

  it('asks only of areas that make up a council, each list and each group of pupils by itself', () => {
    const rows = [ward(0, [40, 80]), ward(1, [3, 60]), ward(2, [20, 40])];
    expect(hiddenIn(gate(rows, share, ['cedar', 'elm']))).toEqual(['birch']);
    const boys = { breakdown: { topic: 'Sex', group: 'Boys' } };
    const others = [ward(0, [20, 40], share, boys), ward(1, [20, 40], share, boys)];
    expect(hiddenIn(gate([...rows, ...others], share, names.slice(0, 3)))).toEqual(['birch', 'cedar']);
    // Of some areas alone, without the council's own figure, nothing follows.
    expect(hiddenIn(gate(rows, share, names))).toEqual(['birch']);
    const schools = indicatorOf({ counted: 'schools' });
    expect(
      hidden(
        [
          [1, 2],
          [3, 5],
        ],
        schools,
      ),
    ).toEqual([]);
  });

  it('holds after each release: a row that a later one revises stays hidden', () => {
    const early = { status: 'provisional', released: '2014-08-01' } as const;
    const late = { status: 'final', released: '2015-01-01' } as const;
    const rows = [
      ward(0, [40, 80], share, early),
      ward(1, [3, 60], share, early),
      ward(2, [20, 40], share, early),
      ward(1, [9, 60], share, late),
      ward(2, [20, 90], share, late),
    ];
    const published = gate(rows, share, names.slice(0, 3));
    expect(published.map(({ value }) => value.kind)).toEqual(['known', 'absent', 'absent', 'known', 'known']);
  });

  it('takes what an earlier edition printed for known, and hides what came later', () => {
    const early = { status: 'provisional', released: '2014-08-01' } as const;
    const late = { status: 'final', released: '2015-01-01' } as const;
    const rows = [ward(0, [20, 40], share, early), ward(0, [21, 41], share, late)];
    const days = ['2014-08-31', '2015-01-31'];
    const told: Observation[] = [];
    const gateOf = (
      those: readonly Observation[],
      areas: readonly string[] = [],
      isPublic: (row: Observation) => boolean = () => false,
    ) =>
      protect(
        those,
        new Map([[share.id, share]]),
        policy,
        [],
        { days, makeUp: [{ of: council.code, areas: [...areas] }], isPublic },
        row => told.push(row),
      ).map(({ value }) => value.kind);
    expect(gateOf(rows)).toEqual(['known', 'absent']);
    expect(told).toEqual([]);
    // A ward of three that comes out later, once the council and the other ward are printed elsewhere, is given away by them.
    const council60 = observationOf(share, {
      value: fromCounts(share, 23, 60),
      numerator: 23,
      denominator: 60,
      ...early,
    });
    const later = ward(1, [3, 20], share, late);
    const three = [council60, ward(0, [20, 40], share, early), later];
    expect(gateOf(three, names.slice(0, 2), row => row !== later)).toEqual(['known', 'known', 'absent']);
    expect(told).toEqual([later]);
    // Where it is known that it is still to come, the first edition leaves it open.
    expect(gateOf(three, names.slice(0, 2))).toEqual(['known', 'absent', 'absent']);
    expect(told).toEqual([later]);
  });

  it('lets rounding hide how many came between two releases only where it leaves much open', () => {
    const hiddenOf = (many: number) => {
      const rows = [
        ward(0, [many / 2, many], share, { status: 'provisional', released: '2014-08-01' }),
        ward(0, [many / 2 + 1, many + 1], share, { status: 'final', released: '2015-01-01' }),
      ];
      const days = ['2014-08-31', '2015-01-31'];
      return hiddenIn(protect(rows, new Map([[share.id, share]]), policy, [], { days }));
    };
    expect(hiddenOf(500)).toHaveLength(1);
    expect(hiddenOf(5000)).toEqual([]);
  });

  it('says no more of a hidden ward by a difference that was published beside another figure', () => {
    const rows = [ward(0, [40, 80]), ward(1, [3, 60]), observationOf(share, { value: cell('45') })];
    const beside = (against: string) => ({
      ...observationOf(share, { value: cell('40') }),
      value: cell('40'),
      against,
    });
    const given = [beside('birch'), beside('E92000001')].flatMap(each =>
      each.value.kind === 'known' ? [{ ...each, value: each.value }] : [],
    );
    const published = protect(rows, new Map([[share.id, share]]), policy, given);
    expect(published[2]?.differences.map(({ against }) => against)).toEqual(['E92000001']);
  });

  it('prints the base of every figure that is printed, and of no other', () => {
    expect(gate([ward(0, [40, 80]), ward(1, [30, 60])]).map(({ base }) => base)).toEqual([80, 60]);
    const published = gate([ward(0, [40, 80]), ward(1, [3, 60]), ward(2, [20, 40])]);
    expect(published.map(({ base }) => base)).toEqual([80, null, null]);
  });
});

/**
 * Everything an attacker could hold: how many pupils live in each ward (public elsewhere), how many of the council's are in
 * the figure, and exactly how many of each ward that is printed. Answers what each hidden ward may then be.
 */
function attack(
  pupils: readonly Pupils[],
  withheld: readonly number[],
  counts: boolean,
): readonly Set<number>[] {
  const sum = withheld.reduce((total, at) => total + (pupils[at]?.[0] ?? 0), 0);
  const may = withheld.map(() => new Set<number>());
  const try_ = (found: readonly number[], left: number): void => {
    const at = withheld[found.length];
    if (at === undefined) {
      if (left === 0) for (const [index, number] of found.entries()) may[index]?.add(number);
      return;
    }
    const most = Math.min(left, counts ? left : (pupils[at]?.[1] ?? 0));
    for (let number = 0; number <= most; number += 1) try_([...found, number], left - number);
  };
  try_([], sum);
  return may;
}

const wards = fc.array(
  fc
    .tuple(fc.nat(14), fc.integer({ min: 1, max: 30 }))
    .map(([inside, all]): Pupils => [Math.min(inside, all), all]),
  { minLength: 2, maxLength: 5 },
);

describe('an attack on a hidden ward', () => {
  it.each([
    ['a share', share, false],
    ['a count', count, true],
  ] as const)(
    'from the council’s figure and every other ward finds no number: %s',
    (_, indicator, counts) => {
      fc.assert(
        fc.property(wards, pupils => {
          const inside = pupils.reduce((sum, [some]) => sum + some, 0);
          const all = pupils.reduce((sum, [, many]) => sum + many, 0);
          const own = observationOf(indicator, {
            value: fromCounts(indicator, inside, all),
            numerator: inside,
            denominator: all,
          });
          const published = gate(
            [...pupils.map((each, at) => ward(at, each, indicator)), own],
            indicator,
            names.slice(0, pupils.length),
          );
          // Of a council that is hidden itself, or in which none or all are, the wards say nothing more.
          if (published.at(-1)?.value.kind === 'absent' || inside === 0 || inside === all) return;
          const withheld = pupils.flatMap((_, at) => (published[at]?.value.kind === 'absent' ? [at] : []));
          for (const may of attack(pupils, withheld, counts)) expect(may.size).toBeGreaterThan(1);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('shows its teeth where one ward is hidden by itself', () => {
    expect(
      attack(
        [
          [40, 80],
          [3, 60],
          [20, 40],
        ],
        [1],
        false,
      ).map(may => [...may]),
    ).toEqual([[3]]);
  });
});

describe('measures that are declared to have to do with each other', () => {
  const of = (id: string, pupils: Pupils, said: Partial<Indicator> = {}) => {
    const indicator = indicatorOf({ id, cohort: 'young people', ...said });
    return { indicator, row: ward(0, pupils, indicator) };
  };
  const hiddenOf = (held: readonly ReturnType<typeof of>[]) =>
    protect(
      held.map(({ row }) => row),
      new Map(held.map(({ indicator }) => [indicator.id, indicator])),
      policy,
    ).flatMap(({ indicator, value }) => (value.kind === 'absent' ? [indicator] : []));

  it('hide another where one of a sum is hidden', () => {
    const parts = [of('neet', [47, 300]), of('not-known', [3, 300])];
    expect(hiddenOf([of('either', [50, 300]), ...parts])).toEqual(['not-known']);
    const either = of('either', [50, 300], { 'sum-of': ['neet', 'not-known'] });
    expect(hiddenOf([either, ...parts])).toHaveLength(2);
    // The difference alone would tell of three, with no row for them.
    expect(hiddenOf([either, ...parts.slice(0, 1)])).toHaveLength(1);
  });
});
