import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { yearsAfter } from '../../src/model/time.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { crossingWords } from '../../src/narrative/trend-phrases.ts';
import { cell, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

/** The crossing of a council's figures past the nation's, both from 2013/14 backwards. */
function crossing(own: readonly string[], theirs: readonly (string | null)[]) {
  const indicator = indicatorOf();
  const period = (years: number) => yearsAfter('201314', -years);
  const rows = [
    ...own.map((text, years) => observationOf(indicator, { value: cell(text), period: period(years) })),
    ...theirs.flatMap((text, years) =>
      text === null
        ? []
        : [observationOf(indicator, { value: cell(text), period: period(years), area: nation.code })],
    ),
  ];
  const found = findingsOn(settingOf(rows, [indicator]), indicator)?.crossing;
  if (found === undefined) throw new Error('the test has no figure');
  return { found, words: found.outcome === 'found' ? textOf(crossingWords(found, indicator)) : null };
}

describe('coming past the nation', () => {
  it('is said with where it was the year before', () => {
    expect(crossing(['84', '81'], ['82', '83']).words).toBe(
      'now above England; the year before it was 2 percentage points below',
    );
    expect(crossing(['80', '84'], ['82', '84']).words).toBe(
      'now below England; the year before it was level',
    );
  });

  it('is the first time only after three comparable years on the other side', () => {
    expect(crossing(['84', '81', '80', '79'], ['82', '82', '82', '82']).words).toBe(
      'now above England, for the first time in the four consecutive years that can be compared',
    );
    expect(crossing(['84', '81', '83', '79'], ['82', '82', '82', '82']).words).toContain('the year before');
    expect(crossing(['84', '81', '80', '79'], ['82', '82', null, '82']).words).toContain('the year before');
    // A year as good as level was on no other side.
    expect(crossing(['84', '81', '81.8', '79'], ['82', '82', '82.0', '82']).words).toContain(
      'the year before',
    );
  });

  it('is refused when the nation’s earlier figure is not known, or precision leaves the side open', () => {
    expect(crossing(['84', '81'], ['82', null]).found).toEqual({
      outcome: 'refused',
      because: 'no-comparator',
    });
    expect(crossing(['84', '82'], ['82', '81.8']).found).toEqual({
      outcome: 'refused',
      because: 'precision',
    });
  });

  it('is nothing while the side stays the same, or is too close to call', () => {
    expect(crossing(['84', '83'], ['82', '82']).found).toEqual({ outcome: 'none' });
    expect(crossing(['82', '81'], ['82', '82']).found).toEqual({ outcome: 'none' });
    expect(crossing(['82.4', '81.0'], ['82.0', '82.0']).found).toEqual({ outcome: 'none' });
  });
});
