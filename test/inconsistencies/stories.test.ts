// Inconsistencies of case studies and of an article on schools, planted as they were printed: each is an issue at its
// place, or is told to readers. docs/rules.md explains the codes (X).

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { plan, planWith, targets } from '../support/plans.ts';
import { text } from '../support/readable.ts';
import { caseStudies, news, newsOf, oneRole, references, referencesOf, studyOf } from '../support/stories.ts';
import { viewsOf } from '../support/views.ts';

const edition = 'data/editions/201314.yaml';
/** The invented council, whose edition prints what the news claimed. */
const made = (files: Readonly<Record<string, Override>>) =>
  withCouncilFolder({ ...oneRole, [edition]: text => `${text}news-claims: true\n`, ...files }, root =>
    makeReport(root),
  );

/** "column rule: message" of every issue, to where the message says what to do. */
function issues(files: Readonly<Record<string, Override>>): readonly string[] {
  const result = made(files);
  return result.outcome === 'unknown'
    ? [result.why]
    : result.issues.map(({ rule, message }) => `${rule}: ${message}`);
}

/** The status of a claim, and what is said of it on the page. */
function told(claim: string, files: Readonly<Record<string, Override>> = {}) {
  const result = made({ [news]: newsOf([claim]), ...files });
  if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
  const page = viewsOf(result.report).plans.find(({ kind }) => kind === 'news');
  const entry = page?.sections.flatMap(({ blocks }) => blocks).find(block => block.kind === 'entry');
  if (entry?.kind !== 'entry') throw new Error('there is no claim on the page');
  const said = entry.blocks.flatMap(block =>
    block.kind === 'sentences' ? block.sentences.map(each => text(each).replace(/[⟨⟩]/g, '')) : [],
  );
  return { status: entry.status?.word, said };
}

const fact = (keys: string) => ({ [caseStudies]: studyOf([`{ id: a-fact, label: A fact, ${keys} }`]) });
const add = (row: string) => (rows: string) => `${rows}${row}\n`;
const before = 'data/observations/ks2/201213.csv';
const now = 'data/observations/ks2/201314.csv';

