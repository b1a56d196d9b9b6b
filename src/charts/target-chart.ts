import type { Mark, TargetChart } from '../model/chart.ts';
import type { Figure } from '../model/figure.ts';
import { type Period, periodLabel, yearsAfter, yearsBetween } from '../model/time.ts';
import type { PartFindings } from '../targets/findings.ts';
import { type Axis, type ChartSheet, position } from './drawing.ts';
import { markOf, scaleOf } from './from-findings.ts';
import type * as vl from './kit.ts';
import { type Words, wordsBox } from './lettering.ts';
import { endLabel, type Line, tellYears, yearsSpec } from './years.ts';

/** Outcomes as a firm line; the target as a broken one with bars for marks, on to its date; projections, hollow, on no line. */
export const targetKind: vl.ChartKind<TargetChart> = { spec: yearsSpec, tell };

function tell(chart: TargetChart, sheet: ChartSheet): vl.ChartTold {
  const { periods, outcomes, projections, target } = chart;
  const reached = (line: Pick<Line, 'name' | 'look' | 'marks' | 'status'>): Line => {
    const { at, value } = endLabel(line.marks);
    return { ...line, label: `${line.name}${value}${at === -1 ? '' : `, ${periods[at]}`}` };
  };
  const lines: readonly Line[] = [
    reached({ ...outcomes, look: 'council' }),
    ...(projections === null
      ? []
      : [reached({ name: 'Projection', look: 'projection', marks: projections, status: 'projected' })]),
    {
      name: 'Target',
      look: 'target',
      label: target.label,
      marks: periods.map((_, at) => target.points.find(each => each.at === at) ?? null),
      // Straight from point to point, whatever lies between.
      way: between(target.points, periods.length),
    },
  ];
  const milestones = (x: Axis, y: Axis, placed: readonly Words[]) =>
    milestonesOf(target.points, x, y, sheet, placed);
  return tellYears({ ...chart, lines, head: sheet.words.size + 4, more: milestones }, sheet);
}

/** The heights of a target's line at every period that it passes. */
function between(points: TargetChart['target']['points'], periods: number): readonly (number | null)[] {
  return Array.from({ length: periods }, (_, at) => {
    const before = points.findLast(each => each.at <= at);
    const after = points.find(each => each.at >= at);
    if (before?.number == null || after?.number == null) return null;
    const way = after.at === before.at ? 0 : (at - before.at) / (after.at - before.at);
    return before.number + way * (after.number - before.number);
  });
}

/** The numbers of milestones, where there is room: on the side away from the line, and from figures that are ahead of it. */
function milestonesOf(
  points: TargetChart['target']['points'],
  x: Axis,
  y: Axis,
  { small }: ChartSheet,
  placed: readonly Words[],
): readonly Words[] {
  const [baseline, ...ahead] = points;
  const rises = (points.at(-1)?.number ?? 0) >= (baseline?.number ?? 0);
  let free = x.range[0] - 8;
  return ahead.slice(0, -1).flatMap(({ at, number, text }) => {
    const from = position(x, at) + 5;
    const to = from + small.room(text);
    if (number === null || from < free || to > x.range[1]) return [];
    const middle = position(y, number) + (rises ? 1 : -1) * small.size * 0.9;
    const isClear = placed.every(word => {
      const box = wordsBox(word);
      return box.left > to || box.right < from || Math.abs(word.y - middle) > small.size * 1.6;
    });
    if (middle + small.size / 2 > y.range[0] || !isClear) return [];
    free = to + 6;
    return small.block([text], from, middle);
  });
}

/** Null where no line leads to the aim: the label says the aim in words. */
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
    scale: scaleOf(measure),
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
