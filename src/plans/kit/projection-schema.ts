import { z } from 'zod';
import { decimalText } from '../../model/value.ts';
import { operators } from '../../targets/schema.ts';
import { plain, ref } from './fields.ts';

const decimal = decimalText('25 or 25.5');

/** What was expected of a measure for the edition’s year, before its outcome was known. */
export const projectionSchema = z.strictObject({
  indicator: ref('indicator', 'The measure that a number, or a range, was expected of').optional(),
  low: decimal.optional().describe('What was expected, or the lower end of it, in the measure’s unit'),
  high: decimal.optional().describe('The upper end, where a range was given'),
  from: decimal.optional().describe('Where it stood the year before, if that is not in the data'),
  profile: ref('measure', 'Instead: the profile of which more were expected in its subtotal').optional(),
  more: z.int().min(1).optional().describe('With profile: how many more'),
  least: z.literal(true).optional().describe('With more: where at least so many were expected'),
  condition: plain('With profile: on what condition, as "if they were inspected"').optional(),
  claims: z
    .strictObject({ operator: z.enum(operators), by: decimal })
    .optional()
    .describe('By how much the plan says that it moves: held against the range'),
  group: z
    .strictObject({
      label: plain('The group whose level was projected too: "disadvantaged pupils"'),
      now: decimal.describe('Its level the year before'),
      projected: decimal.describe('Its projected level'),
    })
    .optional()
    .describe('Of a gap: the level of the group behind, from which that of the others follows'),
  made: plain('When it was made, as "in March 2014", or "on a day that the plan does not give"'),
  basis: plain('What it rests on, as "what schools expected of their pupils"'),
  assumes: plain('What it takes for granted, in full sentences').optional(),
});

/** What was expected of a measure, before its outcome was known. */
export type Projection = z.output<typeof projectionSchema>;
