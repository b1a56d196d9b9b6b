import { expect, it } from 'vitest';
import { paceSentence } from '../../src/narrative/trend-phrases.ts';
import { indicatorOf, nation } from '../support/findings.ts';
import { findingsIn, rowsOf, said } from '../support/golden.ts';

/** What is said of England over the same year, by the council's change and England's, in points. */
function beside(own: number, england: number): string | null {
  const both = (change: number) => ({ 2024: '50.0', 2025: (50 + change).toFixed(1) });
  const indicator = indicatorOf({ comparators: ['nation'], decimals: 1 });
  const rows = [...rowsOf(both(own)), ...rowsOf(both(england), { area: nation.code })];
  return said(paceSentence(findingsIn(indicator, rows)));
}

it('ground is gained and lost whether or not the council’s own figure moved', () => {
  expect(beside(5, 2)).toMatch(/rose by 2\.0 percentage points, so it gained ground on England\.$/);
  expect(beside(0, 3)).toMatch(/rose by 3\.0 percentage points, so it lost ground on England\.$/);
  expect(beside(0, -3)).toMatch(/fell by 3\.0 percentage points, so it gained ground on England\.$/);
});

it('only figures that both moved, and the same way, kept pace', () => {
  expect(beside(3, 3)).toMatch(/rose by 3\.0 percentage points, so it kept pace with England\.$/);
  expect(beside(0, 0)).toMatch(/England’s figure was unchanged\.$/);
  expect(beside(0.2, -0.2)).toMatch(/fell by 0\.2 percentage points\.$/);
});
