// Item 114: a drawing stands at the numbers that are printed, so that no more can be read from it than from the table.

import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import type { Chart, Mark } from '../../src/model/chart.ts';
import { reportFrom } from '../../src/report.ts';
import { referenceCouncil } from '../support/reference-council.ts';
import { type Drawn, read } from './drawn.ts';
import { specimens } from './specimens.ts';

/** Which way the numbers of a kind are measured. */
const measured: Record<Chart['kind'], 'x' | 'y'> = {
  trend: 'y',
  target: 'y',
  gap: 'x',
  comparison: 'x',
  profile: 'x',
  strip: 'x',
  bullet: 'x',
  range: 'x',
  pace: 'x',
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
  // A change is as far out as so many spreads of authorities, to the right where it is for the better.
  if (chart.kind === 'pace')
    return [
      0,
      ...chart.rows.flatMap(({ own, nation, spread, better }) =>
        [own, nation].map(
          ({ text }) => ((better === 'low' ? -1 : 1) * readNumber(text)) / readNumber(spread.text),
        ),
      ),
    ];
  const sums =
    chart.kind === 'profile'
      ? chart.rows.flatMap(row =>
          row.marks.map((_, part) =>
            row.marks.slice(0, part + 1).reduce((sum, each) => sum + (each.number ?? 0), 0),
          ),
        )
      : [];
  return [0, ...printed, ...sums];
}

/** Where the finished drawing puts its lines, bars and points, in numbers on its axis. Dots of a strip stand in slots, and keys nowhere. */
function numbersIn(chart: Chart, { lines, bars, markers, across, up, told }: Drawn): readonly number[] {
  const way = measured[chart.kind];
  const { plot, data } = told;
  const inPlot = markers
    .slice(chart.kind === 'strip' ? data.others?.length : 0)
    .filter(({ y }) => y >= plot.top - 0.1);
  const places = [
    ...lines.flatMap(({ pieces }) => pieces.flat().map(([x, y]) => ({ x, y }))),
    ...bars.flatMap(({ x, x2, y }) => [
      { x, y },
      { x: x2, y },
    ]),
    ...(chart.kind === 'profile' ? [] : inPlot),
  ];
  return places.map(({ x, y }) => (way === 'x' ? across(x) : up(y)));
}

/** The places of a drawing that stand at no printed number. */
function strays(chart: Chart, drawn: Drawn): readonly string[] {
  const printed = printedIn(chart);
  const perPixel = Math.abs(
    measured[chart.kind] === 'x' ? drawn.across(1) - drawn.across(0) : drawn.up(1) - drawn.up(0),
  );
  // Coordinates are rounded to a hundredth of a pixel; a bar's end is the sum of two.
  return numbersIn(chart, drawn).flatMap(place =>
    printed.some(number => Math.abs(number - place) <= 0.0151 * perPixel)
      ? []
      : [`${place} is no printed number`],
  );
}

describe.each(widths)('what can be measured in a drawing is what is printed, %s', width => {
  it.each(Object.entries(specimens))('%s', (_, chart) => {
    const drawn = read(chart, width);
    expect(numbersIn(chart, drawn).length).toBeGreaterThan(0);
    expect(strays(chart, drawn)).toEqual([]);
  });
});

it('a number drawn more exactly than it is printed is found', () => {
  const chart = specimens['trend-bounds'] as Chart;
  const leaking = JSON.parse(JSON.stringify(chart).replace('"number":100', '"number":61.53846'));
  expect(strays(chart, read(leaking, 'wide'))).not.toEqual([]);
});

it('every chart of the reference council is given its numbers as they are printed', () => {
  const made = reportFrom(referenceCouncil());
  if (made.outcome !== 'made') throw new Error('the reference council has issues');
  const marks = marksIn(drawnIn(made.report));
  expect(marks.length).toBeGreaterThan(500);
  expect(marks.filter(({ number, text }) => number !== null && number !== readNumber(text))).toEqual([]);
});
