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
  'money',
  'record',
  'streak',
  'spread',
  'equivalent',
  'one-pupil',
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
  projection: 'A projection is not an outcome',
  break: 'The two years are on different footings',
  'missing-year': 'The last comparable figure is too many years earlier',
  'no-earlier-figure': 'There is no comparable earlier figure',
  'no-comparator': 'No figure is held for this comparator in this year',
  'too-few-areas': 'Too few areas have a figure',
  approximate: 'The figure is only known roughly',
  precision: 'The figures were rounded too far to tell',
  'too-few-years': 'Too few comparable years are held',
  'small-cohort': 'The group is small, so its figures swing from year to year',
  'no-measure': 'Nothing measures this',
  'no-direction': 'Neither direction of this measure is better',
  'other-base': 'The two are shares of different wholes',
} as const;
/** Why a figure may not be given. */
export type Refusal = keyof typeof refusals;

/** The printed ends of a difference that precision leaves open. */
export type Range = { readonly low: Big; readonly high: Big; readonly decimals: number };

/** Why there is no amount. */
type RefusedAmount = { readonly kind: 'refused'; readonly because: Refusal };

/**
 * An amount that was worked out. `number` is signed and rounded as printed; `sign` is the true direction, which
 * may be known where `number` rounds to zero, and null where the precision of the figures leaves it open.
 * When two figures were published to different precision, `range` holds the printed ends. `about` is true of a
 * difference between differences of rounded figures, whose last digit is not certain.
 */
export type KnownAmount = {
  readonly kind: 'known';
  readonly number: Big;
  readonly decimals: number;
  readonly sign: -1 | 0 | 1 | null;
  readonly range: Range | null;
  readonly about: boolean;
};

/** What came of some arithmetic. */
export type Amount = KnownAmount | RefusedAmount;

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
  /** The day that a count or share of a profile is as at: a period may have several. */
  readonly asAt: string | null;
  readonly amount: Amount;
  /** As printed in a sentence, with its unit: "84%", "3 percentage points", "[c]". */
  readonly text: string;
  readonly status: Status | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly inputs: readonly string[];
  /** How it was rounded or worked out, in a plain sentence. */
  readonly working: string;
  /** How many went into it: neighbours with a value. */
  readonly count: number | null;
  /** Of a rank: how many areas were ranked, and how many share the place, this one included. */
  readonly of: number | null;
  readonly tied: number | null;
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
