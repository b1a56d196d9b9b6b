// Properties: over random series of every unit, direction, spread and gap, no two places of a report say different things of
// one figure. Sentences, titles, tiles, tables, roll-ups and ranks are read for the words they have of each figure. A short
// run here; `agreement-of-many.test.ts` has a hundred thousand series and more.
import { describe, expect, it } from 'vitest';
import { disagreements } from '../support/agreeing.ts';

describe('what is said of one figure', () => {
  it('is the same wherever it is said', () => {
    const { found, series } = disagreements(150);
    expect(found).toEqual([]);
    expect(series).toBeGreaterThan(10_000);
  });
});
