// G06 to G11, G18 and G19: changes on the year, and differences from others.

import { describe, expect, it } from 'vitest';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import { comparisonSentences, tileComparison } from '../../src/narrative/comparison-phrases.ts';
import { gapSentence } from '../../src/narrative/gap-phrases.ts';
import { changeSentence, findingTitle, summarySentence } from '../../src/narrative/phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { trendSentences } from '../../src/narrative/trend-phrases.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { comparisonTable } from '../../src/pages/section-tables.ts';
import { makeReport } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { findingsOf, indicatorOf } from '../support/findings.ts';
import { printed, rowsOf, said, settingIn } from '../support/golden.ts';
import { viewsOf } from '../support/views.ts';

describe('changes and differences', () => {
  it('G06: key stage 1 reading 87, 89, 90, 92 is up 2, and between 1.8 and 2.8 points above 89.7', () => {
    const findings = findingsOf(['92', '90', '89', '87'], { nation: '89.7' });
    expect(said(changeSentence(findings))).toBe('This rose by 2 percentage points from 90% in 2012/13.');
    expect(findings.years.map(({ change }) => change?.outcome)).toEqual(['refused', 'rose', 'rose', 'rose']);
    expect(trendSentences(findings).map(textOf)[0]).toBe(
      'It has risen three years in a row, by 5 percentage points in all.',
    );
    expect(comparisonSentences(findings).map(textOf)[0]).toBe(
      'It was between 1.8 and 2.8 percentage points above England’s 89.7%.',
    );
  });

  it('G07: writing is up 3 and maths up 2, in one style of sign', () => {
    const writing = findingsOf(['90', '87', '86', '84'], { indicator: { short: 'Writing' } });
    const maths = findingsOf(['95', '93', '92', '91'], { indicator: { short: 'Maths' } });
    expect(said(findingTitle(writing))).toBe('Writing: 90%, up 3 percentage points');
    expect(said(findingTitle(maths))).toBe('Maths: 95%, up 2 percentage points');
  });

  it('G08: 81 to 84 is up 3, between 5 and 6 points above 78.5 and 5 above 79', () => {
    const findings = findingsOf(['84', '81'], { nation: '78.5', region: '79' });
    expect(said(changeSentence(findings))).toBe('This rose by 3 percentage points from 81% in 2012/13.');
    expect(comparisonSentences(findings).map(textOf)[0]).toBe(
      'It was between 5 and 6 percentage points above England’s 78.5% and 5 percentage points above the North West’s 79%.',
    );
  });

  it('G09: 88 to 89.4 is between 0.9 and 1.9 points, never 1.4', () => {
    const sentence = said(changeSentence(findingsOf(['89.4', '88'])));
    expect(sentence).toBe('This rose by between 0.9 and 1.9 percentage points from 88% in 2012/13.');
  });

  it('G10: 88 to 88 is unchanged', () => {
    expect(said(changeSentence(findingsOf(['88', '88'])))).toBe('This was unchanged from 88% in 2012/13.');
  });

  it('G11: 62 after a rise of 6 was 56; girls 71 and boys 54 are 17 points apart', () => {
    const findings = findingsOf(['62', '56']);
    expect(said(changeSentence(findings))).toBe('This rose by 6 percentage points from 56% in 2012/13.');
    const sex: Topic = {
      id: 'Sex',
      label: 'Girls and boys',
      about: 'Pupils by sex.',
      groups: [
        { id: 'Girls', label: 'Girls', phrase: 'girls' },
        { id: 'Boys', label: 'Boys', phrase: 'boys' },
      ],
      gaps: [{ group: 'Boys', against: 'Girls' }],
    };
    const indicator = indicatorOf({ breakdowns: ['Sex'] });
    const rows = [
      ...rowsOf({ 2014: '54' }, { breakdown: { topic: 'Sex', group: 'Boys' } }),
      ...rowsOf({ 2014: '71' }, { breakdown: { topic: 'Sex', group: 'Girls' } }),
    ];
    const [gap] = gapFindings(settingIn(indicator, rows, { results: 2014 }), indicator, [sex]);
    expect(gap === undefined ? null : said(gapSentence(gap, '201314'))).toMatch(
      /was 54% for boys and 71% for girls, a gap of 17 percentage points\.$/,
    );
  });
});

