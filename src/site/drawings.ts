import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Width, widths } from '../charts/drawing.ts';
import type { Wanted } from '../charts/render.ts';
import type { Spark } from '../model/chart.ts';
import type { ChartView } from '../pages/view.ts';
import { filesUnder, hashOf, hashOfTexts, makeStore } from './cache.ts';
import { cacheFolder, code, installedList } from './installation.ts';

export type Drawer = (wanted: Wanted) => Promise<string>;

/** How many drawings are kept between builds: all those of one national edition, and as many again of others. */
const MOST = 25_000;

type Drawing = {
  readonly draw: Drawer;
  /** Begins on charts of pages that are laid out, while others are: on those that are not kept. */
  readonly drawAhead: (charts: readonly ChartView[]) => void;
};

/**
 * Draws with the drawings of earlier builds at hand, of whichever council. A drawing is kept by all that goes into it: what
 * is wanted, and the code and packages that draw. `start` gives the pen that draws what is new.
 */
export function makeDrawer(start: () => Drawer = startPen, keptIn: string = cacheFolder): Drawing {
  const store = makeStore('drawings', MOST, keptIn);
  const drawnWith = hashOf(whatDraws());
  const drawn = new Map<string, Promise<string>>();
  // Vega takes longer to load than a page to write: most builds have nothing new to draw and do without.
  let pen: Drawer | null = null;
  const drawNew = async (wanted: Wanted, hash: string) => {
    pen ??= start();
    const svg = await pen(wanted);
    store.keep(hash, svg);
    return svg;
  };
  const hashFor = (wanted: Wanted) => hashOfTexts([drawnWith, JSON.stringify(wanted)]);
  const begin = (wanted: Wanted, hash: string) => {
    const drawing = drawNew(wanted, hash);
    // Whoever asks for it hears of a fault.
    drawing.catch(() => {});
    drawn.set(hash, drawing);
    return drawing;
  };
  return {
    draw: async wanted => {
      const hash = hashFor(wanted);
      return drawn.get(hash) ?? store.read(hash)?.toString() ?? begin(wanted, hash);
    },
    drawAhead: charts => {
      for (const chart of charts)
        for (const width of widths) {
          const wanted = wantedOf(chart, width);
          const hash = hashFor(wanted);
          if (!drawn.has(hash) && !store.has(hash)) begin(wanted, hash);
        }
    },
  };
}

/** The drawing of a chart as pages want it. */
function wantedOf({ chart, name }: ChartView, width: Width): Wanted {
  return { kind: 'chart', chart, width, name };
}

/** A pen in a thread of its own, which draws while pages are made. It answers in the order that it is asked. */
export function startPen(): Drawer {
  const thread = new Worker(new URL('../charts/drawing-thread.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  const asked: PromiseWithResolvers<string>[] = [];
  let fault: Error | null = null;
  thread.on('message', (svg: string) => {
    asked.shift()?.resolve(svg);
    // With nothing to draw, it keeps no build from ending.
    if (asked.length === 0) thread.unref();
  });
  thread.on('error', (error: Error) => {
    fault = error;
    for (const { reject } of asked) reject(error);
  });
  return async wanted => {
    if (fault !== null) throw fault;
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    thread.ref();
    thread.postMessage(wanted);
    return answer.promise;
  };
}

/** A drawing follows from the code that lays it out, draws it and prints its numbers, and from the packages. */
function whatDraws(): readonly string[] {
  const drawing = ['charts', 'model'].flatMap(folder => filesUnder(join(code, folder)));
  return [installedList, ...drawing];
}

/** Templates cannot wait for drawings: they leave a mark, in whose place the written page has the drawing. */
export function drawingMarks(draw: Drawer) {
  const waiting = new Map<string, Promise<string>>();
  let marks = 0;
  const mark = (wanted: Wanted) => {
    const drawing = draw(wanted);
    // Whoever fills the page hears of a fault.
    drawing.catch(() => {});
    const number = String(marks++);
    waiting.set(number, drawing);
    return `<!--drawing ${number}-->`;
  };
  return {
    filters: {
      drawing: (chart: ChartView, width: Width) => mark(wantedOf(chart, width)),
      sparkline: ({ line }: { readonly line: Spark }) => mark({ kind: 'spark', line }),
    },
    fill: async (html: string): Promise<string> => {
      const [before = '', ...after] = html.split('<!--drawing ');
      const pieces = after.map(async piece => {
        const [number = ''] = piece.split('-->', 1);
        const drawing = waiting.get(number);
        if (drawing === undefined) throw new Error(`invalid page: it has no drawing ${number}`);
        waiting.delete(number);
        return (await drawing) + piece.slice(number.length + '-->'.length);
      });
      return [before, ...(await Promise.all(pieces))].join('');
    },
  };
}
