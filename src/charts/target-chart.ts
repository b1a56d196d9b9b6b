import type { Mark, Scale, TargetChart } from '../model/chart.ts';
import type { Figure } from '../model/figure.ts';
import type { Unit } from '../model/indicator.ts';
import { type Period, periodLabel, yearsAfter, yearsBetween } from '../model/time.ts';
import type { PartFindings } from '../targets/findings.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  linesHeight,
  type Marks,
  type PlacedMarker,
  position,
  rule,
  type Vertex,
  type Width,
} from './drawing.ts';
import { markOf } from './from-findings.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import {
  hollow,
  type Look,
  largeMarker,
  marker,
  markLabel,
  projectionLook,
  seriesLooks,
  statusMarker,
  targetLook,
} from './palette.ts';
import { spread } from './placing.ts';
import { breakNotes, grid, periodAxis, periodLabels, symbolRows } from './trend-chart.ts';

// From the last period to the words at the right, with a bit of each line between as its key.
const keyRoom = 30;
const air = 8;

/** Outcomes as a firm line; the target as a broken one with hollow marks, on to its date; projections apart from both. */
export function drawTarget(chart: TargetChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const ticks = targetTicks(chart);
  const [look = targetLook] = seriesLooks(['council']);
  const entries = entriesOf(chart, look, width);
  const room =
    Math.max(...entries.map(({ lines, weight }) => linesRoom(lines, sheet.size, weight))) + keyRoom;
  const left = linesRoom(ticks.labels, sheet.small) + 8;
  const x = periodAxis(chart.periods.length, left + 14, sheet.width - room);
  const notes = breakNotes(chart, x, sheet);
  const top = notes.height + sheet.size + 4;
  const tall = entries.reduce((sum, { lines }) => sum + linesHeight(lines.length, sheet.size) + air, 0);
  const bottom = top + Math.max(width === 'wide' ? 230 : 210, tall);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom, top] };
  const series = [
    { name: chart.outcomes.name, role: 'council' as const, marks: chart.outcomes.marks },
    ...(chart.projections === null
      ? []
      : [{ name: 'Projection', role: 'other' as const, marks: chart.projections }]),
  ];
  const symbols = symbolRows(
    { kind: 'trend', scale: chart.scale, periods: chart.periods, series, breaks: chart.breaks },
    { x, left, top: bottom, sheet },
  );
  return {
    width: sheet.width,
    height: Math.ceil(symbols.bottom + sheet.small * 1.9),
    x,
    y,
    ...gather(
      grid(ticks, y, left, x.range[1] + 8, sheet),
      notes.draw(bottom),
      keys(entries, { x, y, bottom: symbols.bottom, top, sheet }),
      symbols.marks,
      periodLabels(chart.periods, x, symbols.bottom, sheet),
      aimed(chart, { x, y, sheet }),
      expected(chart.projections ?? []),
      reached(chart, look),
    ),
  };
}

/** The gridlines of a target's vertical axis, in either drawing: its lowest says where the axis starts. */
export function targetTicks({ outcomes, projections, target, scale }: TargetChart): Ticks {
  const marks = [...outcomes.marks, ...(projections ?? []), ...target.points];
  return ticksFor(
    marks.flatMap(mark => mark?.number ?? []),
    scale,
  );
}

type Entry = {
  readonly lines: readonly string[];
  readonly weight: 'bold' | 'normal';
  readonly number: number | null;
  readonly look: Look;
  readonly mark: Omit<PlacedMarker, 'x' | 'y'>;
};

/** What is named at the right: the target, the last outcome, the last projection. */
function entriesOf(chart: TargetChart, council: Look, width: Width): readonly Entry[] {
  const { size } = drawingSizes[width];
  const room = width === 'wide' ? 180 : 96;
  const entry = (
    text: string,
    number: number | null,
    look: Look,
    mark: Entry['mark'],
    weight: Entry['weight'],
  ) => ({
    lines: wrapText(text, room, size, weight),
    weight,
    number,
    look,
    mark,
  });
  const { outcomes, projections, target, periods } = chart;
  const said = (name: string, marks: readonly (Mark | null)[]) => {
    const at = marks.findLastIndex(mark => typeof mark?.number === 'number');
    const mark = marks[at];
    return {
      text: mark ? `${name} ${markLabel(mark)}, ${periods[at]}` : name,
      number: mark?.number ?? null,
      mark,
    };
  };
  const outcome = said(outcomes.name, outcomes.marks);
  const own = marker(council);
  const projected = projections === null ? null : said('Projection', projections);
  return [
    entry(
      target.label,
      target.points.at(-1)?.number ?? null,
      targetLook,
      hollow(largeMarker(targetLook)),
      'normal',
    ),
    entry(
      outcome.text,
      outcome.number,
      council,
      outcome.mark ? statusMarker(own, outcome.mark) : own,
      'bold',
    ),
    ...(projected === null
      ? []
      : [
          entry(
            projected.text,
            projected.number,
            projectionLook,
            hollow(marker(projectionLook)),
            'normal' as const,
          ),
        ]),
  ];
}

