import { Big } from 'big.js';
import { percentOf, refused, sharesOf, subtract } from '../arithmetic.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Area } from '../model/area.ts';
import { type Figure, numberGiven, type Refusal } from '../model/figure.ts';
import { known } from '../model/value.ts';
import { programmeFindings } from './programme.ts';
import { allPhases, type Profile, type ProfileCount, subtotalOf, sumOf } from './schema.ts';
import { changeSinceFigure, countMaker, type Snapshot, snapshotsOf, type Within } from './snapshot.ts';

export type ProfileFindings = NonNullable<ReturnType<typeof profileFindings>>;

export type GradeFindings = Extract<ProfileFindings, { kind: 'phases' }>;

/** Several things are judged of each school, and nothing overall. */
export type AspectFindings = Extract<ProfileFindings, { kind: 'aspects' }>;

/** Counts only. */
export type LevelFindings = Extract<ProfileFindings, { kind: 'levels' }>;

/** At the latest date the edition knows, or null; `profiles` are those that it may follow. */
export function profileFindings(
  setting: Setting,
  profile: Profile,
  counts: readonly ProfileCount[],
  profiles: readonly Profile[] = [],
) {
  const snapshots = snapshotsOf(setting, profile, counts);
  const latest = snapshots.at(-1);
  if (latest === undefined) return null;
  const { council, nation, region } = setting;
  const { period, asAt, rows } = latest;
  const dated = { profile, period, asAt, rows };
  const timeOf = (wholesOf: (snapshot: Snapshot) => readonly PhaseFindings[]) =>
    overTime(latest, snapshots, wholesOf, supersededBy(setting, latest, counts, profiles));
  switch (profile.kind) {
    case 'phases': {
      const of = (snapshot: Snapshot, area: Area, phase: string) =>
        wholeOf(snapshot, { area, topic: 'Phase', group: phase });
      return {
        kind: 'phases' as const,
        ...dated,
        phases: (profile.phases ?? [])
          .filter(phase => phase !== allPhases && hasRows(rows, council, phase))
          .map(phase => of(latest, council, phase)),
        all: of(latest, council, allPhases),
        elsewhere: [nation, region]
          .filter(area => hasRows(rows, area, null))
          .map(area => of(latest, area, allPhases)),
        time: timeOf(snapshot => [of(snapshot, council, allPhases)]),
      };
    }
    case 'aspects': {
      const aspectsOf = (snapshot: Snapshot) =>
        (profile.aspects ?? [])
          .filter(aspect => hasRows(snapshot.rows, council, aspect))
          .map(aspect => wholeOf(snapshot, { area: council, topic: 'Aspect', group: aspect }));
      const aspects = aspectsOf(latest);
      return {
        kind: 'aspects' as const,
        ...dated,
        aspects,
        extremes: extremesOf(aspects),
        time: timeOf(aspectsOf),
      };
    }
    case 'levels': {
      const { subtotal: _, ...all } = wholeOf(latest, { area: council, topic: 'Phase', group: allPhases });
      return { kind: 'levels' as const, ...dated, all };
    }
    case 'programme':
      return programmeFindings(setting, snapshots, dated);
  }
}

function hasRows(rows: readonly ProfileCount[], area: Area, phase: string | null): boolean {
  return rows.some(row => row.area === area.code && (phase === null || row.phase === phase));
}

/** One whole of one area, a phase or an aspect: counts and shares by part, of which some have a subtotal. */
export type PhaseFindings = ReturnType<typeof wholeOf>;

