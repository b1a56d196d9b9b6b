import { type Axis, type ChartSheet, gather, type Placed, position, rule } from './drawing.ts';
import type { Box } from './kit.ts';
import type { Letters, Weight } from './lettering.ts';
import { ink, type LookName, looks } from './palette.ts';
import { spread } from './placing.ts';

type LineEnd = {
  /** Its name with its last value, and with the year of it where that is not the last of the chart. */
  readonly text: string;
  readonly look: LookName;
  /** The heights of the line by place on the axis, null where there are none. */
  readonly numbers: readonly (number | null)[];
};

/** Labels of lines, wrapped: the room they take to the right of the lines, and from top to bottom. */
type LineLabels = {
  readonly ends: readonly End[];
  readonly room: number;
  readonly height: number;
  readonly sheet: ChartSheet;
};

type End = LineEnd & { readonly lines: readonly string[]; readonly weight: Weight; readonly last: number };

// From the last period to the words: space for a leader.
const leader = 24;
const air = 5;

/** The labels of some lines, in a column at the right as wide as they need. */
export function lineLabels(given: readonly LineEnd[], sheet: ChartSheet): LineLabels {
  const { words, isWide } = sheet;
  const ends = given.map((each): End => {
    const weight = each.look === 'council' ? 'bold' : 'normal';
    const last = each.numbers.findLastIndex(number => number !== null);
    return { ...each, weight, last, lines: words.wrap(each.text, isWide ? 216 : 94, weight) };
  });
  const room = Math.max(...ends.map(end => words.widest(end.lines, end.weight))) + leader;
  const height = ends.reduce((sum, end) => sum + words.height(end.lines.length) + air, 0);
  return { ends, room, height, sheet };
}

type LabelsPlace = {
  readonly x: Axis;
  readonly y: Axis;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the symbols of each line: where the label of a line without any number goes. */
  readonly symbols: readonly (number | null)[];
  /** The places on the axis before which lines are broken: no label stands across one. */
  readonly breaks: readonly { readonly before: number }[];
  /** What is said of the place where the council's line comes to the other side of the nation's. */
  readonly crossing?: string;
};

/**
 * Each label where its line ends: in the column at the right, moved apart where they would overlap, with a leader; or in the
 * plot, for a line that ends earlier and has free room there.
 */
export function placeLabels(labels: LineLabels, place: LabelsPlace): Placed {
  const { ends, sheet } = labels;
  const taken: Box[] = [];
  const within = withinPlot(labels, place, taken);
  const column = ends.flatMap((end, index) => (within[index] === null ? [{ end, index }] : []));
  const wishes = column.map(({ end, index }) => ({
    middle: heightOf(end, place) ?? place.symbols[index] ?? place.bottom,
    extent: sheet.words.height(end.lines.length) + air,
  }));
  const middles = spread(wishes, place.top - sheet.words.size / 2, place.bottom + sheet.words.size / 2);
  const left = place.x.range[1] + leader;
  return gather(
    ...within.map(placed => placed ?? {}),
    crossingIn(labels, place, taken),
    ...column.map(({ end }, at): Partial<Placed> => {
      const middle = middles[at] ?? 0;
      const words = sheet.words.block(end.lines, left, middle, { weight: end.weight });
      const height = heightOf(end, place);
      if (height === null) return { words };
      const isCurrent = end.last === place.x.domain[1];
      const from = [position(place.x, end.last) + 7, height] as const;
      const knee = [place.x.range[1] + 7, height] as const;
      // A leader that crosses the plot is faint, so that it does not look like the line going on.
      const faint = isCurrent ? [] : [rule(from, knee, { stroke: ink, opacity: 0.45 })];
      const colour = isCurrent ? { stroke: looks[end.look].colour } : { stroke: ink, opacity: 0.45 };
      return { words, rules: [...faint, rule(knee, [left - 4, middle], colour)] };
    }),
  );
}

function heightOf({ numbers, last }: End, { y }: LabelsPlace): number | null {
  const number = numbers[last];
  return number == null ? null : position(y, number);
}

