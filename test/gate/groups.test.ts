// Complementary disclosure: of groups that make up everyone, none that is hidden follows from everyone and the others. All invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/gate/primary.ts';
import { fromCounts } from '../../src/measures.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { absent } from '../../src/model/value.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import { indicatorOf, observationOf, type Row } from '../support/findings.ts';

const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
const share = indicatorOf();
const count = indicatorOf({ measure: 'count', unit: 'pupils' });

type Pupils = readonly [inside: number, all: number];

function row(group: string, [inside, all]: Pupils, indicator: Indicator, said: Partial<Row> = {}) {
  return observationOf(indicator, {
    value: fromCounts(indicator, inside, all),
    numerator: inside,
    denominator: all,
    ...(group === 'Total' ? {} : { breakdown: { topic: 'Sex', group } }),
    ...said,
  });
}

const hiddenOf = (rows: readonly Observation[], indicator: Indicator, topics: readonly Topic[] = []) =>
  protect(rows, new Map([[indicator.id, indicator]]), policy, [], { topics }).flatMap(
    ({ breakdown, value }) => (value.kind === 'absent' && value.because === 'c' ? [breakdown.group] : []),
  );
const hidden = (
  groups: Readonly<Record<string, Pupils>>,
  indicator: Indicator = share,
  topics: readonly Topic[] = [],
) =>
  hiddenOf(
    Object.entries(groups).map(([group, pupils]) => row(group, pupils, indicator)),
    indicator,
    topics,
  );

/** A topic of such groups. */
const topicOf = (groups: readonly string[], said: Partial<Topic> = {}): Topic => ({
  ...{ id: 'Sex', label: 'Sex', about: 'Invented.', gaps: [] },
  groups: groups.map(id => ({ id, label: id, phrase: id })),
  ...said,
});

