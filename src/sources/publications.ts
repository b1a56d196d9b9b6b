import type { Report } from '../issues.ts';
import { total } from '../model/breakdown.ts';
import type { ReleasedSeries } from '../model/release.ts';
import { entryOf, type Known } from './names.ts';

/** A number of one publication, and where it stands. */
type Cell = { readonly number: number; readonly series: ReleasedSeries; readonly row: number };

/**
 * Warns of series that two publications give, where they differ by more than the rounding of what is printed: the report
 * has the figures of one of them alone, and readers may hold the other.
 */
export function checkPublications(all: readonly ReleasedSeries[], known: Known, report: Report): void {
  const bySeries = Map.groupBy(
    all.filter(({ companion }) => companion === null),
    ({ indicator, breakdown: { topic, group } }) => `${indicator}\n${topic}\n${group}`,
  );
  for (const held of bySeries.values()) {
    const [first, second, ...others] = Map.groupBy(held, ({ publication }) => publication);
    if (first === undefined || second === undefined) continue;
    const ours = cellsOf(first[1]);
    for (const [publication, theirs] of [second, ...others]) {
      const differing = [...cellsOf(theirs)].flatMap(([name, cell]) => {
        const other = ours.get(name);
        return other !== undefined && differ(cell, other, known) ? [{ cell, other }] : [];
      });
      const [shown] = differing;
      if (shown === undefined) continue;
      const { series, row, number } = shown.cell;
      const { indicator, breakdown } = series;
      const what = breakdown.topic === total.topic ? indicator : `${indicator}, ${breakdown.group}`;
      const place = { file: series.file, line: series.lines[row] ?? 1, column: 1 };
      const values = [number, shown.other.number].map(String) as [string, string];
      report(place, 'publications-differ', what, [publication, first[0]], values, differing.length - 1);
    }
  }
}

/** The numbers of a publication by area and year; of several releases the last one's. */
function cellsOf(vintages: readonly ReleasedSeries[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const series of vintages) {
    for (const [area, row] of series.rows) {
      for (const [at, year] of series.years.entries()) {
        const index = row * series.years.length + at;
        if (year !== null && series.states[index] === 1)
          cells.set(`${area} ${year.period}`, { number: series.numbers[index] ?? 0, series, row });
      }
    }
  }
  return cells;
}

/** True of numbers that are further apart than one of them would be if it were the other, rounded to what is printed. */
function differ(a: Cell, b: Cell, known: Known): boolean {
  const { decimals = 0 } = entryOf(known.indicators, a.series.indicator);
  return Math.abs(a.number - b.number) > 0.5 * 10 ** -decimals + 1e-9;
}