describe('claims made elsewhere', () => {
  it('are not printed, nor counted, by an edition that does not say so', () => {
    const claims = [`{ id: first, said: 'Something was so.', untested: Nobody counts it. }`];
    const result = made({ [news]: newsOf(claims), [edition]: text => text });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const page = result.report.pages.find(({ href }) => href === '2013-14/news/');
    expect(JSON.stringify(page?.view)).not.toMatch(/Something was so|claim/);
    expect(JSON.stringify(page?.view)).not.toContain('"kind":"sentences"');
  });

  it('are said not to be confirmed where none holds, which is less than that all are false', () => {
    const claims = ['first', 'second'].map(
      id => `{ id: ${id}, said: 'Something was so.', untested: Nobody counts it. }`,
    );
    const result = made({ [news]: newsOf(claims) });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const page = viewsOf(result.report).plans.find(({ kind }) => kind === 'news');
    expect(JSON.stringify(page).replace(/[^A-Za-z0-9 ]/g, '')).toContain('Claim Something was so');
    const sentences = page?.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap(each => (each.kind === 'sentences' ? each.sentences : []));
    expect(sentences?.map(text)).toContain(
      '⟨None⟩ of the ⟨2⟩ claims could be confirmed: ⟨two⟩ cannot be checked.',
    );
  });

  it('X03: a target reported as an outcome does not hold, and its plan is named', () => {
    const milestone = planWith([
      'baseline: { period: 201213, value: 81 }',
      'baseline: { period: 201213, value: 81 }\n            milestones: [{ period: 201314, value: 86 }]',
    ]);
    const claim = '{ id: reading, said: Reading rose., indicator: ks2-reading, number: 86 }';
    expect(told(claim, { [targets]: milestone })).toEqual({
      status: 'Not borne out',
      said: [
        'The number given is 86%.',
        'That is what the plan aimed for in that year, 86% (“Readers”), and not what came of it.',
        'In 2013/14 it was 84%.',
      ],
    });
    expect(told(claim, { [targets]: plan }).said).toEqual([
      'The number given is 86%.',
      'In 2013/14 it was 84%.',
    ]);
    expect(told(claim.replace('86', '84')).status).toBe('Borne out');
  });

  it('X04: a rank is out of date once the next results are out', () => {
    const claim = (more: string) => `{ id: rank, said: A good place., rank: ks2-reading, place: 53${more} }`;
    const { status, said } = told(claim(', printed: 201213'));
    expect(status).toBe('Out of date');
    expect(said.slice(0, 2)).toEqual([
      'The place given is 53rd.',
      'That rank had been printed before, and can be of 2012/13 at the latest; a rank lasts until the next results are out.',
    ]);
    expect(told(claim('')).status).toBe('Cannot be checked');
  });

  it('X04: a number of an earlier year, told as today’s, is out of date, whether or not there is a later one', () => {
    const claim = (id: string, number: string) =>
      `{ id: a-claim, said: So it is., indicator: ${id}, number: ${number} }`;
    expect(told(claim('ks2-reading', '81'))).toEqual({
      status: 'Out of date',
      said: ['The number given is 81%.', 'That is the number of 2012/13.', 'In 2013/14 it was 84%.'],
    });
    const without = (rows: string) => rows.replace(/^ks2-progress.*\n/gm, '');
    expect(told(claim('ks2-progress', '-0.4'), { [now]: without })).toEqual({
      status: 'Out of date',
      said: [
        'The number given is −0.4.',
        'That is the number of 2012/13.',
        'No later number is given, though the results of 2013/14 were out.',
      ],
    });
  });

  it('X25: a claim of every measure needs every year of each, and is not so where one got worse', () => {
    const claim = '{ id: all, said: All improved., every: [ks2-reading, ks2-progress], since: 201213 }';
    const worse = (rows: string) => rows.replace(/^(ks2-progress,W01,201314,Total,Total),[^,]*/m, '$1,-0.9');
    const better = (rows: string) => rows.replace(/^(ks2-progress,W01,201314,Total,Total),[^,]*/m, '$1,0.3');
    expect(told(claim, { [now]: better })).toEqual({
      status: 'Borne out',
      said: ['So it was of each of the two measures since 2012/13.'],
    });
    expect(told(claim, { [now]: worse })).toEqual({
      status: 'Not borne out',
      said: [
        'It cannot be said of one of the two measures since 2012/13.',
        'Progress: worse by 0.5 points from 2012/13 to 2013/14.',
      ],
    });
    const open = (rows: string) =>
      withDecimals(rows.replace(/^(ks2-progress,W01,201314,Total,Total),[^,]*/m, '$1,-0.38'));
    expect(told(claim, { [now]: open })).toEqual({
      status: 'Cannot be checked',
      said: [
        'It cannot be said of one of the two measures since 2012/13.',
        'Progress: neither better nor worse can be said from 2012/13 to 2013/14.',
      ],
    });
    expect(told(claim.replace('201213', '201112'), { [now]: better }).status).toBe('Cannot be checked');
    const broken = (entries: string) =>
      entries.replace(
        '    start: 201112\n',
        '    start: 201112\n    breaks:\n      - { from: 201314, kind: definition, note: A new test. }\n',
      );
    const said = told(claim, { [now]: better, 'data/catalogue/ks2.yaml': broken });
    expect(said.status).toBe('Cannot be checked');
    expect(said.said.at(-1)).toBe('Reading: the years cannot all be compared.');
  });

  it('X25: what the figures leave open, or do not go back to, is not held against a claim', () => {
    const claim = '{ id: all, said: All improved., every: [ks2-reading, ks2-progress], since: 201213 }';
    const progress = (value: string) => (rows: string) =>
      rows.replace(/^(ks2-progress,W01,201314,Total,Total),[^,]*/m, `$1,${value}`);
    const neutral = (entries: string) => entries.replace(/^( *polarity:) high$/m, '$1 neutral');
    expect(told(claim, { [now]: progress('0.3'), 'data/catalogue/ks2.yaml': neutral })).toEqual({
      status: 'Cannot be checked',
      said: [
        'It cannot be said of one of the two measures since 2012/13.',
        'Reading: neither better nor worse can be said from 2012/13 to 2013/14.',
      ],
    });
    const long = told(claim.replace('201213', '201112'), { [now]: progress('-0.9') });
    expect(long.status).toBe('Cannot be checked');
    expect(long.said).toContain('Progress: the figures go back to 2012/13 only.');
  });

  it('X25: a published difference wins over one of printed figures (R02)', () => {
    const claim = '{ id: all, said: All improved., every: [ks2-reading, ks2-progress], since: 201213 }';
    const files = {
      'data/differences/ks2/201314.csv':
        'indicator,area,period,topic,group,against,value,released,source,note\nks2-progress,W01,201314,Total,Total,201213,0.04,,invented-results,\n',
      [now]: (rows: string) => rows.replace(/^(ks2-progress,W01,201314,Total,Total),[^,]*/m, '$1,-0.4'),
    };
    expect(told(claim, files).status).toBe('Borne out');
  });

  it('a claim of a movement is answered by the sentence on it, and a share says how many make it', () => {
    expect(told('{ id: a, said: It fell., indicator: ks2-reading, moved: fell }')).toEqual({
      status: 'Not borne out',
      said: ['This rose by 3 percentage points from 81% in 2012/13, a final figure.'],
    });
    const later = '{ id: a, said: Good., indicator: ks2-reading, number: 93.6, of: 141, year: 201415 }';
    expect(told(later).said.at(-1)).toBe('As a number it can be right: 132 of 141 make that share.');
  });
});

