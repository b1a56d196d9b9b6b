import type { Figure } from '../../src/model/figure.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { type ProfileFindings, profileFindings } from '../../src/profiles/findings.ts';
import { type Profile, type ProfileCount, profileSchema } from '../../src/profiles/schema.ts';
import { profileParagraphs } from '../../src/profiles/words.ts';
import { council, settingOf } from './findings.ts';

/** A profile with the least that the schema asks for, and what a test says of it. Invented for tests. */
export function profileOf(said: Readonly<Record<string, unknown>>): Profile {
  const least = {
    id: 'grades',
    label: 'Grades',
    short: 'Grades',
    definition: 'Schools by grade.',
    unit: 'schools',
    framework: 'Invented framework',
    source: 'a-source',
    method: 'Counted.',
  };
  const { theme: _, ...keys } = { theme: '', ...least, ...said };
  return { ...profileSchema.parse(keys), theme: 'inspection' };
}

/** Grades by phase, all in one phase: good, fair and poor, of which good counts. */
export const grades = profileOf({
  parts: ['Good', 'Fair', 'Poor'],
  subtotal: { label: 'Good', parts: ['Good'] },
  phases: ['Primary'],
});

/** Three areas judged of each school, each good, fair or poor. */
export const areas = profileOf({
  id: 'areas',
  label: 'Areas judged',
  kind: 'aspects',
  base: 'schools with a report card',
  parts: ['Good', 'Fair', 'Poor'],
  subtotal: { label: 'Good', parts: ['Good'] },
  aspects: ['Teaching', 'Inclusion', 'Leadership'],
});

/** A programme for schools that require improvement. */
export const programme = profileOf({
  id: 'programme',
  kind: 'programme',
  programme: {
    members: 'schools in the programme',
    seen: 'schools inspected so far',
    reach: 'had been inspected',
    unreached: 'had not yet been inspected',
    headings: { seen: 'Inspected so far', unseen: 'Not yet inspected' },
    outcomes: {
      improved: 'had become good',
      same: 'still required improvement',
      declined: 'had fallen into a category of concern',
    },
  },
});

/** The counts of one phase or area on a day: `{ Good: 9, Fair: 1 }`. */
export function countsOf(
  profile: Profile,
  asAt: string,
  phase: string,
  counts: Readonly<Record<string, number>>,
): readonly ProfileCount[] {
  return Object.entries(counts).map(([part, count], index) => ({
    profile: profile.id,
    area: council.code,
    period: '201314',
    asAt,
    phase,
    part,
    count,
    released: null,
    source: 'a-source',
    note: null,
    place: { file: 'data/inspections/201314.csv', line: index + 2, column: 1 },
  }));
}

/** What the 2013-14 edition finds in some counts; the test's council has some. */
export function found(
  profile: Profile,
  counts: readonly ProfileCount[],
  profiles: readonly Profile[] = [],
): ProfileFindings {
  const findings = profileFindings(settingOf([], []), profile, counts, profiles);
  if (findings === null) throw new Error('the test has no counts');
  return findings;
}

/** Every sentence that is said of a profile, in order. */
export function saidOf(findings: ProfileFindings): readonly string[] {
  return profileParagraphs(findings)
    .flat()
    .flatMap(draft => (draft === null ? [] : textOf(draft)));
}

/** Every figure that findings hold, each once. */
export function figuresIn(findings: unknown): readonly Figure[] {
  if (typeof findings !== 'object' || findings === null) return [];
  const own = 'working' in findings ? [findings as Figure] : [];
  const all = [...own, ...Object.values(findings).flatMap(figuresIn)];
  return [...new Map(all.map(figure => [figure.id, figure])).values()];
}
