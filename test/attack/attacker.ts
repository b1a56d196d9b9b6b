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
  /** The row that it is of, where it is said: the same in two printings is the same figure. */
  readonly row: string | null;
  /** Whether a national publisher prints it too: what follows from such figures alone is not asked for. */
  readonly isPublic: boolean;
  /** Whether it would be hidden if it were of a few: not what others print, and not where the council holds no counts. */
  readonly isKept: boolean;
};

/** What everyone can know: who is in which group, where, and what measures have to do with each other. */
export type Knowledge = {
  /**
   * The cohort and the numerator of a measure, and of how many it is a share or a rate; null for a count. Null for one that
   * is not of pupils.
   */
  readonly measureOf: (
    indicator: string,
  ) => { readonly cohort: string; readonly of: string; readonly whole: number | null } | null;
  /** Whether what a measure counts are pupils of its cohort, and never more than they: incidents are not. */
  readonly isOfPupils: (of: string) => boolean;
  /** Topics of a printing, and whether their groups are everyone, or leave some out. */
  readonly topicsIn: (printing: string) => readonly {
    readonly topic: string;
    readonly groups: readonly string[];
    readonly isEveryone: boolean;
  }[];
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
  /** What is the sum of others, and what is a share of the pupils that another counts. */
  readonly sums: readonly { readonly of: string; readonly parts: readonly string[] }[];
  readonly shares: readonly { readonly of: string; readonly whole: string }[];
  /** Areas that make up a council. */
  readonly makeUp: readonly { readonly of: string; readonly areas: readonly string[] }[];
  readonly policy: { readonly 'count-below': number; readonly 'base-at-most': number };
  /** Whether the policy protects those outside a share as it does those in it. */
  readonly protectsOthers: boolean;
  /**
   * Whether a group without a row has no pupils. Who enters every group of a topic leaves out empty ones alone, and so an
   * attacker knows more of such a council; where publishers print some groups only, those without a row have pupils too,
   * and the groups that have one are at most the whole.
   */
  readonly isRowlessEmpty: boolean;
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

/** A measure in one group of one area, as it is printed in one printing. */
type Measured = Seen & NonNullable<ReturnType<Knowledge['measureOf']>> & { readonly place: string };

type Asked = Pick<Find, 'kind' | 'seen' | 'beside'> & { readonly sum: Sum };

const placeOf = ({ printing, area, topic, group }: Pick<Seen, 'printing' | 'area' | 'topic' | 'group'>) =>
  [printing, area, topic, group].join('|');

const nameOf = (each: Seen) => [each.indicator, each.area, each.topic, each.group].join('|');

/** Everything that is known of one year, and what can be made of it. */
function attackYear(
  seen: readonly Seen[],
  knows: Knowledge,
  giveUp: (claims: number) => void,
): readonly Find[] {
  const program = new Program();
  const unknowns = new Map<string, number>();
  const measured = seen.flatMap((each): readonly Measured[] => {
    const measure = knows.measureOf(each.indicator);
    return measure === null ? [] : [{ ...each, ...measure, place: placeOf(each) }];
  });
  // More than the largest that is printed: nothing is made of what is as large.
  const most = Math.max(
    10_000,
    ...measured.map(({ whole, value, base }) => 10 * ((whole === null ? value : base) ?? 0)),
  );
  const unknown = (name: string) => {
    const held = unknowns.get(name) ?? program.unknown(most);
    unknowns.set(name, held);
    return held;
  };
  const [few, small] = [knows.policy['count-below'], knows.policy['base-at-most']];
  const places = new Set(measured.map(({ place }) => place));
  const cohorts = new Set(measured.map(({ cohort }) => cohort));
  const counts = new Map(measured.map(({ of, cohort }) => [of, cohort]));
  const base = (cohort: string, place: string) => unknown(`all|${cohort}|${place}`);
  const inside = (of: string, place: string) => unknown(`in|${of}|${place}`);
  const atLeast = (sum: readonly (readonly [number, number])[], low: number) =>
    program.rule(new Map(sum), low, Number.POSITIVE_INFINITY, { says: 'at least' });
  const equal = (sum: readonly (readonly [number, number])[]) =>
    program.rule(new Map(sum), 0, 0, { says: 'equal' });

  for (const { of, cohort, place, whole, value, base: printed, decimals, isKept } of measured) {
    const [n, all] = [inside(of, place), base(cohort, place)];
    if (printed !== null) program.rule(new Map([[all, 1]]), printed, printed, { says: 'one cohort' });
    if (value === null) continue;
    if (whole === null) {
      program.rule(new Map([[n, 1]]), value, value);
      continue;
    }
    const half = 0.5 * 10 ** -decimals + 1e-9;
    const share = (of: number): readonly (readonly [number, number])[] => [
      [n, whole],
      [all, -of],
    ];
    program.rule(new Map(share(value - half)), 0, Number.POSITIVE_INFINITY);
    program.rule(new Map(share(value + half)), Number.NEGATIVE_INFINITY, 0);
    if (!isKept) continue;
    atLeast([[all, 1]], small + 1);
    if (value > half) atLeast([[n, 1]], few);
    if (value < whole - half && knows.protectsOthers)
      atLeast(
        [
          [all, 1],
          [n, -1],
        ],
        few,
      );
  }

  const addUp = (whole: string, parts: readonly string[], isEveryone: boolean) => {
    const held = knows.isRowlessEmpty ? parts.filter(part => places.has(part)) : parts;
    if (!places.has(whole) || !parts.some(part => places.has(part))) return;
    for (const part of held) tied.add(part);
    const claim = { says: `${whole} is made of its parts` };
    const sum = (of: (place: string) => number) =>
      program.rule(
        new Map([[of(whole), -1], ...held.map(part => [of(part), 1] as const)]),
        isEveryone ? 0 : Number.NEGATIVE_INFINITY,
        0,
        claim,
      );
    for (const cohort of cohorts) sum(place => base(cohort, place));
    for (const of of counts.keys()) sum(place => inside(of, place));
  };
  const tied = new Set(places);
  const sites = new Map(
    measured.map(({ printing, area }) => [`${printing}|${area}`, { printing, area }] as const),
  );
  for (const { printing, area } of sites.values()) {
    const at = (topic: string, group: string) => placeOf({ printing, area, topic, group });
    for (const { topic, groups, isEveryone } of knows.topicsIn(printing)) {
      const parts = groups.map(group => at(topic, group));
      addUp(at('Total', 'Total'), parts, isEveryone);
    }
    for (const { topic, group, of, groups } of knows.parts) {
      const parts = groups.map(each => at(of, each));
      addUp(at(topic, group), parts, true);
    }
  }
  for (const { of, areas } of knows.makeUp)
    for (const each of new Map(
      measured.filter(({ area }) => area === of).map(each => [each.place, each]),
    ).values()) {
      const parts = areas.map(area => placeOf({ ...each, area }));
      addUp(each.place, parts, true);
    }

  for (const place of tied) {
    for (const [of, cohort] of counts)
      if (knows.isOfPupils(of))
        atLeast(
          [
            [base(cohort, place), 1],
            [inside(of, place), -1],
          ],
          0,
        );
    for (const [inner, outer] of knows.within)
      if (counts.has(inner) && counts.has(outer))
        atLeast(
          [
            [inside(outer, place), 1],
            [inside(inner, place), -1],
          ],
          0,
        );
    for (const { of, all } of knows.both)
      if ([of, ...all].every(each => counts.has(each)))
        atLeast(
          [
            [inside(of, place), 1],
            ...all.map(each => [inside(each, place), -1] as const),
            [base(counts.get(of) ?? '', place), all.length - 1],
          ],
          0,
        );
    for (const { of, parts } of knows.sums)
      if ([of, ...parts].every(each => counts.has(each)))
        equal([[inside(of, place), -1], ...parts.map(each => [inside(each, place), 1] as const)]);
    for (const { of, whole } of knows.shares)
      if (counts.has(of) && counts.has(whole))
        equal([
          [base(counts.get(of) ?? '', place), -1],
          [inside(whole, place), 1],
        ]);
  }

  const byName = Map.groupBy(measured, nameOf);
  for (const printed of byName.values())
    for (const [at, now] of printed.entries()) {
      const same = printed.slice(0, at).find(({ row }) => row !== null && row === now.row);
      if (same === undefined || same.place === now.place) continue;
      equal([
        [inside(now.of, now.place), 1],
        [inside(now.of, same.place), -1],
      ]);
      equal([
        [base(now.cohort, now.place), 1],
        [base(now.cohort, same.place), -1],
      ]);
    }

  const asked = measured.flatMap((now): readonly Asked[] => {
    const { of, cohort, place, whole, value, isPublic } = now;
    const n = inside(of, place);
    const others = byName.get(nameOf(now)) ?? [];
    if (value === null)
      return now.isHidden ? [{ kind: 'hidden', seen: now, beside: null, sum: new Map([[n, 1]]) }] : [];
    const before = others
      .slice(0, others.indexOf(now))
      .filter(each => each.value !== null && each.printing !== now.printing)
      .at(-1);
    const isRevised = before !== undefined && (now.row === null || now.row !== before.row);
    const again: readonly Asked[] =
      isRevised && !(isPublic && before.isPublic)
        ? [
            {
              kind: 'revised',
              seen: now,
              beside: before,
              sum: new Map([
                [n, 1],
                [inside(of, before.place), -1],
              ]),
            },
          ]
        : [];
    if (whole === null || !knows.isOfPupils(of)) return again;
    const rest: Asked = {
      kind: 'others',
      seen: now,
      beside: null,
      sum: new Map([
        [base(cohort, place), 1],
        [n, -1],
      ]),
    };
    const outer = knows.within
      .filter(([inner]) => inner === now.indicator)
      .flatMap(([, name]) =>
        measured.filter(each => each.place === place && each.indicator === name && each.value !== null),
      )
      .filter(each => !(isPublic && each.isPublic));
    return [
      ...again,
      ...(isPublic ? [] : [rest]),
      ...outer.map(
        (beside): Asked => ({
          kind: 'between',
          seen: now,
          beside,
          sum: new Map([
            [inside(beside.of, place), 1],
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
    giveUp,
  );
  return asked.map(({ kind, seen, beside }, at): Find => {
    const [least = 0, greatest = 0] = ranges[at] ?? [];
    const told = kind === 'hidden' ? toldElsewhere(seen, byName.get(nameOf(seen)) ?? []) : null;
    if (told !== null) return { kind, seen, beside, least: told, greatest: told };
    return { kind, seen, beside, least, greatest };
  });
}

/** What is hidden in one place and printed in another of the same printing, or of the same row. */
function toldElsewhere({ printing, row }: Seen, others: readonly Seen[]): number | null {
  const isSame = (other: Seen) => other.printing === printing || (row !== null && other.row === row);
  return others.find(other => other.value !== null && isSame(other))?.value ?? null;
}

/**
 * What can be made of all that is printed: of hidden figures, of those outside a printed share, between a measure and one
 * within it, and of what was added between two printings. Where what is printed contradicts what is taken for known, as an
 * early total the sum of final groups, as little as can be is taken for known no more, and `giveUp` told of how much.
 */
export function attack(
  seen: readonly Seen[],
  knows: Knowledge,
  giveUp: (claims: number) => void,
): readonly Find[] {
  return [...Map.groupBy(seen, ({ period }) => period).values()].flatMap(each =>
    attackYear(each, knows, giveUp),
  );
}
