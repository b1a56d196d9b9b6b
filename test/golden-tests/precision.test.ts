// G31 to G37: differences that were published, figures that were revised or cover others, and what readers let in.

import { describe, expect, it } from 'vitest';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import { gapElsewhere, gapSentence } from '../../src/narrative/gap-phrases.ts';
import { changeSentence } from '../../src/narrative/phrases.ts';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { indicatorOf, nation, type Row } from '../support/findings.ts';
import { differenceOf, findingsIn, printed, resultsOf, rowsOf, said, settingIn } from '../support/golden.ts';
import { viewsOf } from '../support/views.ts';

const now = 'data/observations/ks2/201314.csv';
const before = 'data/observations/ks2/201213.csv';
const home = 'content/commentary/2013-14/home.md';

type Changes = Readonly<Record<string, Override>>;

const made = (changes: Changes) => withCouncilFolder(changes, root => makeReport(root));

/** "file:line:column rule: message hint" of every issue. */
function issues(changes: Changes): readonly string[] {
  const result = made(changes);
  if (result.outcome === 'unknown') return [result.why];
  return result.issues.map(
    ({ file, line, column, rule, message, hint = '' }) =>
      `${file}:${line}:${column} ${rule}: ${message} ${hint}`,
  );
}

/** What an edition of a folder prints of reading. */
function reading(changes: Changes, edition = '2013-14'): readonly string[] {
  const result = made(changes);
  if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
  const sections = viewsOf(result.report)
    .themes.filter(theme => theme.edition.id === edition)
    .flatMap(theme => theme.groups.flatMap(group => group.sections));
  const section = sections.find(({ id }) => id === 'ks2-reading');
  return (section?.paragraphs.flat() ?? []).map(({ runs }) => runs.map(({ text }) => text).join(''));
}

describe('a difference that was published', () => {
  const indicator = indicatorOf({ comparators: ['nation'] });
  const against = resultsOf(2024);

  it('G31: England’s 61 to 62 rose by the published 1.5, made of unrounded figures', () => {
    const rows = [
      ...rowsOf({ 2024: '64', 2025: '65' }),
      ...rowsOf({ 2024: '61', 2025: '62' }, { area: nation.code }),
    ];
    const differences = [differenceOf(indicator, { area: nation.code, against }, '1.5')];
    const findings = findingsIn(indicator, rows, { differences });
    expect(printed(findings)[2]).toBe(
      'Over the same time England’s figure rose by 1.5 percentage points, so it kept pace with England.',
    );
    expect(findings.paces[0]?.change.working).toBe(
      'As published, calculated from unrounded figures, to 1 decimal place',
    );
  });

  it('G31: writing of 72 and 72 rose by the published 0.5, and is not called unchanged', () => {
    const rows = rowsOf({ 2024: '72', 2025: '72' });
    const differences = [differenceOf(indicator, { against }, '0.5')];
    expect(said(changeSentence(findingsIn(indicator, rows, { differences })))).toBe(
      'This rose by 0.5 percentage points (before rounding) from 72% in 2023/24.',
    );
    expect(said(changeSentence(findingsIn(indicator, rows)))).toBe('This was unchanged from 72% in 2023/24.');
  });

  it('G32: the 9 that was published wins over 60 less 52', () => {
    const changes = {
      [now]: (text: string) => text.replace('N01,201314,Total,Total,83', 'N01,201314,Total,Total,60'),
      [before]: (text: string) => text.replace('N01,201213,Total,Total,80', 'N01,201213,Total,Total,52'),
    };
    const published = {
      'data/differences/ks2/201314.csv': `indicator,area,period,topic,group,against,value,released,source,note
ks2-reading,N01,201314,Total,Total,201213,9,,invented-results,
`,
    };
    const said = (by: number) =>
      `Over the same time Albion’s figure rose by ${by} percentage points, so it lost ground on Albion.`;
    expect(reading({ ...changes, ...published })).toContain(said(9));
    expect(reading(changes)).toContain(said(8));
  });
});

describe('a figure that was revised', () => {
  const earlier = {
    'data/editions/201213.yaml': `id: 2012-13
period: 201213
title: Annual education report 2012-13
status: published
cut-off: 2013-10-31
themes: [ks2]
headlines: [ks2-reading]
`,
    'content/commentary/2012-13/home.md':
      'Reading was as good as in Albion.\nrests-on: [ks2-reading in line with Albion]\n',
    [before]: (text: string) =>
      `${text.replace(',81,,,', ',76,,,').replace('80,,,final,2013-08-29', '76,,,provisional,2013-09-19')}ks2-reading,N01,201213,Total,Total,75,,,revised,2013-12-12,invented-results,\n`,
  };

  it('G33: stands in the edition that knew it, and its revision in the next', () => {
    expect(reading(earlier, '2012-13')).toContain('It was the same as Albion’s 76%.');
    expect(reading(earlier)).toContain(
      'Over the same time Albion’s figure rose by 8 percentage points, so it kept pace with Albion.',
    );
  });

  it('G33: a claim built on 76% stops the build once the figure is 75%, in that edition alone', () => {
    const claim = (fact: string) => ({ ...earlier, [home]: `Reading did well.\nrests-on: [${fact}]\n` });
    expect(issues(claim('ks2-reading in line with Albion in 2012/13'))).toEqual([
      expect.stringContaining(
        `${home}:2:12 fact-not-so: "ks2-reading in line with Albion in 2012/13" is not so: "It was slightly above Albion’s 75% (by 1 percentage point).";`,
      ),
    ]);
    expect(issues(claim('ks2-reading above Albion in 2012/13'))).toEqual([]);
  });
});

