import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Chart, Spark } from '../model/chart.ts';
import type { Drawing, Width } from './drawing.ts';
import { layOut } from './layout.ts';
import { mendDrawing } from './mend.ts';
import { drawSpark } from './spark.ts';

/** A drawing that is asked for: of a chart, for a page with room or for a phone; or a line of a few years beside its figure. */
export type Wanted =
  | {
      readonly kind: 'chart';
      readonly chart: Chart;
      readonly width: Width;
      /** The figure's, unique on its page. */
      readonly id: string;
      /** What a screen reader says of it. */
      readonly name: string;
    }
  /** Words say all that it shows: nothing is read out. */
  | { readonly kind: 'spark'; readonly line: Spark; readonly id: string };

/**
 * A pen draws what is wanted as SVG to stand inline in a page. It throws when Vega has anything to complain of: that is
 * a fault in `charts/`.
 */
export function makePen(): (wanted: Wanted) => string {
  const draw = makeVega();
  return wanted => {
    const { id } = wanted;
    switch (wanted.kind) {
      case 'chart': {
        const { chart, width, name } = wanted;
        return mendDrawing(draw(layOut(chart, width)), { id, width, name });
      }
      case 'spark':
        return mendDrawing(draw(drawSpark(wanted.line)), { id, width: 'spark', name: null });
    }
  };
}

const inPixels = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null }) as const;
const asGiven = (field: string) => ({ field, type: 'nominal', scale: null }) as const;
const measure = (field: string) => ({ field, type: 'quantitative', scale: null }) as const;
const onAxis = (field: 'x' | 'y') => {
  const ends = (of: 'domain' | 'range') => [
    { expr: `axes.${field}.${of}[0]` },
    { expr: `axes.${field}.${of}[1]` },
  ];
  const scale = { domain: ends('domain'), range: ends('range'), zero: false, nice: false, padding: 0 };
  return { field, type: 'quantitative', axis: null, scale } as const;
};

const pointLook = {
  shape: asGiven('shape'),
  size: measure('size'),
  fill: asGiven('fill'),
  stroke: asGiven('stroke'),
  strokeWidth: measure('rim'),
};

/** What every chart is made of. Sizes, axes and rows are exchanged for each drawing, so that this is compiled once. */
const spec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 1,
  height: 1,
  padding: 0,
  autosize: 'none',
  background: 'transparent',
  params: [
    { name: 'axes', value: { x: { domain: [0, 1], range: [0, 1] }, y: { domain: [0, 1], range: [0, 1] } } },
  ],
  config: { aria: false, view: { stroke: null } },
  layer: [
    {
      data: { name: 'rules' },
      mark: 'rule',
      encoding: {
        x: inPixels('x'),
        y: inPixels('y'),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
        stroke: asGiven('stroke'),
        strokeDash: asGiven('dash'),
        strokeWidth: measure('width'),
        strokeOpacity: measure('opacity'),
      },
    },
    {
      data: { name: 'bars' },
      mark: { type: 'bar', orient: 'horizontal' },
      encoding: {
        x: onAxis('x'),
        x2: { field: 'x2' },
        y: onAxis('y'),
        size: measure('thickness'),
        fill: asGiven('fill'),
        stroke: asGiven('stroke'),
        strokeWidth: measure('rim'),
      },
    },
    {
      data: { name: 'lines' },
      mark: { type: 'line', invalid: 'break-paths-show-domains', strokeJoin: 'round' },
      encoding: {
        x: onAxis('x'),
        y: onAxis('y'),
        detail: { field: 'series', type: 'nominal' },
        order: { field: 'order', type: 'quantitative' },
        stroke: asGiven('stroke'),
        strokeDash: asGiven('dash'),
        strokeWidth: measure('width'),
      },
    },
    {
      data: { name: 'points' },
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: { x: onAxis('x'), y: onAxis('y'), ...pointLook },
    },
    {
      data: { name: 'keys' },
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: { x: inPixels('x'), y: inPixels('y'), ...pointLook },
    },
    {
      data: { name: 'words' },
      mark: {
        type: 'text',
        baseline: 'alphabetic',
        align: { expr: 'datum.align' },
        fontWeight: { expr: 'datum.weight' },
      },
      encoding: {
        x: inPixels('x'),
        y: inPixels('y'),
        text: asGiven('text'),
        size: measure('size'),
        fill: asGiven('fill'),
      },
    },
  ],
} satisfies TopLevelSpec;

/** Draws as Vega does, before anything is mended: the specification is compiled when the first drawing is asked for. */
export function makeVega(): (drawing: Drawing) => string {
  const complaints: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_, level, what) => {
    complaints.push(`${level} ${what.join(' ')}`);
  });
  let runtime: vega.Runtime | null = null;
  return drawing => {
    runtime ??= vega.parse(compile(spec, { logger }).spec);
    const svg = svgOf(runtime, drawing, logger);
    if (complaints.length > 0) throw new Error(`Vega complains: ${complaints.splice(0).join('; ')}`);
    return svg;
  };
}

function svgOf(runtime: vega.Runtime, drawing: Drawing, logger: vega.LoggerInterface): string {
  // A view for each drawing, not one for all: its output then cannot depend on what was drawn before.
  const view = new vega.View(runtime, { renderer: 'none', logger });
  const { width, height, x, y, rules, bars, lines, points, keys, words } = drawing;
  view.width(width).height(height).signal('axes', { x, y });
  // Vega marks the rows it is given: it gets copies.
  for (const [name, rows] of Object.entries({ rules, bars, lines, points, keys, words })) {
    view.data(name, structuredClone(rows));
  }
  view.run();
  const renderer = new SVGStringRenderer().initialize(null, width, height, [0, 0], 1);
  const svg = renderer.render((view.scenegraph() as unknown as { readonly root: unknown }).root).svg();
  view.finalize();
  return svg;
}

// Vega's own toSVG answers later, for the sake of images to load; its typings leave this way out.
const { SVGStringRenderer } = vega as unknown as { readonly SVGStringRenderer: new () => StringRenderer };
type StringRenderer = {
  initialize(
    element: null,
    width: number,
    height: number,
    origin: readonly [number, number],
    scale: number,
  ): StringRenderer;
  render(scene: unknown): StringRenderer;
  svg(): string;
};
