// What plans say will be done, from this edition and the one before. The plans here are invented.
import { describe, expect, it } from 'vitest';
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import type { EditionMaterial } from '../../src/pages/material.ts';
import { lastYear, undertakingsIn } from '../../src/plans/hub/undertakings.ts';
import { planKinds } from '../../src/plans/index.ts';
import type { PlanBook } from '../../src/plans/kit/form.ts';
import { judgedPlans } from '../../src/plans/kit/judged.ts';
import { movingOn, servingOf } from '../../src/plans/kit/offers.ts';
import { settingOf } from '../support/findings.ts';

const plan = (id: string, rating: string, said = {}) => ({
  ...{ id, short: `Plan ${id}`, owner: 'Head', moves: [], targets: [], projections: [] },
  ...{ rating, next: ['Go on.'], without: {} },
  ...said,
});
const action = (id: string, status: string, said = {}) => ({
  ...{ id, words: `Do ${id}.`, owners: ['Head'], moves: [], status, deadline: { kind: 'not-stated' } },
  ...said,
});

/** The plans of an edition, as their own forms would have read them. */
function book(edition: string, rated: readonly object[], actions: readonly object[]): PlanBook {
  const values: Readonly<Record<string, object>> = {
    'action-plans': { plans: rated },
    delivery: { actions, spend: [], 'intended-outcomes': [] },
  };
  const plans = planKinds.flatMap(({ form }) => {
    const value = values[form.id];
    const place = () => ({ file: `${form.id}.yaml`, line: 1, column: 1 });
    return value === undefined ? [] : [{ form, file: `${form.id}.yaml`, value, place }];
  });
  return { edition, plans, words: [], facts: [] };
}

/** An edition with its plans judged, beside those of the edition before. */
function materialOf(now: PlanBook | null, before: PlanBook | null = null): EditionMaterial {
  const setting = settingOf([], []);
  const { edition, council } = setting;
  const earlier = { ...edition, id: 'before', period: '190001' };
  const books = [
    ...(before === null ? [] : [{ ...before, edition: earlier.id }]),
    ...(now === null ? [] : [now]),
  ];
  const folder = { books, council, editions: [earlier, edition], indicators: [] } as unknown as PublicFolder;
  const within = { ...setting, folder };
  const { plans, promised } = judgedPlans(planKinds, within, [], null);
  return { setting: within, plans, promised } as unknown as EditionMaterial;
}

const { id: edition } = settingOf([], []).edition;
const undertakings = (rated: readonly object[], actions: readonly object[]) =>
  undertakingsIn(materialOf(book(edition, rated, actions)));

describe('an undertaking', () => {
  it('is behind when rated red or amber/red, or past its deadline, and not otherwise', () => {
    const passed = { kind: 'day', day: '1900-01-01' };
    const all = undertakings(
      ['green', 'amber-green', 'amber', 'amber-red', 'red'].map(rating => plan(rating, rating)),
      [
        action('done', 'done', { deadline: passed }),
        action('under-way', 'under-way'),
        action('overdue', 'under-way', { deadline: passed }),
        action('passed-not-stated', 'not-stated', { deadline: passed }),
        action('was-to-begin', 'not-stated', { deadline: { kind: 'from', month: '1900-01' } }),
        action('each-year', 'not-stated', { deadline: { kind: 'annual', in: 'summer' } }),
      ],
    );
    expect(all.filter(({ isBehind }) => isBehind).map(({ id }) => id)).toEqual([
      'amber-red',
      'red',
      'overdue',
      'passed-not-stated',
    ]);
  });

  it('moves the measures it names, and serves the targets it names or whose measure it moves', () => {
    const all = undertakings(
      [plan('a', 'green', { targets: ['readers'] }), plan('b', 'green', { moves: ['writing'] })],
      [action('c', 'done', { moves: ['reading'] })],
    );
    expect(movingOn(all, 'reading').map(({ id }) => id)).toEqual(['c']);
    expect(servingOf(all, 'readers', ['reading']).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('what was said before', () => {
  it('is paired by kind and id, and what this edition is silent of stays listed', () => {
    const { said } = lastYear(
      materialOf(
        book(edition, [plan('x', 'red')], [action('kept', 'done', { outcome: 'It was held.' })]),
        book('before', [plan('x', 'green')], [action('kept', 'to-come'), action('dropped', 'to-come')]),
      ),
    );
    expect(said.map(({ said, now }) => [said.id, now?.standing ?? null, now?.outcome ?? null])).toEqual([
      ['x', 'red', null],
      ['kept', 'done', 'It was held.'],
      ['dropped', null, null],
    ]);
  });

  it('is not lost where this edition has no plan of the kind at all', () => {
    const promised = book('before', [], [action('promised', 'to-come')]);
    expect(lastYear(materialOf(null, promised)).said.map(({ now }) => now)).toEqual([null]);
    expect(lastYear(materialOf(null)).said).toEqual([]);
  });
});
