import type { GapChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  gridline,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { linesRoom, textRoom, wrapText } from './lettering.ts';
import { groupMarker, markLabel } from './palette.ts';
import { namesAbove, namesBeside, type Row, spread } from './placing.ts';

type Figures = GapChart['rows'][number];
type Place = { readonly x: Axis; readonly left: number; readonly right: number; readonly size: number };

/** Two groups a row, a marker each, joined by a line; their values beside them and the distance at the right. */
export function drawGap(chart: GapChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const wide = width === 'wide';
  const header = groupNames(chart, sheet);
  const distances = chart.rows.map(row => wrapText(row.distance, 110, sheet.size));
  const distance = linesRoom(distances.flat(), sheet.size);
  const wishes = chart.rows.map(({ name }, index) => {
    const extent = Math.max(22, wide ? linesHeight(distances[index]?.length ?? 1, sheet.size) : 0);
    return { name, weight: wide ? 'normal' : 'bold', extent } as const;
  });
  const { rows, left, bottom } = wide
    ? namesBeside(wishes, { sheet, top: header.height, air: 14 })
    : namesAbove(wishes, { sheet, top: header.height, air: 10 }, distance + 12);
  const right = sheet.width - (wide ? distance + 12 : 0);
  const values = chart.rows.flatMap(row =>
    row.marks.flatMap(mark => (mark.number === null ? [] : markLabel(mark))),
  );
  const ticks = gapTicks(chart);
  // Room past either end for a value beside its marker, and for half the label of a gridline.
  const value = Math.max(linesRoom(values, sheet.size) + 12, linesRoom(ticks.labels, sheet.small) / 2);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [left + value, right - value] };
  const height = bottom + sheet.small * 1.6;
  return {
    width: sheet.width,
    height: Math.ceil(height),
    x,
    y: pixels(height),
    ...gather(
      grid(chart, ticks, rows, { x, bottom, sheet }),
      header.draw(x, left),
      ...rows.map((row, index) => {
        const figures = chart.rows[index] as Figures;
        return gather(dumbbell(chart.groups, figures, row, { x, left, right, size: sheet.size }), {
          words: [
            ...block(row.name, 0, row.nameMiddle, { size: sheet.size, weight: row.weight }),
            ...block(distances[index] ?? [], sheet.width, row.nameMiddle, {
              size: sheet.size,
              align: 'right',
            }),
          ],
        });
      }),
    ),
  };
}

/** The gridlines of a gap's horizontal axis, in either drawing: its lowest says where the axis starts. */
export function gapTicks(chart: GapChart): Ticks {
  return ticksFor(
    chart.rows.flatMap(row => row.marks.flatMap(mark => mark.number ?? [])),
    chart.scale,
  );
}

/** Gridlines through the rows, but not through words that stand where a figure is absent. */
function grid(
  chart: GapChart,
  ticks: Ticks,
  rows: readonly Row[],
  { x, bottom, sheet }: { readonly x: Axis; readonly bottom: number; readonly sheet: DrawingSize },
): Partial<Marks> {
  const places = ticks.at.map(tick => position(x, tick));
  const apart = (places[1] ?? 0) - (places[0] ?? 0);
  const every = Math.ceil((linesRoom(ticks.labels, sheet.small) + 4) / apart);
  const labelled = ticks.labels.map((label, index) => (index % every === 0 ? label : null));
  const free = rows.filter((_, index) => chart.rows[index]?.marks.every(mark => mark.number !== null));
  const setting = { size: sheet.small, align: 'center' } as const;
  return {
    rules: places.flatMap(at => free.map(({ span }) => gridline([at, span.from], [at, span.to]))),
    words: labelled.flatMap((label, index) =>
      label === null ? [] : block([label], places[index] ?? 0, bottom + sheet.small * 0.8, setting),
    ),
  };
}

