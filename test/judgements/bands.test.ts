// What counts as near: figures of authorities are invented to have the spreads that the measures have today.

import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../src/judgements/bands.ts';
import { type Findings, findingsOn } from '../../src/judgements/findings.ts';
import { rollUp } from '../../src/judgements/roll-up.ts';
import { nationBeside } from '../../src/judgements/setting.ts';
import type { Area } from '../../src/model/area.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { comparisonSentences, tileComparison } from '../../src/narrative/comparison-phrases.ts';
import { changeSentence } from '../../src/narrative/phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, council, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

type Case = {
  readonly said: Partial<Indicator>;
  readonly ours: string;
  readonly england: string;
  /** The standard deviation of forty authorities around the nation. */
  readonly spread: number;
  readonly before?: string;
};

/** The findings on a measure whose authorities lie so far apart: half of them one deviation above, half one below. */
function judged({ said, ours, england, spread, before }: Case) {
  const indicator = indicatorOf({ comparators: ['nation'], bands: undefined, ...said });
  const others = Array.from(
    { length: 40 },
    (_, at): Area => ({ code: `A${at}`, name: `A${at}`, kind: 'authority' }),
  );
  const number = (at: number) => (Number(england) + (at % 2 === 0 ? spread : -spread)).toFixed(3);
  const rows = [
    observationOf(indicator, { value: cell(ours) }),
    observationOf(indicator, { value: cell(england), area: nation.code }),
    ...others.map(({ code }, at) => observationOf(indicator, { value: cell(number(at)), area: code })),
    ...(before === undefined ? [] : [observationOf(indicator, { value: cell(before), period: '201213' })]),
  ];
  const setting = settingOf(rows, [indicator]);
  const areas = new Map([...setting.areas, ...others.map(area => [area.code, area] as const)]);
  const found = findingsOn({ ...setting, areas }, indicator);
  if (found === null) throw new Error('no findings');
  return { found, setting: { ...setting, areas } };
}

const beside = (found: Findings) => comparisonSentences(found).map(textOf).join(' ');

describe('how large a range is', () => {
  const bands = { similar: 0.5, slight: 1, well: 5, spread: null };
  const between = (low: string, high: string) =>
    extentOf(
      {
        ...{ kind: 'known', number: new Big(high), decimals: 1, sign: 1, about: false },
        range: { low: new Big(low), high: new Big(high), decimals: 1 },
      },
      bands,
    );

  it('is near where both its ends are, plain where they are in two bands, and else what both are', () => {
    expect(between('0', '0.5')).toBe('similar');
    expect(between('0.1', '0.4')).toBe('similar');
    expect(between('0.1', '0.6')).toBe('plain');
    expect(between('0.6', '0.9')).toBe('slight');
    expect(between('5.1', '6.1')).toBe('well');
  });
});

describe('what is near on a measure', () => {
  it('is a tenth of the spread of authorities, so exclusions of 0.05 are not in line with England’s 0.13', () => {
    const said = { unit: 'per-100', decimals: 2, polarity: 'low' } as const;
    const { found } = judged({ said, ours: '0.05', england: '0.13', spread: 0.082 });
    expect(beside(found)).not.toContain('in line');
    expect(found.comparisons.held[0]).toMatchObject({ degree: 'plain', verdict: 'better', side: 'below' });
  });

  it.each([
    [
      'overall absence, half a deviation better',
      { unit: 'percent', decimals: 2, polarity: 'low' },
      '6.46',
      '6.99',
      1,
      'plain',
      'better',
    ],
    [
      'progress in reading, 132nd of 153',
      { unit: 'points', decimals: 1 },
      '-0.6',
      '0.0',
      0.9,
      'plain',
      'worse',
    ],
    [
      'grade 5 or above, 0.08 of a deviation',
      { unit: 'percent', decimals: 1 },
      '44.6',
      '45.2',
      7.4,
      'similar',
      'same',
    ],
    [
      'Attainment 8, a tenth of a point',
      { unit: 'points', decimals: 1 },
      '45.9',
      '46.0',
      4.1,
      'similar',
      'same',
    ],
    [
      'a scaled score, one point of rounding',
      { unit: 'scaled-score', decimals: 0 },
      '105',
      '106',
      1.3,
      'similar',
      'same',
    ],
    [
      'two points of a scaled score',
      { unit: 'scaled-score', decimals: 0 },
      '104',
      '106',
      1.3,
      'well',
      'worse',
    ],
    [
      'disadvantaged pupils, 4.4 points',
      { unit: 'points', decimals: 1 },
      '30.6',
      '35.0',
      3.6,
      'well',
      'worse',
    ],
  ] as const)('%s', (_, said, ours, england, spread, degree, verdict) => {
    const { found } = judged({ said, ours, england, spread });
    expect(found.comparisons.held[0]).toMatchObject({ degree, verdict });
  });

  it('makes no change of a change that is near nothing', () => {
    const said = { unit: 'points', decimals: 1 } as const;
    const { found } = judged({ said, ours: '45.9', before: '45.7', england: '46.0', spread: 4.1 });
    expect(textOf(changeSentence(found) ?? [])).toBe('This rose by 0.2 points from 45.7 in 2012/13.');
    expect(found.change.verdict).toBe('same');
  });

  it('is set by the catalogue before the spread of authorities', () => {
    const said = { decimals: 1, bands: { similar: 3, slight: 4, well: 5 } };
    const { found } = judged({ said, ours: '60.0', england: '62.5', spread: 1 });
    expect(found.comparisons.held[0]?.degree).toBe('similar');
  });

  it('says the same in a sentence, a tile and a count of measures', () => {
    const { found, setting } = judged({ said: { decimals: 1 }, ours: '60.3', england: '60.0', spread: 5 });
    expect(beside(found)).toContain('broadly in line with');
    expect(textOf(tileComparison(found) ?? [])).toContain('broadly in line with');
    const counted = rollUp(setting, 'headlines', [found], nationBeside(setting));
    expect([counted?.better, counted?.close, counted?.worse].map(part => part?.length)).toEqual([0, 1, 0]);
  });
});

describe('a difference from the nation', () => {
  it('within what chance makes of a small group is neither better nor worse, whatever its size', () => {
    const indicator = indicatorOf({ comparators: ['nation'], members: 'children' });
    const rows = [
      { ...observationOf(indicator, { value: cell('40') }), numerator: 8, denominator: 20 },
      observationOf(indicator, { value: cell('48'), area: nation.code }),
    ];
    const found = findingsOn(settingOf(rows, [indicator]), indicator);
    expect(found?.latest.base).toBe(20);
    expect(found?.comparisons.held[0]).toMatchObject({ degree: 'chance', verdict: 'same' });
    expect(found === null ? '' : beside(found)).toBe(
      'It was too close to England’s 48% to rule out chance (8 percentage points below).',
    );
    expect(found?.latest.area).toBe(council.code);
  });
});
