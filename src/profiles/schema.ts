import { z } from 'zod';
import type { Place } from '../model/place.ts';
import { isoDate, type Period } from '../model/time.ts';
import { askOfKeys, naming, note, standing } from '../plans/kit/fields.ts';

/** The phase that is all the others together: summed, never given. */
export const allPhases = 'All';

/**
 * What a profile counts: grades of schools by phase; grades by aspect, where several things are judged of each
 * school and none of them overall; schools at each level of support; or what became of the members of a programme.
 */
const profileKinds = ['phases', 'aspects', 'levels', 'programme'] as const;

/** What counts once in a figure: a school, however large, a pupil, or an inspection (X02). */
export const weightings = ['schools', 'pupils', 'inspections'] as const;
export type Weighting = (typeof weightings)[number];

/** The counts of a programme: its members; those seen, by what became of them; and those not yet seen. */
const programmeParts = ['In programme', 'Seen', 'Improved', 'Same', 'Declined', 'Not yet seen'] as const;
export type ProgrammePart = (typeof programmeParts)[number];

/** What became of a member of a programme that was seen: the tally is complete, or it is not given (P40). */
export const outcomeParts = ['Improved', 'Same', 'Declined'] as const satisfies readonly ProgrammePart[];

const words = z.string().min(1);

/** How a programme is put in words, the same for one as for many. */
const programmeWords = z.strictObject({
  members: words.describe('Who takes part, after a number: "schools in the programme"'),
  seen: words.describe('Those seen, after a number: "schools inspected so far"'),
  reach: words.describe('What it is to be seen: "had been inspected"'),
  unreached: words.describe('What it is not to be: "had not yet been inspected"'),
  headings: z
    .strictObject({ seen: words, unseen: words })
    .describe('Over the columns: "Inspected so far", "Not yet inspected"'),
  outcomes: z
    .strictObject({ improved: words, same: words, declined: words })
    .optional()
    .describe('"had become good", "still required improvement", "had fallen into a category of concern"'),
});

/** A profile in the catalogue: parts of a whole, as schools by inspection grade. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(profileKinds).default('phases').describe('What is counted, and so what may be said of it'),
  label: standing,
  short: standing.max(48),
  definition: standing,
  unit: z.enum(['schools', 'inspections']).describe('What is counted: the base of every percentage'),
  base: words.optional().describe('Which of them, in a sentence: "schools with a report card"'),
  framework: words.describe('The inspection framework; profiles of two frameworks are never merged'),
  first: isoDate.optional().describe('The first day that a count under this framework may be of'),
  last: isoDate.optional().describe('The last day that a count under this framework may be of'),
  follows: z
    .strictObject({
      profile: naming('profile', words.clone()).describe('The profile of the framework before it'),
      note: standing.describe('A full sentence for readers: why the two cannot be compared'),
    })
    .optional(),
  breaks: z
    .array(
      z.strictObject({
        from: isoDate.describe('The first date on the new basis'),
        note: standing.describe('A full sentence for readers: what changed'),
      }),
    )
    .default([])
    .describe('Dates from which counts are on a new basis within the same framework'),
  parts: z.array(words).min(2).max(5).optional().describe('The grades or levels, best first'),
  subtotal: z
    .strictObject({
      label: words,
      phrase: words
        .optional()
        .describe('What the schools did, where not "were" and the label: "met the standards"'),
      parts: z.array(z.string()).min(1),
    })
    .optional(),
  phases: z.array(words).min(1).optional().describe('In the order shown; "All" is the sum of the others'),
  aspects: z.array(words).min(1).optional().describe('What is judged of each school, in the order shown'),
  programme: programmeWords.optional(),
  'same-schools-as': naming('profile', words.clone())
    .optional()
    .describe('A profile of the same schools: where the totals differ, a note of the row must say why'),
  source: naming('source'),
  method: standing,
  caveats: z.array(note).default([]),
});
askOfKeys(
  profileSchema,
  { where: ['kind', 'phases'], needs: ['parts', 'subtotal', 'phases'], excludes: ['aspects', 'programme'] },
  { where: ['kind', 'aspects'], needs: ['parts', 'subtotal', 'aspects'], excludes: ['phases', 'programme'] },
  { where: ['kind', 'levels'], needs: ['parts'], excludes: ['subtotal', 'phases', 'aspects', 'programme'] },
  {
    where: ['kind', 'programme'],
    needs: ['programme'],
    excludes: ['parts', 'subtotal', 'phases', 'aspects'],
  },
);

type Written = z.infer<typeof profileSchema>;

export type Profile = Written & { readonly theme: string };

/** The parts of a profile that have a subtotal, what it is called, and what it says the schools did. */
export function subtotalOf({ subtotal }: Pick<Profile, 'subtotal'>): {
  readonly label: string;
  readonly phrase: string | null;
  readonly parts: readonly string[];
} {
  const { label = 'Subtotal', phrase = null, parts = [] } = subtotal ?? {};
  return { label, phrase, parts };
}

/** What may stand in the columns `phase` and `part` of a profile's counts; undefined where the entry is not sound. */
export function cellsOf(profile: Partial<Written>): {
  readonly phase: readonly string[] | undefined;
  readonly part: readonly string[] | undefined;
} {
  if (profile.kind === undefined) return { phase: undefined, part: undefined };
  switch (profile.kind) {
    case 'phases':
      return { phase: profile.phases, part: profile.parts };
    case 'aspects':
      return { phase: profile.aspects, part: profile.parts };
    case 'levels':
      return { phase: [allPhases], part: profile.parts };
    case 'programme':
      return { phase: [allPhases], part: programmeParts };
  }
}

export type ProfileCount = {
  readonly profile: string;
  readonly area: string;
  readonly period: Period;
  readonly asAt: string;
  /** The phase; in a profile of aspects, the aspect; in one of levels or a programme, "All". */
  readonly phase: string;
  readonly part: string;
  readonly count: number;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};

export function sumOf(counts: readonly ProfileCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Of counts of the same thing, the one released last: a correction takes the place of what it corrects. */
export function corrected(counts: readonly ProfileCount[]): readonly ProfileCount[] {
  const held = new Map<string, ProfileCount>();
  for (const row of counts) {
    const key = [row.profile, row.area, row.asAt, row.phase, row.part].join('\n');
    const other = held.get(key);
    if (other === undefined || (row.released ?? '') >= (other.released ?? '')) held.set(key, row);
  }
  return [...held.values()];
}
