import type { GapChart } from '../model/chart.ts';
import { type Axis, block, gather, linesHeight, type Marks, position, type Sheet } from './drawing.ts';
import { groupMarker } from './palette.ts';
import { spread } from './place.ts';
import { textRoom, wrapText } from './words.ts';

/** The names of the two groups over the rows: the height they take, and how to draw them once the axis is known. */
export type GroupNames = { readonly height: number; readonly draw: (x: Axis, left: number) => Marks };

// From the start of a name's room to its letters, with the marker between.
const indent = 20;
const air = 12;
// A line of letters that a reader sets apart is this much longer than is reckoned with.
const spacing = 1.2;

/** Each group's name after its marker, over its mark in the first row that has both, or one under the other if long. */
export function groupNames(chart: GapChart, sheet: Sheet): GroupNames {
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
