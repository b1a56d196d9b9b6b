import type { Published } from './gate/primary.ts';
import { type AreaCell, noReleases, type Releases, type VintageFigures } from './gate/releases.ts';
import type { Breakdown } from './model/breakdown.ts';
import type { Edition } from './model/edition.ts';
import { statuses } from './model/observation.ts';
import type { Period } from './model/time.ts';
import { shown } from './model/value.ts';

/** Figures of one indicator, area and breakdown, in order of period, one a period. */
export type Series = readonly Published[];

/** True where a publisher never gave a figure: the rows stand there because its table lists every authority. */
export function isNeverGiven(rows: Series): boolean {
  return rows.every(
    ({ series, value }) => series !== null && value.kind === 'absent' && value.because === 'x',
  );
}

/** Every series an edition knows, found by indicator, area and breakdown. */
export type KnownFigures = {
  /** The series, empty when there is none. */
  readonly series: (indicator: string, area: string, breakdown: Breakdown) => Series;
  readonly at: (
    indicator: string,
    area: string,
    breakdown: Breakdown,
    period: Period,
  ) => Published | undefined;
  /** The same, made for whoever asks and not kept: of many areas, whose figures are of no use afterwards. */
  readonly once: KnownFigures['at'];
  /** The years in which an edition knows anything of a measure and group, whatever the area. */
  readonly years: (indicator: string, breakdown: Breakdown) => readonly Period[];
  /** What is published of each of some areas in one year, or null: for tables of every area, with no figure made of a published column. */
  readonly cells: (
    indicator: string,
    areas: readonly string[],
    breakdown: Breakdown,
    period: Period,
  ) => readonly (AreaCell | null)[];
  /** What was projected for a period, which is never an outcome: only targets ask, and only where no outcome is held. */
  readonly projected: KnownFigures['at'];
  /** What was released of a figure after the edition's cut-off, oldest first. */
  readonly later: (indicator: string, area: string, breakdown: Breakdown, period: Period) => Series;
  /** The newest figures of an indicator that are in the data and that the edition does not know, if there are any. */
  readonly newer: (indicator: string) => Newer | null;
};

/** Figures of a period that an edition does not know, and the day they came out; null when they were always known. */
type Newer = { readonly period: Period; readonly released: string | null };

/** The officer's rows of one measure by area and period, whatever an edition knows of them. */
type OwnRows = ReadonlyMap<string, ReadonlyMap<Period, readonly Published[]>>;

type Measure = {
  readonly own: OwnRows;
  readonly vintages: readonly VintageFigures[];
  readonly settled: Map<string, Map<Period, Published | null>>;
  readonly series: Map<string, Series>;
};

/**
 * What an edition knows: of rows for its own and earlier periods, the one released last on or before its
 * cut-off. A row without a release date counts as always known; a projection is never an outcome. Figures of publishers'
 * releases are made when they are first asked for; where the officer has a row of her own, released as late, hers stands.
 */
export function knownTo(
  edition: Edition,
  published: readonly Published[],
  releases: Releases = noReleases,
): KnownFigures {
  const own = rowsByMeasure(published);
  const newer = new Map<string, Newer>();
  const noted = new Set<string>();
  for (const figure of published) {
    if (figure.status !== 'projection') note(figure.indicator, figure);
  }
  function note(indicator: string, found: Newer): void {
    if (isUnknownTo(edition, found) && isNewer(found, newer.get(indicator))) newer.set(indicator, found);
  }
  const measures = new Map<string, Map<string, Map<string, Measure>>>();
  const measureOf = (indicator: string, { topic, group }: Breakdown): Measure => {
    const groups = entry(
      entry(measures, indicator, newMap<string, Map<string, Measure>>),
      topic,
      newMap<string, Measure>,
    );
    return entry(groups, group, () => ({
      own: own.get(measureName(indicator, { topic, group })) ?? new Map(),
      vintages: releases.vintages(indicator, { topic, group }),
      settled: new Map(),
      series: new Map(),
    }));
  };
  const outOf = (
    [indicator, area, breakdown, period]: Parameters<KnownFigures['at']>,
    kept: 'at' | 'once' = 'at',
  ) => {
    const { own, vintages } = measureOf(indicator, breakdown);
    const rows = own.get(area)?.get(period) ?? [];
    const theirs = vintages.flatMap(vintage => vintage[kept](area, period) ?? []);
    return theirs.length === 0 ? rows : [...rows, ...theirs];
  };
  const at: KnownFigures['at'] = (indicator, area, breakdown, period) => {
    const { settled } = measureOf(indicator, breakdown);
    const last = () => lastKnown(edition, outOf([indicator, area, breakdown, period])) ?? null;
    return entry(entry(settled, area, newMap<Period, Published | null>), period, last) ?? undefined;
  };
  const once: KnownFigures['once'] = (...key) => {
    const [indicator, area, breakdown, period] = key;
    const held = measureOf(indicator, breakdown).settled.get(area)?.get(period);
    return held === undefined ? lastKnown(edition, outOf(key, 'once')) : (held ?? undefined);
  };
  const series: KnownFigures['series'] = (indicator, area, breakdown) =>
    entry(measureOf(indicator, breakdown).series, area, () => seriesOf(indicator, area, breakdown));
  function seriesOf(...[indicator, area, breakdown]: Parameters<KnownFigures['series']>): Series {
    const { own, vintages } = measureOf(indicator, breakdown);
    const rows = own.get(area)?.keys() ?? [];
    const periods = new Set([...rows, ...vintages.flatMap(vintage => vintage.periods(area))]);
    return [...periods].toSorted().flatMap(period => at(indicator, area, breakdown, period) ?? []);
  }
  /** The columns that an edition knows of a year, the last released first. */
  const columnsOf = ({ vintages }: Measure, period: Period) =>
    vintages
      .flatMap(vintage => vintage.column(period) ?? [])
      .filter(column => column.status !== 'projection' && !isUnknownTo(edition, column))
      .toSorted((a, b) => (supersedes(b, a) ? 1 : supersedes(a, b) ? -1 : 0));
  const cells: KnownFigures['cells'] = (indicator, areas, breakdown, period) => {
    const measure = measureOf(indicator, breakdown);
    const columns = columnsOf(measure, period);
    return areas.map(area => {
      if (measure.own.get(area)?.has(period)) return cellOf(at(indicator, area, breakdown, period));
      for (const column of columns) {
        const cell = column.of(area);
        if (cell !== null) return cell;
      }
      return null;
    });
  };
  const years: KnownFigures['years'] = (indicator, breakdown) => {
    const measure = measureOf(indicator, breakdown);
    const own = [...measure.own.values()].flatMap(rows => [...rows.keys()]);
    const theirs = new Set(releases.years(indicator).map(({ period }) => period));
    const known = [...theirs].filter(period => columnsOf(measure, period).length > 0);
    return [...new Set([...own.filter(period => period <= edition.period), ...known])].toSorted();
  };
  return {
    series,
    at,
    once,
    years,
    cells,
    projected: (...key) =>
      outOf(key)
        .filter(figure => figure.status === 'projection' && !isUnknownTo(edition, figure))
        .reduce<Published | undefined>(theLater, undefined),
    later: (...key) =>
      key[3] > edition.period
        ? []
        : outOf(key)
            .filter(figure => figure.status !== 'projection' && isUnknownTo(edition, figure))
            .toSorted((a, b) => (supersedes(a, b) ? 1 : -1)),
    newer: indicator => {
      if (!noted.has(indicator)) for (const year of releases.years(indicator)) note(indicator, year);
      noted.add(indicator);
      return newer.get(indicator) ?? null;
    },
  };
}

