import { z } from 'zod';
import { responses } from '../kit/answer-schema.ts';
import { day, documentSchema, entryId, key, plain, role, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** What was recommended, by whom, and what became of it. */
const recommendationSchema = z.strictObject({
  id: entryId('recommendation'),
  label: plain('Its name on pages'),
  words: words('What was recommended'),
  'made-by': plain('Who recommended it: a committee, a role'),
  date: day('The day it was made').optional(),
  status: z.enum(responses).describe('What became of it'),
  response: words('What was answered').optional(),
  reason: plain('Why no answer is stated, in a sentence').optional(),
  owner: role().optional(),
  due: day('The day by which it is to be answered').optional(),
});

/** `data/plans/<edition>/scrutiny.yaml`. */
const scrutinySchema = z.strictObject({
  document: documentSchema.optional(),
  recommendations: z
    .array(recommendationSchema)
    .default([])
    .describe(
      'Besides what the peer review of the self-assessment asks for, which stands in the pack by itself',
    ),
  'recommendations-note': plain('Full sentences for readers').optional(),
  questions: z
    .array(
      z.strictObject({
        id: key('Its id'),
        question: plain('What was asked'),
        by: plain('Who asked: a committee, a role'),
        date: day('The day it was asked').optional(),
        answer: words('What was answered').optional(),
        owner: role('Who answered: a role of data/plans/roles.yaml').optional(),
      }),
    )
    .default([]),
  'questions-not-stated': plain('Why no questions of members are given, in a sentence').optional(),
});

/** What scrutiny members recommended and asked. */
export type Scrutiny = z.output<typeof scrutinySchema>;
/** What was recommended. */
export type Recommendation = z.output<typeof recommendationSchema>;

/** How what scrutiny asks for is written down. */
export const scrutinyForm = planForm({ id: 'scrutiny', name: 'Scrutiny', schema: scrutinySchema });
