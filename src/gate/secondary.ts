import type { MakeUp } from '../model/area.ts';
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

/**
 * The rows that secondary suppression hides besides (R13). Of areas that make up a council, those hidden follow together
 * from the council's figure and the others: so at least two of them must be hidden, and together they must be a group
 * that could be printed. While they are not, the next smallest is hidden too.
 */
export function secondary(
  judged: readonly JudgedRow[],
  makeUp: readonly MakeUp[],
  policy: DisclosurePolicy,
): ReadonlySet<Observation> {
  const hidden = new Set(judged.filter(({ isHidden }) => isHidden).map(each => each.observation));
  const listed = new Set(makeUp.flatMap(({ areas }) => areas));
  const within = judged.filter(({ observation }) => listed.has(observation.area));
  const byArea = Map.groupBy(within, ({ observation }) => observation.area);
  for (const { areas } of makeUp) {
    const members = areas.flatMap(area => byArea.get(area) ?? []);
    for (const figure of Map.groupBy(members, figureOf).values()) {
      for (const known of knownInTurn(figure)) {
        if (known[0]?.indicator.counted === 'pupils') hideMore(known, areas, hidden, policy);
      }
    }
  }
  return hidden;
}

/** Rows that add up: one indicator, period and breakdown, outcomes apart from projections. */
function figureOf({ observation: { indicator, period, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([indicator, period, breakdown.topic, breakdown.group, status === 'projection']);
}

/** What was known after each release: of each area the row released last. A row once hidden stays so in all of them. */
function knownInTurn(rows: readonly JudgedRow[]): readonly (readonly JudgedRow[])[] {
  const days = [...new Set(rows.map(({ observation }) => observation.released ?? ''))].toSorted();
  return days.map(day => {
    const out = rows.filter(({ observation }) => (observation.released ?? '') <= day);
    return [...Map.groupBy(out, ({ observation }) => observation.area).values()].map(
      held => held.toSorted(bySettled).at(-1) as JudgedRow,
    );
  });
}

function bySettled({ observation: a }: JudgedRow, { observation: b }: JudgedRow): number {
  const released = (a.released ?? '').localeCompare(b.released ?? '');
  return released === 0 ? statuses.indexOf(a.status) - statuses.indexOf(b.status) : released;
}

/** Hides the next smallest for as long as those hidden could be worked out, or are too few together. */
function hideMore(
  rows: readonly JudgedRow[],
  order: readonly string[],
  hidden: Set<Observation>,
  policy: DisclosurePolicy,
): void {
  const isOut = ({ observation }: JudgedRow) => hidden.has(observation);
  const others = rows
    .filter(row => !isOut(row) && row.observation.value.kind === 'known')
    .toSorted((a, b) => sizeOf(a) - sizeOf(b) || placeIn(order, a) - placeIn(order, b));
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

function placeIn(order: readonly string[], { observation }: JudgedRow): number {
  return order.indexOf(observation.area);
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
