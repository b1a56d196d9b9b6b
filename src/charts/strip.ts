import type { StripChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  type Axis,
  block,
  type Drawing,
  gather,
  linesHeight,
  type Marks,
  pixels,
  position,
  rule,
  type Sheet,
  sheets,
  type Width,
} from './drawing.ts';
import { dotMarker, seriesLooks } from './palette.ts';
import { flagsOf } from './strip-flags.ts';
import { type Piles, pileUp } from './strip-piles.ts';
import { linesRoom, wrapText } from './words.ts';

const extents = { wide: [10, 9, 8, 7, 6, 5], narrow: [7, 6, 5, 4] } as const;
const tallest = { wide: 120, narrow: 100 } as const;

/** Every authority as a dot over one axis, equal and near values piled up; those picked out stand over the dots. */
export function drawStrip(chart: StripChart, width: Width): Drawing {
  const sheet = sheets[width];
  const ticks = stripTicks(chart);
  const edge = Math.max(linesRoom(ticks.labels, sheet.small) / 2, 10);
  const x: Axis = { domain: [ticks.low, ticks.high], range: [edge, sheet.width - edge] };
  const flags = flagsOf(chart.picked, seriesLooks(chart.picked.map(({ role }) => role)), { x, sheet });
  const piles = pileUp(
    chart.others.flatMap(({ number }) => (number === null ? [] : position(x, number))),
    { extents: extents[width], height: tallest[width], left: 0, right: sheet.width },
  );
  const foot = flags.height + piles.height + 8;
  const scale = scaleUnder(ticks, x, foot, sheet);
  const notes = notesUnder(chart, scale.bottom, sheet);
  // Faces hang by up to two fifths of their size below the line that words stand on.
  const height = Math.ceil(notes.bottom + sheet.size / 4);
  return {
    width: sheet.width,
    height,
    x,
    y: pixels(height),
    ...gather(flags.draw(foot), dots(piles, foot), scale.marks, notes.marks),
  };
}

/** The ticks of a strip's axis, in either drawing: the lowest says where it starts. */
export function stripTicks({ others, picked, scale }: StripChart): Ticks {
  return ticksFor(
    [...others, ...picked].flatMap(({ number }) => number ?? []),
    scale,
    true,
  );
}

type Part = { readonly marks: Partial<Marks>; readonly bottom: number };

/** Dots stand at pixels, being moved a little where they are piled; a pixel of each dot's room keeps it apart. */
function dots({ dots, extent }: Piles, foot: number): Partial<Marks> {
  return { keys: dots.map(({ x, rise }) => ({ x, y: foot - 1.5 - rise, ...dotMarker(extent - 1) })) };
}

/** The line that the dots stand on, on past the axis as a broad pile may be, with as many labels under it as fit. */
function scaleUnder(ticks: Ticks, x: Axis, foot: number, { small, width }: Sheet): Part {
  const places = ticks.at.map(tick => position(x, tick));
  const apart = (places[1] ?? 0) - (places[0] ?? 0);
  const every = Math.ceil((linesRoom(ticks.labels, small) + 4) / apart);
  const setting = { size: small, align: 'center' } as const;
  return {
    marks: {
      rules: [rule([0, foot], [width, foot]), ...places.map(at => rule([at, foot], [at, foot + 5]))],
      words: places.flatMap((at, index) =>
        index % every === 0 ? block([ticks.labels[index] ?? ''], at, foot + small * 1.1, setting) : [],
      ),
    },
    bottom: foot + small * 1.7,
  };
}

/** Under the axis: which end is better, and those picked out whose figure is absent. */
function notesUnder({ better, picked }: StripChart, top: number, { small, size, width }: Sheet): Part {
  let bottom = top + (better === null ? 0 : linesHeight(1, small));
  const parts = [better === null ? {} : betterEnd(better, (top + bottom) / 2, small, width)];
  for (const { number, name, text, role } of picked) {
    if (number !== null) continue;
    const weight = role === 'council' ? 'bold' : 'normal';
    const lines = wrapText(`${name}: ${text}`, width, size, weight);
    const height = linesHeight(lines.length, size);
    parts.push({ words: block(lines, 0, bottom + 4 + height / 2, { size, weight }) });
    bottom += 4 + height;
  }
  return { marks: gather(...parts), bottom };
}

/** A word and an arrow at the better end of the axis. The arrow is drawn: not every face has one. */
function betterEnd(better: 'low' | 'high', middle: number, size: number, width: number): Partial<Marks> {
  const [tip, back, align] =
    better === 'high' ? ([width - 1, -1, 'right'] as const) : ([1, 1, 'left'] as const);
  const wing = tip + back * 6;
  const pen = { width: 1.5 };
  return {
    words: block(['Better'], tip + back * 24, middle, { size, align }),
    rules: [
      rule([tip + back * 18, middle], [tip, middle], pen),
      rule([wing, middle - 4.5], [tip, middle], pen),
      rule([wing, middle + 4.5], [tip, middle], pen),
    ],
  };
}
