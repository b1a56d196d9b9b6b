import { readFileSync } from 'node:fs';
import { protect } from '../../src/gate/primary.ts';
import { type Findings, findingsOn } from '../../src/judgements/findings.ts';
import type { Setting } from '../../src/judgements/setting.ts';
import type { Area, NeighbourList } from '../../src/model/area.ts';
import { type Breakdown, total } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { GivenDifference } from '../../src/model/observation.ts';
import { editionId, type Period, yearsAfter } from '../../src/model/time.ts';
import { known } from '../../src/model/value.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { type Draft, textOf } from '../../src/narrative/sentence.ts';
import { knownTo } from '../../src/series.ts';
import { cell, council, nation, observationOf, type Row, region, settingOf } from './findings.ts';

/** What a golden test says of the edition, besides its rows; the year of results is 2025 where it says nothing. */
export type Told = {
  readonly results?: number;
  readonly areas?: readonly Area[];
  /** The edition's list of neighbours, then the one before it. */
  readonly lists?: readonly NeighbourList[];
  readonly differences?: readonly GivenDifference[];
};

/** The academic year that results of a year belong to: 202425 for those of 2025. */
export function resultsOf(year: number): Period {
  return yearsAfter(`${year}00`, -1);
}

/** A row for each year of results: `{ 2024: '61', 2025: '62' }`. */
export function rowsOf(values: Readonly<Record<number, string>>, said: Partial<Row> = {}): readonly Row[] {
  return Object.entries(values).map(([year, text]) => ({
    value: cell(text),
    period: resultsOf(Number(year)),
    ...said,
  }));
}

/** An edition of a year of results that knows some rows of an indicator. */
export function settingIn(indicator: Indicator, rows: readonly Row[], told: Told = {}): Setting {
  const { results = 2025, areas = [], lists = [], differences = [] } = told;
  const observations = rows.map(row => observationOf(indicator, row));
  const setting = settingOf(observations, [indicator]);
  const period = resultsOf(results);
  const edition = { ...setting.edition, id: editionId(period), period, 'cut-off': `${results + 1}-12-31` };
  const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
  const indicators = new Map([[indicator.id, indicator]]);
  return {
    ...setting,
    edition,
    areas: new Map([council, region, nation, ...areas].map(area => [area.code, area])),
    neighbours: lists[0] ?? null,
    neighboursBefore: lists[1] ?? null,
    known: knownTo(edition, protect(observations, indicators, policy, differences)),
  };
}

/** The findings of such an edition on an indicator, for everyone or for one group. */
export function findingsIn(
  indicator: Indicator,
  rows: readonly Row[],
  told: Told = {},
  breakdown: Breakdown = total,
): Findings {
  const findings = findingsOn(settingIn(indicator, rows, told), indicator, breakdown);
  if (findings === null) throw new Error('the test has no figure for the council');
  return findings;
}

/** Every sentence of an indicator's section, as the report prints them. */
export function printed(everyone: Findings, results = 2025): readonly string[] {
  const found = { indicator: everyone.indicator, everyone, groups: [], localities: [] };
  return indicatorSentences('section', found, resultsOf(results)).sentences.map(({ text }) => text);
}

/** A sentence as printed, or null where there is none. */
export function said(draft: Draft | null): string | null {
  return draft === null ? null : textOf(draft);
}

/** A difference as a publisher gives it, of the council's figure of a year unless a test says whose. */
export function differenceOf(
  indicator: Indicator,
  row: Partial<GivenDifference> & Pick<GivenDifference, 'against'>,
  text: string,
): GivenDifference {
  return {
    indicator: indicator.id,
    area: council.code,
    period: resultsOf(2025),
    breakdown: total,
    value: known(text, text.split('.')[1]?.length ?? 0),
    released: null,
    source: 'a-source',
    note: null,
    place: { file: 'data/differences/ks2/202425.csv', line: 2, column: 1 },
    ...row,
  };
}

/** The figures of 2025 for every authority, as `ranks.json` holds them. */
type Published = {
  readonly council: string;
  readonly nation: string;
  readonly values: readonly string[];
  readonly missing: number;
};
type Neighbour = { readonly code: string; readonly name: string; readonly value: string };

const file = new URL('../golden/ranks.json', import.meta.url);

/** The published figures of 2025: of every authority by measure, and of two lists of neighbours. */
export const ranks: {
  readonly measures: Readonly<Record<string, Published>>;
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
} = JSON.parse(readFileSync(file, 'utf8'));

/** Every authority with a figure in a measure (and those without one), in no order, with the rows of 2025. */
export function authoritiesOf(
  measure: string,
  neighbours: readonly Neighbour[] = [],
  breakdown: Breakdown = total,
): { readonly areas: readonly Area[]; readonly rows: readonly Row[]; readonly nation: Row } {
  const published = ranks.measures[measure];
  if (published === undefined) throw new Error(`ranks.json has no ${measure}`);
  const named = [{ ...council, value: published.council }, ...neighbours];
  const others = [...published.values];
  for (const { value } of named) others.splice(others.indexOf(value), 1);
  const unnamed = [...others, ...Array(published.missing).fill('x')].map((value, index) => ({
    code: `A${String(index).padStart(3, '0')}`,
    name: `Authority ${index}`,
    value,
  }));
  const all = shuffled([...named, ...unnamed]);
  const row = (area: string, text: string): Row => ({
    value: cell(text),
    area,
    period: resultsOf(2025),
    breakdown,
  });
  return {
    areas: all.map(({ code, name }) => ({ code, name, kind: 'authority' })),
    rows: all.map(({ code, value }) => row(code, value)),
    nation: row(nation.code, published.nation),
  };
}

/** The items in another order, the same on every run. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item, index) => ({ item, key: (index * 7919 + 104729) % 100003 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
