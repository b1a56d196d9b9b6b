import type { MakeUp } from '../model/area.ts';
import { isTotal, type Topic, total } from '../model/breakdown.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import { absent } from '../model/value.ts';
import type { Observation } from '../sources/council-folder.ts';
import { type Counts, figureOf, isOfFewPupils, type JudgedRow } from './judged-rows.ts';

/** What everyone can know of rows besides what is printed of them. */
export type Relations = {
  readonly makeUp: readonly MakeUp[];
  readonly topics: readonly Topic[];
  /** The day of each edition's cut-off: a row that is the last of its figure on none of them is never printed. */
  readonly days: readonly string[];
  /** Whether the row is printed already: by a national publisher, or by an earlier edition. */
  readonly isPublic: (row: Observation) => boolean;
};

/** Rows that are parts of another: all of it between them, some of it, or groups that pupils may be in several of. */
export type Division = {
  readonly whole: JudgedRow | null;
  readonly parts: readonly JudgedRow[];
  readonly are: 'everyone' | 'some' | 'overlapping';
};

/**
 * How rows are divided: a council into areas, everyone into groups, a group into those of a topic that refines it. A part
 * that is declared and has no row follows from the others as one that is hidden would: where it is of a few, it stands among them.
 */
export function divisionsOf(
  known: readonly JudgedRow[],
  { makeUp, topics, isPublic }: Omit<Relations, 'days'>,
  policy: DisclosurePolicy,
): readonly Division[] {
  const unlisted = new Map<string, JudgedRow>();
  /** The parts of a whole; `missing` of those that are declared have no row, and would stand at a place by their names. */
  const divided = (
    whole: JudgedRow | null,
    parts: readonly JudgedRow[],
    are: Division['are'],
    missing: readonly string[],
    placeOf: (names: string) => Pick<Observation, 'area' | 'breakdown'>,
  ): readonly Division[] => {
    if (parts.length === 0) return [];
    const isLeft = are === 'some' || (are === 'everyone' && missing.length > 0);
    const own = [...parts, ...(whole === null ? [] : [whole])].find(row => !isPublic(row.observation));
    const rest = { inside: leftOf(whole, parts, 'inside'), all: leftOf(whole, parts, 'all') };
    const counts = Object.values(rest).filter(count => count !== null);
    const isHeld =
      (rest.all ?? rest.inside ?? 0) > 0 &&
      counts.every(count => count >= 0) &&
      (rest.all ?? Infinity) >= (rest.inside ?? 0);
    if (!isLeft || own === undefined || !isHeld) return [{ whole, parts, are }];
    const observation = { ...own.observation, ...placeOf(missing.join('+')), value: absent('c') };
    const isHidden = wouldBeHidden(rest, missing.length, policy);
    const row = { observation, indicator: own.indicator, isHidden, counts: rest, isUnlisted: true } as const;
    const name = JSON.stringify([figureOf(row), rest]);
    const same = unlisted.get(name) ?? row;
    unlisted.set(name, same);
    return [{ whole, parts: [...parts, same], are }];
  };
  const ofAreas = makeUp.flatMap(({ of, areas }) => {
    const within = known.filter(({ observation: { area } }) => area === of || areas.includes(area));
    return [...Map.groupBy(within, figureOfAreas).values()].flatMap(rows => {
      const whole = rows.find(({ observation: { area } }) => area === of) ?? null;
      const parts = rows.filter(row => row !== whole);
      const missing = areas.filter(area => !parts.some(({ observation }) => observation.area === area));
      // Without a figure of the council nothing follows from some of its areas.
      if (whole === null && missing.length > 0) return [];
      const breakdown = rows[0]?.observation.breakdown ?? total;
      return divided(whole, parts, 'everyone', missing, area => ({ area, breakdown }));
    });
  });
  const ofGroups = [...Map.groupBy(known, figureOfGroups).values()].flatMap(figures => {
    const everyone = figures.find(({ observation }) => isTotal(observation.breakdown));
    const byTopic = Map.groupBy(
      figures.filter(row => row !== everyone),
      ({ observation }) => observation.breakdown.topic,
    );
    return [...byTopic].flatMap(([id, rows]) => {
      const topic = topics.find(each => each.id === id);
      const are = topic?.overlap === true ? 'overlapping' : topic?.partial === true ? 'some' : 'everyone';
      const groupOf = (row: JudgedRow) => row.observation.breakdown.group;
      const into = (whole: JudgedRow, groups: readonly string[], parts: readonly JudgedRow[]) => {
        const missing = groups.filter(group => !parts.some(row => groupOf(row) === group));
        return divided(whole, parts, are, missing, names => {
          // One group is the same whatever it is left of.
          const group = missing.length === 1 ? names : `${groupOf(whole)}+${names}`;
          return { area: whole.observation.area, breakdown: { topic: id, group } };
        });
      };
      const isOutcome = everyone?.isHidden === true || everyone?.observation.value.kind === 'known';
      const groups = topic?.groups ?? [];
      return [
        ...(everyone !== undefined && isOutcome
          ? into(
              everyone,
              groups.map(each => each.id),
              rows,
            )
          : []),
        ...(topic?.refines ?? []).flatMap((of, at) =>
          (byTopic.get(of) ?? []).flatMap(whole => {
            const own = groups.filter(each => each.in?.[at] === groupOf(whole)).map(each => each.id);
            return into(
              whole,
              own,
              rows.filter(row => own.includes(groupOf(row))),
            );
          }),
        ),
      ];
    });
  });
  return [...ofAreas, ...ofGroups];
}

/** How many of a whole are in none of some parts of it; null where that is not held. */
export function leftOf(
  whole: JudgedRow | null,
  parts: readonly JudgedRow[],
  of: keyof Counts,
): number | null {
  const counts = [whole, ...parts].map(row => row?.counts[of] ?? null);
  if (whole === null || !counts.every(count => count !== null)) return null;
  return counts.slice(1).reduce((rest, count) => rest - count, counts[0] ?? 0);
}

/** Whether so few are counted, in so many parts, that their figure would be hidden by itself, had they one. */
function wouldBeHidden(counts: Counts, parts: number, policy: DisclosurePolicy): boolean {
  const { inside, all } = counts;
  // All or nothing of several is so of each of them, however small.
  const isExtreme =
    (inside === 0 || inside === all) && (parts > 1 || (all ?? 0) < policy['extremes-base-below']);
  return isOfFewPupils(counts, policy) || (inside !== null && all !== null && isExtreme);
}

/** Figures of one indicator, area and period, outcomes apart from projections. */
function figureOfGroups({ observation: { indicator, area, status } }: JudgedRow): string {
  return JSON.stringify([indicator, area, status === 'projection']);
}

/** Rows of areas that add up: one indicator, period and breakdown, outcomes apart from projections. */
function figureOfAreas({ observation: { indicator, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([indicator, breakdown.topic, breakdown.group, status === 'projection']);
}
