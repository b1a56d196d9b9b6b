import type { Big } from 'big.js';
import type { LocalityKind } from './area.ts';
import type { Breakdown } from './breakdown.ts';
import type { Status } from './observation.ts';
import type { Place } from './place.ts';
import type { Period } from './time.ts';

/** Add to the list when a new kind of arithmetic is printed. */
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
  break: 'The two years cannot be compared',
  'missing-year': 'The last comparable figure is too many years earlier',
  'no-earlier-figure': 'There is no comparable earlier figure',
  'no-comparator': 'There is no figure for this comparator in this year',
  'too-few-areas': 'Too few areas have a figure',
  'not-close': 'None of the neighbours is close to the council',
  approximate: 'The figure is only known roughly',
  precision: 'The figures were rounded too far to tell',
  'too-few-years': 'There are too few comparable years',
  'small-cohort': 'The group is small, so its figures swing from year to year',
  'no-measure': 'Nothing measures this',
  'other-authority': 'Another authority of the same places is ranked instead',
  'many-level': 'It moved by no more places than authorities were level with it',
  'no-direction': 'Neither direction of this measure is better',
  'other-base': 'The two are shares of different wholes',
} as const;
export type Refusal = keyof typeof refusals;

/** The printed ends of a difference that precision leaves open. */
export type Range = { readonly low: Big; readonly high: Big; readonly decimals: number };

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

export type Amount = KnownAmount | RefusedAmount;

/** The numbers of a target's part, as the ledger names them. */
export type TargetNumber =
  | 'aim'
  | 'baseline'
  | 'milestone'
  | 'now'
  | 'projection'
  | 'line'
  | 'ahead'
  | 'to go'
  | 'a year'
  | 'needed'
  | 'more'
  | 'whole'
  | 'planned more'
  | 'planned now'
  | 'planned of'
  | 'status'
  | 'projected'
  | 'projected at most'
  | 'projected from'
  | 'projected more'
  | 'projected in all'
  | 'projected share'
  | 'group now'
  | 'group projected'
  | 'others now'
  | 'others projected'
  | 'others projected at most';

/** What is counted of the wards, or the localities, of a council. */
export type LocalityCount = 'listed' | 'held' | 'suppressed' | 'worse' | 'above' | 'open';

/** What tells a figure from others of its kind, indicator, area, group and period. */
export type About =
  /** Nothing more: a level, a rank, a band, what one pupil is worth. */
  | { readonly is: 'level' }
  /** Beside an area or a list of neighbours: a difference, or their average. */
  | { readonly is: 'beside'; readonly code: string }
  /** The same in per cent of theirs. */
  | { readonly is: 'relative'; readonly code: string }
  /** Over the years from an earlier one; null where there is none. */
  | { readonly is: 'since'; readonly year: Period | null }
  | { readonly is: 'places-since'; readonly year: Period }
  /** The change of a comparator's average since a year; and the council's own change less a comparator's. */
  | { readonly is: 'change-of'; readonly code: string; readonly year: Period }
  | { readonly is: 'gained-on'; readonly code: string; readonly year: Period }
  /** Among those with a figure in another year as well: a rank. */
  | { readonly is: 'in-both'; readonly year: Period }
  | { readonly is: 'record'; readonly which: 'highest' | 'lowest'; readonly since: Period | null }
  /** The first time in so many years on this side of a comparator. */
  | { readonly is: 'first-time'; readonly side: 'above' | 'below'; readonly code: string }
  /** Beside another group; then the change of that gap, and how it compares with the gap of an area. */
  | { readonly is: 'gap'; readonly than: string }
  | { readonly is: 'gap-since'; readonly than: string; readonly year: Period }
  | { readonly is: 'gap-beside'; readonly than: string; readonly code: string }
  /** The number in the group that a percentage is of. */
  | { readonly is: 'base' }
  /** The pupils that a change, or a difference from an area, stands for. */
  | { readonly is: 'equivalent'; readonly of: 'change' | 'difference'; readonly code: string | null }
  /** The wards or localities: how many, or (null) how far apart. */
  | { readonly is: 'localities'; readonly of: LocalityKind; readonly which: LocalityCount | null }
  /** Measures beside a comparator, by how they stand. */
  | {
      readonly is: 'measures';
      readonly code: string;
      readonly which: 'of' | 'better' | 'close' | 'worse';
    }
  /** A grade, or all of them, of a profile on a day; `isDated` where its period has another day. */
  | { readonly is: 'grade'; readonly part: string; readonly asAt: string; readonly isDated: boolean }
  /** The change of a profile since a day, or since the profile before it. */
  | {
      readonly is: 'profile-since';
      readonly since: string;
      readonly asAt: string;
      readonly isDated: boolean;
    }
  | { readonly is: 'targets'; readonly which: string }
  /** A number of a target, under the name that the target has in the ledger. */
  | { readonly is: 'target'; readonly name: string; readonly which: TargetNumber }
  /** The indicator is the kind of plan. */
  | { readonly is: 'entry'; readonly name: string };

