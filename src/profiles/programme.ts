import { refused, sharesOf } from '../arithmetic.ts';
import type { Setting } from '../judgements/setting.ts';
import { allPhases, outcomeParts, type ProgrammePart } from './schema.ts';
import { changeSinceFigure, countMaker, type LatestDay, type Snapshot } from './snapshot.ts';

/** As few as were seen for their outcomes to be given as shares as well as counts (P26). */
const fewestForPercent = 10;

export type ProgrammeFindings = NonNullable<ReturnType<typeof programmeFindings>>;

/** A programme as at one day: its members, those seen and what became of them, and those not yet seen. */
export type ProgrammeSnapshot = NonNullable<ReturnType<typeof programmeAt>>;

/** What became of those seen: a complete tally; shares are null where too few were seen. */
export type ProgrammeOutcome = ProgrammeSnapshot['outcomes'][number];

/** Null where no day of it is known. */
export function programmeFindings(setting: Setting, snapshots: readonly Snapshot[], dated: LatestDay) {
  const latest = snapshots.at(-1);
  const [now, ...earlier] = snapshots.toReversed().flatMap(snapshot => programmeAt(setting, snapshot) ?? []);
  if (now === undefined || latest === undefined) return null;
  const within = { area: setting.council, topic: 'Phase', group: allPhases } as const;
  return {
    kind: 'programme' as const,
    ...dated,
    now,
    earlier,
    /** The change since each earlier day, which is never given: other members, or others seen. */
    refused: earlier.map(({ asAt, members }) =>
      changeSinceFigure(latest, within, asAt, refused('other-base'), [now.members, members]),
    ),
  };
}

function programmeAt({ council }: Setting, snapshot: Snapshot) {
  const make = countMaker(snapshot, { area: council, topic: 'Phase', group: allPhases });
  const rows = snapshot.rows.filter(({ area }) => area === council.code);
  const count = (part: ProgrammePart) => {
    const own = rows.filter(row => row.part === part);
    return own[0] === undefined ? null : make.count(part, own[0].count, own.slice(0, 1));
  };
  const members = count('In programme');
  if (members === null) return null;
  const seen = count('Seen');
  const counted = outcomeParts.flatMap(part => {
    const own = rows.find(row => row.part === part);
    return own === undefined ? [] : [{ part, count: own.count }];
  });
  // Shares are of those seen, and only where all that became of them is known.
  const shares = seen === null || counted.length < outcomeParts.length ? null : sharesOf(counted, 0);
  return {
    asAt: snapshot.asAt,
    members,
    /** Null where nobody wrote down how many had been seen. */
    seen,
    unseen: count('Not yet seen'),
    outcomes: outcomeParts.flatMap((part, index) => {
      const own = count(part);
      const share = shares?.shares[index];
      if (own === null) return [];
      const isGiven = shares !== null && shares.total >= fewestForPercent;
      const given =
        isGiven && share !== undefined && seen !== null
          ? make.share(part, share.percent, own, seen, 0)
          : null;
      return [{ part, count: own, share: given }];
    }),
  };
}
