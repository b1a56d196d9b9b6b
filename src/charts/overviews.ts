import { breaksAmong } from '../judgements/comparability.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Beside } from '../judgements/setting.ts';
import type { MultiplesChart, SlopeChart, Spark } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { markOf, scaleOf, yearMark } from './from-findings.ts';

/** As few years as make a line worth drawing beside a figure. */
const fewestYears = 3;

/** The years up to the latest figure that are on its footing, or null where they are too few for a line. */
export function sparkOf({ indicator, years, latest, level, comparators }: Findings): Spark | null {
  if (level.value.kind !== 'known') return null;
  const until = years.filter(({ period }) => period <= latest.period);
  const start =
    breaksAmong(
      indicator,
      until.map(({ period }) => period),
    ).at(-1)?.before ?? 0;
  const footing = until.slice(start);
  const first = footing.findIndex(year => year.level?.value.kind === 'known');
  const shown = footing.slice(first);
  if (shown.filter(year => year.level?.value.kind === 'known').length < fewestYears) return null;
  const nation = comparators.findIndex(isNation);
  return {
    scale: scaleOf(indicator),
    council: shown.map(year => yearMark(year.level)),
    nation: nation === -1 ? null : shown.map(year => yearMark(year.beside[nation] ?? null)),
  };
}

/** Measures between the year before and now, in the order given. */
export function slopeOf(findings: readonly Findings[]): SlopeChart {
  const [first] = findings;
  const ends = [first?.change.earlier?.period ?? '', first?.latest.period ?? ''] as const;
  return {
    kind: 'slope',
    scale: { suffix: '%', floor: 0, ceiling: 100 },
    ends: [periodLabel(ends[0]), periodLabel(ends[1])],
    lines: findings.flatMap(({ indicator, change, level }) => {
      const before = change.rests[1];
      if (before === undefined) return [];
      return [
        { name: indicator.short, marks: [markOf(before), markOf(level.figure)], verdict: change.verdict },
      ];
    }),
  };
}

/** A panel a measure over the years that any of them has: the council, and the nation where it is set beside any. */
export function multiplesOf(findings: readonly Findings[], council: string): MultiplesChart {
  const periods = [...new Set(findings.flatMap(({ years }) => years.map(({ period }) => period)))].toSorted();
  const nation = findings.flatMap(({ comparators }) => comparators).find(isNation);
  return {
    kind: 'multiples',
    scale: { suffix: '%', floor: 0, ceiling: 100 },
    periods: periods.map(periodLabel),
    series: [
      { name: council, role: 'council' },
      ...(nation === undefined ? [] : [{ name: nation.name, role: 'nation' as const }]),
    ],
    panels: findings.map(({ indicator, years, comparators }) => {
      const beside = comparators.findIndex(isNation);
      const at = (period: string) => years.find(year => year.period === period);
      const own = periods.map(period => yearMark(at(period)?.level ?? null));
      const other = periods.map(period => yearMark(at(period)?.beside[beside] ?? null));
      return {
        name: indicator.short,
        marks: nation === undefined ? [own] : [own, other],
        breaks: breaksAmong(indicator, periods).map(({ before }) => before),
      };
    }),
  };
}

function isNation({ comparator }: Beside): boolean {
  return comparator === 'nation';
}
