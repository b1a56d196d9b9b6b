import type { Figure } from '../model/figure.ts';

/** What would make a sentence false (F52): a clause for each kind of figure that it prints, the plain levels last. */
export function falsifiersOf(figures: readonly Figure[]): readonly string[] {
  const judged = figures.filter(({ kind }) => kind !== 'observation');
  const deciding = judged.length > 0 ? judged : figures;
  return [...new Set(deciding.map(({ falseIf }) => falseIf))];
}
