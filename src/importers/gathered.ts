import { type Status, statuses } from '../model/observation.ts';
import type { Period } from '../model/time.ts';
import type { MapRow } from './series-maps.ts';
import { readYearLabel, statusOfTag } from './year-labels.ts';

export const rowEnds = {
  used: 'gave values',
  unasked: 'that no indicator asks for',
  group: 'about groups that no indicator asks for',
  level: 'of levels that are not used',
  area: 'of areas that are not held',
  school: 'of single schools',
  empty: 'without a figure',
} as const;
export type RowEnd = keyof typeof rowEnds;

type SeriesYear = {
  readonly period: Period;
  readonly label: string;
  readonly row: MapRow;
  status: Status | null;
};

/** The values of one indicator and group (or of its base, or an end of its interval): by area, then by place of the year; empty for none. */
export type GatheredSeries = {
  readonly id: string;
  readonly row: MapRow;
  readonly years: SeriesYear[];
  readonly cells: Map<string, string[]>;
};

/** Figures as they are gathered from one file, with what became of each of its rows. */
export type Gathered = {
  readonly series: Map<string, GatheredSeries>;
  readonly rows: Map<RowEnd, number>;
  /** Year labels that could not be read, by series, with how many rows had them. */
  readonly badYears: Map<string, number>;
};

export function gatherNothing(): Gathered {
  return { series: new Map(), rows: new Map(), badYears: new Map() };
}

export function countRows({ rows }: Gathered, end: RowEnd, number = 1): void {
  if (number !== 0) rows.set(end, (rows.get(end) ?? 0) + number);
}

export function seriesOf({ series }: Gathered, row: MapRow): GatheredSeries {
  const name = row.part === '' ? row.indicator : `${row.indicator}.${row.part}`;
  const id = `${name}\t${row.topic}\t${row.group}`;
  const found = series.get(id);
  if (found !== undefined) return found;
  const made: GatheredSeries = { id, row, years: [], cells: new Map() };
  series.set(id, made);
  return made;
}

/** The place of a year in a series, by the publisher's label and perhaps its word for how settled it is; -1 for no year. */
export function yearAt(
  gathered: Gathered,
  series: GatheredSeries,
  row: MapRow,
  label: string,
  tag = '',
): number {
  const read = readYearLabel(label, row.year);
  if (read === null) {
    const name = `${row.key}\t${label}`;
    gathered.badYears.set(name, (gathered.badYears.get(name) ?? 0) + 1);
    return -1;
  }
  const status = read.status ?? (tag === '' ? null : statusOfTag(tag));
  const at = series.years.findIndex(year => year.period === read.period && year.row === row);
  const year = series.years[at];
  if (year === undefined) return series.years.push({ period: read.period, label, row, status }) - 1;
  // A year of which some figures are less settled than others is as settled as they are.
  if (status !== null && (year.status === null || statuses.indexOf(status) < statuses.indexOf(year.status)))
    year.status = status;
  return at;
}

export function cellsOfArea({ cells }: GatheredSeries, area: string): string[] {
  const found = cells.get(area);
  if (found !== undefined) return found;
  const made: string[] = [];
  cells.set(area, made);
  return made;
}

/** Puts a value in its cell; false where another stands there already. */
export function putValue(cells: string[], year: number, text: string): boolean {
  const before = cells[year] ?? '';
  if (before !== '') return before === text;
  while (cells.length < year) cells.push('');
  cells[year] = text;
  return true;
}

/** Where two of a publisher's series that feed one of ours give one year and area different values: the first such of each two. */
export function contradictions({ series }: Gathered): readonly string[] {
  return [...series.values()].flatMap(({ years, cells }) =>
    years.flatMap((year, at) => {
      const before = years.findIndex(({ period }) => period === year.period);
      if (before === at) return [];
      const [area] =
        [...cells].find(
          ([, texts]) =>
            [texts[at], texts[before]].every(text => /\d/.test(text ?? '')) && texts[at] !== texts[before],
        ) ?? [];
      const both = `"${years[before]?.row.key}" and "${year.row.key}"`;
      return area === undefined ? [] : [`${both}, ${year.label}, ${area}`];
    }),
  );
}

/** Takes out areas and years of which a series has nothing but "not available", and counts their rows as without a figure. */
export function dropEmpty(gathered: Gathered): void {
  let dropped = 0;
  for (const { cells, years } of gathered.series.values()) {
    const heldIn = years.map(() => false);
    for (const [area, values] of cells) {
      let number = 0;
      let isHeld = false;
      for (let at = 0; at < values.length; at++) {
        if (values[at] === '') continue;
        number += 1;
        if (values[at] === 'x') continue;
        heldIn[at] = true;
        isHeld = true;
      }
      if (isHeld) continue;
      dropped += number;
      cells.delete(area);
    }
    for (const [at, isHeld] of heldIn.entries()) {
      if (isHeld) continue;
      for (const values of cells.values()) {
        if ((values[at] ?? '') === '') continue;
        dropped += 1;
        values[at] = '';
      }
    }
  }
  countRows(gathered, 'empty', dropped);
  countRows(gathered, 'used', -dropped);
}
