import type { Big } from 'big.js';
import type { Area } from '../model/area.ts';
import type { Figure, Refusal } from '../model/figure.ts';
import type { Break } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import type { LocalityFindings } from './localities.ts';

/** How many a share is of and how many are in it; `exact` where they were counted and are public. */
export type Whole = { readonly of: number; readonly now: number; readonly exact: boolean };

/** The figure of a year that a target is held against, or why there is none. */
export type Reading =
  | {
      readonly kind: 'known';
      readonly number: Big;
      /** Both ends of what a difference of figures of different precision may be. */
      readonly ends: readonly [Big, Big];
      readonly decimals: number;
      readonly status: Status;
      /** The figures it is or rests on, all for the ledger; the first is the council's own. */
      readonly rests: readonly Figure[];
      readonly whole: Whole | null;
      /** The row, where it is one row. */
      readonly source: Figure['source'];
      readonly publication: Figure['publication'];
      readonly note: string | null;
      /** The localities it is the figure of, where the worst of them decides. */
      readonly places?: readonly Area[];
    }
  | {
      readonly kind: 'none';
      readonly because: Refusal;
      /** The break that stands between it and the baseline, when that is why. */
      readonly across: Break | null;
      readonly rests: readonly Figure[];
      readonly note: string | null;
      /** The localities that decide, where some of them have no figure. */
      readonly localities?: LocalityFindings;
    };
