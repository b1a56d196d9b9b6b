import { Big } from 'big.js';
import type { Refusal } from '../model/figure.ts';
import type { Break } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { type Period, yearsBetween } from '../model/time.ts';
import type { Reading } from './reading.ts';
import { isUpwards, type Operator, type TargetPart, type TargetStatus } from './schema.ts';

type NumberInPeriod = { readonly period: Period; readonly number: Big };

export type Target = {
  readonly baseline: NumberInPeriod;
  readonly aim: NumberInPeriod;
  readonly operator: Operator;
  /** Where it should stand in years between, in order; without them it should keep to the straight line. */
  readonly milestones?: readonly NumberInPeriod[];
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
export function progressOf(target: Target, current: NumberInPeriod & { readonly status: Status }): Progress {
  const { baseline, aim, operator } = target;
  const better = (a: Big, b: Big) => (isUpwards(operator) ? a.minus(b) : b.minus(a));
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
export function isMetBy(
  { aim, operator }: { readonly aim: Pick<NumberInPeriod, 'number'>; readonly operator: Operator },
  number: Big,
): boolean {
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

/** What a part of a target asks for, in numbers; without a baseline there is no line towards it. */
export type Aimed = Omit<Target, 'baseline'> & { readonly baseline: Target['baseline'] | null };

export type JudgedStatus = {
  readonly status: TargetStatus;
  readonly because: Refusal | null;
  readonly progress: Progress | null;
};

/** Null of a part that no measure can tell. */
export function aimedBy({ baseline, milestones, aim, operator }: TargetPart): Aimed | null {
  if (aim === undefined || operator === undefined) return null;
  const point = ({ period, value }: { readonly period: Period; readonly value: string }) => ({
    period,
    number: new Big(value),
  });
  return {
    operator,
    aim: point(aim),
    milestones: milestones.map(point),
    baseline: baseline === undefined ? null : point(baseline),
  };
}

/** True of a reading whose own figure is held, though it may not be one that can be compared. */
function isHeld(reading: Reading): boolean {
  if (reading.kind === 'known') return true;
  return reading.localities === undefined && reading.rests[0]?.amount.kind === 'known';
}

/** How a figure of a year stands to what was aimed for (R18): no status where the figures leave it open. */
export function judge(target: Aimed, period: Period, reading: Reading, across: Break | null): JudgedStatus {
  const status = isHeld(reading) ? 'not-comparable' : 'no-figure';
  const untold = (because: Refusal): JudgedStatus => ({ status, because, progress: null });
  if (reading.kind === 'none') return untold(reading.because);
  if (across !== null) return untold('break');
  // Without a baseline the line is level with the aim: there is nothing between met and not met.
  const baseline = target.baseline ?? { period, number: target.aim.number };
  const at = (number: Big) => progressOf({ ...target, baseline }, { period, number, status: reading.status });
  const progress = at(reading.number);
  const statuses = [reading.number, ...reading.ends].map(number => statusOf(target, number, at(number)));
  const [first] = statuses;
  if (first === undefined || statuses.some(each => each !== first)) return untold('precision');
  return { status: reading.status === 'projection' ? 'projected' : first, because: null, progress };
}

function statusOf(target: Aimed, number: Big, { outcome }: Progress): TargetStatus {
  const isMet = isMetBy(target, number);
  if (target.baseline === null) return isMet ? 'achieved' : 'off-track';
  if (!isMetBy(target, target.baseline.number)) return outcome;
  return isMet ? 'already-achieved' : 'off-track';
}

/** The status of several parts: nothing better than the worst of them, and nothing that one of them leaves open (R18). */
export function statusTogether(statuses: readonly TargetStatus[]): TargetStatus {
  const worst = (
    [
      'off-track',
      'not-comparable',
      'no-figure',
      'no-number',
      'projected',
      'slightly-behind',
      'on-track',
    ] as const
  ).find(status => statuses.includes(status));
  if (worst !== undefined) return worst;
  return statuses.includes('achieved') ? 'achieved' : 'already-achieved';
}

export function isGood(status: TargetStatus): boolean {
  return status === 'achieved' || status === 'already-achieved' || status === 'on-track';
}

/** What is behind, the furthest first. */
export const behindStatuses = ['off-track', 'slightly-behind'] as const satisfies readonly TargetStatus[];

/** The status of what is furthest behind of several; undefined where none is behind. */
export function furthestBehind(statuses: readonly TargetStatus[]) {
  return behindStatuses.find(status => statuses.includes(status));
}