function lastKnown(edition: Edition, figures: readonly Published[]): Published | undefined {
  const last = figures
    .filter(figure => figure.status !== 'projection' && !isUnknownTo(edition, figure))
    .reduce<Published | undefined>(theLater, undefined);
  return last === undefined ? undefined : asKnown(last, edition);
}

function theLater(held: Published | undefined, figure: Published): Published {
  return held === undefined || supersedes(figure, held) ? figure : held;
}

/** Rows by indicator and group, then by area and by period, in the order in which they were read. */
function rowsByMeasure(published: readonly Published[]): ReadonlyMap<string, OwnRows> {
  const measures = new Map<string, Map<string, Map<Period, Published[]>>>();
  for (const figure of published) {
    const areas = entry(
      measures,
      measureName(figure.indicator, figure.breakdown),
      newMap<string, Map<Period, Published[]>>,
    );
    entry(entry(areas, figure.area, newMap<Period, Published[]>), figure.period, (): Published[] => []).push(
      figure,
    );
  }
  return measures;
}

function entry<Key, Entry>(map: Map<Key, Entry>, key: Key, make: () => Entry): Entry {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function newMap<Key, Entry>(): Map<Key, Entry> {
  return new Map();
}

function cellOf(figure: Published | undefined): AreaCell | null {
  if (figure === undefined) return null;
  const { area, value, status, released, source, series } = figure;
  const of = { area, status, released, source, isOwn: series === null };
  if (value.kind === 'absent')
    return { ...of, number: null, because: value.because, decimals: 0, isAbout: false, isUnrounded: false };
  const isUnrounded = value.precision === 'unrounded';
  return {
    ...of,
    number: Number(isUnrounded ? value.number : shown(value)),
    because: null,
    decimals: value.decimals,
    isAbout: value.precision === 'about',
    isUnrounded,
  };
}

function isUnknownTo(edition: Edition, { period, released }: Newer): boolean {
  return period > edition.period || (released !== null && released > edition['cut-off']);
}

function isNewer({ period, released }: Newer, held: Newer | undefined): boolean {
  if (held === undefined || period > held.period) return true;
  return period === held.period && (released ?? '') > (held.released ?? '');
}

/** The figure with only those published differences that were out by the edition's cut-off. */
function asKnown(figure: Published, edition: Edition): Published {
  const isOut = ({ released }: Published['differences'][number]) =>
    released === null || released <= edition['cut-off'];
  return figure.differences.every(isOut)
    ? figure
    : { ...figure, differences: figure.differences.filter(isOut) };
}

function measureName(indicator: string, { topic, group }: Breakdown): string {
  return `${indicator}\n${topic}\n${group}`;
}

type Dated = Pick<Published, 'released' | 'status'>;

/** The later release wins; of rows released together, the more settled. */
function supersedes(figure: Dated, held: Dated): boolean {
  const released = (figure.released ?? '').localeCompare(held.released ?? '');
  return released === 0 ? statuses.indexOf(figure.status) > statuses.indexOf(held.status) : released > 0;
}
