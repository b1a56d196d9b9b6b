import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import type { Area } from '../../src/model/area.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { cell, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

describe('the findings on a measure', () => {
  it('show every year since the first that anybody shown has a figure for, none left out', () => {
    const indicator = indicatorOf({ comparators: ['nation'] });
    const rows = [
      { value: cell('84') },
      { value: cell('79'), area: nation.code },
      { value: cell('77'), area: nation.code, period: '201112' },
    ].map(row => observationOf(indicator, row));
    const found = findingsOn(settingOf(rows, [indicator]), indicator);
    expect(
      found?.years.map(({ period, level, beside }) => [
        period,
        level?.figure.text,
        beside.get(nation.code)?.figure.text,
      ]),
    ).toEqual([
      ['201112', undefined, '77%'],
      ['201213', undefined, undefined],
      ['201314', '84%', '79%'],
    ]);
  });

  it('stand beside estimates and the United Kingdom where the catalogue asks, and no other area', () => {
    const areas: readonly Area[] = [
      { code: 'EST', name: 'Estimate', kind: 'estimate' },
      { code: 'UK', name: 'United Kingdom', kind: 'united-kingdom' },
      { code: 'LOC', name: 'Crewe', kind: 'locality' },
    ];
    const indicator = indicatorOf({ comparators: ['estimates', 'united-kingdom'] });
    const rows = [
      { value: cell('84') },
      ...areas.map(({ code }, index) => ({ value: cell(String(70 + index)), area: code })),
    ].map(row => observationOf(indicator, row));
    const setting = { ...settingOf(rows, [indicator]), areas: new Map(areas.map(area => [area.code, area])) };
    expect(findingsOn(setting, indicator)?.comparators.map(({ name }) => name)).toEqual([
      'Estimate',
      'United Kingdom',
    ]);
  });
});

describe('the findings on a theme', () => {
  const ks2 = (overrides: Readonly<Record<string, Override>>) => {
    const made = withCouncilFolder(overrides, root => materialFrom(readCouncil(root)));
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    return made.material[0]?.themes[0]?.found;
  };

  it('have no roll-up of a single measure', () => {
    expect(ks2({})?.standing).toEqual([]);
  });

  it('keep a measure that has figures for groups alone', () => {
    const groupsOnly = (text: string) => text.replaceAll(/^ks2-reading,W01,\d+,Total.*\n/gm, '');
    const found = ks2({
      'data/observations/ks2/201213.csv': groupsOnly,
      'data/observations/ks2/201314.csv': groupsOnly,
      'data/catalogue/ks2.yaml': text => text.replace('topics: [Sex]', 'topics: []'),
      'data/editions/201314.yaml': text => text.replace('[ks2-reading]', '[ks2-progress]'),
      'content/commentary/2013-14/ks2.md': null,
    });
    const reading = found?.indicators.find(({ indicator }) => indicator.id === 'ks2-reading');
    expect(reading?.everyone).toBeNull();
    expect(reading?.groups[0]?.groups.map(({ level }) => level.figure.text)).toEqual(['90%', '78%']);
  });

  it('keep a topic whose groups have no gap', () => {
    const found = ks2({
      'data/breakdowns.yaml': text => text.replace(/ {4}gaps:[\s\S]*$/, ''),
    });
    expect(found?.topics[0]?.gaps).toEqual([]);
    expect(found?.topics[0]?.alone[0]?.groups).toHaveLength(2);
  });
});
