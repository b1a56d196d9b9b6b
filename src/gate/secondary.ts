import type { MakeUp } from '../model/area.ts';
import { isTotal } from '../model/breakdown.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import type { Indicator } from '../model/indicator.ts';
import { statuses } from '../model/observation.ts';
import type { Observation } from '../sources/council-folder.ts';

/** What is known of the pupils behind a row: how many, and how many of them are in the figure; null where not held. */
export type Counts = { readonly inside: number | null; readonly all: number | null };

/** A row as primary suppression left it. */
type JudgedRow = {
  readonly observation: Observation;
  readonly indicator: Indicator;
  /** Hidden by us, or suppressed by its publisher. */
  readonly isHidden: boolean;
  readonly counts: Counts;
};

/** Rows that add up to another: those of areas that make up a council, or of groups that make up everyone. */
type Family = {
  readonly rows: readonly JudgedRow[];
  readonly memberOf: (row: JudgedRow) => string;
  /** The members in the order in which those of one size are taken. */
  readonly order: readonly string[];
  /** Whether what is not known of one of them follows from the others. */
  readonly isWhole: (known: readonly JudgedRow[]) => boolean;
};

/**
 * The rows that secondary suppression hides besides (R13). Of areas that make up a council, and of groups of pupils that
 * make up everyone, those hidden follow together from the whole figure and the others: so at least two of them must be
 * hidden, and together they must be a group that could be printed. While they are not, the next smallest is hidden too;
 * and since one hidden row may give away another of its area or its group, all is gone through until nothing more is.
 */
export function secondary(
  judged: readonly JudgedRow[],
  makeUp: readonly MakeUp[],
  policy: DisclosurePolicy,
): ReadonlySet<Observation> {
  const hidden = new Set(judged.filter(({ isHidden }) => isHidden).map(each => each.observation));
  const ofPupils = judged.filter(({ indicator }) => indicator.counted === 'pupils');
  const families = [...familiesOfAreas(ofPupils, makeUp), ...familiesOfGroups(ofPupils, policy)];
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const { rows, memberOf, order, isWhole } of families) {
      const placeOf = (row: JudgedRow) => order.indexOf(memberOf(row));
      for (const known of knownInTurn(rows, memberOf))
        if (isWhole(known)) hideMore(known, placeOf, hidden, policy);
    }
  }
  return hidden;
}

function familiesOfAreas(judged: readonly JudgedRow[], makeUp: readonly MakeUp[]): readonly Family[] {
  const memberOf = ({ observation }: JudgedRow) => observation.area;
  const listed = new Set(makeUp.flatMap(({ areas }) => areas));
  const byArea = Map.groupBy(
    judged.filter(row => listed.has(memberOf(row))),
    memberOf,
  );
  return makeUp.flatMap(({ areas }) => {
    const members = areas.flatMap(area => byArea.get(area) ?? []);
    return [...Map.groupBy(members, figureOf).values()].map(rows => ({
      ...{ rows, memberOf, order: areas },
      isWhole: () => true,
    }));
  });
}

/** The groups of each topic, where the figure of everyone is held as well. */
function familiesOfGroups(judged: readonly JudgedRow[], policy: DisclosurePolicy): readonly Family[] {
  const memberOf = ({ observation }: JudgedRow) => observation.breakdown.group;
  return [...Map.groupBy(judged, placeOfGroups).values()].flatMap(figures => {
    const everyone = figures
      .filter(({ observation, isHidden }) => isTotal(observation.breakdown) && !isHidden)
      .toSorted(bySettled)
      .at(-1);
    if (everyone === undefined || everyone.observation.value.kind === 'absent') return [];
    const groups = figures.filter(({ observation }) => !isTotal(observation.breakdown));
    return [...Map.groupBy(groups, ({ observation }) => observation.breakdown.topic).values()].map(rows => ({
      ...{ rows, memberOf, order: [...new Set(rows.map(memberOf))] },
      isWhole: (known: readonly JudgedRow[]) => makeUpEveryone(known, everyone, policy),
    }));
  });
}

