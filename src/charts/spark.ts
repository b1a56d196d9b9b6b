import type { Mark, Spark } from '../model/chart.ts';
import { ticksFor } from './axis.ts';
import { type Axis, type Drawing, gather, type Marks } from './drawing.ts';
import { type Look, marker, seriesLooks, statusMarker } from './palette.ts';

const size = { width: 132, height: 46 } as const;
const edge = 7;

/** A line of a few years and no words: the council's with its last point marked, the nation's thin behind it. */
export function drawSpark({ scale, council, nation }: Spark): Drawing {
  const numbers = [...council, ...(nation ?? [])].flatMap(mark => mark?.number ?? []);
  const [low, high] = endsOf(numbers, scale);
  const x: Axis = { domain: [0, council.length - 1], range: [edge, size.width - edge] };
  const y: Axis = { domain: [low, high], range: [size.height - edge, edge] };
  const [own, other] = seriesLooks(['council', 'nation']) as readonly [Look, Look];
  const last = council.findLastIndex(mark => typeof mark?.number === 'number');
  const mark = council[last];
  const points: Partial<Marks> =
    mark?.number == null ? {} : { points: [{ x: last, y: mark.number, ...statusMarker(marker(own), mark) }] };
  return {
    ...size,
    x,
    y,
    ...gather(
      nation === null ? {} : line(nation, 'nation', other, 1.75),
      line(council, 'council', own, 2.5),
      points,
    ),
  };
}

/** No closer around the numbers than half of what an axis would show, so that a small change does not look large. */
function endsOf(numbers: readonly number[], scale: Spark['scale']): readonly [number, number] {
  const ticks = ticksFor(numbers, scale);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const reach = Math.max(most - least, (ticks.high - ticks.low) / 2);
  const middle = (least + most) / 2;
  return [middle - reach / 2, middle + reach / 2];
}

function line(marks: readonly (Mark | null)[], series: string, look: Look, width: number): Partial<Marks> {
  return {
    lines: marks.map((mark, order) => ({
      series,
      order,
      x: order,
      y: mark?.number ?? null,
      stroke: look.colour,
      dash: look.dash,
      width,
    })),
  };
}
