// What the reference council holds beside its measures, shown or with the reason why not; and what was once said wrong of it.
import { describe, expect, it } from 'vitest';
import { reportFrom } from '../src/report.ts';
import { referenceCouncil } from './support/reference-council.ts';

const reports = new Map(
  ['2012-13', '2013-14'].map(edition => [edition, reportFrom(referenceCouncil(), { edition, area: null })]),
);

type Ledger = {
  readonly figures: readonly { readonly id: string; readonly count?: number }[];
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
};

function ledgerOf(edition: string): Ledger {
  const made = reports.get(edition);
  if (made?.outcome !== 'made') throw new Error(JSON.stringify(made));
  return JSON.parse(made.report.files.find(({ path }) => path.endsWith('figures.json'))?.text ?? '{}');
}

/** Every text of the pages of a chapter, one after the other. */
function textOf(edition: string, chapter: string): string {
  const made = reports.get(edition);
  if (made?.outcome !== 'made') throw new Error(JSON.stringify(made));
  const pages = made.report.pages.filter(
    ({ href, template }) =>
      ['theme', 'topic'].includes(template) && href.startsWith(`${edition}/${chapter}/`),
  );
  expect(pages).not.toEqual([]);
  return JSON.stringify(pages)
    .replaceAll(/\{"text":"([^"]*)","figure":[^}]*\},?/g, '$1')
    .replaceAll(/"text":"([^"]*)"/g, '$1');
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

describe('what a recomputation by others once found wrong is right', () => {
  const chance = 'A change of this size can occur by chance';
  it.each([
    ['2013-14', 'eyfs.eyfs-gld.7', 'so it moved down 17 places.'],
    [
      '2013-14',
      'attendance.exclusions-fixed.7',
      'it moved down nine places among the 151 with a figure in both years.',
    ],
    ['2012-13', 'attendance.exclusions-fixed.8', 'it moved up 28 places among the 151'],
    ['2013-14', 'attendance.absence-persistent.4', 'about 960 fewer than at the earlier rate.'],
    ['2013-14', 'post16.a-level-a-star-e.3', 'between 0.5 and 1.5 percentage points above'],
    ['2012-13', 'gaps.key-messages.2', 'worse on all four measures counted'],
    [
      '2013-14',
      'gaps.key-messages.3',
      'In 2012/13, compared with England, Cheshire East was worse on all four',
    ],
    ['2013-14', 'ks4.key-messages.2', 'of the eight comparable measures; some are for 2012/13'],
    ['2013-14', 'attendance.absence-persistent.10', 'down 4.3 percentage points on 2012/13 (may be chance)'],
    [
      '2013-14',
      'attendance.exclusions-one-or-more.11',
      'down 3.97 percentage points on 2012/13 (may be chance)',
    ],
    ['2013-14', 'gaps.eyfs-gld-sex-boys.4', chance],
    ['2013-14', 'gaps.eyfs-all-goals-sex-boys.4', chance],
    ['2013-14', 'home.targets', 'of their 18 parts, one is on track'],
  ])('%s, %s: %s', (edition, id, words) => {
    const found = ledgerOf(edition).sentences.filter(each => each.id === id);
    expect(found.map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
  });

  it('an average of seven of the ten neighbours says so', () => {
    const mean = 'exclusions-permanent.neighbour-mean.total.e06000049.200809.statistical-neighbours-2018-19';
    expect(ledgerOf('2013-14').figures.find(({ id }) => id === mean)?.count).toBe(7);
    expect(textOf('2013-14', 'attendance')).toContain(
      'The average is of 7 of the 10 neighbours: the others have no figure.',
    );
  });

  it('no page says that nothing in a chapter can be compared where something can', () => {
    expect(textOf('2013-14', 'ks4')).not.toContain('None of these measures can be compared');
  });
});