/** Figures of one indicator, area and period, outcomes apart from projections. */
function placeOfGroups({ observation: { indicator, area, period, status } }: JudgedRow): string {
  return JSON.stringify([indicator, area, period, status === 'projection']);
}

/**
 * Whether groups make up everyone: none of them is without a figure for another reason than protection, and counts, where
 * all are held, leave no more in none of the groups than are too few to print.
 */
function makeUpEveryone(
  groups: readonly JudgedRow[],
  everyone: JudgedRow,
  policy: DisclosurePolicy,
): boolean {
  const isOpen = ({ observation: { value } }: JudgedRow) =>
    value.kind === 'absent' && value.because !== 'c' && value.because !== 'low';
  if (groups.some(isOpen)) return false;
  const counts = [everyone, ...groups].map(({ counts: { inside, all } }) => all ?? inside);
  if (!counts.every(count => count !== null)) return true;
  const [whole = 0, ...parts] = counts;
  return whole - parts.reduce((sum, part) => sum + part, 0) <= policy['base-at-most'];
}

/** Rows of areas that add up: one indicator, period and breakdown, outcomes apart from projections. */
function figureOf({ observation: { indicator, period, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([indicator, period, breakdown.topic, breakdown.group, status === 'projection']);
}

/** What was known after each release: of each member the row released last. A row once hidden stays so in all of them. */
function knownInTurn(
  rows: readonly JudgedRow[],
  memberOf: Family['memberOf'],
): readonly (readonly JudgedRow[])[] {
  const days = [...new Set(rows.map(({ observation }) => observation.released ?? ''))].toSorted();
  return days.map(day => {
    const out = rows.filter(({ observation }) => (observation.released ?? '') <= day);
    return [...Map.groupBy(out, memberOf).values()].map(held => held.toSorted(bySettled).at(-1) as JudgedRow);
  });
}

function bySettled({ observation: a }: JudgedRow, { observation: b }: JudgedRow): number {
  const released = (a.released ?? '').localeCompare(b.released ?? '');
  return released === 0 ? statuses.indexOf(a.status) - statuses.indexOf(b.status) : released;
}

/** Hides the next smallest for as long as those hidden could be worked out, or are too few together. */
function hideMore(
  rows: readonly JudgedRow[],
  placeOf: (row: JudgedRow) => number,
  hidden: Set<Observation>,
  policy: DisclosurePolicy,
): void {
  const isOut = ({ observation }: JudgedRow) => hidden.has(observation);
  const others = rows
    .filter(row => !isOut(row) && row.observation.value.kind === 'known')
    .toSorted((a, b) => sizeOf(a) - sizeOf(b) || placeOf(a) - placeOf(b));
  for (const next of others) {
    const held = rows.filter(isOut);
    if (held.length === 0 || isSafe(held, policy)) return;
    // Where no pupils are held nothing can be tested: what the publisher printed stands, but never beside one of ours alone.
    if (!isSized(next) && (held.length > 1 || !held.some(isSized))) return;
    hidden.add(next.observation);
  }
}

function isSized({ counts: { inside, all } }: JudgedRow): boolean {
  return inside !== null || all !== null;
}

/** The smallest has the fewest pupils: of counts the lowest count. Those of no known size come last. */
function sizeOf({ counts: { inside, all } }: JudgedRow): number {
  return all ?? inside ?? Number.MAX_SAFE_INTEGER;
}

/** True of several that may be told together: what is not known of them counts for nothing. */
function isSafe(hidden: readonly JudgedRow[], policy: DisclosurePolicy): boolean {
  if (hidden.length < 2) return false;
  const sum = (of: keyof Counts) => hidden.reduce((total, { counts }) => total + (counts[of] ?? 0), 0);
  const [inside, all] = [sum('inside'), sum('all')];
  const { measure } = hidden[0]?.indicator ?? {};
  const isShare = hidden.some(({ counts }) => counts.all !== null);
  if (isShare && all <= policy['base-at-most']) return false;
  if (measure === 'mean') return true;
  // None, or all, of them together says the same of each.
  const isWhole = isShare && measure !== 'rate' && inside >= all;
  return inside >= policy['count-below'] && !isWhole;
}
