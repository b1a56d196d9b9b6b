import { Big } from 'big.js';
import { refused, subtract } from '../arithmetic.ts';
import type { Figure, Refusal } from '../model/figure.ts';
import type { Profile, ProfileCount } from '../model/profile.ts';
import { known } from '../model/value.ts';
import { changeSinceFigure, type PhaseFindings, type Snapshot, snapshotsOf } from './profile-counts.ts';
import type { Setting } from './setting.ts';

/** Counts under the same framework on an earlier day. */
type EarlierSnapshot = {
  readonly asAt: string;
  readonly wholes: readonly PhaseFindings[];
  /** The note of a break between that day and the latest; null where there is none. */
  readonly across: string | null;
};

/** How one whole's subtotal moved between the day before and the latest; refused where that may not be said. */
export type ProfileChange = {
  readonly now: PhaseFindings;
  readonly before: PhaseFindings;
  readonly since: string;
  readonly figure: Figure;
};

/** The framework before: a profile that is never set beside this one. */
export type Superseded = {
  readonly profile: Profile;
  /** The last day of its counts. */
  readonly asAt: string;
  readonly note: string;
  /** The change that is not given, with its reason. */
  readonly figure: Figure;
};

/** A profile over time: earlier days under the same framework, newest first, and the framework before it. */
export type OverTime = {
  readonly earlier: readonly EarlierSnapshot[];
  readonly changes: readonly ProfileChange[];
  readonly superseded: Superseded | null;
};

/** All counts, and all profiles that they are of. */
export type Counted = { readonly counts: readonly ProfileCount[]; readonly profiles: readonly Profile[] };

/** As few as may be in a whole whose shares are set beside those of another day: one of fewer is 10 points or more. */
export const fewestForShares = 10;

/** The days before the latest, how each whole's subtotal moved since the last of them, and the framework before. */
export function overTime(
  setting: Setting,
  latest: Snapshot,
  snapshots: readonly Snapshot[],
  { counts, profiles }: Counted,
  wholesOf: (snapshot: Snapshot) => readonly PhaseFindings[],
): OverTime {
  const earlier = snapshots
    .filter(snapshot => snapshot !== latest)
    .toReversed()
    .map(snapshot => ({
      asAt: snapshot.asAt,
      wholes: wholesOf(snapshot),
      across: breakBetween(latest.profile, snapshot.asAt, latest.asAt),
    }));
  const [before] = earlier;
  return {
    earlier,
    changes: before === undefined ? [] : changesSince(latest, wholesOf(latest), before),
    superseded: supersededBy(setting, latest, { counts, profiles }),
  };
}

function breakBetween({ breaks }: Profile, from: string, to: string): string | null {
  return breaks.find(each => from < each.from && each.from <= to)?.note ?? null;
}

function changesSince(
  latest: Snapshot,
  wholes: readonly PhaseFindings[],
  { asAt: since, wholes: were, across }: EarlierSnapshot,
): readonly ProfileChange[] {
  return wholes.flatMap(now => {
    const before = were.find(({ phase }) => phase === now.phase);
    if (before === undefined) return [];
    const small = [now, before].some(({ shares }) => shares.total < fewestForShares);
    const because = across !== null ? 'break' : small ? 'small-cohort' : null;
    return { now, before, since, figure: changeFigure(latest, now, before, since, because) };
  });
}

function changeFigure(
  latest: Snapshot,
  now: PhaseFindings,
  before: PhaseFindings,
  since: string,
  because: Refusal | null,
): Figure {
  const amount = because === null ? subtract(shareOf(now), shareOf(before)) : refused(because);
  const { topic } = now.total.breakdown;
  const within = { area: now.area, topic: topic === 'Aspect' ? topic : 'Phase', group: now.phase } as const;
  return changeSinceFigure(latest, within, since, amount, [now.subtotal.share, before.subtotal.share]);
}

/** The share of the subtotal, as exact as its counts. */
function shareOf({ subtotal, shares }: PhaseFindings) {
  const { amount } = subtotal.count;
  const count = amount.kind === 'known' ? amount.number : new Big(0);
  return known(shares.total === 0 ? 0 : count.times(100).div(shares.total), 1, 'exact');
}

/** The last counts under the framework before, where the edition knows any: no change since them is ever given. */
function supersededBy(setting: Setting, latest: Snapshot, { counts, profiles }: Counted): Superseded | null {
  const { follows } = latest.profile;
  const profile = profiles.find(({ id }) => id === follows?.profile);
  const last = profile === undefined ? undefined : snapshotsOf(setting, profile, counts).at(-1);
  if (follows === undefined || profile === undefined || last === undefined) return null;
  const within = { area: setting.council, topic: 'Phase', group: 'All' } as const;
  return {
    profile,
    asAt: last.asAt,
    note: follows.note,
    figure: changeSinceFigure(latest, within, profile.id, refused('break'), []),
  };
}
