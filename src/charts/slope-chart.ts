import type { Mark, SlopeChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  drawingSizes,
  gather,
  linesHeight,
  type Marks,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { linesRoom, wrapText } from './lettering.ts';
import { marker, markLabel, statusMarker, verdictLook } from './palette.ts';
import { spread } from './placing.ts';

type Line = SlopeChart['lines'][number];

const air = 7;
const verdictWords = { better: ' (better)', worse: ' (worse)', same: '', none: '' } as const;

// On a phone the last value stands over its name, which gets its room. A leader joins each point to its words.
const layouts = {
  wide: { across: 150, leader: 32, stacked: false, least: 240 },
  narrow: { across: 34, leader: 21, stacked: true, least: 200 },
} as const;

/** The words of a line: its first value, and its last value with its name and verdict. */
type Labels = {
  readonly before: readonly string[];
  readonly value: readonly string[];
  readonly name: readonly string[];
};

/** Two years as two columns of points joined by lines, each with its value at both ends and its name at the last. */
export function drawSlope(chart: SlopeChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const { size } = sheet;
  const { across, leader, stacked, least } = layouts[width];
  const ticks = slopeTicks(chart);
  // A symbol may be several words long.
  const befores = chart.lines.map(({ marks }) => wrapText(markLabel(marks[0]), stacked ? 76 : 170, size));
  const left = Math.max(linesRoom(befores.flat(), size) + leader, linesRoom([chart.ends[0]], size));
  const x: Axis = { domain: [0, 1], range: [left, left + across] };
  const valuesAt = x.range[1] + leader;
  const values = chart.lines.map(({ marks }) =>
    wrapText(markLabel(marks[1]), stacked ? sheet.width - valuesAt : 170, size, 'bold'),
  );
  const namesAt = stacked ? valuesAt : valuesAt + linesRoom(values.flat(), size, 'bold') + 8;
  const labels = chart.lines.map(
    (line, index): Labels => ({
      before: befores[index] ?? [],
      value: values[index] ?? [],
      // Letters that a reader sets apart take a fifth more room.
      name: wrapText(`${line.name}${verdictWords[line.verdict]}`, (sheet.width - namesAt) / 1.2, size),
    }),
  );
  const head = linesHeight(1, size) + 14;
  const needed = labels.reduce((sum, label) => sum + linesHeight(rowsOf(label, stacked), size) + air, 0);
  const bottom = head + Math.max(needed, least);
  const y: Axis = { domain: [ticks.low, ticks.high], range: [bottom - size, head + size / 2] };
  const frame = { x, y, head, bottom, size, leader, stacked, namesAt };
  const [before, after] = middlesOf(chart, labels, frame);
  return {
    width: sheet.width,
    height: Math.ceil(bottom + size / 2),
    x,
    y,
    ...gather(
      columns(chart.ends, frame),
      ...chart.lines.flatMap((line, index) => {
        const ends = [before?.[index] ?? 0, after?.[index] ?? 0] as const;
        const label = labels[index] as Labels;
        return [drawLine(line, `${index}`), leaders(line, ends, label, frame), words(ends, label, frame)];
      }),
    ),
  };
}

/** The ticks of a slope's axis, in either drawing: it has no gridlines, but its start is said. */
export function slopeTicks({ lines, scale }: SlopeChart): Ticks {
  return ticksFor(
    lines.flatMap(({ marks }) => marks.flatMap(({ number }) => number ?? [])),
    scale,
    true,
  );
}

type Frame = {
  readonly x: Axis;
  readonly y: Axis;
  readonly head: number;
  readonly bottom: number;
  readonly size: number;
  readonly leader: number;
  readonly stacked: boolean;
  readonly namesAt: number;
};

function rowsOf({ value, name }: Labels, stacked: boolean): number {
  return stacked ? value.length + name.length : Math.max(value.length, name.length);
}

function columns(ends: SlopeChart['ends'], { x, head, bottom, size, stacked }: Frame): Partial<Marks> {
  const aligns = stacked ? (['right', 'left'] as const) : (['center', 'center'] as const);
  return {
    rules: x.range.map(at => rule([at, head - 4], [at, bottom], { opacity: 0.35 })),
    words: ends.flatMap((label, end) => {
      const aside = stacked ? (end === 0 ? 8 : -8) : 0;
      return block([label], (x.range[end] ?? 0) + aside, size * 0.6, {
        size,
        align: aligns[end] ?? 'center',
      });
    }),
  };
}

/** The middles of the labels at each end, moved apart where they would overlap; an absent figure is beside the other. */
function middlesOf(
  { lines }: SlopeChart,
  labels: readonly Labels[],
  { y, head, bottom, size, stacked }: Frame,
) {
  const wish = (mark: Mark, other: Mark) => {
    const number = mark.number ?? other.number;
    return number === null ? bottom : position(y, number);
  };
  const befores = lines.map(({ marks: [one, other] }, index) => ({
    middle: wish(one, other),
    extent: linesHeight(labels[index]?.before.length ?? 1, size) + 2,
  }));
  const afters = lines.map(({ marks: [one, other] }, index) => ({
    middle: wish(other, one),
    extent: linesHeight(rowsOf(labels[index] as Labels, stacked), size) + air,
  }));
  return [spread(befores, head, bottom), spread(afters, head, bottom)];
}

function drawLine({ marks, verdict }: Line, series: string): Partial<Marks> {
  const look = verdictLook(verdict);
  const pen = { series, stroke: look.colour, dash: look.dash, width: look.width };
  const joined = marks.every(({ number }) => number !== null);
  return {
    lines: joined ? marks.map(({ number }, order) => ({ ...pen, order, x: order, y: number })) : [],
    points: marks.flatMap((mark, at) =>
      mark.number === null ? [] : [{ x: at, y: mark.number, ...statusMarker(marker(look), mark) }],
    ),
  };
}

type Ends = readonly [before: number, after: number];

/** From each point to its words, as far as there is a point. */
function leaders(
  { marks, verdict }: Line,
  [before, after]: Ends,
  label: Labels,
  frame: Frame,
): Partial<Marks> {
  const { x, y, leader } = frame;
  const pen = { stroke: verdictLook(verdict).colour };
  const [from, to] = x.range;
  const [start, end] = marks.map(({ number }) => number);
  return {
    rules: [
      ...(start == null ? [] : [rule([from - leader + 5, before], [from - 7, position(y, start)], pen)]),
      ...(end == null
        ? []
        : [rule([to + 7, position(y, end)], [to + leader - 5, firstLine(after, label, frame)], pen)]),
    ],
  };
}

/** The middle of the first line of the words at the last year, where the value is. */
function firstLine(after: number, label: Labels, { size, stacked }: Frame): number {
  return after - linesHeight(rowsOf(label, stacked) - 1, size) / 2;
}

function words([before, after]: Ends, label: Labels, frame: Frame): Partial<Marks> {
  const { x, size, leader, stacked, namesAt } = frame;
  const top = firstLine(after, label, frame) - linesHeight(0.5, size);
  const middleOf = (lines: readonly string[], from: number) => from + linesHeight(lines.length, size) / 2;
  const under = stacked ? top + linesHeight(label.value.length, size) : top;
  return {
    words: [
      ...block(label.before, x.range[0] - leader, before, { size, align: 'right' }),
      ...block(label.value, stacked ? namesAt : namesAt - 8, middleOf(label.value, top), {
        size,
        align: stacked ? 'left' : 'right',
        weight: 'bold',
      }),
      ...block(label.name, namesAt, middleOf(label.name, under), { size }),
    ],
  };
}
