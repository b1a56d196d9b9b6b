import type { Placed, RollUp } from '../judgements/roll-up.ts';
import type { Figure } from '../model/figure.ts';
import { type Draft, joined, listed, mention, say } from './sentence.ts';
import { countWords, size } from './words.ts';

/** How many measures are better, close and worse beside a comparator, every exception named (P18). */
export function rollUpSentences(council: string, rollUp: RollUp, what = ''): readonly Draft[] {
  const { beside, better, close, worse, figures } = rollUp;
  const who = beside.phrase;
  const kind = what === '' ? '' : ` ${what}`;
  const parts = [
    { how: `better than ${who}`, placed: better, figure: figures.better },
    { how: `close to ${who}`, placed: close, figure: figures.close },
    { how: `worse than ${who}`, placed: worse, figure: figures.worse },
  ].filter(({ placed }) => placed.length > 0);
  const [only] = parts;
  const exceptions = worse.length > 0 ? [say`Worse than ${who}: ${joined(worse.map(placed), '; ')}.`] : [];
  if (parts.length === 1 && only !== undefined) {
    const all =
      only.placed.length === 1
        ? say`the ${words(figures.of)}${kind} measure`
        : say`all ${words(figures.of)}${kind} measures`;
    return [say`${council} was ${only.how} on ${all} with a figure for both.`, ...exceptions];
  }
  const counts = listed(parts.map(({ how, figure }) => say`${how} on ${words(figure)}`));
  return [
    say`${council} was ${counts} of the ${words(figures.of)}${kind} measures with a figure for both.`,
    ...exceptions,
  ];
}

function placed({ findings, comparison }: Placed): Draft {
  return say`${findings.indicator.short} (by ${size(comparison.figure, findings.indicator.unit)})`;
}

function words(figure: Figure) {
  const count = figure.amount.kind === 'known' ? Number(figure.amount.number) : 0;
  return mention(figure, countWords(count));
}
