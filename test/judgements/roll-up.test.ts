import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { rollUp } from '../../src/judgements/roll-up.ts';
import { nationBeside } from '../../src/judgements/setting.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { rollUpSentences } from '../../src/narrative/roll-up-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, council, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';
import { editionWith } from '../support/front.ts';

type Measured = {
  readonly ours: string;
  readonly theirs: string;
  readonly period?: string;
  readonly said?: Partial<Indicator>;
};

/** The roll-up against the nation of some measures, named A, B, C … */
function rolled(...measures: readonly Measured[]) {
  const indicators = measures.map(({ said }, index) => {
    const short = String.fromCharCode(65 + index);
    return indicatorOf({ id: short.toLowerCase(), short, comparators: ['nation'], ...said });
  });
  const rows = measures.flatMap(({ ours, theirs, period = '201314' }, index) => {
    const indicator = indicators[index] ?? indicatorOf();
    return [
      observationOf(indicator, { value: cell(ours), period }),
      observationOf(indicator, { value: cell(theirs), period, area: nation.code }),
    ];
  });
  const setting = settingOf(rows, indicators);
  const findings = indicators.flatMap(indicator => findingsOn(setting, indicator) ?? []);
  return rollUp(setting, 'headlines', findings, nationBeside(setting));
}

const named = (...measures: readonly Measured[]) => {
  const found = rolled(...measures);
  const names = (part: 'better' | 'close' | 'worse') =>
    found?.[part].map(({ findings }) => findings.indicator.short).join('');
  return [names('better'), names('close'), names('worse')];
};

describe('where measures stand beside the nation', () => {
  it('counts those better, close and worse, in the direction of each, the weightiest first', () => {
    expect(
      named(
        { ours: '84', theirs: '79' },
        { ours: '4.8', theirs: '2.1', said: { polarity: 'low' } },
        { ours: '63.4', theirs: '63.0' },
        { ours: '60', theirs: '66' },
      ),
    ).toEqual(['A', 'C', 'DB']);
  });

  it('takes a difference that precision leaves open for close', () => {
    expect(named({ ours: '62', theirs: '62.2' })).toEqual(['', 'A', '']);
  });

  it('leaves out measures without a better direction, of years long past, and without a figure', () => {
    expect(rolled({ ours: '84', theirs: '79', said: { polarity: 'neutral' } })).toBeNull();
    expect(rolled({ ours: '84', theirs: '79', period: '200910' })).toBeNull();
    expect(rolled({ ours: 'c', theirs: '79' })).toBeNull();
  });

  it('are told together of a chapter of two or more, and not of one alone', () => {
    const standing = (headlines: Parameters<typeof editionWith>[0]) =>
      editionWith(headlines).themes[0]?.standing.map(({ better, close, worse }) => [
        better.length,
        close.length,
        worse.length,
      ]);
    const far = { own: ['56'], england: ['50'] } as const;
    const near = { own: ['50'], england: ['50'] } as const;
    expect(standing({ Far: far })).toEqual([]);
    expect(standing({ Far: far, Near: near })).toEqual([[1, 1, 0]]);
    expect(standing({ Near: near, Level: near })).toEqual([[0, 2, 0]]);
  });

  it('names every exception with its size', () => {
    const found = rolled(
      { ours: '84', theirs: '79' },
      { ours: '60', theirs: '66' },
      { ours: '60', theirs: '63' },
    );
    expect(found === null ? [] : rollUpSentences(council.name, found).map(textOf)).toEqual([
      'Compared with England, Cheshire East was better on one and worse on two of the three comparable measures.',
      'Worse than England: B (by 6 percentage points); C (by 3 percentage points).',
    ]);
  });

  it('names them too when every measure is one', () => {
    const found = rolled({ ours: '60', theirs: '66' }, { ours: '60', theirs: '63' });
    expect(found === null ? [] : rollUpSentences(council.name, found).map(textOf)).toEqual([
      'Compared with England, Cheshire East was worse on both comparable measures.',
      'Worse than England: A (by 6 percentage points); B (by 3 percentage points).',
    ]);
  });

  const told = (...measures: readonly Measured[]) => {
    const found = rolled(...measures);
    return found === null ? '' : rollUpSentences(council.name, found).map(textOf).join(' ');
  };
  const lastYear = { period: '201213' };

  it('says the year once where all are of one earlier year, and that some are of earlier years where some are', () => {
    expect(told({ ours: '84', theirs: '79', ...lastYear }, { ours: '60', theirs: '66', ...lastYear })).toBe(
      'In 2012/13, compared with England, Cheshire East was better on one and worse on one of the two comparable measures. Worse than England: B (by 6 percentage points).',
    );
    expect(told({ ours: '84', theirs: '79' }, { ours: '70', theirs: '66', ...lastYear })).toBe(
      'Compared with England, Cheshire East was better on both comparable measures; the figure of “B” is for 2012/13.',
    );
    expect(
      told({ ours: '84', theirs: '79', period: '201112' }, { ours: '60', theirs: '66', ...lastYear }),
    ).toBe(
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable measures; each is for an earlier year. Worse than England: B (by 6 percentage points, 2012/13).',
    );
  });

  it('leaves the year to the name of what is worse, where only that is of an earlier year', () => {
    expect(told({ ours: '84', theirs: '79' }, { ours: '60', theirs: '66', ...lastYear })).toBe(
      'Compared with England, Cheshire East was better on one and worse on one of the two comparable measures. Worse than England: B (by 6 percentage points, 2012/13).',
    );
  });

  it('names measures that rest on small numbers where they are up to three, and says that more are not counted', () => {
    const few: Measured = { ours: '50', theirs: '66', said: { pupils: 'few' } };
    const counted = { ours: '84', theirs: '79' };
    expect(told(counted, counted, few)).toBe(
      'Compared with England, Cheshire East was better on both measures counted. Left out, as numbers are small: C.',
    );
    expect(told(few, few)).toMatch(/ All of these are based on small numbers\.$/);
    expect(told(counted, counted, few, few)).toMatch(/Left out, as numbers are small: C; D\.$/);
    expect(told(counted, counted, few, few, few, few)).toBe(
      'Compared with England, Cheshire East was better on both measures counted. Measures based on small numbers are left out.',
    );
  });

  it('says what a rate is of with its size, and of islands that they were', () => {
    const rate: Measured = {
      ours: '19.46',
      theirs: '11.31',
      said: { unit: 'per-100', polarity: 'low', measure: 'given' },
    };
    const found = rolled(rate, rate);
    expect(found === null ? [] : rollUpSentences('the Isles of Scilly', found).map(textOf)).toEqual([
      'Compared with England, the Isles of Scilly were worse on both comparable measures.',
      'Worse than England: A (by 8.15 per 100 pupils); B (by 8.15 per 100 pupils).',
    ]);
  });
});
