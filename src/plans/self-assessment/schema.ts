import { z } from 'zod';
import { responses } from '../kit/answer-schema.ts';
import { address, day, documentSchema, entryId, entryRef, key, plain, role, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** By what a council is judged: any framework, with its areas and the judgements that it allows. */
const frameworkSchema = z.strictObject({
  name: plain('The framework, as a sentence would have it'),
  judges: plain('What it judges, in a sentence'),
  from: plain('Since when it was in force, as "June 2013"'),
  withdrawn: plain('That it is no longer in force, and since when').optional(),
  url: address('Where it can be read').optional(),
  note: plain('Full sentences for readers').optional(),
  judgements: z
    .array(
      z.strictObject({
        id: key('The judgement, as areas name it'),
        label: plain('As pages print it'),
        good: z.boolean().describe('Whether it is one to be glad of'),
      }),
    )
    .min(2),
  groups: z
    .array(
      z.strictObject({
        id: key('Its id'),
        label: plain('The heading of these areas'),
        areas: z
          .array(
            z.strictObject({
              id: entryId('area of the self-assessment'),
              label: plain('What is judged, in few words'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** How an area is judged, on what evidence, and what comes next. */
const areaSchema = z.strictObject({
  area: entryRef('area of the self-assessment', 'An area of the framework above'),
  judgement: z.string().describe('One of the judgements of the framework'),
  evidence: z.array(words('Evidence, a sentence or more')).default([]),
  'next-steps': z.array(words('What comes next, a sentence')).default([]),
  'next-steps-not-stated': plain('Why there is no next step, in a sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});

/** Something that reviewers asked for, the area it bears on, and what the council answered. */
const developmentSchema = z.strictObject({
  id: entryId('recommendation'),
  label: plain('Its name on pages'),
  words: words('What the reviewers said, in words of our own'),
  'bears-on': entryRef(
    'area of the self-assessment',
    'The area of the self-assessment that it bears on',
  ).optional(),
  status: z.enum(responses).describe('What became of it'),
  response: words('What the council answered').optional(),
  reason: plain('Why no answer is stated, in a sentence').optional(),
  owner: role().optional(),
  due: day('The day by which it is to be answered').optional(),
});

/** `data/plans/<edition>/self-assessment.yaml`. */
const selfAssessmentSchema = z.strictObject({
  document: documentSchema.optional(),
  framework: frameworkSchema,
  overall: z.strictObject({
    judgement: z.string().describe('One of the judgements of the framework'),
    owner: role().optional(),
    note: words('Full sentences for readers').optional(),
  }),
  areas: z.array(areaSchema).min(1),
  lessons: z
    .strictObject({
      about: plain('Where the lessons come from, in full sentences'),
      entries: z
        .array(
          z.strictObject({
            id: key('Its id'),
            words: plain('The weakness that was found elsewhere, in a sentence'),
            'bears-on': entryRef('area of the self-assessment', 'The area of the framework that it bears on'),
            answer: words('What the council says to it').optional(),
          }),
        )
        .min(1),
    })
    .optional(),
  'peer-review': z
    .strictObject({
      by: z.array(plain('A council that sent reviewers')).min(1),
      who: plain('Who the reviewers were: roles'),
      date: day('The day of the review'),
      how: plain('How they went about it, in a sentence'),
      questions: z.array(plain('A question they were asked to look into')).min(1),
      strengths: z.array(words('What they saw go well')).min(1),
      development: z.array(developmentSchema).min(1),
    })
    .optional(),
});

/** How a council judges its own work, and what others saw. */
export type SelfAssessment = z.output<typeof selfAssessmentSchema>;
/** Something that reviewers asked for. */
export type Development = z.output<typeof developmentSchema>;
/** How an area is judged. */
export type AssessedArea = z.output<typeof areaSchema>;

/** How a self-assessment is written down. */
export const selfAssessmentForm = planForm({
  id: 'self-assessment',
  name: 'Self-assessment',
  schema: selfAssessmentSchema,
});
