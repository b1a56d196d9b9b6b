import type { Report } from '../issues.ts';
import { periodLabel } from '../model/time.ts';
import type { Observation } from './council-folder.ts';
import { entryOf, type Known } from './names.ts';
import { runOf } from './plausibility.ts';

/** A row and how many it counts, or counts among. */
type Counted = { readonly row: Observation; readonly count: number };

/** What is counted by fewer than this moves by as much without a cause. */
const fewest = 30;

/** A base or a count that is as many times another year's is of other schools or pupils. */
const severalFold = { base: 2, count: 3 } as const;

/**
 * Warns of what is counted, or counted among, several times as often as in the year before, with no break between: more or
 * fewer schools were covered, and nothing may be said across it. A row with a note has been looked at, and is let be.
 */
export function checkJumps(observations: readonly Observation[], known: Known, report: Report): void {
  const outcomes = observations.filter(({ status }) => status !== 'projection');
  const kinds = [
    ['base', outcomes.flatMap(baseOf)],
    ['count', outcomes.flatMap(row => countOf(row, known))],
  ] as const;
  for (const [kind, all] of kinds) {
    for (const run of Map.groupBy(all, ({ row }) => runOf(row, known)).values()) {
      const years = run.toSorted((a, b) => (a.row.period < b.row.period ? -1 : 1));
      years.forEach(({ row, count }, at) => {
        const before = years[at - 1];
        if (before === undefined || before.row.period === row.period || row.note !== null) return;
        const [less, more] = [count, before.count].toSorted((a, b) => a - b) as [number, number];
        if (more < fewest || less * severalFold[kind] > more) return;
        const was = periodLabel(before.row.period);
        report(row.place, 'coverage-jumps', String(count), String(before.count), was, row.indicator);
      });
    }
  }
}

function baseOf(row: Observation): readonly Counted[] {
  return row.denominator === null ? [] : [{ row, count: row.denominator }];
}

function countOf(row: Observation, { indicators }: Known): readonly Counted[] {
  const isCount = entryOf(indicators, row.indicator).measure === 'count';
  return isCount && row.value.kind === 'known' ? [{ row, count: Number(row.value.number) }] : [];
}
