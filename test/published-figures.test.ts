// The figures that the reference council's folder holds, against those of the Department's own tables, written here by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const release = 'data/published/lait/2026-04-08';
const places = { council: 'E06000049', region: 'E12000002', nation: 'E92000001' } as const;

/** The rows of the release, by measure, topic, group and area. */
const rows = new Map(
  readdirSync(release)
    .filter(name => name.endsWith('.csv') && name !== 'series.csv')
    .flatMap(name => {
      const [head = '', ...lines] = readFileSync(`${release}/${name}`, 'utf8').trimEnd().split('\n');
      const years = head.split(',').slice(4);
      return lines.map(line => {
        const fields = line.split(',');
        const cells = years.map((year, at) => [year, fields[at + 4] ?? ''] as const);
        return [fields.slice(0, 4).join(','), new Map(cells)] as const;
      });
    }),
);

/** A row from a year on, as the table prints it: to so many decimals, a blank where there is none. */
function held(series: string, area: keyof typeof places, from: string, to: string, decimals: number): string {
  const row = rows.get(`${series},${places[area]}`);
  return [...(row ?? [])]
    .filter(([year]) => year >= from && year <= to)
    .map(([, cell]) => (cell === '' || cell === 'x' ? '-' : Number(cell).toFixed(decimals)))
    .join(' ');
}

const everyone = (id: string) => `${id},Total,Total`;
const disadvantaged = (id: string) => `${id},Disadvantage,Disadvantaged`;
const others = (id: string) => `${id},Disadvantage,Other`;

