import { z } from 'zod';
import { academicYear, someTime } from '../../model/time.ts';
import { decimalText } from '../../model/value.ts';
import { factPrecisions } from '../case-studies/schema.ts';
import { entryId, entryRef, plain, ref, words } from '../kit/fields.ts';
import { planForm } from '../kit/form.ts';

/** What may be claimed of how a figure moved since the last comparable year. */
const claimedMoves = ['rose', 'fell', 'unchanged', 'improved', 'worsened'] as const;
/** What the figures say of a claim that somebody made elsewhere. */
export const claimStandings = ['holds', 'does-not-hold', 'out-of-date', 'cannot-be-checked'] as const;
/** What the figures say of a claim. */
export type ClaimStanding = (typeof claimStandings)[number];

/** The keys that say what a claim is held against, of which it has one. */
export const claimTests = ['indicator', 'rank', 'every', 'target', 'untested'] as const;

const decimal = decimalText('27 or 93.6');

/** One claim, in words of our own, and what it is held against. */
const newsClaimSchema = z.strictObject({
  id: entryId('claim'),
  said: plain('What was claimed, in words of our own and without its number'),
  indicator: ref('indicator', 'The measure that its number is of, or that it says moved').optional(),
  number: decimal.optional().describe('The number that was given'),
  unit: z
    .enum(['percent', 'percentage-points', 'count'])
    .optional()
    .describe('Of a number without a measure'),
  precision: z.enum(factPrecisions).default('exact'),
  of: z.int().min(1).optional().describe('Of how many, where that was given'),
  moved: z
    .enum(claimedMoves)
    .optional()
    .describe('How the measure was said to have moved, in place of a number'),
  rank: ref('indicator', 'The measure that it gives a rank in').optional(),
  place: z.int().min(1).optional().describe('The place in that rank'),
  every: z.array(ref('indicator')).min(2).optional().describe('The measures that it says all improved'),
  since: academicYear.optional().describe('Since which academic year they did'),
  year: academicYear
    .optional()
    .describe('The academic year its number was given for; that of the edition where left out'),
  printed: academicYear.optional().describe('The latest year it can be of, where it had been printed before'),
  target: ref('target', 'The target that it speaks of').optional(),
  untested: words('Why no figure can tell').optional(),
  note: plain('What readers should know of it').optional(),
});

/** What was written about the council's schools. */
const newsEntrySchema = z.strictObject({
  id: entryId('entry of the news'),
  title: plain('A title of our own'),
  date: someTime('When it was published'),
  publisher: plain('Who published it'),
  authors: plain('Who wrote or spoke, by role and never by name'),
  reference: entryRef('reference', 'Where it is to be found').optional(),
  summary: words('What it says, in words of our own'),
  note: plain('What readers should know of it').optional(),
  claims: z.array(newsClaimSchema).default([]),
});

/** `data/plans/<edition>/news.yaml`. */
const newsSchema = z.strictObject({ entries: z.array(newsEntrySchema).min(1) });

/** One claim of something written elsewhere. */
export type NewsClaim = z.output<typeof newsClaimSchema>;
/** What was written about the council's schools. */
export type NewsEntry = z.output<typeof newsEntrySchema>;

/** What was written about the council's schools in a year. */
export type News = z.output<typeof newsSchema>;
/** How the news is written down. */
export const newsForm = planForm({ id: 'news', name: 'In the news', schema: newsSchema });
