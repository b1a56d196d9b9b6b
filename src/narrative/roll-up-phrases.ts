import type { PlacedMeasure, RollUp } from '../judgements/roll-up.ts';
import { councilBeside, type Setting } from '../judgements/setting.ts';
import type { TopicChapter } from '../judgements/theme-findings.ts';
import type { Figure } from '../model/figure.ts';
import { slug } from '../model/spelling.ts';
import { type Period, timeLabel } from '../model/time.ts';
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
  const { beside, better, close, worse, few, figures } = rollUp;
  const measures = `${what === '' ? '' : `${what} `}measures`;
  const parts = [
    { how: 'better', placed: better, figure: figures.better },
    { how: 'close', placed: close, figure: figures.close },
    { how: 'worse', placed: worse, figure: figures.worse },
  ].filter(({ placed }) => placed.length > 0);
  const dated = (each: PlacedMeasure) => placed(each, rollUp.period);
  const older = [...better, ...close].filter(({ period }) => period !== rollUp.period);
  const exceptions = [
    ...(worse.length > 0 ? [say`Worse than ${beside.phrase}: ${joined(worse.map(dated), '; ')}.`] : []),
    ...(older.length > 0
      ? [say`Compared in an earlier year, the latest that can be: ${joined(older.map(named), '; ')}.`]
      : []),
    ...(few.length > 0
      ? [say`Not counted, as few pupils are behind them: ${joined(few.map(standingOfFew), '; ')}.`]
      : []),
  ];
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

/** "Progress 8 (by 0.12)", with its year where that is not the edition's. */
function placed({ findings: { indicator }, comparison, period }: PlacedMeasure, edition: Period): Draft {
  const year = period === edition ? '' : `, ${timeLabel(indicator, period)}`;
  return say`${indicator.short} (by ${size(comparison.figure, indicator.unit)}${year})`;
}

/** "NEET (2023/24)". */
function named({ findings: { indicator }, comparison, period }: PlacedMeasure): Draft {
  return say`${indicator.short} (${mention(comparison.figure, timeLabel(indicator, period))})`;
}

/** "Key stage 2 of children looked after (worse)". */
function standingOfFew({ findings: { indicator }, comparison }: PlacedMeasure): Draft {
  const how = comparison.verdict === 'same' || comparison.verdict === 'none' ? 'close' : comparison.verdict;
  return say`${indicator.short} (${mention(comparison.figure, how)})`;
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

/** Where the pupils of a topic stand, by the measures about them; null where none can be set beside the nation. */
export function topicStanding({ standing }: TopicChapter, setting: Setting): Draft | null {
  return standing === null ? null : joined(rollUpSentences(councilBeside(setting).phrase, standing), ' ');
}
