import { z } from 'zod';
import { academicYear } from '../../model/time.ts';
import { decimalText } from '../../model/value.ts';
import { targetComparators } from '../../targets/schema.ts';
import { key, plain, ref, role } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** Which way a measure is to go. */
const wishes = ['increase', 'reduce'] as const;

const id = key('Its id, kept from year to year');
const decimal = decimalText(
  '56 or -0.57 (a hyphen alone says nothing: where there is no number, write "missing" with the reason in its place)',
);

const baselineSchema = z.strictObject({
  value: decimal.optional(),
  period: academicYear.optional().describe('The year it is of; left out where the plan does not say'),
  missing: plain('Instead of a value: why there is none, in a full sentence').optional(),
});

const yearSchema = z.strictObject({
  year: academicYear.describe('The year of the plan that the target is for'),
  value: decimal.optional().describe('The number aimed for'),
  against: z
    .enum(targetComparators)
    .optional()
    .describe('Instead of a number: no worse than this comparator'),
  outpaces: ref('indicator', 'Instead of a number: growth no slower than this yearly rate').optional(),
  missing: plain('Instead of a target: why there is none, in a full sentence').optional(),
});

const rowSchema = z.strictObject({
  id,
  label: plain('The measure as readers see it, in plain words'),
  kpi: z.boolean().default(false).describe('True of a key performance indicator'),
  wants: z.enum(wishes).describe('Which way the measure is to go'),
  indicator: ref('indicator', 'The measure, an id in data/catalogue').optional(),
  unmeasured: plain(
    'Instead of an indicator: why no figures are held; its numbers are then in per cent',
  ).optional(),
  reports: z
    .enum(['same-year', 'year-before'])
    .default('same-year')
    .describe('Which year’s figures a year of the plan reports: summer results come in the year after'),
  baseline: baselineSchema,
  targets: z.array(yearSchema).min(1),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});

/** `plans/<edition>/scorecard.yaml`: outcomes, and the measures by which they are told, with a target for each year. */
const scorecardSchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  years: z.array(academicYear).min(1).describe('The years that targets are set for, in order'),
  outcomes: z
    .array(
      z.strictObject({
        id,
        label: plain('The outcome, as "People are well educated"'),
        owner: role('Who answers for it: a role, never a name'),
        note: plain('Full sentences for readers').optional(),
        rows: z.array(rowSchema).min(1),
      }),
    )
    .min(1),
});

/** A scorecard. */
export type Scorecard = z.output<typeof scorecardSchema>;
/** An outcome and its measures. */
export type Outcome = Scorecard['outcomes'][number];
/** A measure of a scorecard. */
export type ScorecardRow = Outcome['rows'][number];
/** What a measure is to reach in a year. */
export type YearAim = ScorecardRow['targets'][number];

/** How a scorecard is written down. */
export const scorecardForm = planForm({ id: 'scorecard', name: 'Scorecard', schema: scorecardSchema });
