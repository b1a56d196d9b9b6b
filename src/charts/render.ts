import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Chart, Spark } from '../model/chart.ts';
import { type ChartSheet, sheets, type Width } from './drawing.ts';
import { filled, kindOf, tellOf } from './kinds.ts';
import type { ChartKind, ChartTold, Row } from './kit.ts';
import { mendDrawing } from './mend.ts';
import { sparkKind, sparkSheet } from './spark.ts';

/** A drawing that is asked for: of a chart, for a page with room or for a phone; or a line of a few years beside its figure. */
export type Wanted =
  | {
      readonly kind: 'chart';
      readonly chart: Chart;
      readonly width: Width;
      readonly name: string;
    }
  /** Words say all that it shows: nothing is read out. */
  | { readonly kind: 'spark'; readonly line: Spark };

/** Draws SVG to stand inline. Throws when Vega complains of anything: that is a fault in `charts/`. */
export function makePen(): (wanted: Wanted) => string {
  const draw = makeVega();
  return wanted => {
    switch (wanted.kind) {
      case 'chart': {
        const { chart, width, name } = wanted;
        return mendDrawing(draw(kindOf(chart), tellOf(chart, width), sheets[width]), { width, name });
      }
      case 'spark': {
        const svg = draw(sparkKind, sparkKind.tell(wanted.line, sparkSheet), sparkSheet);
        return mendDrawing(svg, { width: 'spark', name: null });
      }
    }
  };
}

/**
 * Draws as Vega does, before anything is mended. The specification of a kind is compiled once, when its first chart is asked
 * for, and its view is filled again and again: making one takes longer than drawing with it.
 */
export function makeVega(): (kind: ChartKind<never>, told: ChartTold, sheet: ChartSheet) => string {
  const complaints: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_, level, what) => {
    complaints.push(`${level} ${what.join(' ')}`);
  });
  const views = new Map<TopLevelSpec, vega.View>();
  const viewOf = (spec: TopLevelSpec) =>
    new vega.View(vega.parse(compile(spec, { logger }).spec), { renderer: 'none', logger });
  return ({ spec }, told, sheet) => {
    const view = views.get(spec) ?? viewOf(spec);
    views.set(spec, view);
    const svg = svgOf(view, filled(told, sheet));
    if (complaints.length > 0) throw new Error(`Vega complains: ${complaints.splice(0).join('; ')}`);
    return svg;
  };
}

function svgOf(view: vega.View, { width, height, padding, params, data }: ReturnType<typeof filled>): string {
  view.width(width).height(height).padding(padding);
  for (const [name, value] of Object.entries(params)) view.signal(name, value);
  // Vega marks the rows it is given: it gets copies.
  for (const [name, rows] of Object.entries(data)) view.data(name, structuredClone(rows) as Row[]);
  view.run();
  const { left, right, top, bottom } = padding;
  const renderer = new SVGStringRenderer().initialize(
    null,
    width + left + right,
    height + top + bottom,
    [left, top],
    1,
  );
  const svg = renderer.render((view.scenegraph() as unknown as { readonly root: unknown }).root).svg();
  // Emptied before it is filled again: what it draws cannot depend on what it drew before.
  for (const [name, value] of Object.entries(params)) if (Array.isArray(value)) view.signal(name, []);
  for (const name of Object.keys(data)) view.data(name, []);
  view.run();
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
