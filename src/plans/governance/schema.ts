import { z } from 'zod';
import { documentSchema, entryId, entryRef, key, plain, ref, role, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** What a part of the tree is: a board decides, a group works for it, a stream is work that is led together. */
export const boardKinds = ['board', 'group', 'stream'] as const;
/** What a part of the tree of boards is. */
export type BoardKind = (typeof boardKinds)[number];

/** Who named the law behind a duty: the plan itself, or those who made this report. */
const citers = ['document', 'editors'] as const;
const dutySchema = z.strictObject({
  id: key('Its id'),
  duty: plain('What the council must do, as "Coordinate admissions to schools"'),
  law: z
    .strictObject({
      act: plain('The Act or the regulations'),
      section: plain('The section or part'),
      url: z
        .url({ protocol: /^https$/, hostname: /^www\.legislation\.gov\.uk$/ })
        .describe('The section on www.legislation.gov.uk'),
    })
    .optional(),
  'cited-by': z.enum(citers).default('document').describe('Who named the law: the document, or the editors'),
  'law-not-stated': plain('Why no law is given, in a sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});

/** A board or a group: what for, who, how often, and to whom it reports. */
const boardSchema = z.strictObject({
  id: entryId('board or group'),
  name: plain('Its name'),
  kind: z.enum(boardKinds),
  purpose: plain('What it is for, in a sentence without its full stop'),
  chair: role('Who leads it: a role of data/plans/roles.yaml').optional(),
  members: z.array(role('A member, by role')).default([]),
  meets: plain('How often it meets').optional(),
  'reports-to': entryRef('board or group', 'The board or group above it').optional(),
  serves: z.array(entryRef('priority', 'A priority that it works on')).default([]),
  note: plain('Full sentences for readers').optional(),
});

/** Who was asked, how, what they said and what changed for it. */
const consultationSchema = z.strictObject({
  id: key('Its id'),
  who: plain('Who was asked'),
  learners: z.boolean().default(false).describe('True where the voice is that of learners'),
  when: plain('When they were asked').optional(),
  how: plain('How they were asked'),
  said: words('What they said').optional(),
  'said-not-stated': plain('Why what they said is not given, in a sentence').optional(),
  changed: words('What changed for it').optional(),
});

const narrativeSchema = z.strictObject({
  id: key('Its id'),
  heading: plain('Its heading'),
  words: words('What is said, in full sentences'),
  'see-targets': z.array(ref('target', 'A target it bears on')).default([]),
  'see-themes': z.array(ref('theme', 'A chapter it bears on')).default([]),
});

const namedSchema = { name: plain('Its name'), words: words('What it means, in a sentence') };

/** `data/plans/<edition>/governance.yaml`. */
const governanceSchema = z.strictObject({
  document: documentSchema.optional(),
  vision: words('What everyone works for, in a sentence').optional(),
  aim: words('What the plan is to achieve, and how'),
  priorities: z
    .array(z.strictObject({ id: entryId('priority'), ...namedSchema }))
    .default([])
    .describe('What is worked on: as many as anyone may say there are'),
  principles: z
    .array(
      z.strictObject({
        id: key('Its id'),
        ...namedSchema,
        serves: z.array(entryRef('priority', 'A priority that it serves')).default([]),
      }),
    )
    .default([])
    .describe('How it is worked on: as many as anyone may say there are'),
  'principles-note': plain('Full sentences for readers').optional(),
  duties: z
    .array(dutySchema)
    .optional()
    .describe('What the law asks of the council; an empty list is a fault, one left out is not shown'),
  'duties-note': plain('Full sentences for readers').optional(),
  boards: z.array(boardSchema).default([]),
  'boards-note': plain('Full sentences for readers').optional(),
  consultation: z.array(consultationSchema).default([]),
  narrative: z.array(narrativeSchema).default([]),
});

/** Who decides, by which law, with whom. */
export type Governance = z.output<typeof governanceSchema>;
/** A board or a group. */
export type Board = z.output<typeof boardSchema>;
/** Something the council must do. */
export type Duty = z.output<typeof dutySchema>;
/** Who was asked, and what came of it. */
export type Consultation = z.output<typeof consultationSchema>;

/** How the governance of a council’s work is written down. */
export const governanceForm = planForm({ id: 'governance', name: 'Governance', schema: governanceSchema });
