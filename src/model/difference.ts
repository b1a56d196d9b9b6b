import type { Key } from './observation.ts';
import type { Place } from './place.ts';
import type { Known } from './value.ts';

/**
 * A change or difference that a publisher gives beside its rounded figures, made before rounding: it wins over
 * one that we would make of what was printed (R02).
 */
export type GivenDifference = Key & {
  /** The earlier period of a change, or the code of the area set beside. */
  readonly against: string;
  /** Signed, in the unit of a difference of the indicator (percentage points for a percentage). */
  readonly value: Known;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};
