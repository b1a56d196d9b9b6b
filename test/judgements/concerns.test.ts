import { describe, expect, it } from 'vitest';
import { concernsOf } from '../../src/judgements/concerns.ts';
import type { Pending } from '../../src/judgements/findings.ts';
import { indicatorOf } from '../support/findings.ts';
import { findingsIn, rowsOf, settingIn } from '../support/golden.ts';

/** What is asked about a measure whose last figure is of the year before, and of which something is promised. */
function askedOf(...pending: readonly Pending[]): readonly string[] {
  const indicator = indicatorOf({ comparators: [] });
  const rows = rowsOf({ 2013: '62' });
  const everyone = { ...findingsIn(indicator, rows, { results: 2014 }), pending };
  const found = {
    theme: { id: 'ks2', label: 'Key stage 2', about: 'Tests.', topics: [] },
    indicators: [{ indicator, everyone, groups: [], localities: [] }],
    profiles: [],
    topics: [],
    standing: [],
    ground: null,
  };
  return concernsOf(found, settingIn(indicator, rows, { results: 2014 })).map(({ kind }) => kind);
}

describe('a figure of the year before', () => {
  const ours: Pending = { theme: 'ks2', what: 'results', due: '2015-08-30' };
  const theirs: Pending = { ...ours, area: 'E92000001' };

  it('is asked about, for this year’s is missing', () => {
    expect(askedOf()).toEqual(['missing']);
  });

  it('is not asked about where the council’s own are promised, whatever else is', () => {
    expect(askedOf(ours)).toEqual([]);
    expect(askedOf(theirs, ours)).toEqual([]);
  });

  it('is asked about where another’s alone are promised', () => {
    expect(askedOf(theirs)).toEqual(['missing']);
  });
});
