import { describe, expect, it } from 'vitest';
import { chartOf, gapChart, groupsChart, profileChart } from '../../src/charts/from-findings.ts';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import {
  cell,
  council,
  findingsOf,
  indicatorOf,
  nation,
  observationOf,
  type Row,
  settingOf,
} from '../support/findings.ts';
import { axisOf } from './drawn.ts';

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
const boys = { topic: 'Sex', group: 'Boys' };
const girls = { topic: 'Sex', group: 'Girls' };
const indicator = indicatorOf({ breakdowns: ['Sex'] });
const settingWith = (rows: readonly Row[]) =>
  settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
  );

describe('the chart of an indicator', () => {
  it('is a trend of the printed figures, each beside its own comparator, a break where it stands', () => {
    const breaks = [
      { from: '201213', kind: 'scale' as const, note: 'A new scale.' },
      { from: '200910', kind: 'method' as const, note: 'Long ago.' },
    ];
    const chart = chartOf(
      findingsOf(['84', 'c', '81'], { nation: '79', region: '78', indicator: { breaks } }),
      'Cheshire East',
    );
    expect(chart).toMatchObject({
      kind: 'trend',
      periods: ['2011/12', '2012/13', '2013/14'],
      breaks: [{ before: 1, note: 'New scale' }],
    });
    const series = chart?.kind === 'trend' ? chart.series : [];
    expect(series.map(({ name, marks }) => [name, ...marks.map(mark => mark?.text)])).toEqual([
      ['Cheshire East', '81%', '[c]', '84%'],
      ['England', undefined, undefined, '79%'],
      ['North West', undefined, undefined, '78%'],
    ]);
    expect(series[0]?.marks[1]).toEqual({ number: null, text: '[c]' });
  });

  it('is bars, the longest first, where one year alone has a figure; and none with nothing beside it', () => {
    const chart = chartOf(findingsOf(['84', 'c'], { nation: '86', region: 'c' }), 'Cheshire East');
    expect(chart?.kind === 'comparison' ? chart.bars.map(({ name, text }) => `${name} ${text}`) : []).toEqual(
      ['England 86%', 'Cheshire East 84%', 'North West [c]'],
    );
    expect(chartOf(findingsOf(['84']), 'Cheshire East')).toBeNull();
  });

  it('has a scale that ends at 100 for shares alone, and begins anywhere for means', () => {
    const scale = (said: Parameters<typeof indicatorOf>[0]) =>
      chartOf(findingsOf(['84', '81'], { indicator: said ?? {} }), 'Cheshire East');
    expect(scale({})).toMatchObject({ scale: { suffix: '%', floor: 0, ceiling: 100 } });
    expect(scale({ measure: 'mean', unit: 'points' })).toMatchObject({
      scale: { suffix: '', floor: null, ceiling: null },
    });
  });
});

describe('the chart of scaled scores', () => {
  const scores = { measure: 'given', unit: 'scaled-score', decimals: 0 } as const;

  it('keeps to a few points, which is much of their spread', () => {
    const chart = chartOf(findingsOf(['105', '104', '103'], { indicator: scores }), 'Cheshire East');
    expect(chart?.kind === 'trend' ? axisOf(chart).labels : []).toEqual(['100', '102', '104', '106']);
  });

  it('has no bars, for a score has no nought', () => {
    expect(chartOf(findingsOf(['105'], { indicator: scores, nation: '104' }), 'Cheshire East')).toBeNull();
  });
});

describe('the chart of a gap', () => {
  it('has the group first and the other second, now, before and elsewhere', () => {
    const setting = settingWith([
      { value: cell('54'), breakdown: boys },
      { value: cell('71'), breakdown: girls },
      { value: cell('52'), breakdown: boys, period: '201213' },
      { value: cell('70'), breakdown: girls, period: '201213' },
      { value: cell('60'), breakdown: boys, area: nation.code },
      { value: cell('68'), breakdown: girls, area: nation.code },
    ]);
    const [found] = gapFindings(setting, indicator, [sex]);
    const chart = found === undefined ? null : gapChart(found, ['Boys', 'Girls']);
    const rows = chart?.kind === 'gap' ? chart.rows : [];
    expect(
      rows.map(({ name, marks, distance }) => [name, ...marks.map(({ text }) => text), distance]),
    ).toEqual([
      ['Cheshire East, 2013/14', '54%', '71%', '17 points'],
      ['Cheshire East, 2012/13', '52%', '70%', '18 points'],
      ['England, 2013/14', '60%', '68%', '8 points'],
    ]);
  });
});

describe('the chart of groups', () => {
  const groups = (rows: readonly Row[]) => {
    const setting = settingWith(rows);
    const found = [girls, boys].flatMap(breakdown => findingsOn(setting, indicator, breakdown) ?? []);
    return groupsChart({ indicator, topic: sex, groups: found }, council.name);
  };

  it('sets groups of one year beside one another, never of two', () => {
    const both = groups([
      { value: cell('54'), breakdown: boys },
      { value: cell('71'), breakdown: girls },
    ]);
    expect(both?.kind === 'comparison' ? both.bars.map(({ name, number }) => [name, number]) : []).toEqual([
      ['Girls', 71],
      ['Boys', 54],
    ]);
    const apart = [
      { value: cell('54'), breakdown: boys },
      { value: cell('71'), breakdown: girls, period: '201213' },
    ];
    expect(groups(apart)).toBeNull();
  });

  it('marks the nation’s figure for the same group and year, where one is held', () => {
    const chart = groups([
      { value: cell('54'), breakdown: boys },
      { value: cell('71'), breakdown: girls },
      { value: cell('73'), breakdown: girls, area: nation.code },
      { value: cell('60'), breakdown: boys, area: nation.code, period: '201213' },
    ]);
    if (chart?.kind !== 'comparison') throw new Error('no bars');
    expect(chart.nation).toBe('England');
    expect(chart.bars.map(bar => bar.nation?.number ?? null)).toEqual([73, null]);
  });
});

describe('the chart of a profile', () => {
  it('has a row for each phase and the whole last', () => {
    const made = withCouncilFolder({}, root => materialFrom(readCouncil(root)));
    const found =
      made.outcome === 'made'
        ? made.material[0]?.themes.flatMap(theme => theme.found.profiles)[0]
        : undefined;
    const chart = found === undefined ? null : profileChart(found, ({ phase }) => phase);
    expect(
      chart?.kind === 'profile'
        ? chart.rows.map(({ name, marks }) => [name, ...marks.map(({ text }) => text)])
        : [],
    ).toEqual([
      ['Primary', '25.0%', '75.0%', '0.0%'],
      ['Secondary', '0.0%', '100.0%', '0.0%'],
      ['All', '21.4%', '78.6%', '0.0%'],
    ]);
  });
});
