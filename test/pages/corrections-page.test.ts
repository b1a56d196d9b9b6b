// What has become of printed figures since: the invented council's, with rows released after its cut-off.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { publish } from '../../src/site.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { viewsOf } from '../support/views.ts';
import { elements, parseXml } from '../support/xml.ts';

const later = (
  rows: readonly string[],
  earlier: readonly string[] = [],
): Readonly<Record<string, Override>> => ({
  'data/observations/ks2/201314.csv': text => `${text}${rows.map(row => `${row}\n`).join('')}`,
  'data/observations/ks2/201213.csv': text => `${text}${earlier.map(row => `${row}\n`).join('')}`,
});

function report(overrides: Readonly<Record<string, Override>>) {
  const made = withCouncilFolder(overrides, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  return { ...made.report, ...viewsOf(made.report) };
}

/** Each release of the one edition, with its rows as a reader reads them. */
function released(overrides: Readonly<Record<string, Override>>) {
  const [edition] = report(overrides).corrections.editions;
  return edition?.releases.map(({ released: day, summary, table }) => ({
    day,
    summary,
    rows: table.rows.map(({ header, cells }) => [
      header,
      ...cells.map(({ text, marks }) => [text, ...marks.map(mark => mark.text)].join(' ')),
    ]),
  }));
}

const row = (what: string, value: string, status: string, day: string, note = '') =>
  `${what},${value},,,${status},${day},invented-results,${note}`;
const pupils = 'ks2-reading,W01,201314,Total,Total';
const nation = 'ks2-reading,N01,201314,Total,Total';
const before = 'ks2-reading,W01,201213,Total,Total';

describe('a figure released again', () => {
  it('that was provisional is a planned revision, and one that was final is corrected, each with its reason', () => {
    const found = released(
      later(
        [row(nation, '82', 'final', '2015-01-29')],
        [row(before, '79', 'final', '2015-03-05', 'One school had sent its results twice.')],
      ),
    );
    expect(found).toEqual([
      {
        day: '5 March 2015',
        summary: '1 figure corrected',
        rows: [
          [
            'Reading at key stage 2: Winterfold',
            '2012/13',
            '81%',
            '79% [note 1]',
            '2 percentage points lower',
            'Correction: final before, final now',
            'Invented results',
          ],
        ],
      },
      {
        day: '29 January 2015',
        summary: '1 figure revised as planned',
        rows: [
          [
            'Reading at key stage 2: Albion',
            '2013/14',
            '83% [p]',
            '82%',
            '1 percentage point lower',
            'Planned revision: provisional before, final now',
            'Invented results',
          ],
        ],
      },
    ]);
  });

  it('is linked to the evidence of what was printed', () => {
    const [edition] = report(later([row(nation, '82', 'final', '2015-01-29')])).corrections.editions;
    const [cell] = edition?.releases[0]?.table.rows[0]?.cells.slice(1) ?? [];
    expect(cell?.href).toBe('2013-14/ks2/numbers/ks2-reading/#ks2-reading.observation.total.n01.201314');
  });

  it('twice is told twice, the second time from what the first had put in its place', () => {
    const found = released(
      later([row(nation, '82', 'final', '2015-01-29'), row(nation, '81', 'final', '2015-06-01')]),
    );
    expect(found?.map(({ day, rows: [only] }) => [day, ...(only?.slice(2, 6) ?? [])])).toEqual([
      [
        '1 June 2015',
        '83% [p]',
        '81%',
        '2 percentage points lower',
        'Correction of the figure released on 29 January 2015: final before, final now',
      ],
      [
        '29 January 2015',
        '83% [p]',
        '82%',
        '1 percentage point lower',
        'Planned revision: provisional before, final now',
      ],
    ]);
  });

  it('is in a table with a number and an id of its own', () => {
    const rows = [row(nation, '82', 'final', '2015-01-29'), row(nation, '81', 'final', '2015-06-01')];
    const tables = report(later(rows)).corrections.editions.flatMap(({ releases }) =>
      releases.map(each => each.table),
    );
    expect(tables.map(({ id, number }) => [id, number])).toEqual([
      ['table-2013-14-2015-06-01', 1],
      ['table-2013-14-2015-01-29', 2],
    ]);
  });

  it('with the same value is no revision, and is counted as confirmed', () => {
    const overrides = later([row(nation, '83', 'final', '2015-01-29')]);
    expect(released(overrides)).toEqual([]);
    expect(report(overrides).corrections.editions[0]?.remark).toBe(
      '1 figure printed before it was final was later released again with the same value.',
    );
    const both = later([row(nation, '83', 'final', '2015-01-29'), row(pupils, '84', 'final', '2015-01-29')]);
    expect(report(both).corrections.editions[0]?.remark).toMatch(/^2 figures /);
  });

  it('that was hidden is now given, and one that is hidden now is not printed again', () => {
    const hidden = 'ks2-reading,W02,201314,Total,Total';
    const found = released(
      later([row(hidden, '80', 'final', '2015-01-29'), row(nation, 'c', 'final', '2015-01-29')]),
    );
    const cells = found?.flatMap(({ rows }) => rows.map(each => each.slice(2, 6)));
    expect(cells).toContainEqual(['[c] [p]', '80%', 'None can be given', 'Not given before, final now']);
    expect(cells).toContainEqual(['See the report', '[c]', 'None can be given', 'Withdrawn']);
  });

  it('is not listed where the release was known to the edition, or is of a year it does not tell of', () => {
    expect(released(later([row(nation, '82', 'revised', '2014-12-30')]))).toEqual([]);
    expect(
      released({
        'data/observations/ks2/201415.csv': `indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\n${row(nation.replace('201314', '201415'), '90', 'final', '2015-08-01')}\n`,
      }),
    ).toEqual([]);
  });

  it('leaves the figures, sentences and workbooks of the edition as they were', () => {
    const strip = ({ files, themes, workbooks }: ReturnType<typeof report>) =>
      JSON.stringify([files, themes, workbooks]);
    expect(strip(report(later([row(pupils, '70', 'final', '2015-01-29')])))).toBe(strip(report({})));
  });
});

describe('the page', () => {
  it('says plainly where nothing was revised', () => {
    const [edition] = report({}).corrections.editions;
    expect(edition).toMatchObject({
      releases: [],
      remark: 'The files that we hold revise and correct no figure of this report.',
    });
  });

  it('holds a table a release with its note, and the feed tells of each, leading to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keystage-corrections-'));
    try {
      const rows = later([
        row(nation, '82', 'final', '2015-01-29', '"Later & better, said <they>."'),
        row(pupils, '84', 'final', '2015-01-29'),
      ]);
      await publish(report(rows), join(folder, 'site'), { documents: false, hidden: [] });
      const page = readFileSync(join(folder, 'site/corrections/index.html'), 'utf8');
      expect(page).toContain(
        '1 figure printed before it was final was later released again with the same value.',
      );
      expect(page).toContain('<h3 id="2013-14-2015-01-29">29 January 2015</h3>');
      expect(page).toContain('[note 1] Later &amp; better, said &lt;they&gt;.');
      expect(page).toContain(
        'href="../2013-14/ks2/numbers/ks2-reading/index.html#ks2-reading.observation.total.n01.201314"',
      );
      const feed = parseXml(readFileSync(join(folder, 'site/feed.xml'), 'utf8'));
      const [first] = elements(feed, 'entry').map(({ children }) => children.map(({ text }) => text));
      expect(first?.slice(0, 3)).toEqual([
        'tag:winterfold.example,2015-01-29:education-report/corrections/#2013-14-2015-01-29',
        'Revisions and corrections to Annual education report 2013/14, 29 January 2015',
        '2015-01-29T00:00:00Z',
      ]);
      expect(elements(feed, 'link').map(({ attributes }) => attributes.href)).toContain(
        'corrections/index.html#2013-14-2015-01-29',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
