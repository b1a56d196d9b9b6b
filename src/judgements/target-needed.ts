import { Big } from 'big.js';
import { countAmount } from '../arithmetic.ts';
import type { Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Whole } from './reading.ts';
import type { Maker } from './target-figures.ts';

/** How many the aim asks for, and how many more that is. */
export function neededFigures(
  make: Maker,
  { needed, more }: { readonly needed: number; readonly more: number },
  whole: Whole,
  inputs: readonly Figure[],
): { readonly needed: Figure; readonly more: Figure; readonly of: Figure } {
  const about = whole.exact ? '' : 'about ';
  const count = (of: 'needed' | 'more', number: number, working: string) =>
    make(of, countAmount(number), { text: `${about}${numberText(new Big(number), 0)}`, inputs, working });
  return {
    needed: count('needed', needed, `The fewest of ${whole.of} that meet the aim`),
    more: count('more', more, `The fewest of ${whole.of} that meet the aim, less those that are there now`),
    of: make('whole', countAmount(whole.of), {
      text: numberText(new Big(whole.of), 0),
      inputs: inputs.slice(0, 1),
      working: 'How many the figure is a share of',
    }),
  };
}
