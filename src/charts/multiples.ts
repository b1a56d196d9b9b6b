import type { MultiplesChart } from '../model/chart.ts';
import { type Ticks, ticksFor } from './axis.ts';
import {
  block,
  type Drawing,
  gather,
  linesHeight,
  type Marks,
  pixels,
  rule,
  type Sheet,
  sheets,
  type Width,
} from './drawing.ts';
import { drawPanel, type Frame, headOf, thin } from './multiples-panel.ts';
import { type Look, seriesLooks } from './palette.ts';
import { linesRoom, textRoom } from './words.ts';

const between = { wide: 28, narrow: 20 } as const;
const plotHeight = { wide: 92, narrow: 84 } as const;

/** A small panel a measure on shared axes: its name and last values over its lines, which are thin but for the council's. */
export function drawMultiples(chart: MultiplesChart, width: Width): Drawing {
  const sheet = sheets[width];
  const ticks = multiplesTicks(chart);
  const looks = seriesLooks(chart.series.map(({ role }) => role));
  const columns = columnsOf(chart, width);
  const extent = (sheet.width - between[width] * (columns - 1)) / columns;
  const axisRoom = linesRoom([ticks.labels[0] ?? '', ticks.labels.at(-1) ?? ''], sheet.small) + 8;
  const key = keyLine(chart, looks, sheet);
  const parts: Partial<Marks>[] = [key.marks];
  let top = key.height;
  for (let start = 0; start < chart.panels.length; start += columns) {
    const row = chart.panels.slice(start, start + columns);
    const heads = row.map(panel => headOf(chart, panel, extent, sheet));
    const head = Math.max(
      ...heads.map(lines => linesHeight(lines.name.length + lines.values.length, sheet.small)),
    );
    const foot = top + head + 12 + plotHeight[width];
    const drawn = row.map((panel, column) => {
      const left = column * (extent + between[width]);
      const frame: Frame = {
        left,
        right: left + extent,
        top,
        foot,
        x: {
          domain: [Math.min(0, chart.periods.length - 2), chart.periods.length - 1],
          range: [left + axisRoom + 8, left + extent - 12],
        },
        y: { domain: [ticks.low, ticks.high], range: [foot, top + head + 12] },
      };
      const words = heads[column] ?? { name: [], values: [] };
      return drawPanel(chart, panel, { frame, ticks, looks, sheet, words, id: `${start + column}` });
    });
    parts.push(...drawn.map(({ marks }) => marks));
    top = Math.max(...drawn.map(({ bottom }) => bottom)) + 22;
  }
  const height = Math.ceil(top - 18);
  return { width: sheet.width, height, x: pixels(sheet.width), y: pixels(height), ...gather(...parts) };
}

/** The ticks of the axis that all panels share: its ends alone are labelled. */
export function multiplesTicks({ panels, scale }: MultiplesChart): Ticks {
  return ticksFor(
    panels.flatMap(({ marks }) => marks.flatMap(series => series.flatMap(mark => mark?.number ?? []))),
    scale,
  );
}

/** Three panels a row, two on a phone; fewer where a symbol is too long a word for so small a panel. */
function columnsOf({ panels }: MultiplesChart, width: Width): number {
  const { small } = sheets[width];
  const symbols = panels.flatMap(({ marks }) =>
    marks.flatMap(series => series.flatMap(mark => (mark?.number === null ? mark.text : []))),
  );
  const most = width === 'wide' ? 3 : 2;
  return linesRoom(symbols, small) > 60 ? most - 1 : most;
}

/** What the lines are, said once over all panels. */
function keyLine({ series }: MultiplesChart, looks: readonly Look[], { width, size }: Sheet) {
  const parts: Partial<Marks>[] = [];
  let [left, line] = [0, 0];
  for (const [index, { name, role }] of series.entries()) {
    const look = looks[index] as Look;
    const weight = role === 'council' ? 'bold' : 'normal';
    const extent = 34 + textRoom(name, size, weight);
    if (left > 0 && left + extent > width) [left, line] = [0, line + 1];
    const middle = linesHeight(line, size) + size * 0.6;
    parts.push({
      rules: [
        rule([left, middle], [left + 26, middle], {
          stroke: look.colour,
          dash: look.dash,
          width: thin(look),
        }),
      ],
      words: block([name], left + 34, middle, { size, weight }),
    });
    left += extent + 24;
  }
  return { marks: gather(...parts), height: linesHeight(line + 1, size) + 14 };
}
