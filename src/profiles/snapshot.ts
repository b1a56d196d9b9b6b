import { Big } from 'big.js';
import { countAmount, knownAmount } from '../arithmetic.ts';
import { differenceText, differenceWorking, figure, type Subject } from '../judgements/figures.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Area } from '../model/area.ts';
import { type Amount, type Figure, lineOf } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import { dateLabel, type Period } from '../model/time.ts';
import { corrected, type Profile, type ProfileCount, sumOf } from './schema.ts';

/** The counts of a profile as at one day, of every area. */
export type Snapshot = {
  readonly profile: Profile;
  readonly period: Period;
  readonly asAt: string;
  /** True of the last day of its period: its figures need no date in their ids. */
  readonly isLast: boolean;
  readonly rows: readonly ProfileCount[];
};

export type LatestDay = Pick<Snapshot, 'profile' | 'period' | 'asAt' | 'rows'>;

/** The counts of a profile that the edition knows, a snapshot for each day that the council has counts of, oldest first. */
export function snapshotsOf(
  setting: Setting,
  profile: Profile,
  counts: readonly ProfileCount[],
): readonly Snapshot[] {
  const { edition, council } = setting;
  const known = corrected(
    counts.filter(
      row =>
        row.profile === profile.id &&
        row.period <= edition.period &&
        (row.released ?? '') <= edition['cut-off'],
    ),
  );
  const mine = known.filter(row => row.area === council.code);
  const days = [...new Set(mine.map(({ asAt }) => asAt))].toSorted();
  return days.flatMap(asAt => {
    const period = mine.find(row => row.asAt === asAt)?.period;
    if (period === undefined || sumOf(mine.filter(row => row.asAt === asAt)) === 0) return [];
    const isLast = !mine.some(row => row.period === period && row.asAt > asAt);
    return { profile, period, asAt, isLast, rows: known.filter(row => row.asAt === asAt) };
  });
}

export type Within = { readonly area: Area; readonly topic: 'Phase' | 'Aspect'; readonly group: string };

export function countMaker(snapshot: Snapshot, within: Within) {
  const { area, group } = within;
  const subject = (kind: 'count' | 'share', part: string) =>
    profileSubject(snapshot, within, kind, { is: 'grade', part, ...dayOf(snapshot) });
  const of = (part: string) => [`${part}, ${group}, `, { area: area.code }, `, ${dateLabel(snapshot.asAt)}`];
  return {
    count: (part: string, count: number, rows: readonly ProfileCount[]): Figure =>
      figure(subject('count', part), countAmount(count), {
        text: numberText(new Big(count), 0),
        what: of(part),
        falseIf: 'one of those counted changes sides',
        source: rows.length === 1 && rows[0] !== undefined ? lineOf(rows[0].place) : null,
        working: rows.length === 1 ? 'As counted in the row' : `Sum of ${linesText(rows)}`,
      }),
    share: (part: string, percent: Big, count: Figure, whole: Figure, decimals = 1): Figure => {
      const text = `${numberText(percent, decimals)}%`;
      return figure(subject('share', part), knownAmount(percent, decimals), {
        text,
        what: of(`${part}, share`),
        falseIf: `a count is revised so that the share is not ${text}`,
        inputs: [count, whole],
        working: `Count divided by the total of all ${snapshot.profile.unit}, rounded to ${decimals === 0 ? 'a whole number' : '1 decimal place'}`,
      });
    },
  };
}

/** What a figure of a snapshot is about; a snapshot that others of its period follow is told apart by its day. */
function profileSubject(
  { profile, period }: Snapshot,
  { area, topic, group }: Within,
  kind: Subject['kind'],
  about: Subject['about'],
): Subject {
  return { kind, indicator: profile.id, area: area.code, breakdown: { topic, group }, period, about };
}

function dayOf({ asAt, isLast }: Snapshot): { readonly asAt: string; readonly isDated: boolean } {
  return { asAt, isDated: !isLast };
}

/** The change of a profile since a day, or since the profile before it; refused where that may not be said. */
export function changeSinceFigure(
  latest: Snapshot,
  within: Within,
  since: string,
  amount: Amount,
  inputs: readonly Figure[],
): Figure {
  const about = { is: 'profile-since', since, ...dayOf(latest) } as const;
  const text = differenceText(amount, 'percent');
  return figure(profileSubject(latest, within, 'change', about), amount, {
    text,
    what: [`Change to ${dateLabel(latest.asAt)}, ${within.group}`],
    falseIf: `either figure is revised so that the change is not ${text}`,
    inputs,
    working: differenceWorking(amount, false),
  });
}

function linesText(rows: readonly ProfileCount[]): string {
  const file = rows[0]?.place.file;
  return file === undefined ? 'no rows' : `${file}, lines ${rows.map(row => row.place.line).join(', ')}`;
}
