import type { Report } from '../issues.ts';
import { type Path, valueAt } from '../model/place.ts';
import { dateLabel, isDate } from '../model/time.ts';
import type { Read } from '../sources/catalogue.ts';
import type { Observation } from '../sources/council-folder.ts';
import type { CsvRow } from '../sources/csv.ts';
import { entryOf, type Known, soundPart } from '../sources/names.ts';
import {
  allPhases,
  corrected,
  outcomeParts,
  type Profile,
  type ProfileCount,
  profileSchema,
  sumOf,
} from './schema.ts';

type CountsOfDay = {
  readonly first: ProfileCount;
  readonly counts: readonly ProfileCount[];
  readonly profile: Partial<Profile>;
};

export function checkInForce(
  row: CsvRow<'as_at' | 'profile'>,
  profile: Partial<Profile>,
  report: Report,
): void {
  const { as_at: asAt, profile: name } = row.fields;
  const { first = '', last = '9999-12-31' } = profile;
  if (!isDate(asAt) || (asAt >= first && asAt <= last)) return;
  report(row.at('as_at'), 'framework-not-in-force', asAt, name, frameworkYears(profile));
}

/** Holds the counts of each day against one another: parts that are missing, and sums that are not so. */
export function checkSnapshots(counts: readonly ProfileCount[], known: Known, report: Report): void {
  for (const snapshot of countsByDay(counts, known)) {
    switch (snapshot.profile.kind) {
      case undefined:
        break;
      case 'phases':
      case 'levels':
        checkMissingParts(snapshot, report);
        break;
      case 'aspects':
        checkMissingParts(snapshot, report);
        checkAspects(snapshot, report);
        break;
      case 'programme':
        checkProgramme(snapshot, report);
        break;
    }
  }
}

export function countsByDay(counts: readonly ProfileCount[], known: Known): readonly CountsOfDay[] {
  const groups = groupedBy(counts, one => [one.profile, one.area, one.asAt].join('\n'));
  return groups.map(rows => ({
    first: rows[0],
    counts: corrected(rows),
    profile: entryOf(known.profiles, rows[0].profile),
  }));
}

function groupedBy(counts: readonly ProfileCount[], keyOf: (one: ProfileCount) => string) {
  return [...Map.groupBy(counts, keyOf).values()] as [ProfileCount, ...ProfileCount[]][];
}

/** Reports a phase of which some parts are given and others are not: a missing count is not a count of none. */
function checkMissingParts({ counts, profile: { parts = [] } }: CountsOfDay, report: Report): void {
  for (const [first, ...others] of groupedBy(counts, ({ phase }) => phase)) {
    const given = [first, ...others].map(({ part }) => part);
    const missing = parts.filter(part => !given.includes(part));
    if (missing.length > 0) report(first.place, 'missing-part', first.phase, missing);
  }
}

/** Reports an aspect with another total than the first: each school is judged on all of them. */
function checkAspects({ counts }: CountsOfDay, report: Report): void {
  const [first, ...others] = groupedBy(counts, ({ phase }) => phase);
  if (first === undefined) return;
  const whole = sumOf(first);
  for (const group of others) {
    const total = sumOf(group);
    if (total === whole || saysBoth(group, total, whole)) continue;
    report(group[0].place, 'aspects-differ', group[0].phase, total, first[0].phase, whole);
  }
}

/** Reports members of a programme that are in none of its counts or in two, and outcomes that are not all there. */
function checkProgramme({ first, counts, profile }: CountsOfDay, report: Report): void {
  const of = (part: string) => counts.find(count => count.part === part);
  const [members, seen, unseen] = ['In programme', 'Seen', 'Not yet seen'].map(of);
  const outcomes = outcomeParts.flatMap(part => of(part) ?? []);
  const [outcome] = outcomes;
  if (profile.programme !== undefined && profile.programme.outcomes === undefined && outcome !== undefined)
    report(outcome.place, 'part-without-outcomes', outcome.part, outcome.profile);
  // Of some programmes no more was written down than how many of its members improved.
  const isPartial = seen === undefined && unseen === undefined && members !== undefined && of('Improved');
  const needed = [
    ...['In programme', ...(isPartial ? [] : ['Seen', 'Not yet seen'])],
    ...(outcomes.length === 0 || isPartial ? [] : outcomeParts),
  ];
  const missing = needed.filter(part => of(part) === undefined);
  if (missing.length > 0) report(first.place, 'missing-part', first.phase, missing);
  checkWhole(members, [seen, unseen], report);
  checkWhole(seen, outcomeParts.map(of), report);
}

function checkWhole(
  whole: ProfileCount | undefined,
  parts: readonly (ProfileCount | undefined)[],
  report: Report,
): void {
  const held = parts.flatMap(part => part ?? []);
  const sum = sumOf(held);
  if (whole === undefined || held.length < parts.length || whole.count === sum) return;
  report(
    whole.place,
    'programme-not-summing',
    whole.part,
    whole.count,
    held.map(({ part }) => part),
    sum,
  );
}

/** Reports counts of the same schools by two profiles whose totals differ in a year, with no note that says why (X06). */
export function checkTotals(counts: readonly ProfileCount[], known: Known, report: Report): void {
  const snapshots = countsByDay(counts, known);
  for (const { first, counts: own, profile } of snapshots) {
    const other = profile['same-schools-as'];
    const beside = snapshots.findLast(
      each =>
        each.first.profile === other && each.first.area === first.area && each.first.period === first.period,
    );
    if (other === undefined || beside === undefined) continue;
    const [total, whole] = [sumOf(own), sumOf(beside.counts)];
    if (total !== whole && !saysBoth(own, total, whole))
      report(first.place, 'totals-differ', first.profile, total, other, whole);
  }
}

