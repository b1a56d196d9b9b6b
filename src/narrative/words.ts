import type { Verdict } from '../judgements/change.ts';
import type { Figure } from '../model/figure.ts';
import { levelText, roughText, sizeText } from '../model/format.ts';
import type { Polarity, Unit } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { type Mention, mention } from './sentence.ts';

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A whole number in text: words to nine, then numerals with thousands commas (R22). */
export function countWords(count: number): string {
  return smallNumbers[count] ?? count.toLocaleString('en-GB');
}

/** The same where no noun follows: "none", "one", "12". */
export function countAlone(count: number): string {
  return count === 0 ? 'none' : countWords(count);
}

/** A level as a sentence prints it, with "about" where it is only about so. */
export function level(figure: Figure, unit: Unit): Mention {
  const about = figure.text.startsWith('about ') ? 'about ' : '';
  return mention(figure, `${about}${levelText(figure.amount, unit)}`);
}

/** The size of a change or difference as a sentence prints it: "3 percentage points". */
export function size(figure: Figure, unit: Unit): Mention {
  return mention(figure, sizeText(figure.amount, unit));
}

/** The size of a change or difference in few words: of money "around £9". */
export function roughSize(figure: Figure, unit: Unit): Mention {
  return mention(figure, roughText(figure.amount, unit));
}

/** What a status adds to a sentence: nothing once the figure is settled. */
export function statusWords(status: Status): string {
  switch (status) {
    case 'early':
      return ' (early figure)';
    case 'provisional':
      return ' (provisional)';
    case 'projection':
      return ' (projection)';
    case 'revised':
    case 'final':
      return '';
  }
}

/** What a movement of a lower-is-better measure adds, so that a fall is not read as bad news (R05). */
export function verdictWords(verdict: Verdict, polarity: Polarity): string {
  if (polarity !== 'low') return '';
  switch (verdict) {
    case 'better':
      return ', an improvement';
    case 'worse':
      return ', a change for the worse';
    case 'same':
    case 'none':
      return '';
  }
}

/** The possessive: "England’s", "the statistical neighbours’". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
