// What every measure of the catalogues, England's and the council's, has to do with others: declared, or said to be nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

type Entry = {
  readonly id: string;
  readonly file: string;
  readonly counted?: string;
  readonly cohort?: string;
  readonly numerator?: string;
  readonly 'share-of'?: string;
} & Readonly<Partial<Record<'within' | 'all-of' | 'sum-of', readonly string[]>>>;

const repository = fileURLToPath(new URL('../..', import.meta.url));
const entries = ['data/england/catalogue', 'data/catalogue'].flatMap(folder =>
  readdirSync(join(repository, folder)).flatMap(file => {
    const read = load(readFileSync(join(repository, folder, file), 'utf8')) as {
      readonly indicators?: readonly Omit<Entry, 'file'>[];
    };
    return (read.indicators ?? []).map((entry): Entry => ({ ...entry, file: `${folder}/${file}` }));
  }),
);
const byId = new Map(entries.map(entry => [entry.id, entry]));
const ofPupils = entries.filter(({ counted }) => counted !== 'schools');
const lists = ['within', 'all-of', 'sum-of'] as const;

describe('what measures have to do with each other', () => {
  it('is told of whom each is, by a name that others share or that none does', () => {
    expect(entries.length).toBeGreaterThan(230);
    expect(ofPupils.filter(({ cohort }) => cohort === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('is told of measures of the same pupils alone, and goes round in no circle', () => {
    const outers = (id: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(id)) return [`${id} lies within itself`];
      const entry = byId.get(id);
      const parts = lists.flatMap(list => (list === 'sum-of' ? [] : (entry?.[list] ?? [])));
      return parts.flatMap(outer => outers(outer, [...seen, id]));
    };
    const apart = ofPupils.flatMap(({ id, cohort, ...entry }) =>
      lists
        .flatMap(list => entry[list] ?? [])
        .filter(other => byId.get(other)?.cohort !== cohort)
        .map(other => `${id} and ${other}`),
    );
    expect(apart).toEqual([]);
    expect(ofPupils.flatMap(({ id }) => outers(id, []))).toEqual([]);
  });

  it('is told of each pair of which the names say that one lies within the other', () => {
    const harder = { higher: 'expected', depth: 'expected', grade5: 'grade4', l5: 'l4', fsm: 'fsm6' };
    const reached = (id: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const outer of [...(byId.get(id)?.within ?? []), ...(byId.get(id)?.['all-of'] ?? [])])
        if (!seen.has(outer)) reached(outer, seen.add(outer));
      return seen;
    };
    const pairs = ofPupils.flatMap(({ id, cohort }) =>
      Object.entries(harder).flatMap(([hard, easy]) => {
        const other = id
          .split('-')
          .map(word => (word === hard ? easy : word))
          .join('-');
        return other !== id && byId.get(other)?.cohort === cohort ? [[id, other] as const] : [];
      }),
    );
    expect(pairs.length).toBeGreaterThan(15);
    expect(pairs.filter(([inner, outer]) => !reached(inner).has(outer))).toEqual([]);
  });

  it('is told of every number of which a share is held', () => {
    const shared = ofPupils.flatMap(entry => entry['share-of'] ?? []);
    const numerators = ofPupils.filter(({ numerator }) => numerator !== undefined).map(({ id }) => id);
    expect(new Set(shared)).toEqual(
      new Set(['ehc-plans-begun', 'ehc-requests', 'ehc-assessments', 'cla-count']),
    );
    expect(numerators.toSorted()).toEqual([
      'cla-count',
      'exclusions-fixed-count',
      'exclusions-permanent-count',
    ]);
  });
});
