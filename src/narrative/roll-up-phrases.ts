import type { PlacedMeasure, RollUp } from '../judgements/roll-up.ts';
import { councilBeside, type Setting } from '../judgements/setting.ts';
import type { TopicChapter } from '../judgements/theme-findings.ts';
import type { Figure } from '../model/figure.ts';
import { slug } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import {
  countWords,
  type Draft,
  joined,
  listed,
  mention,
  say,
  size,
  type Written,
  written,
} from './sentence.ts';

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

function placed({ findings, comparison }: PlacedMeasure): Draft {
  return say`${findings.indicator.short} (by ${size(comparison.figure, findings.indicator.unit)})`;
}

function words(figure: Figure) {
  const count = figure.amount.kind === 'known' ? Number(figure.amount.number) : 0;
  return mention(figure, countWords(count));
}

/** Where the pupils of a topic stand beside those of the nation, as one sentence of the topic's part of a chapter. */
export function topicSentences(theme: string, chapter: TopicChapter, setting: Setting): readonly Written[] {
  const draft = topicStanding(chapter, setting);
  return draft === null ? [] : [written(`${theme}.topic-${slug(chapter.topic.id)}.standing`, draft)];
}

/**
 * Where the pupils of a topic stand: by the measures about them, in the edition's year or in the latest for which any
 * can be set beside the nation, which is then said, with the measures that cannot.
 */
export function topicStanding({ standing, about }: TopicChapter, setting: Setting): Draft | null {
  if (standing === null) return null;
  const { period, beside } = standing;
  const { edition } = setting;
  const council = councilBeside(setting).phrase;
  if (period === edition.period) return joined(rollUpSentences(council, standing), ' ');
  const since = about.flatMap(({ everyone }) =>
    everyone === null || everyone.latest.period <= period || everyone.indicator.polarity === 'neutral'
      ? []
      : [[everyone.indicator.short]],
  );
  const without = say`Not set beside ${beside.phrase} for ${periodLabel(edition.period)}, as no figures are held: ${joined(since, '; ')}.`;
  const year = say`In ${periodLabel(period)}, the latest year with figures for ${beside.phrase}, ${council} was`;
  return joined(
    [...rollUpSentences(council, standing, '', year), ...(since.length === 0 ? [] : [without])],
    ' ',
  );
}