function dumbbell(
  groups: GapChart['groups'],
  { marks }: Figures,
  { middle }: Row,
  place: Place,
): Partial<Marks> {
  const { x, left, right, size } = place;
  const [one, other] = marks.map(mark => (mark.number === null ? null : position(x, mark.number))) as [
    Pixel,
    Pixel,
  ];
  const halfway = (left + right) / 2;
  const firstLeft = firstIsLeft(one, other, halfway);
  const edges = firstLeft ? [one ?? left, other ?? right] : [one ?? right, other ?? left];
  const words = marks.flatMap((mark, group) => {
    const { number, text } = mark;
    const onLeft = (group === 0) === firstLeft;
    const edge = edges[group] ?? 0;
    if (number !== null)
      return block([markLabel(mark)], edge + (onLeft ? -10 : 10), middle, {
        size,
        align: onLeft ? 'right' : 'left',
      });
    const free = Math.abs((one ?? other ?? halfway) - edge) - 20;
    const named = `${groups[group]} ${text}`;
    return block([textRoom(named, size) <= free ? named : text], edge, middle, {
      size,
      align: onLeft ? 'left' : 'right',
    });
  });
  return {
    rules:
      one === null || other === null
        ? []
        : [rule([one, middle], [other, middle], { width: 2, opacity: 0.45 })],
    points: marks.flatMap(({ number }, group) =>
      number === null ? [] : [{ x: number, y: middle, ...groupMarker(group) }],
    ),
    words,
  };
}

type Pixel = number | null;

/** Values stand on the outer sides of their markers; a symbol on the side that the other group's marker leaves free. */
function firstIsLeft(one: Pixel, other: Pixel, halfway: number): boolean {
  if (one !== null && other !== null) return one <= other;
  if (one !== null) return one <= halfway;
  return other === null || other > halfway;
}

/** The names of the two groups over the rows: the height they take, and how to draw them once the axis is known. */
type GroupNames = { readonly height: number; readonly draw: (x: Axis, left: number) => Marks };

// From the start of a name's room to its letters, with the marker between.
const indent = 20;
const air = 12;
// A line of letters that a reader sets apart is this much longer than is reckoned with.
const spacing = 1.2;

/** Each group's name after its marker, over its mark in the first row that has both, or one under the other if long. */
function groupNames(chart: GapChart, sheet: DrawingSize): GroupNames {
  const { size, width } = sheet;
  const extents = chart.groups.map(name => indent + textRoom(name, size) + air);
  const room = width > 400 ? width * 0.6 : width;
  if (extents.reduce((sum, extent) => sum + extent) <= room) {
    const middle = linesHeight(1, size) / 2;
    return { height: linesHeight(1, size) + 8, draw: (x, left) => besideEachOther(x, left, middle) };
  }
  const blocks = chart.groups.map(name => wrapText(name, (width - indent) / spacing, size));
  const height = linesHeight(blocks.flat().length, size) + 14;
  return { height, draw: () => underEachOther() };

  function besideEachOther(x: Axis, left: number, middle: number): Marks {
    const figures = chart.rows.find(row => row.marks.every(mark => mark.number !== null));
    const wishes = extents.map((extent, group) => ({
      middle: position(x, figures?.marks[group]?.number ?? x.domain[group === 0 ? 0 : 1]) + air / 2,
      extent,
    }));
    const starts = spread(wishes, left, width + air).map((at, group) => at - (extents[group] ?? 0) / 2);
    return gather(...chart.groups.map((name, group) => named([name], group, starts[group] ?? 0, middle)));
  }

  function underEachOther(): Marks {
    const first = linesHeight(blocks[0]?.length ?? 1, size);
    const second = linesHeight(blocks[1]?.length ?? 1, size);
    return gather(
      named(blocks[0] ?? [], 0, 0, first / 2),
      named(blocks[1] ?? [], 1, 0, first + 4 + second / 2),
    );
  }

  function named(lines: readonly string[], group: number, start: number, middle: number): Partial<Marks> {
    return {
      keys: [{ x: start + 8, y: middle, ...groupMarker(group) }],
      words: block(lines, start + indent, middle, { size }),
    };
  }
}