/** The labels that stand in the plot, beside, over or under the end of their line, clear of every line and of one another. */
function withinPlot(
  { ends, sheet }: LineLabels,
  place: LabelsPlace,
  taken: Box[],
): readonly (Partial<Placed> | null)[] {
  return ends.map(end => {
    const height = heightOf(end, place);
    if (height === null || end.last === place.x.domain[1]) return null;
    const at = position(place.x, end.last);
    const around = (width: number, tall: number): readonly Place[] => [
      { left: at + 11, middle: height },
      ...[height - tall / 2 - 9, height + tall / 2 + 9].flatMap(middle =>
        [at - width / 2, at - width + 8, at - 8].map(left => ({ left, middle })),
      ),
    ];
    const found = freeFor(end.text, sheet.words, end.weight, around, ends, place, taken);
    return found && { words: found.words };
  });
}

/** Words over or under the place where two lines cross, with a leader to it, where there is free room; none elsewhere: the title says it. */
function crossingIn({ ends, sheet }: LineLabels, place: LabelsPlace, taken: Box[]): Partial<Placed> {
  const [own, nation] = ['council', 'nation'].map(look => ends.find(end => end.look === look));
  const { crossing = '', x, y } = place;
  const last = own?.last ?? 0;
  const [from, to] = [own?.numbers[last - 1], own?.numbers[last]];
  const [was, is] = [nation?.numbers[last - 1], nation?.numbers[last]];
  if (crossing === '' || from == null || to == null || was == null || is == null) return {};
  // The way from the year before at which the two lines are at one height.
  const way = from - was === to - is ? 1 : (from - was) / (from - was - (to - is));
  const [at, height] = [position(x, last - 1 + way), position(y, from + way * (to - from))];
  const around = (width: number, tall: number): readonly Place[] =>
    [16, 32, 48, 64].flatMap(far =>
      [height - far - tall / 2, height + far + tall / 2].flatMap(middle =>
        [at - width / 2, at - width + 12, at - 12].map(left => ({ left, middle })),
      ),
    );
  const found = freeFor(crossing, sheet.small, 'normal', around, ends, place, taken);
  if (found === null) return {};
  const side = found.middle < height ? -1 : 1;
  const edge = found.middle - side * (found.tall / 2 + 1);
  return { words: found.words, rules: [rule([at, height + side * 4], [at, edge], { opacity: 0.45 })] };
}

type Place = { readonly left: number; readonly middle: number };

/** Words on one line, or on two, at the first of the places around something that is free; it is taken then. */
function freeFor(
  text: string,
  letters: Letters,
  weight: Weight,
  around: (width: number, tall: number) => readonly Place[],
  ends: readonly End[],
  place: LabelsPlace,
  taken: Box[],
) {
  for (const lines of [[text], letters.wrap(text, letters.widest([text], weight) * 0.6, weight)]) {
    const [width, tall] = [letters.widest(lines, weight), letters.height(lines.length)];
    for (const { left, middle } of around(width, tall)) {
      const box = { left, right: left + width, top: middle - tall / 2 - 1, bottom: middle + tall / 2 + 1 };
      if (!isFree(box, ends, place) || taken.some(other => meets(box, other))) continue;
      taken.push(box);
      return { words: letters.block(lines, left, middle, { weight }), middle, tall };
    }
  }
  return null;
}

/** True of a box in the plot that no line and no rule of a break comes near. */
function isFree(box: Box, ends: readonly End[], place: LabelsPlace): boolean {
  const isAcross = (at: number) => at > box.left - 3 && at < box.right + 3;
  return (
    box.left > place.x.range[0] - 10 &&
    box.right < place.x.range[1] + 8 &&
    box.top > place.top &&
    box.bottom < place.y.range[0] &&
    !place.breaks.some(({ before }) => isAcross(position(place.x, before - 0.5))) &&
    !ends.some(other => runsThrough(other, box, place))
  );
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** True where a line comes into a box: looked at every few pixels of its way, and no nearer than its markers reach. */
function runsThrough({ numbers }: End, box: Box, { x, y }: LabelsPlace): boolean {
  const near = 6;
  for (let at = box.left; at <= box.right; at += 3) {
    const place = x.domain[0] + ((at - x.range[0]) / (x.range[1] - x.range[0])) * (x.domain[1] - x.domain[0]);
    const [from, to] = [numbers[Math.floor(place)], numbers[Math.ceil(place)]];
    const ends = [from, to].flatMap(number => (number == null ? [] : [position(y, number)]));
    if (ends.length === 0) continue;
    const height =
      from == null || to == null
        ? (ends[0] as number)
        : (ends[0] as number) + (place - Math.floor(place)) * ((ends[1] as number) - (ends[0] as number));
    if (height > box.top - near && height < box.bottom + near) return true;
  }
  return false;
}
