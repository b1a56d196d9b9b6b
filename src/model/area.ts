import { z } from 'zod';
import { naming, note } from '../plans/kit/fields.ts';
import { isOneOf } from './spelling.ts';
import { academicYear, isoDate, type Period } from './time.ts';

/** The kinds of area within a council. Wards and localities are never mixed in one list. */
export const localityKinds = ['ward', 'locality'] as const;
export type LocalityKind = (typeof localityKinds)[number];

/** The kinds of area a figure can belong to. `estimate` is a published estimate standing where an area would. */
export const areaKinds = [
  'authority',
  'region',
  'nation',
  'united-kingdom',
  ...localityKinds,
  'estimate',
] as const;

/** How an area was called up to a day: it stayed what it was. */
const calledSchema = z.strictObject({
  name: z.string().min(1),
  phrase: z.string().min(1).optional(),
  to: isoDate.describe('The last day on which it was called so'),
});

/** An area: its code at the time of the figures, its name, and how sentences and charts call it. */
export const areaSchema = z.strictObject({
  code: z
    .string()
    .min(1)
    .describe('The ONS code, as E06000049; wards, localities and estimates may have codes of our own'),
  name: z.string().min(1),
  phrase: z.string().min(1).optional().describe('In a sentence, if not the name: "the North West"'),
  kind: z.enum(areaKinds),
  parent: z.string().optional().describe('Of a ward or locality: the code of the council that it lies in'),
  'stands-alone': z
    .string()
    .min(1)
    .optional()
    .describe('Of a ward or locality that no make-up lists: why none does, as "the only one with figures"'),
  ended: academicYear
    .optional()
    .describe('The last academic year of an authority that was abolished: it is not ranked after that'),
  earlier: z
    .array(calledSchema)
    .optional()
    .describe('What it was called before, oldest first: editions of those days keep that name'),
  note: note.optional().describe('Coverage, where it matters: "all entries of all ages"'),
});

export const neighbourListSchema = z.strictObject({
  id: z.string().regex(/^statistical-neighbours-[0-9-]+$/),
  label: z.string().min(1),
  note: note.optional(),
  source: naming('source'),
  areas: z.array(naming('area')).min(1),
});

/** Wards, or localities, that make up a council between them: a figure hidden of one must not follow from the others. */
const makeUpSchema = z.strictObject({
  of: z.string().describe('The code of the council'),
  areas: z
    .array(z.string())
    .min(2)
    .describe('Every ward of it, or every locality: their pupils add up to its own'),
});

/** `areas.yaml`. */
export const areasSchema = z.strictObject({
  areas: z
    .array(areaSchema)
    .default([])
    .describe(
      'What England’s list lacks, as wards and estimates, or what is to be said otherwise of one in it',
    ),
  neighbours: z
    .array(neighbourListSchema)
    .default([])
    .describe('Lists of the council’s own; one with the id of a national list stands in its place'),
  'make-up': z.array(makeUpSchema).default([]).describe('Lists of areas that make up a council between them'),
});

export const authorityTypes = ['unitary', 'metropolitan', 'county', 'inner-london', 'outer-london'] as const;
type AuthorityType = (typeof authorityTypes)[number];

/** How an area was called up to a day, and what England’s list knows besides: the code and the type it had then. */
export type Called = z.infer<typeof calledSchema> & {
  readonly code?: string;
  readonly type?: AuthorityType | undefined;
};

/** An area that figures belong to, under the code and the name it has now. What follows is known of England’s own. */
export type Area = Omit<z.infer<typeof areaSchema>, 'earlier'> & {
  /** The Department’s three-digit number, as 895; for regions and England the one that its interactive tool has. */
  readonly old?: string;
  readonly type?: AuthorityType | undefined;
  readonly region?: string;
  /** The first and the last day of an authority that has not always been, or is no more. */
  readonly from?: string;
  readonly to?: string;
  /** The first academic year of an authority that was made by reorganisation: it is not ranked before. */
  readonly began?: Period;
  /** The codes of those that took the place of one that is no more, and of those whose place this one took. */
  readonly successors?: readonly string[];
  readonly predecessors?: readonly string[];
  /** Earlier codes, names and types, oldest first; and every code it has had, the newest too. */
  readonly earlier?: readonly Called[] | undefined;
  readonly codes?: readonly string[];
};
export const closeness = ['Extremely close', 'Very close', 'Close', 'Somewhat close', 'Not close'] as const;

export type NeighbourList = z.infer<typeof neighbourListSchema> & {
  /** How close each of `areas` is, where the model says so. */
  readonly closeness?: readonly (typeof closeness)[number][];
};

/** The newest list that was out by a day, where it is newer than the one in use; lists are named by when they were made. */
export function newerNeighbours(
  lists: readonly Pick<NeighbourList, 'id' | 'label'>[],
  inUse: string | undefined,
  day: string,
): Pick<NeighbourList, 'id' | 'label'> | null {
  const named = 'statistical-neighbours-';
  const newest = lists
    .filter(({ id }) => id.slice(named.length) <= day)
    .reduce<Pick<NeighbourList, 'id' | 'label'> | null>(
      (held, list) => (held === null || list.id > held.id ? list : held),
      null,
    );
  return newest !== null && inUse !== undefined && newest.id > inUse ? newest : null;
}

export type MakeUp = z.infer<typeof makeUpSchema>;

export function isLocalityKind(kind: string | null): kind is LocalityKind {
  return kind !== null && isOneOf(localityKinds, kind);
}

/** True of an area in a school year: an authority is counted in the years in which it began and ended. */
export function existedIn({ began, ended }: Area, period: Period): boolean {
  return (began === undefined || began <= period) && (ended === undefined || ended >= period);
}

/** True of a list whose model finds none of its areas close: their average says little of the council. */
export function isDistant({ closeness = [] }: NeighbourList): boolean {
  return closeness.length > 0 && closeness.every(word => word === 'Not close');
}

/** True of an earlier code of it too. */
export function hasCode(area: Area, code: string): boolean {
  return area.code === code || (area.codes?.includes(code) ?? false);
}

/** True of two authorities of which one has the place, or a part, of the other: their pupils are in part the same. */
export function overlap(one: Area, other: Area): boolean {
  const isOf = (area: Area, { predecessors = [] }: Area) => predecessors.some(code => hasCode(area, code));
  return isOf(one, other) || isOf(other, one);
}

/** The area as it was called on a day, under the code it had then, and with nothing that became of it later. */
export function areaOn(area: Area, day: string): Area {
  const { to: end, ended, successors, ...going } = area;
  const known = end === undefined || end < day ? area : going;
  const at = area.earlier?.findIndex(({ to }) => to >= day) ?? -1;
  const then = area.earlier?.[at];
  if (then === undefined) return known;
  const { to: _, code = area.code, ...called } = then;
  return { ...known, phrase: undefined, ...called, code, earlier: area.earlier?.slice(0, at) ?? [] };
}

/** The City of London and the Isles of Scilly: one or two children decide a figure of theirs. */
export const withFewChildren: readonly string[] = ['E09000001', 'E06000053'];
