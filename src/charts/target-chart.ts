import type { Mark, Scale, TargetChart } from '../model/chart.ts';
import type { Figure } from '../model/figure.ts';
import type { Unit } from '../model/indicator.ts';
import { type Period, periodLabel, yearsAfter, yearsBetween } from '../model/time.ts';
import type { PartFindings } from '../targets/findings.ts';
import { type Ticks, ticksFor } from './axis.ts';
import { type Axis, block, drawingSizes, gather, position, type Width, wordsBox } from './drawing.ts';
import { markOf } from './from-findings.ts';
import type { ChartKind, ChartTold } from './kit.ts';
import { linesRoom, textRoom } from './lettering.ts';
import { lineLabels, placeLabels } from './line-labels.ts';
import { markLabel } from './palette.ts';
import { axesTold, type Line, notesOver, periodAxis, rowsOfLine, symbolRows, yearsSpec } from './years.ts';

/** Outcomes as a firm line; the target as a broken one with bars for marks, on to its date; projections, hollow, on no line. */
export const targetKind: ChartKind<TargetChart> = { spec: yearsSpec, tell };

function tell(chart: TargetChart, width: Width): ChartTold {
  const { periods, outcomes, projections, target } = chart;
  const sheet = drawingSizes[width];
  const aims = periods.map((_, at) => target.points.find(each => each.at === at) ?? null);
  const reached: readonly Line[] = [
    { ...outcomes, look: 'council' },
    ...(projections === null
      ? []
      : [{ name: 'Projection', look: 'projection', marks: projections, status: 'projected' } as const]),
  ];
  const aimed: Line = { name: 'Target', look: 'target', marks: aims };
  const labels = lineLabels(
    [
      ...reached.map(({ name, look, marks }) => {
        const at = marks.findLastIndex(mark => typeof mark?.number === 'number');
        const mark = marks[at];
        const text = mark ? `${name} ${markLabel(mark)}, ${periods[at]}` : name;
        return { text, look, numbers: marks.map(each => each?.number ?? null) };
      }),
      { text: target.label, look: 'target', numbers: between(target.points, periods.length) },
    ],
    sheet,
    width,
  );
  const ticks = targetTicks(chart);
  const left = linesRoom(ticks.labels, sheet.small) + 8;
  const right = sheet.width - labels.room + 8;
  const x = periodAxis(periods.length, left, right);
  const notes = notesOver(chart, x, sheet);
  const top = notes.height + sheet.size + 4;
  const bottom = top + Math.max(width === 'wide' ? 230 : 210, labels.height);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const series = reached.map(({ name, look, marks }) => ({
    name,
    role: look === 'council' ? look : ('other' as const),
    marks,
  }));
  const symbols = symbolRows({ ...chart, kind: 'trend', series }, { x, left, top: bottom, sheet });
  const placed = placeLabels(labels, {
    x,
    y,
    top,
    bottom: symbols.bottom,
    symbols: [...symbols.middles, null],
    breaks: chart.breaks,
  });
  return {
    width: sheet.width,
    height: Math.ceil(symbols.bottom + sheet.small * 1.9),
    plot: { left, right, top, bottom },
    params: axesTold(periods, x, ticks, symbols.bottom - bottom, sheet),
    data: {
      breaks: notes.breaks(top),
      rows: [
        // The line of a target is straight from point to point; its baseline is an outcome.
        ...rowsOfLine(aimed, { periods, breaks: [] }, x)
          .filter(({ number }) => number !== null)
          .map((row, index) => ({ ...row, marked: index > 0 })),
        ...reached.toReversed().flatMap(line => rowsOfLine(line, chart, x)),
      ],
    },
    ...gather({ words: notes.words }, symbols.marks, placed, {
      words: milestones(chart, { x, y }, sheet.small, placed.words),
    }),
  };
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
function milestones(
  { target }: TargetChart,
  { x, y }: { readonly x: Axis; readonly y: Axis },
  size: number,
  placed: ReturnType<typeof block>,
): ReturnType<typeof block> {
  const [baseline, ...ahead] = target.points;
  const rises = (target.points.at(-1)?.number ?? 0) >= (baseline?.number ?? 0);
  let free = x.range[0] - 8;
  return ahead.slice(0, -1).flatMap(({ at, number, text }) => {
    const from = position(x, at) + 5;
    const to = from + textRoom(text, size);
    if (number === null || from < free || to > x.range[1]) return [];
    const middle = position(y, number) + (rises ? 1 : -1) * size * 0.9;
    const isClear = placed.every(word => {
      const box = wordsBox(word);
      return box.left > to || box.right < from || Math.abs(word.y - middle) > size * 1.6;
    });
    if (middle + size / 2 > y.range[0] || !isClear) return [];
    free = to + 6;
    return block([text], from, middle, { size });
  });
}

/** The gridlines of a target's vertical axis, in either drawing: its lowest says where the axis starts. */
export function targetTicks({ outcomes, projections, target, scale }: TargetChart): Ticks {
  const marks = [...outcomes.marks, ...(projections ?? []), ...target.points];
  return ticksFor(
    marks.flatMap(mark => mark?.number ?? []),
    scale,
  );
}

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
    : { suffix: '', floor: unit === 'points' || unit === 'scaled-score' ? null : 0, ceiling: null };
}
