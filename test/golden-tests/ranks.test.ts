// G20 to G24: places among every authority in 2025, from the figures in ranks.json.

import { describe, expect, it } from 'vitest';
import { rollUp } from '../../src/judgements/roll-up.ts';
import { nationBeside } from '../../src/judgements/setting.ts';
import type { NeighbourList } from '../../src/model/area.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { comparisonSentences } from '../../src/narrative/comparison-phrases.ts';
import { groupSentence } from '../../src/narrative/gap-phrases.ts';
import { exceptionSentence } from '../../src/narrative/key-messages.ts';
import { rankSentence } from '../../src/narrative/rank-phrases.ts';
import { rollUpSentences } from '../../src/narrative/roll-up-phrases.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { comparisonTable } from '../../src/pages/section-tables.ts';
import { indicatorOf } from '../support/findings.ts';
import { authoritiesOf, findingsIn, printed, ranks, rowsOf, said, settingIn } from '../support/golden.ts';

/** The findings on a measure of ranks.json, and what the report prints of it. */
function found(
  measure: string,
  about: Partial<Indicator> = {},
  earlier: Readonly<Record<number, string>> = {},
) {
  const { areas, rows, nation } = authoritiesOf(measure);
  const indicator = indicatorOf({ ranked: true, comparators: ['nation'], decimals: 1, ...about });
  return findingsIn(indicator, [...rows, ...rowsOf(earlier), nation], { areas });
}

describe('a place among every authority', () => {
  it('G20: 65% is 2 above England, and joint 46th of 151 with eight others, in band B', () => {
    const sentences = printed(found('ks2-rwm-expected'));
    expect(sentences).toContain('It was 2 percentage points above England’s 63%.');
    expect(sentences).toContain(
      'It was joint 46th of 151 authorities, level with eight others, in the second quarter (band B).',
    );
  });

  it('G21: 37% is the same as England, joint 74th of 151 with nine others, in band C, and not below anything', () => {
    const sentences = printed(found('multiplication-full-marks'));
    expect(sentences).toContain('It was the same as England’s 37%.');
    expect(sentences).toContain(
      'It was joint 74th of 151 authorities, level with nine others, in the third quarter (band C).',
    );
    expect(sentences.join(' ')).not.toMatch(/\bbelow\b|\baverage\b/);
  });

  it('G22: 45.1% is broadly in line with England from below, yet 75th of 152 and in band B', () => {
    const sentences = printed(found('grade-5-english-maths'));
    expect(sentences).toContain('It was broadly in line with England’s 45.4% (0.3 percentage points below).');
    expect(sentences).toContain('It was 75th of 152 authorities, in the second quarter (band B).');
  });

  it('G22: is above one list of neighbours and below the other, each named with how many had a figure', () => {
    const [before, now] = ['2021-04', '2025-05'].map(id => ranks.neighbours[id] ?? []);
    const every = [...new Map([...(before ?? []), ...(now ?? [])].map(one => [one.code, one])).values()];
    const { areas, rows, nation } = authoritiesOf('grade-5-english-maths', every);
    const list = (id: string, label: string, of: typeof before): NeighbourList => ({
      ...{ id, label, source: 'a-source' },
      areas: (of ?? []).map(({ code }) => code),
    });
    const findings = findingsIn(
      indicatorOf({ ranked: true, comparators: ['nation', 'neighbours'], decimals: 1 }),
      [...rows, nation],
      {
        areas,
        lists: [
          list('statistical-neighbours-2025', 'Statistical neighbours (May 2025 list)', now),
          list('statistical-neighbours-2021', 'Statistical neighbours (April 2021 list)', before),
        ],
      },
    );
    expect(comparisonSentences(findings).map(textOf)).toEqual([
      'It was broadly in line with England’s 45.4% (0.3 percentage points below) and 1.5 percentage points below the statistical neighbours’ average of 46.6%.',
      'It was broadly in line with the average of the statistical neighbours (April 2021 list), 44.9% (0.2 percentage points above).',
    ]);
    expect(said(rankSentence(findings))).toBe(
      'It was 75th of 152 authorities, in the second quarter (band B).',
    );
    const table = comparisonTable(findings, 'Cheshire East', unlinked);
    expect(table?.rows.map(({ header }) => header)).toEqual([
      'England',
      'Statistical neighbours (May 2025 list), average of 10 of 10',
      'Statistical neighbours (April 2021 list), average of 10 of 10',
    ]);
  });
});