function wholeOf(snapshot: Snapshot, within: Within) {
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
  const made = (part: string, rows: readonly ProfileCount[], percent: Big) => {
    const count = make.count(part, sumOf(rows), rows);
    return { count, share: make.share(part, percent, count, total) };
  };
  const parts = counted.map(({ part, rows }, index) => ({
    part,
    ...made(part, rows, shares.shares[index]?.percent ?? new Big(0)),
  }));
  const { label, parts: of } = subtotalOf(profile);
  const counting = mine.filter(row => of.includes(row.part));
  const subtotal = made(label, counting, percentOf(sumOf(counting), shares.total, 1));
  return { area, phase, total, parts, subtotal, shares };
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

export type OverTime = ReturnType<typeof overTime>;

/** How one whole's subtotal moved between the day before and the latest; refused where that may not be said. */
export type ProfileChange = OverTime['changes'][number];

/** The framework before: a profile that is never set beside this one. */
type Superseded = NonNullable<ReturnType<typeof supersededBy>>;

/** As few as may be in a whole whose shares are set beside those of another day: one of fewer is 10 points or more. */
export const fewestForShares = 10;

/** The days before the latest, how each whole's subtotal moved since the last of them, and the framework before. */
function overTime(
  latest: Snapshot,
  snapshots: readonly Snapshot[],
  wholesOf: (snapshot: Snapshot) => readonly PhaseFindings[],
  superseded: Superseded | null,
) {
  const earlier = snapshots
    .filter(snapshot => snapshot !== latest)
    .toReversed()
    .map(snapshot => ({
      asAt: snapshot.asAt,
      wholes: wholesOf(snapshot),
      /** The note of a break between that day and the latest; null where there is none. */
      across: breakBetween(latest.profile, snapshot.asAt, latest.asAt),
    }));
  const [before] = earlier;
  const changes =
    before === undefined
      ? []
      : wholesOf(latest).flatMap(now => {
          const was = before.wholes.find(({ phase }) => phase === now.phase);
          if (was === undefined) return [];
          const figure = changeFigure(latest, now, was, before);
          return [{ now, before: was, since: before.asAt, figure }];
        });
  return { earlier, changes, superseded };
}

function breakBetween({ breaks }: Profile, from: string, to: string): string | null {
  return breaks.find(each => from < each.from && each.from <= to)?.note ?? null;
}

function changeFigure(
  latest: Snapshot,
  now: PhaseFindings,
  before: PhaseFindings,
  { asAt: since, across }: { readonly asAt: string; readonly across: string | null },
): Figure {
  const isSmall = [now, before].some(({ shares }) => shares.total < fewestForShares);
  const because = across !== null ? 'break' : isSmall ? 'small-cohort' : null;
  const amount = because === null ? subtract(shareOf(now), shareOf(before)) : refused(because);
  const { topic } = now.total.breakdown;
  const within = { area: now.area, topic: topic === 'Aspect' ? topic : 'Phase', group: now.phase } as const;
  return changeSinceFigure(latest, within, since, amount, [now.subtotal.share, before.subtotal.share]);
}

function shareOf({ subtotal, shares }: PhaseFindings) {
  const { amount } = subtotal.count;
  const count = amount.kind === 'known' ? amount.number : new Big(0);
  return known(shares.total === 0 ? 0 : count.times(100).div(shares.total), 1, 'exact');
}

/** The last counts under the framework before, where the edition knows any: no change since them is ever given. */
function supersededBy(
  setting: Setting,
  latest: Snapshot,
  counts: readonly ProfileCount[],
  profiles: readonly Profile[],
) {
  const { follows } = latest.profile;
  const profile = profiles.find(({ id }) => id === follows?.profile);
  const last = profile === undefined ? undefined : snapshotsOf(setting, profile, counts).at(-1);
  if (follows === undefined || profile === undefined || last === undefined) return null;
  const within = { area: setting.council, topic: 'Phase', group: allPhases } as const;
  return {
    profile,
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
    numberGiven(a.subtotal.count) * b.shares.total - numberGiven(b.subtotal.count) * a.shares.total;
  const ordered = aspects.toSorted(below);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined || below(lowest, highest) === 0)
    return { outcome: 'alike' };
  const strongest = aspects.filter(aspect => below(aspect, highest) === 0);
  const weakest = aspects.filter(aspect => below(aspect, lowest) === 0);
  if (Math.max(strongest.length, weakest.length) > mostAtOneEnd) return { outcome: 'alike' };
  return { outcome: 'found', strongest, weakest };
}

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