describe('a figure that covers others', () => {
  const national = (value: string, source: string) => (text: string) =>
    text.replace('83,,,provisional,,invented-results', `${value},,,provisional,,${source}`);
  const covered = {
    'data/catalogue/ks2.yaml': (text: string) =>
      text.replace('source: invented-results', 'source: invented-results\n    covers: state-funded'),
    'data/sources.yaml': (text: string) =>
      `${text.replace('title: Invented results', 'title: Invented results\n    covers: state-funded')}  - id: national-headlines
    title: National headlines
    organisation: Department for Invention
    url: https://headlines.example/
    licence: Open Government Licence v3.0
    covers: all-schools
`,
  };

  it('G34: England’s 62% of all schools may not stand beside state-funded ones; its 63% may', () => {
    expect(issues({ ...covered, [now]: national('62', 'national-headlines') })).toEqual([
      `${now}:7:54 coverage-differs: the source "national-headlines" covers "all-schools", and the indicator "ks2-reading" "state-funded", so the two may not stand in one table: take the figure from a source that covers the same, or give it an indicator of its own `,
    ]);
    expect(reading({ ...covered, [now]: national('63', 'invented-results') }).join(' ')).toContain(
      'above Albion’s 63%',
    );
  });

  it('G34: nor may a difference that is published for others', () => {
    const difference = `indicator,area,period,topic,group,against,value,released,source,note
ks2-reading,W01,201314,Total,Total,N01,1,,national-headlines,
`;
    expect(issues({ ...covered, 'data/differences/ks2/201314.csv': difference })).toEqual([
      expect.stringMatching(/^data\/differences\/ks2\/201314\.csv:2:43 coverage-differs: /),
    ]);
  });
});

describe('what is written in files', () => {
  it('G35: the noise of binary arithmetic is an issue that gives the number, and a hyphen one that asks why', () => {
    const cell = (text: string) =>
      issues({
        [now]: rows =>
          withDecimals(
            rows.replace(
              'ks2-progress,W01,201314,Total,Total,1.3',
              `ks2-progress,W01,201314,Total,Total,${text}`,
            ),
          ),
      });
    const noise = 'has more digits than any figure was published with: write it as it was published, perhaps';
    expect(cell('72.900000000000006')).toEqual([
      `${now}:8:37 too-many-digits: "72.900000000000006" ${noise} 72.9 `,
    ]);
    expect(cell('-0.14000000000000001')).toEqual([
      `${now}:8:37 too-many-digits: "-0.14000000000000001" ${noise} -0.14 `,
    ]);
    expect(cell('-')).toEqual([
      expect.stringContaining(
        '8:37 not-a-symbol: "-" does not say why there is no figure: write c (suppressed)',
      ),
    ]);
    expect(cell('-0.14')).toEqual([]);
  });

  it.each([
    ['2025 (prov)', ' Did you mean "202425"?'],
    ['2025 (Rev)', ' Did you mean "202425"?'],
    ['2020 (Final)', ' Did you mean "201920"?'],
    ['2018/19', ' Did you mean "201819"?'],
    ['2015-16', ' Did you mean "201516"?'],
    ['0', ' '],
  ])('G36: the period "%s" is rejected, with the year that was meant', (label, hint) => {
    expect(issues({ [now]: text => text.replace('N01,201314', `N01,${label}`) })).toEqual([
      `${now}:7:17 bad-period: "${label}" is not an academic year: write it as 201314${hint}`,
    ]);
  });
});

describe('gaps between whole numbers', () => {
  it('G37: 26 in Cheshire East and 22 in England are about 4 points apart', () => {
    const topic: Topic = {
      id: 'Disadvantage',
      label: 'Disadvantage',
      about: 'Pupils by disadvantage.',
      groups: [
        { id: 'Disadvantaged', label: 'Disadvantaged', phrase: 'disadvantaged pupils' },
        { id: 'Others', label: 'Others', phrase: 'others' },
      ],
      gaps: [{ group: 'Disadvantaged', against: 'Others' }],
    };
    const pair = (group: string, others: string, about: Partial<Row> = {}) => [
      ...rowsOf({ 2025: group }, { breakdown: { topic: topic.id, group: 'Disadvantaged' }, ...about }),
      ...rowsOf({ 2025: others }, { breakdown: { topic: topic.id, group: 'Others' }, ...about }),
    ];
    const indicator = indicatorOf({ breakdowns: [topic.id] });
    const rows = [...pair('44', '70'), ...pair('48', '70', { area: nation.code })];
    const [found] = gapFindings(settingIn(indicator, rows), indicator, [topic]);
    if (found === undefined) throw new Error('the test has no gap');
    expect(said(gapSentence(found, '202425'))).toMatch(
      /44% for disadvantaged pupils and 70% for others, a gap of 26 percentage points\.$/,
    );
    expect(said(gapElsewhere(found, nation))).toBe(
      'The same gap was 22 percentage points in England (48% and 70%), so Cheshire East’s is about 4 percentage points wider than England’s.',
    );
  });
});
