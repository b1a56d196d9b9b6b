import type { Published } from './gate/primary.ts';
import { noReleases, type Releases } from './gate/releases.ts';
import type { Breakdown } from './model/breakdown.ts';
import type { Edition } from './model/edition.ts';
import { statuses } from './model/observation.ts';
import type { Period } from './model/time.ts';

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
  /** The figure of one period, if there is one. */
  readonly at: (
    indicator: string,
    area: string,
    breakdown: Breakdown,
    period: Period,
  ) => Published | undefined;
  /** What was projected for a period, which is never an outcome: only targets ask, and only where no outcome is held. */
  readonly projected: KnownFigures['at'];
  /** What was released of a figure after the edition's cut-off, oldest first. */
  readonly later: (indicator: string, area: string, breakdown: Breakdown, period: Period) => Series;
  /** The newest figures of an indicator that are in the data and that the edition does not know, if there are any. */
  readonly newer: (indicator: string) => Newer | null;
};

/** Figures of a period that an edition does not know, and the day they came out; null when they were always known. */
type Newer = { readonly period: Period; readonly released: string | null };

/** The rows of one series by period, whoever knows them. */
type Rows = ReadonlyMap<Period, readonly Published[]>;

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
  const rows = rowsBySeries(published);
  const newer = new Map<string, Newer>();
  for (const figure of published) {
    if (figure.status !== 'projection') note(figure.indicator, figure);
  }
  function note(indicator: string, found: Newer): void {
    if (isUnknownTo(edition, found) && isNewer(found, newer.get(indicator))) newer.set(indicator, found);
  }
  const outOf = (...[indicator, area, breakdown, period]: Parameters<KnownFigures['at']>) => {
    const own = rows.get(seriesKey(indicator, area, breakdown))?.get(period) ?? [];
    const theirs = releases.of(indicator, area, breakdown, period);
    return theirs.length === 0 ? own : [...theirs, ...own];
  };
  const settled = new Map<string, Published | undefined>();
  const at: KnownFigures['at'] = (...key) => {
    const name = figureKey(...key);
    if (!settled.has(name)) settled.set(name, lastKnown(edition, outOf(...key)));
    return settled.get(name);
  };
  const held = new Map<string, Series>();
  const series: KnownFigures['series'] = (...key) => {
    const name = seriesKey(...key);
    const found = held.get(name) ?? seriesOf(...key);
    held.set(name, found);
    return found;
  };
  function seriesOf(...key: Parameters<KnownFigures['series']>): Series {
    const own: Rows | undefined = rows.get(seriesKey(...key));
    const periods = new Set([...(own?.keys() ?? []), ...releases.periods(...key)]);
    return [...periods].toSorted().flatMap(period => at(...key, period) ?? []);
  }
  return {
    series,
    at,
    projected: (...key) =>
      outOf(...key)
        .filter(figure => figure.status === 'projection' && !isUnknownTo(edition, figure))
        .reduce<Published | undefined>(theLater, undefined),
    later: (...key) =>
      key[3] > edition.period
        ? []
        : outOf(...key)
            .filter(figure => figure.status !== 'projection' && isUnknownTo(edition, figure))
            .toSorted((a, b) => (supersedes(a, b) ? 1 : -1)),
    newer: indicator => {
      for (const year of releases.years(indicator)) note(indicator, year);
      return newer.get(indicator) ?? null;
    },
  };
}

/** The outcome released last of those an edition knows. */
function lastKnown(edition: Edition, figures: readonly Published[]): Published | undefined {
  const last = figures
    .filter(figure => figure.status !== 'projection' && !isUnknownTo(edition, figure))
    .reduce<Published | undefined>(theLater, undefined);
  return last === undefined ? undefined : asKnown(last, edition);
}

function theLater(held: Published | undefined, figure: Published): Published {
  return held === undefined || supersedes(figure, held) ? figure : held;
}

/** Rows by series and then by period, in the order in which they were read. */
function rowsBySeries(published: readonly Published[]): ReadonlyMap<string, Rows> {
  const bySeries = new Map<string, Map<Period, Published[]>>();
  for (const figure of published) {
    const key = seriesKey(figure.indicator, figure.area, figure.breakdown);
    const periods = bySeries.get(key) ?? new Map<Period, Published[]>();
    bySeries.set(key, periods);
    const rows = periods.get(figure.period);
    if (rows === undefined) periods.set(figure.period, [figure]);
    else rows.push(figure);
  }
  return bySeries;
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

function seriesKey(indicator: string, area: string, { topic, group }: Breakdown): string {
  return `${indicator}\n${area}\n${topic}\n${group}`;
}

function figureKey(indicator: string, area: string, { topic, group }: Breakdown, period: Period): string {
  return `${indicator}\n${area}\n${period}\n${topic}\n${group}`;
}

/** The later release wins; of rows released together, the more settled. */
function supersedes(figure: Published, held: Published): boolean {
  const released = (figure.released ?? '').localeCompare(held.released ?? '');
  return released === 0 ? statuses.indexOf(figure.status) > statuses.indexOf(held.status) : released > 0;
}
