import { z } from 'zod';
import { figureKinds, type Refusal, refusals } from '../model/figure.ts';
import { statuses } from '../model/observation.ts';
import { academicYear } from '../model/time.ts';

const text = (about: string) => z.string().describe(about);
const figureIds = z.array(z.string()).describe('Ids of figures of this file');
const year = academicYear.describe('Academic year in six digits: 201314 is 2013/14');
const refusal = z.enum(Object.keys(refusals) as [Refusal, ...Refusal[]]);

const breakdown = z
  .strictObject({ topic: z.string(), group: z.string() })
  .describe('What pupils are grouped by, and the group; Total for everyone');

const figure = z.strictObject({
  id: text('Its id, the same in every build and in figures.csv'),
  kind: z.enum(figureKinds),
  indicator: text('Id of the measure: indicators.csv has its name, unit and definition'),
  area: text('Code of the area, as it was at the time'),
  breakdown,
  period: year,
  against: text('The earlier year, the area or list compared with, or the other group').optional(),
  part: text('The part of a whole, or which of several').optional(),
  asAt: z.iso.date().describe('The day that a count or share of schools is as at').optional(),
  value: z.number().nullable().describe('The number as printed, without its unit; null where none is given'),
  low: z.number().describe('The lower end, where roundings leave the number open').optional(),
  high: z.number().describe('The upper end').optional(),
  count: z.int().describe('How many areas an average is of').optional(),
  of: z.int().describe('How many authorities a rank is among').optional(),
  tied: z.int().describe('How many authorities share the place of a rank, itself included').optional(),
  text: text('The figure as printed'),
  status: z.enum(statuses).nullable().describe('How settled it is; null for what was worked out'),
  absent: refusal.nullable().describe('Why no number is given; null where one is'),
  source: z
    .strictObject({
      file: text('The file that it was read from'),
      line: z.int(),
      column: z.string().nullable(),
      series: z.string().nullable().describe('What the publisher calls the series'),
    })
    .nullable()
    .describe('The row that it was read from; null for what was worked out'),
  inputs: figureIds.describe('Ids of the figures that it was worked out from'),
  set: text('The set of authorities that a rank or an average is of, in place of their figures').optional(),
  working: z.string().nullable().describe('How it was worked out, in words'),
});

/** What `figures.json` holds: every figure and computed sentence of an edition, what is not said, and officers' claims. */
export const ledgerSchema = z.strictObject({
  schema: z.literal(2),
  edition: text('Id of the edition, as 2013-14'),
  council: z.strictObject({ code: z.string(), name: z.string() }),
  figures: z.array(figure),
  sentences: z.array(
    z.strictObject({
      id: z.string(),
      page: text('Address of the page that prints it'),
      text: z.string(),
      figures: figureIds,
      override: z
        .strictObject({ computed: z.string(), reason: z.string(), by: z.string().optional() })
        .describe('Where officers put it otherwise: the computed sentence, and why')
        .optional(),
    }),
  ),
  refusals: z
    .array(
      z.strictObject({
        indicator: z.string(),
        pattern: text('What is not said, as change, rank or streak'),
        breakdown,
        period: year,
        against: z.string().nullable(),
        because: refusal,
      }),
    )
    .describe('What might have been said of a figure and is not'),
  claims: z
    .array(
      z.strictObject({
        id: z.string(),
        page: z.string(),
        text: z.string(),
        restsOn: z.array(z.strictObject({ fact: z.string(), figures: figureIds })),
      }),
    )
    .describe('What officers wrote, with the facts that it rests on'),
});

export type Ledger = z.output<typeof ledgerSchema>;
