import type { Setting } from '../judgements/setting.ts';
import type { TopicChapter } from '../judgements/theme-findings.ts';
import { periodLabel } from '../model/period.ts';
import { slug } from '../model/slug.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { joined, say, type Written, written } from './sentence.ts';

/**
 * Where the pupils of a topic stand beside those of the nation: by the measures about them, in the edition's year or
 * in the latest for which any can be set beside it, which is then said, with the measures that cannot.
 */
export function topicSentences(theme: string, chapter: TopicChapter, setting: Setting): readonly Written[] {
  const { topic, standing, about } = chapter;
  if (standing === null) return [];
  const { period, beside } = standing;
  const { edition, council } = setting;
  const own = period === edition.period;
  const since = about.flatMap(({ everyone }) =>
    everyone === null || everyone.latest.period <= period || everyone.indicator.polarity === 'neutral'
      ? []
      : [[everyone.indicator.short]],
  );
  const without = say`Not set beside ${beside.phrase} for ${periodLabel(edition.period)}, for want of figures: ${joined(since, '; ')}.`;
  const year = say`In ${periodLabel(period)}, the latest year with figures for ${beside.phrase}, ${council.name} was`;
  const drafts = own
    ? rollUpSentences(council.name, standing)
    : [...rollUpSentences(council.name, standing, '', year), ...(since.length === 0 ? [] : [without])];
  return [written(`${theme}.topic-${slug(topic.id)}.standing`, joined(drafts, ' '))];
}
