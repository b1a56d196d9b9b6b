import type { Big } from 'big.js';
import type { Breakdown } from './breakdown.ts';
import type { Status } from './observation.ts';
import type { Period } from './period.ts';

/** What a figure in the ledger is. Add to the list when a new kind of arithmetic is printed. */
export const figureKinds = [
  'observation',
  'change',
  'difference',
  'neighbour-mean',
  'rank',
  'band',
  'group-gap',
  'target',
  'share',
  'count',
] as const;
/** What a figure in the ledger is. */
export type FigureKind = (typeof figureKinds)[number];

/** Why a figure may not be given, in words that readers of the ledger see. */
export const refusals = {
  suppressed: 'Suppressed to protect confidential information',
  'not-applicable': 'Not applicable',
  'not-available': 'Not available',
  'rounds-to-zero': 'Rounds to zero, but is not zero',
  'low-reliability': 'Low reliability',
  'not-collected': 'Not collected',
  'not-yet-published': 'Not yet published',
  discontinued: 'The measure has ended',
  break: 'The two years are on different footings',
  'missing-year': 'The last comparable figure is too many years earlier',
  'no-earlier-figure': 'There is no comparable earlier figure',
  'no-comparator': 'No figure is held for this comparator in this year',
  'too-few-areas': 'Too few areas have a figure',
  approximate: 'The figure is only known roughly',
} as const;
/** Why a figure may not be given. */
export type Refusal = keyof typeof refusals;

/** The printed ends of a difference that precision leaves open. */
export type Range = { readonly low: Big; readonly high: Big; readonly decimals: number };

/**
 * What came of some arithmetic. `number` is signed and rounded as printed; `sign` is the true direction, which
 * may be known where `number` rounds to zero, and null where the precision of the figures leaves it open.
 * When two figures were published to different precision, `range` holds the printed ends.
 */
export type Amount =
  | {
      readonly kind: 'known';
      readonly number: Big;
      readonly decimals: number;
      readonly sign: -1 | 0 | 1 | null;
      readonly range: Range | null;
    }
  | { readonly kind: 'refused'; readonly because: Refusal };

/** One entry of the ledger: a number the edition prints (or may not print), and what it rests on. */
export type Figure = {
  readonly id: string;
  readonly kind: FigureKind;
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: Breakdown;
  readonly period: Period;
  /** The earlier period, the comparator's code or list, or the other group. */
  readonly against: string | null;
  /** The part of a whole (a grade), for counts and shares of a profile. */
  readonly part: string | null;
  readonly amount: Amount;
  /** As printed in a sentence, with its unit: "84%", "3 percentage points", "[c]". */
  readonly text: string;
  readonly status: Status | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly inputs: readonly string[];
  /** How it was rounded or worked out, in a plain sentence. */
  readonly working: string;
  /** How many went into it: neighbours with a value, areas ranked. */
  readonly count: number | null;
};

/** A computed sentence and the figures it prints. */
export type Sentence = {
  readonly id: string;
  /** As printed: an officer's words where they override the sentence. */
  readonly text: string;
  readonly figures: readonly string[];
  /** What was computed, why an officer put it otherwise, and in which role. */
  readonly override?: { readonly computed: string; readonly reason: string; readonly by?: string };
};
