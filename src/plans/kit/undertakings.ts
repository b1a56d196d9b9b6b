import type { Deadline } from '../../model/deadline.ts';
import type { PlanBook, PlanFile } from './file.ts';
import type { Rating } from './rating.ts';
import type { Standing } from '../delivery/findings.ts';
import type { JudgedPlans } from '../plan-findings.ts';

/** The kinds of plan that say what will be done. */
const undertakingKinds = ['action-plans', 'delivery'] as const;
/** A kind of plan that says what will be done. */
export type UndertakingKind = (typeof undertakingKinds)[number];

/** Something that a plan says will be done: an action plan or an action, who answers for it and what it is to move. */
export type Undertaking = {
  readonly kind: UndertakingKind;
  readonly id: string;
  /** Its name, in officers’ words. */
  readonly name: string;
  readonly owners: readonly string[];
  /** Why no owner is given, where a reason is. */
  readonly ownerNotStated: string | null;
  /** The measures that it is meant to move, and the targets that it serves. */
  readonly moves: readonly string[];
  readonly targets: readonly string[];
};

/** An undertaking of this edition: as officers rate it, or as its deadline says. */
export type Undertaken = Undertaking & {
  readonly standing: Rating | Standing;
  /** Rated red or amber/red, or past its deadline. */
  readonly isBehind: boolean;
  /** When it is due; null where a plan is rated and not timed. */
  readonly deadline: Deadline | null;
  /** What comes next, in officers’ words, or why that is not stated, where a reason is given. */
  readonly next: readonly string[];
  readonly nextNotStated: string | null;
  /** What came of it since the edition before, in officers’ words. */
  readonly outcome: string | null;
  /** Why no status or outcome is stated, where a reason is given. */
  readonly notStated: string | null;
  /** Its rating in the edition before; null where it had none. */
  readonly ratedBefore: Rating | null;
};

/** Something said in the edition before, and what stands under the same id now; null where this edition is silent. */
export type Said = { readonly said: Undertaking; readonly now: Undertaken | null };

const behind: readonly (Rating | Standing)[] = ['red', 'amber-red', 'overdue', 'passed-not-stated'];

/** Everything that the plans of an edition say will be done, action plans first. */
export function undertakingsOf(plans: JudgedPlans): readonly Undertaken[] {
  const rated = (plans['action-plans']?.found.plans ?? []).map(({ plan, before }): Undertaken => {
    const { id, short: name, owner, moves, targets, rating, next, without } = plan;
    return {
      ...{ kind: 'action-plans', id, name, owners: [owner], ownerNotStated: null, moves, targets },
      ...{ standing: rating, next, nextNotStated: without.next ?? null, deadline: null },
      isBehind: behind.includes(rating),
      ...{ outcome: null, notStated: null },
      ratedBefore: before,
    };
  });
  const actions = (plans.delivery?.found.actions ?? []).map(({ action, standing }): Undertaken => {
    const { id, words: name, owners, moves, deadline, outcome = null, reason: notStated = null } = action;
    const { 'owner-not-stated': ownerNotStated = null } = action;
    return {
      ...{ kind: 'delivery', id, name, owners, ownerNotStated, moves, targets: [] },
      ...{ standing, deadline, next: [], nextNotStated: null },
      isBehind: behind.includes(standing),
      ...{ outcome, notStated },
      ratedBefore: null,
    };
  });
  return [...rated, ...actions];
}

/** What the plans of the edition before said, each with what stands under its id now (part of F23 and F30). */
export function saidBefore(plans: JudgedPlans, bookBefore: PlanBook | null): readonly Said[] {
  const now = undertakingsOf(plans);
  const before = [...ratedIn(bookBefore?.plans['action-plans']), ...actionsIn(bookBefore?.plans.delivery)];
  return before.map(said => ({
    said,
    now: now.find(({ kind, id }) => kind === said.kind && id === said.id) ?? null,
  }));
}

/** Those that are meant to move a measure. */
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

function ratedIn(plan: PlanFile<'action-plans'> | undefined): readonly Undertaking[] {
  return (plan?.value.plans ?? []).map(({ id, short, owner, moves, targets }) => ({
    ...{ kind: 'action-plans', id, name: short, owners: [owner], ownerNotStated: null, moves, targets },
  }));
}

function actionsIn(plan: PlanFile<'delivery'> | undefined): readonly Undertaking[] {
  return (plan?.value.actions ?? []).map(({ id, words, owners, moves, 'owner-not-stated': why = null }) => ({
    ...{ kind: 'delivery', id, name: words, owners, ownerNotStated: why, moves, targets: [] },
  }));
}
