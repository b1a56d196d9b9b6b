import { z } from 'zod';
import { naming, standing } from '../plans/kit/fields.ts';
import { academicYear } from './time.ts';

export const total = { topic: 'Total', group: 'Total' } as const;

/** A pupil group (or school phase): topic and group, as in Sex / Girls. */
export type Breakdown = { readonly topic: string; readonly group: string };

/** A topic of breakdown: its groups, and the pairs whose gap is reported (`group` against `against`). */
export const topicSchema = z.strictObject({
  id: z.string().min(1).describe('The name written in the topic column of the CSV files'),
  label: standing.describe('Heading for readers, as "Girls and boys"'),
  about: standing.describe('One or two plain sentences: who is in each group'),
  until: academicYear
    .optional()
    .describe('The last edition that this entry is for; later ones have the national entry of its name'),
  groups: z
    .array(
      z.strictObject({
        id: z.string().min(1).describe('The name written in the group column of the CSV files'),
        label: standing.describe('For tables and charts, as "Eligible for free school meals"'),
        phrase: standing.describe('For sentences, as "pupils eligible for free school meals"'),
        small: z
          .literal(true)
          .optional()
          .describe('Where so few pupils are in it that each year’s figure needs its base beside it'),
        in: z
          .array(z.string())
          .optional()
          .describe(
            'Of a topic that refines others: the group of each of them that it lies in, in their order',
          ),
      }),
    )
    .min(1),
  disadvantage: z
    .literal(true)
    .optional()
    .describe(
      'Where its first pair is of disadvantaged pupils and others: the front page says how they do, and calls them by its label',
    ),
  partial: z
    .literal(true)
    .optional()
    .describe('Where the groups together are not everyone: the figure of all may then lie outside theirs'),
  overlap: z
    .literal(true)
    .optional()
    .describe('Where a pupil may be in several of its groups: their numbers then add up to nothing'),
  refines: z
    .array(naming('topic'))
    .optional()
    .describe('Topics whose groups its own make up, as Sex and Disadvantage of girls who are disadvantaged'),
  gaps: z
    .array(
      z.strictObject({
        group: z.string().min(1),
        against: z.string().min(1),
      }),
    )
    .default([])
    .describe('Pairs of groups whose gap is reported'),
});

export type Topic = z.infer<typeof topicSchema>;

export function isTotal(breakdown: Breakdown): boolean {
  return breakdown.topic === total.topic;
}

/** Null of everyone, and of what no topic has. */
export function groupLabel(topics: readonly Topic[], { topic, group }: Breakdown): string | null {
  const groups = topics.find(({ id }) => id === topic)?.groups ?? [];
  return groups.find(({ id }) => id === group)?.label ?? null;
}
