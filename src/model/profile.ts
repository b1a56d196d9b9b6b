import { z } from 'zod';
import type { Period } from './period.ts';
import type { Place } from './place.ts';

/** The phase that is all the others together: summed, never given. */
export const allPhases = 'All';

/** A profile in the catalogue: parts of a whole by phase, as schools by inspection grade. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: z.string().min(1),
  short: z.string().min(1).max(48),
  definition: z.string().min(1),
  unit: z.enum(['schools', 'inspections']).describe('What is counted: the base of every percentage'),
  framework: z
    .string()
    .min(1)
    .describe('The inspection framework; profiles of two frameworks are never merged'),
  parts: z.array(z.string().min(1)).min(2).max(4).describe('The grades, best first'),
  subtotal: z.strictObject({ label: z.string().min(1), parts: z.array(z.string()).min(1) }),
  phases: z.array(z.string().min(1)).min(1).describe('In the order shown; "All" is the sum of the others'),
  source: z.string(),
  method: z.string().min(1),
  caveats: z.array(z.string()).default([]),
});

/** A profile's definition, and the theme it belongs to. */
export type Profile = z.infer<typeof profileSchema> & { readonly theme: string };

/** One count of a profile: so many schools (or inspections) of a phase at a grade, as at a date. */
export type ProfileCount = {
  readonly profile: string;
  readonly area: string;
  readonly period: Period;
  readonly asAt: string;
  readonly phase: string;
  readonly part: string;
  readonly count: number;
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};
