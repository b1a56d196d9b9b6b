import { describe, expect, it } from 'vitest';
import { sparkOf } from '../../src/charts/from-findings.ts';
import { makePen } from '../../src/charts/render.ts';
import { sparkKind, sparkSheet } from '../../src/charts/spark.ts';
import type { Spark } from '../../src/model/chart.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { indicatorOf } from '../support/findings.ts';
import { findingsIn, rowsOf } from '../support/golden.ts';
import { readSvg } from './drawn.ts';
import { mark, percent } from './samples.ts';

/** The line of a council's figures by year, all of them percentages. */
const lineOf = (figures: Readonly<Record<number, string>>, more: Partial<Indicator> = {}) => {
  const findings = findingsIn(indicatorOf({ comparators: [], ...more }), rowsOf(figures), { results: 2014 });
  return sparkOf(findings)?.council.map(each => each?.number ?? null) ?? null;
};

describe('the line beside a headline', () => {
  it('shows the years up to its figure, with a gap where one is missing', () => {
    expect(lineOf({ 2011: '78', 2012: '79', 2014: '84' })).toEqual([78, 79, null, 84]);
  });

  it('is not drawn of one or two years', () => {
    expect(lineOf({ 2013: '81', 2014: '84' })).toBeNull();
    expect(lineOf({ 2014: '84' })).toBeNull();
  });

  it('has only the years on the footing of its figure', () => {
    const broken = (from: string) => ({
      breaks: [{ from, kind: 'method' as const, note: 'The method changed.' }],
    });
    const figures = { 2010: '70', 2011: '78', 2012: '79', 2013: '81', 2014: '84' };
    expect(lineOf(figures, broken('201112'))).toEqual([79, 81, 84]);
    expect(lineOf(figures, broken('201314'))).toBeNull();
    const twice = { breaks: [...broken('201011').breaks, ...broken('201112').breaks] };
    expect(lineOf(figures, twice)).toEqual([79, 81, 84]);
  });
});

describe('the drawing of that line', () => {
  const spark = { scale: percent, council: [78, 79, null, 84].map(mark), nation: [77, 78, 79, 80].map(mark) };

  it('adds nothing to what is read out, and carries no words', () => {
    const svg = makePen()({ kind: 'spark', line: spark });
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toMatch(/role=|aria-label|<text|NaN/);
    expect(svg).toMatch(/class="sparkline"/);
  });

  it('marks the last point only, hollow where it may still change', () => {
    const pointOf = (line: Spark) =>
      readSvg(makePen()({ kind: 'spark', line }), sparkKind.tell(line, sparkSheet)).markers.map(
        ({ fill }) => fill,
      );
    const early = {
      ...spark,
      council: [...spark.council.slice(0, 3), { ...mark(84), status: 'early' as const }],
    };
    expect(pointOf(early)).toEqual([expect.stringContaining('--chart-paper')]);
    expect(pointOf(spark)).toEqual([expect.stringContaining('--chart-council')]);
  });

  it('does not make a small change look large', () => {
    const { params } = sparkKind.tell(
      { scale: percent, council: [84, 84.1, 84.2].map(mark), nation: null },
      sparkSheet,
    );
    expect(Number(params.high) - Number(params.low)).toBeGreaterThanOrEqual(5);
  });
});
