import { describe, expect, it, test } from 'vitest';
import { total } from '../../src/model/breakdown.ts';
import type { ReleasedSeries } from '../../src/model/release.ts';
import { known as figure } from '../../src/model/value.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import type { Known } from '../../src/sources/names.ts';
import { checkPercentages, checkPlausible } from '../../src/sources/plausibility.ts';
import { indicatorOf, observationOf } from '../support/findings.ts';
import { reporting } from '../support/reporting.ts';

type Said = Parameters<typeof indicatorOf>[0];

/** Attainment 8 of twelve authorities in 2023/24. */
const attainment = '46.1 45.9 47.3 43.8 44.0 50.2 48.8 41.9 45.0 46.6 52.3 44.4'.split(' ');
/** Permanent exclusions per 100 pupils of twelve authorities: some have many times what others have. */
const exclusions = '0.02 0.05 0.10 0.13 0.31 0.08 0.24 0.04 0.16 0.11 0.06 0.19'.split(' ');

const code = (at: number) => `A${100 + at}`;

/** The rules broken by figures of authorities in one year, by place, and what is said of the first. */
function beside(texts: readonly string[], said: Said = {}, notes: readonly number[] = []) {
  return doubts(
    texts.map((text, at) => ({ text, area: code(at), period: '202324', isNoted: notes.includes(at) })),
    said,
  );
}

/** The same of figures of one authority, year by year. */
function through(texts: readonly string[], said: Said = {}) {
  return doubts(
    texts.map((text, at) => ({ text, area: code(0), period: `20${13 + at}${14 + at}`, isNoted: false })),
    said,
  );
}

function doubts(
  cells: readonly { text: string; area: string; period: string; isNoted: boolean }[],
  said: Said,
) {
  const indicator = indicatorOf({ decimals: 1, ...said });
  const { report, issues } = reporting();
  const rows = cells.map(({ text, area, period, isNoted }, at): Observation => {
    const value = figure(text, text.split('.')[1]?.length ?? 0);
    const row = observationOf(indicator, { value, area, period });
    const note = isNoted ? 'It was counted otherwise.' : null;
    return { ...row, note, place: { file: 'a.csv', line: at + 1, column: 1 } };
  });
  const entries = new Map(
    [...new Set(cells.map(({ area }) => area))].map(area => [area, { entry: { kind: 'authority' } }]),
  );
  const known = {
    areas: { entries },
    indicators: { entries: new Map([[indicator.id, { entry: indicator }]]) },
  };
  checkPlausible(rows, [], known as unknown as Known, report);
  return issues.map(({ line, rule, message }) => ({ line, rule, message }));
}

const rulesOf = (found: readonly { line: number; rule: string }[]) =>
  found.map(({ line, rule }) => `${line} ${rule}`);

test('authorities as they are raise no doubt, whether they are alike or not', () => {
  expect(beside(attainment, { unit: 'points' })).toEqual([]);
  expect(beside(exclusions, { unit: 'per-100' })).toEqual([]);
  expect(beside([...exclusions, '1.1'], { unit: 'per-100' })).toEqual([]);
});

test('a proportion among percentages is an error, and the percentage is told', () => {
  const [found, ...others] = beside([...attainment, '0.454']);
  expect(found).toMatchObject({ line: 13, rule: 'proportion-for-percentage' });
  expect(found?.message).toContain('write 45.4');
  expect(others).toEqual([]);
});

test.each(['455', '4.55', '4550'])('%s among figures of 45 is warned of', text => {
  expect(rulesOf(beside([...attainment, text], { unit: 'points' }))).toEqual(['13 implausible-value']);
});

test('what would be no percentage is not suggested, and money and counts are not held against other authorities', () => {
  expect(beside(['91', '92', '93', '94', '95', '96', '97', '98', '99', '90', '12'])).toEqual([]);
  expect(beside([...attainment, '455'], { unit: 'pupils' })).toEqual([]);
  expect(beside([...attainment, '455'], { unit: 'pounds' })).toEqual([]);
});

test('a score that may be below nothing has no tenfold', () => {
  expect(beside([...attainment, '-3', '4.5'], { unit: 'points' })).toEqual([]);
});

test('nine authorities have no spread, and a row with a note has been looked at', () => {
  expect(beside([...attainment.slice(0, 9), '0.454'].slice(1))).toEqual([]);
  expect(beside([...attainment, '0.454'], {}, [12])).toEqual([]);
});

test('several in a file are one issue, which counts them', () => {
  const found = beside([...attainment, ...attainment, ...attainment, '0.454', '0.462', '0.448']);
  expect(rulesOf(found)).toEqual(['37 proportion-for-percentage']);
  expect(found[0]?.message).toContain('2 more');
});

