// What plans say will be done, from this edition and the one before. The plans here are invented.
import { describe, expect, it } from 'vitest';
import type { JudgedPlans } from '../../src/plans/plan-findings.ts';
import { movingOn, saidBefore, servingOf, undertakingsOf } from '../../src/plans/kit/undertakings.ts';
import type { PlanBook } from '../../src/plans/kit/file.ts';

const plan = (id: string, rating: string, said = {}) => ({
  plan: {
    ...{
      id,
      short: `Plan ${id}`,
      owner: 'Head',
      moves: [],
      targets: [],
      rating,
      next: ['Go on.'],
      without: {},
    },
    ...said,
  },
  before: null,
});
const action = (id: string, standing: string, said = {}) => ({
  action: { id, words: `Do ${id}.`, owners: ['Head'], moves: [], ...said },
  standing,
});
const plans = (rated: readonly unknown[], actions: readonly unknown[]) =>
  ({
    'action-plans': { found: { plans: rated } },
    delivery: { found: { actions } },
  }) as unknown as JudgedPlans;
const bookBefore = (rated: readonly object[], actions: readonly object[]) =>
  ({
    edition: '2012-13',
    plans: { 'action-plans': { value: { plans: rated } }, delivery: { value: { actions } } },
  }) as unknown as PlanBook;
const earlierAction = (id: string) => ({ id, words: `Do ${id}.`, owners: [], moves: ['reading'] });

describe('an undertaking', () => {
  it('is behind when rated red or amber/red, or past its deadline, and not otherwise', () => {
    const all = undertakingsOf(
      plans(
        ['green', 'amber-green', 'amber', 'amber-red', 'red'].map(rating => plan(rating, rating)),
        ['done', 'under-way', 'overdue', 'passed-not-stated', 'was-to-begin', 'each-year', 'to-come'].map(
          each => action(each, each),
        ),
      ),
    );
    expect(all.filter(({ isBehind }) => isBehind).map(({ id }) => id)).toEqual([
      'amber-red',
      'red',
      'overdue',
      'passed-not-stated',
    ]);
  });

  it('moves the measures it names, and serves the targets it names or whose measure it moves', () => {
    const all = undertakingsOf(
      plans(
        [plan('a', 'green', { targets: ['readers'] }), plan('b', 'green', { moves: ['writing'] })],
        [action('c', 'done', { moves: ['reading'] })],
      ),
    );
    expect(movingOn(all, 'reading').map(({ id }) => id)).toEqual(['c']);
    expect(servingOf(all, 'readers', ['reading']).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('what was said before', () => {
  it('is paired by kind and id, and what this edition is silent of stays listed', () => {
    const said = saidBefore(
      plans([plan('x', 'red')], [action('kept', 'done', { outcome: 'It was held.' })]),
      bookBefore(
        [{ id: 'x', short: 'Plan x', owner: 'Head', moves: [], targets: [] }],
        [earlierAction('kept'), earlierAction('dropped')],
      ),
    );
    expect(said.map(({ said, now }) => [said.id, now?.standing ?? null, now?.outcome ?? null])).toEqual([
      ['x', 'red', null],
      ['kept', 'done', 'It was held.'],
      ['dropped', null, null],
    ]);
  });

  it('is not lost where this edition has no plan of the kind at all', () => {
    expect(saidBefore({}, bookBefore([], [earlierAction('promised')])).map(({ now }) => now)).toEqual([null]);
    expect(saidBefore({}, null)).toEqual([]);
  });
});
