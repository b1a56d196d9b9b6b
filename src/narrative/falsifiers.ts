import { isLocalityKind } from '../model/area.ts';
import type { Figure, FigureKind } from '../model/figure.ts';

/** What would make a sentence false (F52): one clause for each kind of figure that it prints, the plain levels last. */
export function falsifiersOf(figures: readonly Figure[]): readonly string[] {
  const judged = figures.filter(({ kind }) => kind !== 'observation');
  const deciding = judged.length > 0 ? judged : figures;
  return [...new Set(deciding.map(falsifier))];
}

function falsifier({ kind, amount, text, part, of, against }: Figure): string {
  return amount.kind === 'refused'
    ? 'figures that may be compared come out'
    : clauses[kind](text, part, of, against);
}

type Clause = (text: string, part: string | null, of: number | null, against: string | null) => string;

const clauses: Readonly<Record<FigureKind, Clause>> = {
  observation: text => `the figure is revised from ${text}`,
  change: (text, part) =>
    part === 'rank'
      ? 'a revision moves the authority to another place in either year'
      : `either figure is revised so that the change is not ${text}`,
  difference: text => `either figure is revised so that the difference is not ${text}`,
  'neighbour-mean': text => `a neighbour’s figure is revised so that the average is not ${text}`,
  rank: (_, __, of) =>
    `one of the ${of} authorities’ figures is revised so that the place changes, or a newer release comes out`,
  band: () => 'revisions move the authority to another quarter, or a newer release comes out',
  'group-gap': text => `either group’s figure is revised so that the gap is not ${text}`,
  target: () => 'the figure or the target is revised',
  share: text => `a count is revised so that the share is not ${text}`,
  count: (text, part) =>
    part === 'base'
      ? `the number in the group is revised from ${text}`
      : part === 'listed'
        ? 'a boundary is drawn anew'
        : part === 'held' || part === 'suppressed'
          ? 'a figure is released or withheld'
          : 'one of those counted changes sides',
  record: (_, part) => `a figure of these years is revised to be the ${part}`,
  streak: () => 'a figure of these years is revised so that the run is broken',
  spread: (_, __, ___, against) =>
    isLocalityKind(against)
      ? `a ${against}’s figure is revised so that another is the highest or the lowest, or they are not as far apart`
      : 'a figure of these years is revised by more than that',
  equivalent: () => 'the difference or the size of the group is revised',
  'one-pupil': () => 'the size of the group is revised',
  money: () => 'the plan gives another amount',
};
