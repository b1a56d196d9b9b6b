// The long run of `agreement.test.ts`.
import { expect, it } from 'vitest';
import { disagreements } from '../support/agreeing.ts';

it('is the same wherever it is said, of one figure of more than a hundred thousand series', () => {
  const { found, series } = disagreements(1300);
  expect(found).toEqual([]);
  expect(series).toBeGreaterThan(100_000);
});
