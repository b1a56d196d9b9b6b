import type { TopLevelSpec } from 'vega-lite';
import type { Chart, Mark } from '../model/chart.ts';
import type { ChartSheet, Placed } from './drawing.ts';
import { ink, type Look, looks, markLabel, paper } from './palette.ts';

/** A row of a chart's data: protected, rounded and printed values only, since a reader can save all of it. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly number[]>>;

/** Four edges in pixels, from the left and the top of a drawing. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** What one chart on one sheet needs, and what Vega cannot place, not knowing how wide letters are. */
export type ChartTold = Partial<Placed> & {
  /** Of the whole drawing, in pixels. */
  readonly height: number;
  /** Where the axes stand within it. */
  readonly plot: Box;
  /** Values of the specification's parameters: the ends of the axes, their ticks. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, readonly Row[]>>;
};

export type ChartKind<Of extends Chart | object> = {
  readonly spec: TopLevelSpec;
  readonly tell: (chart: Of, sheet: ChartSheet) => ChartTold;
};

/** A specification of some layers over one another, with parameters by name, between the leaders and the words that we place. */
export function specOf(params: string, layers: readonly object[]): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 1,
    height: 1,
    padding: { left: 0, right: 0, top: 0, bottom: 0 },
    autosize: 'none',
    background: 'transparent',
    params: `${params} size small`.split(' ').map(name => ({ name, value: null })),
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

/** A place in pixels from the corner of the axes, given in the data. */
export const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
const asGiven = (field: string) => ({ field, type: 'nominal', scale: null });

const placedRules = {
  data: { name: 'leaders' },
  mark: { type: 'rule' },
  encoding: {
    x: pixel('x'),
    y: pixel('y'),
    x2: { field: 'x2' },
    y2: { field: 'y2' },
    stroke: asGiven('stroke'),
    strokeWidth: { field: 'width', type: 'quantitative', scale: null },
    strokeOpacity: { field: 'opacity', type: 'quantitative', scale: null },
  },
};

const placedWords = {
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

/** A number between the parameters `low` and `high`; on no axis, or on one of the given look with `ticks` and `labels` as told. */
export const amount = (field: string, axis: object | null = null) => ({
  field,
  type: 'quantitative',
  scale: { domain: [{ expr: 'low' }, { expr: 'high' }], zero: false, nice: false },
  axis: axis && {
    values: { expr: 'ticks' },
    labelExpr: 'labels[indexof(ticks, datum.value)]',
    ...axis,
  },
});

/** An axis up: gridlines, the one at nought firm. */
export const gridlines = {
  grid: true,
  gridOpacity: { condition: { test: 'datum.value === 0', value: 1 }, value: 0.2 },
  labelPadding: 8,
};

/** An axis along the foot: a line with ticks, of which those that are `labelled` have labels. */
export const footline = (look: object) => ({
  ticks: true,
  tickColor: ink,
  domain: true,
  domainColor: ink,
  labelExpr: "indexof(labelled, datum.value) < 0 ? '' : labels[indexof(ticks, datum.value)]",
  labelBaseline: 'alphabetic',
  ...look,
});

/** True in Vega's expressions of a row whose figure may still change: the one meaning of a hollow mark. */
const mayChange = "indexof(['early', 'provisional', 'projected'], datum.status) >= 0";

/** A look by the name that a row gives it, in whichever way `of` says. */
function byLook(of: (look: Look) => unknown, type: 'nominal' | 'ordinal' = 'nominal') {
  const range = Object.values(looks).map(of);
  return { field: 'look', type, scale: { type: 'ordinal', domain: Object.keys(looks), range }, legend: null };
}

export const colour = byLook(look => look.colour);

export const lineLook = {
  stroke: colour,
  strokeDash: byLook(({ dash }) => (dash.length === 0 ? [1, 0] : dash)),
  strokeWidth: byLook(({ width }) => width, 'ordinal'),
};

/** The colour and shape of a point by whose it is, so many times its usual area: hollow where the figure may still change. */
export const pointLook = (times = 1) => ({
  shape: byLook(({ shape }) => shape),
  size: byLook(({ area }) => area * times, 'ordinal'),
  fill: { ...colour, condition: { test: mayChange, value: paper } },
  stroke: { condition: { test: mayChange, ...colour }, value: paper },
  strokeWidth: { condition: { test: mayChange, value: 2.5 }, value: 1.5 },
});

export const point = { type: 'point', filled: true, opacity: 1, invalid: 'filter' };

export const value = { type: 'text', baseline: 'middle', color: ink, fontSize: { expr: 'size' } };

/** Rows of a chart from top to bottom, all of one height: so many as the parameter `count` says. */
export const rows = {
  field: 'row',
  type: 'ordinal',
  scale: { type: 'band', domain: { expr: 'sequence(count)' }, paddingInner: 0, paddingOuter: 0 },
  axis: null,
};

/** Marks stand `drop` pixels under the middle of their row, since on a phone its name stands over them. */
export const drop = { yOffset: { expr: 'drop' } };

export const bar = { type: 'bar', orient: 'horizontal', ...drop };

/** A bar from nought to the number of each row that has one. */
export const bars = (height: unknown) => ({
  transform: [{ filter: 'datum.number' }],
  mark: { ...bar, height },
  encoding: {
    x: amount('number'),
    x2: { datum: 0 },
    y: rows,
    fill: colour,
    ...hint('name', 'text'),
  },
});

export const keys = (look: object, mark: object = {}) => ({
  data: { name: 'keys' },
  mark: { ...point, ...mark },
  encoding: { x: pixel('x'), y: pixel('y'), ...look },
});

export const nought = { datum: 0, type: 'quantitative' };

/** An upright rule at a number through each row, `reach` pixels to either side of its marks. */
export const uprights = (x: object, reach: string, more: object = {}, look: object = {}) => ({
  ...more,
  mark: {
    type: 'rule',
    color: ink,
    yOffset: { expr: `drop - ${reach}` },
    y2Offset: { expr: `drop + ${reach}` },
    ...look,
  },
  encoding: { x, y: { ...rows, bandPosition: 0.5 }, y2: { field: 'row', bandPosition: 0.5 } },
});

/** A mark as a row has it: its number and what is printed of it, and how far from settled it is. */
export const printed = (mark: Mark) => ({
  number: mark.number,
  text: markLabel(mark),
  ...(mark.status === undefined ? {} : { status: mark.status }),
});

/** What is shown of a row in the editor, where it is pointed at. */
export const hint = (...fields: readonly string[]) => ({
  tooltip: fields.map(field => ({ field, type: 'nominal' })),
});
