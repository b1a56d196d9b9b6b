// What the front page answers to a question on a group of pupils: what they achieve, and never their number alone.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { text } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const chapter: Readonly<Record<string, Override>> = {
  'data/catalogue/ks2.yaml': words => words.replace('  topics: [Sex]\n', ''),
  'data/catalogue/gaps.yaml':
    'theme:\n  id: gaps\n  label: Groups of pupils\n  about: Groups of pupils side by side.\n  topics: [Sex]\nindicators: []\n',
  'data/editions/201314.yaml': words => words.replace('[ks2, inspection]', '[ks2, gaps, inspection]'),
};
const withoutPairs: Override = words => words.slice(0, words.indexOf('    gaps:'));

function answers(more: Readonly<Record<string, Override>> = {}) {
  const made = withCouncilFolder({ ...chapter, ...more }, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  return viewsOf(made.report).homes[0]?.groups.map(({ answer }) =>
    answer.map(each => text(each).replace(/[⟨⟩]/g, '')),
  );
}

describe('a question on a group of pupils', () => {
  it('is answered by the gap, where one is held', () => {
    expect(answers()?.[0]?.[0]).toContain('78% for boys and 90% for girls');
  });

  it('is answered by the groups beside everyone, where no pair is set side by side', () => {
    const [answer] = answers({ 'data/breakdowns.yaml': withoutPairs }) ?? [];
    expect(answer?.[0]).toContain('84% of pupils reached the standard');
    expect(answer?.[1]).toContain('Girls, 2013/14: 90');
  });

  it('is not put where only context is held', () => {
    const neutral: Override = words =>
      words.replace('  topics: [Sex]\n', '').replace('polarity: high', 'polarity: neutral');
    const more = { 'data/breakdowns.yaml': withoutPairs, 'data/catalogue/ks2.yaml': neutral };
    expect(answers(more)).toEqual([]);
  });
});