/** Reports a figure that counts grades of a profile and is not what the profile's counts add to (X06). */
export function checkGrades(
  observations: readonly Observation[],
  counts: readonly ProfileCount[],
  known: Known,
  report: Report,
): void {
  for (const row of observations) {
    const { grades, measure } = entryOf(known.indicators, row.indicator);
    const given = measure === 'count' ? countOf(row) : row.numerator;
    if (grades === undefined || given === null) continue;
    const { topic, group } = row.breakdown;
    const ofYear = counts.filter(
      each => each.profile === grades.profile && each.area === row.area && each.period === row.period,
    );
    const day = ofYear
      .map(({ asAt }) => asAt)
      .toSorted()
      .at(-1);
    const phase = topic === 'Total' ? allPhases : group;
    const held = ofYear.filter(
      each =>
        each.asAt === day &&
        (phase === allPhases || each.phase === phase) &&
        grades.parts.includes(each.part),
    );
    const sum = sumOf(held);
    if (held.length > 0 && sum !== given)
      report(row.place, 'count-not-of-profile', String(given), grades.profile, grades.parts, sum);
  }
}

function countOf({ value }: Observation): number | null {
  return value.kind === 'known' && value.precision !== 'about' ? Number(value.number) : null;
}

/** True where a note of one of the rows tells both totals. */
function saysBoth(counts: readonly ProfileCount[], ...totals: readonly number[]): boolean {
  return counts.some(({ note }) =>
    totals.every(total => new RegExp(`(?<!\\d)${total}(?!\\d)`).test(note ?? '')),
  );
}

export function checkProfileEntries(file: Read<unknown>, report: Report): void {
  const items = valueAt(file.data, ['profiles']);
  if (!Array.isArray(items)) return;
  items.forEach((item: unknown, at) => {
    checkEntry(file, ['profiles', at], soundPart(profileSchema, item), report);
  });
}

function checkEntry(file: Read<unknown>, path: Path, profile: Partial<Profile>, report: Report): void {
  const { first, last, breaks = [] } = profile;
  const at = (...steps: Path) => file.document.place([...path, ...steps]);
  if (first !== undefined && last !== undefined && last < first)
    report(at('last'), 'end-before-start', last, first);
  breaks.forEach(({ from }, index) => {
    const isOutside = (first !== undefined && from <= first) || (last !== undefined && from > last);
    if (isOutside)
      report(at('breaks', index, 'from'), 'break-outside-framework', from, frameworkYears(profile));
  });
}

export function checkGradesOf(file: Read<unknown>, known: Known, report: Report): void {
  const items = valueAt(file.data, ['indicators']);
  if (!Array.isArray(items)) return;
  items.forEach((_, at) => {
    const path = ['indicators', at, 'grades'];
    const profile = valueAt(file.data, [...path, 'profile']);
    const parts = valueAt(file.data, [...path, 'parts']);
    if (typeof profile !== 'string') return;
    const { parts: names } = entryOf(known.profiles, profile);
    (Array.isArray(parts) ? parts : []).forEach((part: unknown, index) => {
      if (typeof part !== 'string' || names === undefined || names.includes(part)) return;
      report(file.document.place([...path, 'parts', index]), 'unknown-part', part, profile, null);
    });
  });
}

/** The days a framework is in force, in words: "from 10 November 2025", "to 31 August 2024". */
function frameworkYears({ first, last }: Partial<Profile>): string {
  const from = first === undefined ? [] : [`from ${dateLabel(first)}`];
  const to = last === undefined ? [] : [`to ${dateLabel(last)}`];
  return [...from, ...to].join(' ');
}

type Mislabelled = {
  readonly index: number;
  readonly label: string;
  readonly name: string;
  readonly counted: readonly string[];
};

/** The figures named in some words that are called by one of the grades that they count together (X06). */
export function mislabelled(
  words: string,
  names: readonly { readonly name: string; readonly index: number }[],
  known: Known,
): readonly Mislabelled[] {
  return names.flatMap(({ name, index }) => {
    const { grades } = entryOf(known.indicators, name.trim().split(' ')[0] ?? '');
    if (grades === undefined || grades.parts.length < 2) return [];
    return grades.parts.flatMap(grade => {
      const said = calledBy(words, index, index + name.length, gradePattern(grade));
      return said === null ? [] : [{ index: said.index, label: said.text, name, counted: grades.parts }];
    });
  });
}

/** "require improvement" just after the name, with few words between, or just before its bracket. */
function calledBy(words: string, start: number, end: number, grade: string) {
  const after = new RegExp(String.raw`^[^.;:,!?{}]*\}(?:\s+[\w’'-]+){0,3}?\s+(?<said>${grade})`, 'i').exec(
    words.slice(end),
  );
  if (after?.groups?.said !== undefined)
    return { index: end + after[0].length - after.groups.said.length, text: after.groups.said };
  const before = new RegExp(String.raw`(?<said>${grade})\s+\(?\{?$`, 'i').exec(words.slice(0, start));
  return before?.groups?.said === undefined ? null : { index: before.index, text: before.groups.said };
}

/** A grade in any of its forms: "Requires improvement" is "require", "requires" and "requiring improvement". */
export function gradePattern(grade: string): string {
  const [first = '', ...rest] = grade.split(' ');
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const words = [`${literal(first.replace(/(?:es|s|e)$/, ''))}\\w*`, ...rest.map(literal)];
  // "Good or outstanding" and "good or better" name more than the grade.
  return String.raw`(?<!\b(?:or|and|below)\s+)\b${words.join(String.raw`\s+`)}\b(?!\s+(?:or|and)\b)`;
}
