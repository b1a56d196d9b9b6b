import { describe, expect, it } from 'vitest';
import { refusalsIn, refusalsOf } from '../../src/judgements/refusals.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { cell, indicatorOf, sex } from '../support/findings.ts';
import { findingsIn } from '../support/golden.ts';
import { countsOf, found, grades } from '../support/profiles.ts';

const observations = 'data/observations/ks2/201314.csv';

/** What is not said of reading in the invented council's edition: pattern, group, whom it is against, and why. */
function unsaid(overrides: Readonly<Record<string, Override>> = {}) {
  const made = withCouncilFolder(overrides, root => materialFrom(readCouncil(root)));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const [edition] = made.material;
  if (edition === undefined) throw new Error('no edition');
  return refusalsOf(edition.found)
    .filter(({ indicator }) => indicator.id === 'ks2-reading')
    .map(({ pattern, breakdown, against, because }) =>
      [pattern, breakdown.group, against, because].join(' '),
    );
}

describe('what is not said', () => {
  it('counts groups that a chapter gathers without a gap', () => {
    const girls = { topic: 'Sex', group: 'Girls' };
    const indicator = indicatorOf({ comparators: [] });
    const rows = [{ value: cell('c'), period: '202425', breakdown: girls }];
    const alone = [{ indicator, topic: sex, groups: [findingsIn(indicator, rows, {}, girls)] }];
    const refused = refusalsIn({ indicators: [], profiles: [], topics: [{ alone, gaps: [] }] });
    expect(refused.map(({ breakdown, because }) => `${breakdown.group} ${because}`)).toContain(
      'Girls suppressed',
    );
  });

  it('is the change of a profile on an earlier day where schools are too few', () => {
    const counts = ['2013-08-31', '2014-08-31'].flatMap(day =>
      countsOf(grades, day, 'Primary', { Good: 2, Fair: 1 }),
    );
    const refused = refusalsIn({ indicators: [], profiles: [found(grades, counts)], topics: [] });
    expect(refused.map(({ pattern, because }) => `${pattern} ${because}`)).toEqual(['change small-cohort']);
  });

  it('is every comparison that cannot be made, and why', () => {
    const said = unsaid();
    expect(said).toContain('difference Total R01 approximate');
    expect(said).toContain('difference Total statistical-neighbours-2014 too-few-areas');
    expect(said.filter(each => each.startsWith('change Total'))).toEqual([]);
    expect(said.filter(each => each.startsWith('difference Total N01'))).toEqual([]);
  });

  it('is the change and every comparison of a figure that is hidden, and its gap', () => {
    const hidden = unsaid({ [observations]: text => text.replace('Girls,,90,100', 'Girls,c,,') });
    expect(hidden).toContain('group-gap Boys Girls suppressed');
    const all = unsaid({ [observations]: text => text.replace('84,168,200', 'c,,') });
    expect(all).toContain('change Total 201213 suppressed');
    expect(all).toContain('difference Total N01 suppressed');
  });

  it('is a rank where too few areas have a figure, of a measure that is ranked', () => {
    const ranked = (text: string) =>
      text.replace('    measure: percentage\n', '    measure: percentage\n    ranked: true\n');
    expect(unsaid({ 'data/catalogue/ks2.yaml': ranked })).toContain('rank Total  too-few-areas');
    expect(unsaid().some(each => each.startsWith('rank'))).toBe(false);
  });

  it('is a record of too few years', () => {
    expect(unsaid()).toContain('record Total  too-few-years');
  });
});
