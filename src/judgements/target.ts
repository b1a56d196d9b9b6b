import { Big } from 'big.js';
import { type Period, yearsBetween } from '../model/period.ts';

/** A target: where it started, where it should end, and by when. */
export type Target = {
  readonly baseline: { readonly period: Period; readonly number: Big };
  readonly aim: { readonly period: Period; readonly number: Big };
  /** Whether the aim is to go up to the number or down to it. */
  readonly direction: 'at-least' | 'at-most';
};

/** How a figure stands against its target (R18). */
export type Progress = {
  readonly outcome: 'achieved' | 'on-track' | 'slightly-behind' | 'off-track';
  /** Where the straight line from baseline to aim stands in the period. */
  readonly line: Big;
  /** How far ahead of the line, in the unit of the figure; negative when behind. */
  readonly ahead: Big;
  /** How far still to go to the aim; zero or less when it is met. */
  readonly toGo: Big;
  readonly yearsLeft: number;
};

/** Progress towards a target along the straight line, judged in the target's own direction. */
export function progressOf(
  target: Target,
  current: { readonly period: Period; readonly number: Big },
): Progress {
  const { baseline, aim, direction } = target;
  const distance = aim.number.minus(baseline.number);
  const elapsed = new Big(yearsBetween(baseline.period, current.period));
  const line = baseline.number.plus(distance.times(elapsed).div(yearsBetween(baseline.period, aim.period)));
  const better = (a: Big, b: Big) => (direction === 'at-least' ? a.minus(b) : b.minus(a));
  const ahead = better(current.number, line);
  const toGo = better(aim.number, current.number);
  return {
    outcome: outcomeOf(ahead, toGo, distance.abs()),
    line,
    ahead,
    toGo,
    yearsLeft: yearsBetween(current.period, aim.period),
  };
}

/** Slightly behind is within a tenth of the whole distance of the line. */
function outcomeOf(ahead: Big, toGo: Big, distance: Big): Progress['outcome'] {
  if (toGo.lte(0)) return 'achieved';
  if (ahead.gte(0)) return 'on-track';
  return ahead.abs().lte(distance.div(10)) ? 'slightly-behind' : 'off-track';
}
