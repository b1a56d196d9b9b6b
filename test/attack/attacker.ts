// An attacker: from what is printed, and from what everyone can know of it, how near it comes to what is not.
import { Program, type Sum } from './program.ts';

/** A figure as it is printed, or the mark that stands in its place. */
export type Seen = {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly topic: string;
  readonly group: string;
  /** Which of several printings it stands in: a release or an edition. */
  readonly printing: string;
  readonly value: number | null;
  readonly decimals: number;
  readonly base: number | null;
  readonly isHidden: boolean;
};

/** What everyone can know: who is in which group, where, and what measures have to do with each other. */
export type Knowledge = {
  /** The cohort and the numerator of a measure, and whether it is a count; null for one that is not of pupils. */
  readonly measureOf: (
    indicator: string,
  ) => { readonly cohort: string; readonly of: string; readonly isCount: boolean } | null;
  /** Topics whose groups are everyone. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
  /** Groups that make up a group of another topic. */
  readonly parts: readonly {
    readonly topic: string;
    readonly group: string;
    readonly of: string;
    readonly groups: readonly string[];
  }[];
  /** What lies within what. */
  readonly within: readonly (readonly [inner: string, outer: string])[];
  /** What is reached by those who reached all of some others. */
  readonly both: readonly { readonly of: string; readonly all: readonly string[] }[];
  /** Areas that make up a council. */
  readonly makeUp: readonly { readonly of: string; readonly areas: readonly string[] }[];
  readonly policy: { readonly 'count-below': number; readonly 'base-at-most': number };
  /** Whether the policy protects those outside a share as it does those in it. */
  readonly protectsOthers: boolean;
};

/** What the attacker makes of something that nobody should come near. */
export type Find = {
  readonly kind: 'hidden' | 'others' | 'between' | 'revised';
  readonly seen: Seen;
  /** The measure that the other lies within, or the printing before. */
  readonly beside: Seen | null;
  readonly least: number;
  readonly greatest: number;
};

const most = 10_000;

const placeOf = ({ area, topic, group }: Pick<Seen, 'area' | 'topic' | 'group'>) =>
  `${area}|${topic}|${group}`;

