import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Issue, reportTo } from '../../src/issues.ts';
import { type Area, closeness, existedIn, overlap } from '../../src/model/area.ts';
import {
  areaOf,
  englandFolder,
  findAuthority,
  nationalNeighbours,
  readEngland,
  suggestedArea,
} from '../../src/sources/england.ts';

const issues: Issue[] = [];
const england = readEngland(reportTo(issues));
const at = (code: string) => {
  const area = england.byCode.get(code);
  if (area === undefined) throw new Error(`no area has the code ${code}`);
  return area;
};
const authorities = england.areas.filter(({ kind }) => kind === 'authority');
const countIn = (period: string) => authorities.filter(area => existedIn(area, period)).length;

describe('the list of areas', () => {
  it('is read without an issue', () => {
    expect(issues).toEqual([]);
  });

  it('has the 153 authorities of today, the 152 of 2010 and the 151 of 2019/20', () => {
    expect(authorities.filter(({ to }) => to === undefined)).toHaveLength(153);
    expect(['200910', '201718', '201920', '202122', '202324'].map(countIn)).toEqual([
      152, 152, 151, 152, 153,
    ]);
  });

  it('counts in the year of a reorganisation those that ended and those that began in it', () => {
    expect(countIn('201819')).toBe(152 + 2);
    expect(['E10000009', 'E06000028', 'E06000029'].map(code => at(code).ended)).toEqual(
      Array.from({ length: 3 }, () => '201819'),
    );
    expect(['E06000059', 'E06000058'].map(code => at(code).began)).toEqual(['201819', '201819']);
  });

  it('joins the codes of an authority of which only the code has changed', () => {
    const joined = authorities.filter(({ from, earlier }) => earlier !== undefined && from === undefined);
    expect(joined.map(({ code, codes }) => [codes?.join(' '), code])).toEqual([
      ['E10000010 E06000047', 'E06000047'],
      ['E10000022 E06000048 E06000057', 'E06000057'],
      ['E10000026 E06000051', 'E06000051'],
      ['E10000005 E06000052', 'E06000052'],
      ['E10000033 E06000054', 'E06000054'],
      ['E10000002 E06000060', 'E06000060'],
      ['E10000023 E06000065', 'E06000065'],
      ['E10000027 E06000066', 'E06000066'],
      ['E08000016 E08000038', 'E08000038'],
      ['E08000019 E08000039', 'E08000039'],
      ['E08000020 E08000037', 'E08000037'],
    ]);
  });

  it('keeps reorganised authorities apart, and knows who took their place', () => {
    const gone = authorities.filter(({ to }) => to !== undefined);
    expect(
      gone.map(({ name, ended, successors }) => [name, ended, successors?.map(code => at(code).name)]),
    ).toEqual([
      ['Bournemouth', '201819', ['Bournemouth, Christchurch and Poole']],
      ['Poole', '201819', ['Bournemouth, Christchurch and Poole']],
      ['Bedfordshire', '200809', ['Bedford', 'Central Bedfordshire']],
      ['Cheshire', '200809', ['Cheshire East', 'Cheshire West and Chester']],
      ['Cumbria', '202223', ['Cumberland', 'Westmorland and Furness']],
      ['Dorset', '201819', ['Dorset', 'Bournemouth, Christchurch and Poole']],
      ['Northamptonshire', '202021', ['North Northamptonshire', 'West Northamptonshire']],
    ]);
  });

  it('knows which authorities share pupils: those of which one took the other’s place, and no others', () => {
    const pairs = authorities.flatMap((one, at) =>
      authorities
        .slice(at + 1)
        .flatMap(other => (overlap(one, other) ? [[one.old, other.old].toSorted().join(' ')] : [])),
    );
    expect(pairs.toSorted()).toEqual([
      '820 822', // Bedfordshire, Bedford
      '820 823', // Bedfordshire, Central Bedfordshire
      '835 838', // the earlier Dorset, Dorset
      '835 839', // the earlier Dorset; Bournemouth, Christchurch and Poole
      '836 839', // Poole; Bournemouth, Christchurch and Poole
      '837 839', // Bournemouth; Bournemouth, Christchurch and Poole
      '875 895', // Cheshire, Cheshire East
      '875 896', // Cheshire, Cheshire West and Chester
      '909 942', // Cumbria, Cumberland
      '909 943', // Cumbria, Westmorland and Furness
      '928 940', // Northamptonshire, North Northamptonshire
      '928 941', // Northamptonshire, West Northamptonshire
    ]);
  });

  it('has every authority in a region, and every borough in London', () => {
    const regions = new Set(authorities.map(({ region }) => at(region ?? '').name));
    expect(regions.size).toBe(9);
    const london = authorities.filter(({ type }) => type === 'inner-london' || type === 'outer-london');
    expect(new Set(london.map(({ region }) => region))).toEqual(new Set(['E12000007']));
    expect(london.filter(({ type }) => type === 'inner-london')).toHaveLength(15 - 1);
    expect(authorities.filter(({ region, to }) => region === 'E12000002' && to === undefined)).toHaveLength(
      24,
    );
  });

  it('spells no name twice, and names only areas that there are', () => {
    const lines = readFileSync(`${englandFolder}names.csv`, 'utf8').trim().split('\n').slice(1);
    const codes = lines.map(line => line.slice(line.lastIndexOf(',') + 1));
    expect(codes.filter(code => !england.byCode.has(code))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('who was meant', () => {
  const said = (text: string) => {
    const meant = findAuthority(england, text);
    const names = (areas: readonly Area[]) => areas.map(({ name }) => name).join(', ');
    switch (meant.outcome) {
      case 'found':
        return `${meant.area.code} ${meant.area.name}`;
      case 'abolished':
        return `${meant.area.name} is no more: ${names(meant.successors)}`;
      case 'unknown':
        return `near ${names(meant.near)}`;
    }
  };

  it.each([
    ['850', 'E10000014 Hampshire'],
    ['895.0', 'E06000049 Cheshire East'],
    ['E10000027', 'E06000066 Somerset'],
    ['e06000049', 'E06000049 Cheshire East'],
    ['Hampshire County Council', 'E10000014 Hampshire'],
    ['London Borough of Camden', 'E09000007 Camden'],
    ['City of Bradford', 'E08000032 Bradford'],
    ['City of London', 'E09000001 City of London'],
    ['Bristol', 'E06000023 Bristol'],
    ['Bristol City of', 'E06000023 Bristol'],
    ['St Helens', 'E08000013 St. Helens'],
    ['Kingston Upon Hull, City of', 'E06000010 Kingston upon Hull'],
    ['Cheshire West & Chester', 'E06000050 Cheshire West and Chester'],
    ['Southend on Sea', 'E06000033 Southend-on-Sea'],
    ['Bracknell Forest5', 'E06000036 Bracknell Forest'],
    ['Durham', 'E06000047 County Durham'],
    ['Dorset', 'E06000059 Dorset'],
    ['835', 'Dorset is no more: Dorset, Bournemouth, Christchurch and Poole'],
    ['Cumbria', 'Cumbria is no more: Cumberland, Westmorland and Furness'],
    ['Hampshre', 'near Hampshire'],
    ['Kingston', 'near Kingston upon Hull, Kingston upon Thames'],
    ['North West', 'near '],
    ['Atlantis', 'near '],
  ])('%s: %s', (text, meant) => {
    expect(said(text)).toBe(meant);
  });

  it('says the code in place of a number or a name, with whose it is', () => {
    const suggested = (text: string) => suggestedArea(england, text, ['E06000049', 'crewe', 'fft-b']);
    expect(suggested('850')).toBe('E10000014 (Hampshire)');
    expect(suggested('North West')).toBe('E12000002 (North West)');
    expect(suggested('E06000094')).toBe('E06000049 (Cheshire East, from 1 April 2009)');
    expect(suggested('Crew')).toBe('crewe');
    expect(suggested('Dorset')).toBe(
      'E06000059 (Dorset, from 1 April 2019) or E10000009 (Dorset, to 31 March 2019)',
    );
    expect(suggested('c')).toBeNull();
  });
});

describe('the area that a publisher means', () => {
  it.each([
    ['835', '201415', 'E10000009'],
    ['838', '202223', 'E06000059'],
    ['Dorset', '201415', 'E10000009'],
    ['Dorset', '201819', 'E06000059'],
    ['Dorset', '202223', 'E06000059'],
    ['Dorset (Pre LG)', '202223', 'E10000009'],
    ['909', '202223', 'E10000006'],
    ['E06000048', '201112', 'E06000057'],
    ['E06000057', '202425', 'E06000057'],
    ['929', '200708', 'E06000057'],
    ['E10000023', '201314', 'E06000065'],
    ['970', '202425', 'E92000001'],
    ['London (Inner)', '202425', 'E13000001'],
    ['Yorkshire & Humberside', '201213', 'E12000003'],
    ['942 / 943', '202223', null],
    ['E06000061 / E06000062', '202122', null],
    ['Not available', '202122', null],
  ])('%s in %s: %s', (text, period, code) => {
    expect(areaOf(england, text, period)?.code ?? null).toBe(code);
  });
});

describe('statistical neighbours', () => {
  const listsOf = (code: string) => nationalNeighbours(england, code, reportTo(issues));
  const namesIn = (code: string, id: string) =>
    listsOf(code)
      .find(list => list.id === `statistical-neighbours-${id}`)
      ?.areas.map(each => at(each).old);

  it('of Cheshire East are those of each model, in order', () => {
    expect(namesIn('E06000049', '2018-19')?.join(' ')).toBe('896 937 823 877 850 815 811 334 802 869');
    expect(namesIn('E06000049', '2021-04')?.join(' ')).toBe('896 937 823 815 850 877 802 811 885 855');
    expect(namesIn('E06000049', '2025-05')?.join(' ')).toBe('916 937 815 877 865 850 896 931 885 855');
    expect(listsOf('E06000049').map(list => new Set(list.closeness ?? []))).toEqual([
      new Set(),
      new Set(['Very close']),
      new Set(['Very close']),
    ]);
  });

  it('of the Isles of Scilly are all not close', () => {
    expect(new Set(listsOf('E06000053').at(-1)?.closeness)).toEqual(new Set(['Not close']));
  });

  it('are ten different others for all 153 authorities in May 2025, and are who they were in April 2021', () => {
    const today = authorities.filter(({ to }) => to === undefined);
    const latest = today.map(({ code }) => listsOf(code).at(-1));
    expect(latest.map(list => list?.id)).toEqual(today.map(() => 'statistical-neighbours-2025-05'));
    expect(latest.map(list => new Set(list?.areas).size)).toEqual(today.map(() => 10));
    expect(latest.filter((list, index) => list?.areas.includes(today[index]?.code ?? ''))).toEqual([]);
    expect(namesIn('E10000006', '2021-04')?.join(' ')).toBe('925 926 830 891 860 885 935 940 893 878');
    expect(namesIn('E06000063', '2021-04')).toBeUndefined();
  });

  it('never hold two that share pupils, nor the council itself or whose place it took', () => {
    const shared = authorities.flatMap(own =>
      listsOf(own.code).flatMap(({ id, areas }) =>
        [own.code, ...areas].flatMap((one, place, all) =>
          all
            .slice(place + 1)
            .flatMap(other =>
              one === other || overlap(at(one), at(other)) ? [`${id}: ${one} ${other}`] : [],
            ),
        ),
      ),
    );
    expect(shared).toEqual([]);
  });

  it('are told with a code of the day of the model, and in the words of the models', () => {
    const files = readdirSync(join(englandFolder, 'neighbours'));
    expect(files.sort()).toEqual(['2018-19.csv', '2021-04.csv', '2025-05.csv']);
    for (const [file, day] of [
      ['2018-19.csv', '2018-12-01'],
      ['2021-04.csv', '2021-04-30'],
      ['2025-05.csv', '2025-05-31'],
    ] as const) {
      const rows = readFileSync(join(englandFolder, 'neighbours', file), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      const fields = rows.map(row => row.split(','));
      const codes = new Set(fields.flatMap(([area = '', , neighbour = '']) => [area, neighbour]));
      const then = [...codes].filter(code => {
        const { codes: all = [code], earlier = [], from = '', to = '9' } = at(code);
        const was = earlier.find(each => each.to >= day)?.code ?? all.at(-1);
        return was !== code || from > day || to < day;
      });
      expect(then).toEqual([]);
      expect(new Set(fields.map(([, , , close = '']) => close)).isSubsetOf(new Set(['', ...closeness]))).toBe(
        true,
      );
    }
  });
});
