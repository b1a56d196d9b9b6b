import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Wanted } from '../charts/render.ts';
import type { ChartView, TileView } from '../pages/view.ts';
import { hashOf, hashOfTexts, makeStore } from './cache.ts';
import { code, installedList } from './installation.ts';

/** Draws what pages want, as SVG. */
export type Drawer = (wanted: Wanted) => Promise<string>;

/** How many drawings are kept between builds: all those of one national edition, and as many again of others. */
const MOST = 25_000;

/**
 * Draws with the drawings of earlier builds at hand, of whichever council. A drawing is kept by all that goes into it: what
 * is wanted, and the code and packages that draw.
 */
export function makeDrawer(): Drawer {
  const store = makeStore('drawings', MOST);
  const drawnBy = hashOf(whatDraws());
  // Vega takes longer to load than a page to write: most builds have nothing new to draw and do without.
  let pen: Promise<(wanted: Wanted) => string> | null = null;
  return async wanted => {
    const hash = hashOfTexts([drawnBy, JSON.stringify(wanted)]);
    const kept = store.read(hash);
    if (kept !== null) return kept.toString();
    pen ??= import('../charts/render.ts').then(({ makePen }) => makePen());
    const draw = await pen;
    const svg = draw(wanted);
    store.keep(hash, svg);
    return svg;
  };
}

/** A drawing follows from the code that lays it out, draws it and prints its numbers, and from the packages. */
function whatDraws(): readonly string[] {
  const drawing = ['charts', 'model'].flatMap(folder =>
    readdirSync(join(code, folder), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(code, folder, entry.name))
      .sort(),
  );
  return [installedList, ...drawing];
}

/**
 * What templates call for the drawing of a chart or a line of years, and what puts the drawings into the written page:
 * templates cannot wait for them, and leave a mark.
 */
export function drawingMarks(draw: Drawer) {
  const waiting: Wanted[] = [];
  const mark = (wanted: Wanted) => `<!--drawing ${waiting.push(wanted) - 1}-->`;
  return {
    filters: {
      drawing: ({ chart, id, name }: ChartView, width: 'wide' | 'narrow') =>
        mark({ kind: 'chart', chart, width, id, name }),
      sparkline: ({ line, id }: NonNullable<TileView['spark']>) => mark({ kind: 'spark', line, id }),
    },
    fill: async (html: string): Promise<string> => {
      const [before = '', ...after] = html.split('<!--drawing ');
      const pieces = after.map(async piece => {
        const [number = ''] = piece.split('-->', 1);
        const wanted = waiting[Number(number)];
        if (wanted === undefined) throw new Error(`invalid page: it has no drawing ${number}`);
        return (await draw(wanted)) + piece.slice(number.length + '-->'.length);
      });
      return before + (await Promise.all(pieces)).join('');
    },
  };
}
