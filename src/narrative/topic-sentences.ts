import type { Setting } from '../judgements/setting.ts';
import type { TopicChapter } from '../judgements/theme-findings.ts';
import { slug } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { type Draft, joined, say, type Written, written } from './sentence.ts';

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
  const { edition, council } = setting;
  if (period === edition.period) return joined(rollUpSentences(council.name, standing), ' ');
  const since = about.flatMap(({ everyone }) =>
    everyone === null || everyone.latest.period <= period || everyone.indicator.polarity === 'neutral'
      ? []
      : [[everyone.indicator.short]],
  );
  const without = say`Not set beside ${beside.phrase} for ${periodLabel(edition.period)}, as no figures are held: ${joined(since, '; ')}.`;
  const year = say`In ${periodLabel(period)}, the latest year with figures for ${beside.phrase}, ${council.name} was`;
  return joined(
    [...rollUpSentences(council.name, standing, '', year), ...(since.length === 0 ? [] : [without])],
    ' ',
  );
}
