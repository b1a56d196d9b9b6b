import { type StatusKind, statusWords } from '../../src/model/status.ts';
// The reference council's targets as they are published, and figures of the sources through the whole pipeline.

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';
import { text } from '../support/readable.ts';
import { publishedLedger, siteFiles, siteText } from '../support/site.ts';
import { viewsOf } from '../support/views.ts';

const ledger = publishedLedger('2013-14');
const page = siteText('2013-14/targets/index.html');
const sentence = (id: string) => ledger.sentences.find(each => each.id === id)?.text;

describe('the reference council', () => {
  it('G13: 62.0% is 2.5 ahead of 59.5 on the way from 56% to 70%, with 8 to go', () => {
    expect(sentence('targets.early-years.1.1')).toBe(
      '62.0% in 2013/14, 2.5 percentage points ahead of the straight line to at least 70% in 2016/17; 8.0 percentage points to go, 2.7 a year.',
    );
    const line = ledger.figures.find(({ id }) => id.endsWith('201314.early-years-1.line'));
    expect(line).toMatchObject({ kind: 'target', value: 59.5, text: '59.5%' });
  });

  it('G14: above 40% of 149 schools is 60 of them, 20 more; all of them are 18 more', () => {
    expect(sentence('targets.outstanding-schools.1.2')).toBe(
      'More than 40% equates to 60 of 149 schools, 20 more than now.',
    );
    expect(sentence('targets.good-schools.1.2')).toBe('100% is all 149 schools, 18 more than now.');
  });

  it('gives each of the thirteen targets a status in words, and says which no measure can tell', () => {
    const statuses = [...page.matchAll(/class="status status--([a-z-]+)">(?:<svg.*?<\/svg>)([^<]+)</gs)];
    expect(statuses.length).toBeGreaterThan(26);
    for (const [, kind = '', word = ''] of statuses)
      expect(word.trim(), kind).toBe(statusWords[kind as StatusKind]);
    expect(page.match(/<h3 class="target__heading"/g)?.length).toBe(13);
    expect(page.match(/Nothing measures this\./g)?.length).toBeGreaterThanOrEqual(9);
    expect(sentence('home.targets')).toBe(
      'Of 13 targets, none is on track or achieved as a whole, three are off track, two have no figure that can be compared, one has no figure and seven have no measurable target; of their 18 parts, one is on track.',
    );
  });

  it('does not let a target of two things hide the one that is on track, nor who answers for the other', () => {
    expect(sentence('targets.early-years.whole')).toBe(
      'As a whole it is off track: what decides is “Schools in a category of concern”; “Good level of development” is on track.',
    );
    expect(sentence('targets.early-years.2.1')).toBe(
      '2 schools in 2013/14, more than on a straight line to none in 2016/17.',
    );
    const behind = siteText('2013-14/plans/index.html')
      .replace(/<[^>]+>|\s+/g, ' ')
      .replace(/ +/g, ' ');
    expect(behind).toContain(
      'A good start in the early years: schools in a category of concern Off track 2 schools , where the aim is no schools by 2016/17 Monitoring and intervention manager',
    );
    expect(behind).not.toContain('early years: good level of development');
  });

  it('has a row for each promise, what is behind first, and one for each of its parts', () => {
    const table = /<table[^>]*targets-table.*?<\/table>/s.exec(page)?.[0] ?? '';
    const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell
          .replace(/<svg.*?<\/svg>|<[^>]+>/gs, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
    const named = (name: string) => rows.find(([header]) => header === name);
    expect(rows.length).toBe(23);
    const wholes = rows.filter(([header = '']) => !header.includes(':')).map(([, status]) => status);
    expect(wholes.lastIndexOf('Off track')).toBeLessThan(wholes.indexOf('Not comparable'));
    expect(named('A good start in the early years')).toEqual([
      'A good start in the early years',
      'Off track',
      'Two parts, judged by the worst of them',
      'Early help and early years manager',
      'See its parts',
    ]);
    const [, status, stands, owner] =
      named('A good start in the early years: schools in a category of concern') ?? [];
    expect([status, stands, owner]).toEqual([
      'Off track',
      expect.stringContaining('2 schools, where the aim is no schools by 2016/17'),
      'Monitoring and intervention manager',
    ]);
    // What officers rate well is flagged where the promise that it serves is behind.
    expect(named('Good or outstanding schools and settings: schools')?.[2]).toContain(
      '“Monitoring and intervention” is rated green, though this promise is off track.',
    );
    // Every promise says what is done next and by when, that no date is stated, or that no plan names it.
    for (const row of rows)
      expect(row[4]).toMatch(
        /(?:No date stated|By .*|In the .*|Ongoing|Each year.*|From .*)\.$|No action plan covers this$|See its parts$/,
      );
    // Without script the counts lead to the first promise of each status.
    for (const status of ['off-track', 'not-comparable']) {
      expect(page).toContain(`href="#promises-${status}"`);
      expect(table).toContain(`<tr id="promises-${status}">`);
    }
  });

  it('never lets an aim or a projection pass for an outcome', () => {
    const outcomes = ledger.figures.filter(({ kind }) => kind !== 'target');
    expect(outcomes.filter(({ status }) => status === 'projection')).toEqual([]);
    expect(outcomes.filter(({ period }) => period > '201415')).toEqual([]);
    expect(sentence('targets.cared-for-children.1.1')).toContain('a projection is not an outcome');
    const said = ledger.sentences.filter(({ text }) => /\b21%/.test(text));
    expect(said.map(({ id }) => id)).toContain('targets.cared-for-children.1.1');
    for (const { text } of said) expect(text).toContain('projected');
  });

  it('shows the plan only in the edition whose cut-off comes after it', () => {
    expect(siteFiles).not.toContain('2012-13/targets/index.html');
    expect(siteText('2012-13/index.html')).not.toContain('targets/');
    expect(siteText('2013-14/index.html')).toContain('href="targets/index.html"');
  });

  it('leads from a measure to its target and back', () => {
    expect(siteText('2013-14/eyfs/index.html')).toMatch(
      /<a href="\.\.\/targets\/index\.html#early-years">Target: at least 70% by 2016\/17<\/a>/,
    );
    expect(page).toContain('href="../eyfs/index.html#eyfs-gld"');
  });

  it('has a row for each part in the CSV, projections and outcomes in columns of their own', () => {
    const rows: Record<string, string>[] = parse(siteText('2013-14/targets.csv'), {
      columns: true,
      bom: true,
    });
    expect(rows.length).toBe(18);
    expect(rows.find(({ row }) => row === 'cared-for-children.1')).toMatchObject({
      outcome: '',
      projection: '21',
      status: 'not comparable',
    });
    expect(rows.find(({ row }) => row === 'early-years.1')).toMatchObject({
      outcome: '62',
      status: 'on track',
    });
    expect(siteText('2013-14/downloads/index.html')).toContain('targets.csv');
  });
});

describe('projections of the sources, on the invented council', () => {
  const others = 'data/observations/ks2/201314.csv';
  const said = (part: string, rows: readonly string[], low: boolean) => {
    const plan = planWith(
      [
        '            baseline: { period: 201213, value: 81 }\n            operator: at-least\n            aim: { period: 201617, value: 89 }\n',
        part,
      ],
      ['Reading stood at {ks2-reading}.', 'It stood well.'],
    );
    const made = withCouncilFolder(
      {
        [targets]: plan,
        'data/observations/ks2/201213.csv': text => text.replace(',81,,,', `,${rows[0]},,,`),
        [others]: text => text.replace(',84,168,200,provisional', `,${rows[1]},,,projection`),
        'data/catalogue/ks2.yaml': text => (low ? text.replace('polarity: high', 'polarity: low') : text),
      },
      root => makeReport(root),
    );
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const [part1] = viewsOf(made.report).targets[0]?.plans[0]?.measured[0]?.parts ?? [];
    return [
      part1?.status.word,
      part1 === undefined ? '' : text(part1.sentences[0] ?? { id: '', runs: [] }).replace(/[⟨⟩]/g, ''),
    ];
  };

  it('G38: 21% projected is slightly behind a line of 22 from 14 to above 30, and no outcome', () => {
    expect(
      said(
        '            baseline: { period: 201213, value: 14 }\n            operator: above\n            aim: { period: 201415, value: 30 }\n',
        ['14', '21'],
        false,
      ),
    ).toEqual([
      'Projected only',
      'There is no outcome for 2013/14. 21% is projected, 1.0 percentage points behind the straight line to more than 30% in 2014/15, which would be slightly behind; a projection is not an outcome.',
    ]);
  });

  it('G39: a gap of 25 projected is 2 better than its milestone of 27 on the way to below 10', () => {
    expect(
      said(
        '            baseline: { period: 201213, value: 38 }\n            milestones: [{ period: 201314, value: 27 }]\n            operator: below\n            aim: { period: 201617, value: 10 }\n',
        ['38', '25'],
        true,
      ),
    ).toEqual([
      'Projected only',
      'There is no outcome for 2013/14. 25% is projected, 2.0 percentage points ahead of the line by its milestones to less than 10% in 2016/17, which would be on track; a projection is not an outcome.',
    ]);
  });
});
