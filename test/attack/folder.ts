// The folder of an invented council, as its officer would have written it.
import { inventedFolder, type Override } from '../support/council-folder.ts';
import { measuresOf, nested, type Row, type Shape, topics } from './pupils.ts';

const names: Readonly<Record<string, string>> = {
  reading: 'Reading',
  'reading-high': 'Higher standard in reading',
  maths: 'Maths',
  both: 'Reading and maths',
  'reading-number': 'Number reading well',
};

/** What the measures have to do with each other. */
const relations: Readonly<Record<string, string>> = {
  'reading-high': '    within: [reading]\n',
  both: '    all-of: [reading, maths]\n',
  'reading-number': '    numerator: reading\n',
};

function catalogue(shape: Shape): string {
  const asked = Object.keys(topics).filter(topic => topic !== nested || shape.isNested);
  const entries = measuresOf(shape).map(({ id, isCount }) => {
    const name = names[id] ?? id;
    return `  - id: ${id}
    label: ${name}
    short: ${name}
    definition: Pupils who reached the standard.
    statement: '{value} ${isCount ? 'pupils' : 'of pupils'} reached the standard of ${id}'
    subject: the ${isCount ? 'number' : 'share'} of pupils reaching the standard of ${id}
    measure: ${isCount ? 'count' : 'percentage'}
    unit: ${isCount ? 'pupils' : 'percent'}
    decimals: ${isCount ? 0 : shape.decimals}
    polarity: high
    comparators: []
    bands: { similar: 0.5, slight: 1, well: 5 }
    breakdowns: [${asked.join(', ')}]
    source: invented-results
    method: Worked out from counts.
    start: 201112
${relations[id] ?? ''}`;
  });
  return `theme:
  id: ks2
  label: Key stage 2
  about: Pupils take tests when most are eleven.
  topics: [${asked.join(', ')}]
indicators:
${entries.join('')}`;
}

/** The groups that one of a topic that refines two lies in. */
function lyingIn(group: string): string {
  const [sex = '', need = ''] = group.split(', ');
  return `${sex}, ${need[0]?.toUpperCase()}${need.slice(1)}`;
}

function breakdowns({ isNested }: Shape): string {
  const entries = Object.entries(topics)
    .filter(([topic]) => topic !== nested || isNested)
    .map(([topic, groups]) => {
      const members = groups.map(
        group =>
          `      - id: ${JSON.stringify(group)}\n        label: ${JSON.stringify(group)}\n        phrase: ${JSON.stringify(`pupils of ${group.toLowerCase()}`)}\n${topic === nested ? `        in: [${lyingIn(group)}]\n` : ''}`,
      );
      const gap = `    gaps:\n      - group: ${JSON.stringify(groups[1])}\n        against: ${JSON.stringify(groups[0])}\n`;
      return `  - id: ${topic}\n    label: ${topic}\n    about: Invented groups.\n${topic === nested ? '    refines: [Sex, Disadvantage]\n' : ''}    groups:\n${members.join('')}${gap}`;
    });
  return `topics:\n${entries.join('')}`;
}

function areas({ wards }: Shape): string {
  const codes = Array.from({ length: wards }, (_, at) => `ward-${at + 1}`);
  const entries = codes.map(
    code => `  - { code: ${code}, name: ${code.replace('w', 'W')}, kind: ward, parent: W01 }\n`,
  );
  const [own = '', lists = ''] = (inventedFolder['data/areas.yaml'] ?? '').split('neighbours:');
  const makeUp = wards === 0 ? '' : `make-up:\n  - of: W01\n    areas: [${codes.join(', ')}]\n`;
  return `${own}${entries.join('')}${makeUp}neighbours:${lists}`;
}

function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ indicator, area, period, topic, group, released, status, inside, all }) => {
    const counts = indicator.endsWith('-number') ? `${inside},,` : `,${inside},${all}`;
    return `${indicator},${area},${period},${topic},"${group}",${counts},${status},${released},invented-results,\n`;
  });
  return `indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\n${lines.join('')}`;
}

function edition(period: string, cutOff: string): string {
  const id = `${period.slice(0, 4)}-${period.slice(4)}`;
  return `id: ${id}
period: ${period}
title: Annual education report ${id}
status: published
cut-off: ${cutOff}
neighbours: statistical-neighbours-2014
themes: [ks2]
headlines: [reading]
`;
}

/** The files of the folder in which an invented council has entered its rows. */
export function filesOf(shape: Shape, rows: readonly Row[]): Readonly<Record<string, Override>> {
  const left = [
    'data/catalogue/inspection.yaml',
    'data/inspections/201314.csv',
    'data/observations/ks2/201213.csv',
  ];
  const words = ['content/commentary/2013-14/ks2.md', 'content/commentary/2013-14/home.md'];
  return {
    ...Object.fromEntries([...left, ...words].map(path => [path, null])),
    'data/catalogue/ks2.yaml': catalogue(shape),
    'data/breakdowns.yaml': breakdowns(shape),
    'data/areas.yaml': areas(shape),
    'data/sources.yaml': (text: string) => text.replaceAll(/^ *released: .*\n/gm, ''),
    'data/observations/ks2/201314.csv': csv(rows.filter(({ period }) => period === '201314')),
    'data/observations/ks2/201415.csv': csv(rows.filter(({ period }) => period === '201415')),
    'data/editions/201314.yaml': edition('201314', '2014-12-31'),
    'data/editions/201415.yaml': edition('201415', '2016-03-31'),
  };
}