describe('groups that make up everyone', () => {
  it('are hidden both where one of two is: 48 of 62, less 45 of 50 girls, is 3 of 12 boys', () => {
    expect(hidden({ Total: [48, 62], Girls: [45, 50], Boys: [3, 12] })).toEqual(['Girls', 'Boys']);
    expect(hidden({ Total: [48, 62], Girls: [45, 50], Boys: [3, 12] }, count)).toEqual(['Girls', 'Boys']);
  });

  it('are left where none is hidden, or the figure of everyone is not held or is hidden too', () => {
    expect(hidden({ Total: [40, 62], Girls: [30, 40], Boys: [10, 22] })).toEqual([]);
    expect(hidden({ Girls: [40, 50], Boys: [3, 12] })).toEqual(['Boys']);
    expect(hidden({ Total: [4, 62], Girls: [0, 30], Boys: [4, 32] })).toEqual(['Total', 'Boys']);
  });

  it('lose the next smallest of several, and go on until those hidden together could be printed', () => {
    expect(
      hidden({ Total: [100, 190], White: [60, 100], Mixed: [25, 40], Asian: [12, 38], Black: [3, 12] }),
    ).toEqual(['Asian', 'Black']);
    expect(
      hidden({ Total: [91, 160], White: [60, 100], Mixed: [26, 40], Asian: [2, 8], Black: [3, 12] }),
    ).toEqual(['Mixed', 'Asian', 'Black']);
  });

  it('are left where many pupils are in none of them, or one has no figure at all', () => {
    expect(hidden({ Total: [80, 160], English: [45, 80], Other: [3, 12] })).toEqual(['Other']);
    expect(hidden({ Total: [54, 99], English: [45, 80], Other: [3, 12] })).toEqual(['English', 'Other']);
    const open = row('Unknown', [4, 8], share, { value: absent('x'), numerator: null, denominator: null });
    const rows = Object.entries({ Total: [48, 70], Girls: [40, 50], Boys: [3, 12] } as const).map(
      ([group, pupils]) => row(group, pupils, share),
    );
    expect(hiddenOf([...rows, open], share)).toEqual(['Boys']);
  });

  it('are hidden beside one that its publisher suppressed', () => {
    const boys = row('Boys', [3, 12], share, { value: absent('c'), numerator: null, denominator: null });
    expect(hiddenOf([row('Total', [48, 62], share), row('Girls', [45, 50], share), boys], share)).toEqual([
      'Girls',
      'Boys',
    ]);
  });

  it('keep back what an earlier or a later release would give away', () => {
    const rows = [
      row('Total', [48, 62], share),
      row('Girls', [45, 50], share, { released: '2014-01-01' }),
      row('Girls', [44, 50], share, { released: '2014-06-01' }),
      row('Boys', [3, 12], share),
    ];
    expect(hiddenOf(rows, share)).toEqual(['Girls', 'Girls', 'Boys']);
  });

  it.each([share, count])(
    'give away no group that was left out: 48 of 62, less 45 of 51 girls',
    indicator => {
      const both = topicOf(['Girls', 'Boys']);
      const girls: Pupils = [45, 51];
      expect(hidden({ Total: [48, 62], Girls: girls }, indicator, [both])).toEqual(['Girls']);
      expect(
        hidden({ Total: [48, 62], Girls: girls }, indicator, [topicOf(['Girls'], { partial: true })]),
      ).toEqual(['Girls']);
      // So few of no group are nobody whom a group names.
      expect(hidden({ Total: [48, 62], Girls: girls }, indicator, [topicOf(['Girls'])])).toEqual([]);
      expect(hidden({ Total: [60, 120], Girls: [40, 80] }, indicator, [both])).toEqual([]);
    },
  );

  it('give away none that was left out of a topic within others', () => {
    const sex = topicOf(['Girls', 'Boys']);
    const parts = [
      { id: 'Girls, poor', label: 'a', phrase: 'a', in: ['Girls'] },
      { id: 'Girls, others', label: 'b', phrase: 'b', in: ['Girls'] },
    ];
    const finer = { ...topicOf([], { id: 'Finer', refines: ['Sex'], partial: true }), groups: parts };
    const rows = (['Total', 'Girls', 'Boys'] as const).map((group, at) =>
      row(
        group,
        (
          [
            [90, 160],
            [48, 62],
            [42, 98],
          ] as const
        )[at] ?? [0, 0],
        share,
      ),
    );
    const others = row('Girls, others', [45, 51], share, {
      breakdown: { topic: 'Finer', group: 'Girls, others' },
    });
    expect(hiddenOf([...rows, others], share, [sex, finer])).toEqual(['Girls, others']);
  });

  it.each([share, count])('lose as much where a small one is left out as where it is entered', indicator => {
    const pupils = fc
      .tuple(fc.nat({ max: 40 }), fc.nat({ max: 60 }))
      .map(([inside, out]): Pupils => [inside, inside + out + 1]);
    const few = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })).map(([i, out]): Pupils => [i, i + out + 1]);
    fc.assert(
      fc.property(fc.array(pupils, { minLength: 1, maxLength: 4 }), few, (groups, small) => {
        const total = [...groups, small].reduce<Pupils>(
          ([i, a], [inside, all]) => [i + inside, a + all],
          [0, 0],
        );
        const named = { Total: total, ...Object.fromEntries(groups.map((each, at) => [`G${at}`, each])) };
        const topic = topicOf([...groups.map((_, at) => `G${at}`), 'Small']);
        const entered = hidden({ ...named, Small: small }, indicator, [topic]);
        // Of a number alone that is none nothing tells of how many it is.
        if (!entered.includes('Small') || (indicator === count && small[0] === 0)) return;
        const leftOut = hidden(named, indicator, [topic]);
        expect([...leftOut, 'Small']).toEqual(entered);
      }),
    );
  });

  it('that pupils may be in several of are in everyone all the same: of none, none', () => {
    const several = topicOf(['Girls', 'Boys'], { overlap: true });
    expect(hidden({ Total: [0, 62], Girls: [0, 9] }, share, [several])).toEqual(['Total', 'Girls']);
    expect(hidden({ Total: [30, 62], Girls: [4, 9] }, share, [several])).toEqual(['Girls']);
  });

  it.each([share, count])('never leave one hidden alone beside everyone', indicator => {
    const pupils = fc
      .tuple(fc.nat({ max: 30 }), fc.nat({ max: 60 }))
      .map(([inside, out]): Pupils => [inside, inside + out + 1]);
    fc.assert(
      fc.property(fc.array(pupils, { minLength: 2, maxLength: 5 }), groups => {
        const total = groups.reduce<Pupils>(([i, a], [inside, all]) => [i + inside, a + all], [0, 0]);
        const named = Object.fromEntries(groups.map((each, at) => [`G${at}`, each]));
        const out = hidden({ Total: total, ...named }, indicator);
        if (out.includes('Total') || out.length === 0) return;
        expect(out.length).toBeGreaterThan(1);
        const together = out.reduce((sum, group) => sum + (named[group]?.[0] ?? 0), 0);
        expect(together >= policy['count-below'] || out.length === groups.length).toBe(true);
      }),
    );
  });
});
