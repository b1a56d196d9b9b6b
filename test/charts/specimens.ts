import type { Chart } from '../../src/model/chart.ts';
import {
  bullet,
  comparison,
  gap,
  groups,
  pace,
  profile,
  range,
  score,
  strip,
  target,
  trend,
  unsettledChart,
} from './samples.ts';

const twelve = (from: number, step: number) => Array.from({ length: 12 }, (_, year) => from + step * year);

const neighbours = [
  'Bath and North East Somerset',
  'Central Bedfordshire',
  'Cheshire West and Chester',
  'East Riding of Yorkshire',
  'North Somerset',
  'Solihull',
  'South Gloucestershire',
  'Stockport',
  'Warwickshire',
  'Wiltshire',
];

/** Charts that try each kind to its limits: 0 and 100, equal values, long names, long series, gaps, symbols, statuses. */
export const specimens: Readonly<Record<string, Chart>> = {
  'trend-twelve-years': trend(twelve(40, 2.1), {
    England: twelve(41, 2),
    'North West': twelve(39, 2.2),
    'Statistical neighbours': twelve(42, 1.9),
  }),
  'trend-equal': trend([50, 50, 50], {
    England: [50, 50, 50],
    'North West': [50, 50, 50],
    'Statistical neighbours': [50, 50, 50],
  }),
  'trend-bounds': trend([0, 100, 0], { England: [100, 0, 100] }),
  'trend-missing': trend([81, null, '[x]', '[x]', null, 84], { England: [78, 79, '[x]', '[x]', 80, 81] }, [
    { before: 2, note: 'New curriculum and tests' },
    { before: 5, note: 'New method' },
  ]),
  'trend-withheld': trend([81, '[c]', 83, '[not yet published]'], { England: [78, 79, 80, 81] }),
  'trend-provisional': unsettledChart(trend([78, 81, 84], { England: [75, 76, 79] }), 'provisional'),
  'trend-one-year': trend([61.5], { England: [56.6], 'Statistical neighbours': [58.9] }),
  'comparison-bounds': comparison({ 'Cheshire East': 100, England: 0, 'North West': '[c]' }),
  'comparison-neighbours': comparison(
    Object.fromEntries(
      [...neighbours, 'Cheshire East'].map((name, index) => [name, Number((90 - index * 3.7).toFixed(1))]),
    ),
  ),
  'comparison-early': unsettledChart(comparison({ 'Cheshire East': 92, England: 90 }), 'early'),
  'comparison-scores': {
    ...comparison({}, score),
    bars: [
      { name: 'Cheshire East', role: 'council', number: -0.4, text: '−0.4' },
      { name: 'England', role: 'nation', number: 0.3, text: '+0.3' },
    ],
  },
  'comparison-groups': groups({
    'SEN support': [14.4, 26.4],
    'Education, health and care plan': [2.7, 2.7],
    'Any other ethnic group': ['[c]', 80.1],
    'No special educational need identified': [100, 0],
    'Not stated': [65, null],
  }),
  'comparison-groups-provisional': unsettledChart(
    groups({ Girls: [71, 73.5], Boys: [54, 0] }),
    'provisional',
  ),
  'gap-bounds': gap({
    'Cheshire East, 2013/14': [100, 0, '100.0 points'],
    'England, 2013/14': [0, 100, '−100.0 points'],
  }),
  'gap-equal': unsettledChart(
    gap({
      'Cheshire East, 2013/14': [50, 50, '0.0 points'],
      'England, 2013/14': ['[c]', 50, '[c]'],
      'North West, 2013/14': ['[x]', '[x]', '[x]'],
    }),
    'provisional',
  ),
  'gap-long-names': {
    ...gap({ 'Bath and North East Somerset, 2013/14': [32.7, 67.2, '34.5 points'] }),
    groups: [
      'Pupils with a statement of special educational needs or a plan',
      'Pupils with no special educational need identified',
    ],
  },
  'profile-four': profile({
    'Primary (124 schools)': [26, 65, 8, 1],
    'Secondary (21 schools)': [100, 0, 0, 0],
    'Special (4 schools)': ['[c]', '[c]', 0, 0],
  }),
  'strip-all': strip(
    Array.from({ length: 150 }, (_, index) => 50 + ((index * 37) % 151) / 6),
    { 'Cheshire East': 62, England: 60.4, 'North West': 60.4 },
  ),
  'strip-provisional': unsettledChart(
    strip([0, 0, 0, 100, 100], { 'Cheshire East': 0, England: '[c]' }),
    'provisional',
  ),
  'target-good-level-of-development': target(
    [56, 62, null, null, null],
    [
      [0, 56],
      [4, 70],
    ],
    'Target: at least 70% by 2016/17',
  ),
  'target-milestones': target(
    [38, null, null, null, null],
    [
      [0, 38],
      [1, 27],
      [4, 10],
    ],
    'Target: below 10% by 2016/17',
    [null, 25, null, null, null],
  ),
  'target-cared-for': target(
    [14, '[c]', null],
    [
      [0, 14],
      [2, 30],
    ],
    'Target: above 30% by 2014/15',
    [null, null, 21],
  ),
  'target-equal': unsettledChart(
    target(
      [70, 70, 70, 70, 70, 70, 70],
      [
        [0, 70],
        [2, 70],
        [3, 70],
        [4, 70],
        [6, 70],
      ],
      'Target: at least 70% by 2018/19',
    ),
    'provisional',
  ),
  'bullet-plan': bullet({
    'Children attending a good or better primary school': [91.4, 95, 'Slightly behind'],
    'Children attending a good or better secondary school': [85.5, 81.9, 'Achieved'],
    'Pupils with special educational needs in work or learning': ['[x]', 86, 'No figure'],
    'First preferences met, primary': [100, 100, 'Achieved'],
    'Not in education, employment or training': [0, null, ''],
  }),
  'range-wards': range(
    {
      '2012/13': [['Prestbury', 0.4], 4.9, ['Crewe St Barnabas', 14.2]],
      '2013/14': [['Wilmslow West and Chorley', 0], 4.5, ['Crewe St Barnabas', 12.3]],
      '2014/15': [['Macclesfield Hurdsfield and Tytherington', '[c]'], '[c]', ['Crewe St Barnabas', 10]],
    },
    { number: 10, text: 'No ward above 10%' },
  ),
  'pace-lower-is-better': pace({
    'Severe absence rate': [-0.02, 0.09, -0.57],
    'Persistent absence rate': [-2.11, -1.81, -2.13],
    'Overall absence rate': [0, 0, -0.56],
    'New education, health and care plans within 20 weeks, 2022/23 to 2024/25': [-19.9, -3.9, 29.26],
  }),
  'pace-one-row': unsettledChart(pace({ 'Attainment 8': [0.3, 0.1, 4.32] }), 'provisional'),
  'pace-all-worse': pace({
    'Average points': [-1234.5, -12, 310.2],
    'Children in need, reading, writing and mathematics': [-11, -2, 8.41],
  }),
  'pace-twelve': pace(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, row) => [
        `Grammar, punctuation and spelling, average score, ${row + 1}`,
        [6 - row, row % 3 === 0 ? 6 - row : 1, 5.3] as const,
      ]),
    ),
  ),
  'range-bounds': range({
    'Good level of development': [['Crewe', 0], 50, ['Knutsford', 100]],
    'Level 4 or above': [['Crewe', 84], 84, ['Knutsford', 84]],
  }),
};
