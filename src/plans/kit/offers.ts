import type { Tally } from '../../model/figure.ts';
import type { StatusKind } from '../../model/status.ts';
import type { Deadline } from '../../model/time.ts';
import type { Draft, Written } from '../../narrative/sentence.ts';

/** Something that a plan says will be done: an action plan or an action, who answers for it and what it is to move. */
export type Undertaking = {
  readonly kind: string;
  /** What it is: "action plan". */
  readonly what: string;
  readonly id: string;
  /** Its name, in officers’ words. */
  readonly name: string;
  readonly owners: readonly string[];
  readonly ownerNotStated?: string | undefined;
  /** The measures that it is meant to move, and the targets that it serves. */
  readonly moves: readonly string[];
  readonly targets: readonly string[];
};

/** An undertaking of this edition: as officers rate it, or as its deadline says. */
export type Undertaken = Undertaking & {
  readonly standing: StatusKind;
  /** Rated badly, or past its deadline. */
  readonly isBehind: boolean;
  /** When it is due, where a plan is timed and not rated. */
  readonly deadline?: Deadline | undefined;
  /** What comes next, in officers’ words, or why that is not stated, where a reason is given. */
  readonly next?: readonly string[];
  readonly nextNotStated?: string | undefined;
  /** What came of it since the edition before, in officers’ words. */
  readonly outcome?: string | undefined;
  /** Why no status or outcome is stated, where a reason is given. */
  readonly notStated?: string | undefined;
  readonly ratedBefore?: StatusKind | undefined;
};

/** A measure of a plan that is behind the target it was last to reach. */
export type MeasureBehind = {
  readonly id: string;
  readonly name: string;
  readonly status: StatusKind;
  readonly stands: Draft;
  readonly owner: string;
  readonly measures: readonly string[];
};

/** By what it is told whether promises are kept, in the order of the pages that bring promises together. */
const standingBy = ['measure', 'rating', 'deadline'] as const;
export type StandingBy = (typeof standingBy)[number];

/** What a plan gives to the pages that bring promises together: its own page apart, nothing else is known of it. */
export type Offers = {
  /** That of the kind of plan. */
  readonly id: string;
  readonly by: StandingBy;
  /** How many are on track. */
  readonly counts: readonly Written[];
  readonly undertakings?: readonly Undertaken[];
  readonly behind?: readonly MeasureBehind[];
  /** Those of which neither a deadline nor a status is stated. */
  readonly untimed?: Tally | undefined;
};

/** Kinds of plan, or what they offer, by what tells whether their promises are kept; without those that promise nothing. */
export function byStanding<Each extends { readonly by: StandingBy | null }>(
  all: readonly Each[],
): readonly Each[] {
  return standingBy.flatMap(by => all.filter(each => each.by === by));
}

export function movingOn<Each extends Undertaking>(all: readonly Each[], measure: string): readonly Each[] {
  return all.filter(({ moves }) => moves.includes(measure));
}

/** Those that serve a target: they name it, or are meant to move what it is measured by. */
export function servingOf(
  all: readonly Undertaken[],
  target: string,
  measures: readonly string[],
): readonly Undertaken[] {
  return all.filter(
    ({ targets, moves }) => targets.includes(target) || moves.some(each => measures.includes(each)),
  );
}
