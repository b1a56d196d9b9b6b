import { Big } from 'big.js';
import type { Refusal } from '../model/figure.ts';
import type { Break } from '../model/indicator.ts';
import type { TargetPart, TargetStatus } from '../model/target.ts';
import type { Period } from '../model/time.ts';
import type { Reading } from './reading.ts';
import { isMetBy, type Progress, progressOf, type Target } from './target.ts';

/** What a part of a target asks for, in numbers; without a baseline there is no line towards it. */
export type Aimed = Omit<Target, 'baseline'> & { readonly baseline: Target['baseline'] | null };

/** A status, and the progress it was worked out from or the reason there is none. */
export type Judged = {
  readonly status: TargetStatus;
  readonly because: Refusal | null;
  readonly progress: Progress | null;
};

/** The numbers of a part, or null of one that no measure can tell. */
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

/** How a figure of a year stands to what was aimed for (R18): no status where the figures leave it open. */
export function judge(target: Aimed, period: Period, reading: Reading, across: Break | null): Judged {
  const untold = (because: Refusal): Judged => ({ status: 'not-measurable', because, progress: null });
  if (reading.kind === 'none') return untold(reading.because);
  if (across !== null) return untold('break');
  // Without a baseline the line is level with the aim: there is nothing between met and not met.
  const baseline = target.baseline ?? { period, number: target.aim.number };
  const at = (number: Big) => progressOf({ ...target, baseline }, { period, number, status: reading.status });
  const progress = at(reading.number);
  const statuses = [reading.number, ...reading.ends].map(number => statusOf(target, number, at(number)));
  const [status] = statuses;
  if (status === undefined || statuses.some(each => each !== status)) return untold('precision');
  return { status: reading.status === 'projection' ? 'projected' : status, because: null, progress };
}

function statusOf(target: Aimed, number: Big, { outcome }: Progress): TargetStatus {
  const isMet = isMetBy(target, number);
  if (target.baseline === null) return isMet ? 'achieved' : 'off-track';
  if (!isMetBy(target, target.baseline.number)) return outcome;
  return isMet ? 'already-achieved' : 'off-track';
}

/** The status of several parts: nothing better than the worst of them, and nothing that one of them leaves open (R18). */
export function together(statuses: readonly TargetStatus[]): TargetStatus {
  const worst = (['off-track', 'not-measurable', 'projected', 'slightly-behind', 'on-track'] as const).find(
    status => statuses.includes(status),
  );
  if (worst !== undefined) return worst;
  return statuses.includes('achieved') ? 'achieved' : 'already-achieved';
}

/** On track, or met. */
export function isGood(status: TargetStatus): boolean {
  return status === 'achieved' || status === 'already-achieved' || status === 'on-track';
}
