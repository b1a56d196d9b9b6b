// G25 to G30: years that are missing, and years that may not be compared.
import { describe, expect, it } from 'vitest';
import type { Break, Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { findingTitle, summarySentence } from '../../src/narrative/phrases.ts';
import { trendSentences } from '../../src/narrative/trend-phrases.ts';
import { indicatorOf, nation } from '../support/findings.ts';
import { findingsIn, printed, rowsOf, said } from '../support/golden.ts';

type Years = Readonly<Record<number, string>>;

/** The findings of an edition of a year of results on the council's and England's figures of some years. */
function found(results: number, values: Years, england: Years = {}, about: Partial<Indicator> = {}) {
  const indicator = indicatorOf({ comparators: ['nation'], decimals: 1, ...about });
  return findingsIn(indicator, [...rowsOf(values), ...rowsOf(england, { area: nation.code })], { results });
}

/** What the report says of the change between two years. */
const change = (values: Years, about: Partial<Indicator>) => {
  const results = Number(Object.keys(values).at(-1));
  return printed(found(results, values, {}, { comparators: [], ...about }), results)[1];
};

/** Any word for a movement. */
const movement = /\b(?:rose|fell|up|down|unchanged|highest|lowest|in a row)\b/;

const brokenAt = (from: string, kind: Break['kind'], note: string) => ({ breaks: [{ from, kind, note }] });

describe('a year that is missing', () => {
  const progress8 = {
    statement: 'the average Progress 8 score was {value}',
    ...({ measure: 'given', unit: 'points', decimals: 2 } as const),
    bands: { similar: 0.05, slight: 0.2, well: 0.5 },
  };

  it('G25: Progress 8 is of 2023/24, the latest year held, and the same as England’s −0.03', () => {
    const findings = found(2025, { 2024: '-0.03' }, { 2024: '-0.03' }, progress8);
    const sentences = printed(findings);
    expect(sentences).toEqual([
      'In 2023/24, the latest year with a figure, the average Progress 8 score was −0.03.',
      'There is no comparable earlier figure.',
      'It was the same as England’s −0.03.',
    ]);
    expect(sentences.join(' ')).not.toContain('2024/25');
  });

  const caredFor = [
    { ...rowsOf({ 2022: '37' })[0], value: known('36.84', 0, 'exact'), numerator: 7, denominator: 19 },
    { ...rowsOf({ 2023: '47' })[0], value: known('46.67', 0, 'exact'), numerator: 7, denominator: 15 },
    { ...rowsOf({ 2025: '67' })[0], value: known('66.67', 0, 'exact'), numerator: 16, denominator: 24 },
  ];
  const england = rowsOf({ 2022: '31', 2023: '37', 2024: '34', 2025: '35' }, { area: nation.code });
  const indicator = indicatorOf({ comparators: ['nation'] });

  it('G26: cared-for children’s 67% is set against 2022/23, named, with the size of the group, and is no record', () => {
    expect(printed(findingsIn(indicator, [...caredFor, ...england]))).toEqual([
      'In 2024/25, 67% of pupils reached level 4 or above in reading.',
      'This rose by 20 percentage points from 47% in 2022/23, the last year with a figure.',
      'Over the same time England’s figure fell by 2 percentage points.',
      'There are 24 pupils in the group, so one is 4.2 percentage points.',
      'A change of this size can occur by chance in a group of 24 pupils.',
      'It was well above England’s 35% (by 32 percentage points).',
    ]);
  });

  it('G26: says nothing of last year, of a run or of a record, though the missing year be typed', () => {
    for (const missing of [[], rowsOf({ 2024: 'x' })]) {
      const findings = findingsIn(indicator, [...caredFor, ...missing, ...england]);
      expect([findings.change.lastYear, findings.change.earlier?.period]).toEqual([false, '202223']);
      expect(findings.trend.record).toEqual({ outcome: 'refused', because: 'too-few-years' });
      expect(findings.trend.streak.outcome).toBe('none');
      expect(findings.crossing.outcome).not.toBe('found');
      expect(printed(findings).join(' ')).not.toMatch(
        /2023\/24|last year(?! with a figure)|year before|highest|in a row/,
      );
    }
  });
});

describe('years that may not be compared', () => {
  const reform = 'From 2021/22 the profile was reformed, so the figures cannot be compared.';

  it('G27: a good level of development of 72.8 in 2019 and 66.1 in 2022 has no change across the reform', () => {
    const broken = brokenAt('202122', 'definition', reform);
    const findings = found(2022, { 2019: '72.8', 2022: '66.1' }, {}, { ...broken, comparators: [] });
    expect(printed(findings, 2022)).toEqual([
      'In 2021/22, 66.1% of pupils reached level 4 or above in reading.',
      `No change is given from 2018/19. ${reform}`,
    ]);
    expect(said(findingTitle(findings))).toBe('Reading: 66.1% in 2021/22');
    expect(said(summarySentence(findings, '202122'))).not.toMatch(movement);
  });

  it('G28: 66% in 2019 to 61% in 2022 is a fall since the last assessments before the pandemic', () => {
    const pauses = [
      {
        from: '201920',
        to: '202021',
        because: 'The assessments of 2020 and 2021 were cancelled.',
        before: 'the last assessments before the pandemic',
      },
    ];
    const findings = found(2022, { 2018: '65', 2019: '66', 2022: '61' }, {}, { pauses, comparators: [] });
    expect(printed(findings, 2022)[1]).toBe(
      'This fell by 5 percentage points from 66% in 2018/19, the last assessments before the pandemic.',
    );
    expect(said(summarySentence(findings, '202122'))).toContain(', down 5 percentage points on 2018/19');
    expect(printed(findings, 2022).join(' ')).not.toMatch(/last year|year before/);
  });

  it('G29: key stage 2 from 2015 to 2016, and from 2017 to 2018, is refused, and from 2016 to 2017 is not', () => {
    const breaks: readonly Break[] = [
      { from: '201516', kind: 'scale', note: 'From 2015/16 there is a new standard.' },
      { from: '201718', kind: 'method', note: 'From 2017/18 writing is judged by a new framework.' },
    ];
    const of = (values: Years) => change(values, { breaks: [...breaks] });
    expect(of({ 2015: '80', 2016: '53' })).toBe(
      'No change is given from 2014/15. From 2015/16 there is a new standard.',
    );
    expect(of({ 2017: '61', 2018: '64' })).toBe(
      'No change is given from 2016/17. From 2017/18 writing is judged by a new framework.',
    );
    expect(of({ 2016: '53', 2017: '61' })).toBe('This rose by 8 percentage points from 53% in 2015/16.');
  });

  it('G30: Attainment 8 of 51.7, 48.9 and 48.8 is on three scales of 80, 87 and 90 points', () => {
    const note = (most: number) => `The most that could be scored came to be ${most} points.`;
    const attainment8 = {
      measure: 'given',
      unit: 'points',
      breaks: [
        { from: '201617', kind: 'scale', note: note(87) },
        { from: '201718', kind: 'scale', note: note(90) },
      ],
    } satisfies Partial<Indicator>;
    expect(change({ 2016: '51.7', 2017: '48.9' }, attainment8)).toBe(
      `No change is given from 2015/16. ${note(87)}`,
    );
    expect(change({ 2017: '48.9', 2018: '48.8' }, attainment8)).toBe(
      `No change is given from 2016/17. ${note(90)}`,
    );
    const all = found(2018, { 2016: '51.7', 2017: '48.9', 2018: '48.8' }, {}, attainment8);
    expect(trendSentences(all)).toEqual([]);
    expect(all.years.map(({ change }) => change?.outcome)).toEqual(['refused', 'refused', 'refused']);
  });
});