test('a year tenfold the years around it is warned of, where those are alike', () => {
  expect(rulesOf(through(['45.2', '46.1', '455', '44.9'], { unit: 'points' }))).toEqual([
    '3 implausible-value',
  ]);
  expect(rulesOf(through(['45.2', '0.461', '45.5']))).toEqual(['2 implausible-value']);
  expect(through(['45.2', '455'], { unit: 'points' })).toEqual([]);
  expect(through(['0.02', '0.2', '0.05', '0.07'], { unit: 'per-100' })).toEqual([]);
});

test('years on the two sides of a break are not held against each other', () => {
  const breaks = [{ from: '201516', kind: 'scale', note: 'The scale is another.' }] as const;
  expect(through(['450', '460', '45', '46'], { unit: 'points', breaks: [...breaks] })).toEqual([]);
});

describe('beside what publishers gave of all authorities', () => {
  const indicator = indicatorOf({ decimals: 1, unit: 'points' });
  const codes = attainment.map((_, at) => code(at));
  const areas = [...codes.map(id => [id, 'authority'] as const), ['N0', 'nation'] as const];
  const knownTo = (council: string) =>
    ({
      council,
      areas: { entries: new Map(areas.map(([id, kind]) => [id, { entry: { kind } }])) },
      indicators: { entries: new Map([[indicator.id, { entry: indicator }]]) },
    }) as unknown as Known;
  const year = { period: '202324', status: 'final', released: '2024-11-01', isStated: true } as const;
  const release = (ours: number): ReleasedSeries => ({
    ...{ indicator: indicator.id, breakdown: total, companion: null, publication: 'a', file: 'p.csv' },
    rows: new Map(areas.map(([id], at) => [id, at])),
    lines: new Int32Array(areas.map((_, at) => at + 2)),
    years: [{ ...year, decimals: null, series: 'att8' }],
    numbers: new Float64Array([ours, ...attainment.slice(1).map(Number), 46]),
    states: new Uint8Array(areas.map(() => 1)),
  });
  const said = (rows: readonly Observation[], ours: number, council = code(0)) => {
    const { report, issues } = reporting();
    checkPlausible(rows, [release(ours)], knownTo(council), report);
    return issues.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
  };
  const typed = (text: string, note: string | null = null): Observation => ({
    ...observationOf(indicator, { value: figure(text, 1), area: code(0), period: '202324' }),
    ...{ note, place: { file: 'a.csv', line: 2, column: 1 } },
  });

  it('one row of the council’s own is doubted, unless its note says that it is right', () => {
    expect(said([typed('461')], 46.1)).toEqual(['a.csv:2 implausible-value']);
    expect(said([typed('461', 'It was counted otherwise.')], 46.1)).toEqual([]);
    expect(said([typed('47.3')], 46.1)).toEqual([]);
  });

  it('so is the council’s own cell, and no other council’s', () => {
    expect(said([], 461)).toEqual(['p.csv:2 implausible-release']);
    expect(said([], 461, code(1))).toEqual([]);
    expect(said([typed('46.1')], 461)).toEqual([]);
    expect(said([], 52)).toEqual([]);
  });

  it('a percentage is out of range where no publisher gives such a one of the measure', () => {
    const share = indicatorOf({ decimals: 1, unit: 'percent', measure: 'given' });
    const known = { indicators: { entries: new Map([[share.id, { entry: share }]]) } } as unknown as Known;
    const rules = (text: string, most: number) => {
      const { report, issues } = reporting();
      checkPercentages([typed(text)], [release(most)], { ...known, council: code(1) }, report);
      return issues.map(({ rule }) => rule);
    };
    expect(rules('120', 99)).toEqual(['percentage-out-of-range']);
    expect(rules('-4', 99)).toEqual(['percentage-out-of-range']);
    expect(rules('120', 104)).toEqual([]);
    expect(rules('99', 99)).toEqual([]);
  });

  it('a council’s own cell above 100 is doubted where no other council has one', () => {
    const share = indicatorOf({ decimals: 1, unit: 'percent', measure: 'given' });
    const entries = new Map([[share.id, { entry: share }]]);
    const rules = (council: string) => {
      const { report, issues } = reporting();
      checkPlausible([], [release(120)], { ...knownTo(council), indicators: { entries } } as never, report);
      return issues.map(({ rule, message }) => `${rule} ${message.includes('would')}`);
    };
    expect(rules(code(0))).toEqual(['implausible-release false']);
    expect(rules(code(1))).toEqual([]);
  });
});
