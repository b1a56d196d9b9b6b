import { describe, expect, it } from 'vitest';
import { widths } from '../../src/charts/drawing.ts';
import { tellOf } from '../../src/charts/kinds.ts';
import { makePen } from '../../src/charts/render.ts';
import type { Chart } from '../../src/model/chart.ts';
import { drawnBoth } from './drawn.ts';
import { bullet, comparison, gap, pace, profile, range, strip, target, trend } from './samples.ts';
import { specimens } from './specimens.ts';

const charts: readonly Chart[] = [
  trend([81, null, '[c]', 84], { England: [78, 79, 80, 81] }, [{ before: 1, note: 'New curriculum' }]),
  comparison({ 'Cheshire East': 84, England: 79, Rutland: '[c]' }),
  gap({ 'Cheshire East': [70.9, 53.9, '17.0 points'], England: ['[c]', 52.9, '[c]'] }),
  profile({ Primary: [26, 65, 8, 2], Secondary: ['[c]', '[c]', 29, 24] }),
  strip([55, 58, 58, 61, 70], { 'Cheshire East': '[c]', 'North West': 58, England: 60 }),
  target(
    [38, '[c]', null],
    [
      [0, 38],
      [2, 10],
    ],
    'Target: below 10% by 2014/15',
    [null, null, 25],
  ),
  bullet({ Schools: ['[c]', 95, 'No figure'] }),
  pace({ Reading: [1, -2, 5.3], Absence: [-0.4, 0, -0.5] }),
  range({ Wards: [['Crewe', '[c]'], 4.5, ['Poynton', 9]] }, { number: 10, text: 'No ward above 10%' }),
];

describe.each(charts.map(chart => [chart.kind, chart] as const))('the SVG of a %s', (_, chart) => {
  const drawn = drawnBoth(chart, 'Chart of “A & B” <C>. Data in table 4.');

  it.each(widths)('is one named image with everything in it hidden, %s', width => {
    const [, root, rest] = drawn[width].match(/^<svg ([^>]*)>(.*)<\/svg>$/) ?? [];
    expect(root).toContain(`class="chart chart--${width}" role="img"`);
    expect(root).toContain('aria-label="Chart of “A &amp; B” &lt;C&gt;. Data in table 4."');
    expect(root).toContain('focusable="false"');
    expect(root).toMatch(/viewBox="0 -5 (640|288) \d+"/);
    expect(root).not.toMatch(/ (width|height|version|xmlns:xlink)=/);
    expect(rest).toMatch(/^<g aria-hidden="true"[^>]*>.*<\/g>$/);
    expect(rest?.match(/ (role|aria-[a-z]+)=/g)).toEqual([' aria-hidden=']);
  });

  it.each(widths)('carries nothing of Vega’s own, %s', width => {
    const svg = drawn[width];
    expect(svg).not.toMatch(
      /graphics-|class="(?!chart)|background|tabindex|<a |<title|rotate\(|NaN|undefined/,
    );
    expect(svg).not.toMatch(/ id="/);
    expect(svg.match(/\d\.\d{3,}/g)).toBeNull();
  });

  it.each(widths)('has no words smaller than 14 pixels, %s', width => {
    const sizes = [...drawn[width].matchAll(/font-size="(\d+)px"/g)].map(size => Number(size[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
  });

  it.each(widths)('prints every symbol, %s', width => {
    const marks = JSON.stringify(chart).match(/"\[c\]"/g) ?? [];
    expect(drawn[width].match(/\[c\]/g) ?? []).toHaveLength(marks.length);
  });

  it.each(widths)('names only colours that a page can set, %s', width => {
    const colours = [...drawn[width].matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(colour => colour[1] ?? '');
    expect(
      colours.filter(colour => !/^(none|currentColor|var\(--chart-[a-z0-9-]+, #[0-9A-F]{6}\))$/.test(colour)),
    ).toEqual([]);
  });

  it('is the same bytes whatever was drawn before', () => {
    for (const other of charts.toReversed()) drawnBoth(other, 'Other');
    expect(drawnBoth(chart, 'Chart of “A & B” <C>. Data in table 4.')).toEqual(drawn);
  });
});

it('tells the same chart for both widths without touching it', () => {
  const frozen = Object.freeze(charts[0] as Chart);
  const before = JSON.stringify(frozen);
  for (const width of widths) tellOf(frozen, width);
  expect(JSON.stringify(frozen)).toBe(before);
});

it('draws every specimen as a new pen does, whatever it drew before: a view is kept for each kind', () => {
  const charts = Object.values(specimens);
  const drawnIn = (order: readonly Chart[]) => {
    const pen = makePen();
    return new Map(order.map(chart => [chart, pen({ kind: 'chart', chart, width: 'narrow', name: 'A' })]));
  };
  const [forwards, backwards] = [drawnIn(charts), drawnIn(charts.toReversed())];
  for (const chart of charts) expect(backwards.get(chart)).toBe(forwards.get(chart));
});
