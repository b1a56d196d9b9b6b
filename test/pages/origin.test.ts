import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/judgements/setting.ts';
import { areaOn } from '../../src/model/area.ts';
import { originSentences, recentOrigin } from '../../src/pages/origin.ts';
import { readEngland } from '../../src/sources/england.ts';

const { areas } = readEngland(() => {});

/** What an edition of a school year says of where its council came from, as it was known in the summer after. */
function setting(code: string, period: string): Setting {
  const day = `20${period.slice(4)}-08-31`;
  const then = areas.map(area => areaOn(area, day));
  return {
    council: then.find(area => area.codes?.includes(code) ?? area.code === code),
    areas: new Map(then.map(area => [area.code, area])),
    edition: { period },
  } as unknown as Setting;
}
const origin = (code: string, period = '202425') => originSentences(setting(code, period));

describe('where a council came from', () => {
  it.each([
    ['E06000063', 'Cumberland took the place of a part of Cumbria on 1 April 2023.'],
    ['E06000064', 'Westmorland and Furness took the place of a part of Cumbria on 1 April 2023.'],
    ['E06000061', 'North Northamptonshire took the place of a part of Northamptonshire on 1 April 2021.'],
    ['E06000062', 'West Northamptonshire took the place of a part of Northamptonshire on 1 April 2021.'],
    [
      'E06000058',
      'Bournemouth, Christchurch and Poole took the place of Bournemouth, Poole and a part of Dorset on 1 April 2019.',
    ],
    ['E06000059', 'Dorset took the place of a part of the earlier Dorset on 1 April 2019.'],
    ['E06000049', 'Cheshire East took the place of a part of Cheshire on 1 April 2009.'],
  ])('%s: %s', (code, sentence) => {
    const [first, second] = origin(code);
    expect(first).toBe(sentence);
    expect(second).toMatch(/^No table or chart begins before \d{4}\/\d\d\./);
  });

  it('is the same authority where it kept its number', () => {
    expect(origin('E06000066')).toEqual([
      'Up to 31 March 2023 Somerset was a county council and had the code E10000027; publishers carry its figures on under its number 933, so earlier years are compared with later ones.',
    ]);
    expect(origin('E06000060')[0]).toMatch(/^Up to 31 March 2020 Buckinghamshire was a county council and/);
    expect(origin('E08000038')[0]).toMatch(/^Up to 30 April 2025 Barnsley had the code E08000016; /);
    expect(origin('E06000047')[0]).toMatch(
      /^Up to 31 March 2009 County Durham was a county council, was called Durham and had the code E10000010; /,
    );
    expect(origin('E10000014')).toEqual([]);
  });

  it('is not told before it happened', () => {
    expect(origin('E06000066', '202122')).toEqual([]);
    expect(origin('E08000038', '202324')).toEqual([]);
  });

  it('is told on the front for three years', () => {
    const fronts = (code: string) =>
      ['202223', '202324', '202526', '202627'].map(period => recentOrigin(setting(code, period)).length);
    expect(fronts('E06000063')).toEqual([2, 2, 2, 0]);
    expect(fronts('E06000066')).toEqual([1, 1, 1, 0]);
    expect(fronts('E06000049')).toEqual([0, 0, 0, 0]);
  });
});
