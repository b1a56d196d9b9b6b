import type { Weighting } from '../profiles/schema.ts';
import { entryOf, type Known } from './names.ts';

/** What counts once in a measure: an indicator that says so, or the grades of a profile. */
export function weightOf(id: string, known: Known): Weighting | undefined {
  const { kind, unit } = entryOf(known.profiles, id);
  const isShare = kind === 'phases' || kind === 'aspects';
  return entryOf(known.indicators, id).weighted ?? (isShare ? unit : undefined);
}

/** Reports two figures in one sentence of which one counts schools, say, and the other pupils (X02). */
export function checkSideBySide(
  words: string,
  names: readonly { readonly name: string; readonly index: number }[],
  known: Known,
  say: (index: number, ...args: [name: string, its: string, other: string, others: string]) => void,
): void {
  const weighted = names.flatMap(({ name, index }) => {
    const weight = weightOf(name.trim().split(' ')[0] ?? '', known);
    return weight === undefined ? [] : [{ name, index, weight }];
  });
  for (const [at, { name, index, weight }] of weighted.entries()) {
    const other = weighted
      .slice(0, at)
      .findLast(each => each.weight !== weight && !/[.!?]\s|\n\s*\n/.test(words.slice(each.index, index)));
    if (other !== undefined) say(index, name, weight, other.name, other.weight);
  }
}
