import type { TrendChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  gather,
  linesHeight,
  type Marks,
  position,
  rule,
  type Sheet,
  sheets,
  type Width,
} from './drawing.ts';
import { type Look, marker } from './palette.ts';
import { spread } from './place.ts';
import { labelOf } from './status.ts';
import { linesRoom, type Weight, wrapText } from './words.ts';

type End = {
  readonly lines: readonly string[];
  readonly weight: Weight;
  /** The last number of the series; null when it has none. */
  readonly number: number | null;
  /** True when that number is for the last period: the label then stands right beside it. */
  readonly current: boolean;
};

/** The labels of all series, and the room they take to the right of the lines and from top to bottom. */
export type EndLabels = {
  readonly ends: readonly End[];
  readonly room: number;
  readonly height: number;
  readonly sheet: Sheet;
};

// From the last period to the words: space for a leader, or for a key where the line ended earlier.
const leader = 24;
const air = 5;

/** Names each series with its last value, or with its last year when that is not the last of the chart. */
export function endLabels(chart: TrendChart, width: Width): EndLabels {
  const sheet = sheets[width];
  const room = width === 'wide' ? 216 : 94;
  const ends = chart.series.map(({ name, role, marks }): End => {
    const weight = role === 'council' ? 'bold' : 'normal';
    const index = marks.findLastIndex(mark => typeof mark?.number === 'number');
    const mark = marks[index];
    const current = index === marks.length - 1;
    const text = mark ? `${name}${current ? ` ${labelOf(mark)}` : `, to ${chart.periods[index]}`}` : name;
    const lines = wrapText(text, room, sheet.size, weight);
    return { lines, weight, number: mark?.number ?? null, current };
  });
  const widest = Math.max(...ends.map(end => linesRoom(end.lines, sheet.size, end.weight)));
  const height = ends.reduce((sum, end) => sum + linesHeight(end.lines.length, sheet.size) + air, 0);
  return { ends, room: widest + leader, height, sheet };
}

type Place = {
  readonly x: Axis;
  readonly y: Axis;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the symbols of each series: where the label of a series without any number goes. */
  readonly symbols: readonly (number | null)[];
};

/** Beside the last number; at the foot for a line that ended earlier, where its name says nothing of its height. */
function wishOf({ number, current }: End, place: Place, index: number): number {
  if (number === null) return place.symbols[index] ?? place.bottom;
  return current ? position(place.y, number) : place.bottom;
}

/** Labels beside the ends of their lines, moved apart where they would overlap. */
export function placeLabels(labels: EndLabels, looks: readonly Look[], place: Place): Marks {
  const { ends, sheet } = labels;
  const wishes = ends.map((end, index) => ({
    middle: wishOf(end, place, index),
    extent: linesHeight(end.lines.length, sheet.size) + air,
  }));
  const middles = spread(wishes, place.top - sheet.size / 2, place.bottom + sheet.size / 2);
  const left = place.x.range[1] + leader;
  return gather(
    ...ends.map(({ lines, weight, number, current }, index): Partial<Marks> => {
      const look = looks[index] as Look;
      const middle = middles[index] ?? 0;
      const words = block(lines, left, middle, { size: sheet.size, weight });
      if (number === null) return { words, keys: [{ x: left - 10, y: middle, ...marker(look) }] };
      // A leader from a line that ended earlier would look like its continuation: a bit of the line is the key.
      if (!current) {
        const bit = { stroke: look.colour, dash: look.dash, width: look.width };
        return { words, rules: [rule([left - 16, middle], [left - 4, middle], bit)] };
      }
      const from = [place.x.range[1] + 7, wishes[index]?.middle ?? 0] as const;
      return { words, rules: [rule(from, [left - 4, middle], { stroke: look.colour })] };
    }),
  );
}