type Frame = {
  readonly x: Axis;
  readonly y: Axis;
  readonly top: number;
  readonly bottom: number;
  readonly sheet: DrawingSize;
};

/** A bit of each line with its mark as a key, and its words, moved apart where they would overlap. */
function keys(entries: readonly Entry[], { x, y, top, bottom, sheet }: Frame): Marks {
  const wishes = entries.map(({ lines, number }) => ({
    middle: number === null ? bottom : position(y, number),
    extent: linesHeight(lines.length, sheet.size) + air,
  }));
  const middles = spread(wishes, top - sheet.size / 2, bottom + sheet.size / 2);
  const left = x.range[1] + keyRoom;
  return gather(
    ...entries.map(({ lines, weight, look, mark }, index): Partial<Marks> => {
      const middle = middles[index] ?? 0;
      const words = block(lines, left, middle, { size: sheet.size, weight });
      const pen = { stroke: look.colour, dash: look.dash, width: look.width };
      // The aim is the last point of the chart itself: a leader leads to it.
      if (index === 0) {
        const from = [x.range[1] + 10, wishes[0]?.middle ?? 0] as const;
        return { words, rules: [rule(from, [left - 4, middle], { stroke: look.colour })] };
      }
      return {
        words,
        rules: [rule([left - 20, middle], [left - 4, middle], pen)],
        keys: [{ x: left - 12, y: middle, ...mark, size: mark.size * 0.7 }],
      };
    }),
  );
}

/** The line from the baseline by the milestones to the aim; milestones are labelled where there is room. */
function aimed({ target }: TargetChart, { x, y, sheet }: Pick<Frame, 'x' | 'y' | 'sheet'>): Partial<Marks> {
  const pen = { series: 'target', stroke: targetLook.colour, dash: targetLook.dash, width: targetLook.width };
  const [baseline, ...ahead] = target.points;
  const rises = (target.points.at(-1)?.number ?? 0) >= (baseline?.number ?? 0);
  const words = [];
  let free = x.range[0] - 8;
  for (const { at, number, text } of ahead.slice(0, -1)) {
    // On the side away from the line, and from figures that are ahead of it.
    const from = position(x, at) + 5;
    const to = from + textRoom(text, sheet.small);
    if (number === null || from < free || to > x.range[1]) continue;
    const middle = position(y, number) + (rises ? 1 : -1) * sheet.small * 0.9;
    if (middle + sheet.small / 2 > y.range[0]) continue;
    words.push(...block([text], from, middle, { size: sheet.small }));
    free = to + 6;
  }
  return {
    lines: target.points.map(({ at, number }) => ({ ...pen, order: at, x: at, y: number })),
    points: ahead.flatMap(({ at, number }, index) =>
      number === null
        ? []
        : [
            {
              x: at,
              y: number,
              ...hollow(index === ahead.length - 1 ? largeMarker(targetLook) : marker(targetLook)),
            },
          ],
    ),
    words,
  };
}

/** What is expected: hollow squares, joined to nothing. */
function expected(projections: readonly (Mark | null)[]): Partial<Marks> {
  return {
    points: projections.flatMap((mark, at) =>
      mark?.number == null ? [] : [{ x: at, y: mark.number, ...hollow(marker(projectionLook)) }],
    ),
  };
}

function reached({ outcomes, breaks }: TargetChart, look: Look): Partial<Marks> {
  const pen = { series: 'outcomes', stroke: look.colour, dash: look.dash, width: look.width };
  const lines: Vertex[] = [];
  for (const [at, mark] of outcomes.marks.entries()) {
    if (breaks.some(({ before }) => before === at))
      lines.push({ ...pen, order: at - 0.5, x: at - 0.5, y: null });
    lines.push({ ...pen, order: at, x: at, y: mark?.number ?? null });
  }
  return {
    lines,
    points: outcomes.marks.flatMap((mark, at) =>
      mark?.number == null ? [] : [{ x: at, y: mark.number, ...statusMarker(marker(look), mark) }],
    ),
  };
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
