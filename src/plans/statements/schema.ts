import { z } from 'zod';
import { day, plain, ref, role, words } from '../kit/fields.ts';
import { key } from '../kit/document.ts';

/** What a statement is. */
const statementKinds = ['foreword', 'introduction', 'quotation'] as const;
/** That somebody may be quoted: who allowed it and when, or where it was published. */
const permissionSchema = z.strictObject({
  by: role('Who gave permission: a role of data/plans/roles.yaml').optional(),
  date: day('The day it was given').optional(),
  published: ref('source', 'Instead: the publication that it is taken from').optional(),
});

/** Words that somebody stands for: by role, with the day, and permission to print them. */
const statementSchema = z.strictObject({
  id: key('Its id'),
  kind: z.enum(statementKinds),
  heading: plain('Its heading'),
  paragraphs: z.array(words('A paragraph, word for word')).min(1),
  by: plain('Whose words they are: a role, never a name'),
  date: day('The day of the words'),
  permission: permissionSchema.optional(),
});

/** `data/plans/<edition>/statements.yaml`. */
export const statementsSchema = z.strictObject({ statements: z.array(statementSchema).min(1) });

/** Words that somebody stands for. */
export type Statement = z.output<typeof statementSchema>;
