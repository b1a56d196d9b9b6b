import { protect } from '../../src/gate/primary.ts';
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import { type Findings, findingsOn } from '../../src/judgements/findings.ts';
import type { Setting } from '../../src/judgements/setting.ts';
import type { Area, NeighbourList } from '../../src/model/area.ts';
import { type Breakdown, type Topic, total } from '../../src/model/breakdown.ts';
import { type Indicator, indicatorSchema } from '../../src/model/indicator.ts';
import type { GivenDifference, Status } from '../../src/model/observation.ts';
import { yearsAfter } from '../../src/model/time.ts';
import { absent, type Interval, known, type Value } from '../../src/model/value.ts';
import { knownTo } from '../../src/series.ts';
import type { Observation } from '../../src/sources/council-folder.ts';

/** An indicator with the least that the schema asks for, and what a test says of it. Invented for tests. */
export function indicatorOf(said: Partial<Indicator> = {}): Indicator {
  const least = {
    id: 'reading',
    label: 'Level 4 or above in reading',
    short: 'Reading',
    definition: 'Pupils who reached level 4 or above in reading.',
    statement: '{value} of pupils reached level 4 or above in reading',
    subject: 'the share of pupils reaching level 4 or above in reading',
    measure: 'percentage',
    unit: 'percent',
    decimals: 0,
    polarity: 'high',
    comparators: ['nation', 'region', 'neighbours'],
    source: 'a-source',
    method: 'As published.',
    start: '200001',
    bands: { similar: 0.5, slight: 1, well: 5 },
  };
  return { ...indicatorSchema.parse(least), theme: 'ks2', ...said };
}

/** The areas of the tests: a council, its region, the nation and ten neighbours. */
export const council: Area = { code: 'E06000049', name: 'Cheshire East', kind: 'authority' };
export const region: Area = {
  code: 'E12000002',
  name: 'North West',
  phrase: 'the North West',
  kind: 'region',
};
export const nation: Area = { code: 'E92000001', name: 'England', kind: 'nation' };
export const neighbours: NeighbourList = {
  id: 'statistical-neighbours-2018-19',
  label: 'Statistical neighbours, 2018/19',
  source: 'a-source',
  areas: Array.from({ length: 10 }, (_, index) => `N0${index}`),
};

/** Girls and boys, and the gap between them. */
export const sex: Topic = {
  id: 'Sex',
  label: 'Girls and boys',
  about: 'Pupils by sex.',
  groups: [
    { id: 'Girls', label: 'Girls', phrase: 'girls' },
    { id: 'Boys', label: 'Boys', phrase: 'boys' },
  ],
  gaps: [{ group: 'Boys', against: 'Girls' }],
};

/** A cell as a test writes it: "84", "62.0", "c", "~5". */
export function cell(text: string): Value {
  if (/^-?\d/.test(text)) return known(text, text.split('.')[1]?.length ?? 0);
  if (text.startsWith('~')) return known(text.slice(1), 0, 'about');
  return absent(text as 'c');
}

/** One row; everything a test does not say is plain. */
export type Row = {
  readonly value: Value;
  readonly area?: string;
  readonly period?: string;
  readonly breakdown?: Breakdown;
  readonly status?: Status;
  readonly released?: string | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly interval?: Interval | null;
};

/** A row of an indicator as an observation. */
export function observationOf(indicator: Indicator, row: Row): Observation {
  return {
    indicator: indicator.id,
    area: council.code,
    period: '201314',
    breakdown: total,
    status: 'final',
    released: null,
    numerator: null,
    denominator: null,
    source: 'a-source',
    note: null,
    place: { file: 'data/observations/ks2/201314.csv', line: 2, column: 1 },
    ...row,
  };
}

/** A setting in which rows of some indicators are known to the 2013-14 edition. */
export function settingOf(
  observations: readonly Observation[],
  indicators: readonly Indicator[],
  cutOff = '2015-07-31',
  differences: readonly GivenDifference[] = [],
): Setting {
  const edition = {
    id: '2013-14',
    period: '201314',
    title: 'Report',
    status: 'published',
    'cut-off': cutOff,
    neighbours: neighbours.id,
    'leaves-out': [],
    themes: ['ks2'],
    pending: [],
    headlines: indicators.map(({ id }) => id),
  } as const;
  const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]));
  return {
    edition: {
      ...edition,
      pending: [],
      themes: ['ks2'],
      'leaves-out': [],
      'news-claims': false,
      headlines: [...edition.headlines],
    },
    council,
    region,
    nation,
    neighbours,
    neighboursBefore: null,
    memory: new Map(),
    folder: { indicators, topics: [], editions: [] } as unknown as PublicFolder,
    areas: new Map([council, region, nation].map(area => [area.code, area])),
    known: knownTo(
      {
        ...{ ...edition, pending: [], themes: ['ks2'], 'leaves-out': [], 'news-claims': false },
        headlines: [...edition.headlines],
      },
      protect(observations, byId, policy, differences),
    ),
  };
}

/** A difference published beside a council's figure: on an earlier period, or beside another area. */
export function givenOf(
  indicator: Indicator,
  against: string,
  text: string,
  period = '201314',
): GivenDifference {
  const value = cell(text);
  if (value.kind === 'absent') throw new Error('the test publishes no difference');
  return { ...observationOf(indicator, { value, period }), value, against };
}

/** The findings on a council's series, written as texts from 2013/14 backwards, and on comparators' latest figures. */
export function findingsOf(
  values: readonly string[],
  said: { readonly indicator?: Partial<Indicator>; readonly nation?: string; readonly region?: string } = {},
): Findings {
  const indicator = indicatorOf(said.indicator);
  const rows: readonly Row[] = [
    ...values.map((text, years) => ({ value: cell(text), period: yearsAfter('201314', -years) })),
    ...(said.nation === undefined ? [] : [{ value: cell(said.nation), area: nation.code }]),
    ...(said.region === undefined ? [] : [{ value: cell(said.region), area: region.code }]),
  ];
  const observations = rows.map(row => observationOf(indicator, row));
  const findings = findingsOn(settingOf(observations, [indicator]), indicator);
  if (findings === null) throw new Error('the test has no figure for the council');
  return findings;
}
