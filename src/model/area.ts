import { z } from 'zod';
import { academicYear } from './time.ts';

/** The kinds of area within a council. Wards and localities are never mixed in one list. */
export const localityKinds = ['ward', 'locality'] as const;
/** A kind of area within a council. */
export type LocalityKind = (typeof localityKinds)[number];

/** The kinds of area a figure can belong to. `estimate` is a published estimate standing where an area would. */
const areaKinds = ['authority', 'region', 'nation', 'united-kingdom', ...localityKinds, 'estimate'] as const;

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
  ended: academicYear
    .optional()
    .describe('The last academic year of an authority that was abolished: it is not ranked after that'),
  note: z.string().optional().describe('Coverage, where it matters: "all entries of all ages"'),
});

/** A dated list of statistical neighbours. */
export const neighbourListSchema = z.strictObject({
  id: z.string().regex(/^statistical-neighbours-[0-9-]+$/),
  label: z.string().min(1),
  note: z.string().optional(),
  source: z.string(),
  areas: z.array(z.string()).min(1),
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
  areas: z.array(areaSchema).min(1),
  neighbours: z.array(neighbourListSchema).default([]),
  'make-up': z.array(makeUpSchema).default([]).describe('Lists of areas that make up a council between them'),
});

/** An area that figures belong to. */
export type Area = z.infer<typeof areaSchema>;
/** A dated list of statistical neighbours. */
export type NeighbourList = z.infer<typeof neighbourListSchema>;
/** Areas that make up a council between them. */
export type MakeUp = z.infer<typeof makeUpSchema>;

/** True of a kind of area within a council. */
export function isLocalityKind(kind: string | null): kind is LocalityKind {
  return localityKinds.some(each => each === kind);
}
