import { Big } from 'big.js';
import { percentOf, refused, sharesOf, subtract } from '../arithmetic.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Area } from '../model/area.ts';
import type { Figure, Refusal } from '../model/figure.ts';
import { known } from '../model/value.ts';
import { type ProgrammeFindings, programmeFindings } from './programme.ts';
import { allPhases, type Profile, type ProfileCount, subtotalOf } from './schema.ts';
import {
  type CountedWhole,
  changeSinceFigure,
  countMaker,
  type LatestDay,
  type PhaseFindings,
  type Snapshot,
  snapshotsOf,
  sumOf,
  type Within,
} from './snapshot.ts';

/** Grades of schools by phase, all phases together, and all phases elsewhere. */
export type GradeFindings = LatestDay & {
  readonly kind: 'phases';
  readonly phases: readonly PhaseFindings[];
  readonly all: PhaseFindings;
  readonly elsewhere: readonly PhaseFindings[];
  readonly time: OverTime;
};

/** Grades by aspect: several things are judged of each school, and nothing overall. */
export type AspectFindings = LatestDay & {
  readonly kind: 'aspects';
  readonly aspects: readonly PhaseFindings[];
  readonly extremes: Extremes;
  readonly time: OverTime;
};

/** Schools at each level of support: counts only. */
export type LevelFindings = LatestDay & { readonly kind: 'levels'; readonly all: CountedWhole };

/** What may be said of a profile in an edition. */
export type ProfileFindings = GradeFindings | AspectFindings | LevelFindings | ProgrammeFindings;

/**
 * The findings on a profile at the latest date the edition knows, or null when it knows none; `profiles` are those
 * that it may follow.
 */
export function profileFindings(
  setting: Setting,
  profile: Profile,
  counts: readonly ProfileCount[],
  profiles: readonly Profile[] = [],
): ProfileFindings | null {
  const snapshots = snapshotsOf(setting, profile, counts);
  const latest = snapshots.at(-1);
  if (latest === undefined) return null;
  const { council } = setting;
  const { period, asAt, rows } = latest;
  const dated = { profile, period, asAt, rows };
  switch (profile.kind) {
    case 'phases':
      return { kind: 'phases', ...dated, ...gradesOf(setting, latest, snapshots, { counts, profiles }) };
    case 'aspects': {
      const aspects = (snapshot: Snapshot) =>
        (profile.aspects ?? [])
          .filter(aspect => hasRows(snapshot.rows, council, aspect))
          .map(aspect => wholeOf(snapshot, { area: council, topic: 'Aspect', group: aspect }));
      const time = overTime(setting, latest, snapshots, { counts, profiles }, aspects);
      const now = aspects(latest);
      return { kind: 'aspects', ...dated, aspects: now, extremes: extremesOf(now), time };
    }
    case 'levels': {
      const { subtotal: _, ...all } = wholeOf(latest, { area: council, topic: 'Phase', group: allPhases });
      return { kind: 'levels', ...dated, all };
    }
    case 'programme':
      return programmeFindings(setting, snapshots, dated);
  }
}

function gradesOf(
  setting: Setting,
  latest: Snapshot,
  snapshots: readonly Snapshot[],
  counted: Counted,
): Pick<GradeFindings, 'phases' | 'all' | 'elsewhere' | 'time'> {
  const { council, nation, region } = setting;
  const of = (snapshot: Snapshot, area: Area, phase: string) =>
    wholeOf(snapshot, { area, topic: 'Phase', group: phase });
  const present = (latest.profile.phases ?? []).filter(
    phase => phase !== allPhases && hasRows(latest.rows, council, phase),
  );
  return {
    phases: present.map(phase => of(latest, council, phase)),
    all: of(latest, council, allPhases),
    elsewhere: [nation, region]
      .filter(area => hasRows(latest.rows, area, null))
      .map(area => of(latest, area, allPhases)),
    time: overTime(setting, latest, snapshots, counted, snapshot => [of(snapshot, council, allPhases)]),
  };
}

