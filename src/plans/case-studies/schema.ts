import { z } from 'zod';
import { someTime } from '../../model/time.ts';
import { unsignedText } from '../../model/value.ts';
import { entryId, entryRef, plain, ref } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** What the number of a fact is. */
const factKinds = ['count', 'percent', 'points', 'money', 'rank'] as const;
/** What the number of a fact is. */
export type FactKind = (typeof factKinds)[number];

/** How close to the truth a fact says that it is. */
export const factPrecisions = ['exact', 'about', 'almost', 'more-than'] as const;
/** How close to the truth a fact says that it is. */
export type FactPrecision = (typeof factPrecisions)[number];

const decimal = unsignedText('528 or 78.6');
const count = z.int().min(0);
const factId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

/** One line of a panel of facts: a number as it was printed, and what it goes with. All else is worked out. */
export const factSchema = z.strictObject({
  id: factId.describe('Its id within the case study'),
  label: plain('What is counted'),
  kind: z.enum(factKinds).describe('What the number is; a change of a percentage is in points'),
  value: decimal
    .optional()
    .describe('The number; may be left out of a count with parts, whose sum it then is'),
  precision: z.enum(factPrecisions).default('exact'),
  'as-at': someTime('When it was so; the time of the file where left out').optional(),
  of: count
    .min(1)
    .optional()
    .describe('How many there are in all; a share is worked out, or held against it'),
  uninspected: count
    .min(1)
    .optional()
    .describe('Of a share of schools: how many may not have been inspected yet'),
  parts: z
    .array(z.strictObject({ label: plain('The part'), value: decimal }))
    .min(2)
    .optional()
    .describe('The parts, which make up the whole'),
  from: z
    .strictObject({ value: decimal, 'as-at': someTime('When it was so') })
    .optional()
    .describe('What it was before; the change is worked out'),
  change: z
    .strictObject({ by: decimal, in: z.enum(['points', 'percent']), since: someTime('Since when') })
    .optional()
    .describe('How far it rose, where the earlier number is not printed'),
  beside: z
    .strictObject({ value: decimal, who: plain('Whose number it is') })
    .optional()
    .describe('The number of others; the difference is worked out'),
  above: z
    .strictObject({ by: decimal, who: plain('Above whom') })
    .optional()
    .describe('How far it is above others, where their number is not printed'),
  over: z
    .strictObject({ from: someTime('Its start'), to: someTime('Its end') })
    .optional()
    .describe('The time in which something was watched; needed where nothing happened'),
  note: plain('What readers should know of it').optional(),
});

/** What became of all that were looked at again: kept, went up, went down. */
const tallySchema = z.strictObject({
  label: plain('What was looked at, in the plural, as "inspections of the autumn"'),
  same: count.describe('How many stayed as they were'),
  up: count.describe('How many went up'),
  down: count.optional().describe('How many went down; never left out, for a tally has to be complete'),
  of: count.describe('How many in all'),
  note: plain('What readers should know of it').optional(),
});

/** What one council did. */
const caseStudySchema = z.strictObject({
  id: entryId('case study'),
  theme: z.string().describe('One of the themes above'),
  area: ref('area', 'The council, by the code it had at the time'),
  title: plain('What was done, in a few words'),
  done: plain('What was done, in two to four sentences without figures'),
  facts: z.array(factSchema).default([]),
  tally: tallySchema.optional(),
  note: plain('What readers should know of the account').optional(),
  see: z.array(entryRef('reference')).default([]).describe('Where to read more'),
  contact: z
    .strictObject({
      role: plain('Whom to ask: a role, never a name'),
      printed: someTime('When it was printed'),
      reviewed: z.iso.date().optional().describe('When it was last found to be right'),
    })
    .optional(),
});

/** `data/plans/<edition>/case-studies.yaml`. */
const caseStudiesSchema = z.strictObject({
  source: ref('source', 'The publication'),
  'as-at': someTime('When the facts were so, where they do not say'),
  about: plain('What the collection is, in full sentences'),
  themes: z
    .array(z.strictObject({ id: factId, label: plain('Its name on pages') }))
    .min(1)
    .describe('The themes, in the order of the page'),
  studies: z.array(caseStudySchema).min(1),
});

/** One line of a panel of facts. */
export type CaseFact = z.output<typeof factSchema>;
/** What one council did. */
export type CaseStudy = z.output<typeof caseStudySchema>;
/** What became of all that were looked at again. */
export type CaseTally = z.output<typeof tallySchema>;

/** The case studies of an edition. */
export type CaseStudies = z.output<typeof caseStudiesSchema>;
/** How case studies are written down. */
export const caseStudiesForm = planForm({
  id: 'case-studies',
  name: 'Case studies',
  schema: caseStudiesSchema,
});