describe('case studies', () => {
  it('of a day are said to be published on it', () => {
    const files = fact('kind: count, value: 3');
    const result = made({
      [caseStudies]: String(files[caseStudies]).replace('as-at: 2014-06', 'as-at: 2014-06-21'),
    });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    expect(JSON.stringify(viewsOf(result.report).plans)).toContain('Published on 21 June 2014 by');
  });

  it('X16: "up 7 per cent" on a percentage is points, and is asked for as such', () => {
    expect(issues(fact('kind: percent, value: 84, change: { by: 7, in: percent, since: 2013 }'))).toEqual([
      'change-in-percent: "7" is given as per cent of a percentage: up 7 points to 84 is from 77, up 7 per cent is another thing; write "in: points" if points are meant',
    ]);
    expect(issues(fact('kind: percent, value: 84, change: { by: 7, in: points, since: 2013 }'))).toEqual([]);
    expect(issues(fact('kind: count, value: 66, change: { by: 20, in: percent, since: 2013 }'))).toEqual([]);
  });

  it('X20: 84% of ten schools cannot be, nor of nine; 69% of 14 can, if one was not inspected', () => {
    expect(issues(fact('kind: percent, value: 84, of: 10'))[0]).toContain(
      '"84" per cent cannot be had of 10: the nearest are 80 (8 of 10), 90 (9 of 10)',
    );
    expect(issues(fact('kind: percent, value: 84, of: 10, uninspected: 1'))).toHaveLength(1);
    expect(issues(fact('kind: percent, value: 69, of: 14'))).toHaveLength(1);
    expect(issues(fact('kind: percent, value: 69, of: 14, uninspected: 1'))).toEqual([]);
  });

  it('P28: that nothing happened needs the time in which somebody looked', () => {
    const over = (to: string) => `kind: count, value: 0, over: { from: 2011-06, to: ${to} }`;
    expect(issues(fact('kind: count, value: 0'))[0]).toMatch(/^zero-without-window/);
    expect(issues(fact(over('2014-07')))[0]).toMatch(/^window-not-over/);
    expect(issues(fact(over('2014-06')))).toEqual([]);
  });

  it('P40: a tally that is silent on those that went down is not complete', () => {
    const tally = (keys: string) => ({
      [caseStudies]: studyOf(
        ['{ id: a-fact, label: A fact, kind: count, value: 3 }'],
        `tally: { label: inspections, ${keys} }`,
      ),
    });
    expect(issues(tally('same: 10, up: 5, of: 15'))[0]).toMatch(/^missing-key: "down"/);
    expect(issues(tally('same: 10, up: 5, down: 0, of: 15'))).toEqual([]);
  });
});

describe('references', () => {
  it('an address stands once, is an address, and was looked at lately', () => {
    const rules = (...entries: readonly string[]) =>
      issues({ [references]: referencesOf(entries) }).map(each => each.split(':')[0]);
    const paper = 'url: https://winterfold.example/a, status: ';
    expect(rules(`${paper}not-checked`)).toEqual([]);
    expect(rules(`${paper}not-checked`, 'url: http://www.winterfold.example/a, status: not-checked')).toEqual(
      ['repeated-link'],
    );
    expect(rules(`${paper}live`)).toEqual(['missing-key']);
    expect(rules(`${paper}gone, checked: 2014-11-01`)).toEqual(['missing-key']);
    expect(rules(`${paper}gone, checked: 2014-11-01, archived: https://archive.example/a`)).toEqual([]);
    expect(rules(`${paper}live, checked: 2013-11-01`)).toEqual(['link-check-old']);
    expect(rules('url: www.winterfold.example/a, status: not-checked')).toHaveLength(1);
  });
});

describe('words copied from a web page', () => {
  it('lose the furniture of the page, and pictures', () => {
    const said = (words: string) =>
      issues({ 'content/commentary/2013-14/home.md': words }).map(each => each.split(':')[0]);
    const furniture = [
      'more >',
      'Read more »',
      'more last word articles >',
      'Add your comment',
      '[email protected]',
      'Share this',
      'There are no comments',
      'have your say below',
      'View all News',
    ];
    for (const left of furniture)
      expect([left, said(`A good year.\n\n${left}\n`)]).toEqual([left, ['page-furniture']]);
    expect(said('![](school-6-edit.jpg)\n')).toEqual(['picture-in-words']);
    expect(said('A good year. See the photo school-6-edit.jpg.\n')).toEqual(['picture-in-words']);
    expect(said('More schools than last year share this view, and 3 > 2.\n')).toEqual([]);
  });
});

it('rows beyond the invented ones are of no account', () => {
  expect(
    issues({ [before]: add('ks2-reading,W02,201213,Total,Total,79,,,final,2013-08-29,invented-results,') }),
  ).toEqual([]);
});