function hasRows(rows: readonly ProfileCount[], area: Area, phase: string | null): boolean {
  return rows.some(row => row.area === area.code && (phase === null || row.phase === phase));
}

function wholeOf(snapshot: Snapshot, within: Within): PhaseFindings {
  const { profile } = snapshot;
  const { area, group: phase } = within;
  const mine = snapshot.rows.filter(
    row => row.area === area.code && (phase === allPhases || row.phase === phase),
  );
  const counted = (profile.parts ?? []).map(part => ({ part, rows: mine.filter(row => row.part === part) }));
  const shares = sharesOf(
    counted.map(({ part, rows }) => ({ part, count: sumOf(rows) })),
    1,
  );
  const make = countMaker(snapshot, within);
  const total = make.count('Total', shares.total, mine);
  const parts = counted.map(({ part, rows }, index) => {
    const count = make.count(part, sumOf(rows), rows);
    return {
      part,
      count,
      share: make.share(part, shares.shares[index]?.percent ?? new Big(0), count, total),
    };
  });
  const { label, parts: of } = subtotalOf(profile);
  const counting = mine.filter(row => of.includes(row.part));
  const count = make.count(label, sumOf(counting), counting);
  const share = make.share(label, percentOf(sumOf(counting), shares.total, 1), count, total);
  return { area, phase, total, parts, subtotal: { count, share }, shares };
}

/** The wholes of a profile that have a subtotal: each phase and all of them, or each aspect. */
export function subtotalled(found: ProfileFindings): readonly PhaseFindings[] {
  switch (found.kind) {
    case 'phases':
      return [...found.phases, found.all];
    case 'aspects':
      return found.aspects;
    case 'levels':
    case 'programme':
      return [];
  }
}

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
type Counted = { readonly counts: readonly ProfileCount[]; readonly profiles: readonly Profile[] };

/** As few as may be in a whole whose shares are set beside those of another day: one of fewer is 10 points or more. */
export const fewestForShares = 10;

/** The days before the latest, how each whole's subtotal moved since the last of them, and the framework before. */
function overTime(
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

/** The aspects with the highest and the lowest share of a subtotal, or why neither is named. */
type Extremes =
  | {
      readonly outcome: 'found';
      readonly strongest: readonly PhaseFindings[];
      readonly weakest: readonly PhaseFindings[];
    }
  | { readonly outcome: 'refused'; readonly because: Refusal }
  | { readonly outcome: 'alike' };

/** More aspects than these at one end are no end: the list of all of them says it better. */
const mostAtOneEnd = 2;

/** The strongest and the weakest of several aspects, by the counts behind the shares; not of a handful of schools. */
function extremesOf(aspects: readonly PhaseFindings[]): Extremes {
  if (aspects.some(({ shares }) => shares.total < fewestForShares))
    return { outcome: 'refused', because: 'small-cohort' };
  // Shares of different wholes may lie nearer than their counts tell: cross-multiplied, they are exact.
  const below = (a: PhaseFindings, b: PhaseFindings) =>
    countOf(a) * b.shares.total - countOf(b) * a.shares.total;
  const ordered = aspects.toSorted(below);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined || below(lowest, highest) === 0)
    return { outcome: 'alike' };
  const strongest = aspects.filter(aspect => below(aspect, highest) === 0);
  const weakest = aspects.filter(aspect => below(aspect, lowest) === 0);
  if (Math.max(strongest.length, weakest.length) > mostAtOneEnd) return { outcome: 'alike' };
  return { outcome: 'found', strongest, weakest };
}

function countOf({ subtotal }: PhaseFindings): number {
  const { amount } = subtotal.count;
  return amount.kind === 'known' ? Number(amount.number) : 0;
}

/** The changes of a profile over time, given or refused. */
export function profileChanges(found: ProfileFindings): readonly Figure[] {
  switch (found.kind) {
    case 'phases':
    case 'aspects': {
      const { changes, superseded } = found.time;
      return [...changes.map(({ figure }) => figure), ...(superseded === null ? [] : [superseded.figure])];
    }
    case 'levels':
      return [];
    case 'programme':
      return found.refused;
  }
}
