// What the reference council holds beside its measures: shown, or the reason is said why it is not.
import { describe, expect, it } from 'vitest';
import { reportFrom } from '../src/report.ts';
import { referenceCouncil } from './support/reference-council.ts';

const reports = new Map(
  ['2012-13', '2013-14'].map(edition => [edition, reportFrom(referenceCouncil(), { edition, area: null })]),
);

/** Every text of the pages of an edition at an address, one after the other. */
function textOf(edition: string, chapter: string): string {
  const made = reports.get(edition);
  if (made?.outcome !== 'made') throw new Error(JSON.stringify(made));
  const pages = made.report.pages.filter(({ href }) => href === `${edition}/${chapter}/`);
  expect(pages).toHaveLength(1);
  return JSON.stringify(pages).replaceAll(/"text":"([^"]*)"/g, '$1');
}

describe.each([
  [
    '2013-14',
    'gaps',
    'The plan gives the number of those receiving the hours as 65.',
    'The plan gives the number of those receiving the hours as 44.',
    '16.15 in primary schools, with no sign after it, 13.7% in secondary schools and 5.8% in special schools',
  ],
  [
    '2013-14',
    'ks1',
    'up by less than 1 percentage point',
    'England’s figure rose by 1.3',
    'England’s figure rose by 1.2',
  ],
  [
    '2013-14',
    'inspection',
    'So the 25% that the plan prints for June 2014, of all that had joined, is not given.',
  ],
  ['2013-14', 'post16', 'No rank is given: too few areas have a figure.'],
  [
    '2013-14',
    'ks4',
    'gave its place in the country as 25th. The figures of all authorities for this year are not held',
  ],
  ['2012-13', 'ks4', 'gives another place in the country, 53rd, and says neither its year'],
  ['2012-13', 'ks2', 'Level 4B, a secure level 4', 'No figure of our own is held for the year.'],
  ['2012-13', 'gaps', 'Asian', '53.5%'],
])('%s/%s', (edition, chapter, ...texts) => {
  it(`says ${texts.join(' / ')}`, () => {
    const text = textOf(edition, chapter);
    for (const each of texts) expect(text).toContain(each);
  });
});
