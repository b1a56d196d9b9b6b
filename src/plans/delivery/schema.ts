import { z } from 'zod';
import { deadlineSchema } from '../../model/time.ts';
import { entryId, fact, key, plain, ref, role, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** What the council says of an action. */
const actionStatuses = ['done', 'under-way', 'not-started', 'not-stated'] as const;
/** What the council says of an action. */
export type ActionStatus = (typeof actionStatuses)[number];

const id = key('Its id, kept from year to year');

const statementSchema = z.strictObject({
  id,
  words: words('The statement, its figures in braces'),
  'rests-on': z.array(fact('A fact that must be so, as "neet-16-17 better than England"')).default([]),
  unchecked: plain('Why what it says of others cannot be checked, in a full sentence').optional(),
});

const intendedSchema = z.strictObject({
  id,
  words: words('What good looks like, without a number of its own: it is numbered by its place'),
  measures: z.array(ref('measure', 'What will tell')).default([]),
  unmeasured: plain('Instead of measures: why nothing will tell, in a full sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});

const actionSchema = z.strictObject({
  id: entryId('action'),
  words: words('What is to be done'),
  theme: z.string().optional().describe('The theme it belongs to, one of those above'),
  deadline: deadlineSchema,
  owners: z.array(role('Who answers for it')).default([]),
  'owner-not-stated': plain('Instead of owners: why none is given, in a full sentence').optional(),
  moves: z.array(ref('measure', 'A measure that it is meant to move')).default([]),
  status: z.enum(actionStatuses),
  reason: plain('Why no status is stated, in a full sentence').optional(),
  outcome: words('What came of the action of the year before that has this id').optional(),
  note: plain('Full sentences for readers').optional(),
});

const riskSchema = z.strictObject({
  id,
  words: words('What may go wrong'),
  mitigation: words('What is done about it'),
  owner: role('Who answers for it'),
  comparability: z
    .boolean()
    .default(false)
    .describe('True of a risk that years cannot be compared: the breaks of the measures are then listed'),
});

/** `plans/<edition>/delivery.yaml`: the problem, what is done about it, by whom and by when. */
const deliverySchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  title: plain('What it is to bring about'),
  owner: role('Who answers for the whole').optional(),
  note: plain('Full sentences for readers').optional(),
  problem: z.array(words('A paragraph')).default([]),
  strengths: z.array(statementSchema).default([]),
  improve: z.array(statementSchema).default([]),
  'intended-outcomes': z.array(intendedSchema).default([]),
  services: z.array(plain('A service of the council')).default([]),
  partners: z.array(plain('A partner')).default([]),
  spend: z
    .array(
      z.strictObject({
        id,
        label: plain('What is spent, and how often'),
        pounds: z.int().min(1).describe('In pounds, all digits'),
        by: plain('When, as "2020"').optional(),
      }),
    )
    .default([]),
  achievements: z.array(z.strictObject({ id, words: words('What was achieved') })).default([]),
  themes: z
    .array(
      z.strictObject({
        id,
        label: plain('Its name'),
        initiatives: z.array(words('An initiative')).default([]),
      }),
    )
    .default([]),
  actions: z.array(actionSchema).default([]),
  risks: z.array(riskSchema).default([]),
  interdependencies: z
    .array(
      z.strictObject({
        id,
        label: plain('The other plan or project'),
        words: words('How the two depend on each other'),
      }),
    )
    .default([]),
});

/** How an outcome is to be brought about. */
export type Delivery = z.output<typeof deliverySchema>;
/** Something that is to be done. */
export type Action = Delivery['actions'][number];
/** A strength, or something to improve. */
export type Statement = Delivery['strengths'][number];

/** How a plan of delivery is written down. */
export const deliveryForm = planForm({ id: 'delivery', name: 'What is being done', schema: deliverySchema });
