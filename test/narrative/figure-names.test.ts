import { describe, expect, it } from 'vitest';
import { figureNamed } from '../../src/narrative/figure-names.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';

const programme = `
  - id: better-schools
    kind: programme
    label: Better schools
    short: Better schools
    definition: Schools in the programme.
    unit: schools
    framework: The council’s own
    programme:
      members: schools in the programme
      seen: schools inspected so far
      reach: had been inspected
      unreached: had not been inspected
      headings: { seen: Inspected so far, unseen: Not yet inspected }
      outcomes: { improved: had improved, same: had stayed the same, declined: had declined }
    source: invented-inspections
    method: Counted by the council.
`;
const joined = { 'In programme': 30, Seen: 20, 'Not yet seen': 10, Improved: 8, Same: 9, Declined: 3 };

const made = withCouncilFolder(
  {
    'data/areas.yaml': text =>
      text
        .replace('areas: [W02]', 'areas: [W02, W03, W04, W05, W06, W07]')
        .replace(
          '  - code: R01',
          `${['W03', 'W04', 'W05', 'W06', 'W07'].map(areaYaml).join('')}  - code: R01`,
        ),
    'data/observations/ks2/201314.csv': text =>
      text + ['W03', 'W04', 'W05', 'W06', 'W07'].map(code => rowOf(code, '86')).join(''),
    'data/catalogue/inspection.yaml': text => `${text}${programme}`,
    'data/inspections/201314.csv': text =>
      text +
      Object.entries(joined)
        .map(([part, count]) => countOf(part, count))
        .join(''),
  },
  root => materialFrom(readCouncil(root)),
);

function countOf(part: string, count: number): string {
  return `better-schools,W01,201314,2014-08-31,All,${part},${count},2014-11-01,invented-inspections,\n`;
}

function areaYaml(code: string): string {
  return `  - code: ${code}\n    name: Like ${code}\n    kind: authority\n`;
}

function rowOf(code: string, value: string): string {
  return `ks2-reading,${code},201314,Total,Total,${value},,,provisional,,invented-results,\n`;
}

/** What a name in commentary of the invented council prints. */
function printed(name: string): string | null {
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const [material] = made.material;
  return material === undefined ? null : (figureNamed(name, material.setting)?.mention.text ?? null);
}

describe('a name in commentary', () => {
  it.each([
    ['ks2-reading', '84%'],
    ['ks2-reading in 2012/13', '81%'],
    ['ks2-reading change', '3 percentage points'],
    ['ks2-reading of nation', '83%'],
    ['ks2-reading of nation in 2012/13', '80%'],
    ['ks2-reading of region', 'about 82%'],
    ['ks2-reading of neighbours', '86%'],
    ['ks2-reading against nation', '1 percentage point'],
    ['ks2-reading against neighbours', '2 percentage points'],
    ['ks2-reading for Girls', '90%'],
    ['ks2-reading for Boys', '78%'],
    ['ks2-reading gap Boys', '12 percentage points'],
    ['school-grades count Primary', '12'],
    ['school-grades count Secondary', '2'],
    ['school-grades count All', '14'],
    ['school-grades share Secondary', '100.0%'],
    ['better-schools count In programme', '30'],
    ['better-schools count Improved', '8'],
    ['better-schools count Same', '9'],
    ['better-schools share Declined', '15%'],
    ['better-schools count Seen', '20'],
    ['better-schools count Not yet seen', '10'],
  ])('{%s} is %s', (name, text) => {
    expect(printed(name)).toBe(text);
  });

  it.each([
    ['ks2-reading gap Girls', 'the gap is reported the other way'],
    ['ks2-reading gap Boys in 2012/13', 'no gap is held for that year'],
    ['ks2-reading in 2011/12', 'no figure is held for that year'],
    ['ks2-reading change nonsense', 'a change takes no more words'],
    ['ks2-reading for Others', 'no group has the name'],
    ['ks2-reading of county', 'nothing is set beside a county'],
    ['ks2-reading of W03', 'no code names another council’s figure'],
    ['school-grades share Nursery', 'the profile has no such phase'],
    ['school-grades', 'a profile alone is no figure'],
  ])('{%s} is nothing: %s', name => {
    expect(printed(name)).toBeNull();
  });

  it('of a change in an earlier year is that year’s change, not this year’s', () => {
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const [material] = made.material;
    if (material === undefined) throw new Error('no edition');
    const named = figureNamed('ks2-reading change in 2012/13', material.setting);
    expect(named?.figure).toMatchObject({ kind: 'change', period: '201213' });
  });
});
