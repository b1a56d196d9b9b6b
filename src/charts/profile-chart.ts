import type { ProfileChart } from '../model/chart.ts';
import {
  type Axis,
  block,
  type Drawing,
  type DrawingSize,
  drawingSizes,
  gather,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Width,
} from './drawing.ts';
import { textRoom } from './lettering.ts';
import { partLook } from './palette.ts';
import { namesAbove, namesBeside, type Row, spread } from './placing.ts';

const rim = 1.5;

type Shares = ProfileChart['rows'][number];
type Segment = { readonly part: number; readonly from: number; readonly to: number; readonly text: string };
type Place = { readonly x: Axis; readonly extent: number; readonly sheet: DrawingSize };

/** One bar a phase, its parts in order from the left, each with its share; parts of nothing are left out. */
export function drawProfile(chart: ProfileChart, width: Width): Drawing {
  const sheet = drawingSizes[width];
  const extent = width === 'wide' ? 32 : 28;
  const names = width === 'wide' ? namesBeside : namesAbove;
  const key = partFlow(chart.parts, 0, sheet);
  const layout = { sheet, top: key.height + 10, air: 12 };
  const plain = chart.rows.map(({ name }) => ({ name, weight: 'normal', extent }) as const);
  const { left } = names(plain, layout);
  const x: Axis = { domain: [0, whole(chart)], range: [left, sheet.width - 1] };
  const place = { x, extent, sheet };
  const { rows, bottom } = names(
    plain.map((wish, index) => ({ ...wish, ...needs(chart.rows[index] as Shares, place) })),
    layout,
  );
  return {
    width: sheet.width,
    height: Math.ceil(bottom),
    x,
    y: pixels(bottom),
    ...gather(key.draw(0), ...rows.map((row, index) => phase(chart.rows[index] as Shares, row, place))),
  };
}

/** A hundred per cent, or a little more where rounded shares add up to it: bars are as long as what is printed. */
function whole(chart: ProfileChart): number {
  return Math.max(
    100,
    ...chart.rows.map(({ marks }) => marks.reduce((sum, { number }) => sum + (number ?? 0), 0)),
  );
}

/** The parts that are there, end to end; null when one is withheld, for then no part after it has a place. */
function segments({ marks }: Shares): readonly Segment[] | null {
  const found: Segment[] = [];
  let from = 0;
  for (const [part, { number, text }] of marks.entries()) {
    if (number === null) return null;
    if (number > 0) found.push({ part, from, to: from + number, text });
    from += number;
  }
  return found;
}

/** The height of a phase's bar (or of the texts in its stead) and of the shares printed over it. */
function needs(
  shares: Shares,
  { x, extent, sheet }: Place,
): { readonly extent: number; readonly over: number } {
  const found = segments(shares);
  if (!found) return { extent: Math.max(extent, texts(shares, x, sheet).height), over: 0 };
  return {
    extent,
    over: found.every(segment => fits(segment, x, sheet)) ? 0 : linesHeight(1, sheet.size) + 6,
  };
}

function texts({ marks }: Shares, x: Axis, sheet: DrawingSize) {
  return partFlow(
    marks.map(mark => mark.text),
    x.range[0],
    sheet,
  );
}

function fits({ from, to, text }: Segment, x: Axis, sheet: DrawingSize): boolean {
  return textRoom(text, sheet.size) + 4 <= position(x, to) - position(x, from);
}

function phase(shares: Shares, row: Row, place: Place): Marks {
  const { x, extent, sheet } = place;
  const name = { words: block(row.name, 0, row.nameMiddle, { size: sheet.size }) };
  const found = segments(shares);
  if (!found) {
    const flow = texts(shares, x, sheet);
    return gather(name, flow.draw(row.middle - flow.height / 2));
  }
  const bars = found.map(({ part, from, to }) => {
    const { fill, stroke, edged } = partLook(part);
    // Half an outline lies outside its bar: one that is a gap makes the bar look lower, any other higher.
    const thickness = edged ? extent - 2 * rim : extent;
    return { x: from, x2: to, y: row.middle, thickness, fill, stroke, rim };
  });
  return gather(name, { bars }, shareLabels(found, row, place));
}

/** Shares on their parts where they fit, and over the bar where they do not. */
function shareLabels(
  found: readonly Segment[],
  { middle }: Row,
  { x, extent, sheet }: Place,
): Partial<Marks> {
  const { size } = sheet;
  const centre = ({ from, to }: Segment) => position(x, (from + to) / 2);
  const inside = found.filter(segment => fits(segment, x, sheet));
  const outside = found.filter(segment => !fits(segment, x, sheet));
  const wishes = outside.map(segment => ({
    middle: centre(segment),
    extent: textRoom(segment.text, size) + 4,
  }));
  const middles = spread(wishes, x.range[0], sheet.width);
  const top = middle - extent / 2;
  return {
    words: [
      ...inside.flatMap(each =>
        block([each.text], centre(each), middle, { size, align: 'center', fill: partLook(each.part).text }),
      ),
      ...outside.flatMap((each, index) =>
        block([each.text], middles[index] ?? 0, top - 8 - size / 2, { size, align: 'center' }),
      ),
    ],
    rules: outside.map((each, index) => rule([centre(each), top - 1], [middles[index] ?? 0, top - 7])),
  };
}

/** Words in lines, each after the colour of its part; `height` is what the lines take. */
type Flow = { readonly height: number; readonly draw: (top: number) => Marks };

const swatch = 14;
const indent = swatch + 6;
const air = 12;

/** One text a part (its name, or its share where no bar can be drawn), from `left`, in as many lines as needed. */
function partFlow(texts: readonly string[], left: number, { size, width }: DrawingSize): Flow {
  const line = linesHeight(1, size) + 4;
  let x = left;
  let lines = 1;
  const places = texts.map(text => {
    const taken = indent + textRoom(text, size);
    if (x > left && x + taken > width) {
      x = left;
      lines += 1;
    }
    x += taken + air;
    return { text, x: x - taken - air, line: lines - 1 };
  });
  return {
    height: lines * line,
    draw: top =>
      gather(
        ...places.map((place, part) => {
          const { fill, stroke } = partLook(part);
          const y = top + (place.line + 0.5) * line;
          return {
            keys: [
              { x: place.x + swatch / 2 + 1, y, shape: 'square', size: swatch ** 2, fill, stroke, rim: 1 },
            ],
            words: block([place.text], place.x + indent, y, { size }),
          };
        }),
      ),
  };
}