it.each([
  // Early years foundation stage profile: a good level of development. None for 2020 and 2021.
  [everyone('eyfs-good-level'), 'council', '201516', '202425', 1, '71.3 71.7 72.9 72.8 66.1 69.0 69.2 69.9'],
  [everyone('eyfs-good-level'), 'region', '201516', '202425', 1, '66.7 67.9 68.9 68.9 61.7 64.3 64.4 65.0'],
  [everyone('eyfs-good-level'), 'nation', '201516', '202425', 1, '69.3 70.7 71.5 71.8 65.2 67.2 67.7 68.3'],
  // The phonics check in year 1.
  [everyone('phonics-year1'), 'council', '201516', '202425', 0, '82 83 84 84 79 81 85 84'],
  [everyone('phonics-year1'), 'region', '201516', '202425', 0, '80 80 81 81 74 78 79 78'],
  [everyone('phonics-year1'), 'nation', '201516', '202425', 0, '81 81 82 82 75 79 80 80'],
  // Key stage 1, the expected standard.
  [everyone('ks1-reading-expected'), 'council', '201516', '202223', 0, '75 77 77 77 69 70'],
  [everyone('ks1-writing-expected'), 'council', '201516', '202223', 0, '58 68 70 70 59 62'],
  [everyone('ks1-maths-expected'), 'council', '201516', '202223', 0, '71 75 77 76 70 73'],
  [everyone('ks1-reading-expected'), 'region', '201516', '202223', 0, '72 73 74 73 65 67'],
  [everyone('ks1-writing-expected'), 'nation', '201516', '202223', 0, '65 68 70 69 58 60'],
  // Key stage 2, the expected standard in reading, writing and maths.
  [everyone('ks2-rwm-expected'), 'council', '201516', '202425', 0, '52 64 68 66 61 62 63 65'],
  [everyone('ks2-rwm-expected'), 'region', '201516', '202425', 0, '53 61 65 65 58 59 60 61'],
  [everyone('ks2-rwm-expected'), 'nation', '201516', '202425', 0, '54 62 65 65 59 60 61 63'],
  [disadvantaged('ks2-rwm-expected'), 'council', '201516', '202425', 0, '32 42 49 46 36 41 42 44'],
  [others('ks2-rwm-expected'), 'council', '201516', '202425', 0, '58 70 73 71 67 67 69 70'],
  [disadvantaged('ks2-rwm-expected'), 'nation', '201516', '202425', 0, '39 48 51 51 43 44 46 48'],
  [others('ks2-rwm-expected'), 'nation', '201516', '202425', 0, '61 68 71 72 66 67 68 70'],
  // Key stage 4. The interactive tool's England is that of the table of authorities: 46.3 in 2022/23 (the release 46.4).
  [
    everyone('ks4-attainment8'),
    'council',
    '201516',
    '202425',
    1,
    '51.7 48.9 48.8 49.3 51.5 52.3 50.5 46.8 46.8 47.1',
  ],
  [
    everyone('ks4-attainment8'),
    'region',
    '201516',
    '202425',
    1,
    '49.4 45.6 45.7 45.5 49.0 49.6 47.2 44.6 44.3 44.6',
  ],
  [
    everyone('ks4-attainment8'),
    'nation',
    '201516',
    '202425',
    1,
    '50.1 46.5 46.6 46.7 50.2 50.9 48.8 46.3 45.9 46.0',
  ],
  [
    disadvantaged('ks4-attainment8'),
    'council',
    '201516',
    '202425',
    1,
    '39.7 35.8 34.5 35.3 38.1 37.3 34.2 31.0 31.6 32.3',
  ],
  [
    others('ks4-attainment8'),
    'council',
    '201516',
    '202425',
    1,
    '54.4 51.6 51.7 52.2 54.2 55.3 53.8 50.3 50.1 50.6',
  ],
  [
    everyone('ks4-progress8'),
    'council',
    '201516',
    '202425',
    2,
    '-0.15 -0.04 0.01 -0.01 - - 0.01 -0.12 -0.03 -',
  ],
  // England in 2018/19 is 43.2 here, and 43.4 in the release.
  [
    everyone('ks4-grade5-em'),
    'council',
    '201617',
    '202425',
    1,
    '46.9 47.9 50.0 53.2 55.0 51.8 45.5 47.4 45.1',
  ],
  [
    everyone('ks4-grade5-em'),
    'nation',
    '201617',
    '202425',
    1,
    '42.9 43.5 43.2 49.9 51.9 49.8 45.3 45.9 45.4',
  ],
  // A level: three grades of A* to A or better, with the publisher's two and three decimals.
  [
    everyone('post16-three-a'),
    'council',
    '201516',
    '202425',
    2,
    '10.70 11.60 11.70 11.55 22.40 29.17 17.65 12.25 12.75 12.44',
  ],
  [everyone('post16-three-a'), 'region', '201819', '202425', 2, '10.21 18.40 23.36 20.63 13.36 14.52 15.10'],
  [everyone('post16-three-a'), 'nation', '201920', '202425', 3, '19.885 25.277 20.346 13.650 14.525 14.880'],
  [
    everyone('post16-a-level-points'),
    'council',
    '201516',
    '202425',
    2,
    '30.80 32.04 32.02 33.72 39.24 41.79 37.31 33.48 33.62 33.58',
  ],
  // Absence of six half terms, persistent absence of 10% or more.
  [everyone('overall-absence'), 'council', '201516', '201819', 2, '4.21 4.34 4.63 4.45'],
  [everyone('overall-absence'), 'council', '202425', '202425', 2, '6.14'],
  [everyone('overall-absence'), 'region', '202425', '202425', 2, '6.82'],
  [everyone('overall-absence'), 'nation', '202425', '202425', 2, '6.78'],
  [everyone('persistent-absence'), 'council', '201516', '201819', 2, '8.96 9.40 10.10 9.60'],
  [everyone('persistent-absence'), 'council', '202425', '202425', 2, '14.76'],
  // Exclusions and suspensions, for every hundred pupils.
  [everyone('permanent-exclusions'), 'council', '202324', '202324', 2, '0.08'],
  [everyone('permanent-exclusions'), 'region', '202324', '202324', 2, '0.18'],
  [everyone('permanent-exclusions'), 'nation', '202324', '202324', 2, '0.13'],
  [everyone('suspensions'), 'council', '202324', '202324', 2, '7.33'],
  [everyone('suspensions'), 'region', '202324', '202324', 2, '11.07'],
  [everyone('suspensions'), 'nation', '202324', '202324', 2, '11.31'],
  // Not in education, employment or training, or not known.
  [everyone('neet-not-known'), 'council', '201819', '202425', 1, '2.2 2.7 2.2 2.0 2.7 2.9 3.7'],
  [everyone('neet-not-known'), 'region', '201819', '202425', 1, '6.3 5.4 5.3 4.9 5.3 5.6 5.7'],
  [everyone('neet-not-known'), 'nation', '201819', '202425', 1, '5.5 5.5 5.5 4.7 5.2 5.4 5.6'],
  // Children looked after, for every 10,000.
  [everyone('cla-rate'), 'council', '201516', '202425', 0, '52 57 63 64 70 67 67 72 66 66'],
  [everyone('cla-rate'), 'region', '201516', '202425', 0, '82 86 91 95 97 98 97 96 94 90'],
  [everyone('cla-rate'), 'nation', '201516', '202425', 0, '60 62 64 66 68 69 70 70 69 67'],
  // Special educational needs.
  [everyone('ehc-plans'), 'council', '202425', '202425', 1, '6.0'],
  [everyone('ehc-plans'), 'nation', '202425', '202425', 1, '5.3'],
  [everyone('sen-support'), 'council', '202425', '202425', 1, '11.5'],
  [everyone('sen-support'), 'region', '202425', '202425', 1, '14.4'],
  // Level 2 by 19 in 2022 is 87.78 here, and 87.5 in the file of attainment by 19: another count, so another publication.
  [everyone('post16-level2'), 'council', '202122', '202122', 2, '87.78'],
] as const)('%s of the %s is as published', (series, area, from, to, decimals, expected) => {
  expect(held(series, area, from, to, decimals)).toBe(expected);
});