/** Words that hold names still to be looked up: of areas or lists of neighbours, of groups of pupils, and of the times of a measure. */
export type Wording = readonly (
  | string
  | { readonly area: string }
  | { readonly group: Breakdown }
  | { readonly year: Period }
)[];

export type Publication = { readonly source: string; readonly released: string | null };

/** The row that a figure was read from; of published figures the column and the publisher's own name of the series. */
type FigureSource = {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly series: string | null;
};

export function lineOf({ file, line }: Place): FigureSource {
  return { file, line, column: null, series: null };
}

/** One entry of the ledger: a number the edition prints (or may not print), and what it rests on. */
export type Figure = {
  readonly id: string;
  readonly kind: FigureKind;
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: Breakdown;
  readonly period: Period;
  readonly about: About;
  readonly amount: Amount;
  /** As printed in a sentence, with its unit: "84%", "3 percentage points", "[c]". */
  readonly text: string;
  /** What it is, in a few words: "Cheshire East, 2013/14", "Change from 2012/13 to 2013/14, boys". */
  readonly what: Wording;
  /** What would make a sentence that prints it false (F52). */
  readonly falseIf: string;
  readonly status: Status | null;
  readonly source: FigureSource | null;
  readonly publication: Publication | null;
  readonly inputs: readonly Figure[];
  /** The areas it was worked out from, where their published figures are not inputs: a list of neighbours, or `authorities`. */
  readonly set: string | null;
  /** How it was rounded or worked out, in a plain sentence. */
  readonly working: string;
  /** How many went into it: neighbours with a value. */
  readonly count: number | null;
  /** Of a rank: how many areas were ranked, and how many share the place, this one included. Of a move: how many in both years. */
  readonly of: number | null;
  readonly tied: number | null;
};

export function numberGiven({ amount }: Pick<Figure, 'amount'>): number {
  return amount.kind === 'known' ? Number(amount.number) : 0;
}

export type Tally = { readonly count: number; readonly figure: Figure };

export type TallyOf<What> = Tally & { readonly of: What };

/** What the ledger calls all that a figure is about beyond its indicator, area, group and period. */
export function ledgerKey(about: About): {
  readonly against: string | null;
  readonly part: string | null;
  readonly asAt: string | null;
} {
  const key = (against: string | null, part: string | null = null, asAt: string | null = null) => ({
    against,
    part,
    asAt,
  });
  switch (about.is) {
    case 'level':
      return key(null);
    case 'beside':
      return key(about.code);
    case 'relative':
      return key(about.code, 'relative');
    case 'since':
      return key(about.year);
    case 'places-since':
      return key(about.year, 'rank');
    case 'change-of':
      return key(about.year, `of-${about.code}`);
    case 'gained-on':
      return key(about.code, `since-${about.year}`);
    case 'in-both':
      return key(about.year, 'in-both');
    case 'record':
      return key(about.since, about.which);
    case 'first-time':
      return key(about.code, `not-${about.side}`);
    case 'gap':
      return key(about.than);
    case 'gap-since':
      return key(about.year, `gap-${about.than}`);
    case 'gap-beside':
      return key(about.code, `gap-${about.than}`);
    case 'base':
      return key(null, 'base');
    case 'equivalent':
      return key(about.code, about.of);
    case 'localities':
      return key(about.of, about.which);
    case 'measures':
      return key(about.code, about.which);
    case 'grade':
      return key(null, about.part, about.asAt);
    case 'profile-since':
      return key(about.since, null, about.asAt);
    case 'targets':
      return key(null, about.which);
    case 'target':
      return key(about.name, about.which);
    case 'entry':
      return key(null, about.name);
  }
}
