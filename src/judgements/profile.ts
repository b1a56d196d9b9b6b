import { Big } from 'big.js';
import { countAmount, knownAmount } from '../arithmetic.ts';
import type { Area } from '../model/area.ts';
import type { Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { allPhases, type Profile, type ProfileCount } from '../model/profile.ts';
import { figure, figureId, type Subject } from './figures.ts';
import type { Setting } from './setting.ts';
import { percentOf, type Shares, sharesOf } from './share.ts';

/** One phase of one area: counts and shares by part, the subtotal, and the whole. */
export type PhaseFindings = {
  readonly area: Area;
  readonly phase: string;
  readonly total: Figure;
  readonly parts: readonly { readonly part: string; readonly count: Figure; readonly share: Figure }[];
  readonly subtotal: { readonly count: Figure; readonly share: Figure };
  readonly shares: Shares;
};

/** What may be said of a profile in an edition: the latest date, each phase, and all phases elsewhere. */
export type ProfileFindings = {
  readonly profile: Profile;
  readonly period: Period;
  /** The day it describes. */
  readonly asAt: string;
  readonly phases: readonly PhaseFindings[];
  readonly all: PhaseFindings;
  readonly elsewhere: readonly PhaseFindings[];
  readonly rows: readonly ProfileCount[];
};

/** The findings on a profile at the latest date the edition knows, or null when it knows none. */
export function profileFindings(
  setting: Setting,
  profile: Profile,
  counts: readonly ProfileCount[],
): ProfileFindings | null {
  const { edition, council, nation, region } = setting;
  const knownCounts = latestReleases(
    counts.filter(
      row =>
        row.profile === profile.id &&
        row.period <= edition.period &&
        (row.released ?? '') <= edition['cut-off'],
    ),
  );
  const asAt = knownCounts
    .filter(row => row.area === council.code)
    .map(row => row.asAt)
    .toSorted()
    .at(-1);
  const rows = knownCounts.filter(row => row.asAt === asAt);
  const period = rows[0]?.period;
  const mine = rows.filter(row => row.area === council.code);
  if (asAt === undefined || period === undefined || sumOf(mine) === 0) return null;
  const of = (area: Area, phase: string) => phaseFindings(profile, rows, area, phase, period);
  const present = profile.phases.filter(phase => phase !== allPhases && hasRows(rows, council, phase));
  return {
    profile,
    period,
    asAt,
    phases: present.map(phase => of(council, phase)),
    all: of(council, allPhases),
    elsewhere: [nation, region].filter(area => hasRows(rows, area, null)).map(area => of(area, allPhases)),
    rows,
  };
}

/** Of counts of the same thing, the one released last: a correction takes the place of what it corrects. */
function latestReleases(counts: readonly ProfileCount[]): readonly ProfileCount[] {
  const held = new Map<string, ProfileCount>();
  for (const row of counts) {
    const key = JSON.stringify([row.area, row.asAt, row.phase, row.part]);
    const other = held.get(key);
    if (other === undefined || (row.released ?? '') >= (other.released ?? '')) held.set(key, row);
  }
  return [...held.values()];
}

function hasRows(rows: readonly ProfileCount[], area: Area, phase: string | null): boolean {
  return rows.some(row => row.area === area.code && (phase === null || row.phase === phase));
}

function phaseFindings(
  profile: Profile,
  rows: readonly ProfileCount[],
  area: Area,
  phase: string,
  period: Period,
): PhaseFindings {
  const mine = rows.filter(row => row.area === area.code && (phase === allPhases || row.phase === phase));
  const counted = profile.parts.map(part => ({ part, rows: mine.filter(row => row.part === part) }));
  const shares = sharesOf(
    counted.map(({ part, rows }) => ({ part, count: sumOf(rows) })),
    1,
  );
  const make = maker(profile, area, phase, period);
  const parts = counted.map(({ part, rows }, index) => ({
    part,
    count: make.count(part, sumOf(rows), rows),
    share: make.share(part, shares.shares[index]?.percent ?? new Big(0)),
  }));
  const within = mine.filter(row => profile.subtotal.parts.includes(row.part));
  const subtotal = {
    count: make.count(profile.subtotal.label, sumOf(within), within),
    share: make.share(profile.subtotal.label, percentOf(sumOf(within), shares.total, 1)),
  };
  return { area, phase, total: make.count('Total', shares.total, mine), parts, subtotal, shares };
}

function sumOf(rows: readonly ProfileCount[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Makes the counts and shares of one phase as figures of the ledger. */
function maker(profile: Profile, area: Area, phase: string, period: Period) {
  const subject = (kind: 'count' | 'share', part: string): Subject => ({
    kind,
    indicator: profile.id,
    area: area.code,
    breakdown: { topic: 'Phase', group: phase },
    period,
    part,
  });
  return {
    count: (part: string, count: number, rows: readonly ProfileCount[]): Figure =>
      figure(subject('count', part), countAmount(count), {
        text: numberText(new Big(count), 0),
        source:
          rows.length === 1 && rows[0] !== undefined
            ? { file: rows[0].place.file, line: rows[0].place.line }
            : null,
        working: rows.length === 1 ? 'As counted in the row' : `Sum of ${linesText(rows)}`,
      }),
    share: (part: string, percent: Big): Figure =>
      figure(subject('share', part), knownAmount(percent, 1), {
        text: `${numberText(percent, 1)}%`,
        inputs: [figureId(subject('count', part)), figureId(subject('count', 'Total'))],
        working: `Count divided by the total of all ${profile.unit}, rounded to 1 decimal place`,
      }),
  };
}

function linesText(rows: readonly ProfileCount[]): string {
  const file = rows[0]?.place.file;
  return file === undefined ? 'no rows' : `${file}, lines ${rows.map(row => row.place.line).join(', ')}`;
}
