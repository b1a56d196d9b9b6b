import type { Big } from 'big.js';
import type { Status } from '../model/observation.ts';
import type { Operator } from '../model/target.ts';
import { type Period, yearsBetween } from '../model/time.ts';

/** A number in a period. */
export type Point = { readonly period: Period; readonly number: Big };

/** A target: where it started, where it should end, and by when. */
export type Target = {
  readonly baseline: Point;
  readonly aim: Point;
  readonly operator: Operator;
  /** Where it should stand in years between, in order; without them it should keep to the straight line. */
  readonly milestones?: readonly Point[];
};

/** How a figure stands against its target (R18). */
export type Progress = {
  /** Only an outcome achieves a target: a projection that would meet it is on track. */
  readonly outcome: 'achieved' | 'on-track' | 'slightly-behind' | 'off-track';
  readonly of: 'outcome' | 'projection';
  /** Where the milestone, or the straight line from one to the next, stands in the period. */
  readonly line: Big;
  /** How far ahead of the line, in the unit of the figure; negative when behind. */
  readonly ahead: Big;
  /** How far still to go to the aim; less than zero when it is passed. */
  readonly toGo: Big;
  readonly yearsLeft: number;
};

/** Progress towards a target along its line, judged in the target's own direction. */
export function progressOf(target: Target, current: Point & { readonly status: Status }): Progress {
  const { baseline, aim, operator } = target;
  const isUpwards = operator === 'at-least' || operator === 'above';
  const better = (a: Big, b: Big) => (isUpwards ? a.minus(b) : b.minus(a));
  const line = lineAt(target, current.period);
  const ahead = better(current.number, line);
  const toGo = better(aim.number, current.number);
  const isMet = isMetBy(target, current.number);
  const yearsLeft = yearsBetween(current.period, aim.period);
  // Once it is due there is no line left to be on: up to the aim, where more was asked for, is not enough.
  const isMissed = yearsLeft <= 0 && !isMet;
  const along = standing(ahead, aim.number.minus(baseline.number));
  const of = current.status === 'projection' ? 'projection' : 'outcome';
  return {
    outcome:
      isMet && of === 'outcome' ? 'achieved' : isMissed && along === 'on-track' ? 'slightly-behind' : along,
    of,
    line,
    ahead,
    toGo,
    yearsLeft,
  };
}

/** True of a number that does what a target asks for: to pass the aim is more than to come up to it. */
export function isMetBy({ aim, operator }: Pick<Target, 'aim' | 'operator'>, number: Big): boolean {
  switch (operator) {
    case 'at-least':
      return number.gte(aim.number);
    case 'above':
      return number.gt(aim.number);
    case 'at-most':
      return number.lte(aim.number);
    case 'below':
      return number.lt(aim.number);
  }
}

/** The line from the baseline by the milestones to the aim, at a period; level with the aim once it is due. */
function lineAt({ baseline, milestones = [], aim }: Target, period: Period): Big {
  const points = [baseline, ...milestones, aim];
  const next = points.find(point => point.period >= period) ?? aim;
  const last = points.findLast(point => point.period <= period) ?? baseline;
  const years = yearsBetween(last.period, next.period);
  if (years <= 0) return next.number;
  const rise = next.number.minus(last.number);
  return last.number.plus(rise.times(yearsBetween(last.period, period)).div(years));
}

/** Slightly behind is within a tenth of the whole distance of the line. */
function standing(ahead: Big, distance: Big): Exclude<Progress['outcome'], 'achieved'> {
  if (ahead.gte(0)) return 'on-track';
  return ahead.abs().lte(distance.abs().div(10)) ? 'slightly-behind' : 'off-track';
}
