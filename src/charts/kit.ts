import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../model/chart.ts';
import type { Rule, Width, Words } from './drawing.ts';
import { ink, type Look, looks, paper } from './palette.ts';

/** A row of a chart's data: protected, rounded and printed values only, since a reader can save all of it. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly number[]>>;

/** What a specification is told of one chart at one width. */
export type ChartTold = {
  /** Of the whole drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the axes stand within it, in pixels from its left and its top. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Values of the specification's parameters: the ends of the axes, their ticks. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The rows of its data, by name. */
  readonly data: Readonly<Record<string, readonly Row[]>>;
  /** What Vega cannot place without knowing how wide letters are: direct labels, names and notes, and their leaders. */
  readonly words: readonly Words[];
  readonly rules: readonly Rule[];
};

/** A kind of chart: one Vega-Lite specification, the same for every chart of the kind, and what fills it. */
export type ChartKind<Of extends Chart | object> = {
  readonly spec: TopLevelSpec;
  readonly tell: (chart: Of, width: Width) => ChartTold;
};

type Layer = object;

/** A specification of some layers over one another, between the leaders and the words that we place. */
export function specOf(params: readonly string[], layers: readonly Layer[]): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 1,
    height: 1,
    padding: { left: 0, right: 0, top: 0, bottom: 0 },
    autosize: 'none',
    background: 'transparent',
    params: [...params, 'size', 'small'].map(name => ({ name, value: null })),
    config: {
      aria: false,
      font: 'Arial, Helvetica, sans-serif',
      view: { stroke: null },
      axis: {
        title: null,
        domain: false,
        ticks: false,
        grid: false,
        // Vega would move axes by half a pixel, for canvases.
        translate: 0,
        gridColor: ink,
        gridOpacity: 1,
        labelColor: ink,
        labelFontSize: { expr: 'small' },
        // Whatever depends on the width of letters is decided by us: Vega only guesses it.
        labelLimit: 0,
        labelOverlap: false,
        labelBound: false,
        labelFlush: false,
      },
    },
    layer: [placedRules, ...layers, placedWords],
  } as TopLevelSpec;
}

const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
const asGiven = (field: string) => ({ field, type: 'nominal', scale: null });

/** Leaders and rules from a place in pixels to another. */
const placedRules: Layer = {
  data: { name: 'leaders' },
  mark: { type: 'rule' },
  encoding: {
    x: pixel('x'),
    y: pixel('y'),
    x2: { field: 'x2' },
    y2: { field: 'y2' },
    stroke: asGiven('stroke'),
    strokeDash: asGiven('dash'),
    strokeWidth: { field: 'width', type: 'quantitative', scale: null },
    strokeOpacity: { field: 'opacity', type: 'quantitative', scale: null },
  },
};

/** Lines of words, each on its baseline. */
const placedWords: Layer = {
  data: { name: 'words' },
  mark: {
    type: 'text',
    baseline: 'alphabetic',
    color: ink,
    align: { expr: 'datum.align' },
    fontWeight: { expr: 'datum.weight' },
  },
  encoding: {
    x: pixel('x'),
    y: pixel('y'),
    text: asGiven('text'),
    size: { field: 'size', type: 'quantitative', scale: null },
  },
};

/** An axis of numbers between the parameters `low` and `high`, with gridlines and labels as they are told. */
export const amounts = (field: string, more: object = {}, scale: object = {}) => ({
  field,
  type: 'quantitative',
  scale: { domain: [{ expr: 'low' }, { expr: 'high' }], zero: false, nice: false, ...scale },
  axis: {
    grid: true,
    // The line at nought is firm.
    gridOpacity: { condition: { test: 'datum.value === 0', value: 1 }, value: 0.2 },
    values: { expr: 'ticks' },
    labelExpr: 'labels[indexof(ticks, datum.value)]',
    labelPadding: 8,
    ...more,
  },
});

/** True in Vega's expressions of a row whose figure may still change: the one meaning of a hollow mark. */
const mayChange = "indexof(['early', 'provisional', 'projected'], datum.status) >= 0";

/** A look by the name that a row gives it, in whichever way `of` says. */
function byLook(of: (look: Look) => unknown, type: 'nominal' | 'ordinal' = 'nominal') {
  const range = Object.values(looks).map(of);
  return { field: 'look', type, scale: { type: 'ordinal', domain: Object.keys(looks), range }, legend: null };
}

const colour = byLook(look => look.colour);

/** The colour, dash and width of a line by whose it is. */
export const lineLook = {
  stroke: colour,
  strokeDash: byLook(({ dash }) => (dash.length === 0 ? [1, 0] : dash)),
  strokeWidth: byLook(({ width }) => width, 'ordinal'),
};

/** The colour of a bar by whose it is. */
export const barLook = { fill: colour };

/** The colour and shape of a point by whose it is, so many times its usual area: hollow where the figure may still change. */
export const pointLook = (times = 1) => ({
  shape: byLook(({ shape }) => shape),
  size: byLook(({ area }) => area * times, 'ordinal'),
  fill: { ...colour, condition: { test: mayChange, value: paper } },
  stroke: { condition: { test: mayChange, ...colour }, value: paper },
  strokeWidth: { condition: { test: mayChange, value: 2.5 }, value: 1.5 },
});

/** The mark of a point. */
export const point = { type: 'point', filled: true, opacity: 1, invalid: 'filter' };

/** Rows of a chart from top to bottom, all of one height: so many as the parameter `count` says. */
export const rows = {
  field: 'row',
  type: 'ordinal',
  scale: { type: 'band', domain: { expr: 'sequence(count)' }, paddingInner: 0, paddingOuter: 0 },
  axis: null,
};

/** How far the marks of a row are from its middle: a parameter, since on a phone the name stands over them. */
export const drop = { expr: 'drop' };

/** An upright rule at a number through each row, `reach` pixels to either side of its marks. */
export const uprights = (data: object, x: object, reach: string, look: object = {}): object => ({
  ...data,
  mark: {
    type: 'rule',
    color: ink,
    yOffset: { expr: `drop - ${reach}` },
    y2Offset: { expr: `drop + ${reach}` },
    ...look,
  },
  encoding: { x, y: { ...rows, bandPosition: 0.5 }, y2: { field: 'row', bandPosition: 0.5 } },
});

/** What is shown of a row in the editor, where it is pointed at. */
export const hint = (...fields: readonly string[]) => ({
  tooltip: fields.map(field => ({ field, type: 'nominal' })),
});
