import { z } from 'zod';
import { address, day, entryId, plain, ref, words } from '../kit/fields.ts';

/** Whether what a link leads to was there when it was last looked at. */
const linkStatuses = ['live', 'gone', 'not-checked'] as const;
/** Whether a link leads anywhere. */
export type LinkStatus = (typeof linkStatuses)[number];

/** A publication that the report or its plans lean on. */
const referenceSchema = z.strictObject({
  id: entryId('reference'),
  title: plain('The title, as published'),
  publisher: plain('Who published it'),
  year: z
    .string()
    .regex(/^\d{4}$/, 'is not a year such as 2013')
    .describe('The year it was published'),
  url: address('Where it was published'),
  archived: address('A copy in an archive, for when the address leads nowhere').optional(),
  status: z.enum(linkStatuses).describe('Whether the address led anywhere on that day'),
  checked: day('The day the address was last looked at').optional(),
  indicators: z.array(ref('indicator')).default([]).describe('The measures it bears on'),
  note: words('What it is used for').optional(),
});

/** `data/plans/<edition>/references.yaml`. */
export const referencesSchema = z.strictObject({ references: z.array(referenceSchema).min(1) });

/** A publication that the report or its plans lean on. */
export type Reference = z.output<typeof referenceSchema>;
