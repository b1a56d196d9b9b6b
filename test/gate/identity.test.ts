// Who is who on which day: an edition keeps the names and codes of its own, and nobody's figures are another's.
import { describe, expect, it } from 'vitest';
import { calledOn, throughGate } from '../../src/gate/public-folder.ts';
import { materialFrom } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';
import { referenceCouncil } from '../support/reference-council.ts';

const areas = `areas:
  - { code: W01, name: Winterfold, kind: authority }
  - { code: W02, name: Summerdale, kind: authority }
  - { code: R01, name: Far North, kind: region }
  - { code: N01, name: Albion, kind: nation }
  - code: E06000066
    name: Greater Somerset
    kind: authority
    earlier:
      - { name: Somerset, to: 2023-12-31 }
  - code: E12000009
    name: Wessex and the South West
    kind: region
    earlier:
      - { name: South West, phrase: the South West, to: 2023-12-31 }
  - code: levels
    name: Levels and Moors
    kind: ward
    parent: E06000066
    earlier:
      - { name: Moorland, to: 2019-04-30 }
      - { name: The Levels, to: 2023-12-31 }
neighbours:
  - id: statistical-neighbours-2014
    label: Councils most like Somerset
    source: invented-results
    areas: [E06000065, E10000006, W02]
`;

/** An invented folder of a real council whose code, region and neighbours have changed since. */
const somerset = {
  'data/council.yaml': (text: string) =>
    text
      .replace('W01', 'E06000066')
      .replace('name: Winterfold', 'name: Greater Somerset')
      .replace('R01', 'E12000009')
      .replace('N01', 'E92000001'),
  'data/areas.yaml': areas,
};

function onDay(day: string) {
  const loaded = withCouncilFolder(somerset, loadFolder);
  if (loaded.outcome === 'issues') throw new Error(JSON.stringify(loaded.issues));
  const { folder } = calledOn(
    throughGate(loaded.folder, () => {}),
    day,
  );
  const at = (code: string) => folder.areas.find(area => area.code === code);
  return { folder, at };
}

describe('what an edition calls council, region, wards and neighbours', () => {
  it('is what they were called by its cut-off', () => {
    const { folder, at } = onDay('2022-12-31');
    expect(folder.council).toMatchObject({ code: 'E10000027', name: 'Somerset', region: 'E12000009' });
    expect(at('E10000027')).toMatchObject({ name: 'Somerset', type: 'county', earlier: [] });
    expect(at('E12000009')).toMatchObject({ name: 'South West', phrase: 'the South West' });
    expect(at('levels')).toMatchObject({ name: 'The Levels', parent: 'E10000027' });
    expect(folder.neighbours.find(({ id }) => id.endsWith('2014'))?.areas).toEqual([
      'E10000023',
      'E10000006',
      'W02',
    ]);
  });

  it('is another on an earlier and on a later day', () => {
    expect(onDay('2019-04-30').at('levels')).toMatchObject({ name: 'Moorland' });
    const { folder, at } = onDay('2024-01-01');
    expect(folder.council).toMatchObject({ code: 'E06000066', name: 'Greater Somerset' });
    expect(at('E06000066')).toMatchObject({ name: 'Greater Somerset', type: 'unitary' });
    expect(onDay('2023-12-31').folder.council).toMatchObject({ code: 'E06000066', name: 'Somerset' });
    expect(at('E12000009')).toMatchObject({ name: 'Wessex and the South West' });
    expect(at('E12000009')).not.toHaveProperty('phrase');
    expect(at('levels')).toMatchObject({ name: 'Levels and Moors', parent: 'E06000066' });
    expect(folder.neighbours.find(({ id }) => id.endsWith('2014'))?.areas).toEqual([
      'E06000065',
      'E10000006',
      'W02',
    ]);
  });

  it('knows of no end that was still to come', () => {
    const cumbria = (day: string) => onDay(day).at('E10000006');
    expect(cumbria('2023-03-31')).not.toHaveProperty('successors');
    expect(cumbria('2023-03-31')).not.toHaveProperty('ended');
    expect(cumbria('2023-04-01')).toMatchObject({
      ended: '202223',
      successors: ['E06000063', 'E06000064'],
    });
  });
});

describe('figures of an authority for years in which it was not there', () => {
  const figures = referenceCouncil().known.get('2024-25')?.figures;
  const years = (indicator: string, area: string) =>
    figures
      ?.series(indicator, area, { topic: 'Total', group: 'Total' })
      .filter(({ value }) => value.kind === 'known')
      .map(({ period }) => period);

  it('are left out: the file has 12 for every authority that was not there, and one Dorset’s as the other’s', () => {
    expect(years('cla-moved-school', 'E06000063')).toEqual(['202324']);
    expect(years('send-appeals', 'E06000059')?.[0]).toBe('201819');
    expect(years('care-leavers-in-work', 'E10000009')?.at(-1)).toBe('201819');
    expect(years('post16-level3', 'E10000006')?.at(-1)).toBe('202223');
  });

  it('stay where the publisher worked them out again, and where the number was kept', () => {
    expect(years('low-income', 'E06000063')?.[0]).toBe('202122');
    expect(years('low-income', 'E06000064')?.[0]).toBe('202122');
    expect(years('ks4-attainment8', 'E06000066')?.[0]).toBe(years('ks4-attainment8', 'E06000049')?.[0]);
    expect(years('ks4-attainment8', 'E06000060')?.[0]).toBe(years('ks4-attainment8', 'E06000049')?.[0]);
  });

  it('are not listed either: tables of a new council begin with its first year, or the first worked out for it', () => {
    const made = materialFrom(referenceCouncil(), { edition: '2024-25', area: 'E06000063' });
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const found = made.material.flatMap(({ found }) => found.themes.flatMap(({ indicators }) => indicators));
    const firsts = new Map(
      found.map(({ indicator, everyone }) => [indicator.id, everyone?.years[0]?.period]),
    );
    expect(firsts.get('low-income')).toBe('202122');
    expect(firsts.get('ks4-attainment8')).toBe('202223');
    expect(Math.min(...[...firsts.values()].map(Number).filter(Number.isInteger))).toBe(202122);
  });
});
