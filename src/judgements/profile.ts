import { Big } from 'big.js';
import type { Area } from '../model/area.ts';
import { allPhases, type Profile, type ProfileCount, subtotalOf } from '../model/profile.ts';
import {
  countMaker,
  type Dated,
  type PhaseFindings,
  type Snapshot,
  snapshotsOf,
  sumOf,
  type Whole,
  type Within,
} from './profile-counts.ts';
import { type Extremes, extremesOf } from './profile-extremes.ts';
import { type Counted, type OverTime, overTime } from './profile-time.ts';
import { type ProgrammeFindings, programmeFindings } from './programme.ts';
import type { Setting } from './setting.ts';
import { percentOf, sharesOf } from './share.ts';

export type { PhaseFindings, Whole } from './profile-counts.ts';

/** Grades of schools by phase, all phases together, and all phases elsewhere. */
export type GradeFindings = Dated & {
  readonly kind: 'phases';
  readonly phases: readonly PhaseFindings[];
  readonly all: PhaseFindings;
  readonly elsewhere: readonly PhaseFindings[];
  readonly time: OverTime;
};

/** Grades by aspect: several things are judged of each school, and nothing overall. */
export type AspectFindings = Dated & {
  readonly kind: 'aspects';
  readonly aspects: readonly PhaseFindings[];
  readonly extremes: Extremes;
  readonly time: OverTime;
};

/** Schools at each level of support: counts only. */
export type LevelFindings = Dated & { readonly kind: 'levels'; readonly all: Whole };

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
