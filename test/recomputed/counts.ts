// Counts and shares of schools, counted a second time from the rows of inspections.
import { type Amount, amountTo, differenceOf, none, percentOf } from './amounts.ts';
import type { Again, Entry, Setting } from './figures.ts';
import type { Profile, Row } from './folder.ts';
import { fraction, whole } from './fractions.ts';
import type { Value } from './known.ts';

type Counted = { readonly phase: string; readonly part: string; readonly count: number };
type Day = { readonly period: string; readonly asAt: string; readonly rows: readonly Counted[] };

/** What an edition knows of a profile in an area, day by day: of counts of the same thing the one that came out last. */
function daysOf({ folder, edition }: Setting, profile: string, area: string): readonly Day[] {
  const out = folder.counts.filter(
    ({ fields, released }) =>
      fields.profile === profile &&
      fields.area === area &&
      (fields.period ?? '') <= edition.period &&
      released <= edition['cut-off'],
  );
  const last = new Map<string, Row>();
  for (const row of out.toSorted((a, b) => (a.released < b.released ? -1 : a.released > b.released ? 1 : 0)))
    last.set([row.fields.as_at, row.fields.phase, row.fields.part].join('|'), row);
  return [...Map.groupBy(last.values(), ({ fields }) => fields.as_at ?? '')]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([asAt, rows]) => ({
      asAt,
      period: rows[0]?.fields.period ?? '',
      rows: rows.map(({ fields }) => ({
        phase: fields.phase ?? '',
        part: fields.part ?? '',
        count: Number(fields.count),
      })),
    }));
}

const outcomes = ['Improved', 'Same', 'Declined'];

/** How many of a phase, or of all, are at some grades on a day. */
function countOf({ rows }: Day, phase: string, parts: readonly string[] | null): number {
  return rows
    .filter(row => phase === 'All' || row.phase === phase)
    .filter(({ part }) => parts === null || parts.includes(part))
    .reduce((held, { count }) => held + count, 0);
}

function partsOf({ subtotal }: Profile, part: string): readonly string[] | null {
  if (part === 'Total') return null;
  return part === subtotal?.label ? subtotal.parts : [part];
}

/** The share of the subtotal on a day, as its counts give it. */
function shareOf(profile: Profile, day: Day, phase: string): Value {
  const all = countOf(day, phase, null);
  const part = countOf(day, phase, profile.subtotal?.parts ?? []);
  const exact = all === 0 ? whole(0) : fraction(BigInt(part) * 100n, BigInt(all));
  return { kind: 'number', exact, decimals: 1, precision: 'counted' };
}

/** Counts a figure of a profile again. */
export function countedAgain(setting: Setting, profile: Profile, entry: Entry): Again | string {
  const { kind, period, part = '', against = '', asAt } = entry;
  const { group } = entry.breakdown;
  const days = daysOf(setting, profile.id, setting.folder.newest(entry.area));
  const day = days.find(each => each.asAt === asAt);
  if (day === undefined || day.period !== period) return { amount: none('no counts of the day') };
  switch (kind) {
    case 'count':
      return { amount: amountTo(whole(countOf(day, group, partsOf(profile, part))), 0) };
    case 'share': {
      if (profile.kind === 'programme') {
        const all = countOf(day, group, outcomes);
        if (all < 10) return { amount: none('fewer than ten seen') };
        return { amount: percentOf(countOf(day, group, [part]), all, 0) };
      }
      return { amount: percentOf(countOf(day, group, partsOf(profile, part)), countOf(day, group, null), 1) };
    }
    case 'change':
      return { amount: changeSince(profile, days, day, group, against) };
    default:
      return `${kind} of a profile`;
  }
}

function changeSince(profile: Profile, days: readonly Day[], day: Day, phase: string, since: string): Amount {
  if (profile.follows?.profile === since) return none('break');
  if (profile.kind === 'programme') return none('other-base');
  const before = days.find(({ asAt }) => asAt === since);
  if (before === undefined || days.findLast(({ asAt }) => asAt < day.asAt) !== before)
    return none('not the day before');
  if (profile.breaks?.some(({ from }) => since < from && from <= day.asAt)) return none('break');
  if ([day, before].some(each => countOf(each, phase, null) < 10)) return none('small-cohort');
  return differenceOf(shareOf(profile, day, phase), shareOf(profile, before, phase));
}
