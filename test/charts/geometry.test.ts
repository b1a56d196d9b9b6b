// Item 114: a drawing stands at the numbers that are printed, so that no more can be read from it than from the table.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../src/charts/axis.ts';
import { type Axis, type Drawing, position, widths } from '../../src/charts/drawing.ts';
import { layOut } from '../../src/charts/layout.ts';
import { multiplesTicks } from '../../src/charts/multiples-chart.ts';
import type { Chart, Mark } from '../../src/model/chart.ts';
import { makeReport } from '../../src/report.ts';
import { drawnBoth } from './drawn.ts';
import { specimens } from './specimens.ts';

/** Which way the numbers of a kind are measured; panels have an axis each. */
const measured: Record<Exclude<Chart['kind'], 'multiples'>, 'x' | 'y'> = {
  trend: 'y',
  target: 'y',
  gap: 'x',
  comparison: 'x',
  profile: 'x',
  strip: 'x',
  bullet: 'x',
  range: 'x',
};

/** Every mark of a chart, wherever it is. */
function marksIn(value: unknown): readonly Mark[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'text' in value && 'number' in value ? [value as Mark] : [];
  return [...own, ...Object.values(value).flatMap(marksIn)];
}

/** Everything that is drawn in a report: in its views, what is drawn stands beside its id. */
function drawnIn(value: unknown): readonly unknown[] {
  if (value === null || typeof value !== 'object') return [];
  if ('id' in value && 'chart' in value && 'subtitle' in value) return [value.chart];
  if ('id' in value && 'line' in value) return [value.line];
  return Object.values(value).flatMap(drawnIn);
}

/** The number that a reader reads: "−0.4" is −0.4, "No ward above 10%" is 10. */
function readNumber(text: string): number {
  return Number(
    text
      .replaceAll(',', '')
      .replace('−', '-')
      .match(/[-+]?\d+(?:\.\d+)?/)?.[0],
  );
}

/** The numbers that a chart prints, and for parts of a whole the sums at which one part meets the next. */
function printedIn(chart: Chart): readonly number[] {
  const printed = marksIn(chart)
    .filter(({ number }) => number !== null)
    .map(({ text }) => readNumber(text));
  const bands = chart.kind === 'bullet' ? chart.rows.flatMap(row => row.bands) : [];
  const sums =
    chart.kind === 'profile'
      ? chart.rows.flatMap(row =>
          row.marks.map((_, part) =>
            row.marks.slice(0, part + 1).reduce((sum, each) => sum + (each.number ?? 0), 0),
          ),
        )
      : [];
  return [0, ...printed, ...bands, ...sums];
}

type Place = { readonly x: number; readonly y: number };
const pair = (match: RegExpMatchArray): Place => ({ x: Number(match[1]), y: Number(match[2]) });

/** Where the finished drawing puts its lines, bars and points. */
function placesIn(svg: string, drawing: Drawing): readonly Place[] {
  const lines = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke-linejoin/g)].flatMap(([, path = '']) =>
    [...path.matchAll(/([\d.-]+),([\d.-]+)/g)].map(pair),
  );
  const bars = [...svg.matchAll(/<path d="M([\d.-]+),([\d.-]+)h([\d.-]+)v/g)].flatMap(([, x, y, width]) => [
    { x: Number(x), y: Number(y) },
    { x: Number(x) + Number(width), y: Number(y) },
  ]);
  const keys = new Set(drawing.keys.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`));
  const points = [...svg.matchAll(/<path transform="translate\(([\d.-]+),([\d.-]+)\)"/g)]
    .map(pair)
    .filter(({ x, y }) => !keys.has(`${x.toFixed(2)} ${y.toFixed(2)}`));
  return [...lines, ...bars, ...points];
}

/** The axis of the panel that a place is in: its gridlines say where its ticks are. */
function panelAxis(chart: Chart, { rules }: Drawing, { x, y }: Place): Axis {
  if (chart.kind !== 'multiples') throw new Error('not panels');
  const ticks = multiplesTicks(chart);
  const gridlines = rules.filter(rule => rule.y === rule.y2 && rule.y > 40);
  // Each column of panels has its gridlines begin at one place; panels are numbered along the rows.
  const lefts = [...new Set(gridlines.map(rule => rule.x))]
    .filter(left => gridlines.filter(rule => rule.x === left).length > 1)
    .toSorted((a, b) => a - b);
  const column = lefts.findLastIndex(left => left <= x);
  const heights = gridlines
    .filter(rule => rule.x === lefts[column])
    .map(rule => rule.y)
    .filter((height, index, all) => all.indexOf(height) === index)
    .toSorted((a, b) => a - b);
  let start = 0;
  for (let panel = column; panel < ticks.length; panel += lefts.length) {
    const { low, high, at } = ticks[panel] as Ticks;
    const [top = 0, bottom = 0] = [heights[start], heights[start + at.length - 1]];
    if (y >= top - 0.01 && y <= bottom + 0.01) return { domain: [low, high], range: [bottom, top] };
    start += at.length;
  }
  throw new Error(`no panel at ${x}, ${y}`);
}

/** The places of a drawing that stand at no printed number. */
function strays(chart: Chart, svg: string, drawing: Drawing): readonly string[] {
  const printed = printedIn(chart);
  return placesIn(svg, drawing).flatMap(place => {
    const way = chart.kind === 'multiples' ? 'y' : measured[chart.kind];
    const axis = chart.kind === 'multiples' ? panelAxis(chart, drawing, place) : drawing[way];
    // Coordinates are rounded to a hundredth of a pixel; a bar's end is the sum of two.
    const stands = printed.some(number => Math.abs(position(axis, number) - place[way]) <= 0.0151);
    return stands ? [] : [`${chart.kind}: ${place[way]} is at no printed number`];
  });
}

describe.each(widths)('what can be measured in a drawing is what is printed, %s', width => {
  it.each(Object.entries(specimens))('%s', (id, chart) => {
    const drawing = layOut(chart, width);
    const svg = drawnBoth(chart, id, 'A name.')[width];
    expect(placesIn(svg, drawing).length).toBeGreaterThan(0);
    expect(strays(chart, svg, drawing)).toEqual([]);
  });
});

it('a number drawn more exactly than it is printed is found', () => {
  const [id, chart] = ['trend-bounds', specimens['trend-bounds'] as Chart];
  const leaking = JSON.parse(JSON.stringify(chart).replace('"number":100', '"number":61.53846'));
  expect(strays(leaking, drawnBoth(leaking, id, 'A name.').wide, layOut(leaking, 'wide'))).not.toEqual([]);
});

it('every chart of the reference council is given its numbers as they are printed', () => {
  const made = makeReport(fileURLToPath(new URL('../..', import.meta.url)));
  if (made.outcome !== 'made') throw new Error('the reference council has issues');
  const marks = marksIn(drawnIn(made.report));
  expect(marks.length).toBeGreaterThan(500);
  expect(marks.filter(({ number, text }) => number !== null && number !== readNumber(text))).toEqual([]);
});