/** Everything that is known of one year in one printing, and what can be made of it. */
function attackOne(
  seen: readonly Seen[],
  knows: Knowledge,
  isAgain: (each: Seen) => boolean,
): readonly Find[] {
  const program = new Program();
  const unknowns = new Map<string, number>();
  const unknown = (name: string) => {
    const held = unknowns.get(name) ?? program.unknown(most);
    unknowns.set(name, held);
    return held;
  };
  const measured = seen.flatMap(each => {
    const measure = knows.measureOf(each.indicator);
    return measure === null ? [] : [{ ...each, ...measure, place: placeOf(each) }];
  });
  const [few, small] = [knows.policy['count-below'], knows.policy['base-at-most']];
  const places = new Set(measured.map(({ place }) => place));
  const cohorts = new Set(measured.map(({ cohort }) => cohort));
  const counts = new Map(measured.map(({ of, cohort }) => [of, cohort]));
  const base = (cohort: string, place: string) => unknown(`all|${cohort}|${place}`);
  const inside = (of: string, place: string) => unknown(`in|${of}|${place}`);
  for (const place of places)
    for (const [of, cohort] of counts)
      program.rule(
        new Map([
          [base(cohort, place), 1],
          [inside(of, place), -1],
        ]),
        0,
        Number.POSITIVE_INFINITY,
      );
  for (const { of, cohort, place, isCount, value, base: printed, decimals } of measured) {
    const [n, all] = [inside(of, place), base(cohort, place)];
    if (printed !== null) program.rule(new Map([[all, 1]]), printed, printed);
    if (value === null) continue;
    if (isCount) {
      program.rule(new Map([[n, 1]]), value, value);
      continue;
    }
    const half = 0.5 * 10 ** -decimals + 1e-9;
    program.rule(
      new Map([
        [n, 100],
        [all, -(value - half)],
      ]),
      0,
      Number.POSITIVE_INFINITY,
    );
    program.rule(
      new Map([
        [n, 100],
        [all, -(value + half)],
      ]),
      Number.NEGATIVE_INFINITY,
      0,
    );
    program.rule(new Map([[all, 1]]), small + 1, Number.POSITIVE_INFINITY);
    if (value > half) program.rule(new Map([[n, 1]]), few, Number.POSITIVE_INFINITY);
    if (value < 100 - half && knows.protectsOthers)
      program.rule(
        new Map([
          [all, 1],
          [n, -1],
        ]),
        few,
        Number.POSITIVE_INFINITY,
      );
  }
  const addUp = (whole: string, parts: readonly string[]) => {
    const held = parts.filter(part => places.has(part));
    if (!places.has(whole) || held.length === 0) return;
    const sum = (of: (place: string) => number) =>
      program.rule(new Map([[of(whole), -1], ...held.map(part => [of(part), 1] as const)]), 0, 0);
    for (const cohort of cohorts) sum(place => base(cohort, place));
    for (const of of counts.keys()) sum(place => inside(of, place));
  };
  for (const area of new Set(measured.map(each => each.area))) {
    const at = (topic: string, group: string) => placeOf({ area, topic, group });
    for (const [topic, groups] of knows.topics)
      addUp(
        at('Total', 'Total'),
        groups.map(group => at(topic, group)),
      );
    for (const { topic, group, of, groups } of knows.parts)
      addUp(
        at(topic, group),
        groups.map(each => at(of, each)),
      );
  }
  for (const { of, areas } of knows.makeUp)
    for (const { topic, group } of measured.filter(({ area }) => area === of))
      if (areas.some(area => places.has(placeOf({ area, topic, group }))))
        addUp(
          placeOf({ area: of, topic, group }),
          areas.map(area => placeOf({ area, topic, group })),
        );
  for (const place of places) {
    for (const [inner, outer] of knows.within)
      if (counts.has(inner) && counts.has(outer))
        program.rule(
          new Map([
            [inside(outer, place), 1],
            [inside(inner, place), -1],
          ]),
          0,
          Number.POSITIVE_INFINITY,
        );
    for (const { of, all } of knows.both) {
      if (![of, ...all].every(each => counts.has(each))) continue;
      const others: Sum = new Map([
        [inside(of, place), 1],
        ...all.map(each => [inside(each, place), -1] as const),
        [base(counts.get(of) ?? '', place), all.length - 1],
      ]);
      program.rule(others, 0, Number.POSITIVE_INFINITY);
    }
  }
  const asked = measured.flatMap(({ of, cohort, place, isCount, ...each }): readonly Asked[] => {
    const at = seen.find(other => placeOf(other) === place && other.indicator === each.indicator) as Seen;
    const n = inside(of, place);
    if (each.value === null)
      return each.isHidden ? [{ kind: 'hidden', seen: at, beside: null, sum: new Map([[n, 1]]) }] : [];
    const again: readonly Asked[] = isAgain(at)
      ? [{ kind: 'revised', seen: at, beside: null, sum: new Map([[n, 1]]) }]
      : [];
    if (isCount) return again;
    const outer = knows.within
      .filter(([inner]) => inner === each.indicator)
      .flatMap(([, name]) =>
        seen.filter(other => placeOf(other) === place && other.indicator === name && other.value !== null),
      );
    return [
      ...again,
      {
        kind: 'others',
        seen: at,
        beside: null,
        sum: new Map([
          [base(cohort, place), 1],
          [n, -1],
        ]),
      },
      ...outer.map(
        (beside): Asked => ({
          kind: 'between',
          seen: at,
          beside,
          sum: new Map([
            [inside(beside.indicator, place), 1],
            [n, -1],
          ]),
        }),
      ),
    ];
  });
  if (asked.length === 0) return [];
  const ranges = program.ranges(
    asked.map(({ sum }) => sum),
    few - 2,
  );
  if (ranges === null) throw new Error('what is printed contradicts what the attacker takes for known');
  return asked.map(({ kind, seen, beside }, at) => {
    const [least = 0, greatest = 0] = ranges[at] ?? [];
    return { kind, seen, beside, least, greatest };
  });
}

type Asked = Pick<Find, 'kind' | 'seen' | 'beside'> & { readonly sum: Sum };

/**
 * What can be made of all that is printed: of hidden figures, of those outside a printed share, between a measure and one
 * within it, and of what was added between two printings.
 */
export function attack(seen: readonly Seen[], knows: Knowledge): readonly Find[] {
  const printings = Map.groupBy(seen, ({ period, printing }) => `${period}|${printing}`);
  const nameOf = (each: Seen) => `${each.indicator}|${each.period}|${placeOf(each)}`;
  const times = Map.groupBy(
    seen.filter(({ value }) => value !== null),
    nameOf,
  );
  const isAgain = (each: Seen) => (times.get(nameOf(each)) ?? []).length > 1;
  const found = [...printings.values()].flatMap(each => attackOne(each, knows, isAgain));
  const revised = Map.groupBy(
    found.filter(({ kind }) => kind === 'revised'),
    ({ seen }) => nameOf(seen),
  );
  return [
    ...found.filter(({ kind }) => kind !== 'revised'),
    ...[...revised.values()].flatMap(printed =>
      printed.slice(1).flatMap((now, at): readonly Find[] => {
        const then = printed[at];
        if (then === undefined) return [];
        // What is known of two printings is apart: the least of one goes with the greatest of the other.
        return [
          {
            ...now,
            beside: then.seen,
            least: now.least - then.greatest,
            greatest: now.greatest - then.least,
          },
        ];
      }),
    ),
  ];
}
