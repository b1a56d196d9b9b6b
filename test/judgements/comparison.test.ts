import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import type { Area } from '../../src/model/area.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { comparisonSentences } from '../../src/narrative/comparison-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import {
  cell,
  findingsOf,
  indicatorOf,
  nation,
  neighbours,
  observationOf,
  type Row,
  settingOf,
} from '../support/findings.ts';

const beside = (value: string, england: string, indicator: Partial<Indicator> = {}) =>
  comparisonSentences(findingsOf([value], { nation: england, indicator })).map(textOf)[0];

describe('a figure beside a comparator', () => {
  it('uses the bands of similarity, upper ends included (R06)', () => {
    expect(beside('63.0', '63.0')).toBe('It was the same as England’s 63.0%.');
    expect(beside('63.5', '63.0')).toBe(
      'It was broadly in line with England’s 63.0% (0.5 percentage points above).',
    );
    expect(beside('62.4', '63.0')).toBe('It was slightly below England’s 63.0% (by 0.6 percentage points).');
    expect(beside('64.0', '63.0')).toBe('It was slightly above England’s 63.0% (by 1.0 percentage points).');
    expect(beside('68.0', '63.0')).toBe('It was 5.0 percentage points above England’s 63.0%.');
    expect(beside('68.1', '63.0')).toBe('It was well above England’s 63.0% (by 5.1 percentage points).');
  });

  it('is plainly above when a range straddles two bands', () => {
    expect(beside('64', '62.9')).toBe('It was between 0.6 and 1.6 percentage points above England’s 62.9%.');
  });

  it('is the same as a figure that it differs from by less than is printed, for better or worse', () => {
    const indicator = indicatorOf({ comparators: ['nation'], polarity: 'low' });
    const rows: readonly Row[] = [
      { value: known('62.04', 1, 'exact') },
      { value: known('62.01', 1, 'exact'), area: nation.code },
    ];
    const setting = settingOf(
      rows.map(row => observationOf(indicator, row)),
      [indicator],
    );
    expect(findingsOn(setting, indicator)?.comparisons.held).toMatchObject([
      { degree: 'same', side: 'level', verdict: 'same' },
    ]);
  });

  it('says better or worse where lower is better', () => {
    expect(beside('2.3', '4.7', { polarity: 'low' })).toBe(
      'It was 2.4 percentage points below (better than) England’s 4.7%.',
    );
    expect(beside('7.4', '4.7', { polarity: 'low' })).toBe(
      'It was 2.7 percentage points above (worse than) England’s 4.7%.',
    );
  });

  it('claims no side when the precision leaves it open', () => {
    expect(beside('62', '62.2')).toBe(
      'It was close to England’s 62.2% (the two differ by no more than 0.7 percentage points).',
    );
  });

  it('says so when the nation has no figure for the year, and never takes another year’s', () => {
    const indicator = indicatorOf({ comparators: ['nation'] });
    const rows: readonly Row[] = [
      { value: cell('62') },
      { value: cell('60'), area: nation.code, period: '201213' },
    ];
    const findings = findingsOn(
      settingOf(
        rows.map(row => observationOf(indicator, row)),
        [indicator],
      ),
      indicator,
    );
    expect(findings?.comparisons.held).toEqual([]);
    expect(findings === null ? [] : comparisonSentences(findings).map(textOf)).toEqual([
      'No figure for 2013/14 is available for England.',
    ]);
  });
});

describe('the average of statistical neighbours', () => {
  const indicator = indicatorOf({ comparators: ['neighbours'] });
  const withNeighbours = (texts: readonly string[]) => {
    const rows: readonly Row[] = [
      { value: cell('61.5') },
      ...texts.map((text, index) => ({ value: cell(text), area: neighbours.areas[index] ?? '' })),
    ];
    return findingsOn(
      settingOf(
        rows.map(row => observationOf(indicator, row)),
        [indicator],
      ),
      indicator,
    );
  };

  it('is the plain mean of those with a figure, and says how many there were (R10)', () => {
    const found = withNeighbours([
      '60.4',
      '61.1',
      '61.0',
      '60.8',
      '58.9',
      '58.2',
      '57.8',
      '57.8',
      '57.1',
      '55.9',
    ]);
    const [comparison] = found?.comparisons.held ?? [];
    expect(comparison?.level.figure).toMatchObject({ kind: 'neighbour-mean', text: '58.9%', count: 10 });
    expect(comparison?.figure.text).toBe('2.6 percentage points');
    expect(comparison?.level.figure.inputs).toHaveLength(10);
  });

  it('leaves suppressed areas out', () => {
    const [comparison] = withNeighbours(['60', '62', 'c', '61', '60', '62'])?.comparisons.held ?? [];
    expect(comparison?.level.figure).toMatchObject({ text: '61%', count: 5 });
    expect(comparison?.level.figure.working).toMatch(/: 5 of 10$/);
  });

  it('is refused when fewer than five have a figure', () => {
    const [comparison] = withNeighbours(['60', '62', 'c', '61', '60'])?.comparisons.held ?? [];
    expect(comparison?.level.figure.amount).toEqual({ kind: 'refused', because: 'too-few-areas' });
    expect(comparison?.degree).toBe('refused');
  });
});

describe('two estimates', () => {
  const estimate = (code: string, name: string): Area => ({
    code,
    name,
    phrase: `the ${name} estimate`,
    kind: 'estimate',
  });
  /** What is said of 92% beside an estimate of each kind (P25). */
  const beside = (b: string, d: string) => {
    const indicator = indicatorOf({ comparators: ['estimates'] });
    const areas = [estimate('FFTB', 'B'), estimate('FFTD', 'D')];
    const rows = [
      observationOf(indicator, { value: cell('92') }),
      observationOf(indicator, { value: cell(b), area: 'FFTB' }),
      observationOf(indicator, { value: cell(d), area: 'FFTD' }),
    ];
    const plain = settingOf(rows, [indicator]);
    const setting = {
      ...plain,
      areas: new Map([...plain.areas, ...areas.map(area => [area.code, area] as const)]),
    };
    const found = findingsOn(setting, indicator);
    return found === null
      ? []
      : comparisonSentences(found)
          .map(textOf)
          .filter(text => !text.startsWith('No figure'));
  };

  it('have the figure between them, the lower first, or stand each by itself', () => {
    expect(beside('89', '94')).toEqual(['It was between the B estimate’s 89% and the D estimate’s 94%.']);
    expect(beside('94', '89')).toEqual(['It was between the D estimate’s 89% and the B estimate’s 94%.']);
    expect(beside('89', '90')).toEqual([
      'It was 3 percentage points above the B estimate’s 89% and 2 percentage points above the D estimate’s 90%.',
    ]);
    expect(beside('92', '94')[0]).toContain('the same as');
  });
});
