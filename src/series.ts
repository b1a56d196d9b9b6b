import type { Published } from './gate/primary.ts';
import type { Breakdown } from './model/breakdown.ts';
import type { Edition } from './model/edition.ts';
import { keyText, statuses } from './model/observation.ts';
import type { Period } from './model/time.ts';

/** Figures of one indicator, area and breakdown, in order of period, one a period. */
export type Series = readonly Published[];

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
  readonly newer: (indicator: string) => Release | null;
};

/** A release of figures for a period: its day, or null when they were always known. */
type Release = { readonly period: Period; readonly released: string | null };

/**
 * What an edition knows: of rows for its own and earlier periods, the one released last on or before its
 * cut-off. A row without a release date counts as always known; a projection is never an outcome.
 */
export function knownTo(edition: Edition, published: readonly Published[]): KnownFigures {
  const byKey = new Map<string, Map<Period, Published>>();
  const later = new Map<string, Published[]>();
  const newer = new Map<string, Release>();
  const projections = new Map<string, Published>();
  for (const figure of published) {
    if (figure.status === 'projection') {
      if (isUnknownTo(edition, figure)) continue;
      const key = keyText(figure);
      const held = projections.get(key);
      if (held === undefined || supersedes(figure, held)) projections.set(key, figure);
      continue;
    }
    if (isUnknownTo(edition, figure)) {
      if (isNewer(figure, newer.get(figure.indicator))) newer.set(figure.indicator, figure);
      if (figure.period <= edition.period) {
        const key = keyText(figure);
        const held = later.get(key);
        if (held === undefined) later.set(key, [figure]);
        else held.push(figure);
      }
      continue;
    }
    const key = seriesKey(figure.indicator, figure.area, figure.breakdown);
    const periods = byKey.get(key) ?? new Map<Period, Published>();
    const held = periods.get(figure.period);
    if (held === undefined || supersedes(figure, held)) periods.set(figure.period, asKnown(figure, edition));
    byKey.set(key, periods);
  }
  const sorted = new Map([...byKey].map(([key, periods]) => [key, inOrder([...periods.values()])] as const));
  const series: KnownFigures['series'] = (...key) => sorted.get(seriesKey(...key)) ?? [];
  return {
    series,
    projected: (...key) => projections.get(figureKey(...key)),
    later: (...key) => (later.get(figureKey(...key)) ?? []).toSorted((a, b) => (supersedes(a, b) ? 1 : -1)),
    newer: indicator => newer.get(indicator) ?? null,
    at: (indicator, area, breakdown, period) => byKey.get(seriesKey(indicator, area, breakdown))?.get(period),
  };
}

function isUnknownTo(edition: Edition, { period, released }: Published): boolean {
  return period > edition.period || (released !== null && released > edition['cut-off']);
}

function isNewer({ period, released }: Published, held: Release | undefined): boolean {
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

function figureKey(indicator: string, area: string, breakdown: Breakdown, period: Period): string {
  return keyText({ indicator, area, breakdown, period });
}

function inOrder(figures: readonly Published[]): Series {
  return figures.toSorted((a, b) => (a.period < b.period ? -1 : 1));
}

/** The later release wins; of rows released together, the more settled. */
function supersedes(figure: Published, held: Published): boolean {
  const released = (figure.released ?? '').localeCompare(held.released ?? '');
  return released === 0 ? statuses.indexOf(figure.status) > statuses.indexOf(held.status) : released > 0;
}
