// What an attacker of invented councils came away with, counted.
import { attack, type Find, type Knowledge, type Seen } from './attacker.ts';
import { nameOf, policy } from './printed.ts';
import type { Row } from './pupils.ts';

/** How many there were of one kind that nobody should come near, and how near the attacker came to them. */
export type Score = { readonly cells: number; readonly exact: number; readonly narrow: number };

/**
 * Whether someone comes nearer than a policy to what may be of a few pupils: to a hidden figure whatever it is, to what
 * printed figures leave between them where that may be few.
 */
export function isNear(
  { kind, least, greatest }: Find,
  { 'count-below': few }: Knowledge['policy'],
): boolean {
  if (greatest - least >= few - 2) return false;
  return kind === 'hidden' || [least, greatest].some(end => Math.abs(end) >= 1 && Math.abs(end) < few);
}

/** What of a find is true: by the counts of the rows behind it. */
function truthOf({ kind, seen, beside }: Find, rowOf: (seen: Seen) => Row): number {
  const { inside, all } = rowOf(seen);
  switch (kind) {
    case 'hidden':
      return inside;
    case 'others':
      return all - inside;
    case 'between':
    case 'revised':
      if (beside === null) throw new Error('nothing is beside it');
      return kind === 'between' ? rowOf(beside).inside - inside : inside - rowOf(beside).inside;
  }
}

/** The finds that nobody should come near, and how near the attacker came. A range without the truth is a fault of ours. */
export function scoreOf(
  seen: readonly Seen[],
  knows: Knowledge,
  rows: readonly Row[],
): { readonly scores: ReadonlyMap<Find['kind'], Score>; readonly fallen: readonly string[] } {
  const byName = new Map(rows.map(row => [nameOf(row, row.released), row]));
  const rowOf = (each: Seen): Row => {
    const row = byName.get(nameOf(each, each.printing));
    if (row === undefined) throw new Error(`no row behind ${nameOf(each, each.printing)}`);
    return row;
  };
  const scores = new Map<Find['kind'], Score>();
  const fallen: string[] = [];
  const giveUp = (claims: number) => {
    throw new Error(`what is printed contradicts ${claims} claims that the attacker takes for known`);
  };
  for (const find of attack(seen, knows, giveUp)) {
    const truth = truthOf(find, rowOf);
    if (truth < find.least && find.greatest - find.least < policy['count-below'] - 2)
      throw new Error(`the attacker is wrong of ${find.kind} ${nameOf(find.seen, find.seen.printing)}`);
    const isFew = Math.abs(truth) >= 1 && Math.abs(truth) < policy['count-below'];
    if (find.kind !== 'hidden' && !isFew) continue;
    const held = scores.get(find.kind) ?? { cells: 0, exact: 0, narrow: 0 };
    const width = find.greatest - find.least;
    const isNarrow = width < policy['count-below'] - 2;
    scores.set(find.kind, {
      cells: held.cells + 1,
      exact: held.exact + (width === 0 ? 1 : 0),
      narrow: held.narrow + (isNarrow ? 1 : 0),
    });
    if (isNarrow)
      fallen.push(
        `${find.kind} ${nameOf(find.seen, find.seen.printing)}: ${find.least} to ${find.greatest}, truly ${truth}`,
      );
  }
  return { scores, fallen };
}
