import type { PartFindings } from '../judgements/target-parts.ts';
import type { Mark, Scale, TargetChart } from '../model/chart.ts';
import type { Figure } from '../model/figure.ts';
import type { Unit } from '../model/indicator.ts';
import { type Period, periodLabel, yearsAfter, yearsBetween } from '../model/time.ts';
import { markOf } from './from-findings.ts';

/**
 * The outcomes of a part's measure on the way from its baseline to its aim, or what was projected, or null where no
 * line leads to the aim: the label says the aim in words.
 */
export function targetChart(found: PartFindings, council: string, label: string): TargetChart | null {
  const { part, planned, now, worked, measure, progress } = found;
  if (planned.aim === null || planned.baseline === null || now === null) return null;
  if (worked?.line == null || progress === null || measure === null || measure.beside !== null) return null;
  const { baseline, aim } = planned;
  const from = part.baseline?.period ?? '';
  const last = [now.period, aim.period].toSorted().at(-1) ?? from;
  const periods = Array.from({ length: yearsBetween(from, last) + 1 }, (_, years) => yearsAfter(from, years));
  const marksOf = (figures: readonly Figure[]): readonly (Mark | null)[] =>
    periods.map(period => {
      const figure = figures.find(each => each.period === period);
      return figure === undefined ? null : markOf(figure);
    });
  const outcomes = found.isProjected ? found.earlier : [...found.earlier, now];
  const at = (period: Period) => periods.indexOf(period);
  return {
    kind: 'target',
    scale: scaleOf(measure.unit),
    periods: periods.map(periodLabel),
    outcomes: { name: council, marks: marksOf(outcomes) },
    projections: found.isProjected ? marksOf([now]) : null,
    target: {
      label,
      points: [baseline, ...planned.milestones, aim].map(figure => ({
        ...markOf(figure),
        at: at(figure.period),
      })),
    },
    breaks: [],
  };
}

function scaleOf(unit: Unit): Scale {
  return unit === 'percent'
    ? { suffix: '%', floor: 0, ceiling: 100 }
    : { suffix: '', floor: unit === 'points' ? null : 0, ceiling: null };
}