describe('a place that the figure for everyone would hide', () => {
  const fsm: Topic = {
    id: 'FSM',
    label: 'Free school meals',
    about: 'Pupils by whether they may have free school meals.',
    groups: [{ id: 'Eligible', label: 'Eligible', phrase: 'pupils who may have free school meals' }],
    gaps: [],
  };
  const eligible = { topic: 'FSM', group: 'Eligible' };

  it('G23: everyone at 54th of 153 and those with free school meals at 149th of 152 are both printed', () => {
    const all = authoritiesOf('gld');
    const poor = authoritiesOf('gld-fsm', [], eligible);
    const areas = [...all.areas, ...poor.areas];
    const indicator = indicatorOf({
      ranked: true,
      comparators: ['nation'],
      breakdowns: ['FSM'],
      decimals: 1,
    });
    const rows = [...all.rows, all.nation, ...poor.rows, poor.nation];
    const earlier = rowsOf({ 2024: '47.2' }, { breakdown: eligible });
    const told = { areas };
    const everyone = findingsIn(indicator, [...rows, ...earlier], told);
    const group = findingsIn(indicator, [...rows, ...earlier], told, eligible);
    const groups = [{ indicator, topic: fsm, groups: [group] }];
    const sentences = indicatorSentences(
      'gld',
      { indicator, everyone, groups, localities: [] },
      '202425',
    ).sentences;
    expect(sentences.map(({ text }) => text)).toEqual([
      'In 2024/25, 69.9% of pupils reached level 4 or above in reading.',
      'There is no comparable earlier figure.',
      'It was 1.6 percentage points above England’s 68.3%.',
      'It was 54th of 153 authorities, in the second quarter (band B).',
      'Eligible, 2024/25: 42.6%, down 4.6 percentage points on 2023/24 and 8.7 percentage points below England; 149th of 152 authorities.',
    ]);
    expect(said(groupSentence(group, fsm))).toBe(sentences.at(-1)?.text);
  });

  it('G23: beside England both are counted, and the one that is worse is named and among the exceptions', () => {
    const [all, poor] = [
      found('gld', { id: 'gld', short: 'Good level of development' }),
      found('gld-fsm', { id: 'gld-fsm', short: 'Free school meals' }, { 2024: '47.2' }),
    ] as const;
    const setting = settingIn(all.indicator, rowsOf({ 2025: '69.9' }));
    const rolled = rollUp(setting, 'headlines', [all, poor], nationBeside(setting));
    expect(rolled === null ? [] : rollUpSentences('Cheshire East', rolled, 'headline').map(textOf)).toEqual([
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable headline measures.',
      'Worse than England: Free school meals (by 8.7 percentage points).',
    ]);
    expect(said(exceptionSentence(poor, '202425'))).toMatch(
      /, down 4\.6 percentage points on 2023\/24 and 8\.7 percentage points below England\.$/,
    );
    expect(said(rankSentence(poor))).toBe('It was 149th of 152 authorities, in the bottom quarter (band D).');
  });
});

describe('a place where lower is better', () => {
  it('G24: absence of 6.14% is 0.64 lower (better), joint 19th of 153, in band A, and has fallen since 2022', () => {
    const absence = { polarity: 'low', bands: { similar: 0.1, slight: 0.5, well: 1 } } as const;
    const sentences = printed(
      found('absence-overall', absence, { 2022: '7.44', 2023: '6.69', 2024: '6.45' }),
    );
    expect(sentences).toEqual([
      'In 2024/25, 6.14% of pupils reached level 4 or above in reading.',
      'This fell by 0.31 percentage points from 6.45% in 2023/24, an improvement.',
      'It has fallen three years in a row, by 1.30 percentage points in all, an improvement.',
      'This is the lowest of the four years that can be compared, from 2021/22.',
      'It was 0.64 percentage points below (better than) England’s 6.78%.',
      'It was joint 19th of 153 authorities, in the top quarter (band A).',
    ]);
  });
});
