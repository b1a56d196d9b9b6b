import { z } from 'zod';
import { address, day, plain } from '../plans/kit/fields.ts';

/** Someone who answers for something: a role, never a person. */
export const roleSchema = z.strictObject({
  role: plain('The role, as every plan names it'),
  'answers-for': plain('What it answers for, in a few words'),
  department: plain('Where it is found in the council or outside it').optional(),
  url: address('Where to write to it').optional(),
  reviewed: day('The day this entry was last found to be right').optional(),
});

/** `data/plans/roles.yaml`. */
export const rolesFileSchema = z.strictObject({ roles: z.array(roleSchema).min(1) });

/** Someone who answers for something. */
export type Role = z.output<typeof roleSchema>;
