import type { Breakdown } from './breakdown.ts';
import type { Place } from './place.ts';
import type { Period } from './time.ts';
import type { KnownValue } from './value.ts';

/** How settled a figure is (R14), least first. A projection is never an outcome. */
export const statuses = ['projection', 'early', 'provisional', 'revised', 'final'] as const;
export type Status = (typeof statuses)[number];

/** The statuses of outcomes that readers must be told of, each with its mark and what it means. */
export const unsettled = {
  early: { symbol: '[e]', meaning: 'early figure' },
  provisional: { symbol: '[p]', meaning: 'provisional' },
  revised: { symbol: '[r]', meaning: 'revised' },
} as const satisfies Partial<Record<Status, { readonly symbol: string; readonly meaning: string }>>;
export type Unsettled = keyof typeof unsettled;

export function unsettledOf(status: Status | null): Unsettled | null {
  return status !== null && status in unsettled ? (status as Unsettled) : null;
}

/** The columns of `observations/<theme>/<period>.csv`. */
export const observationColumns = [
  'indicator',
  'area',
  'period',
  'topic',
  'group',
  'value',
  'decimals',
  'numerator',
  'denominator',
  'status',
  'released',
  'source',
  'note',
] as const;

/** The identity of a figure: one value of one indicator in one area, period and breakdown. */
export type Key = {
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly breakdown: Breakdown;
};

/** A key as one text, to look a figure up by. */
export function keyText({ indicator, area, period, breakdown: { topic, group } }: Key): string {
  return `${indicator}\n${area}\n${period}\n${topic}\n${group}`;
}

export function sameKey(a: Key, b: Key): boolean {
  return (
    a.indicator === b.indicator &&
    a.area === b.area &&
    a.period === b.period &&
    a.breakdown.topic === b.breakdown.topic &&
    a.breakdown.group === b.breakdown.group
  );
}

/** A difference that a publisher made before rounding: it wins over ours of printed figures (R02). */
export type GivenDifference = Key & {
  /** The earlier period of a change, or the code of the area set beside. */
  readonly against: string;
  /** Signed, in the unit of a difference of the indicator (percentage points for a percentage). */
  readonly value: KnownValue;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};