describe('money', () => {
  const pay = {
    measure: 'given',
    unit: 'pounds',
    decimals: 1,
    statement: 'people who worked full time were paid {value} a week in the middle of the range',
    bands: { similar: 1, slight: 2, well: 50 },
  } as const;

  it('G18: £562.20 is £8.90, or 1.6%, below £571.10, and in few words around £9', () => {
    const findings = findingsOf(['562.2', '553.3'], { nation: '571.1', indicator: pay });
    expect(printed(findings, 2014)).toEqual([
      'In 2013/14, people who worked full time were paid £562.20 a week in the middle of the range.',
      'This rose by £8.90 from £553.30 in 2012/13.',
      'It was £8.90, or 1.6%, below England’s £571.10.',
    ]);
    expect(said(tileComparison(findings))).toBe('around £9 below England');
    const [england] = findings.comparisons.held;
    expect([england?.figure, england?.relative].map(figure => figure?.text)).toEqual(['−£8.90', '−1.6%']);
  });

  it('G18: is printed in tables with its pence, and each of its numbers has its evidence', () => {
    const findings = findingsOf(['562.2'], { nation: '571.1', indicator: pay });
    const [england] = comparisonTable(findings, 'Cheshire East', unlinked)?.rows ?? [];
    expect(england?.cells.map(({ text }) => text)).toEqual(['£571.10', '−8.90', 'below (worse)']);
    const made = withCouncilFolder(
      {
        'data/catalogue/ks2.yaml': text => text.replace('unit: points', 'unit: pounds'),
        'data/observations/ks2/201314.csv': text =>
          `${text.replace('Total,1.3', 'Total,562.2')}ks2-progress,N01,201314,Total,Total,571.1,,,final,,invented-results,\n`,
      },
      root => makeReport(root),
    );
    const evidence = made.outcome === 'made' ? JSON.stringify(viewsOf(made.report).evidence) : '';
    expect(evidence).toContain('"what":"Difference from Albion in per cent, 2013/14","text":"−1.6%"');
  });

  it('G18: says around only where the pounds are rounded, and keeps both ends of what is not known closely', () => {
    const beside = (value: string, theirs: string) =>
      said(tileComparison(findingsOf([value], { nation: theirs, indicator: pay })));
    expect(beside('562.1', '571.1')).toBe('£9 below England');
    expect(beside('562', '571')).toBe('£9 below England');
    expect(beside('562', '571.1')).toBe('between £8.60 and £9.60 below England');
    const fell = findingsOf(['1562.2', '3571.1'], { indicator: pay });
    expect(said(changeSentence(fell))).toBe('This fell by £2,008.90 from £3,571.10 in 2012/13.');
  });
});

describe('where lower is better', () => {
  it('G19: NEET of 2.6% to 2.3% fell by 0.3, an improvement, and is 0.4 below (better than) England', () => {
    const neet = {
      polarity: 'low',
      statement: '{value} of young people were not in education, employment or training',
      bands: { similar: 0.1, slight: 0.5, well: 1 },
    } as const;
    const findings = findingsOf(['2.3', '2.6'], { nation: '2.7', indicator: neet });
    expect(printed(findings, 2014).slice(1)).toEqual([
      'This fell by 0.3 percentage points from 2.6% in 2012/13, an improvement.',
      'It was slightly below (better than) England’s 2.7% (by 0.4 percentage points).',
    ]);
    expect(said(summarySentence(findings, '201314'))).toBe(
      'In 2013/14, 2.3% of young people were not in education, employment or training. That is down 0.3 percentage points on 2012/13 (better) and 0.4 percentage points below (better than) England.',
    );
  });
});
