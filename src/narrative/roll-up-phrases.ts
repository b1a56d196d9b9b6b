import type { Placed, RollUp } from '../judgements/roll-up.ts';
import type { Figure } from '../model/figure.ts';
import { type Draft, joined, listed, mention, say } from './sentence.ts';
import { countWords, size } from './words.ts';

/** How many measures are better, close and worse beside a comparator, every exception named (P18). */
export function rollUpSentences(
  council: string,
  rollUp: RollUp,
  what = '',
  start: Draft = say`Beside ${rollUp.beside.phrase}, ${council} was`,
): readonly Draft[] {
  const { beside, better, close, worse, figures } = rollUp;
  const measures = `${what === '' ? '' : `${what} `}measures`;
  const parts = [
    { how: 'better', placed: better, figure: figures.better },
    { how: 'close', placed: close, figure: figures.close },
    { how: 'worse', placed: worse, figure: figures.worse },
  ].filter(({ placed }) => placed.length > 0);
  const exceptions =
    worse.length > 0 ? [say`Worse than ${beside.phrase}: ${joined(worse.map(placed), '; ')}.`] : [];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return [
      say`${start} ${only.how} on ${every(figures.of, only.placed.length, measures)} that can be compared.`,
      ...exceptions,
    ];
  }
  const counts = listed(parts.map(({ how, figure }) => say`${how} on ${words(figure)}`));
  return [
    say`${start} ${counts} of the ${words(figures.of)} ${measures} that can be compared.`,
    ...exceptions,
  ];
}

/** "the one measure", "both measures", "all six measures". */
function every(of: Figure, count: number, measures: string): Draft {
  if (count === 1) return say`the ${words(of)} ${measures.replace(/s$/, '')}`;
  return count === 2 ? say`${mention(of, 'both')} ${measures}` : say`all ${words(of)} ${measures}`;
}

function placed({ findings, comparison }: Placed): Draft {
  return say`${findings.indicator.short} (by ${size(comparison.figure, findings.indicator.unit)})`;
}

function words(figure: Figure) {
  const count = figure.amount.kind === 'known' ? Number(figure.amount.number) : 0;
  return mention(figure, countWords(count));
}
