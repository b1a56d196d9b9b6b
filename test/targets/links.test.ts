// Beside which sections a target stands: it is about everyone, or about the very pupils of the section.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';
import { viewsOf } from '../support/views.ts';

const asChapter: Readonly<Record<string, Override>> = {
  'data/catalogue/ks2.yaml': text => text.replace('  topics: [Sex]\n', ''),
  'data/catalogue/gaps.yaml': `theme:
  id: gaps
  label: Groups of pupils
  about: Groups of pupils side by side.
  topics: [Sex]
indicators: []
`,
  'data/editions/201314.yaml': text => text.replace('[ks2, inspection]', '[ks2, gaps, inspection]'),
};
const withoutPairs: Override = text => text.slice(0, text.indexOf('    gaps:'));
const forGirls = planWith(
  ['indicator: ks2-reading', 'indicator: ks2-reading\n            topic: Sex\n            group: Girls'],
  ['Reading stood at {ks2-reading}.', 'It stood well.'],
);

/** The targets that stand in each section of the invented report that has any, by the section's id. */
function targetsBySection(plan: string, more: Readonly<Record<string, Override>>) {
  const made = withCouncilFolder({ ...more, [targets]: plan }, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const { themes, indexes } = viewsOf(made.report);
  const sections = themes.flatMap(({ groups }) => groups.flatMap(group => group.sections));
  const said = sections
    .filter(section => section.targets.length > 0)
    .map(({ id, targets: of }) => [id, of.map(({ text }) => text)]);
  const listed = indexes.flatMap(({ letters }) => letters.flatMap(({ entries }) => entries));
  return {
    said: Object.fromEntries(said),
    listed: listed.filter(entry => entry.targets.length > 0).map(({ label }) => label),
  };
}

describe('a target for everyone', () => {
  it.each([
    ['a gap', {}],
    ['groups that no pair is made of', { 'data/breakdowns.yaml': withoutPairs }],
  ])('stands in the section for everyone, and in none about %s', (_, more) => {
    const { said, listed } = targetsBySection(planWith(), { ...asChapter, ...more });
    expect(said).toEqual({
      'ks2-reading': ['Target: at least 89% by 2016/17'],
      'school-grades': ['Target: good or outstanding, 100% by 2016/17'],
    });
    expect(listed).toEqual(['Reading at key stage 2', 'Schools by grade']);
  });
});

describe('a target for a group', () => {
  it('stands where its group is set beside another, and says whose it is', () => {
    const { said } = targetsBySection(forGirls, asChapter);
    expect(said['ks2-reading']).toBeUndefined();
    expect(said['ks2-reading-sex-boys']).toEqual(['Target: girls, at least 89% by 2016/17']);
  });
});
