import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../sources/council-folder.ts';

/** How many pupils (or schools) a row is of: as it says, or as others say that are declared to be of the same; else null. */
export type BaseOf = (row: Observation, indicator: Indicator) => number | null;

/**
 * The bases of rows, those too that hold none: then it is the number that they are declared to be a share of, or the base of the
 * share whose numerator they are, or of others of their cohort. Where those do not agree nothing is said.
 */
export function basesOf(rows: readonly Observation[], indicators: ReadonlyMap<string, Indicator>): BaseOf {
  const [ofCohort, ofFigure] = [new Map<string, number | null>(), new Map<string, number | null>()];
  const counted = new Map<string, number>();
  const put = (map: Map<string, number | null>, place: string, base: number) => {
    map.set(place, map.has(place) && map.get(place) !== base ? null : base);
  };
  for (const row of rows) {
    const { denominator, value, status } = row;
    const indicator = indicators.get(row.indicator);
    if (indicator === undefined || status === 'projection') continue;
    if (value.kind === 'known') counted.set(placeOf(row, row.indicator), Number(value.number));
    if (denominator === null) continue;
    put(ofFigure, placeOf(row, row.indicator), denominator);
    if (indicator.cohort !== undefined) put(ofCohort, placeOf(row, indicator.cohort), denominator);
  }
  return (row, { cohort, numerator, 'share-of': whole }) =>
    row.denominator ??
    (whole === undefined ? null : counted.get(placeOf(row, whole))) ??
    (numerator === undefined ? null : ofFigure.get(placeOf(row, numerator))) ??
    (cohort === undefined ? null : ofCohort.get(placeOf(row, cohort))) ??
    null;
}

function placeOf({ area, period, breakdown }: Observation, name: string): string {
  return `${name}\n${area}\n${period}\n${breakdown.topic}\n${breakdown.group}`;
}
