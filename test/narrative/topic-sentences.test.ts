import { describe, expect, it } from 'vitest';
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import { themeFindings } from '../../src/judgements/theme-findings.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { topicSentences } from '../../src/narrative/roll-up-phrases.ts';
import { cell, indicatorOf, nation, observationOf, settingOf, sex } from '../support/findings.ts';

type Told = readonly [period: string, ours: string, theirs: string | null];

/** What is said of where girls stand, by measures about them (A, B, C …); the edition is that of 2013/14. */
function said(...measures: readonly Told[]): readonly string[] {
  const indicators = measures.map((_, index): Indicator => {
    const short = String.fromCharCode(65 + index);
    return indicatorOf({ id: short.toLowerCase(), short, topic: 'Sex', comparators: ['nation'] });
  });
  const rows = measures.flatMap(([period, ours, theirs], index) => {
    const indicator = indicators[index] ?? indicatorOf();
    return [
      observationOf(indicator, { value: cell(ours), period }),
      ...(theirs === null
        ? []
        : [observationOf(indicator, { value: cell(theirs), period, area: nation.code })]),
    ];
  });
  const theme = { id: 'ks2', label: 'Key stage 2', about: 'Invented.', topics: ['Sex'] };
  const folder = { themes: [theme], topics: [sex], indicators, profiles: [], profileCounts: [] };
  const setting = settingOf(rows, indicators);
  const found = themeFindings({
    ...setting,
    folder: folder as unknown as PublicFolder,
    edition: { ...setting.edition, themes: ['ks2'] },
  });
  return found.flatMap(({ topics }) =>
    topics.flatMap(topic => topicSentences('ks2', topic, setting).map(({ text }) => text)),
  );
}

describe('where the pupils of a topic stand beside the nation', () => {
  it('is said of the measures about them, those that are worse by name', () => {
    expect(said(['201314', '84', '79'], ['201314', '60', '66'])).toEqual([
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable measures. Worse than England: B (by 6 percentage points).',
    ]);
  });

  it('is said of each by the latest year that can be compared, with the year', () => {
    expect(said(['201314', '84', null], ['201213', '60', '66'], ['201112', '50', '40'])).toEqual([
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable measures; each is for an earlier year. Worse than England: B (by 6 percentage points, 2012/13).',
    ]);
  });

  it('is not said where nothing can be compared', () => {
    expect(said(['201314', '84', null])).toEqual([]);
  });
});
